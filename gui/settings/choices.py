"""What can be chosen in set-up and settings, as (value, words)."""

from PySide6.QtCore import QCoreApplication

from regimen.library import load_profile, shipped_profiles


def _tr(text: str) -> str:
    return QCoreApplication.translate("Choices", text)


def practices() -> tuple[tuple[str, str], ...]:
    """The shipped practice profiles."""
    return tuple((ident, f"{ident.upper()} · {load_profile(ident).title}") for ident in shipped_profiles())


def first_doses() -> tuple[tuple[str, str], ...]:
    """When the first tablets of a cycle are taken."""
    return (
        ("morning", _tr("morning of day 1")),
        ("evening", _tr("evening of day 1")),
        ("next_morning", _tr("morning of day 2")),
    )


def roles() -> tuple[tuple[str, str], ...]:
    """Roles of people."""
    return (
        ("nurse", _tr("nurse")),
        ("pharmacist", _tr("pharmacist")),
        ("prescriber", _tr("prescriber")),
        ("administrator", _tr("administrator")),
    )


def countries() -> tuple[tuple[str, str], ...]:
    """Countries by ISO 3166 code; others can be added here as the holiday lists have them."""
    named = {
        "AT": "Austria", "AU": "Australia", "BE": "Belgium", "BR": "Brazil", "CA": "Canada", "CH": "Switzerland",
        "CN": "China", "CZ": "Czechia", "DE": "Germany", "DK": "Denmark", "ES": "Spain", "FI": "Finland",
        "FR": "France", "GB": "United Kingdom", "HK": "Hong Kong", "IE": "Ireland", "IN": "India", "IT": "Italy",
        "JP": "Japan", "KR": "South Korea", "NL": "Netherlands", "NO": "Norway", "NZ": "New Zealand", "PL": "Poland",
        "PT": "Portugal", "SE": "Sweden", "SG": "Singapore", "TH": "Thailand", "TR": "Türkiye", "TW": "Taiwan",
        "US": "United States", "VN": "Vietnam", "ZA": "South Africa",
    }  # fmt: skip
    return tuple(sorted(named.items(), key=lambda item: item[1]))


def papers() -> tuple[tuple[str, str], ...]:
    """Paper sizes of the printed pages."""
    return (("a4", "A4"), ("letter", "Letter"))


def languages() -> tuple[tuple[str, str], ...]:
    """Languages of the patient's pages."""
    return (("en", "English"), ("zh", "简体中文"))


def themes() -> tuple[tuple[str, str], ...]:
    """Light and dark, plain and in high contrast."""
    return (
        ("system", _tr("as the system")),
        ("light", _tr("light")),
        ("dark", _tr("dark")),
        ("contrast_light", _tr("high contrast, light")),
        ("contrast_dark", _tr("high contrast, dark")),
    )


def text_scales() -> tuple[tuple[str, str], ...]:
    """Text scales in percent."""
    return tuple((str(percent), f"{percent} %") for percent in (100, 125, 150, 175, 200))
