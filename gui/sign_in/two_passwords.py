"""A new password, typed twice, with what is asked of one."""

from PySide6.QtCore import QCoreApplication

from gui.sign_in.password_field import PasswordField
from gui.widgets.field import Field


def _tr(text: str) -> str:
    return QCoreApplication.translate("TwoPasswords", text)


class TwoPasswords:
    """Two fields; `value()` once both are the same."""

    def __init__(self, name: str, label: str = "", again: str = "") -> None:
        self.first = PasswordField(label or _tr("&Password"), name=f"{name}_password")
        self.first.set_hint(
            _tr("At least 12 characters; a few words are easy to keep in mind. Nothing about capitals or signs.")
        )
        self.second = PasswordField(again or _tr("Password a&gain"), name=f"{name}_password_again")
        for field in (self.first, self.second):
            field.changed.connect(lambda _text: self.second.set_note("note", ""))

    def fields(self) -> tuple[Field, ...]:
        """Both, in the order of typing."""
        return (self.first, self.second)

    def wrong(self) -> Field | None:
        """The field that still needs something, and says so; None when both are the same."""
        for field in (self.first, self.second):
            if not field.ask_for():
                return field
        if self.first.value() != self.second.value():
            self.second.set_note("stop", _tr("The two are not the same."))
            return self.second
        return None

    def value(self) -> str:
        """The password typed."""
        return self.first.value()

    def wipe(self) -> None:
        """Forget both."""
        self.first.wipe()
        self.second.wipe()
