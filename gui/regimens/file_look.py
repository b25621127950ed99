"""What there is to say of a text being written: why it is refused, what differs, whether its worked examples pass."""

from dataclasses import dataclass

from gui.regimens.kinds import File, read, run_examples
from records.values.governance import FileKind
from regimen.difference import Difference, difference
from regimen.errors import Refused, RegimenError
from regimen.own_file import head_words
from regimen.selftest import ExampleResult
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
    file         what the text says; None while it is refused
    """

    text: str
    reasons: tuple[Reason, ...]
    differences: tuple[Difference, ...] | None
    results: tuple[ExampleResult, ...]
    file: File | None = None

    @property
    def failed(self) -> int:
        """How many worked examples do not give what they expect."""
        return sum(not result.passed for result in self.results)


def look_at(kind: FileKind, text: str, base_text: str) -> FileLook:
    """Plain values in and out; to be called beside the window's thread."""
    name = f"{head_words(text)[0] or 'draft'}.toml"
    reasons: tuple[Reason, ...] = ()
    results: tuple[ExampleResult, ...] = ()
    file: File | None = None
    try:
        file = read(kind, text, name)
        results = run_examples(file)
    except Refused as refused:
        reasons = tuple(Reason(line_of(text, each.field, each.reason), each.reason) for each in refused.refusals)
    try:
        differences = difference(base_text, text)
    except RegimenError:
        return FileLook(text, reasons, None, results, file)
    return FileLook(text, tuple(sorted(reasons, key=lambda one: one.line)), differences, results, file)
