"""Rows of the self-test, of differences and of patients, alike for shipped and own files."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.widgets.card import Chip, Label, Muted
from records.governance_values import TreatedOn
from regimen.difference import Difference
from regimen.selftest import ExampleResult

SHORT = 8


def tr(text: str) -> str:
    """Translate in the context of the regimens."""
    return QCoreApplication.translate("Regimens", text)


def result_row(result: ExampleResult) -> QWidget:
    """One worked example, with what it expected and gave where they differ."""
    chip = Chip(tr("passed") if result.passed else tr("failed"), "ok" if result.passed else "stop")
    facts = tr("{0} · {1} figures").format(result.practice_id.upper(), result.compared)
    more = [
        tr("{0}: expected {1}, found {2}").format(miss.path, miss.expected, miss.found) for miss in result.mismatches
    ]
    return _row(chip, result.title, facts, more)


def difference_row(one: Difference) -> QWidget:
    """One difference; what changes a dose stands out by a chip."""
    chip = Chip(tr("dose"), "warn") if one.dose else None
    return _row(chip, one.part, "", [one.says], strong=True)


def patients_on(treated: Iterable[TreatedOn], file_ids: Iterable[str], sha256: str) -> list[TreatedOn]:
    """Patients treated on another text than `sha256` of the files with these ids."""
    wanted = set(file_ids)
    return [one for one in treated if one.regimen_id in wanted and one.regimen_sha256 != sha256]


def patient_row(one: TreatedOn) -> QWidget:
    """A patient with the very version they are treated on."""
    facts = tr("cycle {0}").format(one.cycle)
    file = tr("{0} version {1} · {2}").format(one.regimen_id, one.regimen_version, one.regimen_sha256[:SHORT])
    return _row(None, f"{one.name} · {one.identifier}", facts, [file], strong=True)


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
