"""How the state of an own file is said."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication

from gui.theme.tokens import Tone
from gui.widgets.dates import shown_date
from records.values.governance import FileState, OwnFile

TONES: Final[dict[FileState, Tone]] = {
    "draft": "warn", "waiting": "note", "approved": "ok", "withdrawn": "stop", "dropped": "plain",
}  # fmt: skip


def tr(text: str) -> str:
    """Translate in the context of the regimens."""
    return QCoreApplication.translate("Regimens", text)


def state_words(state: FileState) -> str:
    """The state as a chip says it."""
    return {
        "draft": tr("draft"), "waiting": tr("waiting for approval"), "approved": tr("approved"),
        "withdrawn": tr("withdrawn"), "dropped": tr("dropped"),
    }[state]  # fmt: skip


def list_words(file: OwnFile, files: Iterable[OwnFile]) -> str:
    """The second line in the list: version and state; an approved one is older where a later one was approved."""
    state = state_words(file.state)
    later = (
        other.approval.at
        for other in files
        if other.state == "approved" and other.approval is not None and other.file_id == file.file_id
    )
    if (
        file.state == "approved"
        and file.approval is not None
        and max(later, default=file.approval.at) > file.approval.at
    ):
        state = tr("approved, older version")
    return tr("own · v{0} · {1}").format(file.file_version or "?", state)


def story(file: OwnFile) -> str:
    """Where it comes from, who wrote it, who approved it."""
    told = [
        tr("Copied from {0} version {1}").format(file.base_id, file.base_version),
        tr("written by {0}").format(", ".join(file.authors)),
    ]
    if file.asked_by and file.state == "waiting":
        told.append(tr("approval asked for by {0}").format(file.asked_by))
    if file.approval is not None:
        at = shown_date(file.approval.at.astimezone().date(), weekday=False)
        told.append(tr("approved by {0}, {1}, on {2}, {3} worked examples passed").format(
            file.approval.by, file.approval.role, at, file.approval.examples
        ))  # fmt: skip
        if file.approval.said:
            told.append(tr("again because: {0}").format(file.approval.said))
        if file.approval.withdrawn_at is not None:
            gone = shown_date(file.approval.withdrawn_at.astimezone().date(), weekday=False)
            told.append(tr("withdrawn by {0} on {1}: {2}").format(
                file.approval.withdrawn_by, gone, file.approval.withdrawn_why
            ))  # fmt: skip
    return " · ".join(told)
