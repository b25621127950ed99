"""Whom each figure of a cohort counts, by the numbers patients stand under: the last table of a report."""

from collections.abc import Iterator

from outcomes.cohort.answer import TITLES
from outcomes.cohort.report_values import Section
from outcomes.cohort.values import Answer

SHARES = (2.6, 0.7, 4.0)
RATES = {"orr": "Objective response (CR + PR)", "dcr": "Disease control (CR + PR + SD)"}


def behind_section(answer: Answer) -> Section:
    """Figure, how many, and who. Patients of records are opened by these numbers in the program."""
    whole = len(answer.cohort.patients)
    rows = tuple(
        (what, str(len(ids)), "everybody" if len(ids) == whole else ", ".join(ids) or "-")
        for what, ids in counted(answer)
    )
    rules = "; ".join(answer.cohort.rules)
    return Section("Who stands behind each figure", rules, ("Figure", "Patients", "Numbers"), rows, SHARES)


def counted(answer: Answer) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every figure that counts patients, with their ids."""
    summary = answer.summary
    for name, words in RATES.items():
        yield f"{words}, of evaluable", summary.rates[name]["evaluable"].ids
    treated = [one for one in summary.patients if one.treated]
    for best in dict.fromkeys(one.best for one in treated):
        yield f"Best response {best or 'not said'}", tuple(one.id for one in treated if one.best == best)
    for name, endpoint in summary.endpoints.items():
        yield f"{TITLES[name]}, events", tuple(ident for ident, time in endpoint.times.items() if time.event)
    if summary.events is not None:
        laid = [("Related", summary.events.related)] if summary.events.asked else []
        for words, row in (("Any adverse event", summary.events.every), *laid):
            for grades, shown in (((3, 4), "grade 3-4"), ((5,), "grade 5")):
                yield f"{words}, {shown}", tuple(sorted(i for grade in grades for i in row.patients.get(grade, ())))
    for one in answer.characteristics:
        for value in one.counts:
            yield f"{one.factor.title}: {value.value}", value.ids
