"""Where a signed order stands: prescribed, checked, released, prepared, given. Values only, no widgets."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from gui.widgets.dates import shown_date
from records.course.release import in_words
from records.values.core import OrderRecord
from records.values.signatures import Release, SignatureRecord


def tr(text: str) -> str:
    """Translate in the context of the Dose page."""
    return QCoreApplication.translate("DosePage", text)


@dataclass(frozen=True, slots=True)
class SignedLine:
    """One line. done: ok, stop (a check that differed) or "" (still to come); by, at: who and when."""

    step: str
    done: str
    by: str
    at: str
    meaning: str


def moment(at: datetime | None) -> str:
    """A moment in the time of this place."""
    if at is None:
        return ""
    here = at.astimezone()
    return f"{shown_date(here.date(), weekday=False)} {here:%H:%M}"


def signed_lines(order: OrderRecord, release: Release, checks: tuple[SignatureRecord, ...]) -> tuple[SignedLine, ...]:
    """Every signature given, those that differed too, and what is still to come."""
    lines = [
        SignedLine(
            tr("Prescribed"), "ok", f"{order.signed_by}, {order.signed_role}", moment(order.signed_at),
            tr("signed as ordered, revision {0}").format(order.revision),
        )
    ]  # fmt: skip
    for one in checks:
        equal = one.outcome == "equal"
        said = tr("typed again from the source: equal") if equal else tr("differs: {0}").format(in_words(one.differs))
        said = f"{said} · {one.note}" if one.note else said
        step = tr("Checked") if equal else tr("Check differed")
        lines.append(SignedLine(step, "ok" if equal else "stop", f"{one.by}, {one.role}", moment(one.at), said))
    if release.verified is None:
        lines.append(_open(tr("Second check"), tr("by somebody who did not sign")))
    if release.raised:
        what = tr("raised dose of {0} agreed to").format(", ".join(release.raised))
        lines.append(_of(tr("Raised dose"), what, release.agreed))
    if release.standing == "released":
        lines.append(SignedLine(tr("Released"), "ok", "", "", tr("nothing is missing")))
    else:
        lines.append(_open(tr("Released"), tr("follows by itself once nothing is missing")))
    lines.append(_of(tr("Prepared"), tr("infusions and tablets made ready"), release.prepared))
    if order.state == "given":
        day = shown_date(order.given_on, weekday=False) if order.given_on else ""
        said = tr("recorded {0}; the order is final").format(moment(order.given_at))
        lines.append(SignedLine(tr("Given"), "ok", "", day, said))
    else:
        lines.append(_open(tr("Given"), ""))
    return tuple(lines)


def _of(step: str, meaning: str, found: SignatureRecord | None) -> SignedLine:
    if found is None:
        return _open(step, "")
    said = f"{meaning} · {found.note}" if found.note else meaning
    return SignedLine(step, "ok", f"{found.by}, {found.role}", moment(found.at), said)


def _open(step: str, meaning: str) -> SignedLine:
    return SignedLine(step, "", "", "", meaning or tr("still to come"))
