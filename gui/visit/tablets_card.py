"""Tablets brought back: one field a strength, and the question where they do not add up."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Signal

from gui.widgets.card import Card, Muted
from gui.widgets.choice import Segmented
from gui.widgets.number_field import NumberField
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from records.values.visits import DosesTold
from regimen.numbers import plain


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


class TabletsCard(Card):
    """`changed()` after each key. An empty field: not asked; 0: asked, none left.

    strengths  what was ordered for the cycle the tablets belong to, mg
    """

    changed = Signal()

    def __init__(self, cycle: int, drug: str, strengths: Sequence[Decimal], days: int) -> None:
        super().__init__(tr("Tablets returned, cycle {0}").format(cycle))
        self.setObjectName("tablets_returned")
        self.cycle, self.drug = cycle, drug
        self._questions: tuple[str, ...] = ()
        self.fields = {mg: self._field(mg) for mg in sorted(strengths, reverse=True)}
        self.last_day = NumberField(
            tr("Told to stop after day"), "", least=Decimal(1), most=Decimal(days), decimals=0, optional=True,
            name="told_last_day",
        )  # fmt: skip
        self.last_day.set_hint(tr("empty: told to take all"))
        self.last_part = Segmented(
            (("morning", tr("morning")), ("evening", tr("evening"))), tr("Last dose in the"), name="told_last_part"
        )
        self.words = TextField(tr("What was told, and what the patient says"), 400, optional=True, name="told_words")
        self.question = Strip("tablets_question")
        self.figures = Muted("", small=True)
        self.figures.setObjectName("tablets_figures")
        for widget in (*self.fields.values(), self.last_day, self.last_part, self.question, self.words, self.figures):
            self.add(widget)
        for field in (*self.fields.values(), self.last_day):
            field.changed.connect(self._on_changed)
        self.words.changed.connect(self._on_changed)
        self.last_part.chosen.connect(self._on_changed)
        self._on_changed()

    def _field(self, mg: Decimal) -> NumberField:
        name = f"tablets_{plain(mg).replace('.', '_')}"
        return NumberField(
            tr("Brought back, {0} mg").format(plain(mg)), tr("× {0} mg").format(plain(mg)), least=Decimal(0),
            most=Decimal(2000), decimals=0, optional=True, name=name,
        )  # fmt: skip

    def returned(self) -> dict[Decimal, int]:
        """Strength -> tablets brought back, for the strengths that were asked for."""
        return {mg: int(value) for mg, field in self.fields.items() if (value := field.value()) is not None}

    def told(self) -> DosesTold | None:
        """What the patient had been told about the cycle; None: nothing else than planned."""
        day = self.last_day.value()
        if day is None and not self.words.value():
            return None
        part = "morning" if self.last_part.value() == "morning" else "evening"
        return DosesTold(None if day is None else int(day), "morning" if part == "morning" else "evening", 0,
                         self.words.value())  # fmt: skip

    def texts(self) -> dict[str, str]:
        """Everything as typed."""
        kept = {f"tablets.{plain(mg)}": field.text() for mg, field in self.fields.items()}
        return kept | {
            "told.last_day": self.last_day.text(),
            "told.last_part": self.last_part.value() or "",
            "told.words": self.words.text(),
        }

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Put texts back as they were typed."""
        for mg, field in self.fields.items():
            field.set_text(texts.get(f"tablets.{plain(mg)}", ""))
        self.last_day.set_text(texts.get("told.last_day", ""))
        self.last_part.choose(texts.get("told.last_part") or None)
        self.words.set_text(texts.get("told.words", ""))

    def refused(self) -> tuple[str, ...]:
        """What cannot be used, one sentence each."""
        every = (*self.fields.values(), self.last_day, self.words)
        found = [f"{field.label.text()}: {field.refusal()}" for field in every if field.refusal()]
        if self.last_day.value() is not None and self.last_part.value() is None:
            found.append(tr("Say whether the last dose was in the morning or in the evening."))
        return tuple(found)

    def show_findings(self, questions: Sequence[str], figures: str) -> None:
        """What does not add up, as questions; and the figures that do."""
        self._questions = tuple(questions)
        if questions:
            self.question.say("warn", "\n".join(questions))
        else:
            self.question.clear()
        self._show_asked()
        self.figures.setText(figures)
        self.figures.setVisible(bool(figures))

    def still_asked(self) -> tuple[str, ...]:
        """What does not add up and has no answer in words yet, for the review."""
        if not self._questions or self.words.value():
            return ()
        return (tr("Still to be asked about the tablets: {0}").format(" ".join(self._questions)),)

    def _on_changed(self, _value: object = None) -> None:
        self._show_asked()
        self.changed.emit()

    def _show_asked(self) -> None:
        """The answer to a question has a place as soon as there is one."""
        stopped = bool(self.last_day.text().strip())
        self.last_part.setVisible(stopped)
        self.words.setVisible(stopped or bool(self.words.text()) or bool(self._questions))
