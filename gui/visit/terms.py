"""The CTCAE terms as the Visit page uses them: found by a word, with their grades and the criteria of each in words."""

from collections.abc import Mapping

from gui.visit.term_search import Found
from regimen.grading.terms import Term, by_name, terms


class Terms:
    """One version of the CTCAE."""

    def __init__(self, version: str) -> None:
        self.version = version

    def term(self, name: str) -> Term | None:
        """A term by its name, None where this version has none."""
        return by_name(self.version).get(name.lower())

    def grades(self, name: str) -> tuple[int, ...]:
        """The grades a term has; all of them where the term is of another version."""
        found = self.term(name)
        return found.grades if found is not None else (1, 2, 3, 4, 5)

    def criteria(self, name: str) -> Mapping[int, str]:
        """Grade -> criteria in words; empty where none are written for the term."""
        return {}

    def look(self, text: str) -> tuple[Found, ...]:
        """Terms by word, best first: those that begin with it before those with a word that does."""
        wanted = text.casefold()
        ranked = []
        for term in terms(self.version):
            name = term.name.casefold()
            if name.startswith(wanted):
                ranked.append((0, term))
            elif any(word.startswith(wanted) for word in name.replace("-", " ").split()):
                ranked.append((1, term))
            elif wanted in name:
                ranked.append((2, term))
        return tuple(Found(term.code, term.name, "") for _rank, term in sorted(ranked, key=lambda one: one[0]))
