"""Reads the sums of diameters of one row of a cohort: "2026-04-20 -38.1; 2026-06-15 - new; 2026-08-10 7.1 pd"."""

from datetime import date
from decimal import Decimal

from outcomes.cohort.patients import Change
from regimen.errors import Refusal
from regimen.fields import read_day, read_decimal

#: Words after the number: a new lesion beyond doubt; progression at this scan.
NEW, PROGRESSED = "new", "pd"
#: In the place of a number: not every target was measured.
UNKNOWN = "-"
MOST_SCANS, LONGEST = 100, 4000
LEAST_PERCENT, MOST_PERCENT = -100, 10_000


def read_changes(text: str, line: int, start: date | None, refusals: list[Refusal]) -> tuple[Change, ...]:
    """Every scan with its change from the baseline sum in percent, oldest first; whatever is wrong is refused."""
    found: list[Change] = []
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if len(parts) > MOST_SCANS or len(text) > LONGEST:
        refusals.append(Refusal("sum_changes", f"Line {line}: sum_changes has more than {MOST_SCANS} scans."))
        return ()
    for part in parts:
        change = _change(part, f"line {line}: sum_changes", refusals)
        if change is None:
            continue
        if start is not None and change.on < start:
            refusals.append(Refusal("sum_changes", f"Line {line}: a scan of sum_changes is before start_date."))
        if found and change.on <= found[-1].on:
            refusals.append(Refusal("sum_changes", f"Line {line}: sum_changes is not in the order of its days."))
        found.append(change)
    return tuple(found)


def _change(part: str, field: str, refusals: list[Refusal]) -> Change | None:
    words = part.split()
    if len(words) < 2 or not set(words[2:]) <= {NEW, PROGRESSED}:
        told = "must be a day, a percent or - and, where so, new and pd, with ; between scans"
        refusals.append(Refusal("sum_changes", f"{field.capitalize()} {told}."))
        return None
    before = len(refusals)
    on = read_day(words[0], field, refusals)
    percent: Decimal | None = None
    if words[1] != UNKNOWN:
        percent = read_decimal(words[1], field, refusals, least=LEAST_PERCENT, most=MOST_PERCENT)
    if on is None or len(refusals) > before:
        return None
    return Change(on, percent, NEW in words[2:], PROGRESSED in words[2:])
