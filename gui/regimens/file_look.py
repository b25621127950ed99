"""What there is to say of a regimen text being written: why it is refused, what differs, whether its examples pass."""

from dataclasses import dataclass

from regimen.definition import Regimen
from regimen.difference import Difference, difference
from regimen.errors import Refused, RegimenError
from regimen.own_file import head_words
from regimen.reader import read_regimen
from regimen.selftest import ExampleResult, run
from regimen.toml_lines import line_of


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a text is refused, and on which line, counted from 1."""

    line: int
    says: str


@dataclass(frozen=True, slots=True)
class FileLook:
    """One look at a text.

    differences  against the file it was copied from; None while the text is no TOML
    results      of its worked examples; empty while it is refused
    regimen      what the text says; None while it is refused
    """

    text: str
    reasons: tuple[Reason, ...]
    differences: tuple[Difference, ...] | None
    results: tuple[ExampleResult, ...]
    regimen: Regimen | None = None

    @property
    def failed(self) -> int:
        """How many worked examples do not give what they expect."""
        return sum(not result.passed for result in self.results)


def look_at(text: str, base_text: str) -> FileLook:
    """Plain values in and out; to be called beside the window's thread."""
    name = f"{head_words(text)[0] or 'draft'}.toml"
    reasons: tuple[Reason, ...] = ()
    results: tuple[ExampleResult, ...] = ()
    regimen: Regimen | None = None
    try:
        regimen = read_regimen(text, name)
        results = run(regimen)
    except Refused as refused:
        reasons = tuple(Reason(line_of(text, each.field, each.reason), each.reason) for each in refused.refusals)
    try:
        differences = difference(base_text, text)
    except RegimenError:
        return FileLook(text, reasons, None, results, regimen)
    return FileLook(text, tuple(sorted(reasons, key=lambda one: one.line)), differences, results, regimen)
