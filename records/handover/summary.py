"""A handover in words, as it is shown, printed and read on the telephone. Pure; one language, as the records."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from records.reasons import said_reason
from records.values.handover import DoseSaid, EventSaid, Handover, OrderSaid
from regimen.numbers import as_typed
from regimen.unit_words import unit_words


def summary_of(one: Handover) -> str:
    """Everything that matters at the next cycle first, then how it came to that; lines of plain text."""
    parts = (
        ("", _head(one)), ("Next", _next(one)), ("Cycles given and ordered", _cycles(one)),
        ("Adverse events", map(_event, sorted(one.events, key=lambda event: (not event.entry.ongoing, event.number)))),
        ("Decisions in force", _decisions(one)), ("Delays, holds and stops", _moves(one)),
        ("Response", _response(one)), ("Checklist before the first cycle", _checklist(one)),
        ("Supportive care with the last order", one.supportive), ("Tablets", _tablets(one)),
        ("Sizes and laboratory values, newest of each", _values(one)),
        ("Files", (f"from cycle {f.from_cycle}: {f.regimen_id} version {f.regimen_version}, {f.practice}"
                   for f in one.course.files)),
    )  # fmt: skip
    lines: list[str] = []
    for title, found in parts:
        said = list(found)
        if said:
            lines += ["", title, ""] if title else []
            lines += said
    return "\n".join(lines).strip()


def _head(one: Handover) -> Iterable[str]:
    who, course = one.patient, one.course
    yield f"Handover of a running course from {one.site or 'a hospital without a name'} to {one.other}"
    yield f"{one.at:%Y-%m-%d %H:%M} UTC, {one.by} ({one.role}), CAPOX Planner {one.program}, trail {one.anchor}"
    yield from (one.note.split("\n") if one.note else ())
    numbers = ", ".join(f"{kind} {value}" for kind, value in who.identifiers)
    yield f"{who.name}, born {who.birth_date.isoformat()}, {who.sex}; {numbers}"
    yield f"Allergies: {', '.join(who.allergies) or ('none known' if who.allergies_asked else 'not asked')}"
    if who.reactions:
        yield f"Reactions: {'; '.join(who.reactions)}"
    if who.medicines:
        yield f"Medicines: {', '.join(who.medicines)}"
    score = "" if who.dpyd_score is None else f", activity score {as_typed(who.dpyd_score)}"
    yield f"DPYD: {who.dpyd_status.replace('_', ' ')}{score}"
    yield f"{course.regimen_title}, begun {course.day1.isoformat()}; {course.planned_cycles} cycles planned"
    if course.earlier_toxicities:
        yield f"Before that: {course.earlier_toxicities}"


def _next(one: Handover) -> Iterable[str]:
    after = one.next
    yield f"Cycle {after.cycle}, day 1 planned {after.day1.isoformat()}; last day 1 {_day(after.last_day1)}"
    drugs = dict.fromkeys((*after.starting_percent, *after.percent, *after.level))
    for drug in drugs:
        said = [
            f"{word} {as_typed(values[drug])}{unit}"
            for word, values, unit in (
                ("start lowered to", after.starting_percent, " %"), ("", after.percent, " % of it"),
                ("level", after.level, ""),
            )
            if drug in values
        ]  # fmt: skip
        yield f"{drug}: {', '.join(text.strip() for text in said)}"
    if not drugs:
        yield "All drugs at 100 %"
    for drug, total in after.cumulative.items():
        yield f"{drug} so far: {_rounded(total)} mg/m2"


def _cycles(one: Handover) -> Iterable[str]:
    for past in one.course.earlier:
        doses = ", ".join(f"{drug} {as_typed(percent)} %" for drug, percent in past.dose_percent.items())
        yield f"Cycle {past.cycle}, {_day(past.day1)}, at an earlier hospital: {doses or 'no doses known'}"
    for order in one.orders:
        yield _order(order)
        yield from (f"  {_dose(dose, order)}" for dose in order.doses)
    for line in one.given:
        if line.entry.reason or line.entry.event != "none":
            what = line.entry.event if line.entry.event != "none" else ""
            words = "; ".join(text for text in (what, line.entry.done, line.entry.reason) if text)
            yield f"  cycle {line.cycle} day {line.entry.cycle_day}, {line.entry.drug}: {words}"


def _order(order: OrderSaid) -> str:
    when = f"given {order.given_on.isoformat()}" if order.given_on else f"day 1 {order.day1.isoformat()}, not given"
    return (
        f"Cycle {order.cycle}, {when}; {as_typed(order.weight_kg)} kg, {as_typed(order.height_cm)} cm,"
        f" {_rounded(order.dosing_m2, 2)} m2; signed by {order.signed_by} ({order.signed_role}), check code"
        f" {order.check_code}"
    )


def _dose(dose: DoseSaid, order: OrderSaid) -> str:
    start = "" if dose.starting_percent == 100 else f" of a start of {as_typed(dose.starting_percent)} %"
    share = f"{as_typed(dose.percent)} %{start}" if dose.level is None else f"level {as_typed(dose.level)}"
    each = "no tablets chosen" if dose.dose_mg is None else f"{as_typed(dose.dose_mg)} mg"
    tablets = "; ".join(
        f"{part} {_strengths(counts)}" for part, counts in (("morning", dose.am), ("evening", dose.pm)) if counts
    )
    days = f"days {dose.days[0]}-{dose.days[-1]}" if len(dose.days) > 1 else f"day {dose.days[0]}" if dose.days else ""
    given = "on hold" if dose.held else ""
    if not given and order.state == "given":
        given = "not given" if dose.given_mg is None else f"given {as_typed(dose.given_mg)} mg in all"
    ended = "" if dose.ended is None else f"ended with {as_typed(dose.ended.percent)} %"
    return f"{dose.drug}: " + "; ".join(text for text in (share, each, days, tablets, given, ended) if text)


def _event(said: EventSaid) -> str:
    one = said.entry
    term = f"{one.term}: {one.specify}" if one.specify else one.term
    grades = ", ".join(f"grade {segment.grade} from {segment.on.isoformat()}" for segment in one.grades)
    end = "goes on" if one.ongoing else f"ended {one.end or 'on a day not known'}"
    laid = one.cause or ", ".join(drug for drug, level in one.attribution.items() if level >= 3)
    marks = [
        word for word, is_so in (("immune-related", one.immune == "yes"), ("serious", one.serious is True)) if is_so
    ]
    return "; ".join(
        text for text in (f"{said.number}. {term}, since {one.start}", grades, end, f"laid to {laid}" if laid else "",
                          *marks, one.treatment, one.outcome.lower()) if text
    )  # fmt: skip


def _decisions(one: Handover) -> Iterable[str]:
    for said in one.decisions:
        what = [
            f"{word} {as_typed(value)}{unit}"
            for word, value, unit in (
                ("start lowered to", said.starting_percent, " %"), ("percent", said.percent, " %"),
                ("level", said.level, ""),
            )
            if value is not None
        ]  # fmt: skip
        what += [
            f"{word} {on.isoformat()}"
            for word, on in (("held from", said.hold_from), ("stopped from", said.stop_from))
            if on
        ]
        events = f"events {', '.join(map(str, said.events))}" if said.events else ""
        rules = f"rules {', '.join(said.rules)}" if said.rules else ""
        words = "; ".join(text for text in (", ".join(what) or said.taken, said.reason, rules, events) if text)
        yield f"Cycle {said.cycle}, {said.drug}: {words} ({said.by}, {said.at:%Y-%m-%d})"


def _moves(one: Handover) -> Iterable[str]:
    for delay in one.delays:
        why = said_reason(delay.reason_code, delay.reason)
        yield f"Cycle {delay.cycle} put off {delay.days} days: {why} ({delay.by})"
    for hold in one.holds:
        what = "stopped for good from" if hold.stop else "held from"
        until = "" if hold.stop else f" until {_day(hold.end)}" if hold.end else " until further notice"
        why = said_reason(hold.reason_code, hold.reason)
        yield f"{hold.drug} {what} {hold.start.isoformat()}{until}: {why} ({hold.by})"
    for again in one.restarts:
        share = f"{as_typed(again.percent)} %" if again.percent is not None else f"level {again.level}"
        yield f"{again.drug} again from {again.on.isoformat()} in cycle {again.cycle} at {share}: {again.reason}"


def _response(one: Handover) -> Iterable[str]:
    names = {lesion.id: lesion.entry for lesion in one.lesions}
    for scan in one.scans:
        targets = [
            f"{names[key].name} {' + '.join(map(as_typed, reading.pieces_mm)) or reading.state.replace('_', ' ')}"
            for key, reading in scan.entry.targets.items()
            if key in names
        ]
        kind = "baseline" if scan.entry.baseline else "scan"
        new = f"new lesion {scan.entry.new_lesion}" if scan.entry.new_lesion else ""
        yield "; ".join(text for text in (f"{_day(scan.entry.on)}, {kind}", ", ".join(targets), new) if text)


def _checklist(one: Handover) -> Iterable[str]:
    for said in one.checklist:
        words = ", ".join(text for text in (said.on.isoformat(), said.value, said.reason) if text)
        yield f"{said.title}: {said.result.replace('_', ' ')} {words} ({said.by})"


def _tablets(one: Handover) -> Iterable[str]:
    for out in one.dispensed:
        batch = f", batch {out.batch}" if out.batch else ""
        what = f"{out.tablets} x {as_typed(out.strength_mg)} mg {out.drug}"
        yield f"Cycle {out.cycle}: {what} {out.on.isoformat()}{batch}"
    for back in one.returned:
        yield f"Cycle {back.cycle}: brought back {_strengths(back.tablets)} on {back.on.isoformat()}"


def _values(one: Handover) -> Iterable[str]:
    sizes = {size.kind: size for size in sorted(one.sizes, key=lambda size: size.on)}
    for size in sizes.values():
        name, unit = size.kind.rsplit("_", 1)
        yield f"{name} {as_typed(size.value)} {unit}, {size.on.isoformat()}"
    newest = {lab.analyte: lab for lab in sorted(one.labs, key=lambda lab: lab.on)}
    for lab in newest.values():
        yield f"{lab.analyte} {as_typed(lab.value)} {unit_words(lab.unit)}, {lab.on.isoformat()}".replace("  ", " ")


def _strengths(counts: Mapping[Decimal, int]) -> str:
    return " + ".join(f"{count} x {as_typed(strength)} mg" for strength, count in counts.items())


def _day(on: date | None) -> str:
    return "day not known" if on is None else on.isoformat()


def _rounded(value: Decimal, decimals: int = 1) -> str:
    return as_typed(value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP))
