"""Words nurses and patients say, beyond those of our own criteria. Data: assets/ctcae/words.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from regimen.grading.terms import FOLDER, by_code
from regimen.toml_check import Findings, Table, parse


@dataclass(frozen=True, slots=True)
class LayWords:
    """assets/ctcae/words.toml, read.

    by_code  code of a term -> what it is also called
    same     a word -> the one word that stands for it and its like
    small    words that carry nothing
    """

    by_code: Mapping[str, tuple[str, ...]]
    same: Mapping[str, str]
    small: frozenset[str]


def read_lay_words(text: str, name: str = "words.toml") -> LayWords:
    """The words from the text of a file like assets/ctcae/words.toml. raises Refused, naming file and place."""
    findings = Findings(name)
    table = Table(findings, parse(text, name))
    table.whole("schema", 1, 1)
    small = frozenset(table.texts("small", required=True))
    same: dict[str, str] = {}
    for entry in table.tables("same", required=True):
        meant = entry.text("word")
        for word in (meant, *entry.texts("also", required=True)):
            if word in small or not (word.isascii() and word.isalpha()) or same.setdefault(word, meant) != meant:
                entry.wrong("also", f"{word!r} is no single word, carries nothing, or stands elsewhere too")
        entry.done()
    known = {**by_code("6.0"), **by_code("5.0")}
    found: dict[str, tuple[str, ...]] = {}
    for entry in table.tables("words", required=True):
        code, term = entry.text("code"), entry.text("term")
        if known.get(code) is None or known[code].name != term:
            entry.wrong("code", f"{code!r} is not the code of {term!r}")
        if code in found:
            entry.wrong("code", f"{term} stands there twice")
        found[code] = entry.texts("words", required=True)
        entry.done()
    table.done()
    findings.raise_if_any()
    return LayWords(found, same, small)


@cache
def lay_words() -> LayWords:
    """The words shipped with the program."""
    return read_lay_words((FOLDER / "words.toml").read_text(encoding="utf-8"))
