"""Band tables of the site: imported from a file, shown before they count, one a drug."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.widgets.buttons import one_of_many, quiet, secondary
from gui.widgets.card import Card, Muted
from gui.widgets.column import Row, empty
from gui.widgets.combo import ComboField
from gui.widgets.file_choice import ask_file_to_open
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from regimen.calculators_doses import read_bands
from regimen.errors import RegimenError
from regimen.numbers import number, plain
from regimen.practice import BandRow

DRUGS = ("oxaliplatin", "gemcitabine", "cisplatin")
MOST_BYTES = 200_000


class BandTables(Card):
    """`changed` once a table is taken or taken away; it counts when the settings are saved."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Dose bands for infusions"))
        self._tables: dict[str, tuple[BandRow, ...]] = {}
        self.drug = ComboField(self.tr("Drug"), [(drug, drug) for drug in DRUGS], name="band_drug")
        self.file = TextField(
            self.tr("File with the columns from, to, dose (mg)"), 1000, optional=True, name="band_file"
        )
        self.choose_button = quiet(self.tr("Choos&e a file …"), "band_choose")
        self.import_button = secondary(self.tr("&Import the table"), "band_import")
        self.message = Strip("band_message")
        self._shown = QWidget()
        self._shown.setProperty("role", "clear")
        self._rows = QVBoxLayout(self._shown)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(px(4))
        self.add(Muted(self.tr("A drug with a table is rounded to its bands in the place of its step."), small=True))
        self.add(self._shown)
        for widget in (self.drug, self.file, Row(self.choose_button, self.import_button), self.message):
            self.add(widget)
        self.choose_button.clicked.connect(self._on_choose)
        self.import_button.clicked.connect(self._on_import)
        self.file.edit.returnPressed.connect(self.import_button.click)

    def set_tables(self, bands: object) -> None:
        """Show stored tables: drug -> rows, as the `policy` object keeps them."""
        self._tables = {}
        if isinstance(bands, Mapping):
            self._tables = {str(drug): tuple(_row(row) for row in rows) for drug, rows in bands.items()}
        self._show()

    def tables(self) -> dict[str, list[dict[str, str]]]:
        """The tables as the `policy` object keeps them."""
        return {drug: [_kept(row) for row in rows] for drug, rows in self._tables.items()}

    def _show(self) -> None:
        empty(self._rows)
        for drug, rows in sorted(self._tables.items()):
            words = self.tr("{0}: {1} bands, {2} to {3} mg").format(
                drug, len(rows), plain(rows[0].dose_mg), plain(rows[-1].dose_mg)
            )
            button = quiet(self.tr("Take away"), f"band_remove_{drug}")
            one_of_many(button)
            button.setAccessibleName(self.tr("Take away the bands of {0}").format(drug))
            button.clicked.connect(lambda _checked=False, name=drug: self._remove(name))
            line = Row(Muted(words))
            line.add(button, 0)
            self._rows.addWidget(line)

    def _remove(self, drug: str) -> None:
        self._tables.pop(drug, None)
        self._show()
        self.changed.emit()

    @Slot()
    def _on_choose(self) -> None:
        ask_file_to_open(
            self, self.tr("Band table"), self.tr("Tables (*.csv)"), lambda path: self.file.set_text(str(path))
        )

    @Slot()
    def _on_import(self) -> None:
        if not self.drug.ask_for():
            return
        path = Path(self.file.value())
        try:
            rows = read_bands(_text(path), path.name)
        except OSError:
            self.message.say("stop", self.tr("This file cannot be opened."))
            return
        except (RegimenError, UnicodeDecodeError) as error:
            words = str(error) if isinstance(error, RegimenError) else self.tr("This is not a text file (UTF-8).")
            self.message.say("stop", words)
            return
        drug = self.drug.value() or ""
        self._tables[drug] = rows
        self._show()
        first = ", ".join(f"{plain(r.from_mg)} to {plain(r.to_mg)} → {plain(r.dose_mg)}" for r in rows[:3])
        words = self.tr("{0} bands read for {1}: {2} … Save the settings to use them.")
        self.message.say("ok", words.format(len(rows), drug, first))
        self.changed.emit()


def _text(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(MOST_BYTES).decode("utf-8")


def _kept(row: BandRow) -> dict[str, str]:
    return {"from_mg": plain(row.from_mg), "to_mg": plain(row.to_mg), "dose_mg": plain(row.dose_mg)}


def _row(given: Mapping[str, object]) -> BandRow:
    return BandRow(*(number(str(given[key]), "bands") for key in ("from_mg", "to_mg", "dose_mg")))
