"""A preparation list and an index of a downtime pack as the tests look at them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from records.trail.anchor import Anchor
from regimen.order import Vial
from treatment_calendar.paper.downtime_request import DowntimeIndexRequest, PackDay, PackPaper, PackRow
from treatment_calendar.paper.imprint import Imprint
from treatment_calendar.paper.preparation_request import (
    InfusionRow,
    InfusionTable,
    PreparationRequest,
    TabletRow,
    TabletTable,
    WaitingRow,
)

DAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 7, 12, tzinfo=UTC)
ANCHOR = Anchor(1234, "9f3a77c012de90ab" * 4)
WHO = ("Łukasz Żółkiewski", "MRN 0042-118 · Insurance DE 7719")
OTHER = ("王小明 (Wáng Xiǎomíng)", "MRN 0042-555")
VIALS = (Vial(Decimal(200), 1), Vial(Decimal(50), 1))
ROW = InfusionRow(
    *WHO, 1, 1, "AB12CD", Decimal(210), VIALS, Decimal(40), Decimal(42), Decimal(500), "glucose 5 %", 120
)  # fmt: skip
SECOND = InfusionRow(
    *OTHER, 3, 1, "77FE01", Decimal(235), VIALS, Decimal(15), Decimal(47), Decimal(500), "glucose 5 %", 120
)  # fmt: skip
INFUSIONS = InfusionTable(
    "oxaliplatin", (ROW, SECOND), Decimal(445), (Vial(Decimal(200), 2), Vial(Decimal(50), 2)), Decimal(55),
    ((Vial(Decimal(200), 2), Vial(Decimal(50), 1)), Decimal(5), Decimal(50)),
    ("Doses: 210 + 235 = 445 mg", "Vials of 200 mg: 1 + 1 = 2", "Left over: 40 + 15 = 55 mg"),
)  # fmt: skip
SUPPLY = ((Decimal(500), 84), (Decimal(150), 28))
TABLETS = TabletTable(
    "capecitabine", (TabletRow(*WHO, 1, "AB12CD", SUPPLY),), SUPPLY, ("500 mg: 84 tablets", "150 mg: 28 tablets")
)  # fmt: skip
WAITING = WaitingRow(
    "Seven, Patient", "MRN 7", 2, 1,
    ("The second check is still to be done, by somebody who did not sign.", "There is no go-ahead for day 1 yet."),
)  # fmt: skip
IMPRINT = Imprint(
    "Day Unit", "Priya Raman", AT, AT, ANCHOR.seq, ANCHOR.hash, ANCHOR.short(), AT, date_style="dmy",
    not_for_use=("Nobody has to sign in to these records.",),
)  # fmt: skip
PREPARATION = PreparationRequest(DAY, 2, (INFUSIONS,), (TABLETS,), (WAITING,), True, IMPRINT)


def pack_row(number: int, name: str = WHO[0]) -> PackRow:
    ident = f"2f1c9f{number:02d}"
    papers = (
        PackPaper("Staff sheet", 4 + 5 * number, f"2026-03-02/capox-{ident}-cycle1-staff.pdf"),
        PackPaper("Calendar", 7 + 5 * number, f"2026-03-02/capox-{ident}-cycle1-calendar.pdf"),
    )
    return PackRow(name, "MRN 0042-118", 1, 1, papers)


LEFT = PackRow(
    "Seven, Patient", "MRN 7", 2, 1, (), ("Staff sheet: cycle 2 has no computed order yet; fill in its dose first.",)
)  # fmt: skip
DAY_LIST = PackPaper("Day list", 2, "2026-03-02/capox-day-2026-03-02.pdf")
INDEX = DowntimeIndexRequest(
    (PackDay(DAY, DAY_LIST, (pack_row(0), pack_row(1, OTHER[0]), LEFT)),
     *(PackDay(DAY + timedelta(days=far), None, ()) for far in range(1, 7))),
    IMPRINT,
)  # fmt: skip
