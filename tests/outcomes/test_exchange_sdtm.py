"""SDTM-style tables: names, order, words and days as SDTMIG has them, and each row traced."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyreadstat
import pytest

from gui.exchange.words import xpt_words
from outcomes.exchange import xpt
from outcomes.exchange.cells import Table, text_of
from outcomes.exchange.exporting import Wanted, check
from outcomes.exchange.sdtm_columns import ALL, NO_MEDDRA
from outcomes.exchange.sdtm_events import related, strongest
from outcomes.exchange.sdtm_findings import indicator, standard
from outcomes.exchange.sdtm_tables import sdtm_of
from outcomes.exchange.xpt import NotXpt, xpt_files
from records.errors import RecordError
from records.values.core import LabResult
from records.values.exchange import Traced
from tests.records.examples import DAY1


@pytest.fixture(scope="module")
def tables(traced: Traced) -> dict[str, Table]:
    return {table.name: table for table in sdtm_of(traced, names=True)}


def test_every_domain_has_rows_and_names_of_at_most_eight_letters(tables: dict[str, Table]) -> None:
    assert list(tables) == [table.name for table in ALL]
    assert [name for name, table in tables.items() if not table.rows] == []
    for table in tables.values():
        assert all(re.fullmatch(r"[A-Z][A-Z0-9]{0,7}", column.name) for column in table.columns)
        assert all(len(row["QLABEL"]) <= 40 for row in table.dicts() if isinstance(row.get("QLABEL"), str))  # type: ignore[arg-type]


#: Variables of SDTMIG 3.4 in its order, of those that are written here; the required and expected ones in capitals.
ORDER = {
    "DM": "STUDYID DOMAIN USUBJID SUBJID RFSTDTC RFENDTC RFXSTDTC RFXENDTC RFICDTC RFPENDTC DTHDTC DTHFL SITEID "
    "AGE AGEU SEX RACE ARMCD ARM ACTARMCD ACTARM ARMNRS ACTARMUD COUNTRY",
    "EX": "STUDYID DOMAIN USUBJID EXSEQ exspid EXTRT EXDOSE EXDOSU EXDOSFRM EXDOSFRQ exdostot EXROUTE exadj "
    "visitnum EXSTDTC EXENDTC exstdy exendy",
    "VS": "STUDYID DOMAIN USUBJID VSSEQ vsspid VSTESTCD VSTEST VSORRES VSORRESU VSSTRESC VSSTRESN VSSTRESU "
    "vsmethod VSLOBXFL vsdrvfl VSDTC vsdy",
    "LB": "STUDYID DOMAIN USUBJID LBSEQ lbspid LBTESTCD LBTEST LBCAT LBORRES LBORRESU LBORNRLO LBORNRHI "
    "LBSTRESC LBSTRESN LBSTRESU LBSTNRLO LBSTNRHI LBNRIND lbloinc LBLOBXFL lbblfl lbtox lbtoxgr LBDTC "
    "lbdy",
    "AE": "STUDYID DOMAIN USUBJID AESEQ aespid AETERM AELLT AELLTCD AEDECOD AEPTCD AEHLT AEHLTCD AEHLGT "
    "AEHLGTCD AEBODSYS AEBDSYCD AESOC AESOCCD aeloc AESER AEACN AEREL aeout aescong aesdisab aesdth "
    "aeshosp aeslife aesmie aecontrt aetoxgr AESTDTC AEENDTC aestdy aeendy aeenrtpt aeentpt",
    "TU": "STUDYID DOMAIN USUBJID TUSEQ tuspid TULNKID TUTESTCD TUTEST TUORRES TUSTRESC TULOC TUMETHOD TUEVAL "
    "TUDTC tudy",
    "TR": "STUDYID DOMAIN USUBJID TRSEQ TRGRPID trspid TRLNKID trlnkgrp TRTESTCD TRTEST TRORRES TRORRESU "
    "TRSTRESC TRSTRESN TRSTRESU trstat trreasnd TRMETHOD TREVAL TRDTC trdy",
    "RS": "STUDYID DOMAIN USUBJID RSSEQ rslnkgrp RSTESTCD RSTEST RSCAT RSORRES RSSTRESC RSEVAL RSDTC rsdy",
}
#: Columns of ours, said so in the read-me.
OURS = {"DTHDY", "AGEGR1"}
#: Required: never empty.
REQUIRED = {
    "DM": "SUBJID SEX",
    "EX": "EXTRT",
    "VS": "VSTESTCD VSTEST",
    "LB": "LBTESTCD LBTEST",
    "AE": "AETERM AEDECOD",
    "TU": "TUTESTCD TUTEST",
    "TR": "TRTESTCD TRTEST",
    "RS": "RSTESTCD RSTEST",
}


def test_each_domain_has_its_variables_in_their_order_and_its_keys_and_dates_are_filled(
    tables: dict[str, Table],
) -> None:
    for name, order in ORDER.items():
        table = tables[name]
        assert [one.name for one in table.columns if one.name not in OURS] == order.upper().split()
        keys = [
            tuple(row[key] for key in ("USUBJID", *([f"{name}SEQ"] if name != "DM" else []))) for row in table.dicts()
        ]
        assert len(set(keys)) == len(keys)
        for column in ("STUDYID", "DOMAIN", "USUBJID", *REQUIRED[name].split()):
            assert all(cell not in (None, "") for cell in table.column(column)), (name, column)
        for column in (one.name for one in table.columns if one.name.endswith("DTC")):
            for cell in table.column(column):
                assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?)?", text_of(cell)), (column, cell)


def test_the_last_value_before_treatment_is_marked_once_a_test_and_limits_decide_its_range(
    tables: dict[str, Table], traced: Traced
) -> None:
    for name in ("VS", "LB", "QS"):
        marked = [row for row in tables[name].dicts() if row[f"{name}LOBXFL"] == "Y"]
        assert len({row[f"{name}TEST"] for row in marked}) == len(marked)
        assert all(isinstance(day := row[f"{name}DY"], int) and day <= 1 for row in marked)
    lab = replace(traced.space.labs[0], value=Decimal("5"), lln=Decimal("2"), uln=Decimal("7"))
    shown = [indicator(replace(lab, value=Decimal(value))) for value in ("1.9", "2", "7", "7.1")]
    assert shown == ["LOW", "NORMAL", "NORMAL", "HIGH"] and indicator(replace(lab, uln=None)) is None
    scans = {row["TRLNKGRP"] for row in tables["TR"].dicts()}
    assert {row["RSLNKGRP"] for row in tables["RS"].dicts()} - {None} <= scans


def test_rows_are_numbered_within_the_patient_and_trace_to_the_records(
    tables: dict[str, Table], traced: Traced
) -> None:
    for name, table in tables.items():
        if name in ("DM", "SUPPAE"):
            continue
        assert sorted(table.column(f"{name}SEQ")) == list(range(1, len(table.rows) + 1))
        if name != "RS":
            assert all(row in traced.entries for row in table.column(f"{name}SPID"))


def test_there_is_no_study_day_0_anywhere(tables: dict[str, Table]) -> None:
    days = [cell for table in tables.values() for column in table.columns if column.name.endswith("DY")
            for cell in table.column(column.name)]  # fmt: skip
    assert days and 0 not in days and {-7, 1} <= set(days)


def test_exposure_is_what_ran_in_and_the_tablets_as_told(tables: dict[str, Table]) -> None:
    found = [(row["EXTRT"], row["EXDOSE"], row["EXDOSTOT"], row["EXDOSFRQ"], row["EXSTDY"], row["EXENDY"])
             for row in tables["EX"].dicts()]  # fmt: skip
    assert found == [
        ("CAPECITABINE", Decimal(1650), Decimal(3300), "BID", 1, 8),
        ("OXALIPLATIN", Decimal(210), Decimal(210), "ONCE", 1, 1),
        ("CAPECITABINE", Decimal(1650), Decimal(1650), "QD", 9, 9),  # told to stop after the morning of day 9
    ]


def test_without_a_word_about_the_doses_holds_and_restarts_shape_the_tablets(traced: Traced) -> None:
    visits = tuple(replace(one, entry=replace(one.entry, doses_told=None)) for one in traced.space.visits)
    told = replace(traced, space=replace(traced.space, visits=visits))
    (exposure,) = [table for table in sdtm_of(told, names=True) if table.name == "EX"]
    tablets = [row for row in exposure.dicts() if row["EXTRT"] == "CAPECITABINE"]
    assert [(row["EXSTDY"], row["EXENDY"], row["EXDOSFRQ"]) for row in tablets] == [
        (1, 8, "BID"), (9, 9, "QD"), (12, 14, "BID"),
    ]  # fmt: skip
    assert tablets[2]["EXDOSTOT"] == 2 * Decimal(1200)  # 75 percent of 1630.4 mg by whole 150 mg


def test_an_order_given_without_a_chair_entry_still_counts_and_a_held_drug_does_not(traced: Traced) -> None:
    bare = replace(traced, space=replace(traced.space, administrations=()))
    (exposure,) = [table for table in sdtm_of(bare, names=True) if table.name == "EX"]
    assert "OXALIPLATIN" in exposure.column("EXTRT") and "PEMBROLIZUMAB" not in exposure.column("EXTRT")


def test_an_event_has_the_ctcae_term_flagged_and_no_licensed_levels(tables: dict[str, Table]) -> None:
    first = tables["AE"].dicts()[0]
    assert (first["AEDECOD"], first["AELLT"], first["AELLTCD"]) == ("Diarrhea", "Diarrhea", "10012727")
    assert first["AETERM"] == "running all day\nand night" and first["AETOXGR"] == "3"
    assert [first[name] for name in NO_MEDDRA] == [None] * len(NO_MEDDRA)
    assert (first["AEACN"], first["AEREL"], first["AESHOSP"]) == ("DRUG INTERRUPTED", "RELATED", "Y")
    beside = {row["QNAM"]: (row["QLABEL"], row["QVAL"]) for row in tables["SUPPAE"].dicts() if row["IDVARVAL"] == "1"}
    assert beside["AEDECSRC"][1] == "CTCAE 5.0 term"
    assert beside["AEREL1"] == ("Causality of PEMBROLIZUMAB", "POSSIBLE")
    assert beside["AEACN3"] == ("Action taken with CAPECITABINE", "DRUG INTERRUPTED")
    assert (beside["AEGR2"][1], beside["AEGRDY2"][1]) == ("3", "20")


def test_the_strongest_action_stands_for_all() -> None:
    assert strongest({"a": "DOSE NOT CHANGED", "b": "DRUG WITHDRAWN", "c": "DOSE REDUCED"}) == "DRUG WITHDRAWN"
    assert strongest({}) is None


@pytest.mark.parametrize(
    ("attribution", "said"),
    [
        ({"oxaliplatin": 2, "disease": 5}, "NOT RELATED"), ({"oxaliplatin": 3}, "RELATED"), ({"disease": 5}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_related_is_possible_for_one_drug_and_nobody_asked_is_nothing(
    attribution: dict[str, int], said: str | None
) -> None:
    assert related(attribution) == said


def test_a_month_stays_a_month(tables: dict[str, Table]) -> None:
    second = tables["AE"].dicts()[1]
    assert (second["AESTDTC"], second["AESTDY"]) == ("2026-03", None)


def lab(traced: Traced, value: str, unit: str, analyte: str = "haemoglobin") -> LabResult:
    return replace(traced.space.labs[0], analyte=analyte, value=Decimal(value), unit=unit)


def test_a_standard_value_moves_the_point_or_stays_as_reported(traced: Traced) -> None:
    assert standard(lab(traced, "104", "g/L")) == (Decimal("10.4"), "g/dL")
    assert standard(lab(traced, "3100", "/uL", "neutrophils")) == (Decimal("3.1"), "10^9/L")
    assert standard(lab(traced, "1.0", "mg/dL", "creatinine")) == (Decimal("1.0"), "mg/dL")  # 88.4 is no power of ten
    assert standard(lab(traced, "5", "barn")) == (Decimal(5), "barn")


def test_tumours_are_linked_measured_summed_and_judged(tables: dict[str, Table]) -> None:
    assert tables["TU"].column("TULNKID") == ("T1", "T3", "N1")
    measured = {(row["TRLNKID"], row["TRDY"]): (row["TRTESTCD"], row["TRSTRESN"]) for row in tables["TR"].dicts()}
    assert measured[("T1", 43)] == ("LDIAM", Decimal(40)) and measured[("T3", 43)] == ("LPERP", Decimal(12))
    assert measured[("N1", -7)] == ("TUMSTATE", None) and measured[(None, 43)] == ("SUMDIAM", Decimal(52))
    said = {row["RSTESTCD"]: row["RSSTRESC"] for row in tables["RS"].dicts()}
    assert said == {
        "TRGRESP": "PR", "NTRGRESP": "NON-CR/NON-PD", "NEWLPROG": "N", "OVRLRESP": "PR", "BESTRESP": "SD",
    }  # fmt: skip


def test_what_was_withdrawn_is_no_event_and_death_is_told(traced: Traced) -> None:
    events = tuple(replace(one, withdrawn=True) for one in traced.space.events)
    (said,) = traced.space.follow_up
    dead = replace(said, entry=replace(said.entry, death_on=date(2026, 9, 1)))
    tables = {
        table.name: table
        for table in sdtm_of(replace(traced, space=replace(traced.space, events=events, follow_up=(dead,))), names=True)
    }  # fmt: skip
    assert tables["AE"].rows == () and tables["SUPPAE"].rows == ()
    (row,) = tables["DM"].dicts()
    assert (row["DTHDTC"], row["DTHFL"], row["RFSTDTC"], row["AGE"]) == (date(2026, 9, 1), "Y", DAY1, 68)


def test_transport_files_hold_the_same_numbers_and_texts_under_labels_that_fit(traced: Traced, tmp_path: Path) -> None:
    tables = {table.name: table for table in sdtm_of(traced, names=True)}
    files = xpt_files(tuple(tables.values()), tmp_path)
    assert set(files) == {f"{name.lower()}.xpt" for name, table in tables.items() if table.rows}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        frame, meta = pyreadstat.read_xport(str(tmp_path / name))
        table = tables[name.removesuffix(".xpt").upper()]
        assert meta.table_name == table.name and list(frame.columns) == [column.name for column in table.columns]
        assert all(label and len(label) <= 40 and label.isascii() for label in meta.column_labels)
        for column in table.columns:
            said = [text_of(cell) for cell in table.column(column.name)]
            for text, kept in zip(said, frame[column.name], strict=True):
                same = kept == text if isinstance(kept, str) else (text == "" if kept != kept else float(text) == kept)
                assert same, (name, column.name, text, kept)


def test_what_a_transport_file_would_cut_or_fold_is_refused_by_name(traced: Traced, tmp_path: Path) -> None:
    dm = next(table for table in sdtm_of(traced, names=True) if table.name == "DM")
    for text, why in (("Łódź", "not ASCII"), ("x" * 201, "201 characters")):
        wrong = replace(dm, rows=tuple((text, *row[1:]) for row in dm.rows))
        with pytest.raises(NotXpt, match=f"DM.STUDYID holds a .*{why}"):
            xpt_files((wrong,), tmp_path)


def test_without_the_library_a_sentence_says_how_to_get_it(
    traced: Traced, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xpt, "find_spec", lambda _name: None)
    assert "capox-planner[xpt]" in xpt_words()
    with pytest.raises(RecordError, match="need a library"):
        check(Wanted("xpt", tmp_path / "out", (traced.space.patient.id,)))
