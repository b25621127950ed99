"""Rows of the self-test, of differences and of patients, alike for shipped and own files."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.session import Session
from gui.theme.metrics import px
from gui.widgets.buttons import one_of_many, quiet
from gui.widgets.card import Chip, Label, Muted
from records.values.governance import FileKind, TreatedOn
from regimen.difference import Difference
from regimen.selftest import ExampleResult

SHORT = 8


def tr(text: str) -> str:
    """Translate in the context of the regimens."""
    return QCoreApplication.translate("Regimens", text)


def result_row(result: ExampleResult) -> QWidget:
    """One worked example, with what it expected and gave where they differ."""
    chip = Chip(tr("passed") if result.passed else tr("failed"), "ok" if result.passed else "stop")
    facts = tr("{0} figures").format(result.compared)
    facts = f"{result.practice_id.upper()} · {facts}" if result.practice_id else facts
    more = [
        tr("{0}: expected {1}, found {2}").format(miss.path, miss.expected, miss.found) for miss in result.mismatches
    ]
    return _row(chip, result.title, facts, more)


def difference_row(one: Difference) -> QWidget:
    """One difference; what changes a dose stands out by a chip."""
    chip = Chip(tr("dose"), "warn") if one.dose else None
    return _row(chip, one.part, "", [one.says], strong=True)


def patients_on(
    treated: Iterable[TreatedOn], kind: FileKind, file_ids: Iterable[str], sha256: str
) -> list[TreatedOn]:  # fmt: skip
    """Patients treated on another text than `sha256` of the files with these ids."""
    wanted = set(file_ids)
    if kind == "supportive":  # a signed order carries its own list; no course is on a set
        return []
    if kind == "profile":
        return [one for one in treated if one.practice in wanted and one.profile_sha256 != sha256]
    return [one for one in treated if one.regimen_id in wanted and one.regimen_sha256 != sha256]


def patient_row(one: TreatedOn, kind: FileKind, session: Session) -> QWidget:
    """A patient with the very version they are treated on, and the way to move them: each by themselves."""
    facts = tr("cycle {0}").format(one.cycle)
    if kind == "profile":
        file = tr("{0} · {1}").format(one.practice, one.profile_sha256[:SHORT])
    else:
        file = tr("{0} version {1} · {2}").format(one.regimen_id, one.regimen_version, one.regimen_sha256[:SHORT])
    row = _row(None, f"{one.name} · {one.identifier}", facts, [file], strong=True)
    button = quiet(tr("Open to move …"), f"move_{one.course_id.hex[:8]}", icon="right")
    one_of_many(button)
    button.setAccessibleName(tr("Open {0} to move them to another version").format(one.name))
    button.clicked.connect(lambda _checked=False: session.open_patient.emit(one.patient_id, "move"))
    column = row.layout()
    if column is not None:
        column.addWidget(button)
        column.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
    return row


def _row(chip: Chip | None, head: str, facts: str, more: list[str], *, strong: bool = False) -> QWidget:
    row = QWidget()
    row.setProperty("role", "clear")
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(2))
    line = QHBoxLayout()
    line.setSpacing(px(8))
    if chip is not None:
        line.addWidget(chip)
    line.addWidget(Label(head, "strong" if strong else "label", wrap=True), 1)
    if facts:
        line.addWidget(Muted(facts, wrap=False))
    column.addLayout(line)
    for says in more:
        column.addWidget(Label(says, "label", wrap=True) if strong else Muted(says))
    return row
