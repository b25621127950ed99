"""What the site says of its clinic: chairs and opening time for a proposed order, sharing of vials, downtime packs."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from gui.widgets.card import Card, Muted
from gui.widgets.check import Check
from gui.widgets.number_field import NumberField
from gui.widgets.text_field import TextField
from records.clinic.sequence import read_time, shown_time
from records.values.core import SiteSettings

MOST_CHAIRS = Decimal(200)
MOST_PATH = 500


def _tr(text: str) -> str:
    return QCoreApplication.translate("ClinicCard", text)


class OpeningField(TextField):
    """A time of the day, or nothing."""

    def refusal(self) -> str:
        """Why what stands there is no time, "" when it is one."""
        text = self.value()
        return _tr("A time such as 8:30 is needed.") if text and read_time(text) is None else ""

    def ask_for(self) -> bool:
        """Say so beside the field; True when it holds what it must."""
        words = self.refusal()
        self.set_note("stop" if words else "note", words)
        return not words


class ClinicCard(Card):
    """Nothing of it changes a dose."""

    def __init__(self) -> None:
        super().__init__(_tr("Your clinic"))
        self.add(Muted(_tr("For the proposed order of a day on the Clinic page. Empty: only the order, no times.")))
        self.chairs = NumberField(
            _tr("Treatment chairs"), _tr("chairs"), least=Decimal(0), most=MOST_CHAIRS, decimals=0, optional=True,
            name="settings_chairs",
        )  # fmt: skip
        self.opening = OpeningField(_tr("First infusion from"), 5, optional=True, name="settings_opening")
        self.opening.set_hint(_tr("A time of the day, such as 8:30."))
        self.shared = Check(
            _tr("What is left of a &vial is used for the next patient of the day"), "settings_vials_shared"
        )
        self.about_shared = Muted(
            _tr("The preparation list then shows what sharing saves. Only as your rules on opened vials allow."),
            small=True,
        )
        self.folder = TextField(
            _tr("Folder for a daily downtime pack"), MOST_PATH, optional=True, name="settings_downtime"
        )
        self.folder.set_hint(_tr("Written once a day while the program runs; the newest three stay. Empty: none."))
        for part in (self.chairs, self.opening, self.shared, self.about_shared, self.folder):
            self.add(part)

    def show_clinic(self, settings: SiteSettings) -> None:
        """What is stored."""
        self.chairs.set_text(str(settings.chairs) if settings.chairs else "")
        self.opening.set_text("" if settings.opening_minute is None else shown_time(settings.opening_minute))
        self.shared.setChecked(settings.vials_shared)
        self.folder.set_text(settings.downtime_folder)

    def chosen(self) -> dict[str, object]:
        """The settings as the fields say them."""
        return {
            "chairs": int(self.chairs.value() or 0),
            "opening_minute": read_time(self.opening.value()),
            "vials_shared": self.shared.isChecked(),
            "downtime_folder": self.folder.value(),
        }
