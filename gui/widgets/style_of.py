"""The order in which a site writes dates in digits."""

from gui.widgets.date_rule import Style
from records.values.core import SiteSettings


def date_style(settings: SiteSettings) -> Style:
    """From the practice profile; before one is chosen, day first."""
    if not settings.practice:
        return "dmy"
    from records.site_profile import site_profile
    from regimen.errors import RegimenError

    try:
        return site_profile(settings).date_style
    except RegimenError:
        return "dmy"
