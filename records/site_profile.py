"""The practice profile a site has chosen: one that ships, or its own with the text that was approved."""

from functools import lru_cache

from records.values.core import SiteSettings
from regimen.library import load_profile
from regimen.practice import Profile
from regimen.practice_reader import read_profile

USUAL = "us"


def site_profile(settings: SiteSettings) -> Profile:
    """For a new course and for what is shown before there is one. Raises Refused for a file that was changed."""
    if settings.profile_text:
        return _own(settings.profile_text, settings.practice)
    return load_profile(settings.practice or USUAL)


@lru_cache(maxsize=8)
def _own(text: str, name: str) -> Profile:
    return read_profile(text, f"{name}.toml")
