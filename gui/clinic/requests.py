"""The day list and the preparation list as their pages want them. Values in, values out; no widget."""

from datetime import datetime

from gui.widgets.style_of import date_style
from records.clinic.preparation import DrugSum, Preparation, Prepared, TabletSum
from records.values.audit import DayList, TrailEnd
from records.values.core import SiteSettings
from treatment_calendar.paper.day_request import DayLine, DayListRequest
from treatment_calendar.paper.imprint import Imprint
from treatment_calendar.paper.preparation_request import (
    InfusionRow,
    InfusionTable,
    PreparationRequest,
    TabletRow,
    TabletTable,
    WaitingRow,
)
from treatment_calendar.paper.request import Paper


def paper_of(settings: SiteSettings) -> Paper:
    """The site's paper."""
    return "letter" if settings.paper == "letter" else "a4"


def imprint(
    settings: SiteSettings, end: TrailEnd, read_at: datetime, person: str, now: datetime, not_for_use: tuple[str, ...]
) -> Imprint:
    """What each paper of the clinic says of the records and of its print."""
    return Imprint(
        settings.site_name, person, now, read_at.astimezone(), end.anchor.seq, end.anchor.hash, end.anchor.short(),
        None if end.at is None else end.at.astimezone(), paper_of(settings), date_style(settings), not_for_use,
    )  # fmt: skip


def day_list_request(read: DayList, settings: SiteSettings, person: str, now: datetime) -> DayListRequest:
    """The list of a day."""
    lines = tuple(
        DayLine(
            one.name, one.identifiers, one.regimen, one.cycle, one.cycle_day, one.on, one.due, one.missing,
            one.state, one.state.endswith(", provisional"), held_back,
        )
        for one, held_back in zip(read.lines, read.held_back, strict=True)
    )  # fmt: skip
    return DayListRequest(
        day=read.on,
        lines=lines,
        imprint=imprint(settings, read.end, read.read_at, person, now, read.site_missing),
    )


def preparation_request(read: Preparation, settings: SiteSettings, person: str, now: datetime) -> PreparationRequest:
    """What the pharmacy prepares. A drug on hold is named among those not to be made, under its patient."""
    held = tuple(
        WaitingRow(one.name, one.identifiers, one.cycle, one.cycle_day, (f"{', '.join(one.held)} on hold.",))
        for one in read.prepared
        if one.held
    )
    waiting = tuple(
        WaitingRow(one.name, one.identifiers, one.cycle, one.cycle_day, one.reasons) for one in read.waiting
    )
    return PreparationRequest(
        day=read.on,
        patients=len(read.prepared),
        infusions=tuple(_infusions(read, one) for one in read.infusions),
        tablets=tuple(_tablets(read, one) for one in read.tablets),
        waiting=(*waiting, *held),
        sharing=read.sharing,
        imprint=imprint(settings, read.end, read.read_at, person, now, read.missing_for_use),
    )


def _infusions(read: Preparation, one: DrugSum) -> InfusionTable:
    rows = []
    for place, infused in one.rows:
        who = read.prepared[place]
        rows.append(
            InfusionRow(
                who.name, who.identifiers, who.cycle, who.cycle_day, who.check_code, infused.dose_mg, infused.vials,
                infused.waste_mg, infused.drug_ml, infused.bag_ml, infused.diluent, infused.minutes,
            )
        )  # fmt: skip
    shared = None if one.shared is None else (one.shared.vials, one.shared.waste_mg, one.shared.saved_mg)
    return InfusionTable(one.drug, tuple(rows), one.total_mg, one.vials, one.waste_mg, shared, one.proof)


def _tablets(read: Preparation, one: TabletSum) -> TabletTable:
    rows = tuple(
        _tablet(who, one.drug) for who in read.prepared if any(part.drug == one.drug for part in who.dispensed)
    )
    return TabletTable(one.drug, rows, one.supply, one.proof)


def _tablet(who: Prepared, drug: str) -> TabletRow:
    supply = next(part.supply for part in who.dispensed if part.drug == drug)
    return TabletRow(who.name, who.identifiers, who.cycle, who.check_code, supply)
