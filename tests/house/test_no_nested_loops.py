"""The window runs one event loop, the program's own.

A loop inside a slot (`exec` of a dialog or menu, `QEventLoop`, the static functions of dialogs, `processEvents`) lets
answers come and pages go while the slot that began it still stands on them; the program has ended in one of them.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

#: Each of these starts a loop of its own or turns the one that runs.
CALLS = {"exec", "exec_", "processEvents", "waitForFinished"}
STATIC = {
    "QFileDialog": ("get", "save", "open"),
    "QMessageBox": ("question", "information", "warning", "critical", "about"),
    "QInputDialog": ("get",),
    "QColorDialog": ("get",),
    "QFontDialog": ("get",),
}
CLASSES = {"QEventLoop", "QPrintDialog", "QPrintPreviewDialog", "QPageSetupDialog", "QProgressDialog", "QDrag"}
#: The program's own loop; and pictures drawn by a command, where no other runs and nobody sits at a window.
THE_LOOP = {"gui/app.py": 2, "gui/pictures.py": 4}


def loops(text: str) -> Iterator[str]:
    """Each call or class that brings a loop of its own, as `line: what`."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            if node.attr in CALLS:
                yield f"{node.lineno}: {node.attr}"
            elif any(node.attr.startswith(begin) for begin in STATIC.get(owner, ())):
                yield f"{node.lineno}: {owner}.{node.attr}"
        elif isinstance(node, ast.Name) and node.id in CLASSES:
            yield f"{node.lineno}: {node.id}"


def test_loops_of_their_own_are_noticed() -> None:
    text = (
        "menu.exec(at)\nQFileDialog.getOpenFileName(self)\nQMessageBox.question(self)\nloop = QEventLoop()\n"
        "app.processEvents()\nQFileDialog.Option.ReadOnly\nQMessageBox(self).open()\n"
    )
    assert sorted(loops(text)) == [
        "1: exec", "2: QFileDialog.getOpenFileName", "3: QMessageBox.question", "4: QEventLoop", "5: processEvents",
    ]  # fmt: skip


def test_no_page_card_or_dialog_runs_a_loop_of_its_own(project_folder: Path) -> None:
    files = sorted((project_folder / "gui").rglob("*.py"))
    assert files
    found = {
        file.relative_to(project_folder).as_posix(): list(loops(file.read_text(encoding="utf-8"))) for file in files
    }
    assert {name: len(lines) for name, lines in found.items() if lines} == THE_LOOP, {
        name: lines for name, lines in found.items() if lines
    }
