"""Colours by role: light, dark, and both in high contrast.

Tests compute that all words reach 4.5 to 1 on every ground they stand on, 7 to 1 in high contrast.
"""

from typing import Literal, NamedTuple

Tone = Literal["plain", "note", "warn", "stop", "ok", "accent"]
ThemeName = Literal["light", "dark", "contrast_light", "contrast_dark"]


class Tones(NamedTuple):
    """One tone: its bar or outline, the ground behind its words, and the words."""

    bar: str
    ground: str
    text: str


class Tokens(NamedTuple):
    """All colours of one theme, as #rrggbb.

    text, muted           words on ground and surface
    line, field_line      separators; outlines of what can be typed into
    ground, surface       the window; the cards and fields on it
    raised                rows under the pointer, table heads, quiet buttons
    accent                outlines and marks of what is chosen; accent_fill with on_accent: the one main button
    accent_text           words and links in the accent colour; accent_ground behind them
    nav, nav_text, nav_muted, nav_active   the rail at the left
    selection             the chosen row of a list
    focus, ring           outline of what has the keyboard's focus, and its width in pixels of the drawings
    """

    name: ThemeName
    text: str
    muted: str
    line: str
    field_line: str
    ground: str
    surface: str
    raised: str
    accent: str
    accent_fill: str
    accent_pressed: str
    on_accent: str
    accent_text: str
    accent_ground: str
    nav: str
    nav_text: str
    nav_muted: str
    nav_active: str
    selection: str
    note: Tones
    warn: Tones
    stop: Tones
    ok: Tones
    focus: str
    ring: int = 2

    @property
    def high(self) -> bool:
        """Whether this is one of the two themes in high contrast."""
        return self.name.startswith("contrast")

    def tone(self, tone: Tone) -> Tones:
        """The colours of a tone; plain and accent are made from the general roles."""
        if tone == "plain":
            return Tones(self.line, self.raised, self.text)
        if tone == "accent":
            return Tones(self.accent, self.accent_ground, self.accent_text)
        found: Tones = getattr(self, tone)
        return found


LIGHT = Tokens(
    name="light",
    text="#1c2733",
    muted="#5a6a79",
    line="#d9e0e6",
    field_line="#83929f",
    ground="#f4f6f8",
    surface="#ffffff",
    raised="#eef2f5",
    accent="#0d8a82",
    accent_fill="#0b7d76",
    accent_pressed="#086059",
    on_accent="#ffffff",
    accent_text="#0a6b65",
    accent_ground="#e4f2f1",
    nav="#10302f",
    nav_text="#dcebea",
    nav_muted="#9db8b6",
    nav_active="#1d4d4a",
    selection="#e4f2f1",
    note=Tones("#4a7fb5", "#f1f6fb", "#1f5387"),
    warn=Tones("#d9822b", "#fff8f1", "#8a4708"),
    stop=Tones("#a5281b", "#fdf3f1", "#a5281b"),
    ok=Tones("#2f7d43", "#eff7f0", "#1f6632"),
    focus="#0d8a82",
)

DARK = Tokens(
    name="dark",
    text="#e6edf2",
    muted="#a7b5c1",
    line="#323f4b",
    field_line="#6d7d8b",
    ground="#11171c",
    surface="#1a222a",
    raised="#242e37",
    accent="#2fb3a8",
    accent_fill="#0e7f78",
    accent_pressed="#0a5f5a",
    on_accent="#ffffff",
    accent_text="#6fd6cc",
    accent_ground="#12332f",
    nav="#0a1f1e",
    nav_text="#dcebea",
    nav_muted="#93aeac",
    nav_active="#17423f",
    selection="#163a37",
    note=Tones("#6ba3dc", "#17273a", "#a6cbf0"),
    warn=Tones("#e69a4a", "#33240f", "#f4c48b"),
    stop=Tones("#e2705f", "#3a1915", "#f6b3a8"),
    ok=Tones("#5fb877", "#142a1a", "#9fdcae"),
    focus="#2fb3a8",
)

# The ring of the focus stands on white and on black alike: its blue is 3 to 1 to both.
CONTRAST_LIGHT = Tokens(
    name="contrast_light",
    text="#000000",
    muted="#2b2b2b",
    line="#4d4d4d",
    field_line="#000000",
    ground="#ffffff",
    surface="#ffffff",
    raised="#eeeeee",
    accent="#004d47",
    accent_fill="#00443f",
    accent_pressed="#000000",
    on_accent="#ffffff",
    accent_text="#004d47",
    accent_ground="#ffffff",
    nav="#000000",
    nav_text="#ffffff",
    nav_muted="#e6e6e6",
    nav_active="#00504a",
    selection="#ffe680",
    note=Tones("#00396f", "#ffffff", "#00396f"),
    warn=Tones("#6b2f00", "#ffffff", "#6b2f00"),
    stop=Tones("#8c0d08", "#ffffff", "#8c0d08"),
    ok=Tones("#0b4a1c", "#ffffff", "#0b4a1c"),
    focus="#1a6fe0",
    ring=3,
)

CONTRAST_DARK = Tokens(
    name="contrast_dark",
    text="#ffffff",
    muted="#e6e6e6",
    line="#c0c0c0",
    field_line="#ffffff",
    ground="#000000",
    surface="#000000",
    raised="#1f1f1f",
    accent="#6ff2e6",
    accent_fill="#6ff2e6",
    accent_pressed="#ffffff",
    on_accent="#000000",
    accent_text="#6ff2e6",
    accent_ground="#000000",
    nav="#000000",
    nav_text="#ffffff",
    nav_muted="#e6e6e6",
    nav_active="#00504a",
    selection="#003a8c",
    note=Tones("#9ad0ff", "#000000", "#9ad0ff"),
    warn=Tones("#ffd166", "#000000", "#ffd166"),
    stop=Tones("#ffa79e", "#000000", "#ffa79e"),
    ok=Tones("#8ef0a6", "#000000", "#8ef0a6"),
    focus="#3385ff",
    ring=3,
)

THEMES: tuple[Tokens, ...] = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)


def tokens_of(name: ThemeName) -> Tokens:
    """The colours of a theme by its name."""
    return next(theme for theme in THEMES if theme.name == name)


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, 0 to 1. Source: WCAG 2.2, definition of relative luminance."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21. Source: WCAG 2.2, definition of contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
