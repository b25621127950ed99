"""What appears without taking the focus is told to a screen reader; what is put in and taken out opens no window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.alert_list import AlertList
from gui.widgets.number_field import NumberField
from gui.widgets.proof_list import ProofList
from gui.widgets.strip import Strip
from regimen.order import Alert, ProofStep

Assertive, Polite = QAccessible.AnnouncementPoliteness.Assertive, QAccessible.AnnouncementPoliteness.Polite
STOP, WARN = Alert("dpyd-missing", "stop", "capecitabine", {}, "label"), Alert("weight-old", "warn", "", {}, "")
Told = list[tuple[str, QAccessible.AnnouncementPoliteness]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """What a screen reader would be told from now on."""
    found: Told = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            found.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return found


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A page in sight."""
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    made.show()
    return made


def placed(page: QWidget, widget: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(widget)
    QApplication.processEvents()


def test_a_message_is_told_once_as_it_appears_a_refusal_at_once(page: QWidget, told: Told) -> None:
    strip = Strip()
    placed(page, strip)
    strip.say("ok", "Saved.")
    strip.say("ok", "Saved.")
    strip.say("stop", "The disk is full.", "Not saved")
    assert told == [("Saved.", Polite), ("Not saved The disk is full.", Assertive)]


def test_what_cannot_be_used_is_told_with_the_name_of_its_field(page: QWidget, told: Told) -> None:
    field = NumberField("Weight", "kg")
    placed(page, field)
    field.set_text("5..8")
    field.set_text("58")
    assert [words for words, _how in told] == [f"Weight (kg): {told[0][0].partition(': ')[2]}"]
    assert field.edit.accessibleDescription() == "read as 58 kg"


def test_of_alerts_those_that_come_and_go_are_told_and_not_those_that_stay(page: QWidget, told: Told) -> None:
    alerts = AlertList()
    placed(page, alerts)
    for shown in ((STOP,), (STOP, WARN), (STOP, WARN), (WARN,)):
        alerts.show_alerts(shown, words=lambda alert: (alert.code, "words"))
    assert told == [
        ("Stop: dpyd-missing", Assertive), ("Warning: weight-old", Assertive), ("No longer: Stop: dpyd-missing", Polite)
    ]  # fmt: skip


class Windows(QObject):
    """Notes every window that opens, however shortly: on a real screen it takes the focus away."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shown without a parent."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.opened.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    watch = Windows()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


def test_steps_replaced_before_they_were_ever_shown_open_no_window(page: QWidget, windows: Windows) -> None:
    proof, alerts = ProofList(), AlertList()
    placed(page, proof)
    placed(page, alerts)
    for number in range(3):  # as quickly as somebody types
        proof.show_steps([ProofStep("bsa", f"Step {number}", "1 + 1", {}, "2", "", "2", "") for _each in range(2)])
        alerts.show_alerts([STOP] if number % 2 else [WARN], words=lambda alert: (alert.code, "words"))
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert windows.opened == []


def test_a_message_said_before_it_has_a_place_waits_for_it(page: QWidget, windows: Windows) -> None:
    strip = Strip()
    strip.say("note", "No advice.")
    assert windows.opened == [] and strip.isHidden()
    placed(page, strip)
    assert strip.isVisible()
