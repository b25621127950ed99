"""The patients list and its search: the only SQL written by hand, on a connection that can only read.

It is asked on the thread of the window, also before the store thread has loaded its libraries, so it imports little
and every question is one range of an index.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from records.errors import StoreUnavailable
from records.folding import fold, is_ideograph
from records.keeping.server_address import is_server, plain_address
from records.values.patient_line import PatientLine

LINE = (
    "SELECT l.patient_id, l.name, l.identifiers, l.birth_date, l.sex, l.course,"
    ' (SELECT min(d."on") FROM due d WHERE d.patient_id = l.patient_id AND d."on" >= ?) FROM '
)
#: The range of the index gives the order, and each of its lines is fetched by its key.
PREFIX = LINE + (
    "search_part p JOIN patient_line l ON l.patient_id = p.patient_id"
    " WHERE p.part >= ? AND p.part < ? ORDER BY p.part, p.patient_id LIMIT ?"
)
#: First the ids, from an index that holds all that is asked; then the lines of the few that are shown.
FIRST = "SELECT patient_id FROM patient_line ORDER BY folded, patient_id LIMIT ?"
INSIDE = "SELECT patient_id FROM patient_line WHERE folded LIKE ? ORDER BY folded, patient_id LIMIT ?"
LINES = LINE + "patient_line l WHERE l.patient_id IN ({marks})"
#: People sign in to these records once there is an account.
ACCOUNTS = "SELECT id FROM account LIMIT 1"
#: Sorts behind every character there is.
LAST = "\U0010ffff"
#: A patient can be found by several parts of one name; then so many times more lines are read than shown.
DOUBLES = 3


class Lookup:
    """Lines of the patients list. Empty where there is no store yet; StoreUnavailable where it cannot be read.

    remote  it asks a server, which may take seconds or be away: not to be asked on the thread of the window
    gate  whether whoever is here may see patients; until it is set, nobody may in records to which people sign in
    """

    def __init__(self, target: str | Path, today: Callable[[], date] = date.today) -> None:
        self._target = str(target)
        self._today = today
        self._connection: Any = None
        self.gate: Callable[[], bool] | None = None
        self.remote = is_server(self._target)

    def first_lines(self, limit: int) -> tuple[PatientLine, ...]:
        """The first lines in the order of the folded names."""
        return self._listed(FIRST, limit)

    def search(self, text: str, limit: int) -> tuple[PatientLine, ...]:
        """Patients whose name or identifier has a word beginning as typed; where there is none, holding it anywhere.

        Case, accents and punctuation do not count. Several words may stand in any order.
        """
        folded = fold(text)
        if not folded:
            return () if text.strip() else self.first_lines(limit)
        found = self._found(PREFIX, limit, folded, folded + LAST)
        words = folded.split()
        if len(found) < limit and len(words) > 1:
            found = list(dict.fromkeys(found + self._all_words(words, limit)))[:limit]
            joined = "".join(words)
            found = found or self._found(PREFIX, limit, joined, joined + LAST)
        # Folded text holds letters, digits and spaces only, so that no wildcard can stand in it.
        return tuple(found) or self._listed(INSIDE, f"%{folded}%", limit)

    def close(self) -> None:
        """Let go of the store."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _all_words(self, words: Sequence[str], limit: int) -> list[PatientLine]:
        """Patients with a word beginning with the longest word typed, and other words beginning with all the others."""
        longest = max(words, key=len)
        others = [word for word in words if word != longest]
        query = PREFIX.replace(" ORDER BY", " AND ' ' || l.folded LIKE ?" * len(others) + " ORDER BY")
        inside = (f"%{word}%" if is_ideograph(word[0]) else f"% {word}%" for word in others)
        return self._found(query, limit, longest, longest + LAST, *inside)

    def _found(self, query: str, limit: int, *given: object) -> list[PatientLine]:
        """The first lines of a search, each patient once."""
        rows = self._ask(query, self._today(), *given, limit)
        found = {row[0]: row for row in rows}
        if len(found) < len(rows) == limit:
            found = {row[0]: row for row in self._ask(query, self._today(), *given, limit * DOUBLES)}
        return [line_of(row) for row in list(found.values())[:limit]]

    def _listed(self, query: str, *given: object) -> tuple[PatientLine, ...]:
        """The lines of the patients whose ids the query gives, in its order."""
        ids = [row[0] for row in self._ask(query, *given)]
        if not ids:
            return ()
        rows = self._ask(LINES.format(marks=", ".join("?" * len(ids))), self._today(), *ids)
        found = {row[0]: line_of(row) for row in rows}
        return tuple(found[patient_id] for patient_id in ids if patient_id in found)

    def _ask(self, query: str, *given: object) -> Sequence[Sequence[Any]]:
        if not (self.gate() if self.gate is not None else not self._ask_store(ACCOUNTS)):
            return ()
        return self._ask_store(query, *given)

    def _ask_store(self, query: str, *given: object) -> Sequence[Sequence[Any]]:
        return self._ask_postgres(query, given) if self.remote else self._ask_sqlite(query, given)

    def _ask_sqlite(self, query: str, given: tuple[object, ...]) -> Sequence[Sequence[Any]]:
        from sqlcipher3 import dbapi2

        from records.keeping.sqlite_file import open_read_only

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
                options = "-c default_transaction_read_only=on -c statement_timeout=3000"
                self._connection = psycopg.connect(
                    plain_address(self._target), autocommit=True, connect_timeout=3, tcp_user_timeout=5000,
                    options=options, application_name="capox-planner",
                )  # fmt: skip
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
