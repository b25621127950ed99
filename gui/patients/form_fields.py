"""The fields of the patient form and what they become: a PatientEntry, or refusals beside the fields."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import cast

from PySide6.QtCore import QCoreApplication

from gui.widgets.check import Check
from gui.widgets.choice import Segmented
from gui.widgets.combo import ComboField
from gui.widgets.date_field import DateField
from gui.widgets.date_rule import Style
from gui.widgets.field import Field
from gui.widgets.text_field import TextField
from gui.widgets.word_list import WordList
from records.course.disease import site_code, vocabulary
from records.values.core import DpydStatus, PatientEntry
from regimen.dpyd import result, table
from regimen.errors import RegimenError
from regimen.numbers import plain

Part = Field | Check
SCORES = ("0", "0.5", "1", "1.5", "2")


def _tr(text: str) -> str:
    return QCoreApplication.translate("PatientForm", text)


def make_fields(today: date, style: Style) -> dict[str, Part]:
    """All fields by name, in reading order."""
    kinds = (("MRN", _tr("MRN")), ("NHS number", _tr("NHS number")), ("National number", _tr("National number")),
             ("Insurance", _tr("Insurance number")), ("Study number", _tr("Study number")))  # fmt: skip
    alleles = [("", "–"), *((name, name) for name in table().names)]
    return {
        "name": TextField(_tr("&Name"), 200, placeholder=_tr("Family name, given names"), name="patient_name"),
        "kind_1": ComboField(_tr("Kind"), kinds, name="identifier_1_kind"),
        "identifier_1": TextField(_tr("&First identifier"), 64, name="identifier_1"),
        "kind_2": ComboField(_tr("Kind of the second"), kinds, optional=True, name="identifier_2_kind"),
        "identifier_2": TextField(_tr("Secon&d identifier"), 64, optional=True, name="identifier_2"),
        "birth_date": DateField(_tr("&Born"), style=style, earliest=date(1900, 1, 1), latest=today, name="birth_date"),
        "sex": Segmented((("female", _tr("female")), ("male", _tr("male"))), _tr("Sex"), name="patient_sex"),
        "language": ComboField(
            _tr("Language of the calendar"), (("en", "English"), ("zh", "简体中文")), name="patient_language"
        ),
        "interpreter": TextField(_tr("Interpreter"), 80, optional=True, placeholder=_tr("language, or none")),
        "carer_contact": TextField(_tr("Carer's contact"), 160, optional=True, name="carer_contact"),
        "allergies": WordList(_tr("&Allergies"), name="allergies"),
        "allergies_asked": Check(_tr("Asked; none &known"), "allergies_asked"),
        "reactions": WordList(_tr("Earlier &reactions to a drug"), placeholder=_tr("oxaliplatin: flushing, 2024")),
        "medicines": WordList(_tr("&Medicines"), name="medicines"),
        "dpyd_status": Segmented(
            (("done", _tr("done")), ("pending", _tr("pending")), ("not_tested", _tr("not tested"))),
            _tr("DPYD test"),
            name="dpyd_status",
            optional=True,
        ),
        "dpyd_allele_1": ComboField(_tr("First allele, where reported"), alleles, optional=True, name="dpyd_allele_1"),
        "dpyd_allele_2": ComboField(_tr("Second allele"), alleles, optional=True, name="dpyd_allele_2"),
        "dpyd_score": Segmented(
            tuple((score, score) for score in SCORES), _tr("Activity score"), optional=True, name="dpyd_score"
        ),
        "dpyd_date": DateField(_tr("Date of the result"), optional=True, style=style, latest=today, name="dpyd_date"),
        "dpyd_reason": TextField(_tr("Why not tested"), 200, optional=True, name="dpyd_reason"),
        "ecog": Segmented(tuple((str(n), str(n)) for n in range(5)), "ECOG", optional=True, name="ecog"),
        "diagnosis_site": ComboField(
            _tr("Site of the cancer"),
            tuple(vocabulary().sites.items()),
            optional=True,
            name="diagnosis_site",
        ),
        "liver": Segmented(
            (("yes", _tr("yes")), ("no", _tr("no"))), _tr("Liver involved"), optional=True, name="liver_involvement"
        ),
        "drainage": TextField(_tr("Stent or drainage"), 120, optional=True, placeholder=_tr("kind and date, or none")),
        "note": TextField(_tr("Note"), 300, optional=True, name="patient_note"),
    }  # fmt: skip


def texts_of(fields: Mapping[str, Part]) -> dict[str, object]:
    """Exactly what stands in every field, valid or not."""
    found: dict[str, object] = {}
    for name, field in fields.items():
        if isinstance(field, TextField | DateField):
            found[name] = field.text()
        elif isinstance(field, WordList):
            found[name] = {"added": list(field.added()), "typed": field.edit.text()}
        elif isinstance(field, Segmented | ComboField):
            found[name] = field.value()
        elif isinstance(field, Check):
            found[name] = field.isChecked()
    return found


def put_texts(fields: Mapping[str, Part], texts: Mapping[str, object]) -> None:
    """Put back what `texts_of` took; a field without a text becomes empty."""
    for name, field in fields.items():
        text = texts.get(name)
        if isinstance(field, TextField | DateField):
            field.set_text(str(text) if text else "")
        elif isinstance(field, WordList):
            kept = text if isinstance(text, dict) else {}
            field.set_words([str(word) for word in kept.get("added", [])], str(kept.get("typed", "")))
        elif isinstance(field, ComboField):
            field.choose_or_admit(None if text is None else str(text))
        elif isinstance(field, Segmented):
            field.choose(None if text is None else str(text))
        elif isinstance(field, Check):
            field.setChecked(bool(text))


def field_words(fields: Mapping[str, Part], texts: Mapping[str, object]) -> dict[str, str]:
    """Label of each field -> what stands in it, as a person reads it."""
    found: dict[str, str] = {}
    for name, field in fields.items():
        label = field.accessible_name() if isinstance(field, Field) else field.accessibleName()
        text = texts.get(name)
        if isinstance(text, dict):
            words = ", ".join([*(str(one) for one in text.get("added", ())), str(text.get("typed", ""))]).strip(", ")
        elif isinstance(text, bool):
            words = _tr("yes") if text else ""
        else:
            words = str(text) if text else ""
        found[f"{label} 2" if label in found else label] = words
    return found


def texts_from(entry: PatientEntry) -> dict[str, object]:
    """What the fields show for a stored patient."""
    pairs = [*entry.identifiers, ("", ""), ("", "")][:2]
    born = entry.birth_date.isoformat()
    return {
        "name": entry.name,
        "kind_1": pairs[0][0] or None,
        "identifier_1": pairs[0][1],
        "kind_2": pairs[1][0] or None,
        "identifier_2": pairs[1][1],
        "birth_date": born,
        "sex": entry.sex,
        "language": entry.language,
        "interpreter": entry.interpreter,
        "carer_contact": entry.carer_contact,
        "allergies": {"added": list(entry.allergies), "typed": ""},
        "allergies_asked": entry.allergies_asked and not entry.allergies,
        "reactions": {"added": list(entry.reactions), "typed": ""},
        "medicines": {"added": list(entry.medicines), "typed": ""},
        "dpyd_status": entry.dpyd_status,
        "dpyd_allele_1": entry.dpyd_variants[0] if entry.dpyd_variants else None,
        "dpyd_allele_2": entry.dpyd_variants[1] if entry.dpyd_variants else None,
        "dpyd_score": None if entry.dpyd_score is None else format(entry.dpyd_score.normalize(), "f"),
        "dpyd_date": entry.dpyd_date.isoformat() if entry.dpyd_date else "",
        "dpyd_reason": entry.dpyd_reason,
        "ecog": None if entry.ecog is None else str(entry.ecog),
        "diagnosis_site": site_code(entry.diagnosis_site) or None,
        "liver": None if entry.liver_involvement is None else "yes" if entry.liver_involvement else "no",
        "drainage": entry.drainage,
        "note": entry.note,
    }


def _text(fields: Mapping[str, Part], name: str) -> str:
    return cast(TextField, fields[name]).value()


def _chosen(fields: Mapping[str, Part], name: str) -> str | None:
    return cast(Segmented | ComboField, fields[name]).value()


def refusals(fields: Mapping[str, Part]) -> list[Field]:
    """The fields that keep the form from being saved, each now saying why."""
    wrong = [field for field in fields.values() if isinstance(field, Field) and _is_wrong(field)]
    allergies = cast(WordList, fields["allergies"])
    asked = cast(Check, fields["allergies_asked"]).isChecked()
    if not allergies.words() and not asked:
        allergies.set_note("stop", _tr("Write the allergies, or tick that none are known."))
        wrong.append(allergies)
    elif allergies.words() and asked:
        allergies.set_note("stop", _tr("There are allergies, and “none known” is ticked; only one can be true."))
        wrong.append(allergies)
    else:
        allergies.set_note("note", "")
    second = cast(ComboField, fields["kind_2"])
    if _text(fields, "identifier_2") and second.value() is None:
        second.set_note("stop", _tr("Choose what kind of number it is."))
        wrong.append(second)
    else:
        second.set_note("note", "")
    return wrong + dpyd_refusals(fields, whole=True)


def alleles_of(fields: Mapping[str, Part]) -> tuple[str, str] | None:
    """Both alleles, None while one is missing or the test is not done."""
    first, second = _chosen(fields, "dpyd_allele_1"), _chosen(fields, "dpyd_allele_2")
    done = _chosen(fields, "dpyd_status") == "done"
    return (first, second) if done and first and second else None


def dpyd_refusals(fields: Mapping[str, Part], *, whole: bool = False) -> list[Field]:
    """Alleles come in pairs and agree with the score; beside the score stands what they add up to.

    whole  a test that is done needs a result: both alleles or the score
    """
    first, second = cast(ComboField, fields["dpyd_allele_1"]), cast(ComboField, fields["dpyd_allele_2"])
    score = cast(Segmented, fields["dpyd_score"])
    for field in (first, second, score):
        field.set_note("note", "")
    if _chosen(fields, "dpyd_status") != "done":
        return []
    if bool(first.value()) != bool(second.value()):
        missing = second if first.value() else first
        missing.set_note("stop", _tr("A result names both alleles; choose “reference” for one without a variant."))
        return [missing]
    pair, chosen = alleles_of(fields), score.value()
    if pair is None:
        if whole and chosen is None:
            score.set_note("stop", _tr("Choose the activity score or both alleles; without a result it is pending."))
            return [score]
        return []
    try:
        found = result(pair, None if chosen is None else Decimal(chosen))
    except RegimenError as refused:
        score.set_note("stop", str(refused))
        return [score]
    score.set_note(
        "note",
        _tr("the alleles add up to {0}, {1}").format(plain(found.score), "; ".join((found.phenotype, *found.notes))),
    )
    return []


def _is_wrong(field: Field) -> bool:
    if isinstance(field, TextField | DateField | Segmented | ComboField):
        return not field.ask_for()
    return bool(field.refusal())


def _score(status: DpydStatus, chosen: str | None, pair: tuple[str, str] | None) -> Decimal | None:
    """The score chosen, else what the alleles add up to."""
    if status != "done":
        return None
    if chosen is not None:
        return Decimal(chosen)
    return None if pair is None else result(pair).score


def entry_of(fields: Mapping[str, Part], before: PatientEntry | None) -> PatientEntry:
    """The entry the fields stand for; only to be called when `refusals` found nothing.

    before  the stored entry when one is changed: what the form does not show is taken from it
    """
    identifiers = [(_chosen(fields, "kind_1") or "", _text(fields, "identifier_1"))]
    if _text(fields, "identifier_2"):
        identifiers.append((_chosen(fields, "kind_2") or "", _text(fields, "identifier_2")))
    identifiers.extend(before.identifiers[2:] if before is not None else ())
    status = cast(DpydStatus, _chosen(fields, "dpyd_status") or "not_tested")
    pair = alleles_of(fields)
    score, ecog, liver = _chosen(fields, "dpyd_score"), _chosen(fields, "ecog"), _chosen(fields, "liver")
    born = cast(DateField, fields["birth_date"]).value()
    assert born is not None
    return PatientEntry(
        name=_text(fields, "name"),
        identifiers=tuple(identifiers),
        birth_date=born,
        sex="female" if _chosen(fields, "sex") == "female" else "male",
        allergies=cast(WordList, fields["allergies"]).words(),
        allergies_asked=True,
        reactions=cast(WordList, fields["reactions"]).words(),
        medicines=cast(WordList, fields["medicines"]).words(),
        dpyd_status=status,
        dpyd_score=_score(status, score, pair),
        dpyd_variants=pair,
        dpyd_date=cast(DateField, fields["dpyd_date"]).value() if status == "done" else None,
        dpyd_reason=_text(fields, "dpyd_reason") if status == "not_tested" else "",
        ecog=None if ecog is None else int(ecog),
        interpreter=_text(fields, "interpreter"),
        language=_chosen(fields, "language") or "en",
        carer_contact=_text(fields, "carer_contact"),
        drainage=_text(fields, "drainage"),
        liver_involvement=None if liver is None else liver == "yes",
        diagnosis_site=_chosen(fields, "diagnosis_site") or "",
        note=_text(fields, "note"),
    )
