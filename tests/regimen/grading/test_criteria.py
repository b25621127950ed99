"""Our criteria fit the list of terms, and the terms are found by what people say."""

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimen.errors import Refused
from regimen.grading.criteria import criteria, criteria_list, grades_of, quick_terms, read_criteria
from regimen.grading.lab_rules import lab_rules
from regimen.grading.search import search
from regimen.grading.terms import FOLDER, VERSIONS, by_code, by_name, terms

TEXT = (FOLDER / "criteria_v5.toml").read_text(encoding="utf-8")


def names(text: str, version: str = "5.0") -> list[str]:
    return [found.term.name for found in search(text, version)]


def test_every_term_of_ours_is_a_term_of_the_list_with_its_grades() -> None:
    known = criteria_list().by_code
    assert len(known) == 192
    for code, own in known.items():
        assert own.term == by_code("5.0")[code]
        assert tuple(own.grades) == own.term.grades
        assert all(text.endswith(".") and len(text) < 200 for text in own.grades.values())


def test_the_terms_offered_first_are_the_usual_ones_of_these_drugs() -> None:
    quick = {own.term.name for own in quick_terms()}
    assert len(quick) == 115
    assert {
        "Diarrhea", "Nausea", "Mucositis oral", "Palmar-plantar erythrodysesthesia syndrome", "Fatigue", "Pneumonitis",
        "Peripheral sensory neuropathy", "Laryngopharyngeal dysesthesia", "Neutrophil count decreased", "Myocarditis",
    } <= quick  # fmt: skip


def test_every_term_the_notes_name_has_criteria(shared_cases: Path) -> None:
    notes = (shared_cases.parent / "clinical" / "ctcae-capox-terms.md").read_text(encoding="utf-8")
    codes = set(re.findall(r"\b10[0-9]{6}\b", notes))
    assert len(codes) > 180
    assert codes == set(criteria_list().by_code)
    first = set(re.findall(r"^\| \*\*[^|]+\*\*[^|]* \| (10[0-9]{6}) \|", notes, re.MULTILINE))
    assert first == {own.term.code for own in quick_terms()} and len(first) == 115


def test_no_criterion_is_nci_s_sentence(shared_cases: Path) -> None:
    """Short facts such as a number may agree; sentences may not."""
    with (shared_cases.parent / "ctcae" / "ctcae_v5.0.csv").open(encoding="utf-8", newline="") as file:
        official = {row["meddra_code"]: row for row in csv.DictReader(file)}
    for code, own in criteria_list().by_code.items():
        for grade, text in own.grades.items():
            theirs = official[code][f"grade{grade}"].lower().rstrip(".")
            assert len(text.split()) < 7 or text.lower().rstrip(".") != theirs, (own.term.name, grade)


@pytest.mark.parametrize(
    ("ours", "nci"),
    [
        ("daily chores limited", "limiting (?:age-appropriate )?instrumental ADL"),
        ("self-care limited", "[Ll]imiting self[ -]care ADL"),
        ("admission needed", "[Hh]ospitaliz(?!ation not)"),
        ("transfusion", "[Tt]ransfusion"),
        ("danger to life", "(?<!not immediately )[Ll]ife-threatening"),
    ],
)
def test_what_sets_a_grade_is_neither_invented_nor_left_out(ours: str, nci: str, shared_cases: Path) -> None:
    with (shared_cases.parent / "ctcae" / "ctcae_v5.0.csv").open(encoding="utf-8", newline="") as file:
        texts = {row["meddra_code"]: row for row in csv.DictReader(file)}
    said = 0
    for known in criteria_list().by_code.values():
        for grade, words in known.grades.items():
            official = re.search(nci, texts[known.term.code][f"grade{grade}"]) is not None
            assert (ours in words.lower()) is official, (known.term.name, grade, words)
            said += official
    assert said >= 6


def test_a_term_graded_by_number_says_so_and_has_a_rule() -> None:
    rules = lab_rules("5.0").rules
    for own in criteria_list().by_code.values():
        if own.how == "number":
            assert own.term.name.lower() in rules, own.term.name
    assert criteria(by_name("5.0")["fatigue"].code) is not None


def test_a_term_without_criteria_shows_its_grades_without_words() -> None:
    term = by_name("5.0")["hearing impaired"]
    assert criteria(term.code) is None
    assert grades_of(term, "5.0") == dict.fromkeys(term.grades, "")


def test_a_term_of_v6_never_borrows_a_sentence_of_v5() -> None:
    alt = grades_of(by_name("6.0")["alanine aminotransferase increased"], "6.0")
    assert alt[2] == (
        "Above 3 x ULN to 5 x ULN (baseline normal); above 1.5 x baseline to 2 x baseline (baseline above ULN); "
        "above 1.5 x baseline to 4 x baseline, where the answer to a question fits (baseline above 5 x ULN)."
    )
    assert list(grades_of(by_name("6.0")["neutrophil count decreased"], "6.0").values()) == [
        "Below 1.5 to 1 10^9/L; below 1500 to 1000 /mm3.",
        "Below 1 to 0.5 10^9/L; below 1000 to 500 /mm3.",
        "Below 0.5 to 0.1 10^9/L; below 500 to 100 /mm3.",
        "Below 0.1 10^9/L; below 100 /mm3.",
    ]
    assert not any(grades_of(by_name("6.0")["diarrhea"], "6.0")[grade] for grade in (4, 5))
    assert not any(grades_of(by_name("6.0")["fatigue"], "6.0").values())


@pytest.mark.parametrize("version", VERSIONS)
def test_every_term_has_an_entry_for_each_of_its_grades(version: str) -> None:
    for term in terms(version):
        assert tuple(grades_of(term, version)) == term.grades


def test_other_specify_has_the_general_scale() -> None:
    eye = by_name("5.0")["eye disorders - other, specify"]
    assert tuple(grades_of(eye, "5.0")) == eye.grades == (1, 2, 3, 4)
    assert all(grades_of(eye, "5.0").values())


def test_tingling_offers_neuropathy_and_paraesthesia() -> None:
    assert {"Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia"} <= set(names("tingling")[:3])


@pytest.mark.parametrize(
    ("said", "term"),
    [
        ("hand-foot syndrome", "Palmar-plantar erythrodysesthesia syndrome"),
        ("cold throat", "Laryngopharyngeal dysesthesia"),
        ("mouth sores", "Mucositis oral"),
        ("low platelets", "Platelet count decreased"),
        ("jaundice", "Blood bilirubin increased"),
        ("cholangitis", "Biliary tract infection"),
        ("stent blocked", "Bile duct stenosis"),
        ("immune hepatitis", "Alanine aminotransferase increased"),
        ("immune nephritis", "Acute kidney injury"),
        ("immune encephalitis", "Encephalopathy"),
        ("vitiligo", "Skin hypopigmentation"),
        ("DVT", "Thromboembolic event"),
        ("lung embolism", "Thromboembolic event"),
        ("reaction during the drip", "Infusion related reaction"),
        ("loss of appetite", "Anorexia"),
        ("taste change", "Dysgeusia"),
        ("high blood sugar", "Hyperglycemia"),
        ("diarrhoea", "Diarrhea"),
        ("DIARRHEA", "Diarrhea"),
        ("anaemia", "Anemia"),
        ("neusea", "Nausea"),
        ("10034620", "Peripheral sensory neuropathy"),
        ("pain in the back", "Back pain"),
    ],
)
def test_a_word_of_the_ward_finds_its_term_among_the_first(said: str, term: str) -> None:
    assert term in names(said)[:3]


def test_names_come_before_synonyms_and_frequent_terms_before_rare_ones() -> None:
    assert names("rash")[0] == "Rash maculo-papular"
    assert names("fever")[0] == "Fever"
    assert names("neuropathy")[:2] == ["Peripheral sensory neuropathy", "Peripheral motor neuropathy"]


def test_the_drugs_of_the_course_decide_among_equals() -> None:
    inhibitor = [found.term.name for found in search("sore", relevance=["inhibitor"])]
    assert inhibitor.index("Myalgia") < inhibitor.index("Back pain")
    capecitabine = [found.term.name for found in search("sore", relevance=["capecitabine"])]
    assert capecitabine.index("Mucositis oral") < capecitabine.index("Phlebitis")


def test_v6_names_are_found_by_the_same_words() -> None:
    assert names("low platelets", "6.0") == ["Thrombocytopenia"]
    assert names("platelet count decreased", "6.0")[0] == "Thrombocytopenia"
    assert "Venous thromboembolism" in names("dvt", "6.0")


def test_every_term_finds_itself_first() -> None:
    for version in VERSIONS:
        for term in terms(version):
            assert search(term.name, version)[0].term == term


@given(text=st.text(max_size=40), version=st.sampled_from(VERSIONS), most=st.integers(1, 30))
def test_any_text_is_searched_for(text: str, version: str, most: int) -> None:
    found = search(text, version, most=most)
    assert len(found) <= most
    assert len({one.term.code for one in found}) == len(found)


def test_nothing_finds_nothing() -> None:
    assert search("") == search("  ..") == search("qqqqqq") == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('code = "10002272"', 'code = "10002273"', "is not the code of"),
        ('how = "judgement"', 'how = "guess"', "not known"),
        ('3 = "Steroids begun for it."', '2 = "Steroids begun for it."', "has the grades 1, 2; 1, 3 exist"),
        ('relevance = ["inhibitor"]', 'relevance = ["magic"]', "not known"),
        ('of = ["Proteinuria"]', 'of = ["Protein"]', "not known"),
    ],
)
def test_wrong_criteria_are_refused(old: str, new: str, said: str) -> None:
    assert old in TEXT
    with pytest.raises(Refused) as refused:
        read_criteria(TEXT.replace(old, new, 1))
    assert said in str(refused.value)
