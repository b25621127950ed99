"""One ORU^R01 message, taken apart by its own separators: who it is about, and every result as reported."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import hl7

from records.hl7_labs.envelope import MessageRefused
from records.hl7_labs.fields import Taken, taken_of
from records.values.labs import Identity, MessageId

MOST_RESULTS: Final = 2000
MOST_TEXT: Final = 200
SEX: Final = {"F": "female", "M": "male"}
_HEX: Final = re.compile(r"X[0-9A-Fa-f]{2,}")


@dataclass(frozen=True, slots=True)
class Reported:
    """One OBX as it stands; texts unescaped and cut to a line.

    place    counts the results of the message from 1
    codes    (code, text, system) as reported, then the alternate one
    taken    OBX-14, else OBR-7; None: no day is told; wrong: why the two cannot be used
    """

    place: int
    kind: str
    codes: tuple[tuple[str, str, str], ...]
    parts: tuple[str, ...]
    repeated: bool
    value: str
    unit: str
    limits: str
    flag: str
    status: str
    taken: Taken | None
    wrong: str = ""

    @property
    def title(self) -> str:
        """What the sender calls the test."""
        return next((text for _code, text, _system in self.codes if text), self.code)

    @property
    def code(self) -> str:
        """The sender's own code."""
        return next((code for code, _text, _system in self.codes if code), "")


@dataclass(frozen=True, slots=True)
class Oru:
    """A message. name: as in PID-5, for the eye; identity.birth_date and numbers are what is compared."""

    id: MessageId
    identity: Identity
    name: str
    results: tuple[Reported, ...]


class Segments:
    """The segments of a message; every access answers text, "" where there is nothing."""

    def __init__(self, text: str) -> None:
        check_separators(text)
        try:
            self._message = hl7.parse(text)
        except (hl7.HL7Exception, ValueError, IndexError, KeyError, AssertionError) as error:
            raise MessageRefused(f"The message cannot be taken apart ({type(error).__name__}).") from error
        self._signs = {"F": text[3], "S": text[4], "R": text[5], "E": text[6], "T": text[7]}

    def named(self, name: str) -> list[Sequence[Any]]:
        """All segments of one name."""
        return [segment for segment in self._message if str(segment[0]) == name]

    def every(self) -> Iterator[tuple[str, Sequence[Any]]]:
        """Name and segment, in their order."""
        for segment in self._message:
            yield str(segment[0]), segment

    def repetitions(self, segment: Sequence[Any], number: int) -> tuple[tuple[str, ...], ...]:
        """A field: its repetitions, each as components."""
        if number >= len(segment):
            return ()
        return tuple(self._components(one) for one in segment[number])

    def parts(self, segment: Sequence[Any], number: int) -> tuple[str, ...]:
        """The components of a field's first repetition."""
        every = self.repetitions(segment, number)
        return every[0] if every else ()

    def text(self, segment: Sequence[Any], number: int, component: int = 1) -> str:
        """One component of a field's first repetition."""
        parts = self.parts(segment, number)
        return parts[component - 1] if len(parts) >= component else ""

    def _components(self, repetition: Any) -> tuple[str, ...]:
        if isinstance(repetition, str):
            return (self._plain(repetition),)
        return tuple(self._plain(str(component)) for component in repetition)

    def _plain(self, text: str) -> str:
        """A text without its escape sequences; one that is not known stays as it is written."""
        escape = self._signs["E"]
        if escape not in text:
            return text.strip()
        pieces = text.split(escape)
        if len(pieces) % 2 == 0:  # a sign without its partner
            return text.strip()
        return "".join(piece if place % 2 == 0 else self._meant(piece) for place, piece in enumerate(pieces)).strip()

    def _meant(self, escaped: str) -> str:
        if escaped in self._signs:
            return self._signs[escaped]
        if _HEX.fullmatch(escaped) and len(escaped) % 2 == 1:
            try:
                return bytes.fromhex(escaped[1:]).decode("ascii")
            except ValueError:
                return f"{self._signs['E']}{escaped}{self._signs['E']}"
        return " " if escaped.startswith(".") else f"{self._signs['E']}{escaped}{self._signs['E']}"


def check_separators(text: str) -> None:
    """MSH-1 and MSH-2: five signs, all different, none a letter, digit or space. Raises MessageRefused."""
    end = text.find(text[3], 4) if len(text) > 8 else -1
    signs = text[3:end] if end > 0 else ""
    whole = len(signs) in (5, 6) and len(set(signs)) == len(signs)
    if not whole or any(
        not sign.isascii() or sign.isalnum() or not sign.isprintable() or sign == " " for sign in signs
    ):
        raise MessageRefused("The message header (MSH) does not name its five separators; nothing was read.")


def read_message(text: str) -> Oru:
    """One message. raises MessageRefused where it is no ORU^R01 of one patient in production."""
    segments = Segments(text)
    head = segments.named("MSH")[0]
    kind = (segments.text(head, 9), segments.text(head, 9, 2))
    if kind != ("ORU", "R01"):
        raise MessageRefused(f"It is a message {_line('^'.join(kind))}; only results (ORU^R01) are read.")
    if segments.text(head, 11) not in ("", "P"):
        raise MessageRefused("It is marked as a test or training message (MSH-11), not as production.")
    found = tuple(_results(segments))
    if len(found) > MOST_RESULTS:
        raise MessageRefused(f"It holds {len(found)} results; at most {MOST_RESULTS} are read.")
    identity, name = _identity(segments)
    sender = " ".join(part for part in (segments.text(head, 3), segments.text(head, 4)) if part)
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    known_as = MessageId(_line(segments.text(head, 10)), _line(sender), _line(segments.text(head, 7)), sha256)
    return Oru(known_as, identity, name, found)


def _identity(segments: Segments) -> tuple[Identity, str]:
    patients = segments.named("PID")
    if len(patients) != 1:
        raise MessageRefused(
            "It names no patient (PID)." if not patients else "It holds results of more than one patient (PID)."
        )
    pid = patients[0]
    numbers = tuple(dict.fromkeys(parts[0] for parts in segments.repetitions(pid, 3) if parts and parts[0]))
    if not numbers:
        raise MessageRefused("It names no number of the patient (PID-3), so it cannot be compared.")
    born = _born(segments.text(pid, 7))
    if born is None:
        raise MessageRefused("It names no birth date of the patient (PID-7), so it cannot be compared.")
    sex = segments.text(pid, 8)
    if sex not in ("", "U", *SEX):
        raise MessageRefused(f"Its sex of the patient (PID-8) is “{_line(sex)}”, which cannot be compared.")
    family, given = segments.text(pid, 5), segments.text(pid, 5, 2)
    return Identity(numbers, born, SEX.get(sex, "")), _line(", ".join(part for part in (family, given) if part))


def _born(text: str) -> date | None:
    found = taken_of(text)
    return found.on if found else None


def _results(segments: Segments) -> Iterator[Reported]:
    ordered = ""
    place = 0
    for name, segment in segments.every():
        if name == "OBR":
            ordered = segments.text(segment, 7)
        elif name == "OBX":
            place += 1
            yield _reported(segments, segment, place, ordered)


def _reported(segments: Segments, obx: Sequence[Any], place: int, ordered: str) -> Reported:
    code = tuple(_line(part) for part in segments.parts(obx, 3)) + ("",) * 6
    values = segments.repetitions(obx, 5)
    parts = values[0] if values else ()
    unit = _unit(segments.text(obx, 6), segments.text(obx, 6, 2))
    taken, wrong = _when(segments.text(obx, 14), ordered)
    return Reported(
        place=place,
        kind=_line(segments.text(obx, 2)),
        codes=tuple(one for one in (code[0:3], code[3:6]) if any(one)),  # type: ignore[misc]
        parts=parts,
        repeated=len(values) > 1,
        value=_line("^".join(parts)),
        unit=_line(unit),
        limits=_line(segments.text(obx, 7)),
        flag=_line(segments.text(obx, 8)),
        status=_line(segments.text(obx, 11)),
        taken=taken,
        wrong=wrong,
    )


def _unit(first: str, second: str) -> str:
    """OBX-6. "10^9/L" sent as it is read stands there as two components, for ^ parts them: it is put together again."""
    if first in ("10", "x10") and re.fullmatch(r"[369]/[A-Za-z\u00b5\u03bc]{1,3}3?", second):
        return f"{first}^{second}"
    return first or second


def _when(observed: str, ordered: str) -> tuple[Taken | None, str]:
    """When the sample was taken: OBX-14, else OBR-7; two different days are not settled here."""
    own, order = taken_of(observed), taken_of(ordered)
    if (observed and own is None) or (ordered and order is None and own is None):
        return None, "its date cannot be read"
    if own is not None and order is not None and own.on != order.on:
        return None, f"it names two days, {order.on.isoformat()} (OBR-7) and {own.on.isoformat()} (OBX-14)"
    if own is None and order is None:
        return None, "it does not say when the sample was taken"
    return (own if own is not None and (own.at or order is None) else order or own), ""


def _line(text: str) -> str:
    """A text as it is shown and kept: one line, nothing invisible, at most 200 signs."""
    return "".join(sign if sign.isprintable() else " " for sign in text)[:MOST_TEXT].strip()
