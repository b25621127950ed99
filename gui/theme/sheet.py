"""The one style sheet of the program, made from the colours and the text scale.

Widgets say what they are by the dynamic property `role` (card, primary, muted ...) and how they stand by `tone`;
no widget carries a sheet of its own, which would cost at every first show.
"""

from gui.theme.high_contrast import HIGH_CONTRAST
from gui.theme.metrics import px
from gui.theme.tokens import Tokens

_SHEET = """
* {{ outline: none; }}
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {field_line}; padding: {p4}px; }}
QWidget[role="page"] {{ background: {ground}; }}
QWidget[role="clear"], QScrollArea[role="clear"], QScrollArea[role="clear"] > QWidget > QWidget {{
    background: transparent; }}
QScrollArea {{ border: none; }}

QFrame[role="card"] {{ background: {surface}; border: 1px solid {line}; border-radius: {p10}px; }}
QFrame[role="card"][chosen="true"] {{ border: 2px solid {accent}; }}
QFrame[role="line"] {{ background: {line}; border: none; }}
QFrame[role="bar"] {{ background: {surface}; border: none; border-top: 1px solid {line}; }}
QFrame[role="banner"] {{ background: {surface}; border: none; border-bottom: 1px solid {line}; }}

QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {p22}px; font-weight: bold; }}
QLabel[role="heading"] {{ font-size: {p13}px; font-weight: bold; color: {text}; }}
QLabel[role="subheading"] {{ font-size: {p16}px; font-weight: bold; }}
QLabel[role="dose"] {{ font-size: {p26}px; font-weight: bold; }}
QLabel[role="muted"] {{ font-size: {p13}px; color: {muted}; }}
QLabel[role="small"] {{ font-size: {p12}px; color: {muted}; }}
QLabel[role="label"] {{ font-size: {p13}px; color: {text}; }}
QLabel[role="strong"] {{ font-weight: bold; }}
{strong_tones}
QLabel[role="mono"] {{ font-family: "Noto Sans Mono", "DejaVu Sans Mono", monospace; font-size: {p12}px; }}
QLabel[role="unit"] {{ color: {muted}; }}
QLabel[role="count"] {{ background: {ink}; color: {ink_text}; border-radius: {p9}px;
    font-size: {p11}px; font-weight: bold; }}
QLabel[role="chip"] {{ border-radius: {p5}px; padding: {p1}px {p7}px; font-size: {p12}px; font-weight: bold;
    background: {raised}; color: {text}; }}
{chip_tones}

QLabel[role="message"] {{ font-size: {p12}px; color: {muted}; }}
{message_tones}
QFrame[role="strip"] {{ border: none; border-left: {p4}px solid {line};
    border-top-right-radius: {p5}px; border-bottom-right-radius: {p5}px; background: {raised}; }}
{strip_tones}

QLineEdit, QComboBox, QPlainTextEdit {{ background: {surface}; color: {text}; border: 1px solid {field_line};
    border-radius: {p6}px; padding: {p6}px {p9}px; min-height: {p20}px;
    selection-background-color: {accent_fill}; selection-color: {on_accent}; }}
QLineEdit[role="number"] {{ font-weight: bold; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {{ border: 2px solid {focus}; padding: {p5}px {p8}px; }}
QLineEdit:disabled, QComboBox:disabled, QLineEdit:read-only {{ background: {raised}; color: {muted}; }}
QLineEdit[tone="stop"] {{ border: 2px solid {stop}; padding: {p5}px {p8}px; }}
QLineEdit[tone="warn"] {{ border: 2px solid {warn}; padding: {p5}px {p8}px; }}
QComboBox::drop-down {{ border: none; width: {p24}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {surface}; color: {text}; border: 1px solid {field_line}; padding: {p4}px;
    selection-background-color: {selection}; selection-color: {text}; outline: none; }}

QPushButton {{ border-radius: {p7}px; padding: {p7}px {p16}px; min-height: {p20}px; font-weight: bold;
    background: {raised}; color: {text}; border: 1px solid {raised}; }}
QPushButton:hover {{ border-color: {field_line}; }}
QPushButton:pressed {{ background: {line}; }}
QPushButton:focus {{ border: 2px solid {focus}; padding: {p6}px {p15}px; }}
QPushButton:disabled {{ background: {raised}; color: {muted}; border-color: {raised}; }}
QPushButton[role="primary"] {{ background: {accent_fill}; color: {on_accent}; border: 1px solid {accent_fill}; }}
QPushButton[role="primary"]:hover {{ background: {accent_pressed}; }}
QPushButton[role="primary"]:pressed {{ background: {accent_pressed}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {text}; }}
QPushButton[role="primary"]:disabled {{ background: {raised}; color: {muted}; border-color: {line}; }}
QPushButton[role="quiet"] {{ background: transparent; color: {accent_text}; border: 1px solid transparent;
    padding: {p6}px {p10}px; }}
QPushButton[role="quiet"]:hover {{ background: {accent_ground}; }}
QPushButton[role="quiet"]:focus {{ border: 2px solid {focus}; padding: {p5}px {p9}px; }}
QPushButton[role="quiet"]:disabled {{ color: {muted}; }}

QPushButton[role="word"] {{ background: {accent_ground}; color: {accent_text}; border: 1px solid {accent_ground};
    border-radius: {p10}px; padding: {p2}px {p10}px; min-height: {p16}px; font-size: {p13}px; font-weight: normal; }}
QPushButton[role="word"]:hover, QPushButton[role="word"]:focus {{ border: 1px solid {focus};
    padding: {p2}px {p10}px; }}

QPushButton[role="suspect"] {{ background: {surface}; color: {text}; border: 1px solid {field_line};
    border-radius: {p10}px; padding: {p2}px {p10}px; min-height: {p16}px; font-size: {p12}px; font-weight: normal; }}
QPushButton[role="suspect"][chosen="true"] {{ background: {accent_ground}; color: {accent_text};
    border: 1px solid {accent}; font-weight: bold; }}
QPushButton[role="unit"] {{ background: transparent; color: {muted}; border: none; padding: 0; min-height: 0;
    font-size: {p11}px; font-weight: normal; text-align: left; }}
QPushButton[role="unit"]:hover {{ color: {accent_text}; }}
QFrame[role="row"] {{ background: {surface}; border: 1px solid transparent; border-radius: {p6}px; }}
QFrame[role="row"][focused="true"] {{ border: 1px solid {accent}; background: {raised}; }}

QRadioButton {{ spacing: {p8}px; padding: {p4}px {p2}px; border: 1px solid transparent; border-radius: {p4}px; }}
QRadioButton:focus {{ border: 1px solid {focus}; }}
QRadioButton::indicator {{ width: {p16}px; height: {p16}px; border: {p1}px solid {field_line}; border-radius: {p9}px;
    background: {surface}; }}
QRadioButton::indicator:checked {{ width: {p8}px; height: {p8}px; border: {p5}px solid {accent_fill};
    background: {on_accent}; }}
QRadioButton::indicator:checked:disabled {{ border-color: {muted}; }}

QRadioButton[role="segment"] {{ background: {surface}; color: {text}; border: 1px solid {field_line};
    padding: {p5}px {p12}px; min-height: {p20}px; spacing: 0; }}
QRadioButton[role="segment"]::indicator, QRadioButton[role="segment"]::indicator:checked {{
    width: 0; height: 0; border: none; background: transparent; image: none; }}
QRadioButton[role="segment"][place="first"] {{ border-top-left-radius: {p6}px; border-bottom-left-radius: {p6}px; }}
QRadioButton[role="segment"][place="last"] {{ border-top-right-radius: {p6}px; border-bottom-right-radius: {p6}px; }}
QRadioButton[role="segment"][place="only"] {{ border-radius: {p6}px; }}
QRadioButton[role="segment"]:hover {{ background: {raised}; }}
QRadioButton[role="segment"]:checked {{ background: {ink}; color: {ink_text}; border-color: {ink}; font-weight: bold; }}
QRadioButton[role="segment"]:focus {{ border: 2px solid {focus}; padding: {p4}px {p11}px; }}
QRadioButton[role="segment"]:disabled {{ color: {muted}; background: {raised}; }}

QCheckBox {{ spacing: {p8}px; padding: {p4}px {p2}px; border: 1px solid transparent; border-radius: {p4}px; }}
QCheckBox:focus {{ border: 1px solid {focus}; }}
QCheckBox::indicator {{ width: {p16}px; height: {p16}px; border: 1px solid {field_line}; border-radius: {p4}px;
    background: {surface}; }}
QCheckBox::indicator:checked {{ background: {accent_fill}; border-color: {accent_fill}; }}

QTabBar {{ qproperty-drawBase: 0; background: transparent; }}
QTabBar::tab {{ background: transparent; color: {text}; padding: {p8}px {p16}px; border: 1px solid transparent;
    border-bottom: none; }}
QTabBar::tab:hover {{ background: {raised}; border-top-left-radius: {p6}px; border-top-right-radius: {p6}px; }}
QTabBar::tab:selected {{ background: {surface}; color: {accent_text}; font-weight: bold; border-color: {line};
    border-top-left-radius: {p6}px; border-top-right-radius: {p6}px; }}
QTabBar::tab:focus {{ border: 2px solid {focus}; }}

QTableView, QListView, QTreeView {{ background: {surface}; color: {text}; border: none; gridline-color: {line};
    selection-background-color: {selection}; selection-color: {text}; alternate-background-color: {surface}; }}
QTableView::item {{ padding: {p4}px {p8}px; border-bottom: 1px solid {line}; }}
QHeaderView {{ background: {surface}; border: none; }}
QHeaderView::section {{ background: {surface}; color: {muted}; border: none; border-bottom: 1px solid {line};
    padding: {p6}px {p8}px; font-size: {p12}px; }}
QScrollBar:vertical {{ background: transparent; width: {p12}px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {field_line}; border-radius: {p4}px; min-height: {p32}px; margin: {p2}px; }}
QScrollBar:horizontal {{ background: transparent; height: {p12}px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {field_line}; border-radius: {p4}px; min-width: {p32}px; margin: {p2}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {field_line}; padding: {p4}px; }}
QMenu::item {{ padding: {p6}px {p16}px; border-radius: {p4}px; }}
QMenu::item:selected {{ background: {selection}; color: {text}; }}
"""


def _for_tones(colours: Tokens, rule: str) -> str:
    lines = []
    for tone in ("note", "warn", "stop", "ok", "accent"):
        set_of = colours.tone(tone)
        lines.append(rule.format(tone=tone, bar=set_of.bar, ground=set_of.ground, ink=set_of.text))
    return "\n".join(lines)


def style_sheet(colours: Tokens) -> str:
    """The whole sheet at the text scale in force."""
    sizes = {f"p{n}": px(n) for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 20, 22, 24, 26, 32)}
    ink, ink_text = (colours.nav, "#ffffff") if colours.name == "light" else (colours.text, colours.ground)
    sheet = _SHEET + HIGH_CONTRAST if colours.high else _SHEET
    return sheet.format(
        **sizes,
        text=colours.text,
        muted=colours.muted,
        line=colours.line,
        field_line=colours.field_line,
        ground=colours.ground,
        surface=colours.surface,
        raised=colours.raised,
        accent=colours.accent,
        accent_fill=colours.accent_fill,
        accent_pressed=colours.accent_pressed,
        on_accent=colours.on_accent,
        accent_text=colours.accent_text,
        accent_ground=colours.accent_ground,
        selection=colours.selection,
        stop=colours.stop.bar,
        warn=colours.warn.bar,
        focus=colours.focus,
        **{f"{tone}_bar": colours.tone(tone).bar for tone in ("note", "warn", "stop", "ok", "accent")},
        ink=ink,
        ink_text=ink_text,
        strong_tones=_for_tones(colours, 'QLabel[role="strong"][tone="{tone}"] {{ color: {ink}; }}'),
        chip_tones=_for_tones(colours, 'QLabel[role="chip"][tone="{tone}"] {{ background: {ground}; color: {ink}; }}'),
        message_tones=_for_tones(colours, 'QLabel[role="message"][tone="{tone}"] {{ color: {ink}; }}'),
        strip_tones=_for_tones(
            colours, 'QFrame[role="strip"][tone="{tone}"] {{ background: {ground}; border-left-color: {bar}; }}'
        ),
    )
