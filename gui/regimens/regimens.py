"""Regimens: the files that ship, one made readable with its sources, and the self-test of its worked examples."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.regimens.reading import Part, read_in_words
from gui.session import Session
from gui.theme.look import body_font, tokens
from gui.theme.metrics import px
from gui.widgets.buttons import primary
from gui.widgets.card import Card, Chip, Heading, Label, Line, Muted
from gui.widgets.choice import Segmented
from gui.widgets.flow import FlowLayout
from gui.widgets.strip import Strip
from regimen.definition import Regimen
from regimen.errors import RegimenError
from regimen.library import load_regimen, shipped_regimens
from regimen.selftest import ExampleResult, run

ID_ROLE = int(Qt.ItemDataRole.UserRole)


class TwoLines(QStyledItemDelegate):
    """A bold line over a muted one, from an item's text with one line break."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All items are alike."""
        return QSize(px(120), px(50))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One file."""
        colours, rect = tokens(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(rect, px(6), px(6))
        first, _, second = str(index.data()).partition("\n")
        inner, half = rect.adjusted(px(10), px(4), -px(8), -px(4)), rect.height() // 2 - px(4)
        for words, font, colour, top in (
            (first, body_font(bold=True), colours.text, inner.top()),
            (second, body_font(12), colours.muted, inner.top() + half),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner.left(), top, inner.width(), half, int(Qt.AlignmentFlag.AlignVCenter), shown)


class Regimens(QWidget):
    """The list at the left, the chosen file at the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("regimens_page")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._shown: Regimen | None = None
        self._make_widgets()
        self._lay_out()
        self.list.currentItemChanged.connect(self._on_chosen)
        self.test_button.clicked.connect(self._on_test)
        self.view_choice.chosen.connect(self._on_view)
        self._fill()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Regimens")

    def shown(self) -> Regimen | None:
        """The file shown."""
        return self._shown

    def choose(self, ident: str) -> None:
        """Show one file by its id."""
        for row in range(self.list.count()):
            if self.list.item(row).data(ID_ROLE) == ident:
                self.list.setCurrentRow(row)

    def _make_widgets(self) -> None:
        self.list = QListWidget()
        self.list.setObjectName("regimen_files")
        self.list.setAccessibleName(self.tr("Regimen files"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setSpacing(px(2))
        self.heading = Heading("", level=1)
        self.facts = Muted("")
        self._marks = QWidget()
        self._marks.setProperty("role", "clear")
        self.chips = FlowLayout(self._marks)
        self.view_choice = Segmented(
            (("words", self.tr("In words")), ("file", self.tr("The file"))), name="regimen_view"
        )
        self.test_button = primary(self.tr("&Self-test"), "regimen_self_test", icon="ok")
        self.strip = Strip("regimen_strip", closable=True)
        self.source = QPlainTextEdit()
        self.source.setObjectName("regimen_file_text")
        self.source.setAccessibleName(self.tr("Text of the regimen file"))
        self.source.setReadOnly(True)
        self.source.setProperty("role", "mono")
        self.source.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.results = Card(self.tr("Self-test"))
        self.results.setVisible(False)
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        left = Card(self.tr("Regimen files"))
        left.setMinimumWidth(px(150))
        left.setMaximumWidth(px(280))
        left.add(self.list, 1)
        inside = QWidget()
        inside.setProperty("role", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(8), 0)
        column.setSpacing(px(12))
        column.addWidget(self.results)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(px(12))
        column.addLayout(self._parts, 1)
        self.scroller = QScrollArea()
        self.scroller.setObjectName("regimen_scroll")
        self.scroller.setProperty("role", "clear")
        self.scroller.setWidgetResizable(True)
        self.scroller.setWidget(inside)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self._marks, 1)
        row.addWidget(self.view_choice)
        row.addWidget(self.test_button)
        right = QVBoxLayout()
        right.setSpacing(px(8))
        right.addWidget(self.heading)
        right.addWidget(self.facts)
        right.addLayout(row)
        right.addWidget(self.strip)
        right.addWidget(self.scroller, 1)
        right.addWidget(self.source, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(px(24), px(20), px(24), px(20))
        whole.setSpacing(px(16))
        whole.addWidget(left, 1)
        whole.addLayout(right, 4)

    def _fill(self) -> None:
        for ident in shipped_regimens():
            try:
                regimen = load_regimen(ident)
            except RegimenError as refusal:
                item = QListWidgetItem(f"{ident}\n{self.tr('cannot be read')}")
                item.setToolTip(str(refusal).replace("&", "&amp;").replace("<", "&lt;"))
            else:
                item = QListWidgetItem(f"{regimen.short_title}\n{regimen.id} · v{regimen.version} · {regimen.status}")
            item.setData(ID_ROLE, ident)
            self.list.addItem(item)
        self.view_choice.choose("words")
        self.list.setCurrentRow(
            max(0, shipped_regimens().index("ici-capox") if "ici-capox" in shipped_regimens() else 0)
        )

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is None:
            return
        self.strip.clear()
        self.results.setVisible(False)
        try:
            regimen = load_regimen(str(item.data(ID_ROLE)))
        except RegimenError as refusal:
            self._shown = None
            self.strip.say("stop", str(refusal), self.tr("This file is refused"))
            return
        self._shown = regimen
        self.heading.setText(regimen.title)
        self.facts.setText(regimen.indication)
        _empty(self.chips)
        marks = [Chip(f"v{regimen.version}", "accent"), Chip(regimen.status), Chip(regimen.sha256[:8])]
        if regimen.to_verify:
            marks.append(Chip(self.tr("{0} to verify").format(len(regimen.to_verify)), "warn"))
        for chip in marks:
            self.chips.addWidget(chip)
        marks[2].setToolTip(regimen.sha256)
        self.source.setPlainText(regimen.text)
        self._show_parts(read_in_words(regimen))

    def _show_parts(self, parts: Sequence[Part]) -> None:
        _empty(self._parts)
        for part in parts:
            self._parts.addWidget(_part_card(part))
        self._parts.addStretch(1)
        self.scroller.verticalScrollBar().setValue(0)

    @Slot(str)
    def _on_view(self, view: str) -> None:
        self.scroller.setVisible(view == "words")
        self.source.setVisible(view == "file")

    @Slot()
    def _on_test(self) -> None:
        regimen = self._shown
        if regimen is None:
            return
        self.test_button.setEnabled(False)
        self.strip.say("note", self.tr("Running the worked examples …"))
        self._session.link.run(
            lambda: run(regimen), lambda results: self._show_results(regimen, results), self._on_refused, self
        )

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self.test_button.setEnabled(True)
        self.strip.say("stop", sentence)

    def _show_results(self, regimen: Regimen, results: Sequence[ExampleResult]) -> None:
        self.test_button.setEnabled(True)
        if regimen is not self._shown:
            return
        passed = sum(result.passed for result in results)
        tone = "ok" if passed == len(results) and results else "stop"
        self.strip.say(
            "ok" if tone == "ok" else "stop",
            self.tr("{0} of {1} worked examples give the expected figures.").format(passed, len(results)),
            self.tr("Self-test passed") if tone == "ok" else self.tr("Self-test failed"),
            f"{regimen.id} v{regimen.version} · {regimen.sha256[:16]}",
        )
        while self.results.body.count() > 1:
            item = self.results.body.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for result in results:
            self.results.add(_result_row(result))
        self.results.setVisible(True)
        self.scroller.verticalScrollBar().setValue(0)


def _result_row(result: ExampleResult) -> QWidget:
    row = QWidget()
    row.setProperty("role", "clear")
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(2))
    head = QHBoxLayout()
    head.addWidget(Chip("passed" if result.passed else "failed", "ok" if result.passed else "stop"))
    head.addWidget(Label(result.title, wrap=True), 1)
    head.addWidget(Muted(f"{result.practice_id.upper()} · {result.compared} figures", wrap=False))
    column.addLayout(head)
    for miss in result.mismatches:
        column.addWidget(Muted(f"{miss.path}: expected {miss.expected}, found {miss.found}"))
    return row


def _part_card(part: Part) -> Card:
    card = Card(part.title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(16))
    grid.setVerticalSpacing(px(5))
    for place, row in enumerate(part.rows):
        if place:
            grid.addWidget(Line(), 2 * place - 1, 0, 1, 3)
        top = Qt.AlignmentFlag.AlignTop
        if row.what:
            grid.addWidget(Label(row.what, "strong", wrap=True), 2 * place, 0, top)
        says = Label(row.says, "label", wrap=True)
        says.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(says, 2 * place, 1 if row.what else 0, 1, 1 if row.what else 2, top)
        before = part.rows[place - 1].source if place else ""
        cite = Muted("″" if row.source and row.source == before else row.source, small=True)
        cite.setAccessibleName(row.source)
        grid.addWidget(cite, 2 * place, 2, top)
    for column, share in enumerate((3, 5, 4)):
        grid.setColumnStretch(column, share)
    card.body.addLayout(grid)
    return card


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
