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
    if file.kind == "supportive" and file.state == "approved":
        used = set_in_use(files)
        state = tr("approved, in use") if used is not None and used.id == file.id else tr("approved, not in use")
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


def set_in_use(files: Iterable[OwnFile]) -> OwnFile | None:
    """The set of supportive care in use here: the one approved last, while its approval stands."""
    approved = [one for one in files if one.kind == "supportive" and one.approval is not None]
    last = max(approved, key=lambda one: one.approval.at if one.approval is not None else None, default=None)  # type: ignore[arg-type,return-value]
    return last if last is not None and last.state == "approved" else None


def done_words(file: OwnFile) -> str:
    """What a step of a file means, "" where nothing is to be said."""
    if file.state == "waiting":
        return tr("Approval is asked for: anybody else than {0} can give it.").format(", ".join(file.authors))
    approved = {
        "regimen": tr("Approved. Courses can be begun with it; patients already treated stay on theirs."),
        "profile": tr("Approved. It can be chosen in Settings; patients already treated stay on theirs."),
        "supportive": tr(
            "Approved and in use: it lies over the regimens' lists for cycles ordered from now on; signed orders stay."
        ),
    }
    gone = tr(
        "Withdrawn. Nothing is begun with it, and no order is signed on it until it is approved again or the patient is"
        " moved to another version."
    )
    if file.kind == "supportive":
        gone = tr("Withdrawn. No set is in use: the regimens' lists stand by themselves. Signed orders stay.")
    return {"approved": approved[file.kind], "withdrawn": gone}.get(file.state, "")


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
