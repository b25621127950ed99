"""The CTCAE terms as the Visit page uses them: found by a word, with their grades and the criteria of each in words.

A term of CTCAE 5.0 is graded by 5.0, because the dose rules are; a term that only 6.0 has is graded by 6.0 and read by
no rule. Where grades are shown by 6.0, its words stand beside those of 5.0 wherever the two differ.
"""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.visit.term_search import MOST_SHOWN, Found
from regimen.grading.criteria import RELEVANCE
from regimen.grading.search import search
from regimen.grading.terms import Term, by_name
from regimen.grading.wording import Wording, version_of, wording

if TYPE_CHECKING:
    from regimen.grading.official import OfficialText


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


class Terms:
    """Terms of the version the rules run on, and of the version that is shown.

    rules     the version of the rules, "5.0"
    drugs     those of the course, whose terms come first among equal finds
    shown     the version the site shows grades by
    official  version -> NCI's wording, as far as it is loaded
    """

    def __init__(
        self,
        rules: str,
        drugs: Collection[str] = (),
        shown: str = "",
        official: "Mapping[str, OfficialText] | None" = None,
    ) -> None:
        self.rules, self.shown = rules, shown or rules
        self.official: Mapping[str, OfficialText] = official or {}
        self._relevance = (*(drug for drug in drugs if drug in RELEVANCE), "inhibitor", "biliary")

    def version(self, name: str) -> str:
        """The version a term is graded by."""
        return version_of(name, self.rules)

    def term(self, name: str) -> Term | None:
        """A term by its name, None where no version has it."""
        return by_name(self.version(name)).get(name.lower())

    def grades(self, name: str) -> tuple[int, ...]:
        """The grades a term has; all of them where it is none of the CTCAE."""
        found = self.term(name)
        return found.grades if found is not None else (1, 2, 3, 4, 5)

    def wording(self, name: str) -> Wording | None:
        """The words of a term in the version it is graded by, None where it is none of the CTCAE."""
        version = self.version(name)
        return wording(name, version, self.official.get(version))

    def criteria(self, name: str) -> Mapping[int, str]:
        """Grade -> criteria in NCI's or our words, those of the shown version beside them where they differ.

        A grade nobody has words for is left out.
        """
        own, other = self.wording(name), self._other(name)
        if own is None:
            return {}
        found = {grade: words for grade, words in own.grades.items() if words}
        if other is not None:
            for grade, words in other.grades.items():
                if words and own.grades.get(grade) != words:
                    first = own.grades.get(grade) or tr("no such grade in CTCAE {0}").format(own.version)
                    found[grade] = tr("{0}  [CTCAE {1}: {2}]").format(first, other.version, words)
        return {grade: found[grade] for grade in sorted(found) if grade in own.grades}

    def _other(self, name: str) -> Wording | None:
        """The words of the shown version, where that is another one and both are told by the same side."""
        own = self.wording(name)
        if own is None or own.version == self.shown:
            return None
        other = wording(name, self.shown, self.official.get(self.shown))
        return other if other is not None and other.source == own.source == "nci" else None

    def mark(self, name: str) -> str:
        """Whose words the criteria of a term are, and of which version; "" for a term without any."""
        found = self.wording(name)
        if found is None:
            return ""
        said = {
            "nci": tr("NCI wording, CTCAE {0}"),
            "own": tr("our own words, CTCAE {0}"),
            "none": tr("no words for its grades; NCI's workbook of CTCAE {0} can be loaded in Settings"),
        }[found.source].format(found.version)
        return said if found.version == self.rules else tr("{0}; no dose rule reads this term").format(said)

    def look(self, text: str) -> tuple[Found, ...]:
        """Terms by name, synonym, lay word or code, best first; those only the shown version has come after them.

        A term whose very name was typed comes first.
        """
        found = [
            Found(one.term.code, one.term.name, one.by) for one in search(text, self.rules, self._relevance, MOST_SHOWN)
        ]
        if self.shown != self.rules:
            only = [
                Found(one.term.code, one.term.name, tr("CTCAE {0} only; no dose rule reads it").format(self.shown))
                for one in search(text, self.shown, self._relevance, MOST_SHOWN)
                if one.term.name.lower() not in by_name(self.rules)
            ]
            found = found[: MOST_SHOWN - min(len(only), MOST_SHOWN // 2)] + only
            found.sort(key=lambda one: one.term.casefold() != text.strip().casefold())  # its very name comes first
        return tuple(found[:MOST_SHOWN])
