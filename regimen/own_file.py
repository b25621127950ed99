"""A site's own file: a copy of another under a new id and version, and what a text calls itself."""

import json
import re

from regimen.errors import RegimenError, refuse
from regimen.toml_check import NAME, parse

#: The first table of a file: what stands above it is the head.
TABLE = re.compile(r"^\s*\[", re.MULTILINE)
MOST_VERSION = 40


def head_words(text: str) -> tuple[str, str]:
    """Id and version as a text says them, "" for what it does not say readably."""
    try:
        top = parse(text, "file")
    except RegimenError:
        return "", ""
    ident, version = top.get("id"), top.get("version")
    return ident if isinstance(ident, str) else "", version if isinstance(version, str) else ""


def copied(text: str, ident: str, version: str) -> str:
    """A readable file under a new id and version; everything else stays to the letter, comments as well.

    raises  Refused when id or version is none
    """
    if not NAME.match(ident) or len(ident) > 80:
        raise refuse("id", f"'{ident}' is no id: small letters, digits and single hyphens or underscores, at most 80.")
    if not version.strip() or version != version.strip() or not version.isprintable() or len(version) > MOST_VERSION:
        raise refuse(
            "version", f"The version is empty, too long or holds what cannot be printed: at most {MOST_VERSION}."
        )
    first = TABLE.search(text)
    end = first.start() if first else len(text)
    head, rest = text[:end], text[end:]
    for key, value in (("id", ident), ("version", version)):
        line = re.compile(rf"^(\s*{key}\s*=\s*)(\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')", re.MULTILINE)
        found = list(line.finditer(head))
        if len(found) != 1:
            raise refuse(key, f"The file to be copied does not say its {key} on a line of its own.")
        head = f"{head[: found[0].start()]}{found[0][1]}{json.dumps(value, ensure_ascii=False)}{head[found[0].end() :]}"
    made = head + rest
    if head_words(made) != (ident, version):
        raise refuse(
            "id", "The file to be copied cannot be given another id and version; its head is written unusually."
        )
    return made
