"""An adverse event of the Trends page, found again on the visit of today."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt

from gui.visit.visit_page import VisitPage


def show_event(visit: VisitPage, event_id: UUID) -> None:
    """Give the keys to the row of an event; one that is over is brought into sight first."""
    visit.finish_opening()
    events, key = visit.events, str(event_id)
    if events is None:
        return
    if key not in events.rows and not events.ended_button.isHidden():
        events.ended_button.click()
    row = events.rows.get(key)
    if row is None:
        words = QCoreApplication.translate("TrendsPage", "This event does not stand on the visit of today.")
        visit.message.say("note", words)
        return
    row.show()
    row.setFocus(Qt.FocusReason.OtherFocusReason)


def begin_event(visit: VisitPage, term: str) -> None:
    """Give the keys to the row of a term, a new one where none goes on."""
    visit.finish_opening()
    if visit.events is not None:
        visit.events.want(term)
