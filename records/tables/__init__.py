"""The tables of the store, one small file each; importing this package makes them all known."""

from records.tables.administrations import AdministrationRow
from records.tables.audit import AuditRow
from records.tables.base import Base, Kept
from records.tables.courses import CourseRow, DelayRow, HoldRow
from records.tables.form_drafts import FormDraftRow
from records.tables.governance import ApprovalRow, RegimenDraftRow
from records.tables.grading import GradingTextRow
from records.tables.handover import HandoverKeyRow, HandoverRow
from records.tables.imports import CohortFileRow, FileImportRow
from records.tables.lab_imports import LabImportRow
from records.tables.least_program import LeastProgramRow
from records.tables.lists import DueRow, PatientLineRow, SearchPart
from records.tables.moves import CourseMoveRow
from records.tables.orders import DraftRow, OrderRow, PrintRow
from records.tables.patients import LabRow, MeasurementRow, PatientRow
from records.tables.people import AccountRow, BreakGlassRow, PersonRow, SettingRow
from records.tables.response import FollowUpRow, LesionRow, ScanRow
from records.tables.restarts import RestartRow
from records.tables.signatures import SignatureRow
from records.tables.texts import KeptText
from records.tables.visits import AdverseEventRow, ChecklistRow, DecisionRow, DispensedRow, GoAheadRow, VisitRow

__all__ = [
    "AccountRow",
    "AdministrationRow",
    "AdverseEventRow",
    "ApprovalRow",
    "AuditRow",
    "Base",
    "BreakGlassRow",
    "ChecklistRow",
    "CohortFileRow",
    "CourseMoveRow",
    "CourseRow",
    "DecisionRow",
    "DelayRow",
    "DispensedRow",
    "DraftRow",
    "DueRow",
    "FileImportRow",
    "FollowUpRow",
    "FormDraftRow",
    "GoAheadRow",
    "GradingTextRow",
    "HandoverKeyRow",
    "HandoverRow",
    "HoldRow",
    "Kept",
    "KeptText",
    "LabImportRow",
    "LabRow",
    "LeastProgramRow",
    "LesionRow",
    "MeasurementRow",
    "OrderRow",
    "PatientLineRow",
    "PatientRow",
    "PersonRow",
    "PrintRow",
    "RegimenDraftRow",
    "RestartRow",
    "ScanRow",
    "SearchPart",
    "SettingRow",
    "SignatureRow",
    "VisitRow",
]  # fmt: skip
