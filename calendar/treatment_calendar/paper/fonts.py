"""The print fonts: parsed once in a process, measured, and text split into runs that one font can draw.

Noto Sans carries Latin, Greek and Cyrillic; Droid Sans Fallback carries Chinese, Japanese and Korean and has neither
Latin letters nor digits, so every text is split. Only what does not belong to a document is kept here: the codes of a
subset are numbered anew in every document and are never kept.
"""

from functools import cache
from pathlib import Path
from typing import Any, Literal

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

Face = Literal["regular", "bold"]

# Binary streams instead of text: the file is a fifth smaller and sooner written.
rl_config.useA85 = 0

LATIN: dict[Face, str] = {"regular": "NotoSans-Regular", "bold": "NotoSans-Bold"}
FALLBACK = "DroidSansFallbackFull"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Keeps wide characters of one word on one line. Ours alone: no text from a keyboard brings one along (`text.clean`),
# it has no width, and `text.wrap` takes it out again.
JOINER = "\N{WORD JOINER}"


def assets_folder() -> Path:
    """assets/ beside the rooms, in the checkout (one level further up) and in an installed copy."""
    here = Path(__file__).resolve()
    for folder in (here.parents[2], here.parents[3]):
        if (folder / "assets" / "fonts").is_dir():
            return folder / "assets"
    raise FileNotFoundError("The folder assets/fonts is missing beside the program.")


@cache
def font(name: str) -> TTFont:
    """A print font, parsed and registered with ReportLab on first use; name as in `LATIN` or `FALLBACK`."""
    made = TTFont(name, str(assets_folder() / "fonts" / f"{name}.ttf"), asciiReadable=0)
    pdfmetrics.registerFont(made)
    return made


def load() -> None:
    """Parse all three fonts now instead of at the first page."""
    for name in (*LATIN.values(), FALLBACK):
        font(name)


# Letters a font has but that need shaping or a direction we do not give them are treated as missing (see `text.clean`).
def font_of(char: str, face: Face) -> str | None:
    """The font that draws one character, None where neither has it."""
    code = ord(char)
    if code in font(LATIN[face]).face.charToGlyph or code == 0xA0:
        return LATIN[face]
    # Beyond the basic plane ReportLab cannot write what the glyph stands for, so the text could not be found again.
    if code <= 0xFFFF and code in font(FALLBACK).face.charToGlyph:
        return FALLBACK
    return None


class _Advances(dict[str, float]):
    """Character -> width of one em, filled as characters are met."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face: Face = face

    def __missing__(self, char: str) -> float:
        name = font_of(char, self._face) or LATIN[self._face]
        code = 32 if char == "\xa0" else ord(char)
        face: Any = font(name).face
        advance = float(face.getCharWidth(code)) / 1000
        self[char] = advance
        return advance


_ADVANCES: dict[Face, _Advances] = {"regular": _Advances("regular"), "bold": _Advances("bold")}
for _advances in _ADVANCES.values():
    _advances[JOINER] = 0.0


def width(text: str, face: Face, size: float) -> float:
    """Width of a text in points."""
    advances = _ADVANCES[face]
    return sum([advances[char] for char in text]) * size
