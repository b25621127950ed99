"""From the bytes of a file to the texts of its messages: size, character set, lines, batches. Nothing is guessed."""

import re
from typing import Final

from records.errors import RecordError

MOST_BYTES: Final = 2_000_000
MOST_MESSAGES: Final = 200
MOST_LINES: Final = 20_000
MOST_LINE: Final = 100_000
#: HL7 table 0211 -> Python's name. A set that is not listed is refused, never replaced by another.
CHARACTER_SETS: Final = {
    "": "utf-8",  # the standard's default is ASCII, of which UTF-8 is an extension; anything else does not decode
    "ASCII": "ascii",
    "UNICODE UTF-8": "utf-8",
    "UTF-8": "utf-8",
    **{f"8859/{number}": f"iso8859-{number}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 15)},
    "GB 18030-2000": "gb18030",
    "BIG-5": "big5",
    "KS X 1001": "euc_kr",
}
_SEGMENT: Final = re.compile(r"[A-Z][A-Z0-9]{2}", re.ASCII)
#: Segments that hold a file or a batch together and say nothing about a patient.
_AROUND: Final = ("FHS", "BHS", "BTS", "FTS")
_CHARACTER_SET: Final = 18


class MessageRefused(RecordError):
    """Why a file or a message cannot be read, one sentence; nothing was stored."""


def messages_of(source: bytes | str) -> tuple[str, ...]:
    """Each message of a file as text, its segments ended by CR.

    source  the bytes of a file, or pasted text (whose characters are known already)
    raises  MessageRefused
    """
    size = len(source) if isinstance(source, bytes) else len(source.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        raise MessageRefused(f"The file is {size // 1000} kB long; at most {MOST_BYTES // 1000} kB are read.")
    text = source if isinstance(source, str) else _decoded(source)
    lines = _lines(text)
    if not lines:
        raise MessageRefused("There is nothing in it to read.")
    messages: list[list[str]] = []
    for number, line in enumerate(lines, 1):
        if not _SEGMENT.match(line) or (len(line) > 3 and line[3].isalnum()):
            raise MessageRefused(f"Line {number} does not begin with the name of an HL7 segment; nothing was read.")
        if line.startswith("MSH"):
            messages.append([line])
        elif line[:3] not in _AROUND:
            if not messages:
                raise MessageRefused("The first line is no message header (MSH); this is no HL7 version 2 message.")
            messages[-1].append(line)
    if not messages:
        raise MessageRefused("No message header (MSH) stands in it; this is no HL7 version 2 message.")
    if len(messages) > MOST_MESSAGES:
        raise MessageRefused(f"The file holds {len(messages)} messages; at most {MOST_MESSAGES} are read at once.")
    return tuple("\r".join(message) for message in messages)


def _lines(text: str) -> list[str]:
    """The lines of a text without the frame of a transport; refused where it holds what cannot be shown."""
    text = text.removeprefix("\ufeff").replace("\x0b", "").replace("\x1c", "\r")
    lines = [line.strip(" ") for line in text.replace("\r\n", "\r").replace("\n", "\r").split("\r")]
    lines = [line for line in lines if line]
    if len(lines) > MOST_LINES or any(len(line) > MOST_LINE for line in lines):
        raise MessageRefused(
            f"The file has more than {MOST_LINES} lines, or a line longer than {MOST_LINE} characters."
        )
    for number, line in enumerate(lines, 1):
        if any(ord(sign) < 32 or 127 <= ord(sign) < 160 or 0xD800 <= ord(sign) < 0xE000 for sign in line):
            raise MessageRefused(f"Line {number} holds a control character; the file is damaged or no HL7 message.")
    return lines


def _decoded(source: bytes) -> str:
    """The text of a file in the character set its first header names; all headers have to name the same."""
    rough = source.decode("latin-1").removeprefix("\xef\xbb\xbf").replace("\r\n", "\r").replace("\n", "\r")
    heads = [line.lstrip("\x0b ") for line in rough.split("\r") if line.lstrip("\x0b ").startswith("MSH")]
    named = {_character_set(line) for line in heads}
    if len(named) > 1:
        raise MessageRefused("The messages in the file name different character sets; read them one by one.")
    name = next(iter(named), "")
    if name not in CHARACTER_SETS:
        raise MessageRefused(f"The message is in the character set “{_shown(name)}” (MSH-18), which is not read here.")
    try:
        return source.decode(CHARACTER_SETS[name])
    except UnicodeDecodeError:
        said = f"named in it ({name})" if name else "of HL7 (none is named in MSH-18, and it is not UTF-8)"
        raise MessageRefused(f"The file cannot be read in the character set {said}; nothing was guessed.") from None


def _character_set(line: str) -> str:
    """The first repetition of MSH-18; MSH-1 is the sign itself, so field n stands at place n - 1."""
    if len(line) < 8:
        return ""
    fields = line.split(line[3])
    found = fields[_CHARACTER_SET - 1] if len(fields) >= _CHARACTER_SET else ""
    return found.split(fields[1][1:2] or "~")[0].strip().upper()


def _shown(text: str) -> str:
    return "".join(sign for sign in text[:30] if sign.isprintable())
