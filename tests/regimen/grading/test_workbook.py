"""NCI's workbook is read in its own words; anything else is refused in sentences and unpacks nothing large."""

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regimen.errors import Refused
from regimen.grading.terms import COUNTS, VERSIONS
from regimen.grading.workbook import MOST_BYTES, Workbook, load_workbook, read_workbook
from tests.regimen.grading.workbooks import made, whole


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as error:
        read_workbook(data, "terms.xlsx")
    return str(error.value)


@pytest.mark.parametrize("version", VERSIONS)
def test_nci_s_own_workbook_is_read_word_for_word(version: str, shared_cases: Path) -> None:
    folder = shared_cases.parent / "ctcae"
    workbook = load_workbook(folder / f"CTCAE_v{version}.xlsx")
    assert (workbook.version, len(workbook.terms)) == (version, COUNTS[version])
    assert workbook.saved == {"5.0": "2017-11-27", "6.0": "2026-01-20"}[version]
    with (folder / f"ctcae_v{version}.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["meddra_code"]: row for row in csv.DictReader(file)}
    for official in workbook.terms:
        row = rows[official.term.code]
        assert {grade: row[f"grade{grade}"] for grade in range(1, 6) if row[f"grade{grade}"]} == official.grades
        assert (official.definition, official.note) == (row["definition"], row["navigational_note"])


def test_no_word_of_nci_is_shipped(shared_cases: Path, project_folder: Path) -> None:
    """Long sentences of the workbook must not be found in any of our files of the CTCAE."""
    ours = "\n".join(path.read_text(encoding="utf-8") for path in (project_folder / "assets" / "ctcae").iterdir())
    for version in VERSIONS:
        with (shared_cases.parent / "ctcae" / f"ctcae_v{version}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                wording = [row["definition"], *(row[f"grade{grade}"] for grade in range(1, 6))]
                assert not [text for text in wording if len(text.split()) > 8 and text in ours]


def test_a_whole_workbook_is_taken() -> None:
    workbook = read_workbook(whole(), "terms.xlsx")
    assert isinstance(workbook, Workbook) and workbook.version == "5.0" and len(workbook.sha256) == 64
    first = workbook.terms[0]
    assert (first.term.name, first.grades[1], first.definition, first.note) == (
        "Anemia",
        "invented 1",
        "what it is",
        "",
    )


def test_columns_may_stand_in_another_order() -> None:
    def turn(rows: list[list[object]]) -> None:
        for row in rows:
            row.insert(0, row.pop(2))

    assert read_workbook(made(turn), "terms.xlsx").terms == read_workbook(whole(), "terms.xlsx").terms


def _without_a_term(rows: list[list[object]]) -> None:
    del rows[5]


def _with_a_term_twice(rows: list[list[object]]) -> None:
    rows.append(list(rows[5]))


def _with_a_wrong_code(rows: list[list[object]]) -> None:
    rows[5][0] = 99999999


def _with_a_wrong_name(rows: list[list[object]]) -> None:
    rows[5][2] = "Tiredness"


def _with_a_grade_too_many(rows: list[list[object]]) -> None:
    rows[5][3] = "invented 1"
    rows[5][4:8] = ["-", "-", "-", "-"]


def _without_definitions(rows: list[list[object]]) -> None:
    rows[0][8] = "Meaning"


def _with_two_grade_columns(rows: list[list[object]]) -> None:
    rows[0][10] = "Grade 1"


def _much_too_long(rows: list[list[object]]) -> None:
    rows += [list(rows[1]) for _ in range(4000)]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_without_a_term, "is missing."),
        (_with_a_term_twice, "stands there twice"),
        (_with_a_wrong_code, "is no code of CTCAE v5.0"),
        (_with_a_wrong_name, '"Tiredness" stands under the code'),
        (_with_a_grade_too_many, "has the grades 1; the list has"),
        (_without_definitions, "lacks these columns on its clean copy, or has them twice: definition"),
        (_with_two_grade_columns, "grade 1"),
        (_much_too_long, "too many rows"),
    ],
)
def test_a_workbook_that_differs_from_the_list_is_refused(
    change: Callable[[list[list[object]]], None], said: str
) -> None:
    assert said in refused(made(change))


def test_many_differences_are_counted_and_a_few_written_out() -> None:
    def empty(rows: list[list[object]]) -> None:
        del rows[30:]

    said = refused(made(empty))
    assert "And 803 more." in said and said.count("is missing") == 5


def test_a_text_that_hides_or_turns_round_what_is_shown_is_refused() -> None:
    def turn(rows: list[list[object]]) -> None:
        rows[5][3] = "good \u202e dab"

    def never_end(rows: list[list[object]]) -> None:
        rows[5][3] = "a" * 5000

    assert "signs nobody can see" in refused(made(turn))
    assert "endless" in refused(made(never_end))


def test_reading_tells_how_far_it_is_and_stops_when_told() -> None:
    told: list[int] = []

    def watch(rows: int) -> bool:
        told.append(rows)
        return rows < 100

    with pytest.raises(Refused, match="was stopped; nothing was kept"):
        read_workbook(whole(), "terms.xlsx", watch)
    assert told == sorted(told) and told[-1] == 100


def test_a_file_without_a_date_is_not_given_one() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole())) as good, zipfile.ZipFile(packed, "w") as package:
        for part in good.infolist():
            if part.filename != "docProps/core.xml":
                package.writestr(part.filename, good.read(part))
    assert read_workbook(packed.getvalue(), "terms.xlsx").saved == ""


def test_another_workbook_is_refused() -> None:
    assert "has no sheet" in refused(made(title="Sheet1"))
    assert "no Excel workbook" in refused(b"")
    assert "no Excel workbook" in refused(b"code;term\n")
    assert "too long" in refused(b"x" * (MOST_BYTES + 1))


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.xlsx", tmp_path, Path("a\0b")):
        with pytest.raises(Refused):
            load_workbook(path)


def test_a_package_that_unpacks_to_far_more_is_not_opened() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"\0" * 30_000_000)
    assert "compressed in a way" in refused(packed.getvalue())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for part in range(300):
            package.writestr(f"xl/{part}.xml", b"")
    assert "unpacks to far more" in refused(packed.getvalue())


def test_an_entity_bomb_is_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole())) as good, zipfile.ZipFile(packed, "w") as package:
        for part in good.infolist():
            package.writestr(part.filename, bomb if part.filename.endswith("workbook.xml") else good.read(part))
    assert "damaged" in refused(packed.getvalue())


@given(data=st.binary(max_size=400))
def test_any_bytes_are_refused(data: bytes) -> None:
    refused(data)
    refused(b"PK\x03\x04" + data)


def test_a_workbook_with_a_broken_part_nobody_reads_is_refused_as_damaged() -> None:
    packed = io.BytesIO(whole())
    with zipfile.ZipFile(packed, "a") as package:
        package.writestr("docProps/unread.bin", b"whole" * 100)
    good = packed.getvalue()
    assert len(read_workbook(good, "terms.xlsx").terms) == COUNTS["5.0"]
    assert "does not fit its own checksum" in refused(good.replace(b"wholewhole", b"brokebroke", 1))


@settings(max_examples=40)
@given(cut=st.integers(0, len(whole()) - 1))
def test_a_truncated_workbook_is_refused(cut: int) -> None:
    refused(whole()[:cut])


@settings(max_examples=40)
@given(place=st.integers(0, len(whole()) - 1), byte=st.integers(0, 255))
def test_a_damaged_workbook_is_refused_or_read_whole(place: int, byte: int) -> None:
    damaged = bytearray(whole())
    damaged[place] = byte
    try:
        workbook = read_workbook(bytes(damaged), "terms.xlsx")
    except Refused:
        return
    assert len(workbook.terms) == COUNTS["5.0"]


@settings(max_examples=60)
@given(part=st.sampled_from(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml", "xl/styles.xml",
                             "xl/_rels/workbook.xml.rels"]), data=st.data())  # fmt: skip
def test_a_workbook_with_a_damaged_part_is_refused_or_read_whole(part: str, data: st.DataObject) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole())) as good, zipfile.ZipFile(packed, "w") as package:
        for one in good.infolist():
            text = good.read(one)
            if one.filename == part:
                place = data.draw(st.integers(0, len(text)))
                text = text[:place] + data.draw(st.binary(max_size=20)) + text[place + data.draw(st.integers(0, 20)) :]
            package.writestr(one.filename, text)
    try:
        workbook = read_workbook(packed.getvalue(), "terms.xlsx")
    except Refused:
        return
    assert len(workbook.terms) == COUNTS["5.0"]
