"""Reading a file beside the window: how far it is, a way to stop it, and its future; and what the page asks for."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from records.actions import Actions
    from records.imports.source import HowToRead, Source
    from records.imports.styles import Asked, Styles
    from records.imports.tables import FileTable
    from records.values.imports import PreviewRow

T = TypeVar("T")
What = Literal["records", "cohort"]


class ImportJob(Generic[T]):
    """Begins at once. done, whole: written by the thread, read by the window; whole 0: not known yet."""

    def __init__(self, work: "Callable[[ImportJob[T]], T]") -> None:
        self.done, self.whole = 0, 0
        self._stop = Event()
        pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="import")
        self.future: Future[T] = pool.submit(work, self)
        pool.shutdown(wait=False)

    def stop(self) -> None:
        """Ask it to end."""
        self._stop.set()

    def stopped(self) -> bool:
        """Whether it was asked to end."""
        return self._stop.is_set()

    def watch(self, done: int) -> bool:
        """Told how far reading is; answers whether to go on."""
        self.done = done
        return not self._stop.is_set()

    def progress(self, done: int, whole: int) -> None:
        """Told how far storing is."""
        self.done, self.whole = done, whole


@dataclass(frozen=True, slots=True)
class Opened:
    """A file with the choices that are guessed for it; the table None until a person said how to read it."""

    source: "Source"
    how: "HowToRead"
    table: "FileTable | None" = None


@dataclass(frozen=True, slots=True)
class Looked:
    """What would be stored. asked: what a person has to say first; lacks: why there are no rows, one sentence."""

    rows: "tuple[PreviewRow, ...]" = ()
    asked: "Asked | None" = None
    lacks: str = ""
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LookAsked:
    """A file under what was chosen for its columns, dates and numbers."""

    opened: Opened
    what: What
    mapping: tuple[str, ...] = ()
    styles: "Styles | None" = None
    today: date = field(default_factory=date.today)


def open_path(path: Path) -> Callable[["ImportJob[Opened]"], Opened]:
    """A job that opens a file and reads its table where nothing has to be asked."""

    def work(job: "ImportJob[Opened]") -> Opened:
        from outcomes.exchange.cohort_headings import ctcae_terms
        from outcomes.exchange.cohort_reading import cohort_targets
        from records.hl7_labs.codes import codes
        from records.imports.columns import targets
        from records.imports.source import how_of, open_file

        source = open_file(path)
        for read_here in (targets, ctcae_terms, codes):  # so that the window does not wait for their files
            read_here()
        cohort_targets(())
        return with_table(source, how_of(source), job)

    return work


def read_again(source: "Source", how: "HowToRead") -> Callable[["ImportJob[Opened]"], Opened]:
    """A job that reads the table as a person said."""
    return lambda job: with_table(source, how, job)


def with_table(source: "Source", how: "HowToRead", job: "ImportJob[Opened]") -> Opened:
    """The table too, where it can be read."""
    from records.imports.source import table_of

    if source.form == "fhir" or how.encoding is None:
        return Opened(source, how)
    return Opened(source, how, table_of(source, how, lambda: not job.stopped()))


def look(actions: "Actions", asked: LookAsked) -> Callable[["ImportJob[Looked]"], Looked]:
    """A job that reads every row and compares it with the records. raises RecordError in the job"""

    def work(job: "ImportJob[Looked]") -> Looked:
        from records.imports.tables import ImportRefused

        found = _looked(actions, asked, job)
        if job.stopped():
            raise ImportRefused("Stopped. Nothing was stored.")
        return found

    return work


def _looked(actions: "Actions", asked: LookAsked, job: "ImportJob[Looked]") -> Looked:
    from records.imports.comparing import compare

    source, table = asked.opened.source, asked.opened.table
    if source.form == "fhir":
        from records.imports.fhir_bundle import read_bundle

        if asked.what == "cohort":
            return Looked(lacks="A cohort is a table, one row a patient; a FHIR bundle is none.")
        rows = read_bundle(source.data, source.name, job.watch)
        found = compare(rows, actions.known_of(rows).result(), asked.today)
        return Looked(found, headings=("kind", "id"))
    if table is None:
        return Looked(lacks="Say first how the letters of the file are written.")
    job.whole = len(table.rows)
    if asked.what == "cohort":
        return _looked_at_cohort(asked, table, job)
    from records.imports.columns import lacking
    from records.imports.table_rows import asked_of, read_rows

    if lacks := lacking(asked.mapping):
        return Looked(lacks=lacks, headings=table.headings)
    open_ = asked_of(table, asked.mapping)
    styles, missing = settled(open_, asked.styles)
    if missing:
        return Looked(asked=open_, lacks=missing, headings=table.headings)
    read = read_rows(table, asked.mapping, styles, job.watch)
    return Looked(compare(read, actions.known_of(read).result(), asked.today), open_, headings=table.headings)


def _looked_at_cohort(asked: LookAsked, table: "FileTable", job: "ImportJob[Looked]") -> Looked:
    from outcomes.exchange.cohort_reading import cohort_asked, cohort_lacking, cohort_rows

    if lacks := cohort_lacking(asked.mapping):
        return Looked(lacks=lacks, headings=table.headings)
    open_ = cohort_asked(table, asked.mapping)
    styles, missing = settled(open_, asked.styles)
    if missing:
        return Looked(asked=open_, lacks=missing, headings=table.headings)
    return Looked(cohort_rows(table, asked.mapping, styles, job.watch), open_, headings=table.headings)


def settled(asked: "Asked", said: "Styles | None") -> "tuple[Styles, str]":
    """The styles to read by, and what a person has to say first ("" nothing)."""
    from records.imports.styles import Styles

    dates = (said.dates if said is not None else None) or asked.likely.dates
    numbers = (said.numbers if said is not None else None) or asked.likely.numbers
    if asked.dates and dates is None:
        return Styles(dates, numbers), "Say first which number of a date is the day: 03/04/2026 can be read two ways."
    if asked.numbers and numbers is None:
        return Styles(dates, numbers), "Say first how decimals are written: 1,234 can be read two ways."
    return Styles(dates, numbers), ""
