"""Many papers as one job, and the pack for days without the program: made, recorded, written whole or not at all."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest

import main
from gui.clinic.batch import BatchDone, Stopped, Wanted, run_batch
from gui.clinic.downtime import make_pack, remove_older, write_pack
from gui.clinic.drawing import Drawing, OwnDrawing
from gui.history.words import kind_of, what_words
from gui.session import Session
from records.errors import NotSaved
from tests.gui.clinic_crowd import crowd
from tests.gui.course_clinic import texts_of
from tests.gui.dose_clinic import DAY1

ALL = frozenset({"day_list", "preparation_list", "staff_sheet", "calendar"})


def wanted(session: Session, folder: Path | None, *, one_file: bool = True) -> Wanted:
    lines = session.actions.clinic_day(DAY1).result(30).lines
    return Wanted(DAY1, lines, ALL, session.settings, folder, one_file)  # type: ignore[arg-type]


def run(session: Session, asked: Wanted, drawing: Drawing | None = None) -> BatchDone:
    nothing = lambda _done, _whole: None  # noqa: E731
    return run_batch(session.actions, session.person, asked, drawing or OwnDrawing(), nothing, lambda: False)


def actions_of(session: Session, patient_id: object) -> list[str]:
    return [line.action for line in session.actions.history(patient_id).result(30)]  # type: ignore[arg-type]


def test_what_can_be_printed_is_recorded_like_single_prints_and_what_cannot_is_named(
    session: Session, tmp_path: Path
) -> None:
    ready, begun, moved = crowd(session, ["ready", "begun", "ready"])
    do, by = session.actions, session.person
    first = run(session, wanted(session, None))
    (kept,) = do.workspace(ready.patient.id).result(30).prints
    assert kept.valid and kept.sha256 and kept.check_code in "".join(texts_of(first.data))
    assert {"print day list", "print preparation list", "print staff sheet", "record print"} <= set(
        actions_of(session, ready.patient.id)
    )
    assert {(one.name, one.kind) for one in first.left_out} == {
        (begun.patient.entry.name, "staff sheet"), (begun.patient.entry.name, "calendar")
    }  # fmt: skip
    assert "print preparation list" in actions_of(session, begun.patient.id)

    # The plan of one patient changes: what is in their hands is void, and a batch does not print another unseen.
    do.hold_drug(by, uuid4(), moved.course.id, "oxaliplatin", DAY1, None, False, "other", "").result(30)
    again = run(session, wanted(session, tmp_path))
    why = {(one.name, one.kind): one.why for one in again.left_out}
    assert "take revision 1 back" in why[moved.patient.entry.name, "calendar"]
    assert [one.revision for one in do.workspace(moved.patient.id).result(30).prints] == [1]
    (same,) = do.workspace(ready.patient.id).result(30).prints
    assert (same.id, same.valid) == (kept.id, True), "a second print is another copy, not a new revision"
    assert "print again" in actions_of(session, ready.patient.id)
    assert again.written == "capox-clinic-2026-03-02.pdf"
    assert len(texts_of((tmp_path / again.written).read_bytes())) == again.pages


def test_many_files_stand_in_a_new_folder_named_by_ids_and_nobody(session: Session, tmp_path: Path) -> None:
    (one,) = crowd(session, ["ready"])
    done = run(session, wanted(session, tmp_path, one_file=False))
    short = one.course.id.hex[:8]
    assert {path.name for path in (tmp_path / done.written).iterdir()} == {
        "capox-day-2026-03-02.pdf", "capox-preparation-2026-03-02.pdf",
        f"capox-{short}-cycle1-staff-r1.pdf", f"capox-{short}-cycle1-calendar-r1.pdf",
    }  # fmt: skip
    again = run(session, wanted(session, tmp_path, one_file=False))
    assert again.written == f"{done.written}-2"
    assert (tmp_path / done.written).stat().st_mode & 0o077 == 0


def test_summary_and_alert_card_are_printed_for_all_marked_and_each_is_in_the_history(
    session: Session, tmp_path: Path
) -> None:
    treated, begun = crowd(session, ["ready", "begun"])
    asked = replace(wanted(session, tmp_path, one_file=False), kinds=frozenset({"treatment_summary", "alert_card"}))
    done = run(session, asked)
    assert done.papers == 4 and done.left_out == ()
    names = sorted(path.name for path in (tmp_path / done.written).iterdir())
    short = treated.course.id.hex[:8]
    (summary,) = (tmp_path / done.written).glob(f"capox-{short}-summary-entry*.pdf")
    assert treated.patient.entry.name in texts_of(summary.read_bytes())[0]
    assert len(names) == 4 and sum("-card-" in name for name in names) == 2
    for one in (treated, begun):
        lines = session.actions.history(one.patient.id).result(30)
        assert {what_words(line) for line in lines if kind_of(line) == "prints"} == {
            "Treatment summary printed or saved", "Alert card printed or saved",
        }  # fmt: skip


def test_a_batch_that_is_stopped_or_cannot_be_written_leaves_nothing_and_records_nothing(
    session: Session, tmp_path: Path
) -> None:
    (one,) = crowd(session, ["ready"])
    before = session.actions.trail_end().result(30)
    asked = wanted(session, tmp_path)
    with pytest.raises(Stopped):
        run_batch(session.actions, session.person, asked, OwnDrawing(), lambda _done, _whole: None, lambda: True)
    with pytest.raises(NotSaved, match="Nothing was printed"):
        run(session, wanted(session, tmp_path / "not there"))
    assert session.actions.trail_end().result(30) == before
    assert not list(tmp_path.glob("capox-clinic*")) and not list(tmp_path.glob(".new-*"))
    assert session.actions.workspace(one.patient.id).result(30).prints == ()


def test_the_pack_prints_without_the_program_says_its_moment_on_every_page_and_is_no_print(
    session: Session, tmp_path: Path
) -> None:
    ready, begun, printed = crowd(session, ["ready", "begun", "ready"])
    only = replace(wanted(session, None), kinds=frozenset({"calendar"}))
    run(session, replace(only, lines=tuple(one for one in only.lines if one.course_id == printed.course.id)))
    end = session.actions.trail_end().result(30)

    week = session.actions.clinic_week(DAY1, 7).result(60)
    now = datetime.now().astimezone()
    pack = make_pack(week, "Priya Raman", now, OwnDrawing(), lambda _done, _whole: None, lambda: False)
    folder = write_pack(pack, tmp_path)

    assert session.actions.trail_end().result(30) == end
    assert (pack.left_out, set(pack.patients)) == (2, {one.patient.id for one in (ready, begun, printed)})
    index = "".join(texts_of((folder / "index.pdf").read_bytes()))
    squeezed = "".join(index.split())
    assert all("".join(one.patient.entry.name.split()) in squeezed for one in (ready, begun, printed))
    assert "NOTINTHEPACK" in squeezed
    pages = ["".join(page.split()) for page in texts_of((folder / "all-pages.pdf").read_bytes())]
    assert len(pages) == pack.pages
    anchor = "".join(end.anchor.short().split())
    assert all(anchor in page for page in pages)
    day = folder / "2026-03-02"
    names = sorted(path.name for path in day.iterdir())
    assert len(names) == 5 and not any("Nr" in name for name in names)
    shorts = [one.course.id.hex[:8] for one in (ready, printed)]
    files = [(day / f"capox-{short}-cycle1-calendar-r1.pdf").read_bytes() for short in shorts]
    fresh, copy = ("".join("".join(texts_of(data)).split()) for data in files)
    assert "notrecordedasaprint" in fresh and "notrecordedasaprint" not in copy
    for line in (folder / "sha256.txt").read_text(encoding="ascii").splitlines():
        assert (folder / line.split("  ")[1]).is_file()


def test_only_packs_of_this_program_give_way_to_newer_ones(session: Session, tmp_path: Path) -> None:
    week, place = session.actions.clinic_week(DAY1, 1).result(60), tmp_path / "packs"
    pack = make_pack(week, "", datetime.now().astimezone(), OwnDrawing(), lambda _done, _whole: None, lambda: False)
    (place / "capox-downtime-mine").mkdir(parents=True)
    (place / "capox-downtime-mine" / "notes.txt").write_text("keep", encoding="ascii")
    made = [write_pack(pack, place, keep=2) for _ in range(3)]
    assert sum(path.is_dir() for path in made) == 2 and made[-1].is_dir()
    remove_older(place, 0)
    assert [path.name for path in place.iterdir()] == ["capox-downtime-mine"]


def test_the_command_writes_the_pack_beside_an_open_window_and_refuses_in_a_sentence(
    session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    crowd(session, ["ready"])
    out = tmp_path / "packs"
    asked = ["downtime", "--database", str(tmp_path / "clinic.db"), "--first", DAY1.isoformat(), "--json", "--out"]
    assert main.main([*asked, str(out)]) == 1
    assert "is not there" in json.loads(capsys.readouterr().out)["refused"][0]["reason"]
    out.mkdir()
    assert main.main([*asked, str(out)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["days"], told["patients"], told["left_out"]) == (7, 1, 0)
    assert (out / told["written"] / "all-pages.pdf").is_file()
