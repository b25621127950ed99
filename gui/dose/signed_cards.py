"""What a signed cycle shows around its doses: the signatures above them, the tablets handed out below."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gui.dose.dispensing_card import dispensing_cards
from gui.dose.release_card import ReleaseCard
from gui.session import Session
from gui.widgets.card import Card
from gui.workspace.state import PatientState
from records.values.core import OrderRecord


def signed_cards(
    session: Session,
    state: PatientState,
    cycle: int,
    page: QWidget,
    stored: Callable[[], object],
    check: Callable[[OrderRecord], object],
) -> tuple[tuple[Card, ...], tuple[Card, ...]]:
    """Cards above and below the doses; none while nothing is signed. What was typed in those before goes on in them."""
    below = dispensing_cards(session, state, cycle, page, stored)
    order = state.order(cycle)
    if order is None:
        return (), below
    card = ReleaseCard(session, state.space, state.site, order)
    for old in page.findChildren(ReleaseCard):
        if old.order.id == order.id:
            card.put_back(old.texts())
    card.stored.connect(lambda: stored())
    card.check_wanted.connect(lambda: check(order))
    return (card,), below
