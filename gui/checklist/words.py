"""How items of the checklist and their answers read."""

from PySide6.QtCore import QCoreApplication

from gui.theme.tokens import Tone
from gui.widgets.dates import shown_date
from records.course.checklist import ChecklistLine, Offered
from records.values.visits import ChecklistAnswer, ChecklistResult
from regimen.unit_words import in_words


def tr(text: str) -> str:
    """Translate in the context of the checklist page."""
    return QCoreApplication.translate("ChecklistPage", text)


def result_words(result: ChecklistResult) -> str:
    """A result as it is said."""
    return {
        "done": tr("done"),
        "not_done": tr("not done"),
        "not_applicable": tr("not applicable"),
        "taken_over": tr("taken over"),
    }[result]


def answer_words(answer: ChecklistAnswer) -> str:
    """One answer in a line: what, of which day."""
    said = answer.value if answer.result == "done" else f"{result_words(answer.result)}: {answer.reason}"
    return f"{in_words(said) or result_words(answer.result)} · {shown_date(answer.on, weekday=False)}"


def by_words(answer: ChecklistAnswer) -> str:
    """Who said it, and when."""
    at = answer.at.astimezone()
    return f"{answer.by}, {shown_date(at.date(), weekday=False)} {at:%H:%M}"


def offered_words(offered: Offered) -> str:
    """What the record offers, with its origin."""
    said = offered.value if offered.result == "done" else f"{result_words(offered.result)}: {offered.reason}"
    return f"{in_words(said)} ({offered.origin}, {shown_date(offered.on, weekday=False)})"


def state_of(line: ChecklistLine, sending: bool) -> tuple[str, Tone]:
    """The second line of an item in the list, and its tone."""
    if sending:
        return tr("being stored…"), "note"
    if line.answer is not None:
        return answer_words(line.answer), "ok" if line.answer.result != "not_done" else "warn"
    if line.offered is not None:
        return tr("open · offered: {0}").format(offered_words(line.offered)), "warn"
    return tr("open"), "warn"
