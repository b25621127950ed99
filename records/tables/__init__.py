"""The tables of the store, one small file each; importing this package makes them all known."""

from records.tables.audit import AuditRow
from records.tables.base import Base, Kept
from records.tables.courses import CourseRow, DelayRow, HoldRow
from records.tables.lists import DueRow, PatientLineRow, SearchPart
from records.tables.orders import DraftRow, OrderRow, PrintRow
from records.tables.patients import LabRow, MeasurementRow, PatientRow
from records.tables.people import PersonRow, SettingRow
from records.tables.texts import KeptText
from records.tables.visits import AdverseEventRow, ChecklistRow, DecisionRow, DispensedRow, GoAheadRow, VisitRow

__all__ = [
    "AdverseEventRow", "AuditRow", "Base", "ChecklistRow", "CourseRow", "DecisionRow", "DelayRow", "DispensedRow",
    "DraftRow", "DueRow", "GoAheadRow", "HoldRow", "Kept", "KeptText", "LabRow", "MeasurementRow", "OrderRow",
    "PatientLineRow", "PatientRow", "PersonRow", "PrintRow", "SearchPart", "SettingRow", "VisitRow",
]  # fmt: skip
