"""A handover file beside the records it would come into: what is stored, what is there, what differs, what is refused.

Pure. The same look is made once more inside the transaction; what was shown must still be so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal
from uuid import UUID

from records.folding import fold
from records.handover.envelope import fingerprint
from records.imports.identity import number_key
from records.trail.canonical import canonical, sha256
from records.values.core import PatientEntry
from records.values.handed_over import HandoverKey
from records.values.handover import (
    Handover,
    HoldSaid,
    LabSaid,
    PreviewLine,
    SamePatient,
    SignedText,
    SizeSaid,
    TakeChoice,
    TakePreview,
    Trust,
)
from regimen.definition import Regimen
from regimen.numbers import as_typed

#: Of a patient on record and of the file: what is compared, and in which words.
COMPARED: Mapping[str, str] = {
    "name": "Name", "sex": "Sex", "allergies": "Allergies", "reactions": "Reactions", "medicines": "Medicines",
    "dpyd_status": "DPYD", "dpyd_score": "DPYD activity score", "dpyd_variants": "DPYD variants", "ecog": "ECOG",
    "drainage": "Bile drainage", "liver_involvement": "Tumour in the liver", "diagnosis_site": "Site of the cancer",
}  # fmt: skip
NOT_STORED = "Not stored; the value here stays."


@dataclass(frozen=True, slots=True)
class OnRecord:
    """A patient on record the file may be about. running: the course they are treated by, "" none."""

    id: UUID
    entry: PatientEntry
    sizes: Mapping[tuple[str, date], Decimal] = field(default_factory=dict)
    labs: Mapping[tuple[str, date], tuple[Decimal, str]] = field(default_factory=dict)
    running: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What of the records a file is compared with.

    key       the key it is signed with, where it is on record
    before    why this very file cannot come twice, or comes from here; "" nothing
    regimen   same: its text is in use here; other: another version under the same id is; unknown: neither
    usable    the regimen the course would go on with; practice, same_profile: the site's own practice profile
    """

    key: HandoverKey | None
    before: str
    regimen: Literal["same", "other", "unknown"]
    usable: Regimen | None
    practice: str
    same_profile: bool
    demo: bool
    today: date
    known: tuple[OnRecord, ...] = ()


def preview(one: Handover, signed: SignedText, beside: Beside, choice: TakeChoice | None) -> TakePreview:
    """choice: None proposes one: the patient on record where one is sure, the planned day 1."""
    same = tuple(_same(one.patient, known) for known in beside.known)
    if choice is None:
        sure = [who.id for who in same if who.sure]
        choice = TakeChoice(sure[0] if len(sure) == 1 else None, one.next.day1)
    chosen = next((known for known in beside.known if known.id == choice.patient_id), None)
    found = TakePreview(
        handover=one, sha256=sha256(signed.content), fingerprint=fingerprint(signed.public_key),
        trust=_trust(beside.key), key=beside.key, same=same, choice=choice,
        lines=tuple(_lines(one, beside, chosen, choice)), refused=tuple(_refused(one, beside, same, chosen, choice)),
        draft=beside.regimen == "unknown", seen="",
    )  # fmt: skip
    shown = [found.sha256, found.trust, found.same, found.choice, found.lines, found.refused]
    return replace(found, seen=sha256(canonical(shown)))


def _trust(key: HandoverKey | None) -> Trust:
    if key is None:
        return "unknown"
    return "withdrawn" if key.withdrawn else key.origin


def _same(file: PatientEntry, known: OnRecord) -> SamePatient:
    entry = known.entry
    sure = entry.birth_date == file.birth_date and bool(_numbers(entry) & _numbers(file))
    shown = ", ".join(f"{kind} {value}" for kind, value in entry.identifiers)
    return SamePatient(known.id, entry.name, entry.birth_date, shown, sure, tuple(_differences(file, entry)))


def _differences(file: PatientEntry, here: PatientEntry) -> Iterable[str]:
    for name, title in COMPARED.items():
        said, kept = getattr(file, name), getattr(here, name)
        if said != kept:
            yield f"{title}: here {_shown(kept)}, in the file {_shown(said)}"


def _shown(value: object) -> str:
    if value in (None, "", ()):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value).replace("_", " ")


def _numbers(entry: PatientEntry) -> frozenset[str]:
    return frozenset(number_key(value) for _kind, value in entry.identifiers)


def _refused(
    one: Handover, beside: Beside, same: tuple[SamePatient, ...], chosen: OnRecord | None, choice: TakeChoice
) -> Iterable[str]:
    """Every sentence that stands in the way."""
    if beside.before:
        yield beside.before
    if one.demo != beside.demo:
        yield (
            "The file comes from a demo clinic; it is no real patient's." if one.demo
            else "These are the records of a demo clinic; a real patient's file is not taken over here."
        )  # fmt: skip
    if beside.key is not None and beside.key.withdrawn:
        yield f"The key of {beside.key.holder} was withdrawn: {beside.key.withdrawn_why}"
    yield from _contradictions(one)
    yield from _patient_refused(one, beside, same, chosen, choice)
    if beside.regimen == "unknown":
        yield (
            f"The regimen {one.course.regimen_id} version {one.course.regimen_version} of the file is not in use here."
            " Take its text as a draft of an own regimen, have it approved, and open the file again."
        )
    elif beside.usable is not None:
        yield from _regimen_refused(one, beside.usable)
    if (one.next.last_day1 is not None and choice.day1 <= one.next.last_day1) or choice.day1.year > 2199:
        yield f"Day 1 must lie after the last one, {one.next.last_day1}."


def _patient_refused(
    one: Handover, beside: Beside, same: tuple[SamePatient, ...], chosen: OnRecord | None, choice: TakeChoice
) -> Iterable[str]:
    for known in beside.known:
        shares = bool(_numbers(known.entry) & _numbers(one.patient))
        if shares and known.entry.birth_date != one.patient.birth_date:
            yield (
                f"A number of the file is on record here for somebody born {known.entry.birth_date.isoformat()};"
                f" the file says {one.patient.birth_date.isoformat()}. Find out whose it is first."
            )
    sure = [who for who in same if who.sure]
    if len(sure) > 1:
        yield "The numbers of the file belong to more than one patient here."
    if sure and choice.patient_id not in {who.id for who in sure}:
        yield f"{sure[0].name} has this number and birth date here already; the course belongs to that record."
    if choice.patient_id is None and same and not sure and not choice.keep_apart:
        yield "Somebody of this name and birth date is on record under other numbers. Say whether it is they."
    if choice.patient_id is not None and chosen is None:
        yield "The patient chosen is not among those the file may be about."
    if chosen is not None and chosen.entry.birth_date != one.patient.birth_date:
        yield "The patient chosen has another birth date."
    if chosen is not None and chosen.entry.sex != one.patient.sex:
        yield f"The file says {one.patient.sex}; the patient on record is {chosen.entry.sex}."
    if chosen is not None and chosen.running:
        yield f"This patient is already treated here with {chosen.running}; that course has to be ended first."


def _contradictions(one: Handover) -> Iterable[str]:
    """A file that does not agree with itself was not written by this program."""
    given = [order.cycle for order in one.orders if order.state == "given"]
    cycles = [order.cycle for order in one.orders]
    wanted = max(given) + 1 if given else one.course.first_cycle
    earlier = [past.cycle for past in one.course.earlier]
    if (
        one.next.cycle != wanted
        or len(set(cycles)) != len(cycles)
        or any(cycle < one.course.first_cycle for cycle in cycles)
        or any(cycle >= one.course.first_cycle for cycle in earlier)
        or not 1 <= wanted <= 200
        or any(event.entry.grades == () for event in one.events)
    ):
        yield "The cycles of the file contradict each other; it was not written by this program as it stands."


def _regimen_refused(one: Handover, usable: Regimen) -> Iterable[str]:
    asked = usable.options_of(dict(one.course.options))
    known = {option.id: {choice.id for choice in option.choices} for option in asked}
    for name, choice in one.course.options.items():
        if choice not in known.get(name, set()):
            yield f"The option '{name}: {choice}' of the file is not one of the regimen here."
    drugs = {drug.name for drug in usable.drugs_of(one.next.cycle, dict(one.course.options))}
    for drug in dict.fromkeys((*one.next.percent, *one.next.level, *one.next.starting_percent)):
        if drug not in drugs:
            yield f"{drug} of the file is not given in cycle {one.next.cycle} of the regimen here."


def _lines(one: Handover, beside: Beside, chosen: OnRecord | None, choice: TakeChoice) -> Iterable[PreviewLine]:
    who = one.patient
    if chosen is None:
        yield PreviewLine("store", f"New patient {who.name}, born {who.birth_date.isoformat()}, {who.sex}")
    else:
        yield PreviewLine("there", f"{chosen.entry.name}, born {chosen.entry.birth_date.isoformat()}")
        for words in _differences(who, chosen.entry):
            yield PreviewLine(
                "differs", words, "What stands here stays; change it in Patient details where the file is right."
            )
    yield from _size_lines(one.sizes, chosen)
    yield from _lab_lines(one.labs, chosen)
    yield from _course_lines(one, beside, choice)
    yield from _kept_lines(one)


def _size_lines(sizes: tuple[SizeSaid, ...], chosen: OnRecord | None) -> Iterable[PreviewLine]:
    new, there, other = sizes_new(sizes, chosen)
    if new:
        yield PreviewLine("store", f"{len(new)} heights and weights")
    if there:
        yield PreviewLine("there", f"{len(there)} heights and weights")
    for size in other:
        assert chosen is not None
        kept = chosen.sizes[size.kind, size.on]
        yield PreviewLine("differs", f"{size.kind.split('_')[0].capitalize()} {size.on.isoformat()}: here "
                          f"{as_typed(kept)}, in the file {as_typed(size.value)}", NOT_STORED)  # fmt: skip


def _lab_lines(labs: tuple[LabSaid, ...], chosen: OnRecord | None) -> Iterable[PreviewLine]:
    new, there, other = labs_new(labs, chosen)
    if new:
        yield PreviewLine("store", f"{len(new)} laboratory values")
    if there:
        yield PreviewLine("there", f"{len(there)} laboratory values")
    for lab in other:
        assert chosen is not None
        value, unit = chosen.labs[lab.analyte, lab.on]
        yield PreviewLine("differs", f"{lab.analyte} {lab.on.isoformat()}: here {as_typed(value)} {unit}, in the file "
                          f"{as_typed(lab.value)} {lab.unit}", NOT_STORED)  # fmt: skip


def sizes_new(sizes: tuple[SizeSaid, ...], chosen: OnRecord | None) -> tuple[list[SizeSaid], ...]:
    """Those to be stored, those there already, and those of a day that has another value here."""
    kept = {} if chosen is None else chosen.sizes
    new = [one for one in sizes if (one.kind, one.on) not in kept]
    rest = [one for one in sizes if (one.kind, one.on) in kept]
    there = [one for one in rest if kept[one.kind, one.on] == one.value]
    return new, there, [one for one in rest if one not in there]


def labs_new(labs: tuple[LabSaid, ...], chosen: OnRecord | None) -> tuple[list[LabSaid], ...]:
    """The same of laboratory values."""
    kept = {} if chosen is None else chosen.labs
    new = [one for one in labs if (one.analyte, one.on) not in kept]
    rest = [one for one in labs if (one.analyte, one.on) in kept]
    there = [one for one in rest if kept[one.analyte, one.on] == (one.value, one.unit)]
    return new, there, [one for one in rest if one not in there]


def _course_lines(one: Handover, beside: Beside, choice: TakeChoice) -> Iterable[PreviewLine]:
    course, after = one.course, one.next
    yield PreviewLine(
        "store", f"{course.regimen_title}: goes on with cycle {after.cycle}, day 1 {choice.day1.isoformat()}"
    )
    if choice.day1 != after.day1:
        yield PreviewLine("differs", f"Day 1 was planned for {after.day1.isoformat()}")
    if choice.day1 < beside.today:
        yield PreviewLine(
            "differs", f"Day 1 {choice.day1.isoformat()} is past", "Choose the day the cycle begins here."
        )
    if beside.regimen == "same":
        yield PreviewLine("there", f"Regimen {course.regimen_id} version {course.regimen_version}, the same text")
    elif beside.usable is not None:
        yield PreviewLine("differs", f"Regimen {course.regimen_id}: here version {beside.usable.version}, in the file "
                          f"{course.regimen_version}", "The course goes on with the one here.")  # fmt: skip
    if not beside.same_profile:
        yield PreviewLine("differs", f"Practice: here {beside.practice}, in the file {course.practice}",
                          "Doses here go by the practice of this hospital.")  # fmt: skip
    drugs = dict.fromkeys((*after.starting_percent, *after.percent, *after.level))
    for drug in drugs:
        start = after.starting_percent.get(drug, Decimal(100))
        share = (
            f"level {as_typed(after.level[drug])}"
            if drug in after.level
            else f"{as_typed(after.percent.get(drug, Decimal(100)))} %"
        )
        yield PreviewLine("store", f"{drug}: {share}" + ("" if start == 100 else f" of a start of {as_typed(start)} %"))
    for drug, total in after.cumulative.items():
        yield PreviewLine("store", f"{drug} so far: {as_typed(total.quantize(Decimal('0.1')))} mg/m2")


def _kept_lines(one: Handover) -> Iterable[PreviewLine]:
    going_on = sum(event.entry.ongoing for event in one.events)
    if one.events:
        yield PreviewLine("store", f"{len(one.events)} adverse events with their grades, {going_on} going on")
    for hold in holds_that_reach(one):
        what = "stopped for good" if hold.stop else "on hold"
        yield PreviewLine("store", f"{hold.drug} {what} from {hold.start.isoformat()}")
    answered = [said for said in one.checklist if said.result != "not_done"]
    if answered:
        yield PreviewLine("store", f"{len(answered)} answers of the checklist, as taken over")
    if one.scans:
        yield PreviewLine("store", f"{len(one.scans)} scans with {len(one.lesions)} lesions")
    counted = (("orders", one.orders), ("infusions", one.given), ("lines of tablets", one.dispensed))
    yield PreviewLine(
        "there",
        ", ".join(f"{name}: {len(found)}" for name, found in counted).capitalize(),
        "They stay in the file, which is kept to the letter and can be read with the patient.",
    )


def holds_that_reach(one: Handover) -> tuple[HoldSaid, ...]:
    """Stops, and holds that are not over when the next cycle was to begin."""
    return tuple(hold for hold in one.holds if hold.stop or hold.end is None or hold.end >= one.next.day1)


def may_be(one: PatientEntry, other: PatientEntry) -> bool:
    """Whether two entries may be the same person: a number in common, or name and birth date."""
    same_name = fold(one.name) == fold(other.name) and one.birth_date == other.birth_date
    return same_name or bool(_numbers(one) & _numbers(other))
