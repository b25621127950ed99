"""The decision to keep dosing on the weight the last doses were computed on."""

from collections.abc import Iterator

from regimen.alerts import day_words
from regimen.errors import Refusal
from regimen.given import Basis, Case
from regimen.numbers import as_typed

FIELD = "basis.kept_weight_kg"


def refusals(case: Case) -> Iterator[Refusal]:
    """Why this weight cannot be kept: only that of the last doses can, any other would be a second measurement."""
    kept, last = case.basis.kept_weight_kg, case.previous
    if kept is None:
        return
    if last is None or last.weight_kg is None:
        reason = "no weight of the last doses (previous.weight_kg) is given, so none can be kept."
    elif kept != last.weight_kg:
        reason = (
            f"only the weight the last doses were computed on, {as_typed(last.weight_kg)} kg, can be kept, "
            f"not {as_typed(kept)} kg."
        )
    else:
        return
    yield Refusal(FIELD, f"{FIELD}: {reason}")


def kept_words(basis: Basis) -> str:
    """The decision and the measurement beside it, "" where nothing was kept."""
    if basis.kept_weight_kg is None:
        return ""
    when = f"on {day_words(basis.weight_date)}" if basis.weight_date else "on a day not given"
    return (
        f"weight {as_typed(basis.kept_weight_kg)} kg kept from the last doses by decision; "
        f"measured {as_typed(basis.weight_kg)} kg {when}"
    )
