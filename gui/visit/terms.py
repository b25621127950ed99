"""The CTCAE terms as the Visit page uses them: found by a word, with their grades and the criteria of each in words."""

from collections.abc import Collection, Mapping

from gui.visit.term_search import MOST_SHOWN, Found
from regimen.grading.criteria import RELEVANCE, grades_of
from regimen.grading.search import search
from regimen.grading.terms import Term, by_name


class Terms:
    """One version of the CTCAE. drugs: those of the course, whose terms come first among equal finds."""

    def __init__(self, version: str, drugs: Collection[str] = ()) -> None:
        self.version = version
        self._relevance = (*(drug for drug in drugs if drug in RELEVANCE), "inhibitor", "biliary")

    def term(self, name: str) -> Term | None:
        """A term by its name, None where this version has none."""
        return by_name(self.version).get(name.lower())

    def grades(self, name: str) -> tuple[int, ...]:
        """The grades a term has; all of them where the term is of another version."""
        found = self.term(name)
        return found.grades if found is not None else (1, 2, 3, 4, 5)

    def criteria(self, name: str) -> Mapping[int, str]:
        """Grade -> criteria in our words; a grade we have no words for is left out."""
        found = self.term(name)
        return (
            {} if found is None else {grade: words for grade, words in grades_of(found, self.version).items() if words}
        )

    def look(self, text: str) -> tuple[Found, ...]:
        """Terms by name, synonym, lay word or code, best first."""
        found = search(text, self.version, self._relevance, MOST_SHOWN)
        return tuple(Found(one.term.code, one.term.name, one.by) for one in found)
