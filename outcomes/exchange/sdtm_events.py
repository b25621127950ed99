"""SDTM-style adverse events of one patient, and what stands beside them drug by drug. Pure."""

from collections.abc import Mapping
from datetime import date

from outcomes.exchange.cells import Cell
from outcomes.exchange.sdtm import Row, Rows, Subject
from outcomes.exchange.words_known import drugs
from records.course.course_plan import kept_regimen
from records.partial_date import whole
from records.values.visits import ACTIONS_TAKEN, ATTRIBUTIONS, NOT_A_DRUG, AdverseEventRecord
from regimen.errors import RegimenError

#: The strongest first; what comes first among the actions of an event stands in AEACN.
STRONGEST = (
    "DRUG WITHDRAWN", "DRUG INTERRUPTED", "DOSE REDUCED", "DOSE RATE REDUCED", "DOSE INCREASED", "DOSE NOT CHANGED",
    "NOT APPLICABLE", "UNKNOWN",
)  # fmt: skip
CRITERIA = {
    "death": "AESDTH", "life_threatening": "AESLIFE", "admission": "AESHOSP", "disability": "AESDISAB",
    "birth_defect": "AESCONG", "important": "AESMIE",
}  # fmt: skip
#: Attribution from which a drug counts as related: possible.
RELATED = 3
assert set(STRONGEST) == set(ACTIONS_TAKEN)


def events_of(subject: Subject) -> tuple[AdverseEventRecord, ...]:
    """Events that were not taken back, by number."""
    return tuple(one for one in subject.traced.space.events if not one.withdrawn)


def ae_rows(subject: Subject) -> Rows:
    """One row an event; its number is AESEQ, so that SUPPAE finds it."""
    for record in events_of(subject):
        entry = record.entry
        reported = entry.reported_words or entry.specify or entry.term
        start, end = day_of(entry.start), day_of(entry.end)
        serious = {name: yes_no(key in entry.criteria) for key, name in CRITERIA.items()} if entry.serious else {}
        yield subject.row("AE", {
            "AESEQ": record.number, "AESPID": record.id, "AETERM": reported if subject.names else entry.term,
            "AELLT": entry.term, "AELLTCD": entry.code, "AEDECOD": entry.term, "AEBODSYS": entry.soc,
            "AETOXGR": str(entry.highest_grade), "AESER": yes_no(entry.serious), **serious,
            "AEACN": strongest(entry.actions), "AEREL": related(entry.attribution),
            "AECONTRT": yes_no(entry.treated), "AEOUT": entry.outcome or None, "AESTDTC": entry.start or None,
            "AEENDTC": entry.end or None, "AESTDY": subject.day(start), "AEENDY": subject.day(end),
            "AEENRTPT": "ONGOING" if entry.ongoing else None, "AELOC": entry.location.upper() or None,
            "AEENTPT": max(one.on for one in entry.grades) if entry.ongoing and entry.grades else None,
        })  # fmt: skip


def day_of(text: str) -> date | None:
    """The day, where all of it is known."""
    return whole(text) if text else None


def yes_no(said: bool | None) -> str | None:
    """Y, N, or nothing where nobody said."""
    return None if said is None else "Y" if said else "N"


def strongest(actions: Mapping[str, str]) -> str | None:
    """The strongest of the actions taken, None where none was said."""
    said = set(actions.values())
    return next((action for action in STRONGEST if action in said), None)


def related(attribution: Mapping[str, int]) -> str | None:
    """RELATED where one drug is at least possible; NOT RELATED where drugs were asked about and none is."""
    said = [level for suspect, level in attribution.items() if suspect not in NOT_A_DRUG]
    return None if not said else "RELATED" if max(said) >= RELATED else "NOT RELATED"


def drugs_in_order(subject: Subject, record: AdverseEventRecord) -> tuple[str, ...]:
    """The drugs of the event's course as the regimen gives them: number 1 is the same drug in every event of it."""
    course = next((one for one in subject.traced.space.courses if one.id == record.course_id), None)
    named = sorted((record.entry.actions.keys() | record.entry.attribution.keys()) - set(NOT_A_DRUG))
    ordered: tuple[str, ...] = ()
    if course is not None:
        entry = course.entry
        try:
            regimen = kept_regimen(course.regimen_text, entry.regimen_id)
        except RegimenError:  # kept by a program that reads more than this one: the names of the event serve
            regimen = None
        if regimen is not None:
            ordered = tuple(drug.name for drug in regimen.drugs_of(entry.first_cycle, dict(entry.options)))
    return (*ordered, *(name for name in named if name not in ordered))


def suppae_rows(subject: Subject) -> Rows:
    """Per event: version of the CTCAE, each drug's action and relation, disease and other causes, each grade's day."""
    for record in events_of(subject):
        entry = record.entry
        said: list[tuple[str, str, Cell]] = [
            ("AETOXVER", "CTCAE version of AETOXGR", entry.ctcae_version),
            ("AEDECSRC", "Source of AEDECOD", f"CTCAE {entry.ctcae_version} term"),
        ]
        for number, drug in enumerate(drugs_in_order(subject, record), start=1):
            shown = drug.upper() if subject.names or drug in drugs() else f"DRUG {number}"
            if drug in entry.actions:
                said.append((f"AEACN{number}", f"Action taken with {shown}", entry.actions[drug]))
            if drug in entry.attribution:
                said.append((f"AEREL{number}", f"Causality of {shown}", level(entry.attribution[drug])))
        for suspect in NOT_A_DRUG:
            if suspect in entry.attribution:
                name = f"AEREL{suspect[:3].upper()}"
                said.append((name, f"Causality of {suspect}", level(entry.attribution[suspect])))
        for number, segment in enumerate(entry.grades, start=1):
            said.append((f"AEGR{number}", f"Grade {number} in time", str(segment.grade)))
            if (day := subject.day(segment.on)) is not None:
                said.append((f"AEGRDY{number}", f"Study day grade {number} began", str(day)))
        if entry.immune:
            said.append(("AEIMMUNE", "Suspected immune-related", entry.immune.upper()))
        for name, label, value in said:
            yield _supp(subject, record, name, label, value)


def level(attribution: int) -> str:
    """NCI attribution in words."""
    return ATTRIBUTIONS[attribution].upper()


def _supp(subject: Subject, record: AdverseEventRecord, name: str, label: str, value: Cell) -> Row:
    row = subject.row("AE", {
        "RDOMAIN": "AE", "IDVAR": "AESEQ", "IDVARVAL": str(record.number), "QNAM": name, "QLABEL": label[:40],
        "QVAL": value, "QORIG": "CRF", "QEVAL": "INVESTIGATOR",
    })  # fmt: skip
    del row["DOMAIN"]
    return row
