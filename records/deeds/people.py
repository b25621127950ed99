"""Persons and the site's settings."""

from datetime import UTC, date, datetime
from typing import Any, cast
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds.texts import text_of
from records.errors import Conflict, NotAllowed, RecordError
from records.folding import fold
from records.store import Deed, looks_after_people
from records.tables import AccountRow, PatientRow, PersonRow, SettingRow
from records.trail.audit_trail import AuditedSession, Doing
from records.trail.canonical import plain, sha256
from records.typed_text import LINE, NAME, words
from records.values.core import Person, Role, SiteSettings
from regimen.library import shipped_profiles
from regimen.own_file import head_words

#: Ids of the rows of settings follow from their names, so that two programs never make two of them.
SETTINGS = UUID("6e1c3c07-7a2b-4a70-9d6a-2f8b5f1f8a11")
MOST_TEXT = 4000
DAY_MINUTES = 1440
MOST_CHAIRS = 200
#: Settings that change doses or dates.
CLINICAL_SETTINGS = ("practice", "profile_sha256", "first_dose", "policy")


def person_of(row: PersonRow) -> Person:
    return Person(row.id, row.name, cast(Role, row.role))


def load_person(session: Session, person_id: UUID) -> Person:
    return person_of(session.get_one(PersonRow, person_id))


def people(session: Session) -> tuple[Person, ...]:
    """Everybody who works here, by name."""
    rows = session.scalars(select(PersonRow).where(PersonRow.active))
    return tuple(sorted((person_of(row) for row in rows), key=lambda person: (fold(person.name), person.role)))


def name_and_role(name: str, role: str) -> str:
    """A name as it is kept. Raises RecordError for an empty one and for what is no role."""
    if role not in ("nurse", "pharmacist", "prescriber", "administrator"):
        raise RecordError(f"{words(role, 'Role')} is not a role of this program.", "Role")
    return words(name, "Name", NAME, needed=True)


def refuse_namesake(session: Session, name: str, role: str) -> None:
    """Two active persons of one name and role could not be told apart on any page."""
    same = next((person for person in people(session) if fold(person.name) == fold(name) and person.role == role), None)
    if same is not None:
        raise RecordError(f"There already is a {role} named {same.name}; add what tells the two apart.", "Name")


def add_person(key: UUID, name: str, role: str) -> Deed[Person]:
    """A new person, who is also the author of their own entry; only where nobody signs in yet."""
    kept = name_and_role(name, role)

    def do(session: AuditedSession) -> UUID:
        refuse_namesake(session, kept, role)
        session.doing = Doing(key, "add person", key, kept, role, "", datetime.now(UTC), set())
        session.add(PersonRow(id=key, name=kept, role=role, active=True))
        return key

    return Deed("add person", key, None, do, load_person)


def name_of(session: Session, person_id: UUID) -> str:
    """A person by name, "" for nobody known."""
    row = session.get(PersonRow, person_id)
    return row.name if row is not None else ""


def setting(session: Session, name: str) -> SettingRow | None:
    return session.get(SettingRow, uuid5(SETTINGS, name))


def settings(session: Session) -> SiteSettings:
    """The site's settings; what was never saved has its default."""
    kept = setting(session, "site")
    demo = setting(session, "demo")
    values: dict[str, Any] = dict(kept.value) if kept else {}
    if values.get("person_id"):
        values["person_id"] = UUID(values["person_id"])
    values["closing_days"] = tuple(date.fromisoformat(day) for day in values.get("closing_days", ()))
    values["demo"] = demo is not None
    if digest := values.get("profile_sha256"):
        values["profile_text"] = text_of(session, digest)
    return SiteSettings(**values)


def save_settings(
    key: UUID, by: UUID, wanted: SiteSettings, why: str, base: SiteSettings | None = None
) -> Deed[SiteSettings]:
    """All settings at once. The mark of the demo clinic is no setting: it cannot be taken off or put on here."""
    values = cast(dict[str, Any], plain(wanted))
    del values["demo"], values["profile_text"]
    for name, value in values.items():
        if isinstance(value, str):
            values[name] = words(value, name, LINE, lines=False)

    if not 1 <= wanted.lock_minutes <= 60:
        raise RecordError("The screen locks after 1 to 60 minutes.", "Lock")
    said = (wanted.chair_minutes, wanted.test_minutes, wanted.travel_minutes)
    if not all(0 <= minutes <= DAY_MINUTES for minutes in said):
        raise RecordError("Minutes of a day are 0 to 1440.", "Minutes")
    if not 0 <= wanted.chairs <= MOST_CHAIRS:
        raise RecordError(f"A site has 0 to {MOST_CHAIRS} treatment chairs.", "Chairs")
    if wanted.opening_minute is not None and not 0 <= wanted.opening_minute < DAY_MINUTES:
        raise RecordError("The opening time is 00:00 to 23:59.", "Opening time")

    def do(session: AuditedSession) -> UUID:
        before, stored = setting(session, "site"), settings(session)
        if base is not None and stored != base:
            who = name_of(session, before.person_id) if before is not None else ""
            raise Conflict(f"{who or 'Somebody'} changed the settings in the meantime; both are shown.", stored, wanted)
        if wanted.lock_minutes != stored.lock_minutes:
            refuse_lock(session, by)
        if session.doing is not None and session.doing.role == "administrator" and before is not None:
            refuse_clinical(dict(before.value), values)
        values["profile_sha256"] = own_profile(session, wanted, stored)
        return put(session, "site", values)

    return Deed(
        "save settings", key, by, do, lambda session, _: settings(session), words(why, "Reason", MOST_TEXT, lines=True)
    )


def own_profile(session: AuditedSession, wanted: SiteSettings, stored: SiteSettings) -> str:
    """The hash of the site's own profile, kept; "" for one that ships. Raises NotAllowed for one not approved here."""
    from records.deeds.approvals import refuse_unapproved  # it uses what stands here

    if not wanted.profile_text:
        if wanted.practice not in ("", *shipped_profiles()):
            raise RecordError("This practice profile neither ships nor is it one of the site's own.", "Practice")
        return ""
    digest = sha256(wanted.profile_text)
    if digest != stored.profile_sha256:
        refuse_unapproved(session, "profile", wanted.profile_text, "it is not chosen")
        if head_words(wanted.profile_text)[0] != wanted.practice:
            raise RecordError("The practice profile is not the one its text names; choose it again.", "Practice")
    return digest


def refuse_lock(session: Session, by: UUID) -> None:
    """When the screen locks is said by whoever looks after people, where people sign in."""
    signing = session.scalar(select(AccountRow.id).limit(1)) is not None
    if signing and not looks_after_people(session, session.get_one(PersonRow, by)):
        raise NotAllowed("When the screen locks is decided by whoever looks after accounts here.")


def refuse_clinical(before: dict[str, Any], wanted: dict[str, Any]) -> None:
    """What changes doses is not an administrator's; the first set-up of a site is."""
    if before.get("set_up") and any((before.get(name) or "") != (wanted.get(name) or "") for name in CLINICAL_SETTINGS):
        raise NotAllowed("The practice profile and the site's dose rules are changed by those who treat patients.")


def mark_demo(key: UUID, by: UUID) -> Deed[SiteSettings]:
    """Mark this store, as long as it has no patients, as the demo clinic, for good."""

    def do(session: AuditedSession) -> UUID:
        if setting(session, "demo") is None and session.scalar(select(PatientRow.id).limit(1)) is not None:
            raise NotAllowed("There are patients in these records; the demo clinic is made in a store of its own.")
        return put(session, "demo", {"synthetic": True})

    return Deed("mark as demo", key, by, do, lambda session, _: settings(session))


def put(session: AuditedSession, name: str, value: dict[str, Any]) -> UUID:
    """Make or change one named value."""
    row = setting(session, name)
    if row is None:
        row = SettingRow(id=uuid5(SETTINGS, name), name=name, value=value)
        session.add(row)
    else:
        row.value = value
    return row.id
