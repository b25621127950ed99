"""Colours can be read, sizes follow the text scale, icons are painted."""

import pytest
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.theme import icons, metrics
from gui.theme.look import apply_look, body_font, system_scale, theme_choice, tokens
from gui.theme.sheet import style_sheet
from gui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, THEMES, Tokens, contrast
from gui.widgets.buttons import primary
from gui.widgets.card import Chip

TONES = ("note", "warn", "stop", "ok")


def written_pairs(colours: Tokens) -> list[tuple[str, str, str]]:
    """Every (what, words, ground) the style sheet and the painters put together."""
    pairs = [
        (f"{words} on {ground}", getattr(colours, words), getattr(colours, ground))
        for words in ("text", "muted")
        for ground in ("ground", "surface", "raised")
    ]
    pairs += [
        ("text on selection", colours.text, colours.selection),
        ("muted on selection", colours.muted, colours.selection),
    ]
    pairs += [("rail", colours.nav_text, colours.nav), ("rail foot", colours.nav_muted, colours.nav)]
    pairs += [("chosen page", "#ffffff", colours.nav_active), ("button", colours.on_accent, colours.accent_fill)]
    pairs += [
        ("button held", colours.on_accent, colours.accent_pressed),
        ("quiet", colours.accent_text, colours.surface),
    ]
    pairs += [
        ("quiet on ground", colours.accent_text, colours.ground),
        ("chip", colours.accent_text, colours.accent_ground),
    ]
    for tone in TONES:
        said = getattr(colours, tone)
        pairs += [(f"{tone} words", said.text, said.ground), (f"{tone} on card", said.text, colours.surface)]
        pairs += [(f"text on {tone}", colours.text, said.ground), (f"muted on {tone}", colours.muted, said.ground)]
    return pairs


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_all_words_reach_four_and_a_half_to_one(colours: Tokens) -> None:
    weak = [
        (what, round(contrast(words, ground), 2))
        for what, words, ground in written_pairs(colours)
        if contrast(words, ground) < 4.5
    ]
    assert not weak


@pytest.mark.parametrize("colours", [CONTRAST_LIGHT, CONTRAST_DARK], ids=lambda colours: colours.name)
def test_in_high_contrast_all_words_reach_seven_to_one_and_all_outlines_four_and_a_half(colours: Tokens) -> None:
    weak = [what for what, words, ground in written_pairs(colours) if contrast(words, ground) < 7]
    assert not weak
    for line in (colours.line, colours.field_line, colours.accent, *(colours.tone(tone).bar for tone in TONES)):
        assert contrast(line, colours.surface) >= 4.5


@pytest.mark.parametrize("colours", [CONTRAST_LIGHT, CONTRAST_DARK], ids=lambda colours: colours.name)
def test_in_high_contrast_the_focus_has_a_wide_ring_that_is_seen_on_light_and_dark(colours: Tokens) -> None:
    assert colours.ring >= 3
    assert contrast(colours.focus, "#ffffff") >= 3
    assert contrast(colours.focus, "#000000") >= 3


def test_in_high_contrast_a_tone_is_known_by_the_pattern_of_its_outline(qapp: QApplication, qtbot: QtBot) -> None:
    """Without its colour: the outlines of the four tones are told apart by where they are interrupted."""
    apply_look(qapp, "contrast_light", 100)
    outlines = []
    for tone in TONES:
        chip = Chip("Words", tone)  # type: ignore[arg-type]
        qtbot.addWidget(chip)
        chip.resize(120, 30)
        picture = chip.grab().toImage()
        upper = [[picture.pixelColor(x, y).lightness() < 128 for x in range(10, 110)] for y in range(4)]
        outlines.append(tuple(map(tuple, upper)))
    assert len(set(outlines)) == len(TONES)
    assert all(any(map(any, outline)) for outline in outlines)


def test_the_system_is_followed_into_high_contrast(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.theme.look.system_contrast", lambda: True)
    apply_look(qapp, "system", 100)
    assert tokens().high
    apply_look(qapp, "light", 100)
    assert not tokens().high


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_outlines_of_fields_can_be_seen(colours: Tokens) -> None:
    assert contrast(colours.field_line, colours.surface) >= 3
    assert contrast(colours.accent, colours.surface) >= 3


def test_contrast_knows_black_on_white() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0


def test_sizes_follow_the_text_scale_and_stop_at_two_hundred(qapp: QApplication) -> None:
    apply_look(qapp, "light", 200)
    assert metrics.px(8) == 16
    assert body_font().pixelSize() == 28
    metrics.set_scale(500)
    assert metrics.scale() == 2.0


def test_dark_is_dark_and_system_follows_the_system(qapp: QApplication) -> None:
    apply_look(qapp, "dark", 100)
    assert tokens().name == "dark"
    assert theme_choice("nonsense") == "system"


def test_a_larger_system_text_makes_ours_larger() -> None:
    assert system_scale(15.0, "xcb") == 1.5
    assert system_scale(8.0, "windows") == 1.0
    assert system_scale(30.0, "offscreen") == 1.0


def test_the_sheet_has_no_place_left_unfilled() -> None:
    for colours in THEMES:
        sheet = style_sheet(colours)
        assert "{{" not in sheet
        assert sheet.count("{") == sheet.count("}")


@pytest.mark.parametrize("name", sorted(icons._SHAPES))
def test_every_icon_leaves_ink(qapp: QApplication, name: icons.Name) -> None:
    image: QImage = icons.pixmap(name, "#000000", 24).toImage()
    inked = sum(image.pixelColor(x, y).alpha() > 100 for x in range(24) for y in range(24))
    assert 15 < inked < 300


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_icon_of_a_button_that_cannot_be_used_is_as_grey_as_its_words(
    qapp: QApplication, qtbot: QtBot, theme: str
) -> None:
    apply_look(qapp, theme, 100)
    button = primary("&Accept", icon="ok")
    qtbot.addWidget(button)
    button.setEnabled(False)
    picture = button.icon().pixmap(32, QIcon.Mode.Disabled).toImage()
    inked = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert inked == {tokens().muted}
    assert contrast(tokens().muted, tokens().raised) >= 4.5
    apply_look(qapp, "light", 100)
