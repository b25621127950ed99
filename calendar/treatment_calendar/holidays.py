"""Days on which a site is closed: weekend, public holidays by country and region, its own closing days.

The library is loaded only when a country is asked for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from regimen.errors import refuse

_LANGUAGE = "en_US"


@dataclass(frozen=True, slots=True)
class Closed:
    """Why a date is closed. kind: holiday, closed, weekend; name of the holiday, "" otherwise."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class OpenDays:
    """What is known of a site's days.

    names    public holidays, date -> name
    closing  the site's own closing days
    weekend  weekdays without clinic, Monday 0
    known    the public holidays of the country are known for every year asked for
    """

    names: dict[date, str]
    closing: frozenset[date]
    weekend: frozenset[int]
    known: bool

    def why_closed(self, on: date) -> Closed | None:
        """The reason a date is closed, None when it is open."""
        if on in self.names:
            return Closed("holiday", self.names[on])
        if on in self.closing:
            return Closed("closed", "")
        return Closed("weekend", "") if on.weekday() in self.weekend else None


def open_days(country: str, region: str | None, closing: Iterable[date], years: Iterable[int]) -> OpenDays:
    """Public holidays of a country (ISO 3166 code) and region in the given years, with the site's closing days.

    A country the library does not know, or not for all the years, has `known` False; "" asks for none.
    raises  Refused: a region the country does not have
    """
    own = frozenset(closing)
    if not country:
        return OpenDays({}, own, frozenset({5, 6}), True)
    found = _public(country.upper(), region, tuple(sorted(set(years))))
    if found is None:
        return OpenDays({}, own, frozenset({5, 6}), False)
    names, weekend, every_year = found
    return OpenDays(names, own, weekend, every_year)


@lru_cache(maxsize=32)
def _public(
    country: str, region: str | None, years: tuple[int, ...]
) -> tuple[dict[date, str], frozenset[int], bool] | None:
    """Holidays, weekend, and whether every year is covered; None: no such country."""
    import holidays  # 50 ms that only a dated course with a country pays

    kind = getattr(holidays, country, None) if country.isalpha() and len(country) == 2 else None
    if kind is None:
        return None
    if region is not None and region not in {*kind.subdivisions, *kind.subdivisions_aliases}:
        listed = ", ".join(kind.subdivisions) or "none"
        raise refuse("site.region", f"site.region is {region}; the regions known for {country} are: {listed}.")
    english = sorted((name for name in kind.supported_languages if name.startswith("en")), key=_LANGUAGE.__ne__)
    language = english[0] if english else None
    covered = tuple(year for year in years if kind.start_year <= year <= kind.end_year)
    public = holidays.country_holidays(country, subdiv=region, years=covered, language=language)
    return {on: str(name) for on, name in public.items()}, frozenset(public.weekend), covered == years
