"""What earlier cycles, other medicines and allergies mean for this one."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from regimen import library
from regimen.alerts import VARIANT
from regimen.checks.finding import alert
from regimen.definition import Drug
from regimen.given import Half
from regimen.holding import dates_of, due_slots, holds_on, slots_left, stopped_from, was_given
from regimen.numbers import decimals, plain
from regimen.order import Alert
from regimen.proof import citation
from regimen.reference import Interaction
from regimen.situation import Situation


def cumulative(situation: Situation) -> Iterator[Alert]:
    """A total over the course, this dose included, at which somebody should look."""
    last, case = situation.case.previous, situation.case
    for drug in situation.drugs:
        if not drug.cumulative:
            continue
        dose = situation.doses[drug.name]
        before = last.cumulative.get(drug.name) if last else None
        if before is None and case.cycle > 1:
            yield alert("cumulative-unknown", "note", drug.name, once="course")
        slots = slots_left(case, drug.name, due_slots(drug, case.day1, situation.policy.first_dose))
        days = len(dates_of(slots))
        if dose.effective_level is None or not days:
            continue
        start = before or Decimal(0)
        total = start + dose.effective_level * days
        reached = [mark for mark in drug.cumulative if total >= mark.at]
        if reached:
            mark = max(reached, key=lambda mark: mark.at)
            yield alert(
                "cumulative-reached", "warn" if start < mark.at else "note", drug.name,
                citation(situation.regimen, mark.source), total=decimals(total, 1), limit=plain(mark.at),
                unit=mark.unit, text=mark.text, before=decimals(start, 1),
            )  # fmt: skip


def clocks(situation: Situation) -> Iterator[Alert]:
    """A drug's own limit of doses, cycles or months, counted for that drug alone; and the regimen's of cycles."""
    case, regimen = situation.case, situation.regimen
    if regimen.most_cycles is not None and case.cycle > regimen.most_cycles:
        yield alert("most-cycles-reached", "stop", cycle=str(case.cycle), limit=str(regimen.most_cycles))
    for drug in situation.drugs:
        if drug.clock is None:
            continue
        cycles = _cycles_with(drug, situation)
        months = _months_since_first(drug, situation)
        counts = (
            ("cycles", cycles, drug.clock.most_cycles),
            ("doses", cycles * len(drug.days) * drug.doses_per_day, drug.clock.most_doses),
            ("months", months + 1, drug.clock.most_months),
        )
        for what, count, most in counts:
            if most is not None and count > most:
                yield alert(
                    "clock-reached", "stop", drug.name, citation(regimen, drug.clock.source), what=what,
                    count=str(count), limit=str(most),
                )  # fmt: skip


def _cycles_with(drug: Drug, situation: Situation) -> int:
    """How many cycles up to this one have the drug by the regimen's phases, those it was not given in left out."""
    regimen, case = situation.regimen, situation.case
    return 1 + sum(
        was_given(case, drug, cycle, situation.policy.first_dose)
        for cycle in range(1, case.cycle)
        if not drug.phases or regimen.phase_of(cycle).id in drug.phases
    )


def _months_since_first(drug: Drug, situation: Situation) -> int:
    """Whole months from the drug's first dose to this day 1; without dates, from the length of the cycles before."""
    case, regimen = situation.case, situation.regimen
    dated = [past.day1 for past in case.history if past.day1 is not None and past.cycle < case.cycle]
    if dated:
        return _months(min(dated), case.day1)
    days = sum(
        regimen.phase_of(cycle).cycle_days
        for cycle in range(1, case.cycle)
        if not drug.phases or regimen.phase_of(cycle).id in drug.phases
    )
    return days * 12 // 365


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month - (1 if last.day < first.day else 0)


def interval(situation: Situation) -> Iterator[Alert]:
    """Fewer, or more, days since the last day 1 than the cycle before is long."""
    last, case = situation.case.previous, situation.case
    if last is None or last.last_day1 is None or case.cycle == 1:
        return
    days, wanted = (case.day1 - last.last_day1).days, situation.regimen.phase_of(case.cycle - 1).cycle_days
    if days != wanted:
        code, severity = ("interval-short", "stop") if days < wanted else ("interval-long", "note")
        yield alert(
            code, severity, days=str(days), cycle_days=str(wanted), cycle=str(case.cycle),  # type: ignore[arg-type]
            day1=case.day1.isoformat(),
        )  # fmt: skip


def not_given(situation: Situation) -> Iterator[Alert]:
    """Drugs on hold over all or some of their days, and drugs stopped for good, before this cycle or within it."""
    case = situation.case
    for drug in situation.drugs:
        slots = due_slots(drug, case.day1, situation.policy.first_dose)
        days, stay = dates_of(slots), dates_of(slots_left(case, drug.name, slots))
        left = {"left_days": str(len(stay)), "planned_days": str(len(days))}
        part = {} if situation.doses[drug.name].held else {VARIANT: "part", **left}
        for hold in holds_on(case, drug.name, slots):
            since = _slot_words(hold.start, hold.start_half, "am")
            until = _slot_words(hold.end, hold.end_half, "pm") if hold.end else "further notice"
            yield alert("drug-held", "note", drug.name, since=since, until=until, reason=hold.reason, params=part)
        end = stopped_from(case, drug.name)
        if end is not None and end <= days[-1]:
            yield alert("drug-stopped", "note", drug.name, since=end.isoformat(), params={VARIANT: "part", **left})
    for name, day in case.stopped.items():
        if day <= case.day1:
            yield alert("drug-stopped", "note", name, since=day.isoformat())


def _slot_words(on: date, half: Half, whole: Half) -> str:
    """A date, with the half day where a hold does not begin or end with the whole one."""
    named = {"am": "morning", "pm": "evening"}[half]
    return on.isoformat() if half == whole else f"{on.isoformat()} {named}"


def interactions(situation: Situation) -> Iterator[Alert]:
    """Medicines on the list, and supportive care ordered with the cycle, that matter to a drug of this cycle."""
    active = [drug.name for drug in situation.drugs]
    told: set[tuple[str, str]] = set()
    for medicine, looked_up in _beside(situation):
        for entry in library.interactions():
            drugs = [name for name in entry.drugs if name in active]
            if (entry.code, medicine) in told:
                continue
            if drugs and any(word in text for word in entry.words for text in looked_up):
                told.add((entry.code, medicine))
                yield _interaction(entry, medicine, drugs, situation)


def _beside(situation: Situation) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each medicine of the patient and each ordered supportive item, with the words that are looked up."""
    yield from ((medicine, (medicine.casefold(),)) for medicine in situation.case.medicines)
    ordered = situation.case.supportive
    if ordered is not None:
        yield from ((item.name, item.looked_up) for item in ordered.medicines)


def _interaction(entry: Interaction, medicine: str, drugs: list[str], situation: Situation) -> Alert:
    source = entry.source + (" (to be verified)" if entry.to_verify else "")
    ended = situation.case.medicine_ended.get(medicine)
    severity = entry.severity
    days = "" if ended is None else str((situation.case.day1 - ended).days)
    if entry.washout_days is not None and ended is not None and int(days) >= entry.washout_days:
        severity = "note"
    return alert(
        entry.code, severity, drugs[0], source, once="cycle" if severity == "stop" else "course", medicine=medicine,
        title=entry.title, action=entry.action, drugs=", ".join(drugs),
        ended="not known" if ended is None else f"{ended.isoformat()}, {days} days before day 1",
    )  # fmt: skip


def allergies(situation: Situation) -> Iterator[Alert]:
    """Allergies and earlier reactions that concern a drug of this cycle, by class and by the drug's own name."""
    active = [drug.name for drug in situation.drugs]
    for words in (*situation.case.patient.allergies, *situation.case.patient.reactions):
        typed, told = words.casefold(), set()
        for entry in library.allergy_classes():
            drugs = [name for name in entry.drugs if name in active]
            if drugs and any(word in typed for word in entry.words):
                told.update(drugs)
                yield alert(
                    entry.code, entry.severity, drugs[0], entry.source, words=words, title=entry.title,
                    drugs=", ".join(drugs),
                )  # fmt: skip
        for name in active:
            if name in typed and name not in told:
                yield alert("allergy-drug", "stop", name, words=words)


def unverified(situation: Situation) -> Iterator[Alert]:
    """Files with numbers that still need the site's own check: said once for each file."""
    regimen, profile = situation.regimen, situation.profile
    files = [
        (f"regimen {regimen.id} version {regimen.version}", regimen.to_verify),
        (f"practice profile {profile.id} version {profile.version}", profile.to_verify),
    ]
    files += [(f"capecitabine table {table.id}", ("all cells",)) for table in situation.tables if table.to_verify]
    for name, places in files:
        if places:
            some = "; ".join(places[:2])
            yield alert(
                "to-verify", "note", once="file", file=name, count=str(len(places)), some=some,
                places="; ".join(places),
            )  # fmt: skip
