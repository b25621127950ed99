"""The report of emergencies: who, when, why, and what was done meanwhile."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gui.widgets.card import Label, Muted
from records.values.accounts import Emergency


def _tr(text: str) -> str:
    return QCoreApplication.translate("EmergencyRows", text)


def emergency_rows(taken: tuple[Emergency, ...]) -> list[QWidget]:
    """Two or three lines for each, newest first."""
    rows: list[QWidget] = []
    for one in taken:
        began = one.began_at.astimezone()
        over = (one.ended_at or one.until).astimezone()
        when = f"{began.strftime('%Y-%m-%d %H:%M')} - {over.strftime('%H:%M')}"
        rows.append(Label(f"{when} · {one.person.name}, {one.person.role}", "strong", wrap=True))
        rows.append(Label(one.reason, wrap=True))
        rows.append(Muted(deeds_words(one)))
    if not rows:
        rows.append(Muted(_tr("Nobody has taken them so far.")))
    return rows


def deeds_words(taken: Emergency) -> str:
    """What was done, in the order of doing; how often, and for how many patients."""
    if not taken.deeds:
        return _tr("Nothing was done meanwhile.")
    counted: dict[str, int] = {}
    for _at, action, _patient in taken.deeds:
        counted[action] = counted.get(action, 0) + 1
    said = ", ".join(action if count == 1 else f"{action} ×{count}" for action, count in counted.items())
    patients = len({patient for _at, _action, patient in taken.deeds if patient is not None})
    return said if not patients else _tr("{0} · patients: {1}").format(said, patients)
