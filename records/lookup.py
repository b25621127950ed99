"""The patients list and its search: the only SQL written by hand, on a connection that can only read.

It is asked on the thread of the window, also before the store thread has loaded its libraries, so it imports little
and every question is one range of an index.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from records.errors import StoreUnavailable
from records.folding import fold, is_ideograph
from records.patient_line import PatientLine

#: First the ids, from indexes that hold all that is asked; then the lines of the few that are shown.
FIRST = "SELECT patient_id FROM patient_line ORDER BY folded, patient_id LIMIT ?"
PREFIX = "SELECT p.patient_id FROM search_part p WHERE p.part >= ? AND p.part < ? ORDER BY p.part, p.patient_id LIMIT ?"
WORDS = PREFIX.replace(" WHERE", " JOIN patient_line l ON l.patient_id = p.patient_id WHERE")
INSIDE = "SELECT patient_id FROM patient_line WHERE folded LIKE ? ORDER BY folded, patient_id LIMIT ?"
LINES = (
    'SELECT patient_id, name, identifiers, birth_date, sex, course, (SELECT min(d."on") FROM due d'
    ' WHERE d.patient_id = l.patient_id AND d."on" >= ?) FROM patient_line l WHERE patient_id IN ({marks})'
)
#: Sorts behind every character there is.
LAST = "\U0010ffff"
#: A patient can be found by several parts of one name; so many more ids are read than shown.
DOUBLES = 3


class Lookup:
    """Lines of the patients list. Empty where there is no store yet; StoreUnavailable where it cannot be read."""

    def __init__(self, target: str | Path, today: Callable[[], date] = date.today) -> None:
        self._target = str(target)
        self._today = today
        self._connection: Any = None
        self._sqlite = not self._target.startswith(("postgresql:", "postgresql+"))

    def first_lines(self, limit: int) -> tuple[PatientLine, ...]:
        """The first lines in the order of the folded names."""
        return self._lines(self._ids(FIRST, limit), limit)

    def search(self, text: str, limit: int) -> tuple[PatientLine, ...]:
        """Patients whose name or identifier has a word beginning as typed; where there is none, holding it anywhere.

        Case, accents and punctuation do not count. Several words may stand in any order.
        """
        folded = fold(text)
        if not folded:
            return () if text.strip() else self.first_lines(limit)
        found = self._prefix(folded, limit)
        words = folded.split()
        if len(found) < limit and len(words) > 1:
            found += self._all_words(words, limit)
            found = found or self._prefix("".join(words), limit)
        # Folded text holds letters, digits and spaces only, so that no wildcard can stand in it.
        return self._lines(found or self._ids(INSIDE, f"%{folded}%", limit), limit)

    def close(self) -> None:
        """Let go of the store."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _prefix(self, folded: str, limit: int) -> list[object]:
        return self._ids(PREFIX, folded, folded + LAST, limit * DOUBLES)

    def _all_words(self, words: Sequence[str], limit: int) -> list[object]:
        """Patients with a word beginning with the longest word typed, and other words beginning with all the others."""
        longest = max(words, key=len)
        others = [word for word in words if word != longest]
        query = WORDS.replace(" ORDER BY", " AND ' ' || l.folded LIKE ?" * len(others) + " ORDER BY")
        inside = (f"%{word}%" if is_ideograph(word[0]) else f"% {word}%" for word in others)
        return self._ids(query, longest, longest + LAST, *inside, limit * DOUBLES)

    def _ids(self, query: str, *given: object) -> list[object]:
        return [row[0] for row in self._ask(query, *given)]

    def _lines(self, ids: Iterable[object], limit: int) -> tuple[PatientLine, ...]:
        """The lines of some patients in the order of their ids, each once."""
        shown = list(dict.fromkeys(ids))[:limit]
        if not shown:
            return ()
        rows = self._ask(LINES.format(marks=", ".join("?" * len(shown))), self._today(), *shown)
        found = {row[0]: line_of(row) for row in rows}
        return tuple(found[patient_id] for patient_id in shown if patient_id in found)

    def _ask(self, query: str, *given: object) -> Sequence[Sequence[Any]]:
        return self._ask_sqlite(query, given) if self._sqlite else self._ask_postgres(query, given)

    def _ask_sqlite(self, query: str, given: tuple[object, ...]) -> Sequence[Sequence[Any]]:
        from sqlcipher3 import dbapi2

        from records.sqlite_file import open_read_only

        try:
            if self._connection is None:
                if not Path(self._target).exists():
                    return ()
                self._connection = open_read_only(Path(self._target))
            bound = [value.isoformat() if isinstance(value, date) else value for value in given]
            rows: Sequence[Sequence[Any]] = self._connection.execute(query, bound).fetchall()
            return rows
        except dbapi2.DatabaseError as error:
            self.close()
            if "no such table" in str(error):  # the store thread is about to make it
                return ()
            raise StoreUnavailable("The list of patients cannot be read from the file at the moment.") from error

    def _ask_postgres(self, query: str, given: tuple[object, ...]) -> Sequence[Sequence[Any]]:
        import psycopg

        try:
            if self._connection is None:
                address = self._target.replace("postgresql+psycopg:", "postgresql:", 1)
                options = "-c default_transaction_read_only=on -c statement_timeout=3000"
                self._connection = psycopg.connect(address, autocommit=True, connect_timeout=3, options=options)
            return self._connection.execute(query.replace("?", "%s"), given).fetchall()  # type: ignore[no-any-return]
        except psycopg.errors.UndefinedTable:
            return ()
        except psycopg.Error as error:
            self.close()
            raise StoreUnavailable("The list of patients cannot be read from the server at the moment.") from error


def line_of(row: Sequence[Any]) -> PatientLine:
    patient_id, name, identifiers, birth_date, sex, course, on = row
    return PatientLine(
        as_uuid(patient_id), name, identifiers, as_date(birth_date), sex, course, as_date(on) if on else None
    )


def as_uuid(value: object) -> UUID:
    return value if isinstance(value, UUID) else UUID(str(value))


def as_date(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))
