"""The parts of a cohort's figures: the table, the rules and the plots of each."""

from PySide6.QtCore import QCoreApplication

from gui.outcomes.cohort_rows import (
    CountTable,
    event_table,
    factor_table,
    not_said,
    patient_table,
    response_table,
    survival_table,
)
from outcomes.cohort.values import Answer
from outcomes.cohort.words import BANDS, METHODS, RULES
from outcomes.plots.values import Kind

#: In the order they are chosen from and stand in a report.
PARTS = ("baseline", "response", "survival", "events", "treatment", "patients")


def tr(text: str) -> str:
    """Translate in the context of the view."""
    return QCoreApplication.translate("CohortView", text)


def plots_of(part: str, answer: Answer) -> tuple[tuple[Kind, str], ...]:
    """Kind and name of each plot of a part."""
    if part == "events":
        return _event_plots(answer)
    plots: dict[str, tuple[tuple[Kind, str], ...]] = {
        "response": (("waterfall", tr("Waterfall")), ("spider", tr("Spider"))),
        "survival": (("pfs", tr("Progression-free")), ("os", tr("Overall")), ("dor", tr("Response"))),
        "treatment": (("swimmer", tr("Swimmer")),),
    }
    return plots.get(part, ())


def table_of(part: str, answer: Answer) -> CountTable:
    if part == "response":
        return response_table(answer)
    if part == "survival":
        return survival_table(answer)
    if part == "events":
        table = answer.summary.events
        words = tr("Nothing is known of adverse events: no table and no column of them was read. That is not none.")
        nothing = CountTable((words,), ())
        return nothing if table is None else event_table(table)
    if part == "patients":
        return patient_table(answer, None)
    return factor_table(answer, "treatment" if part == "treatment" else "baseline")


def rules_of(part: str, answer: Answer) -> str:
    choices = answer.summary.choices
    cutoff = tr(" Cut-off {0}.").format(choices.cutoff.isoformat()) if choices.cutoff else ""
    if part == "response":
        return tr("95 % limits by {0}.").format(METHODS[choices.interval])
    if part == "survival":
        return (
            tr(
                "Kaplan-Meier; {0}. 95 % limits {1}, of medians by Brookmeyer-Crowley; "
                "months of 30.4375 days; + means censored."
            ).format(RULES[choices.rule], BANDS[choices.band])
            + cutoff
        )
    if part == "events":
        table = answer.summary.events
        if table is None:
            return ""
        of = table.of
        return tr("Each patient once a row, at the highest grade; {0} treated patients.").format(of)
    said = not_said(answer) if part == "treatment" else ""
    return " ".join(words for words in (said, "; ".join(answer.cohort.rules)) if words)


def _event_plots(answer: Answer) -> tuple[tuple[Kind, str], ...]:
    """By cycle only where the cycle of any event is known."""
    events = answer.cohort.events
    if events is None:
        return ()
    worst: tuple[Kind, str] = ("heat", tr("By worst grade"))
    if not any(one.cycles for one in events):
        return (worst,)
    return worst, ("cycles", tr("By cycle")), ("cycles_related", tr("By cycle, related"))
