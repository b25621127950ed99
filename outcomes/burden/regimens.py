"""The regimen files that can be compared, with the options a person chooses: a list light enough for the window."""

from outcomes.burden.values import OptionChoices, RegimenChoices
from regimen.errors import RegimenError
from regimen.library import load_regimen, shipped_regimens


def regimens_listed() -> tuple[RegimenChoices, ...]:
    """Every file that ships and can be read, by its id."""
    found = []
    for ident in shipped_regimens():
        try:
            regimen = load_regimen(ident)
        except RegimenError:
            continue  # the page Regimens says why; it cannot be counted
        options = tuple(
            OptionChoices(
                one.id,
                one.title.partition(":")[0],
                tuple((choice.id, choice.title) for choice in one.choices),
                dict(one.when),
            )
            for one in regimen.options
        )
        found.append(RegimenChoices(ident, regimen.short_title, options))
    return tuple(found)
