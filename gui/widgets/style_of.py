"""The order in which a site writes dates in digits."""

from gui.widgets.date_rule import Style
from records.values import SiteSettings


def date_style(settings: SiteSettings) -> Style:
    """From the practice profile; before one is chosen, day first."""
    if not settings.practice:
        return "dmy"
    from regimen.errors import RegimenError
    from regimen.library import load_profile

    try:
        return load_profile(settings.practice).date_style
    except RegimenError:
        return "dmy"
