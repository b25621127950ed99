"""What there is to say of a text being written: why it is refused, what differs, whether its worked examples pass."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gui.regimens.kinds import File, read, run_examples
from gui.regimens.supportive_reading import differences_of
from records.values.governance import FileKind, OwnFile
from regimen.definition import Regimen
from regimen.difference import Difference, difference
from regimen.errors import Refused, RegimenError
from regimen.own_file import head_words
from regimen.reader import read_regimen
from regimen.selftest import ExampleResult
from regimen.supportive_set import SupportiveSet
from regimen.supportive_set_check import shipped
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


def regimens_in_use(own: Sequence[OwnFile]) -> Mapping[str, Regimen]:
    """The shipped regimens, and the site's own whose approval stands; the newest of an id."""
    approved = [one for one in own if one.state == "approved" and one.approval is not None]
    at = sorted(approved, key=lambda one: one.approval.at if one.approval is not None else None)  # type: ignore[arg-type,return-value]
    return {**shipped(), **{one.file_id: read_regimen(one.text, f"{one.file_id}.toml") for one in at}}


def look_at(kind: FileKind, text: str, base_text: str, own: Sequence[OwnFile] = ()) -> FileLook:
    """Plain values in and out; to be called beside the window's thread. own: the site's regimen files.

    Differences of a set of supportive care are those of what a patient gets, against the regimens' own lists.
    """
    name = f"{head_words(text)[0] or 'draft'}.toml"
    reasons: tuple[Reason, ...] = ()
    results: tuple[ExampleResult, ...] = ()
    file: File | None = None
    try:
        regimens = regimens_in_use(own) if kind == "supportive" else None
        file = read(kind, text, name, regimens)
        results = run_examples(file, regimens)
        if isinstance(file, SupportiveSet) and regimens is not None:
            return FileLook(text, (), differences_of(file, regimens.values()), results, file)
    except Refused as refused:
        reasons = tuple(Reason(line_of(text, each.field, each.reason), each.reason) for each in refused.refusals)
    try:
        differences = difference(base_text, text)
    except RegimenError:
        return FileLook(text, reasons, None, results, file)
    if kind == "supportive":
        return FileLook(text, tuple(sorted(reasons, key=lambda one: one.line)), None, results, file)
    return FileLook(text, tuple(sorted(reasons, key=lambda one: one.line)), differences, results, file)
