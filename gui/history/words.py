"""The audit trail and the orders of one patient in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from gui.history.handover_words import handover_words
from gui.history.visit_words import name_words, value_words, visit_words
from gui.plan.course_view import drug_words
from gui.widgets.dates import shown_date
from gui.workspace.state import PatientState
from records.course.course_plan import order_value
from records.course.cycle_case import cumulative, not_given_of
from records.course.given_at_chair import given_mg_of
from records.reasons import reason_words
from records.values.core import HistoryLine, OrderRecord
from regimen.library import analytes
from regimen.numbers import plain
from regimen.unit_words import in_words

_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b", re.ASCII)
_LINE = re.compile(r"([a-z][a-z0-9_ ]{0,40}): (.*)", re.ASCII)
_KIND_OF = {
    "sign order": "orders", "mark given": "orders", "keep draft": "orders", "verify order": "orders",
    "agree to raise": "orders", "prepare order": "orders", "administer": "orders", "withdraw administration": "orders",
    "begin course": "plan", "end course": "plan", "describe disease": "plan",
    "delay cycle": "plan", "withdraw delay": "plan", "hold drug": "plan", "end hold": "plan", "record print": "prints",
    "print again": "prints", "print staff sheet": "prints", "export": "prints",
    "print day list": "prints", "print label": "prints", "print letter": "prints",
    "print preparation list": "prints", "write downtime pack": "prints",
    "export de-identified": "prints", "add patient": "patient",
    "change patient": "patient", "measure": "values",
    "add lab": "values", "import labs": "values", "import file": "values",
    "open visit": "visits", "keep visit": "visits",
    "complete visit": "visits", "report event": "visits", "grade event": "visits", "change event": "visits",
    "withdraw event": "visits", "answer checklist": "visits", "go ahead": "visits", "withdraw go-ahead": "visits",
    "decide": "visits", "hold as proposed": "visits", "withdraw decision": "visits", "dispense": "visits",
    "dispense leftovers": "visits", "add lesion": "visits", "withdraw lesion": "visits", "open scan": "visits",
    "keep scan": "visits", "complete scan": "visits", "give up scan": "visits", "withdraw scan": "visits",
    "hand over course": "plan", "withdraw handover": "plan", "take over course": "plan",
    "save follow-up": "visits", "withdraw dispensed": "visits", "restart drug": "plan", "withdraw restart": "plan",
}  # fmt: skip
# What stands for the content of a long document: nobody reads it, the audit check does.
_UNREAD = (
    "case_json", "answer_json", "course_json", "overrides", "copies", "audit_seq", "event_ids", "texts", "withdrawn",
    "elsewhere", "decided_by", "decided_role",
)  # fmt: skip


def kind_of(line: HistoryLine) -> str:
    """Which filter a line belongs to."""
    return _KIND_OF.get(line.action, "patient")


def fields_of(text: str) -> dict[str, str]:
    """The old or new values of an entry by name; a value of several lines stays together."""
    found: dict[str, str] = {}
    last = ""
    for line in text.splitlines():
        match = _LINE.fullmatch(line)
        if match:
            last = match[1].replace(" ", "_")
            found[last] = match[2]
        elif last:
            found[last] += f"\n{line}"
    return found


def said(text: str) -> str:
    """A stored text for reading: days with the month in words, units as they are written."""
    return in_words(_DAY.sub(lambda day: _day_words(day[0]), text))


def _day_words(text: str) -> str:
    try:
        return shown_date(date.fromisoformat(text), weekday=False)
    except ValueError:  # digits that only look like a day
        return text


def what_words(line: HistoryLine) -> str:
    """One entry in one line."""
    return said(_what(line))


def why_words(line: HistoryLine) -> str:
    """Why it was done; a coded reason in words."""
    return reason_words(line.why)


def _what(line: HistoryLine) -> str:
    values = fields_of(line.new)
    found = handover_words(line, values) or visit_words(line.action, line.subject, values)
    if found is not None:
        return found
    get = values.get
    match line.action:
        case "sign order" if line.subject == "cycle order" and "check_code" in values:
            return f"Cycle {get('cycle')} signed, revision {get('revision')}, day 1 {get('day1')}"
        case "sign order" if "analyte" in values:
            return f"{_analyte(get('analyte', ''))} {get('value')} {get('unit')}, {get('on')}, typed for the order"
        case "sign order" if line.subject == "patient":
            return f"Patient changed with the order: {', '.join(name_words(name) for name in values)}"
        case "sign order":
            return "Order replaced by a newer one" if get("state") == "replaced" else f"Signature: {line.subject}"
        case "mark given":
            return f"Marked as given on {get('given_on')}"
        case "keep draft":
            return "Draft kept"
        case "delay cycle" if "days" in values:
            return f"Cycle {get('cycle')} put off by {get('days')} days: {reason_words(get('reason_code', ''))}"
        case "withdraw delay" if "withdrawn" in values:
            return "Delay withdrawn"
        case "hold drug" if "drug" in values:
            done = "stopped" if get("stop") == "yes" else "on hold"
            until = f" to {get('end')}" if get("end") else ""
            drug, why = drug_words(get("drug", "")), reason_words(get("reason_code", ""))
            return f"{drug[:1].upper()}{drug[1:]} {done} from {get('start')}{until}: {why}"
        case "describe disease":
            return "Disease at the start of the course put down"
        case "end hold":
            return "Hold taken back" if get("withdrawn") == "yes" else f"Hold ends on {get('end')}"
        case "record print" if "revision" in values:
            return f"Calendar printed, revision {get('revision')}, from cycle {get('cycle')}"
        case "print staff sheet":
            return "Staff sheet printed"
        case "print day list" if line.subject == "person":
            return "Day list of nobody printed or saved"
        case "print day list":
            return "Stands on a day list that was printed or saved"
        case "restore backup":
            return f"Records restored from the backup of entry {get('backup', '').partition(':')[0]}"
        case "notice restore":
            entry = get("restored_to", "").partition(":")[0]
            return f"Noticed that the records on the server were restored, to entry {entry}"
        case "print label":
            return "Label of tablets printed or saved"
        case "print preparation list":
            return "Stands on a preparation list that was printed or saved"
        case "write downtime pack":
            return "Stands in a downtime pack"
        case "print letter":
            kind = line.why.partition(",")[0]
            return f"{kind[:1].upper()}{kind[1:]} printed or saved"
        case "export":
            return "Exported with names, or with a key back to them"
        case "export de-identified":
            return "Exported under a pseudonym"
        case "print again":
            return "Calendar printed once more"
        case "import file" if line.subject == "patient":
            return f"Patient taken over from a file: {get('name')}"
        case "measure" | "import file" if "kind" in values:
            name, _, unit = get("kind", "").partition("_")
            return f"{name.capitalize()} {get('value')} {unit}, {get('on')}"
        case "import labs" if line.subject == "lab import":
            return "Laboratory results taken from a message"
        case "import labs" if "analyte" not in values:
            return "Laboratory value replaced by the laboratory's correction or a later sample"
        case "add lab" | "import labs" | "import file":
            return f"{_analyte(get('analyte', ''))} {get('value')} {get('unit')}, {get('on')}"
        case "begin course" if "day1" in values:
            return f"Course begun, day 1 {get('day1')}"
        case "end course":
            return f"Course {get('status', 'ended')}"
        case "add patient":
            return "Patient entered"
        case "change patient":
            return f"Patient changed: {', '.join(name_words(name) for name in values)}"
    if get("valid") == "no":
        return "Printed calendar became void"
    return f"{line.action.capitalize()}: {line.subject}"


def _analyte(name: str) -> str:
    known = analytes().get(name)
    return known.title if known is not None else name


def change_lines(line: HistoryLine) -> tuple[tuple[str, str], ...]:
    """(name, words) of each value: "old → new" where there was an old one."""
    old, new = fields_of(line.old), fields_of(line.new)
    return tuple(
        (name_words(name), _change(name, old, new)) for name in dict.fromkeys((*old, *new)) if name not in _UNREAD
    )


def _change(name: str, old: Mapping[str, str], new: Mapping[str, str]) -> str:
    after = said(value_words(name, new.get(name, "")))
    if name not in old:
        return after
    return f"{said(value_words(name, old[name]))} → {after or 'empty'}"


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One order in words. doses: drug -> dose."""

    id: UUID
    cycle: str
    state: str
    day1: str
    doses: Mapping[str, str]
    signed: str
    check_code: str


def order_rows(state: PatientState) -> tuple[OrderRow, ...]:
    """Every signed order of the course, replaced ones too, by cycle and revision."""
    ident = state.course.id if state.course else None
    kept = [o for o in state.space.orders if o.course_id == ident and o.state != "draft"]
    return tuple(_order_row(record) for record in sorted(kept, key=lambda o: (o.cycle, o.revision)))


def _order_row(record: OrderRecord) -> OrderRow:
    order = order_value(record)
    doses = {}
    for dose in order.doses:
        mg = "not chosen" if dose.dose_mg is None else f"{plain(dose.dose_mg)} mg"
        often = " twice daily" if dose.doses_per_day == 2 else ""
        percent = "" if dose.percent * dose.starting_percent == 10000 else f" ({plain(dose.percent)} %)"
        doses[dose.drug] = f"{mg}{often}{percent}" if not dose.held else "on hold"
    given = f", {shown_date(record.given_on, weekday=False)}" if record.given_on else ""
    at = record.signed_at.astimezone() if record.signed_at else None
    signed = f"{record.signed_by} ({record.signed_role})" + (
        f", {shown_date(at.date(), weekday=False)} {at:%H:%M}" if at else ""
    )
    return OrderRow(
        record.id,
        f"{record.cycle} · revision {record.revision}",
        f"{record.state}{given}",
        shown_date(record.day1),
        doses,
        signed,
        record.check_code,
    )


def cumulative_words(state: PatientState) -> tuple[str, ...]:
    """Totals so far of the IV drugs dosed by surface: what was given, and what is signed on top."""
    if state.course is None:
        return ()
    ident, elsewhere = state.course.id, state.course.entry.cumulative
    kept = [o for o in state.space.orders if o.course_id == ident]
    held, signed_for = not_given_of(state.space, state.course), given_mg_of(state.space.administrations, state.course)
    given = cumulative([order_value(o) for o in kept if o.state == "given"], elsewhere, held, signed_for)
    signed = cumulative([order_value(o) for o in kept if o.state in ("given", "signed")], elsewhere, held, signed_for)
    said = []
    for drug, total in signed.items():
        so_far = given.get(drug, Decimal(0))
        words = f"{drug}: {_mg_m2(so_far)} given so far"
        if drug in elsewhere:
            words += f", {_mg_m2(elsewhere[drug])} of it elsewhere"
        if total != so_far:
            words += f"; {_mg_m2(total)} with what is signed"
        said.append(words)
    return tuple(said)


def _mg_m2(value: Decimal) -> str:
    """For reading: whole mg/m²; the sum itself is kept exact."""
    return f"{value.quantize(Decimal(1), rounding=ROUND_HALF_UP):f} mg/m²"
