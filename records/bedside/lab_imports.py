"""Whether results are about the patient who is open: identifier, birth date and sex; else one sentence why not."""

from records.values.core import PatientEntry
from records.values.labs import Identity


def same_number(one: str, other: str) -> bool:
    """Whether two patient numbers are the same: spaces around and letter case are not minded, nothing else is."""
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()


def shares_number(said: Identity, entry: PatientEntry) -> bool:
    """Whether any of the numbers is one of the patient's."""
    return any(same_number(number, own) for number in said.identifiers for _kind, own in entry.identifiers)


def difference(said: Identity, entry: PatientEntry) -> str:
    """Why results are not taken for this patient, one sentence; "" where identifier, birth date and sex agree."""
    if not shares_number(said, entry):
        return "The patient number in the message is none of this patient's."
    if said.birth_date != entry.birth_date:
        return (
            f"The message says born {said.birth_date.isoformat()}; this patient was born "
            f"{entry.birth_date.isoformat()}."
        )
    if said.sex and said.sex != entry.sex:
        return f"The message says {said.sex}; this patient is {entry.sex}."
    return ""
