"""What high contrast adds to the style sheet: an outline around all that is one thing, a wide ring where the focus is.

Tones differ in the pattern of their outline too: note dotted, warning dashed, stop double, all well plain.
"""

_PATTERNS = {"note": "dotted", "warn": "dashed", "stop": "double", "ok": "solid", "accent": "solid"}


def _of_tones(rule: str) -> str:
    """The rule once for each tone, with the pattern of its outline; colours are filled in by the sheet."""
    return "\n".join(rule.replace("TONE", tone).replace("PATTERN", pattern) for tone, pattern in _PATTERNS.items())


HIGH_CONTRAST = """
QFrame[role="card"] {{ border: 2px solid {field_line}; }}
QFrame[role="card"][chosen="true"] {{ border: {p4}px solid {accent}; }}
QFrame[role="bar"] {{ border-top: 2px solid {field_line}; }}
QFrame[role="banner"] {{ border-bottom: 2px solid {field_line}; }}
QLabel[role="chip"] {{ border: 2px solid {field_line}; padding: 0 {p5}px; }}
QLineEdit, QComboBox, QPlainTextEdit, QTextBrowser {{ border: 2px solid {field_line}; padding: {p5}px {p8}px; }}
QLineEdit:disabled, QComboBox:disabled, QLineEdit:read-only {{ border: 2px dashed {field_line}; }}
QLineEdit[tone="warn"] {{ border: {p3}px dashed {warn}; padding: {p4}px {p7}px; }}
QLineEdit[tone="stop"] {{ border: {p3}px double {stop}; padding: {p4}px {p7}px; }}
QPushButton, QPushButton[role="quiet"], QPushButton[role="word"], QPushButton[role="suspect"] {{
    border: 2px solid {field_line}; }}
QPushButton[role="unit"] {{ border: 1px solid {field_line}; border-radius: 2px; }}
QPushButton:disabled, QPushButton[role="primary"]:disabled, QPushButton[role="quiet"]:disabled {{
    border: 2px dashed {field_line}; background: {surface}; color: {muted}; }}
QPushButton[role="suspect"][chosen="true"] {{ background: {text}; color: {ground}; }}
QFrame[role="row"] {{ border: 1px solid {line}; }}
QRadioButton::indicator, QCheckBox::indicator {{ border: 2px solid {field_line}; }}
QRadioButton::indicator:checked {{ border: {p5}px solid {field_line}; }}
QCheckBox::indicator:checked {{ border: 2px solid {field_line}; }}
QRadioButton[role="segment"] {{ border: 2px solid {field_line}; }}
QTabBar::tab:selected {{ border: 2px solid {field_line}; border-bottom: {p4}px solid {accent}; }}
QTableView, QListView, QTreeView {{ border: 2px solid {field_line}; }}
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {{
    border-top: 2px solid {field_line}; border-bottom: 2px solid {field_line}; }}
QHeaderView::section {{ color: {text}; font-weight: bold; border-bottom: 2px solid {field_line}; }}
QMenu::item:selected {{ border: 2px solid {field_line}; }}
QScrollBar::handle:vertical, QScrollBar::handle:horizontal {{ background: {field_line}; }}

QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QTextBrowser:focus {{
    border: {p3}px solid {focus}; padding: {p4}px {p7}px; }}
QPushButton:focus, QPushButton[role="quiet"]:focus, QPushButton[role="word"]:focus,
QPushButton[role="suspect"]:focus, QPushButton[role="unit"]:focus {{ border: {p3}px solid {focus}; }}
QPushButton[role="primary"]:focus {{ background: {surface}; color: {accent_text}; border: {p3}px solid {focus}; }}
QRadioButton:focus, QRadioButton[role="segment"]:focus, QCheckBox:focus {{ border: {p3}px solid {focus}; }}
QTabBar::tab:focus {{ border: {p3}px solid {focus}; }}
QTableView:focus, QListView:focus, QTreeView:focus, QScrollArea:focus {{ border: {p3}px solid {focus}; }}
QFrame[role="row"][focused="true"] {{ border: {p3}px solid {focus}; }}
""" + _of_tones("""
QFrame[role="strip"][tone="TONE"] {{ border: 3px PATTERN {TONE_bar}; border-left: {p6}px PATTERN {TONE_bar}; }}
QLabel[role="chip"][tone="TONE"] {{ border: 3px PATTERN {TONE_bar}; padding: 0 {p4}px; }}
""")
