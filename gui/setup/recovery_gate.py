"""Between the window and a store that does not just open: how to encrypt it, its passphrase, a damaged file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.link import Link
from gui.options import Options
from records.encryption.unlock import Unlock, offered_passphrase
from records.errors import Damaged, Locked, RecordError, Unprotected, WrongKey
from records.keeping import gate

if TYPE_CHECKING:
    from gui.setup.recovery_damaged import DamagedPage
    from gui.setup.recovery_protect import ProtectPage
    from gui.setup.recovery_unlock import UnlockPage
    from gui.shell.shell import Shell
    from records.actions import Actions


class Gate(QObject):
    """Holds what was typed until the store is open. reopen: tries to open it again."""

    def __init__(
        self, window: "Shell", link: Link, options: Options, target: str | Path, reopen: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._link = link
        self._path = target if isinstance(target, Path) and not options.demo else None
        self._reopen = reopen
        self._unlock = self._first_unlock()
        self._fresh = ""  # a new passphrase to be set once the recovery key has opened the records
        self._damage = ""
        self._page: ProtectPage | UnlockPage | DamagedPage | None = None

    def _first_unlock(self) -> Unlock | None:
        """The demo clinic holds synthetic patients and is not encrypted; a server is not ours to encrypt."""
        if self._path is None:
            return None
        try:
            return Unlock(offered_passphrase(), required=True)
        except RecordError:
            return Unlock(required=True)  # the passphrase is then asked for

    def unlock(self) -> Unlock | None:
        """What is offered to the store that is about to be opened."""
        return self._unlock

    def takes(self, sentence: str, error: Exception) -> bool:
        """Show what the refusal asks for; False for a refusal that is only told."""
        if self._path is None:
            return False
        if isinstance(error, Unprotected):
            self._ask_how(error.holds_records)
        elif isinstance(error, WrongKey | Locked):
            self._ask_key(sentence, error)
        elif isinstance(error, Damaged):
            self._damage = sentence
            self._show_damage()
        else:
            return False
        return True

    def opened(self, actions: "Actions") -> None:
        """The store is open: the pages go, what was typed is forgotten."""
        self._take_page()
        unlock, self._unlock = self._unlock, self._first_unlock()
        fresh, self._fresh = self._fresh, ""
        if fresh and unlock is not None and unlock.recovery_key is not None:
            future = actions.change_passphrase(unlock.recovery_key, fresh)
            self._link.ask(future, self._on_fresh, self._on_not_fresh, self)

    def _on_fresh(self, _nothing: None) -> None:
        self._window.say("ok", self.tr("The new passphrase is set."))

    def _on_not_fresh(self, sentence: str, _error: Exception) -> None:
        self._window.say("stop", sentence, self.tr("The passphrase was not changed"))

    # How to encrypt

    def _ask_how(self, holds_records: bool) -> None:
        from gui.setup.recovery_protect import ProtectPage

        page = ProtectPage(gate.new_recovery_key(), holds_records=holds_records)
        page.chosen.connect(self._on_chosen)
        page.demo_asked.connect(self._window.demo_asked)
        self._put_page(page)
        page.passphrase.first.edit.setFocus()
        self._link.run(gate.has_keychain, lambda usable: page.set_keychain(usable=usable), None, page)

    @Slot(str, str)
    def _on_chosen(self, passphrase: str, recovery_key: str) -> None:
        path = self._path
        assert path is not None

        def work() -> None:
            gate.protect_store(path, recovery_key, passphrase or None, use_keychain=not passphrase)

        def done(_nothing: None) -> None:
            self._unlock = Unlock(passphrase or None, required=True)
            self._reopen()

        self._link.run(work, done, self._refuse, self)

    # Passphrase and recovery key

    def _ask_key(self, sentence: str, error: Exception) -> None:
        from gui.setup.recovery_unlock import UnlockPage

        self._unlock = Unlock(required=True)
        if isinstance(self._page, UnlockPage):
            self._page.refuse(sentence)
            return
        has_passphrase = not isinstance(error, Locked) or error.has_passphrase
        page = UnlockPage(has_passphrase=has_passphrase)
        page.offered.connect(self._on_offered)
        self._put_page(page)
        if isinstance(error, Locked) and error.keychain_failed:
            page.strip.say("warn", sentence)
        page.take_focus()

    @Slot(object, str)
    def _on_offered(self, unlock: Unlock, fresh: str) -> None:
        self._unlock, self._fresh = unlock, fresh
        if self._damage:
            self._show_damage()
        else:
            self._reopen()

    # Damage

    def _show_damage(self, folder: str = "") -> None:
        from gui.setup.recovery_damaged import DamagedPage

        path, unlock = self._path, self._unlock
        assert path is not None
        if not isinstance(self._page, DamagedPage):
            page = DamagedPage(self._damage)
            page.restore_asked.connect(self._on_restore)
            page.look_asked.connect(self._show_damage)
            page.again_asked.connect(self._on_again)
            self._put_page(page)
        shown = self._page
        assert isinstance(shown, DamagedPage)

        def refused(sentence: str, error: Exception) -> None:
            if isinstance(error, Locked | WrongKey):
                self._ask_key(sentence, error)
            else:
                shown.refuse(sentence)

        self._link.run(lambda: gate.offer(path, unlock, folder), shown.show_offer, refused, shown)

    @Slot(str, str, str)
    def _on_restore(self, backup: str, name: str, password: str) -> None:
        path, unlock = self._path, self._unlock
        assert path is not None

        def done(kept: str) -> None:
            self._damage = ""
            self._reopen()
            if kept:
                self._window.say("note", self.tr("The damaged file is kept as {0}.").format(kept))

        self._link.run(lambda: gate.restore_backup(path, backup, unlock, name, password), done, self._refuse, self)

    @Slot()
    def _on_again(self) -> None:
        self._damage = ""
        self._take_page()
        self._reopen()

    # Pages

    def _refuse(self, sentence: str, _error: Exception) -> None:
        if self._page is not None:
            self._page.refuse(sentence)

    def _put_page(self, page: "ProtectPage | UnlockPage | DamagedPage") -> None:
        self._take_page()
        self._page = page
        self._window.add_cover(page)
        self._window.set_covered(True, page)

    def _take_page(self) -> None:
        if self._page is not None:
            wipe = getattr(self._page, "wipe", None)
            if wipe is not None:
                wipe()
            self._window.set_covered(False, self._page)
            self._window.take_away(self._page)
            self._page = None
