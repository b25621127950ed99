"""Doses by cycle: for each drug a row of cells, planned as an outline and given as its filling, the percent in it."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.theme.look import body_font, tokens
from gui.theme.metrics import em, px
from gui.theme.ring import ring_around
from gui.trends.dose_words import cycle_said, share_of
from gui.trends.words import percent
from gui.widgets.dates import MONTHS
from records.course.dose_trend import DoseCycle, DrugTrend

ROW_EM = 5.4
WIDEST_EM = 9


class DoseChart(QWidget):
    """`chosen(int, int)`: drug and cycle, by a click or the arrow keys."""

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dose_chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._trends: tuple[DrugTrend, ...] = ()
        self._cycles: tuple[int, ...] = ()
        self._at = (0, 0)

    def show_trends(self, trends: tuple[DrugTrend, ...], drug: int, cycle: int) -> None:
        """Paint all drugs with one cell chosen; `cycle` by its number, the last where it has none."""
        self._trends = trends
        self._cycles = tuple(sorted({one.cycle for trend in trends for one in trend.cycles}))
        numbers = list(self._cycles)
        place = numbers.index(cycle) if cycle in numbers else len(numbers) - 1
        self._at = (min(max(drug, 0), max(len(trends) - 1, 0)), max(place, 0))
        self.updateGeometry()
        self._tell()
        self.update()

    def drug(self) -> int:
        """The chosen drug."""
        return self._at[0]

    def cycle(self) -> int:
        """The number of the chosen cycle."""
        return self._cycles[self._at[1]] if self._cycles else 0

    def cell(self) -> DoseCycle | None:
        """What is chosen, None where the drug is not in that cycle."""
        return self._cell(*self._at)

    def choose(self, drug: int, place: int) -> None:
        """Choose a cell as if a person had."""
        if (drug, place) == self._at or not (0 <= drug < len(self._trends) and 0 <= place < len(self._cycles)):
            return
        self._at = (drug, place)
        self._tell()
        self.update()
        self.chosen.emit(drug, self._cycles[place])

    def sizeHint(self) -> QSize:
        return QSize(em(44), round(self._head() + len(self._trends) * em(ROW_EM) + px(4)))

    def minimumSizeHint(self) -> QSize:
        wide = em(9.5) + max(len(self._cycles), 1) * em(4.6)
        return QSize(max(wide, em(20)), self.sizeHint().height())

    # --- where things lie

    def _head(self) -> float:
        return QFontMetricsF(body_font(11)).height() * 2 + px(8)

    def cell_place(self, drug: int, place: int) -> QRectF:
        """Where a cell stands."""
        left = em(9.5)
        wide = min((self.width() - left) / max(len(self._cycles), 1), em(WIDEST_EM))
        top = self._head() + drug * em(ROW_EM)
        return QRectF(left + place * wide + px(3), top + px(4), wide - px(6), em(ROW_EM) - px(8))

    def _cell(self, drug: int, place: int) -> DoseCycle | None:
        if not (0 <= drug < len(self._trends) and 0 <= place < len(self._cycles)):
            return None
        return next((one for one in self._trends[drug].cycles if one.cycle == self._cycles[place]), None)

    def _cell_at(self, at: QPointF) -> tuple[int, int] | None:
        for drug in range(len(self._trends)):
            for place in range(len(self._cycles)):
                if self.cell_place(drug, place).contains(at):
                    return drug, place
        return None

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._trends:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        self._paint_heads(painter)
        for drug in range(len(self._trends)):
            self._paint_drug(painter, drug)
            for place in range(len(self._cycles)):
                self._paint_cell(painter, drug, place)
        ring_around(painter, self)
        painter.end()

    def _paint_heads(self, painter: QPainter) -> None:
        """Cycle and day 1 above each column."""
        colours = tokens()
        for place, cycle in enumerate(self._cycles):
            room = self.cell_place(0, place)
            own = next((one for trend in self._trends for one in trend.cycles if one.cycle == cycle), None)
            painter.setFont(body_font(11, bold=True))
            metrics = QFontMetricsF(painter.font())
            painter.setPen(QColor(colours.text))
            line = QRectF(room.left(), px(2), room.width(), metrics.height())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, f"C{cycle}")
            painter.setFont(body_font(11))
            painter.setPen(QColor(colours.muted))
            words = f"{own.day1.day} {MONTHS[own.day1.month - 1]}" if own is not None else ""
            painter.drawText(line.translated(0, metrics.height()), Qt.AlignmentFlag.AlignCenter, words)

    def _paint_drug(self, painter: QPainter, drug: int) -> None:
        colours, trend = tokens(), self._trends[drug]
        top = self._head() + drug * em(ROW_EM)
        room = QRectF(px(2), top, em(9.5) - px(10), em(ROW_EM))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(QPointF(0, top), QPointF(self.width(), top))
        painter.setFont(body_font(13, bold=True))
        metrics = QFontMetricsF(painter.font())
        name = metrics.elidedText(trend.drug, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(colours.text))
        middle = room.center().y()
        painter.drawText(QPointF(room.left(), middle - px(2)), name)
        if trend.intensity is not None:
            painter.setFont(body_font(11))
            painter.setPen(QColor(colours.muted))
            words = self.tr("intensity {0}").format(percent(trend.intensity.relative_percent))
            painter.drawText(QPointF(room.left(), middle + metrics.height() - px(4)), words)

    def _paint_cell(self, painter: QPainter, drug: int, place: int) -> None:
        """The outline is the regimen's own dose, the filling what was given; a signed cycle is dashed and empty."""
        colours, room, own = tokens(), self.cell_place(drug, place), self._cell(drug, place)
        chosen = (drug, place) == self._at
        if own is not None:
            tone = colours.tone("accent" if own.whole_percent >= 100 and not own.held else "warn")
            bar = room.adjusted(px(6), px(4), -px(6), -em(2.5))
            share = share_of(own)
            if share is not None:
                part = float(min(share, Decimal(100))) / 100
                filled = QRectF(bar.left(), bar.bottom() - bar.height() * part, bar.width(), bar.height() * part)
                painter.fillRect(filled, QColor(tone.bar))
            pen = QPen(QColor(tone.bar), 1)
            pen.setStyle(Qt.PenStyle.SolidLine if own.state == "given" else Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRect(bar)
            self._paint_words(painter, room, own, tone.text)
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), px(2)))
            painter.drawRoundedRect(room, px(5), px(5))
            if self.hasFocus():
                painter.setPen(QPen(QColor(colours.text), 1, Qt.PenStyle.DotLine))
                painter.drawRoundedRect(room.adjusted(px(3), px(3), -px(3), -px(3)), px(4), px(4))

    def _paint_words(self, painter: QPainter, room: QRectF, own: DoseCycle, ink: str) -> None:
        """The percent of the level, and what became of it."""
        share = share_of(own)
        if own.held or (share is not None and not share):
            below = self.tr("not given") if own.state == "given" else self.tr("on hold")
        elif own.state == "signed":
            below = self.tr("signed")
        else:
            below = self.tr("gave {0}").format(percent(share)) if share is not None else self.tr("given")
        painter.setFont(body_font(12, bold=True))
        metrics = QFontMetricsF(painter.font())
        small = QFontMetricsF(body_font(10.5))
        foot = room.bottom() - px(2) - small.height()
        painter.setPen(QColor(ink))
        line = QRectF(room.left(), foot - metrics.height(), room.width(), metrics.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, percent(own.whole_percent))
        painter.setFont(body_font(10.5))
        painter.setPen(QColor(tokens().muted))
        said = small.elidedText(below, Qt.TextElideMode.ElideRight, room.width() - px(2))
        painter.drawText(QRectF(room.left(), foot, room.width(), small.height()), Qt.AlignmentFlag.AlignCenter, said)

    # --- what a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._cell_at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.choose(*found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        drug, place = self._at
        steps = {
            Qt.Key.Key_Left: (drug, place - 1), Qt.Key.Key_Right: (drug, place + 1), Qt.Key.Key_Up: (drug - 1, place),
            Qt.Key.Key_Down: (drug + 1, place), Qt.Key.Key_Home: (drug, 0),
            Qt.Key.Key_End: (drug, len(self._cycles) - 1),
        }  # fmt: skip
        wanted = steps.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        else:
            self.choose(*wanted)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            found = self._cell_at(QPointF(event.pos()))
            own = self._cell(*found) if found is not None else None
            words = cycle_said(self._trends[found[0]], own) if found is not None and own is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _tell(self) -> None:
        """Say the chosen cell to assistive technology."""
        if not self._trends or not self._cycles:
            return
        own = self.cell()
        drug = self._trends[self._at[0]]
        words = cycle_said(drug, own) if own is not None else f"{drug.drug}, cycle {self.cycle()}: not in this cycle"
        self.setAccessibleName(self.tr("Doses: {0}").format(words))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
