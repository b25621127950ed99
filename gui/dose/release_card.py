"""The signatures beneath a signed order: who did what and when, what is missing, and the next signature in place."""

from collections.abc import Mapping, Sequence
from uuid import uuid4

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.dose.release_words import SignedLine, signed_lines, tr
from gui.second_check.second_person import SecondPerson, Signer
from gui.session import Session
from gui.theme import icons
from gui.theme.look import tokens
from gui.theme.metrics import px
from gui.theme.tokens import Tone
from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Label, Line, Muted
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from records.course.clinical_use import SiteFacts, missing_for_use
from records.course.release import signatures_of
from records.course.release_in_force import release_in
from records.values.core import OrderRecord, Workspace

MOST = 400


class ReleaseCard(Card):
    """`check_wanted()`: the second check is to be done; `stored()`: a signature was given."""

    check_wanted = Signal()
    stored = Signal()

    def __init__(self, session: Session, space: Workspace, site: SiteFacts, order: OrderRecord) -> None:
        super().__init__(tr("Signatures, cycle {0}").format(order.cycle))
        self.setObjectName("release")
        self.order, self._session = order, session
        self.release = release_in(space, order)
        self._key, self._storing = uuid4(), False
        checks = tuple(one for one in signatures_of(space.signatures, order.id) if one.meaning == "verify")
        self.lines = signed_lines(order, self.release, checks)
        self.message = Strip("release_message")
        self.add(_grid([line for line in self.lines if line.done]))
        still = [line.step for line in self.lines if not line.done]
        if still:
            self.add(Muted(tr("Still to come: {0}").format(" → ".join(still)), small=True))
        self._say_missing()
        self._say_use(missing_for_use(space, site, (order,)))
        self.words: TextField | None = None
        self.signer: SecondPerson | None = None
        self._purpose = ""
        self._add_actions()
        self.add(self.message)

    def _say_missing(self) -> None:
        if self.release.missing and self.order.state == "signed":
            strip = Strip("release_missing")
            self.add(strip)  # before it speaks: a widget without a parent would be a window
            tone: Tone = "stop" if self.release.standing == "differs" else "note"
            strip.say(tone, "\n".join(self.release.missing), tr("Not released"))

    def _say_use(self, missing: tuple[str, ...]) -> None:
        """Whether printed pages are for clinical use; what is missing for the release is said above."""
        other = [words for words in missing if not any(words.endswith(one) for one in self.release.missing)]
        if not missing:
            words = tr("Pages printed of this order are for clinical use.")
        elif other:
            words = tr("Printed pages say NOT FOR CLINICAL USE: {0}").format(" ".join(other))
        else:
            words = tr("Printed pages say NOT FOR CLINICAL USE until the order is released.")
        use = Muted(words, small=True)
        use.setObjectName("release_use")
        self.add(use)

    def _add_actions(self) -> None:
        if self.order.state != "signed":
            return
        if self.release.verified is None:
            button = secondary(tr("Do the second chec&k"), "second_check", icon="pencil")
            button.clicked.connect(lambda _checked=False: self.check_wanted.emit())
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if self.release.raised and self.release.agreed is None:
            self._ask("agree to raise", TextField(tr("Why the dose is raised again"), MOST, name="agree_reason"),
                      tr("Agree to the raised dose"), (self.order.signed_by, self.order.signed_role))  # fmt: skip
        elif self.release.standing == "released" and self.release.prepared is None:
            self._ask("prepare order", TextField(tr("Note"), MOST, optional=True, name="prepare_note"),
                      tr("Sign as prepared"), None)  # fmt: skip

    def _ask(self, purpose: str, words: TextField, text: str, not_for: tuple[str, str] | None) -> None:
        """One signature in place: words, whose it is, the button."""
        self._purpose, self.words = purpose, words
        self.signer = SecondPerson(self._session, purpose, "release_signer", not_for)
        self.button = secondary(text, purpose.replace(" ", "_"), icon="ok")
        self.missing = Muted("", small=True)
        self.missing.setObjectName("release_sign_missing")
        for widget in (Line(), words, self.signer, self.missing):
            self.add(widget)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        words.changed.connect(self._update)
        self.signer.changed.connect(self._update)
        self.signer.password.edit.returnPressed.connect(self.button.click)
        self.button.clicked.connect(self._on_sign)
        self.signer.look()

    # --- what is typed

    def texts(self) -> Mapping[str, str]:
        """What was typed, for the card that takes this one's place; never a password."""
        return {self._purpose: self.words.text()} if self.words is not None else {}

    def put_back(self, texts: Mapping[str, str]) -> None:
        """Words as they were typed."""
        if self.words is not None and self._purpose in texts:
            self.words.set_text(texts[self._purpose])

    # --- signing

    @Slot()
    def _update(self, _text: str = "") -> None:
        assert self.words is not None and self.signer is not None
        said = self.signer.missing()
        if self._purpose == "agree to raise" and not self.words.value():
            said = tr("Say why the dose is raised again.")
        self.missing.setText(said)
        self.missing.setVisible(bool(said))
        self.button.setEnabled(not said and not self._storing)

    @Slot()
    def _on_sign(self) -> None:
        if self._storing or self.signer is None:
            return
        self._storing = True
        self._update()
        self.signer.look_up(self._sign, self._on_refused)

    def _sign(self, by: Signer) -> None:
        assert self.words is not None
        actions = self._session.actions
        sign = actions.agree_to_raise if self._purpose == "agree to raise" else actions.prepare_order
        future = sign(by, self._key, self.order.id, self.words.value())
        self._session.link.ask(future, lambda _signature: self.stored.emit(), self._on_refused, self)

    def _on_refused(self, words: str, _error: Exception) -> None:
        self._storing = False
        self.message.say("stop", words, tr("Not signed"))
        self._update()


def _grid(lines: Sequence[SignedLine]) -> QWidget:
    """Sign, step, who and when, meaning: a calm line each."""
    holder = QWidget()
    holder.setObjectName("signatures")
    holder.setProperty("role", "clear")
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(10))
    grid.setVerticalSpacing(px(6))
    for row, line in enumerate(lines):
        who = " · ".join(part for part in (line.by, line.at) if part)
        cells = (Label(line.step, "strong", wrap=True), Label(who, wrap=True),
                 Muted(line.meaning, small=True))  # fmt: skip
        grid.addWidget(_sign(line.done), row, 0, Qt.AlignmentFlag.AlignTop)
        for column, cell in enumerate(cells, start=1):
            grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)
        cells[0].setAccessibleName(f"{line.step}: {who or line.meaning}")
    for column, share in ((1, 3), (2, 5), (3, 5)):
        grid.setColumnStretch(column, share)
    return holder


def _sign(done: str) -> QLabel:
    """A tick or a stop."""
    sign = QLabel()
    sign.setFixedSize(px(18), px(18))
    name: icons.Name = "ok" if done == "ok" else "stop"
    colour = tokens().tone("ok" if done == "ok" else "stop").bar
    sign.setPixmap(icons.pixmap(name, colour, px(18), sign.devicePixelRatioF()))
    return sign
