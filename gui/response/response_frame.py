"""What the Response page is made of and where it stands; what it does is in `response_page`."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from gui.response.answer_card import AnswerCard
from gui.response.follow_up_card import FollowUpCard
from gui.response.lesion_form import LesionForm
from gui.response.lesion_table import LesionTable
from gui.response.stored_card import StoredCard
from gui.response.sum_chart import SumChart
from gui.theme.metrics import em, px
from gui.widgets.buttons import click_by_enter, primary, quiet, secondary
from gui.widgets.card import Card, Muted
from gui.widgets.check import Check
from gui.widgets.column import ScrollColumn
from gui.widgets.foot_bar import FootBar
from gui.widgets.sharing import share
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField

RIGHT_EM, LEFT_EM = 31, 40


class ResponseFrame(QWidget):
    """Two columns over one bar: the table and the chart; the answer, the lesion form and the follow-up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("response_page")
        self.setProperty("role", "page")
        self.left, self.right = ScrollColumn(), ScrollColumn(RIGHT_EM)
        self.message = Strip("response_message", closable=True)
        self.table_card = Card(self.tr("Lesions by scan"))
        self.table = LesionTable()
        self.all_button = quiet(self.tr("Show all scans"), "all_scans")
        self.chart_card = Card(self.tr("Sum of target diameters, mm"))
        self.chart = SumChart()
        self.answer = AnswerCard()
        self.about = Card(self.tr("About this scan"))
        self.symptoms = Check(self.tr("made out of turn, for ne&w symptoms"), "scan_for_symptoms")
        self.grew = Check(self.tr("other disease has grown on &beyond its progression"), "scan_nontarget_grew")
        self.note = TextField(self.tr("Reader's note"), 400, optional=True, name="scan_note")
        self.reason = TextField(self.tr("Reason of the correction"), 400, name="scan_reason")
        self.stored = StoredCard()
        self.form = LesionForm()
        self.follow_up: FollowUpCard | None = None
        self.kept = Muted("", small=True)
        self.kept.setObjectName("scan_state")
        self.new_button = secondary(self.tr("Ne&w scan"), "new_scan", icon="plus")
        self.drop_button = quiet(self.tr("&Give up this scan"), "give_up_scan")
        self.store_button = primary(self.tr("&Store scan"), "store_scan")
        self.bar = FootBar((self.kept,), (self.drop_button, self.new_button, self.store_button))
        self._wide: bool | None = None
        self._form_first = False
        self._lay_out()
        self.table.field_entered.connect(lambda field: self.left.ensureWidgetVisible(field, 0, px(80)))

    def _lay_out(self) -> None:
        self.table_card.add(self.table)
        self.table_card.body.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.chart_card.add(self.chart)
        for widget in (self.symptoms, self.grew, self.note, self.reason):
            self.about.add(widget)
        click_by_enter(self, self.store_button)
        new = QShortcut(QKeySequence("Ctrl+N"), self)
        new.setContext(Qt.ShortcutContext.WindowShortcut)
        new.activated.connect(self.new_button.click)
        columns = QHBoxLayout()
        columns.setSpacing(px(10))
        columns.setContentsMargins(px(24), px(8), px(24), px(8))
        columns.addWidget(self.left, 1)
        columns.addWidget(self.right)
        notice = QHBoxLayout()
        notice.setContentsMargins(px(24), 0, px(24), px(8))
        notice.addWidget(self.message)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(columns, 1)
        whole.addLayout(notice)
        whole.addWidget(self.bar)
        self.arrange()

    def parts(self) -> tuple[tuple[QWidget, ...], tuple[QWidget, ...]]:
        """What stands at the left, and at the right."""
        form, last = (self.form,), () if self.follow_up is None else (self.follow_up,)
        before, after = (form, ()) if self._form_first else ((), form)
        return (self.stored, *before, self.table_card, self.chart_card), (self.answer, self.about, *after, *last)

    def put_form_first(self, first: bool) -> None:
        """Lesions are named above the table until the baseline is read, afterwards at the right."""
        if first != self._form_first:
            self._form_first = first
            self.arrange()

    def arrange(self) -> None:
        """Two columns where there is room, else one."""
        left, right = self.parts()
        shown = {part: not part.isHidden() for part in (*left, *right)}
        focused = QApplication.focusWidget()
        wide = self._is_wide()
        self._wide = wide
        self.right.setVisible(wide)
        one = (*left[:-1], *right[:2], self.chart_card, *right[2:])
        share((self.left, left if wide else one), (self.right, right if wide else ()))
        for part, was in shown.items():
            part.setVisible(was or part is self.follow_up)
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus()

    def minimumSizeHint(self) -> QSize:
        """Any width will do; what is left is scrolled."""
        return QSize(em(24), self.bar.minimumSizeHint().height() + em(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want another arrangement."""
        super().resizeEvent(event)
        if self._is_wide() != self._wide:
            self.arrange()

    def _is_wide(self) -> bool:
        return self.width() - px(58) >= em(RIGHT_EM + LEFT_EM)
