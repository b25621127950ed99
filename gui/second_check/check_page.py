"""The blind second check of one order: values typed again from the source, compared by the store, signed or refused."""

from uuid import uuid4

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.dose.release_words import moment
from gui.dose.supportive_card import SignedSupportive
from gui.second_check.check_fields import CheckFields, title_of
from gui.second_check.second_person import SecondPerson, Signer, tr
from gui.session import Session
from gui.theme.metrics import em, px
from gui.widgets.buttons import primary, quiet
from gui.widgets.card import Card, Heading, Muted
from gui.widgets.column import ScrollColumn
from gui.widgets.foot_bar import FootBar
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from records.course.blind_check import fields_asked
from records.course.course_plan import order_value
from records.course.release import signatures_of
from records.values.core import OrderRecord, Workspace
from records.values.signatures import SignatureRecord

CARD_EM = 44
PURPOSE = "verify order"


class CheckPage(QWidget):
    """`done(SignatureRecord | None)`: compared, or left without comparing.

    Nothing of the first values is on it: it is made from the names of the fields alone. Supportive care, of which
    nothing is computed, is shown to be looked at. roles: of the drugs of the cycle
    """

    done = Signal(object)

    def __init__(
        self,
        session: Session,
        space: Workspace,
        order: OrderRecord,
        creatinine_unit: str,
        roles: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        self.setObjectName("second_check_page")
        self.setProperty("role", "page")
        self._session, self.order_id = session, order.id
        self._key, self._storing = uuid4(), False
        self._person = session.person if session.has_person else None
        checks = [one for one in signatures_of(space.signatures, order.id) if one.meaning == "verify"]
        self._last = checks[-1] if checks else None
        self.heading = Heading(tr("Second check of cycle {0}").format(order.cycle), level=1)
        self.words = Muted(
            tr(
                "Type each value again from the source: the chart, the scales, the laboratory's report. What was typed "
                "first is not shown anywhere until the comparison is made, and pages that show it wait."
            )
        )
        self.message = Strip("second_check_message")
        self.fields = CheckFields(fields_asked(order.case_json), creatinine_unit)
        self.supportive = SignedSupportive(order_value(order).supportive, roles)
        self.note = TextField(tr("What was found out since the check that differed?"), 400, name="check_note")
        self.signer = SecondPerson(session, PURPOSE, "check_signer", (order.signed_by, order.signed_role))
        self.missing = Muted("", small=True)
        self.missing.setObjectName("check_missing")
        self.leave_button = quiet(tr("Stop &without comparing"), "check_leave", icon="undo")
        self.sign_button = primary(tr("Compare and si&gn"), "check_sign", icon="ok")
        self._lay_out(order)
        self._connect()
        self._update()

    def _lay_out(self, order: OrderRecord) -> None:
        values, who = Card(tr("From the source")), Card(tr("Who checks"))
        if self._last is not None:
            values.add(self._differed(self._last))
            values.add(self.note)
        values.add(self.fields)
        who.add(self.signer)
        column = ScrollColumn(margins=24)
        column.fill(self.heading, self.words, self.message, values, self.supportive, who)
        inside = column.widget()
        assert inside is not None
        inside.setMaximumWidth(em(CARD_EM) + px(2 * 24 + 4))  # the column itself: heights are worked out for its width
        self._scroll = column
        row = QHBoxLayout()
        row.addWidget(column)
        self.bar = FootBar((self.missing,), (self.leave_button, self.sign_button))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, px(8), 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(self.bar)

    def _differed(self, last: SignatureRecord) -> Muted:
        """Who checked last and which fields differed; never their values."""
        what = ", ".join(title_of(name) for name in last.differs)
        said = tr("{0}, {1}, checked on {2}. It differs: {3}.").format(last.by, last.role, moment(last.at), what)
        words = Muted(said)
        words.setObjectName("check_differed")
        return words

    def _connect(self) -> None:
        self.fields.changed.connect(self._update)
        self.note.changed.connect(self._update)
        self.signer.changed.connect(self._update)
        self.signer.password.edit.returnPressed.connect(self.sign_button.click)
        self.sign_button.clicked.connect(self._on_sign)
        self.leave_button.clicked.connect(lambda _checked=False: self.done.emit(None))
        self._session.person_changed.connect(self._on_person)
        for keys, button in (
            ("Ctrl+Return", self.sign_button), ("Ctrl+Enter", self.sign_button), ("Escape", self.leave_button)
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    def start(self) -> None:
        """The cursor goes where typing begins."""
        (self.note if self._last is not None else self.fields.first()).edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def still_good(self, space: Workspace) -> bool:
        """Whether the order being checked is still the one in force; read again while somebody types."""
        return any(one.id == self.order_id and one.state == "signed" for one in space.orders)

    @Slot()
    def _on_person(self) -> None:
        """What one person read from the source is not signed by another without being typed again."""
        person = self._session.person if self._session.has_person else None
        if person != self._person and any(self.fields.texts().values()):
            self.fields.wipe()
            self.message.say(
                "warn", tr("Somebody else is at the screen now: they type the values again from the source.")
            )
        self._person = person
        self._update()

    @Slot()
    def _update(self, _text: str = "") -> None:
        missing = self.fields.missing()
        said = tr("Still to be typed: {0}.").format(", ".join(missing)) if missing else self.signer.missing()
        if self._last is not None and not self.note.value():
            said = tr("Say first what was found out since the last check.")
        self.missing.setText(said or tr("Ctrl+Enter compares; the outcome is kept either way."))
        self.sign_button.setEnabled(not said and not self._storing)

    @Slot()
    def _on_sign(self) -> None:
        if not self.sign_button.isEnabled() or self._storing:
            return
        self._storing = True
        self._update()
        self.signer.look_up(self._compare, self._on_refused)

    def _compare(self, by: Signer) -> None:
        entry = self.fields.entry(self.note.value() if self._last is not None else "")
        if entry is None:
            self._storing = False
            self._update()
            return
        future = self._session.actions.verify_order(by, self._key, self.order_id, entry)
        self._session.link.ask(future, self.done.emit, self._on_refused, self)

    def _on_refused(self, words: str, _error: Exception) -> None:
        """Nothing typed is lost."""
        self._storing = False
        self.message.say("stop", words, tr("Not compared"))
        self._scroll.ensureWidgetVisible(self.message)
        self._update()


def outcome_words(signature: SignatureRecord) -> tuple[str, str, str]:
    """Tone, title and words of a check that was made; of a difference only the names of the fields."""
    who = f"{signature.by}, {signature.role}, {moment(signature.at)}"
    if signature.outcome == "equal":
        words = tr("{0}: verified, typed again from the source and computed a second time with the same result.")
        return "ok", tr("The second check agrees"), words.format(who)
    what = ", ".join(title_of(name) for name in signature.differs)
    words = tr("{0}. The order stays locked. Find out which value is right, then change the order or check it again.")
    return "stop", tr("Differs: {0}").format(what), words.format(who)
