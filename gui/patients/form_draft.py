"""What stands in the forms of this workstation before it is saved, kept in the records, so that nothing typed is lost.

It lies in the store with everything else, encrypted where the store is. Programs of before kept private files; what
they left is taken in once, and each file is removed as soon as the store has it.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from gui.session import Session

Texts = dict[str, object]
NotKept = Callable[[str, Exception], None]


class FormDrafts(QObject):
    """Read once somebody is at the screen; from then on what is kept is known here at once. `known()` when it is."""

    known = Signal()

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._texts: dict[str, Texts] = {}
        self._asked = False
        session.person_changed.connect(self.read)
        self.read()

    @property
    def station(self) -> str:
        """This workstation by a number of its own: two people may type the same form at two of them."""
        keep = self._session.keep
        if keep is None:
            return ""
        if not keep.value("station", ""):
            keep.setValue("station", uuid4().hex)
        return str(keep.value("station"))

    @Slot()
    def read(self) -> None:
        """Ask the store what was being typed here; only once, and only when somebody may see it."""
        if self._asked or not self._session.has_person:
            return
        self._asked = True
        asked = self._session.actions.forms(self.station)
        self._session.link.ask(asked, self._on_read, self._on_not_read, self)

    def _on_read(self, found: dict[str, Texts]) -> None:
        self._texts = found | self._texts  # what was typed meanwhile is newer
        for file in sorted(self._old_files()):
            self._take_in(file)
        self.known.emit()

    def _on_not_read(self, _sentence: str, _error: Exception) -> None:
        self._asked = False  # somebody without clinical rights: the next one is asked for again

    def kept(self, form: str) -> Texts:
        """The texts of a form, empty when there are none."""
        return dict(self._texts.get(form, {}))

    def keep(self, form: str, texts: Mapping[str, object], refused: NotKept | None = None) -> None:
        """Keep what stands in a form; `refused` hears when that could not be done."""
        self._texts[form] = dict(texts)
        self._write(form, texts, None, refused)

    def forget(self, form: str) -> None:
        """The form was saved or thrown away."""
        if self._texts.pop(form, None):
            self._write(form, {}, None, None)

    def _write(self, form: str, texts: Mapping[str, object], file: Path | None, refused: NotKept | None) -> None:
        session = self._session
        kept = session.actions.keep_form(session.person, self.station, form, texts)
        session.link.ask(kept, lambda _row: _remove(file), refused, self)

    def _old_files(self) -> list[Path]:
        folder = self._session.folder
        return [] if folder is None else list((folder / "drafts").glob("*.json"))

    def _take_in(self, file: Path) -> None:
        form = file.stem.replace("patient-chair-", "chair-")
        try:
            texts = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return  # it stays where it is: nobody knows what it holds
        if form in self._texts or not isinstance(texts, dict):
            _remove(file)  # the store has something newer
            return
        self._texts[form] = texts
        self._write(form, texts, file, None)


def _remove(file: Path | None) -> None:
    if file is not None:
        file.unlink(missing_ok=True)
        if not any(file.parent.iterdir()):
            file.parent.rmdir()
