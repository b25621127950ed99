"""The tables of a cohort: rows in words, and for each cell the patients it counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from outcomes.cohort.answer import LANDMARKS_MONTHS, TITLES
from outcomes.cohort.patients import CohortPatient, WorstRow
from outcomes.cohort.summary import EventTable, Rate, Summary
from outcomes.cohort.values import Answer, Characteristic, Group
from outcomes.cohort.words import landmark_words, limits_words, median_words, months_words, percent_words
from outcomes.proportions import one_decimal
from outcomes.survival.kaplan_meier import Curve
from regimen.numbers import plain

Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountRow:
    """cells in words; ids: whom the row counts; by_cell: whom a cell counts, where that is less."""

    cells: tuple[str, ...]
    ids: Ids
    by_cell: Mapping[int, Ids] = field(default_factory=dict)

    def behind(self, column: int) -> Ids:
        """The patients behind one cell."""
        return self.by_cell.get(column, self.ids)


@dataclass(frozen=True, slots=True)
class CountTable:
    """heads of the columns, rows, and which columns hold numbers."""

    heads: tuple[str, ...]
    rows: tuple[CountRow, ...]
    numbers: tuple[int, ...] = ()


def tr(text: str) -> str:
    """In the words of this table."""
    return QCoreApplication.translate("CohortRows", text)


def factor_table(answer: Answer, group: Group) -> CountTable:
    """Baseline or treatment: each factor, its values with how many, or median and range."""
    rows: list[CountRow] = []
    whole = len(answer.cohort.patients)
    for one in answer.characteristics:
        if one.factor.group == group:
            rows.extend(_factor_rows(one, whole))
    return CountTable((tr("Factor"), tr("Value"), tr("Patients"), tr("%")), tuple(rows), (2, 3))


#: What a reader looks for in the table of treatment, by the factors that hold it; "rdi_" stands for every drug.
LOOKED_FOR = ("rdi_", "delays", "reductions", "off_reason")


def not_said(answer: Answer) -> str:
    """Which of that nobody of the cohort has a value of, in one sentence; "" where all of it is there.

    Nothing on record is no zero: the table has no row of it.
    """
    there = {one.factor.id for one in answer.characteristics if one.known}
    words = {
        "rdi_": tr("relative dose intensity"), "delays": tr("delays"), "reductions": tr("reductions"),
        "off_reason": tr("reasons off treatment"),
    }  # fmt: skip
    missing = [words[name] for name in LOOKED_FOR if not any(ident.startswith(name) for ident in there)]
    return tr("Not on record of anybody here: {0}.").format(", ".join(missing)) if missing else ""


def _factor_rows(one: Characteristic, whole: int) -> list[CountRow]:
    rows = []
    if one.median is not None and one.least is not None and one.most is not None:
        words = tr("median {0} (range {1} to {2})").format(plain(one.median), plain(one.least), plain(one.most))
        rows.append(CountRow((one.factor.title, words, str(len(one.known)), share(len(one.known), whole)), one.known))
    for count in one.counts:
        number = len(count.ids)
        rows.append(CountRow((one.factor.title, count.value, str(number), share(number, whole)), count.ids))
    if one.missing:
        number = len(one.missing)
        rows.append(CountRow((one.factor.title, tr("not said"), str(number), share(number, whole)), one.missing))
    return rows


def share(number: int, of: int) -> str:
    """Percent of all, one decimal, half up."""
    return f"{one_decimal(number * 100 / of)}" if of else "-"


def response_table(answer: Answer) -> CountTable:
    """Response and disease control with their limits, then each best response."""
    summary = answer.summary
    rows = []
    for name, words in (("orr", tr("Objective response (CR + PR)")), ("dcr", tr("Disease control (CR + PR + SD)"))):
        for group, among in (("evaluable", tr("of evaluable patients")), ("treated", tr("of treated patients"))):
            rate = summary.rates[name][group]
            rows.append(CountRow((words, among, *_rate_words(rate)), rate.ids))
    treated = [one for one in summary.patients if one.treated]
    for best in dict.fromkeys(sorted((one.best for one in treated), key=_order)):
        ids = tuple(one.id for one in treated if one.best == best)
        count = f"{len(ids)}/{len(treated)}"
        cells = (tr("Best response"), best or tr("not said"), count, f"{share(len(ids), len(treated))} %", "")
        rows.append(CountRow(cells, ids))
    return CountTable((tr("Figure"), tr("Among"), tr("n/N"), tr("Percent"), tr("95 % limits")), tuple(rows), (2, 3, 4))


def _order(best: str) -> int:
    return ("CR", "PR", "SD", "NON-CR/NON-PD", "PD", "NE", "").index(best)


def _rate_words(rate: Rate) -> tuple[str, str, str]:
    found = rate.proportion
    return f"{found.x}/{found.n}", percent_words(found), limits_words(found)


def survival_table(answer: Answer) -> CountTable:
    """Each endpoint with its events, median and landmarks; groups below it; the follow-up last."""
    summary = answer.summary
    rows = []
    for name, endpoint in summary.endpoints.items():
        ids = tuple(endpoint.times)
        events = tuple(ident for ident, time in endpoint.times.items() if time.event)
        rows.append(CountRow(_curve_cells(TITLES[name], endpoint.curve), ids, {2: events}))
        for group, curve in endpoint.groups.items():
            inside = tuple(
                one.id for one in summary.patients if one.id in endpoint.times and _group(summary, one) == group
            )
            rows.append(CountRow(_curve_cells(f"    {group or tr('not said')}", curve), inside))
        if endpoint.log_rank_p is not None:
            named = tr("    log-rank of {0} groups").format(sum(bool(name) for name in endpoint.groups))
            rows.append(CountRow((named, "", "", f"p = {endpoint.log_rank_p:.3f}", "", ""), ids))
    known = tuple(summary.endpoints["os"].times)
    rows.append(CountRow(_curve_cells(tr("Follow-up (reverse Kaplan-Meier)"), summary.follow_up, marks=False), known))
    heads = (tr("Endpoint"), tr("Patients"), tr("Events"), tr("Median (95 % limits), months"))
    return CountTable((*heads, *(tr("{0} months").format(month) for month in LANDMARKS_MONTHS)), tuple(rows), (1, 2))


def _group(summary: Summary, one: CohortPatient) -> str:
    return one.factors.get(summary.choices.by, "")


def _curve_cells(title: str, curve: Curve, *, marks: bool = True) -> tuple[str, ...]:
    marked = [landmark_words(curve, month) if marks else "" for month in LANDMARKS_MONTHS]
    return title, str(curve.n), str(curve.events), median_words(curve), *marked


def event_table(table: EventTable) -> CountTable:
    """Each patient once a row, at the highest grade; related to treatment apart."""
    rows = [_event_row(tr("Any adverse event"), table.every, table.of)]
    if table.asked:
        rows.append(_event_row(tr("Any, related to treatment"), table.related, table.of))
    else:
        rows.append(CountRow((tr("Any, related to treatment"), *([tr("not said")] * 4)), ()))
    related = {row.term: row for row in table.related_terms}
    for row in table.terms:
        rows.append(_event_row(row.term, row, table.of))
        if row.term in related:
            rows.append(_event_row(tr("    related to treatment"), related[row.term], table.of))
    heads = (tr("Term"), tr("Any grade"), tr("Grade 1-2"), tr("Grade 3-4"), tr("Grade 5"))
    return CountTable(heads, tuple(rows), (1, 2, 3, 4))


def _event_row(title: str, row: WorstRow, of: int) -> CountRow:
    def ids(*grades: int) -> Ids:
        return tuple(sorted(ident for grade in grades for ident in row.patients.get(grade, ())))

    groups = ((1, 2, 3, 4, 5), (1, 2), (3, 4), (5,))
    behind = {column: ids(*grades) for column, grades in enumerate(groups, 1)}
    cells = tuple(f"{len(found)} ({share(len(found), of)} %)" for found in behind.values())
    return CountRow((title, *cells), behind[1], behind)


def patient_table(answer: Answer, ids: Ids | None) -> CountTable:
    """One row a patient; ids None: everybody."""
    summary = answer.summary
    rows = []
    for one in answer.cohort.patients:
        if ids is not None and one.id not in ids:
            continue
        times = [summary.endpoints[name].times.get(one.id) for name in ("pfs", "os")]
        spans = ["-" if time is None else f"{months_words(time.days)}{'' if time.event else '+'}" for time in times]
        start = one.start.isoformat() if one.start is not None else tr("not treated")
        rows.append(CountRow((one.id, start, one.best or "-", *spans, one.factors.get("off_reason", "")), (one.id,)))
    heads = (
        tr("Patient"),
        tr("First dose"),
        tr("Best response"),
        tr("PFS, months"),
        tr("OS, months"),
        tr("Off treatment"),
    )
    return CountTable(heads, tuple(rows), (3, 4))
