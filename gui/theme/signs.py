"""Whether this computer can draw every sign of the screens. Our own font has letters; signs come from the system's.

Without any other font a minus is an empty box, and "−0.9 %" reads as "0.9 %".
"""

from collections.abc import Mapping

from PySide6.QtGui import QFont, QTextLayout

#: Signs that stand in figures, limits and formulas and are not in the font that travels with the program, by name: the
#: sign itself could not be shown.
SIGNS = {"−": "minus", "≥": "at least", "≤": "at most", "→": "arrow", "√": "root", "≈": "about", "✓": "tick"}


def missing_signs(font: QFont, signs: Mapping[str, str] = SIGNS) -> tuple[str, ...]:
    """The names of those that would be drawn as an empty box, in their order."""
    return tuple(name for sign, name in signs.items() if not _drawn(font, sign))


def _drawn(font: QFont, sign: str) -> bool:
    layout = QTextLayout(sign, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    return bool(glyphs) and 0 not in glyphs
