"""What the rules propose for each drug, and how a person answers: accept, change or decline, with a reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.theme.tokens import Tone
from gui.visit.answer_form import AnswerForm, Choices
from gui.visit.same_proposal import decision_on, proposal_text
from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Muted
from gui.widgets.column import empty
from gui.widgets.date_rule import Style
from gui.widgets.dates import shown_date
from gui.widgets.naming import slug
from gui.widgets.parts import widgets_in
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from records.course.answered import same_proposal
from records.values.core import HoldRecord
from records.values.visits import Decision
from regimen.advice.advised import Advice, DrugAdvice, Fired
from regimen.numbers import plain
from regimen.unit_words import in_words

MOST_LETTERS = 18  # of a toxicity's name on a button, which cannot break its line
MOST_QUESTIONS = 2  # in sight at once; the others stand with all the reasons
_TONES: dict[str, Tone] = {"continue": "ok", "reduce": "warn", "ask": "note", "hold": "warn", "stop": "stop"}


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


def next_words(advice: DrugAdvice) -> str:
    """What the drug goes on with."""
    if advice.next_percent is not None:
        return tr("{0} %").format(plain(advice.next_percent))
    if advice.next_level is not None:
        return tr("{0} mg/m²").format(plain(advice.next_level))
    return ""


def title_of(advice: DrugAdvice) -> str:
    """The proposal in one line."""
    following = next_words(advice)
    if advice.action == "hold":
        held = tr("Hold {0}").format(advice.drug) + (tr(" until {0}").format(advice.until) if advice.until else "")
        return held + (tr(", then {0}").format(following) if following and following != "100 %" else "")
    words = {
        "continue": tr("Continue {0}").format(advice.drug),
        "reduce": tr("Reduce {0} to {1}").format(advice.drug, following),
        "ask": tr("{0}: a person has to say").format(advice.drug),
        "stop": tr("Stop {0} for good").format(advice.drug),
    }
    return words[advice.action]


def stopped_before(advice: DrugAdvice) -> bool:
    """Whether the drug was stopped for good already: no rule speaks of it any more, and nothing is to be decided."""
    return advice.action == "stop" and not advice.fired


def in_sight(advice: DrugAdvice) -> int:
    """How many reasons stand in sight: one; of a rule that only asks also its note, which is what it asks."""
    return 2 if advice.action == "ask" and not advice.questions and len(advice.why) > 1 else 1


def _undecided(advice: DrugAdvice) -> tuple[str, ...]:
    """Said where an event that speaks here could have several causes and nobody has named one."""
    if not any(one.undecided and one.event is not None for one in advice.fired):
        return ()
    return (tr("Nobody has named the cause: the rules of each possible one apply. Shift and its letter names it."),)


def answer_words(decision: Decision) -> str:
    """Who answered, how, when and why."""
    how = {"accept": tr("Accepted"), "change": tr("Changed"), "decline": tr("Declined")}[decision.entry.taken]
    reason = f": {decision.entry.reason}" if decision.entry.reason else ""
    return tr("{0} by {1}, {2}{3}").format(how, decision.by, decision.at.astimezone().strftime("%H:%M"), reason)


def decided_words(decision: Decision) -> str:
    """What was decided about a drug."""
    entry, said = decision.entry, []
    if entry.stop_from is not None:
        said.append(tr("stopped from {0}").format(shown_date(entry.stop_from)))
    if entry.hold_from is not None:
        until = (
            tr(" until {0}").format(shown_date(entry.hold_until)) if entry.hold_until else tr(", until further notice")
        )
        said.append(tr("held from {0}").format(shown_date(entry.hold_from)) + until)
    if entry.percent is not None:
        said.append(tr("{0} % from cycle {1}").format(plain(entry.percent), entry.cycle))
    if entry.level is not None:
        said.append(tr("{0} mg/m² from cycle {1}").format(plain(entry.level), entry.cycle))
    return f"{entry.drug}: {', '.join(said) or tr('as before')}"


def hold_since(decision: Decision, holds: Mapping[UUID, HoldRecord]) -> tuple[str, ...]:
    """What became of the hold of a decision on the Plan page since: ended, or taken back."""
    hold = holds.get(decision.hold_id) if decision.hold_id is not None else None
    if hold is None:
        return ()
    if hold.withdrawn:
        return (tr("That hold was taken back since."),)
    if hold.end is None or hold.end == decision.entry.hold_until:
        return ()
    return (tr("That hold ended on {0}.").format(shown_date(hold.end)),)


@dataclass(frozen=True, slots=True)
class DecidingWith:
    """What proposals are shown with.

    decisions    of the course; waits: why nothing can be decided now, "" when it can
    level_units  drug -> unit of its ladder, "" for an inhibitor
    mistaken     events entered by mistake and withdrawn -> term
    holds        of the patient, by id
    """

    decisions: Sequence[Decision]
    waits: str
    level_units: Mapping[str, str]
    on: date
    style: Style
    mistaken: Mapping[UUID, str] = field(default_factory=dict)
    holds: Mapping[UUID, HoldRecord] = field(default_factory=dict)

    def choices(self, drug: str) -> Choices:
        """What a change of a drug can be."""
        return Choices(self.level_units.get(drug, ""), self.on, self.style, self.waits)


def settled_words(drug: str, fired: Fired, decisions: Sequence[Decision]) -> str:
    """A rule that is not asked again: about what, and who decided."""
    event = fired.event
    assert event is not None
    said = tr("{0}: {1} grade {2} from {3}, rule {4}").format(
        drug, event.term, event.grade, shown_date(event.date, weekday=False), fired.rule
    )
    by = [one for one in decisions if not one.withdrawn and one.entry.drug == drug and fired.rule in one.entry.rule_ids]
    if not by:
        return said
    answered = tr("{0} for cycle {1}").format(answer_words(by[-1]), by[-1].entry.cycle)
    return f"{said}; {answered}; {decided_words(by[-1])}"


class ProposalList(Card):
    """`answered(Answered)`; `event_wanted(str)`: show the toxicity of this term; `delay_wanted()`;
    `taken_back(UUID, str)`: a decision is withdrawn, with the reason.

    A proposal that was answered stays with who answered it and how.
    """

    answered = Signal(object)
    event_wanted = Signal(str)
    delay_wanted = Signal()
    taken_back = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(tr("Proposals, for you to decide"))
        self.setObjectName("proposals")
        self.place = QWidget()
        self.place.setProperty("role", "clear")
        self.column = QVBoxLayout(self.place)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(8))
        self.add(self.place)
        self._shown: object = None
        self._made: dict[str, tuple[QWidget, ...]] = {}

    def show_advice(self, advice: Advice, deciding: DecidingWith, describe_delay: Callable[[], str]) -> None:
        """Every drug with something to say, strictest first; what is being typed stays while its proposal stays."""
        now = (advice.drugs, advice.treatment_day.delay, deciding, advice.cycle)
        if now == self._shown:
            return
        self._shown = now
        waits = deciding.waits
        said = [one for one in advice.drugs if one.action != "continue" and not stopped_before(one)]
        texts = {proposal_text(one) for one in said}
        mine = [one for one in deciding.decisions if not one.withdrawn and one.entry.cycle == advice.cycle]
        gone = [one for one in mine if not any(same_proposal(one.entry.proposal_json, text) for text in texts)]
        answers = {one.drug: decision_on(mine, one, advice.cycle) for one in said}
        since = {drug: hold_since(one, deciding.holds) if one is not None else () for drug, one in answers.items()}
        wanted = {self._key(one, answers[one.drug], (waits, *since[one.drug])): one for one in said}
        kept = {key: made for key, made in self._made.items() if key in wanted}
        empty(self.column, *(widget for made in kept.values() for widget in made))
        if advice.treatment_day.delay is not None:
            self._add_delay(advice, describe_delay())
        for decision in gone:
            self._add_decided(decision, deciding)
        self._made = {}
        for key, one in wanted.items():
            parts = answers[one.drug], since[one.drug], deciding.choices(one.drug)
            made = kept.get(key) or self._make(one, *parts)
            self._made[key] = made
            for widget in made:
                self.column.addWidget(widget)
                widget.show()  # leaving a layout hides a widget
        self._add_rest(advice, deciding.decisions)

    def _add_rest(self, advice: Advice, decisions: Sequence[Decision]) -> None:
        """What needs no decision: drugs that go on, and rules that were decided upon in an earlier cycle."""
        going_on = [one.drug for one in advice.drugs if one.action == "continue"]
        if going_on:
            self.column.addWidget(Muted(tr("No rule changes {0}.").format(", ".join(going_on)), small=True))
        stopped = [in_words(one.why[0]) for one in advice.drugs if stopped_before(one)]
        if stopped:
            words = Muted("\n".join(stopped), small=True)
            words.setObjectName("proposals_stopped")
            self.column.addWidget(words)
        lines = [settled_words(one.drug, fired, decisions) for one in advice.drugs for fired in one.settled]
        if lines:
            words = Muted("\n".join((tr("Decided before, not asked again:"), *lines)), small=True)
            words.setObjectName("proposals_settled")
            self.column.addWidget(words)

    def show_refusal(self, words: str) -> None:
        """Why no advice can be given."""
        self._shown = None
        self._made = {}
        empty(self.column)
        self.column.addWidget(Muted(words))

    def strips(self) -> tuple[Strip, ...]:
        """The proposals shown, in order."""
        return tuple(widget for widget in widgets_in(self.column) if isinstance(widget, Strip))

    def _strip(self, name: str) -> Strip:
        return Strip(name, below=True, parent=self.place)

    def _add_delay(self, advice: Advice, words: str) -> None:
        delay = advice.treatment_day.delay
        assert delay is not None
        strip = self._strip("proposal_delay")
        title = tr("Delay cycle {0} by {1} days").format(advice.cycle, delay.days)
        strip.say("warn", words, title, tr("{0} · limits “{1}”").format(delay.source, advice.treatment_day.limit_set))
        strip.add_action(tr("Show old and new dates"), self.delay_wanted.emit, "show", main=True)
        self.column.addWidget(strip)

    def _add_decided(self, decision: Decision, deciding: DecidingWith) -> None:
        """A decision whose proposal is no longer made, most often because it was followed, or its event withdrawn."""
        strip = self._strip(f"decided_{slug(decision.entry.drug)}")
        rules = tr("rules {0}").format(", ".join(decision.entry.rule_ids)) if decision.entry.rule_ids else ""
        terms = dict.fromkeys(deciding.mistaken[one] for one in decision.entry.event_ids if one in deciding.mistaken)
        said = [answer_words(decision), *hold_since(decision, deciding.holds)]
        if terms:
            words = tr("Withdrawn since, as entered by mistake: {0}. The decision is in force until it is taken back.")
            said.append(words.format(", ".join(terms)))
        strip.say("warn" if terms else "ok", "\n".join(said), decided_words(decision), rules)
        self.column.addWidget(strip)
        self.column.addWidget(self._take_back(decision, strip))

    def _key(self, advice: DrugAdvice, decided: Decision | None, beside: tuple[str, ...]) -> str:
        """What a proposal is shown again by: unchanged, it keeps its widgets and what is being typed."""
        return f"{proposal_text(advice)} {decided.id if decided else ''} {beside} {advice.questions}"

    def _make(
        self, advice: DrugAdvice, decided: Decision | None, since: tuple[str, ...], choices: Choices
    ) -> tuple[QWidget, ...]:
        name = f"proposal_{slug(advice.drug)}"
        strip = self._strip(name)
        foot = tr("rule {0} · {1}").format(advice.rule, advice.source) if advice.rule else ""
        if decided is not None:
            said = [answer_words(decided), *since]
            if decided.entry.taken == "change":
                said.append(in_words(decided_words(decided)))
            strip.say("ok", "\n".join(said), in_words(title_of(advice)), foot)
            return strip, self._take_back(decided, strip)
        asked = advice.questions[:MOST_QUESTIONS]
        strip.say(
            _TONES[advice.action],
            in_words("\n".join((*advice.why[: in_sight(advice)], *_undecided(advice), *asked))),
            in_words(title_of(advice)),
            " · ".join(text for text in (foot, choices.waits) if text),
        )
        if advice.action == "ask":
            terms = list(dict.fromkeys(one.event.term for one in advice.fired if one.event is not None))
            for term in terms[:2]:
                button = strip.add_action(tr("Answer"), partial(self.event_wanted.emit, term), slug(term))
                short = term if len(term) <= MOST_LETTERS else f"{term[:MOST_LETTERS]}…"
                button.setText(tr("Answer: {0}").format(short))
                button.setAccessibleName(tr("Answer: {0}").format(term))
        form = AnswerForm(advice, title_of(advice), name, choices)
        form.answered.connect(self.answered)
        return (strip, *self._reasons(advice, strip, name), form)

    def _take_back(self, decision: Decision, strip: Strip) -> QWidget:
        """A decision made by mistake is withdrawn with a reason; it stays on record."""
        name = f"{strip.objectName()}_back"
        box = QWidget(self.place)
        box.setProperty("role", "clear")
        why = TextField(tr("Why is it taken back?"), 400, name=f"{name}_why")
        button = secondary(tr("Take it back"), f"{name}_button")
        fields = QWidget(box)
        fields.setProperty("role", "clear")
        inner = QVBoxLayout(fields)
        inner.setContentsMargins(px(12), 0, 0, px(4))
        inner.addWidget(why)
        inner.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(fields)
        fields.hide()

        def ask() -> None:
            fields.show()
            why.setFocus()

        def take() -> None:
            if why.ask_for():
                self.taken_back.emit(decision.id, why.value())

        strip.add_action(tr("Take back…"), ask, "back")
        button.clicked.connect(lambda _checked=False: take())
        return box

    def _reasons(self, advice: DrugAdvice, strip: Strip, name: str) -> tuple[QWidget, ...]:
        """Everything else that fired, and every other question, on request."""
        rest = tuple(in_words(said) for said in (*advice.why[in_sight(advice) :], *advice.questions[MOST_QUESTIONS:]))
        if not rest:
            return ()
        words = Muted("\n".join(rest), small=True)
        words.setObjectName(f"{name}_reasons")
        box = QWidget(self.place)
        box.setProperty("role", "clear")
        column = QVBoxLayout(box)
        column.setContentsMargins(px(12), 0, 0, 0)
        column.addWidget(words)
        words.hide()
        strip.add_action(tr("All reasons"), lambda: words.setVisible(words.isHidden()), "reasons")
        return (box,)
