"""Columns of the SDTM-style tables (CDISC SDTMIG 3.4 names), one table a domain."""

from outcomes.exchange import words_known as known
from outcomes.exchange.cells import Column, Holds, Table

#: The study; a site that runs one writes its own over it.
STUDY = "CAPOX"
DTC = "Date, ISO 8601, as exact as it is known."
#: What is said of a column that needs no words of ours.
UNSAID = "As SDTMIG 3.4 names it."
DY = "Study day: day 1 is the first dose; there is no day 0."


def columns(*names: str, **holds: Holds) -> tuple[Column, ...]:
    """Columns by name; what ends in DTC is a day, in DY a study day, in SPID the row in the records."""
    return tuple(column(name, holds.get(name)) for name in names)


def column(name: str, holds: Holds | None = None) -> Column:
    """One column of a domain."""
    if name == "USUBJID":
        return Column(name, "Unique subject: the patient.", "patient")
    if name.endswith("SPID"):
        return Column(name, "Row in the records it was made from.", holds or "row")
    if name.endswith("DTC"):
        return Column(name, DTC, holds or "day")
    if name.endswith("DY"):
        return Column(name, DY)
    if name in CODED:
        return Column(name, ABOUT.get(name, UNSAID), "code", CODED[name])
    return Column(name, ABOUT.get(name, UNSAID), holds or "fact")


ABOUT = {
    "AGE": "Years at the first dose.",
    "RFICDTC": "Always empty: consent to a study is not kept in these records.",
    "RFPENDTC": "Always empty: the end of a study is not kept in these records.",
    "DTHDY": "Study day of death; beside the columns of SDTMIG.",
    "RACE": "Always empty: it is not kept in these records.",
    "ARMNRS": "These records assign nobody to an arm; the columns of arms are empty.",
    "AELOC": "Where on the body, as it was said.",
    "AEENRTPT": "ONGOING: it went on at AEENTPT.",
    "AEENTPT": "The day its grade was last judged.",
    "LBNRIND": "LOW, NORMAL or HIGH by the limits the laboratory gave; empty where they do not decide.",
    "LBLOBXFL": "Y: the last of its test up to the day of the first dose, before which it is taken.",
    "VSLOBXFL": "Y: the last of its test up to the day of the first dose, before which it is taken.",
    "QSLOBXFL": "Y: the last of its test up to the day of the first dose, before which it is asked.",
    "TRGRPID": "TARGET, NON-TARGET or NEW.",
    "TRLNKGRP": "The scan: the responses reckoned from it have it as RSLNKGRP.",
    "RSLNKGRP": "The scan: what was measured on it has it as TRLNKGRP; empty for the best response.",
    "AGEGR1": "Beside the columns of SDTMIG: 90+ where the age is left out because it is above 89.",
    "AEDECOD": "CTCAE term, not a MedDRA preferred term: no MedDRA levels above the lowest are licensed here.",
    "AELLT": "CTCAE term, which is a MedDRA lowest level term.",
    "AELLTCD": "Its code.",
    "AEBODSYS": "System organ class of the CTCAE.",
    "AETOXGR": "Highest grade of the event, CTCAE; version in SUPPAE (AETOXVER).",
    "AEACN": "The strongest action taken with any drug; drug by drug in SUPPAE (AEACN1 ...).",
    "AEREL": "RELATED: possible, probable or definite for at least one drug; drug by drug in SUPPAE (AEREL1 ...).",
    "AETERM": "Reported words; where there are none, or without names, the CTCAE term.",
    "EXDOSE": "Each time, mg; empty where morning and evening differ: see EXDOSTOT.",
    "EXDOSTOT": "In all on a day, mg.",
    "LBSTRESN": "In the standard unit where that only moves the point, else as reported.",
    "LBTOXGR": "CTCAE grade, the highest of those possible.",
    "LBBLFL": "Y: the value others are graded against.",
    "VSSTRESN": "In the standard unit; body surface with all its digits.",
}
CODED = {
    "EXTRT": known.is_treatment, "AEDECOD": known.is_term, "AELLT": known.is_term, "AELLTCD": known.is_term,
    "AEBODSYS": known.is_term, "LBORRESU": known.is_unit, "LBSTRESU": known.is_unit, "TULNKID": known.is_lesion,
    "TRLNKID": known.is_lesion, "AETERM": known.is_term, "LBTEST": known.is_test,
}  # fmt: skip
NO_MEDDRA = (
    "AEPTCD", "AEHLT", "AEHLTCD", "AEHLGT", "AEHLGTCD", "AEBDSYCD", "AESOC", "AESOCCD",
)  # fmt: skip

DM = Table("DM", "Demographics", columns(
    "STUDYID", "DOMAIN", "USUBJID", "SUBJID", "RFSTDTC", "RFENDTC", "RFXSTDTC", "RFXENDTC", "RFICDTC", "RFPENDTC",
    "DTHDTC", "DTHDY", "DTHFL", "SITEID", "AGE", "AGEU", "AGEGR1", "SEX", "RACE", "ARMCD", "ARM", "ACTARMCD", "ACTARM",
    "ARMNRS", "ACTARMUD", "COUNTRY", SUBJID="patient", SITEID="words", COUNTRY="words", AGE="age",
))  # fmt: skip
EX = Table("EX", "Exposure: infusions as given; tablets as ordered, less holds and with restarts", columns(
    "STUDYID", "DOMAIN", "USUBJID", "EXSEQ", "EXSPID", "EXTRT", "EXDOSE", "EXDOSU", "EXDOSFRM", "EXDOSFRQ", "EXDOSTOT",
    "EXROUTE", "EXADJ", "VISITNUM", "EXSTDTC", "EXENDTC", "EXSTDY", "EXENDY",
))  # fmt: skip
VS = Table("VS", "Vital signs", columns(
    "STUDYID", "DOMAIN", "USUBJID", "VSSEQ", "VSSPID", "VSTESTCD", "VSTEST", "VSORRES", "VSORRESU", "VSSTRESC",
    "VSSTRESN", "VSSTRESU", "VSMETHOD", "VSLOBXFL", "VSDRVFL", "VSDTC", "VSDY",
))  # fmt: skip
QS = Table("QS", "Questionnaires: ECOG performance status", columns(
    "STUDYID", "DOMAIN", "USUBJID", "QSSEQ", "QSSPID", "QSTESTCD", "QSTEST", "QSCAT", "QSORRES", "QSSTRESC", "QSSTRESN",
    "QSLOBXFL", "QSDTC", "QSDY",
))  # fmt: skip
LB = Table("LB", "Laboratory", columns(
    "STUDYID", "DOMAIN", "USUBJID", "LBSEQ", "LBSPID", "LBTESTCD", "LBTEST", "LBCAT", "LBORRES", "LBORRESU",
    "LBORNRLO", "LBORNRHI", "LBSTRESC", "LBSTRESN", "LBSTRESU", "LBSTNRLO", "LBSTNRHI", "LBNRIND", "LBLOINC",
    "LBLOBXFL", "LBBLFL", "LBTOX", "LBTOXGR", "LBDTC", "LBDY",
))  # fmt: skip
AE = Table("AE", "Adverse events, one row an event", columns(
    "STUDYID", "DOMAIN", "USUBJID", "AESEQ", "AESPID", "AETERM", "AELLT", "AELLTCD", "AEDECOD", *NO_MEDDRA[:5],
    "AEBODSYS", *NO_MEDDRA[5:], "AELOC", "AESER", "AEACN", "AEREL", "AEOUT", "AESCONG", "AESDISAB", "AESDTH", "AESHOSP",
    "AESLIFE", "AESMIE", "AECONTRT", "AETOXGR", "AESTDTC", "AEENDTC", "AESTDY", "AEENDY", "AEENRTPT", "AEENTPT",
    AESTDTC="part_day", AEENDTC="part_day", AEENTPT="day", AELOC="words",
))  # fmt: skip
SUPPAE = Table("SUPPAE", "Supplemental qualifiers of AE: actions and relations drug by drug, grades over time", columns(
    "STUDYID", "RDOMAIN", "USUBJID", "IDVAR", "IDVARVAL", "QNAM", "QLABEL", "QVAL", "QORIG", "QEVAL",
))  # fmt: skip
TU = Table("TU", "Tumour identification", columns(
    "STUDYID", "DOMAIN", "USUBJID", "TUSEQ", "TUSPID", "TULNKID", "TUTESTCD", "TUTEST", "TUORRES", "TUSTRESC", "TULOC",
    "TUMETHOD", "TUEVAL", "TUDTC", "TUDY", TULOC="words",
))  # fmt: skip
TR = Table("TR", "Tumour results", columns(
    "STUDYID", "DOMAIN", "USUBJID", "TRSEQ", "TRGRPID", "TRSPID", "TRLNKID", "TRLNKGRP", "TRTESTCD", "TRTEST",
    "TRORRES", "TRORRESU", "TRSTRESC", "TRSTRESN", "TRSTRESU", "TRSTAT", "TRREASND", "TRMETHOD", "TREVAL",
    "TRDTC", "TRDY",
))  # fmt: skip
RS = Table("RS", "Disease response by RECIST 1.1", columns(
    "STUDYID", "DOMAIN", "USUBJID", "RSSEQ", "RSLNKGRP", "RSTESTCD", "RSTEST", "RSCAT", "RSORRES", "RSSTRESC", "RSEVAL",
    "RSDTC", "RSDY",
))  # fmt: skip
ALL = (DM, EX, VS, QS, LB, AE, SUPPAE, TU, TR, RS)
