"""From the records to readings: everything a reader reported arrives, exactly, and nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from outcomes.recist.lesions import NewSeen, Scan, Seen, TargetLesion
from outcomes.recist.of_records import broken_baseline, judge_course, look_again, readings_of
from records.values.core import CourseEntry, CourseRecord, PatientEntry, PatientRecord, Workspace
from records.values.responses import (
    FollowUpEntry,
    FollowUpRecord,
    LesionEntry,
    LesionRecord,
    NewReading,
    ResponseSettings,
    ScanEntry,
    ScanRecord,
    TargetReading,
)

NOW = datetime(2026, 3, 2, tzinfo=UTC)
START = date(2026, 3, 2)
PATIENT, COURSE = uuid4(), uuid4()
ROLES = {"target": "T", "nontarget": "N", "new": "X"}


def course_record(**changes: object) -> CourseRecord:
    entry = CourseEntry("ici-capox", "1", "", "us", {}, START, 8, "morning")
    return CourseRecord(COURSE, PATIENT, 1, replace(entry, **changes), "active", "", "")


def lesion(entry: LesionEntry) -> LesionRecord:
    return LesionRecord(uuid4(), PATIENT, COURSE, entry, "Priya Raman", NOW)


def scan(entry: ScanEntry, **changes: object) -> ScanRecord:
    made = ScanRecord(uuid4(), PATIENT, COURSE, 1, entry, True, 1, None, "", "Priya Raman", NOW, "Priya Raman", NOW)
    return replace(made, **changes)


def space_of(
    lesions: tuple[LesionRecord, ...], scans: tuple[ScanRecord, ...], follow_up: FollowUpEntry | None = None
) -> Workspace:
    who = PatientEntry("Seven", (("MRN", "1"),), date(1958, 3, 1), "female")
    patient = PatientRecord(PATIENT, 1, who, NOW, NOW, "Priya Raman")
    kept = () if follow_up is None else (FollowUpRecord(uuid4(), PATIENT, COURSE, 1, follow_up, "Priya Raman", NOW),)
    return Workspace(patient, (), (), (course_record(),), (), (), (), (), lesions=lesions, scans=scans, follow_up=kept)


def mm(*pieces: str) -> TargetReading:
    return TargetReading("measured", tuple(Decimal(piece) for piece in pieces))


def scenario_19() -> tuple[tuple[LesionRecord, ...], tuple[ScanRecord, ...]]:
    """Liver 40 + 24 and a portal node of 20; then 26/14/12, then 34/16/14."""
    lesions = (
        lesion(LesionEntry("T1", "target", "liver")), lesion(LesionEntry("T2", "target", "liver")),
        lesion(LesionEntry("T3", "target", "portal node", "node")),
    )  # fmt: skip
    days = (date(2026, 2, 23), date(2026, 4, 20), date(2026, 6, 15))
    scans = []
    for on, sizes in zip(days, (("40", "24", "20"), ("26", "14", "12"), ("34", "16", "14")), strict=True):
        targets = {one.id: mm(size) for one, size in zip(lesions, sizes, strict=True)}
        scans.append(scan(ScanEntry(on, "ct", on == days[0], targets, new_lesion="none", marker="not_reported")))
    return lesions, tuple(scans)


def test_scenario_19_comes_out_of_the_records_as_the_clinic_expects_it() -> None:
    judged = judge_course(space_of(*scenario_19()), course_record())
    assert judged is not None
    first, second = judged.response.points
    assert (first.baseline_mm, first.sum_mm, first.overall) == (Decimal(84), Decimal(52), "PR")
    assert (second.sum_mm, second.nadir_before_mm, second.overall) == (Decimal(64), Decimal(52), "PD")
    assert "+23.1 % and +12 mm on the nadir" in second.why
    assert [point.response for point in judged.immune.points] == ["iPR", "iUPD"]
    assert look_again(second.date) == (date(2026, 7, 13), date(2026, 8, 10))
    assert judged.broken == ()


def test_a_scan_being_typed_stands_among_the_stored_ones_and_in_the_place_of_the_one_it_corrects() -> None:
    lesions, scans = scenario_19()
    space = space_of(lesions, scans)
    typed = replace(scans[2].entry, targets=scans[1].entry.targets)
    judged = judge_course(space, course_record(), typed, scans[2].id)
    assert judged is not None
    assert [point.overall for point in judged.response.points] == ["PR", "PR"]
    added = judge_course(space, course_record(), replace(typed, on=date(2026, 8, 3)))
    assert added is not None
    assert [point.overall for point in added.response.points] == ["PR", "PD", "PR"]


def test_what_is_replaced_withdrawn_half_typed_or_of_another_course_counts_nowhere() -> None:
    lesions, scans = scenario_19()
    wrong = replace(scans[2].entry, on=date(2026, 5, 4))
    others = (
        scan(wrong, replaced=True), scan(wrong, withdrawn=True), scan(wrong, complete=False),
        scan(wrong, course_id=uuid4()),
    )  # fmt: skip
    gone = replace(lesion(LesionEntry("T9", "target", "lung")), withdrawn=True)
    plain = readings_of(space_of(lesions, scans), course_record())
    assert plain is not None
    assert readings_of(space_of((*lesions, gone), (*scans, *others)), course_record()) == plain


def test_a_doubtful_new_lesion_with_a_name_is_not_yet_a_new_lesion() -> None:
    lesions, scans = scenario_19()
    new = lesion(LesionEntry("X1", "new", "lung"))
    entry = replace(scans[1].entry, new_lesion="equivocal", new_lesions={new.id: NewReading("present", Decimal(8))})
    for said, sure in (("equivocal", False), ("unequivocal", True)):
        doubt = replace(entry, new_lesion=said)
        found = readings_of(space_of((*lesions, new), (scans[0], scan(doubt))), course_record())
        assert found is not None
        assert found.scans[0].new_for_sure is sure


def test_settings_new_therapy_and_the_first_dose_come_from_the_follow_up_and_the_course() -> None:
    told = FollowUpEntry(new_therapy_on=date(2026, 9, 1), settings=ResponseSettings(False, 30, 49, 2, True))
    found = readings_of(space_of(*scenario_19(), told), course_record(day1=date(2026, 3, 9)))
    assert found is not None
    assert (found.start_date, found.new_anticancer_therapy) == (date(2026, 3, 9), date(2026, 9, 1))
    kept = found.settings
    assert (kept.confirmation_required, kept.confirm_min_days, kept.sd_min_days) == (False, 30, 49)
    assert (kept.max_not_evaluable_between, kept.allow_sd_between_pr) == (2, True)


def test_a_baseline_that_breaks_the_rules_is_refused_with_every_reason() -> None:
    lesions = (
        lesion(LesionEntry("T1", "target", "liver", unfit="fluid")), lesion(LesionEntry("T2", "target", "liver")),
        lesion(LesionEntry("T3", "target", "Liver")), lesion(LesionEntry("T4", "target", "hilum", "node")),
        lesion(LesionEntry("T5", "target", "lung", slice_mm=Decimal(8))),
    )  # fmt: skip
    sizes = (mm("30"), mm("9"), TargetReading("too_small"), mm("14"), mm("15"))
    targets = {one.id: size for one, size in zip(lesions, sizes, strict=True)}
    broken, _ = broken_baseline(lesions, ScanEntry(date(2026, 1, 2), "ct", True, targets), START)
    assert {one.code for one in broken} == {
        "target_not_measured", "target_not_measurable", "target_too_small", "baseline_too_early",
    }  # fmt: skip
    assert {one.field for one in broken} >= {"target T1", "target T2", "target T3", "target T4", "target T5"}
    rounded, notes = broken_baseline(
        lesions[1:2], ScanEntry(date(2026, 2, 20), "ct", True, {lesions[1].id: mm("9.6")}), START
    )
    assert rounded == ()
    assert "9.6 mm at baseline" in notes[0]


sizes = st.decimals("0.1", "200", places=1)
readings = st.one_of(
    st.sampled_from([TargetReading("too_small"), TargetReading("absent"), TargetReading("not_evaluated")]),
    st.lists(sizes, min_size=1, max_size=4).map(lambda pieces: TargetReading("measured", tuple(pieces))),
)
states = st.sampled_from(["absent", "present", "unequivocal_pd", "not_evaluated"])
news = st.one_of(
    st.sampled_from([NewReading("present"), NewReading("absent"), NewReading("grew")]),
    sizes.map(lambda size: NewReading("present", size)),
)


def expected_seen(reading: TargetReading) -> Seen:
    by_hand = {"too_small": Decimal(5), "absent": Decimal(0), "not_evaluated": None}
    return Seen(reading.state, sum(reading.pieces_mm) if reading.pieces_mm else by_hand[reading.state])  # type: ignore[arg-type]


@given(st.data())
def test_every_reading_arrives_exactly_and_under_its_name(data: st.DataObject) -> None:
    kinds = st.sampled_from(["node", "non-node"])
    lesions: list[LesionRecord] = []
    for role, sign in ROLES.items():
        count = data.draw(st.integers(1 if role == "target" else 0, 3), label=role)
        for number in range(count):
            lesions.append(lesion(LesionEntry(f"{sign}{number}", role, "liver", data.draw(kinds))))  # type: ignore[arg-type]

    def of(role: str) -> list[UUID]:
        return [one.id for one in lesions if one.entry.role == role]

    names = {one.id: one.entry.name for one in lesions}
    records, expected = [], []
    for number in range(data.draw(st.integers(1, 4), label="scans")):
        sure = data.draw(st.sampled_from(["none", "equivocal", "unequivocal"]))
        entry = ScanEntry(
            START - timedelta(days=7) + timedelta(days=42 * number), "ct", number == 0,
            {key: data.draw(readings) for key in of("target")}, {key: data.draw(states) for key in of("nontarget")},
            {key: data.draw(news) for key in of("new")}, sure, data.draw(st.sampled_from(["above", "normal"])),
            data.draw(st.booleans()), data.draw(st.booleans()),
        )  # fmt: skip
        records.append(scan(entry))
        named = {
            names[key]: NewSeen(one.mm, one.state != "absent", one.state == "grew")
            for key, one in entry.new_lesions.items()
        }
        assert entry.on is not None
        expected.append(
            Scan(
                entry.on, {names[key]: expected_seen(one) for key, one in entry.targets.items()},
                {names[key]: one for key, one in entry.nontargets.items()}, sure,
                named if sure == "unequivocal" else {}, entry.marker == "above", entry.nontarget_grew,
                entry.for_symptoms, entry.baseline,
            )
        )  # fmt: skip
    found = readings_of(space_of(tuple(lesions), tuple(reversed(records))), course_record())
    assert found is not None
    assert (found.baseline, *found.scans) == tuple(expected)
    assert found.target == tuple(
        TargetLesion(one.entry.name, one.entry.organ, one.entry.kind) for one in lesions if one.entry.role == "target"
    )
    assert found.nontarget == tuple(one.entry.name for one in lesions if one.entry.role == "nontarget")
