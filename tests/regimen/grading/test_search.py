"""The words of the ward, of patients and of both sides of the Atlantic find their term, misspelt ones too."""

import re

import pytest

from regimen.errors import Refused
from regimen.grading.criteria import quick_terms
from regimen.grading.lay_words import read_lay_words
from regimen.grading.search import search
from regimen.grading.terms import FOLDER


def names(text: str, version: str = "5.0") -> list[str]:
    return [found.term.name for found in search(text, version)]


SAID = """
hand and foot syndrome; HFS; PPE; peeling skin on hands; burning soles > Palmar-plantar erythrodysesthesia syndrome
PSN; CIPN; numb toes; can't feel her fingers; can’t button shirt; neuropthy > Peripheral sensory neuropathy
cold sensitivity; electric shocks; hurts to touch cold things; tinling > Dysesthesia
throat spasm; can't swallow cold drinks > Laryngopharyngeal dysesthesia
ANC; low neuts; neutropaenia; neutrophils 0.8 > Neutrophil count decreased
low plts; thrombocytopaenia; platlets > Platelet count decreased
low Hb; anaemic; low blood count; haemaglobin > Anemia
N/V; N&V; nauseous; feels sick; nausia > Nausea
N/V; throwing up; puking; vommiting > Vomiting
loose motions; diarhoea; diarrhoea 6 times a day; runny poo > Diarrhea
constipated; can't poo; no bowel movement > Constipation
ulcers in mouth; mucositus; tongue sore > Mucositis oral
food tastes like metal; lost sense of taste > Dysgeusia
SOB; SOBOE; shortness of breath; can't breathe; dyspnoea > Dyspnea
LFTs; raised LFTs; ALT up; elevated ALT; SGPT; transaminitis > Alanine aminotransferase increased
bili up; hyperbilirubinaemia; jaundise; yellow eyes > Blood bilirubin increased
temp 38.5; pyrexia; high temp > Fever
BP 170/100; HTN; high blood presure > Hypertension
IRR; reaction to the drip > Infusion related reaction
VTE; leg clot; clot on the lung; PE > Thromboembolic event
low K; hypokalaemia; potasium low > Hypokalemia
AKI; renal failure > Acute kidney injury
ILD; inflammation of the lung > Pneumonitis
afib; irregular pulse > Atrial fibrillation
line infection; infected picc > Catheter related infection
night sweats > Hyperhidrosis
ringing in ears > Tinnitus
fit; convulsion > Seizure
piles > Hemorrhoids
TIA > Transient ischemic attacks
shaky hands > Tremor
oral thrush > Thrush
"""


def test_what_nurses_and_patients_say_finds_the_term_among_the_first_three() -> None:
    missed, asked = [], 0
    for line in SAID.strip().splitlines():
        phrases, term = line.split(" > ")
        for said in phrases.split("; "):
            asked += 1
            if term not in names(said)[:3]:
                missed.append((said, term, names(said)[:3]))
    assert asked >= 85 and not missed


def test_a_frequent_term_is_found_with_a_letter_missing_doubled_or_exchanged() -> None:
    missed = []
    for entry in quick_terms():
        name = entry.term.name
        longest = max(re.findall(r"[A-Za-z]+", name), key=len)
        middle = name.index(longest) + len(longest) // 2
        for typed in (
            name[:middle] + name[middle + 1 :],
            name[:middle] + name[middle] + name[middle:],
            name[:middle] + name[middle + 1] + name[middle] + name[middle + 2 :],
        ):
            if name not in [found.term.name for found in search(typed, most=3)]:
                missed.append(typed)
    assert missed == []


@pytest.mark.parametrize(
    ("begun", "first"),
    [
        ("hand", "Palmar-plantar erythrodysesthesia syndrome"), ("numb", "Peripheral sensory neuropathy"),
        ("swollen", "Edema limbs"), ("throat", "Laryngopharyngeal dysesthesia"), ("loose", "Diarrhea"),
        ("mouth", "Mucositis oral"), ("short", "Dyspnea"), ("itch", "Pruritus"), ("diarr", "Diarrhea"),
    ],
)  # fmt: skip
def test_of_terms_that_begin_alike_the_one_it_is_most_said_of_comes_first(begun: str, first: str) -> None:
    assert names(begun)[0] == first


def test_words_of_a_term_that_only_v6_has_are_found_there() -> None:
    assert names("oral thrush", "6.0")[0] == "Candidiasis"
    assert "Thyroiditis" in names("inflamed thyroid", "6.0") and "Thyroiditis" not in names("inflamed thyroid")


def test_a_term_that_6_0_calls_otherwise_is_found_there_by_its_old_name_and_by_what_was_said_of_it() -> None:
    assert names("Platelet count decreased", "6.0")[0] == names("low platelets", "6.0")[0] == "Thrombocytopenia"
    assert names("Platelet count decreased")[0] == "Platelet count decreased"


def test_nonsense_finds_nothing() -> None:
    for said in ("xyzzy", "qwert zuiop", "the of and", "12345", "!?"):
        assert names(said) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('code = "10039906"', 'code = "10039907"', "is not the code of 'Seizure'"),
        ('"raised", "elevated"', '"raised", "down"', "'down' is no single word"),
        ('"raised", "elevated"', '"raised", "the"', "'the' is no single word"),
        ('word = "high"', 'word = "very high"', "'very high' is no single word"),
        ("small = [", "tiny = [", "small: is missing"),
    ],
)
def test_wrong_lay_words_are_refused(old: str, new: str, said: str) -> None:
    text = (FOLDER / "words.toml").read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(Refused) as refused:
        read_lay_words(text.replace(old, new))
    assert any(said in one.reason for one in refused.value.refusals)
