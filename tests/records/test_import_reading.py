"""Tables as people have them: character sets, signs, dates, numbers, formulas, bombs; nothing guessed, nothing lost."""

import io
import random
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from records.errors import RecordError
from records.imports import sheet_table, tables
from records.imports.columns import columns, guess_columns, lacking, targets
from records.imports.fhir_bundle import read_bundle
from records.imports.source import HowToRead, Source, how_of, source_of, table_of
from records.imports.styles import Styles, ask, read_day, read_number
from records.imports.table_rows import asked_of, read_rows
from records.imports.tables import FileTable, ImportRefused
from records.values.imports import ReadRow

HEAD = "MRN,Name,DOB,Sex,Date,Weight (kg),ANC (10^9/L)"
GOOD = f"{HEAD}\nA-17,Vega,1961-07-09,f,2026-03-02,61.50,3.10\n"
POINT = Styles("dmy", "point")


def opened(data: bytes | str, name: str = "x.csv") -> Source:
    return source_of(data.encode() if isinstance(data, str) else data, name)


def table(data: bytes | str, how: HowToRead | None = None) -> FileTable:
    source = opened(data)
    return table_of(source, how or how_of(source))


def rows(data: bytes | str, styles: Styles = POINT) -> tuple[ReadRow, ...]:
    found = table(data)
    return read_rows(found, guess_columns(found.headings), styles)


def workbook(*lines: list[object], hidden: str = "") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines:
        sheet.append(line)
    if hidden:
        book.create_sheet(hidden).sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(data: bytes, part: str, change: bytes, to: bytes) -> bytes:
    """A workbook with one of its parts edited by hand."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            text = old.read(one)
            assert one != part or change in text
            new.writestr(one, text.replace(change, to) if one == part else text)
    return out.getvalue()


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_table_is_read_with_each_sign_and_mark(sign: str, mark: bytes) -> None:
    (row,) = rows(mark + GOOD.replace(",", sign).replace("\n", "\r\n").encode())
    assert row.wrong == "" and row.who is not None
    assert (row.who.numbers, row.who.birth_date, row.who.sex) == ((("MRN", "A-17"),), date(1961, 7, 9), "female")
    assert [(str(one.value), one.on) for one in row.sizes] == [("61.50", date(2026, 3, 2))]
    assert [(one.analyte, str(one.value), one.unit) for one in row.labs] == [("neutrophils", "3.10", "10^9/L")]


def test_letters_that_are_not_utf_8_are_asked_for_and_read_as_said() -> None:
    source = opened(GOOD.replace("Vega", "Müller").encode("cp1252"))
    assert source.text is not None and source.text.encoding is None
    with pytest.raises(ImportRefused, match="Say first"):
        table_of(source, how_of(source))
    assert table_of(source, HowToRead("cp1252", ",")).rows[0].cells[1] == "Müller"
    with pytest.raises(ImportRefused, match="cannot be read as UTF-8"):
        table_of(source, HowToRead("utf-8", ","))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"MRN,a\0b\n", "NUL"),
        ("MRN;x\n".encode("utf-16"), "UTF-16"),
        (b"  \n", "is empty"),
        (b"\n\n,,\n", "no headings"),
        (b'MRN,x\n"a,b\n', "no row of a table"),
        (b"\xd0\xcf\x11\xe0zzz", "old workbook"),
        (b"PK\x03\x04zzz", "damaged"),
        (b"a," * 300 + b"\n1\n", "300 columns"),
        (b"a,b\n" + b"1,2\n" * 20_001, "more than 20000 rows"),
        (b'a,b\n"' + b"x" * 150_000 + b'",2\n', "no row of a table"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(ImportRefused, match=why):
        table(data)


def test_one_way_to_read_dates_is_taken_only_where_no_cell_could_be_read_two_ways() -> None:
    assert ask(["2026-03-04", "4 Mar 2026"], []).dates is False
    assert ask(["25/03/2026", "05.05.2026"], []).likely.dates == "dmy"
    assert ask(["03/25/2026"], []).likely.dates == "mdy"
    for open_ in (
        ["03/04/2026"],
        ["03/04/2026", "25/03/2026"],
        ["12.13.1971", "02.03.2026"],
        ["25/03/2026", "03/25/2026"],
    ):
        assert ask(open_, []).dates and ask(open_, []).likely.dates is None
    assert ask([], ["58.4", "7"]).likely.numbers == "point"
    assert (ask([], ["58,4"]).numbers, ask([], ["58,4"]).likely.numbers) == (True, "comma")
    assert ask([], ["1,234"]).likely.numbers is None and ask([], ["58,4", "58.4"]).likely.numbers is None


@pytest.mark.parametrize(
    ("text", "style", "day"),
    [
        ("2026-03-04", None, date(2026, 3, 4)),
        ("2026/3/4", None, date(2026, 3, 4)),
        ("4 March 2026", None, date(2026, 3, 4)),
        ("03/04/2026", "dmy", date(2026, 4, 3)),
        ("03/04/2026", "mdy", date(2026, 3, 4)),
        ("3.4.2026", "dmy", date(2026, 4, 3)),
        ("03/04/2026", None, None),
        ("03/04/26", "dmy", None),
        ("31.04.2026", "dmy", None),
        ("0000-01-01", None, None),
        ("2026-03-04T25", None, None),
        ("45000", "dmy", None),
        ("4 Foo 2026", None, None),
        ("٠٣/٠٤/٢٠٢٦", "dmy", None),
    ],
)
def test_a_day_is_read_in_the_style_said_or_not_at_all(text: str, style: str | None, day: date | None) -> None:
    found = read_day(text, style)  # type: ignore[arg-type]
    assert (found if isinstance(found, str) else found[0]) == day or (day is None and isinstance(found, str))


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("58.40", "point", "58.40"),
        ("58,40", "comma", "58.40"),
        ("58", "comma", "58"),
        ("58,4", "point", None),
        ("58.4", "comma", None),
        ("1.234,5", "comma", None),
        ("-5", "point", None),
        ("+5", "point", None),
        ("5e3", "point", None),
        ("<0.5", "point", None),
        ("58 kg", "point", None),
        ("58.123", "point", None),
        ("٥", "point", None),
        ("", "point", None),
    ],
)
def test_a_number_is_read_exactly_or_not_at_all(text: str, style: str, value: str | None) -> None:
    found = read_number(text, style, 2)  # type: ignore[arg-type]
    assert str(found) == value if value else isinstance(found, str)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (",Vega,1961-07-09,f,,,", "The patient number is missing."),
        ("A,Vega,,f,,,", "Date of birth is missing."),
        ("A,Vega,1961-07-09,x,,,", "Sex is “x”"),
        ("A,Vega,1961-07-09,f,,61.5,", "Date of the values is missing."),
        ("A,Vega,1961-07-09,f,2026-03-02,61 kg,", "no plain number"),
        ("A,=1+1,1961-07-09,f,,,", "it holds a formula"),
        ("A,@SUM(A1),1961-07-09,f,,,", "it holds a formula"),
        ("A,V\u202eega,1961-07-09,f,,,", "invisible"),
        ("A,Vega,1961-07-09,f,,,,too,many", "It has 9 cells, the headings are 7."),
        (f"{'9' * 70},V,1961-07-09,f,,,", "at most 64"),
        (f"A,{'V' * 5000},1961-07-09,f,,,", "it has 5000 characters"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why_in_a_sentence(cells: str, why: str) -> None:
    first, second = rows(f"{HEAD}\n{cells}\nB-2,Ode,1950-01-02,m,,,\n")
    assert why in first.wrong and first.who is None and first.place == 2
    assert second.wrong == "" and second.who is not None  # one bad row does not touch its neighbour


def test_headings_are_guessed_and_never_in_another_unit() -> None:
    known = guess_columns(
        [
            "Patient ID",
            "Geburtsdatum",
            "Surname",
            "Weight (lb)",
            "Height",
            "Platelets (10*3/uL)",
            "ANC",
            "Hb [g/dL]",
            "MRN",
        ]
    )
    assert known == ("number", "birth_date", "family", "", "", "lab:platelets:10^3/uL", "", "lab:haemoglobin:g/dL", "")
    assert set(columns().titles) <= set(targets()) and "lab:creatinine:umol/L" in targets()
    assert "without them nobody" in lacking(("name", "sex")) and "Two columns" in lacking(("number", "number"))
    assert "date of the values" in lacking(("number", "birth_date", "weight_kg"))
    assert "which laboratory test" in lacking(("number", "birth_date", "date", "value"))
    assert (
        "nothing to take over" in lacking(("number", "birth_date"))
        and lacking(("number", "birth_date", "name", "sex")) == ""
    )


def test_laboratory_rows_name_their_test_and_unit_and_contradictions_are_refused() -> None:
    head = "mrn,dob,date,test,loinc,result,unit,lln,uln"
    start = "A,1961-07-09,2026-03-02T07:50,"
    found = rows(
        "\n".join(
            [
                head,
                start + "Platelets,777-3,212,10*3/uL,150,400",
                start + ",2160-0,1.1,mg/dL,,",
                start + "Platelets,751-8,3,10*9/L,,",
                start + "Platelets,,212,mmol/L,,",
                start + "Platelets,,212,,,",
                start + "Rhubarb,,2,g/L,,",
                start + ",99999-9,2,g/L,,",
                start + "INR,,1.1,,,",
            ]
        )
    )
    lab = found[0].labs[0]
    assert (lab.analyte, lab.value, lab.unit, lab.lln, lab.uln) == (
        "platelets",
        Decimal(212),
        "10^3/uL",
        Decimal(150),
        Decimal(400),
    )
    assert (lab.on, lab.taken_at, found[1].labs[0].analyte) == (date(2026, 3, 2), "2026-03-02T07:50", "creatinine")
    for row, why in zip(
        found[2:7],
        ("another test", "none that is read", "missing", "no laboratory test", "no laboratory test"),
        strict=True,
    ):
        assert why in row.wrong
    assert found[7].labs[0].analyte == "inr"


def test_a_workbook_gives_exact_numbers_and_days_and_names_formulas_errors_and_hidden_sheets() -> None:
    data = workbook(
        HEAD.split(","),
        ["A-17", "Vega", datetime(1961, 7, 9), "f", datetime(2026, 3, 2, 7, 50), 61.5, 3.1],  # noqa: DTZ001
        ["B", "Ode", date(1950, 1, 2), "m", "=TODAY()", 81, None],
        ["C", "Ix", date(1950, 1, 2), "m", "#N/A", 0.1 + 0.2, 1],
        hidden="secret",
    )
    source = source_of(data, "x.xlsx")
    assert (source.sheets, source.hidden) == (("Sheet",), ("secret",))
    found = table_of(source, how_of(source))
    read = read_rows(found, guess_columns(found.headings), Styles())
    assert [(str(one.value), one.on) for one in read[0].sizes] == [("61.5", date(2026, 3, 2))]
    assert (str(read[0].labs[0].value), read[0].labs[0].taken_at) == ("3.1", "2026-03-02T07:50")
    assert "it holds a formula" in read[1].wrong and "error of the spreadsheet" in read[2].wrong


def test_an_apostrophe_of_our_own_exports_is_taken_away_again() -> None:
    (row,) = rows(GOOD.replace("Vega", '"\'-Vega"'))
    assert row.who is not None and row.who.name == "-Vega"


def test_a_workbook_that_claims_a_billion_rows_or_unpacks_to_a_flood_is_refused_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain = workbook(["MRN"], ["A"])
    sheet = "xl/worksheets/sheet1.xml"
    far = repacked(plain, sheet, b'<row r="2"', b'<row r="1000000000"')
    with pytest.raises(ImportRefused, match="rows far apart"):
        table(far)
    claims = repacked(plain, sheet, b'ref="A1:A2"', b'ref="A1:XFD1048576"')
    assert len(table(claims).rows) == 1  # what it says of its own size is not believed
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(sheet, b"\0" * 20_000_000)
    with pytest.raises(ImportRefused, match="compressed in a way"):
        table(bomb.getvalue())
    monkeypatch.setattr(sheet_table, "MOST_UNPACKED", 1000)
    with pytest.raises(ImportRefused, match="unpacks to far more"):
        table(plain)
    monkeypatch.setattr(tables, "MOST_BYTES", 10)
    entities = repacked(plain, "xl/workbook.xml", b"<workbook", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook')
    monkeypatch.setattr(sheet_table, "MOST_UNPACKED", 10**9)
    with pytest.raises(ImportRefused, match="damaged"):
        table(entities)


def seeds() -> Iterator[bytes]:
    bundle = (
        b'{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient",'
        b'"id":"1","identifier":[{"value":"A-17"}],"gender":"female","birthDate":"1961-07-09","name":[{"text":"Vega"}]}},'
        b'{"resource":{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org",'
        b'"code":"29463-7"}]},"subject":{"reference":"urn:uuid:1"},"effectiveDateTime":"2026-03-02",'
        b'"valueQuantity":{"value":61.50,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}}}]}'
    )
    yield from (
        GOOD.encode(),
        bundle,
        workbook(HEAD.split(","), ["A-17", "Vega", "1961-07-09", "f", "2026-03-02", 61.5, 3]),
    )


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The same with bytes turned, cut, doubled or filled in."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(made))
        match chance.randrange(4):
            case 0:
                made[place] = chance.randrange(256)
            case 1:
                del made[place : place + chance.randint(1, 40)]
            case 2:
                made[place:place] = made[place : place + chance.randint(1, 60)]
            case _:
                made[place:place] = chance.choice(
                    (b'"', b"\xff", b"[" * 80, b"=1", b",,", b"\r\n", b"9" * 70, b"\\u0000")
                )
        if not made:
            made = bytearray(b"x")
    return bytes(made)


def test_three_hundred_mutated_files_give_rows_or_one_sentence_and_never_anything_else() -> None:
    chance = random.Random(20261122)
    read = refused = 0
    for data in seeds():
        for _ in range(100):
            try:
                source = source_of(mutated(data, chance), "x")
                if source.form == "fhir":
                    found = read_bundle(source.data, source.name)
                else:
                    how = how_of(source)
                    shown = table_of(source, how if how.encoding else HowToRead("cp1252", how.delimiter))
                    mapping = guess_columns(shown.headings)
                    asked_of(shown, mapping)
                    found = read_rows(shown, mapping, POINT) if not lacking(mapping) else ()
                assert all(row.who is not None or row.wrong for row in found)
                read += 1
            except RecordError as error:
                assert str(error)[0].isupper() or str(error).startswith("x ")
                refused += 1
    assert read + refused == 300 and read > 30 and refused > 30


@given(st.text(max_size=200))
def test_any_text_is_a_table_or_a_sentence(text: str) -> None:
    try:
        source = source_of(text.encode("utf-8", "replace"), "x")
        if source.form == "csv":
            shown = table_of(source, HowToRead("utf-8", ";"))
            read_rows(shown, ("number",) * len(shown.headings), Styles())
    except RecordError as error:
        assert str(error)
