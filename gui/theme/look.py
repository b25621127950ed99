"""Put the look on the application: style, font, palette, style sheet."""

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from gui.theme import metrics
from gui.theme.tokens import LIGHT, THEMES, ThemeName, Tokens, tokens_of

Choice = Literal["system", "light", "dark", "contrast_light", "contrast_dark"]
FONTS = Path(__file__).resolve().parent.parent.parent / "assets" / "fonts"
_FACES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
# What Qt calls 100 % where a system sets its text size through the application font, points.
_SYSTEM_POINTS = {"windows": 9.0, "cocoa": 13.0, "xcb": 10.0, "wayland": 10.0}

_current: Tokens = LIGHT
_families: list[str] = []
_fonts: dict[tuple[int, bool], QFont] = {}
# Given to QApplication, so that no other style is made first.
STYLE_ARGUMENTS = ("-style", "fusion")


def tokens() -> Tokens:
    """The colours in force, for what paints itself."""
    return _current


def theme_choice(kept: object) -> Choice:
    """What a workstation kept, as a choice; anything unknown means as the system has it."""
    return next((theme.name for theme in THEMES if theme.name == kept), "system")


def theme_for(choice: Choice) -> ThemeName:
    """The theme a choice means on this machine now."""
    if choice != "system":
        return choice
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    if system_contrast():
        return "contrast_dark" if dark else "contrast_light"
    return "dark" if dark else "light"


def system_contrast() -> bool:
    """Whether this system is set to high contrast, as far as it tells Qt."""
    hints = QGuiApplication.styleHints()  # held by a name: PySide drops what hangs on it together with it
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def system_scale(points: float, platform: str) -> float:
    """How much larger than usual the system wants its text, 1.0 or more; platforms without such a setting give 1.0."""
    usual = _SYSTEM_POINTS.get(platform.split("-")[0])
    return max(1.0, points / usual) if usual and points > 0 else 1.0


def apply_look(app: QApplication, choice: Choice = "system", text_scale: int = 100, *, sheet: bool = True) -> None:
    """Give the whole application its look; may be called again when a setting changes."""
    global _current
    if not _families:
        _load_font(app)
    system = float(app.property("system_scale") or 1.0)
    metrics.set_scale(text_scale * system)
    _current = tokens_of(theme_for(choice))
    app.setPalette(_palette(_current))
    app.setFont(body_font())
    if sheet:
        apply_sheet(app)


def apply_sheet(app: QApplication) -> None:
    """The style sheet alone: at start it follows the first paint, which it would hold up."""
    from gui.theme.sheet import style_sheet

    app.setStyleSheet(style_sheet(_current))


def body_font(design_px: float = metrics.BODY_PX, *, bold: bool = False) -> QFont:
    """The program's font at a size of the drawings; digits are tabular. The font is shared: change a copy only."""
    size = metrics.px(design_px)
    font = _fonts.get((size, bold))
    if font is None:
        font = QFont(_families) if _families else QFont()
        font.setPixelSize(size)
        font.setBold(bold)
        font.setFeature(QFont.Tag("tnum"), 1)
        _fonts[size, bold] = font
    return font


def fill(painter: QPainter, place: QRect, colour: QColor | str) -> None:
    """Colour a rectangle. The first fillRect of a process builds all presets of QGradient, 2 ms of every start."""
    painter.setBackground(QColor(colour))
    painter.eraseRect(place)


def _load_font(app: QApplication) -> None:
    """Take Noto Sans from the assets, else whatever the system has; remember the system's own text size first."""
    app.setProperty("system_scale", system_scale(app.font().pointSizeF(), QGuiApplication.platformName()))
    for face in _FACES:
        if (FONTS / face).is_file():
            QFontDatabase.addApplicationFont(str(FONTS / face))
    _families.extend(("Noto Sans", "Noto Sans CJK SC", "DejaVu Sans", app.font().family()))
    _fonts.clear()


def _palette(colours: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in (
        (role.Window, colours.ground),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.raised),
        (role.Text, colours.text),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.accent_fill),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent_text),
        (role.BrightText, colours.stop.text),
    ):
        palette.setColor(name, QColor(colour))
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.muted))
    return palette
