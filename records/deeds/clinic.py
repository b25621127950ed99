"""The clinic of a day: everybody who comes with what is missing, and what the pharmacy prepares; one transaction."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.course.course_plan import kept_regimen
from records.course.release import NOT_CHECKED, raised_drugs, release_of
from records.deeds.lists import identifiers_text
from records.deeds.people import settings
from records.deeds.restart_guards import restarted_in
from records.deeds.signatures import signature_of
from records.deeds.texts import text_of
from records.deeds.trail import trail_end
from records.deeds.worklist import Around, cycle_needs, due_words, look_around, needs_order
from records.stored.orders import order_of
from records.tables import CourseRow, DueRow, KeptText, OrderRow, SignatureRow
from records.values.clinic import ClinicDay, ClinicLine, Need
from records.values.core import SiteSettings
from records.values.signatures import Release, SignatureRecord
from regimen.answer import from_json
from regimen.definition import Drug
from regimen.given import EVERYTHING
from regimen.numbers import plain
from regimen.order import CycleOrder, DrugDose
from treatment_calendar.holidays import OpenDays, open_days

#: How far a working day is looked for: longer than any run of holidays.
FARTHEST_DAYS = 60


@dataclass(frozen=True, slots=True)
class Comer:
    """One cycle of one patient who comes on the day, with what the records say of its order.

    texts  the files of all courses and orders, held so that each is read once: a session forgets what nobody holds
    """

    course: CourseRow
    first: DueRow
    rows: tuple[DueRow, ...]
    order: OrderRow | None
    answer: CycleOrder | None
    release: Release | None
    drugs: tuple[Drug, ...]
    texts: tuple[KeptText, ...]


def clinic_day(session: Session, on: date, now: datetime) -> ClinicDay:
    """Everybody who comes on a day, by name."""
    site = settings(session)
    around, found = comers(session, on)
    lines = (line_of(session, around, site, one) for one in found)
    opened = site_days(site, on)
    return ClinicDay(
        on, site.site_name, tuple(sorted(lines, key=lambda line: (line.name, line.patient_id))),
        closed_words(opened, on), working_day(opened, on, -1), working_day(opened, on, 1), trail_end(session), now,
    )  # fmt: skip


def comers(session: Session, on: date, courses: Sequence[UUID] | None = None) -> tuple[Around, tuple[Comer, ...]]:
    """Who has something on the very day. courses: only these."""
    query = select(DueRow).where(DueRow.on == on).order_by(DueRow.kind, DueRow.course_id)
    due = [row for row in session.scalars(query) if courses is None or row.course_id in courses]
    around = look_around(session, due)
    texts = texts_at_hand(session, around)
    signed = signatures_by_order(session, [order.id for order in around.orders.values()])
    by_cycle: dict[tuple[UUID, int], list[DueRow]] = defaultdict(list)
    for row in due:
        by_cycle[row.course_id, row.cycle].append(row)
    return around, tuple(comer(session, around, signed, texts, rows) for rows in by_cycle.values())


def texts_at_hand(session: Session, around: Around) -> tuple[KeptText, ...]:
    """Every regimen and profile of the day, in one question."""
    both: list[CourseRow | OrderRow] = [*around.courses.values(), *around.orders.values()]
    digests = {row.regimen_sha256 for row in both} | {row.profile_sha256 for row in both}
    return tuple(session.scalars(select(KeptText).where(KeptText.sha256.in_(digests))))


def comer(
    session: Session, around: Around, signed: dict[UUID, list[SignatureRecord]], texts: tuple[KeptText, ...],
    rows: Sequence[DueRow],
) -> Comer:  # fmt: skip
    first = rows[0]
    course = around.courses[first.course_id]
    order = around.orders.get((course.id, first.cycle))
    digest = course.regimen_sha256 if order is None else order.regimen_sha256
    regimen = kept_regimen(text_of(session, digest), course.regimen_id)
    days = {row.cycle_day for row in rows if row.kind != "blood_test"}
    drugs = regimen.drugs_of(first.cycle, dict(course.options))
    given = tuple(drug for drug in drugs if (days & set(drug.days) if drug.route == "iv" else min(drug.days) in days))
    return Comer(
        course, first, tuple(rows), order, None if order is None else from_json(json.loads(order.answer_json)),
        None if order is None else release_in(session, around, order, signed.get(order.id, [])), given,
        texts,
    )  # fmt: skip


def signatures_by_order(session: Session, orders: Sequence[UUID]) -> dict[UUID, list[SignatureRecord]]:
    """Order -> its signatures, oldest first."""
    found: dict[UUID, list[SignatureRecord]] = defaultdict(list)
    query = select(SignatureRow).where(SignatureRow.order_id.in_(orders)).order_by(SignatureRow.audit_seq)
    for row in session.scalars(query):
        found[row.order_id].append(signature_of(row))
    return found


def release_in(session: Session, around: Around, order: OrderRow, signed: Sequence[SignatureRecord]) -> Release:
    """How far an order has come, from what was read for the whole day."""
    before = max(
        (one for one in around.orders.values() if one.course_id == order.course_id and one.cycle < order.cycle),
        key=lambda one: one.cycle,
        default=None,
    )
    raised: tuple[str, ...] = ()
    if before is not None:
        raised = raised_drugs(before.answer_json, order.answer_json, restarted_in(session, before))
    return release_of(order_of(session, order), signed, raised)


def line_of(session: Session, around: Around, site: SiteSettings, one: Comer) -> ClinicLine:
    """One line of the day."""
    course, order, first = one.course, one.order, one.first
    patient = around.patients[first.patient_id]
    treated = bool(one.drugs)
    return ClinicLine(
        patient.id, course.id, None if order is None else order.id, patient.name, identifiers_text(patient),
        around.course_texts[patient.id], first.cycle, treatment_day(one), first.on,
        tuple(due_words(one.rows, order, first.on)), tuple(drug_words(around, one)),
        tuple(needs_of(session, around, site, one)) if treated else (),
        state_of(one), treated, minutes_of(around, one, site),
    )  # fmt: skip


def treatment_day(one: Comer) -> int:
    """The cycle day of what is done; a blood test of the same date belongs to another."""
    return next((row.cycle_day for row in one.rows if row.kind != "blood_test"), one.first.cycle_day)


def state_of(one: Comer) -> str:
    if one.order is None or one.release is None:
        return "not signed"
    if one.order.state == "given":
        return "given"
    if one.release.standing != "released":
        return "signed"
    return "released" if one.release.prepared is None else "prepared"


def drug_words(around: Around, one: Comer) -> Iterable[str]:
    """ "oxaliplatin 210 mg"; without a signed order only the name."""
    for drug in one.drugs:
        dose = dose_in(one.answer, drug.name)
        if is_held(around, one, drug.name):
            yield f"{drug.name} on hold"
        elif dose is None or dose.dose_mg is None:
            yield drug.name
        elif dose.chosen is not None:
            plan = dose.plans[dose.chosen]
            yield f"{drug.name} {plain(plan.am_mg)} mg am, {plain(plan.pm_mg)} mg pm"
        else:
            yield f"{drug.name} {plain(dose.dose_mg)} mg"


def dose_in(answer: CycleOrder | None, drug: str) -> DrugDose | None:
    return None if answer is None else next((dose for dose in answer.doses if dose.drug == drug), None)


def is_held(around: Around, one: Comer, drug: str) -> bool:
    """Whether a drug is on hold or stopped on the day: when its order was signed, or by a hold made since."""
    on, dose = one.first.on, dose_in(one.answer, drug)
    return (dose is not None and dose.held) or any(
        hold.drug in (drug, EVERYTHING) and hold.start <= on and (hold.stop or hold.end is None or hold.end >= on)
        for hold in around.holds[one.course.id]
    )


def minutes_of(around: Around, one: Comer, site: SiteSettings) -> int | None:
    """In the chair: the infusions of the day and the site's own time around them; 0 where nothing is infused."""
    infused = [drug for drug in one.drugs if drug.route == "iv"]
    whole = 0
    for drug in infused:
        dose = dose_in(one.answer, drug.name)
        if is_held(around, one, drug.name):
            continue
        if dose is not None and dose.infusion is not None:
            whole += dose.infusion.minutes
        elif drug.infusion is not None:
            first_time = one.first.cycle == one.course.first_cycle == 1 and treatment_day(one) == min(drug.days)
            whole += drug.infusion.minutes_first if first_time else drug.infusion.minutes_later
        else:
            return None
    return whole + site.chair_minutes if infused else 0


def needs_of(session: Session, around: Around, site: SiteSettings, one: Comer) -> Iterable[Need]:
    """What stands between the patient and the treatment of the day."""
    course, order = one.course, one.order
    patient = around.patients[one.first.patient_id]
    if course.id in around.given:
        yield Need("hold", around.given[course.id])
    if needs_order(one.rows):
        due = next(row for row in one.rows if row.kind == "day1")
        yield from cycle_needs(session, around, site, course, patient, order, due)
    elif order is None:
        yield Need("order", "order not signed")
    if order is not None and one.release is not None and not (order.state == "given" and needs_order(one.rows)):
        for words in one.release.missing:
            yield Need("second check" if "second check" in words else "release", CHECK_WORDS.get(words, words))
    if (waiting := go_ahead_need(around, one)) is not None:
        yield waiting


#: The sentence of the release as a list says it.
CHECK_WORDS = {NOT_CHECKED: "second check not done"}


def go_ahead_need(around: Around, one: Comer) -> Need | None:
    """The go-ahead of this very treatment day; day 1 of a cycle that was given waits for nothing."""
    day, on = treatment_day(one), one.first.on
    if not one.drugs or (one.order is not None and one.order.state == "given" and day == 1):
        return None
    if (one.course.id, one.first.cycle, day, on) in around.go_aheads:
        return None
    return Need("go-ahead", f"no go-ahead for day {day}")


def site_days(site: SiteSettings, on: date) -> OpenDays:
    """On which days the site is open, around a date."""
    years = {on.year, (on - timedelta(days=FARTHEST_DAYS)).year, (on + timedelta(days=FARTHEST_DAYS)).year}
    return open_days(site.country, site.region, site.closing_days, years)


def closed_words(days: OpenDays, on: date) -> str:
    """Why the site is closed on a date, "" when it is open."""
    closed = days.why_closed(on)
    if closed is None:
        return ""
    return {"holiday": closed.name, "closed": "closing day of the site"}.get(closed.kind, "weekend")


def working_day(days: OpenDays, on: date, step: int) -> date:
    """The nearest open day before (-1) or after (1) a date; the next date where none is found."""
    for far in range(1, FARTHEST_DAYS + 1):
        day = on + timedelta(days=far * step)
        if days.why_closed(day) is None:
            return day
    return on + timedelta(days=step)
