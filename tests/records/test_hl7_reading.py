"""HL7 messages: what is taken from them, what is refused and why; no message whatever ends in a fault of ours."""

import random
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from records.hl7_labs.codes import check_digit_holds, codes, moved, power_of_ten, read_codes
from records.hl7_labs.envelope import MOST_BYTES, MessageRefused
from records.hl7_labs.preview import preview, read_file
from regimen.analytes import analyte
from regimen.errors import Refused
from tests.records.lab_messages import NEUTROPHILS, PLATELETS, known, message, only, result, shown


def test_a_good_message_is_read_with_values_units_limits_and_time() -> None:
    found = shown(message())
    first, second = found.rows
    assert first.lab is not None and second.lab is not None
    assert (first.lab.analyte, first.lab.value, first.lab.unit) == ("neutrophils", Decimal("1.1"), "10^9/L")
    assert (first.lab.lln, first.lab.uln) == (Decimal("2.0"), Decimal("7.5"))
    assert (first.lab.on.isoformat(), first.lab.taken_at, first.lab.status) == ("2026-03-23", "2026-03-23T07:50", "F")
    assert second.lab.analyte == "platelets"
    assert "Seven, Patient" in found.who and "1958-03-01" in found.who
    assert found.messages[0].id.control_id == "M1"
    assert found.messages[0].id.sender == "LAB NORTH"


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_lines_may_end_with_cr_or_lf(end: str) -> None:
    text = message().replace("\r", end) + end
    assert [row.lab is not None for row in shown(text.encode()).rows] == [True, True]
    assert shown(text.encode()).messages[0].id.sha256 == shown(message()).messages[0].id.sha256


def test_the_message_names_its_own_separators() -> None:
    text = message().replace("|", "!").replace("^", "%").replace("~", "*")
    text = text.replace("10*9/L", "G/L")
    row = shown(text).rows[0]
    assert row.lab is not None
    assert (row.lab.analyte, row.lab.value, row.lab.unit) == ("neutrophils", Decimal("1.1"), "10^9/L")


def test_escaped_separators_are_part_of_the_text() -> None:
    row = only(shown(message(result("5", code="X1^A\\T\\B \\F\\ C^L"))))
    assert row.title == "A&B | C"


def test_a_batch_of_several_messages_is_read() -> None:
    batch = "\r".join(
        ("FHS|^~\\&", "BHS|^~\\&", message(NEUTROPHILS), message(PLATELETS, control_id="M2"), "BTS|2", "FTS|1")
    )
    assert [row.title for row in shown(batch).rows] == ["Neutrophils", "Platelets"]


def test_the_same_message_twice_in_a_file_is_read_once() -> None:
    assert len(shown("\r".join((message(NEUTROPHILS), message(NEUTROPHILS)))).rows) == 1


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("UNICODE UTF-8", "utf-8"), ("8859/1", "latin-1"), ("GB 18030-2000", "gb18030"), ("", "utf-8")],
)
def test_text_is_read_in_the_character_set_the_message_names(charset: str, encoding: str) -> None:
    name = "王^小明" if encoding == "gb18030" else "Müller^Zoë"
    found = shown(message(charset=charset, name=name).encode(encoding))
    assert found.who.startswith(name.replace("^", ", "))


def test_a_character_set_that_does_not_fit_is_refused_and_not_replaced() -> None:
    with pytest.raises(MessageRefused, match="cannot be read in the character set"):
        read_file(message(name="Müller^Zoë").encode("latin-1"))
    with pytest.raises(MessageRefused, match="not read here"):
        read_file(message(charset="ISO IR87").encode())
    both = "\r".join((message(charset="8859/1"), message(charset="UNICODE UTF-8")))
    with pytest.raises(MessageRefused, match="different character sets"):
        read_file(both.encode())


def test_a_file_that_is_too_long_is_refused_at_once() -> None:
    with pytest.raises(MessageRefused, match="at most 2000 kB"):
        read_file(b"MSH|^~\\&|" + b"A" * MOST_BYTES)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("", "nothing in it"),
        ("hello", "does not begin with the name"),
        ("PID|1||x", "no message header"),
        ("MSH|^~\\&|LAB\rnot a segment", "Line 2"),
        ("MSH|^^^^|LAB||||||ORU^R01|1|P", "separators"),
        ("MSH|^|LAB||||||ORU^R01|1|P", "separators"),
        ("MSH", "separators"),
        ("BHS|^~\\&", "No message header"),
        (message() + "\rOBX|3|NM|\x00", "control character"),
        (message(kind="ADT^A01"), r"only results \(ORU\^R01\)"),
        (message(processing="T"), "test or training"),
        (message(number=""), "no number of the patient"),
        (message(born="1958"), "no birth date"),
        (message(born="19580231"), "no birth date"),
        (message(sex="A"), "cannot be compared"),
        (message() + "\rPID|2||77||Other||19600101|M", "more than one patient"),
    ],
)
def test_what_is_no_result_message_is_refused_in_one_sentence(source: str, why: str) -> None:
    with pytest.raises(MessageRefused, match=why) as refused:
        read_file(source)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("status", ["P", "X", "I", "R", "S", "D", "W", "N", "", "f", "Q"])
def test_only_final_results_and_corrections_are_taken(status: str) -> None:
    row = only(shown(message(result("1.1", status=status))))
    assert row.lab is None
    assert "only F and C" in row.why_not


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("SN", "<^0.5"), ("SN", ">^900"), ("SN", "^1^:^128"), ("SN", "^2^-^3"), ("ST", "<0.5"), ("ST", "≤ 0.5"),
        ("NM", "nan"), ("NM", "inf"), ("NM", "1e3"), ("NM", "1_000"), ("NM", "-1.1"), ("NM", "1,1"), ("NM", "1 1"),
        ("NM", "١٫١"), ("NM", "１.１"), ("NM", ""), ("NM", "1.1~1.2"), ("NM", "1.1^2"), ("NM", "0x1F"),
        ("NM", "9" * 4400), ("ST", "haemolysed"), ("TX", "1.1"), ("CE", "1.1"), ("", "1.1"),
    ],
)  # fmt: skip
def test_what_is_no_plain_number_is_not_stored_as_one(kind: str, value: str) -> None:
    row = only(shown(message(result(value, kind=kind))))
    assert row.lab is None
    assert row.why_not


def test_a_comparator_is_said_with_its_value() -> None:
    assert "“<0.5”" in only(shown(message(result("<^0.5", kind="SN")))).why_not
    row = only(shown(message(result("=^1.1", kind="SN"))))
    assert row.lab is not None
    assert row.lab.value == Decimal("1.1")


@pytest.mark.parametrize(
    ("code", "value", "unit", "stored"),
    [
        ("777-3^P^LN", "72", "10*3/uL", "72 10^3/uL"),
        ("777-3^P^LN", "72000", "10*6/L", "72 10^9/L"),
        ("751-8^N^LN", "1100", "10*6/L", "1.1 10^9/L"),
        ("718-7^H^LN", "108", "g/L", "108 g/L"),
        ("2160-0^C^LN", "0.84", "mg/dL", "0.84 mg/dL"),
        ("6301-6^I^LN", "1.0", "", "1.0 ratio"),
        ("3016-3^T^LN", "2.40", "m[IU]/L", "2.40 mIU/L"),
        ("751-8^N^LN", "1.1", "10^9/L", "1.1 10^9/L"),  # not escaped: two components of the field
        ("751-8^N^LN", "1.1", "x10^9/l", "1.1 10^9/L"),
        ("777-3^P^LN", "72", "10^3/ul", "72 10^3/uL"),
        ("777-3^P^LN", "72", "G/l", "72 10^9/L"),
    ],
)
def test_units_are_kept_as_reported_or_moved_by_powers_of_ten(code: str, value: str, unit: str, stored: str) -> None:
    row = only(shown(message(result(value, unit, code))))
    assert row.lab is not None, row.why_not
    assert f"{row.lab.value:f} {row.lab.unit}" == stored


@pytest.mark.parametrize(
    ("code", "unit", "why"),
    [
        ("2160-0^C^LN", "umol/L", "contradicts its code"),
        ("14682-9^C^LN", "mg/dL", "contradicts its code"),
        ("777-3^P^LN", "mg/dL", "none that is converted exactly"),
        ("777-3^P^LN", "", "unit is missing"),
        ("718-7^H^LN", "mmol/L", "contradicts its code"),
        ("777-3^P^LN", "10*12/L", "none that is converted exactly"),
        ("777-3^P^LN", "10^12/L", "none that is converted exactly"),
    ],
)
def test_a_unit_that_does_not_fit_is_refused_with_the_reason(code: str, unit: str, why: str) -> None:
    row = only(shown(message(result("72", unit, code))))
    assert row.lab is None
    assert why in row.why_not


def test_a_value_nobody_can_have_is_refused() -> None:
    assert "outside what can be believed" in only(shown(message(result("9999", "10*9/L")))).why_not


def test_limits_are_moved_with_the_value_and_unclear_ones_left_out() -> None:
    row = only(shown(message(result("72000", "10*6/L", "777-3^P^LN", limits="150000-400000"))))
    assert row.lab is not None
    assert (row.lab.lln, row.lab.uln) == (Decimal(150), Decimal(400))
    row = only(shown(message(result("1.1", limits="see note"))))
    assert row.lab is not None
    assert (row.lab.lln, row.lab.uln) == (None, None)
    assert "not understood" in row.notes[0]
    for limits, low, high in (("<40", None, "40"), (">=2.0", "2.0", None), ("7.5-2.0", None, None)):
        row = only(shown(message(result("5", limits=limits))))
        assert row.lab is not None
        assert (row.lab.lln, row.lab.uln) == (low and Decimal(low), high and Decimal(high))


@pytest.mark.parametrize(
    ("ordered", "own", "taken"),
    [
        ("202603230750", "", "2026-03-23T07:50"),
        ("", "20260322", ""),
        ("20260323", "202603230801+0100", "2026-03-23T08:01+0100"),
    ],
)
def test_the_time_of_the_sample_comes_from_obx_14_or_obr_7(ordered: str, own: str, taken: str) -> None:
    row = only(shown(message(result("1.1", taken=own), taken=ordered)))
    assert row.lab is not None
    assert row.lab.taken_at == taken


@pytest.mark.parametrize(
    ("ordered", "own", "why"),
    [
        ("", "", "does not say when"),
        ("20260323", "20260322", "two days"),
        ("20261399", "", "date cannot be read"),
        ("20260323", "yesterday", "date cannot be read"),
        ("20260324", "", "still to come"),
        ("19570101", "", "before the patient was born"),
        ("202603", "", "date cannot be read"),
        ("202603232561", "", "date cannot be read"),
    ],
)
def test_a_result_without_one_certain_day_is_not_taken(ordered: str, own: str, why: str) -> None:
    row = only(shown(message(result("1.1", taken=own), taken=ordered)))
    assert row.lab is None
    assert why in row.why_not


def test_an_unknown_code_is_asked_about_and_never_guessed_by_its_name() -> None:
    text = message(result("1.1", code="NEU^Neutrophils^L"))
    row = only(shown(text))
    assert row.lab is None and row.asks
    chosen = only(shown(text, choices={row.code: "neutrophils"}))
    assert chosen.lab is not None and chosen.chosen == "neutrophils"
    assert chosen.lab.analyte == "neutrophils"
    left = only(shown(text, choices={row.code: ""}))
    assert left.lab is None and left.why_not == "it was left out"


def test_a_loinc_code_without_the_coding_system_is_asked_about() -> None:
    assert only(shown(message(result("1.1", code="751-8^Neutrophils^L")))).asks


def test_the_alternate_code_may_be_the_loinc_one() -> None:
    row = only(shown(message(result("1.1", code="NEU^Neutros^L^751-8^Neutrophils^LN"))))
    assert row.lab is not None
    assert row.lab.analyte == "neutrophils"


def test_total_calcium_is_not_taken_for_corrected_calcium() -> None:
    row = only(shown(message(result("2.3", "mmol/L", "2000-8^Calcium^LN"))))
    assert row.lab is None and not row.asks
    assert "albumin-corrected" in row.why_not


def test_every_loinc_code_has_its_check_digit_and_a_unit_that_can_be_written() -> None:
    assert len(codes().tests) > 60
    written = {unit for pairs in codes().written.values() for unit, _factor in pairs}
    for code, test in codes().tests.items():
        assert check_digit_holds(code), code
        assert set(test.units) <= set(analyte(test.analyte).units)
        assert set(test.units) & written, code
    assert not check_digit_holds("14629-8")
    assert check_digit_holds("14629-0")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('"751-8"', '"751-9"', "check digit"),
        ('analyte = "neutrophils"', 'analyte = "neutrophil_x"', "not in analytes.toml"),
        ("factor = 0.001", "factor = 0.002", "power of ten"),
    ],
)
def test_a_wrong_code_table_is_refused(old: str, new: str, why: str) -> None:
    from records.hl7_labs.codes import ASSET

    with pytest.raises(Refused, match=why):
        read_codes(ASSET.read_text(encoding="utf-8").replace(old, new, 1))


@given(
    st.decimals(min_value=0, max_value=10**8, places=4, allow_nan=False, allow_infinity=False),
    st.sampled_from([Decimal("0.001"), Decimal(1000), Decimal(1), Decimal("0.1"), Decimal(10)]),
)
def test_moving_the_point_is_exact(value: Decimal, factor: Decimal) -> None:
    assert power_of_ten(factor)
    assert moved(value, factor) == value * factor
    assert "E" not in f"{moved(value, factor)}"


def test_more_results_than_anybody_looks_at_are_not_offered() -> None:
    found = shown(message(*[result("1.1")] * 301))
    assert found.rows == ()
    assert "at most 300" in found.stop
    assert len(shown(message(*[result("1.1")] * 300)).rows) == 300


def looked_at(source: bytes | str) -> None:
    """A file as the page takes it: read, compared, shown; only our own refusal may come of it."""
    try:
        found = preview(read_file(source), known(), {})
    except MessageRefused as refusal:
        assert str(refusal)
        return
    for row in found.rows:
        assert (row.lab is None) == bool(row.why_not)
        if row.lab is not None:
            assert row.lab.value.is_finite() and row.lab.value >= 0


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_end_in_a_fault(data: bytes) -> None:
    looked_at(data)
    looked_at(b"MSH|^~\\&|" + data)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.integers(0, 10**6))
def test_no_field_ends_in_a_fault(text: str, seed: int) -> None:
    fields = [line.split("|") for line in message().split("\r")]
    line = random.Random(seed).choice(fields)
    line[random.Random(seed + 1).randrange(len(line))] = text
    looked_at("\r".join("|".join(one) for one in fields))


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=6)), min_size=1, max_size=6))
def test_no_mutated_message_ends_in_a_fault(changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(message(NEUTROPHILS, PLATELETS, result("<^0.5", kind="SN", status="C")).encode())
    for place, piece in changes:
        at = place % len(data)
        data[at : at + len(piece) // 2] = piece
    looked_at(bytes(data))


@pytest.mark.parametrize(
    "source",
    [
        "MSH|^~\\&" + "|" * 5000,
        message("OBX|" + "^~&" * 20000),
        message(result("&".join("1" * 3000))),
        message(*[result("1.1")] * 1999),
        message(result("\\X" + "41" * 5000 + "\\")),
        message(result("\\.br\\\\H\\\\Z9\\")),
        "\r".join([message()] * 200),
    ],
)
def test_large_and_nested_messages_are_read_or_refused(source: str) -> None:
    looked_at(source)
    looked_at(source.encode())
