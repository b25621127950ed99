"""What the one at the screen can reach: records of patients are for those who treat patients."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.session import Session

#: Pages that show no patient.
OF_ALL = frozenset({"manual", "settings", "regimens", "setup", "people", "account", "person_history"})


def may_show(session: "Session", page: str) -> bool:
    """Whether a page may be shown to the one at the screen; the store refuses its questions in any case."""
    if page in OF_ALL or not session.accounts or session.signed is None:
        return True
    return session.actions.may_see_patients()
