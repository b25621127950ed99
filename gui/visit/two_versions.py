"""One laboratory value graded twice: by the version the rules run on, and by the version that is shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from regimen.grading.lab_grade import LabGrade


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


class TwoGrades(NamedTuple):
    """rules: the grade the dose rules use; shown: the one of the version shown, the same object where that is one."""

    rules: "LabGrade | None"
    shown: "LabGrade | None"
    version: str

    @property
    def differ(self) -> bool:
        """Whether the two versions say something else of the value."""
        if self.shown is self.rules:
            return False
        return said(self.rules) != said(self.shown)


def versions_words(rules: str, shown: str) -> str:
    """Which version counts, and which is shown."""
    if rules == shown:
        return tr("CTCAE {0}").format(rules)
    return tr("shown by CTCAE {0}, dose rules by {1}").format(shown, rules)


def two_grades(grade: "Callable[[str], LabGrade | None]", rules: str, shown: str) -> TwoGrades:
    """Grade by both versions; once where they are one."""
    by_rules = grade(rules)
    return TwoGrades(by_rules, by_rules if shown == rules else grade(shown), shown)


def said(found: "LabGrade | None") -> str:
    """A grade in short: 2, 2? where it is to be confirmed, ? where none can be given, "" where no term is graded."""
    if found is None:
        return ""
    if found.grade is None:
        return "?"
    return f"{found.grade}?" if found.confirm else str(found.grade)


def chip_words(both: TwoGrades, rules: str) -> str:
    """What stands in the column Grade: the grade of the shown version, with that of the rules where it is another."""
    if not both.differ:
        return said(both.rules)
    return tr("{0} · {1}: {2}").format(said(both.shown) or "–", f"v{rules}", said(both.rules) or "–")


def difference_words(title: str, both: TwoGrades, rules: str) -> str:
    """A sentence where the versions differ, else ""."""
    if not both.differ:
        return ""
    return tr("{0}: grade {1} by CTCAE {2}, as shown; the dose rules use grade {3} by CTCAE {4}.").format(
        title, said(both.shown) or tr("none"), both.version, said(both.rules) or tr("none"), rules
    )
