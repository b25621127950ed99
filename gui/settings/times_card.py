"""What the site says of its own day, for the comparison of regimens: minutes; no dose comes from them."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from gui.widgets.card import Card, Muted
from gui.widgets.number_field import NumberField
from records.values.core import SiteSettings

DAY_MINUTES = Decimal(1440)


def _tr(text: str) -> str:
    return QCoreApplication.translate("TimesCard", text)


class TimesCard(Card):
    """Three fields; an empty one counts nothing."""

    def __init__(self) -> None:
        super().__init__(_tr("Your own day"))
        self.add(Muted(_tr("For the comparison of regimens on the Outcomes page. Empty: not counted.")))
        self.chair = self._field(_tr("Around each infusion (cannula, flushes, observation)"), "settings_chair_minutes")
        self.test = self._field(_tr("At a blood test on a day of its own"), "settings_test_minutes")
        self.travel = self._field(_tr("On the way, there and back"), "settings_travel_minutes")

    def fields(self) -> tuple[NumberField, ...]:
        """The fields in reading order."""
        return self.chair, self.test, self.travel

    def show_times(self, settings: SiteSettings) -> None:
        """What is stored."""
        stored = (settings.chair_minutes, settings.test_minutes, settings.travel_minutes)
        for field, minutes in zip(self.fields(), stored, strict=True):
            field.set_text(str(minutes) if minutes else "")

    def minutes(self, field: NumberField) -> int:
        """As typed; 0 where nothing was."""
        return int(field.value() or 0)

    def _field(self, label: str, name: str) -> NumberField:
        field = NumberField(label, "min", least=Decimal(0), most=DAY_MINUTES, decimals=0, optional=True, name=name)
        self.add(field)
        return field
