"""The patient's banner: who this is and what every dose depends on, always in sight, whole at every size."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme.metrics import em, px
from gui.theme.tokens import Tone
from gui.widgets.card import Label
from gui.widgets.dates import shown_date
from gui.widgets.flow import Flow
from gui.widgets.turning import Direction, Turning
from gui.workspace.state import BannerFacts

# Room the name wants beside the facts, in lines of body text.
NAME_EM = 16


class Fact(QWidget):
    """A small heading over a value."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.title = Label(title, "small")
        self.value = Label("", "strong")
        self.setObjectName(f"banner_{name}")
        self.value.setObjectName(f"banner_{name}_value")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, px(18), 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.value)

    def show_value(self, text: str, tone: Tone = "plain") -> None:
        """Show the value; a tone only beside words that say the same."""
        self.value.setText(text)
        self.value.set_tone(tone)
        self.setAccessibleName(f"{self.title.text()}: {text}")
        self.setVisible(bool(text))


class Banner(Turning):
    """Shows facts; long names go on in a second line, nothing is cut off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Direction.LeftToRight, parent)
        self.setObjectName("patient_banner")
        self.setProperty("role", "banner")
        self.name = Label("", "subheading", wrap=True)
        self.name.setObjectName("banner_name")
        self.identifiers = Label("", "small", wrap=True)
        self.identifiers.setObjectName("banner_identifiers")
        self.born = Fact(self.tr("Born"), "born")
        self.allergies = Fact(self.tr("Allergies"), "allergies")
        self.surface = Fact(self.tr("BSA"), "bsa")
        self.kidney = Fact(self.tr("CrCl"), "crcl")
        self.dpyd = Fact(self.tr("DPYD"), "dpyd")
        self.course = Fact("", "course")
        who = QVBoxLayout()
        who.setSpacing(px(2))
        who.addWidget(self.name)
        who.addWidget(self.identifiers)
        who.addStretch(1)
        facts = self._facts = Flow()
        for fact in (self.born, self.allergies, self.surface, self.kidney, self.dpyd, self.course):
            facts.add(fact)
        self.box.setContentsMargins(px(24), px(12), px(24), px(12))
        self.box.setSpacing(px(24))
        self.box.addLayout(who, 1)
        self.box.addWidget(facts)

    def minimumSizeHint(self) -> QSize:
        """Never wider than its widest fact: the facts go on in further lines."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._facts.minimumSizeHint().width() + px(2 * 24)), hint.height())

    def wanted(self) -> Direction:
        """The facts in one line at the right where name and facts have room beside each other, else below the name."""
        line = self._facts.line_width()
        beside = self.width() >= px(2 * 24 + 24) + em(NAME_EM) + line
        self._facts.setMinimumWidth(line if beside else 0)
        return Direction.LeftToRight if beside else Direction.TopToBottom

    def turned(self, now: Direction) -> None:
        """Less between name and facts that stand below it."""
        self.box.setSpacing(px(24 if now == Direction.LeftToRight else 8))

    def show_facts(self, facts: BannerFacts, *, blind: bool = False) -> None:
        """Show one patient. blind: what is computed from weight and creatinine is hidden, and says why."""
        self.name.setText(facts.name)
        self.identifiers.setText(" · ".join(facts.identifiers))
        sex = self.tr("female") if facts.sex == "female" else self.tr("male")
        self.born.show_value(f"{_day(facts.birth_date)} ({facts.age_y} y) · {sex}")
        self._show_allergies(facts)
        self.surface.show_value(
            self.tr("{0} m²").format(_two(facts.bsa_m2)) if facts.bsa_m2 else self.tr("not measured")
        )
        self.kidney.show_value(
            self.tr("{0} mL/min").format(_one(facts.crcl_ml_min)) if facts.crcl_ml_min else self.tr("no creatinine")
        )
        if blind:
            for fact in (self.surface, self.kidney):
                fact.show_value(self.tr("hidden during the second check"))
        self.dpyd.show_value(facts.dpyd, "plain" if facts.dpyd_known else "warn")
        title = " · ".join(part for part in (facts.regimen, *facts.options) if part)
        self.course.title.setText(title)
        self.course.show_value(self._course_words(facts))
        self.setAccessibleName(self.tr("Patient {0}, {1}").format(facts.name, ", ".join(facts.identifiers)))

    def _show_allergies(self, facts: BannerFacts) -> None:
        if facts.allergies:
            self.allergies.show_value(", ".join(facts.allergies), "stop")
        elif facts.allergies_asked:
            self.allergies.show_value(self.tr("none known"))
        else:
            self.allergies.show_value(self.tr("not asked"), "warn")

    def _course_words(self, facts: BannerFacts) -> str:
        if facts.day1 is None:
            return self.tr("no course yet")
        if facts.cycle > facts.planned_cycles:  # treatment goes on until progression, or has ended
            words = self.tr("Cycle {0}, after the {1} planned · day 1 {2}")
        else:
            words = self.tr("Cycle {0} of {1} · day 1 {2}")
        return words.format(facts.cycle, facts.planned_cycles, shown_date(facts.day1))


def _day(day: date) -> str:
    return shown_date(day, weekday=False)


def _one(value: Decimal | None) -> str:
    return "" if value is None else f"{value.quantize(Decimal('0.1'), rounding=ROUND_HALF_UP):f}"


def _two(value: Decimal | None) -> str:
    return "" if value is None else f"{value.quantize(Decimal('0.01'), rounding=ROUND_HALF_UP):f}"
