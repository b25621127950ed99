"""One batch of papers from start to end: read, lay out, say so in the trail, draw, write. It wants a thread of its own.

Nothing stands on paper or on the disk before the trail says that it was printed; what is stopped before that leaves
neither. What cannot be printed is named with its reason, never left out in silence.
"""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from uuid import UUID, uuid4

from gui.calendar_page.printed_course import printed_text
from gui.calendar_page.saving import file_name
from gui.calendar_page.sheet import Sheet
from gui.clinic.drawing import Drawing
from gui.clinic.papers import KINDS, calendar_of, letter_of_patient, staff_sheet_of
from gui.clinic.requests import day_list_request, preparation_request
from gui.letters.letter_sheet import letter_of
from gui.workspace.state import PatientState, state_of
from records.errors import NotSaved, RecordError
from records.values.clinic import ClinicLine
from records.values.core import Person, SiteSettings
from regimen.errors import RegimenError
from treatment_calendar.paper.batch_request import Drawn

if TYPE_CHECKING:
    from records.actions import Actions

Kind = Literal["day_list", "preparation_list", "staff_sheet", "calendar", "treatment_summary", "alert_card"]
LETTERS: tuple[Kind, ...] = ("treatment_summary", "alert_card")
OF_A_PATIENT: tuple[Kind, ...] = ("staff_sheet", "calendar", *LETTERS)
TITLE = "Clinic"
Progress = Callable[[int, int], None]


class Stopped(RecordError):
    """A person stopped it; nothing was printed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to print.

    lines    the patients marked
    kinds    which papers
    folder   where to write; None: the bytes are answered, for a printer
    one_file  all in one PDF; else a file for each paper in a folder of its own
    """

    day: date
    lines: tuple[ClinicLine, ...]
    kinds: frozenset[Kind]
    settings: SiteSettings
    folder: Path | None
    one_file: bool = True


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A paper that was not printed, and why."""

    name: str
    kind: str
    why: str


@dataclass(slots=True)
class Paper:
    """One paper on its way. sheet: of one patient; else `patients` stand on it. path: its name in a folder of files."""

    kind: Kind
    name: str
    path: str
    drawn: Drawn
    sheet: Sheet | None = None
    course_id: UUID | None = None
    patients: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchDone:
    """What came of it. data: the one PDF, for a printer; written: the name of the file or folder, "" where none."""

    papers: int
    pages: int
    left_out: tuple[LeftOut, ...]
    data: bytes = b""
    written: str = ""


@dataclass(slots=True)
class Job:
    """What a batch needs on its way."""

    actions: "Actions"
    by: Person
    wanted: Wanted
    drawing: Drawing
    progress: Progress
    stopped: Callable[[], bool]
    papers: list[Paper] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def look(self, done: int) -> None:
        """How far it is; raises Stopped when a person wants no more."""
        self.progress(done, len(self.wanted.lines))
        if self.stopped():
            raise Stopped("Stopped. Nothing was printed.")


def run_batch(
    actions: "Actions", by: Person, wanted: Wanted, drawing: Drawing, progress: Progress, stopped: Callable[[], bool]
) -> BatchDone:  # fmt: skip
    """Do it. Raises RecordError with one sentence, Stopped among them."""
    job = Job(actions, by, wanted, drawing, progress, stopped)
    try:
        lay_out_lists(job)
        lay_out_patients(job)
        if not job.papers:
            return BatchDone(0, 0, tuple(job.left_out))
        place = staging(wanted.folder)
        job.look(len(wanted.lines))
        kept = [paper for paper in job.papers if is_recorded(job, paper)]
        if not kept:
            return BatchDone(0, 0, tuple(job.left_out))
        pages = sum(paper.drawn.pages for paper in kept)
        if wanted.folder is not None and not wanted.one_file:
            return BatchDone(len(kept), pages, tuple(job.left_out), b"", write_folder(place, wanted, kept))
        data = drawing.whole(tuple(paper.drawn.number for paper in kept), TITLE)
        written = "" if wanted.folder is None else write_one(wanted.folder / one_name(wanted.day), data)
        return BatchDone(len(kept), pages, tuple(job.left_out), data, written)
    finally:
        drawing.drop()


def lay_out_lists(job: Job) -> None:
    """The papers that name several patients come first."""
    actions, wanted, now = job.actions, job.wanted, datetime.now().astimezone()
    day = wanted.day.isoformat()
    if "day_list" in wanted.kinds:
        read = actions.day_list(wanted.day).result()
        request = day_list_request(read, wanted.settings, job.by.name, now)
        drawn = job.drawing.add("day_list", request, keep=not wanted.one_file)
        patients = tuple(line.patient_id for line in read.lines)
        job.papers.append(Paper("day_list", "", f"capox-day-{day}.pdf", drawn, patients=patients))
    if "preparation_list" in wanted.kinds:
        courses = [line.course_id for line in wanted.lines]
        made = actions.preparation(wanted.day, courses).result()
        listed = preparation_request(made, wanted.settings, job.by.name, now)
        drawn = job.drawing.add("preparation_list", listed, keep=not wanted.one_file)
        patients = (*(one.patient_id for one in made.prepared), *(one.patient_id for one in made.waiting))
        job.papers.append(Paper("preparation_list", "", f"capox-preparation-{day}.pdf", drawn, patients=patients))


def lay_out_patients(job: Job) -> None:
    """The papers of one patient after the other; others can work in between."""
    wanted = job.wanted
    kinds = [kind for kind in OF_A_PATIENT if kind in wanted.kinds]
    if not kinds:
        return
    site = job.actions.site_facts().result()
    for number, line in enumerate(wanted.lines):
        job.look(number)
        own = kinds if line.treated else [kind for kind in kinds if kind in LETTERS]
        job.left_out += [
            LeftOut(line.name, KINDS[kind], "No treatment is planned on this day.") for kind in kinds if kind not in own
        ]
        if not own:
            continue
        state = state_of(job.actions.workspace(line.patient_id).result(), wanted.settings, site)
        for kind in own:
            try:
                job.papers.append(patient_paper(job, state, line, kind))
            except (RecordError, RegimenError) as error:
                job.left_out.append(LeftOut(line.name, KINDS[kind], str(error)))


def patient_paper(job: Job, state: PatientState, line: ClinicLine, kind: Kind) -> Paper:
    """One paper laid out. Raises RegimenError for what cannot be printed."""
    refuse_other_course(state, line)
    now, keep = datetime.now().astimezone(), not job.wanted.one_file
    if kind == "treatment_summary" or kind == "alert_card":
        sheet = letter_of_patient(job.actions, state, line, kind, job.by, now)
        drawn = job.drawing.add(kind, sheet.request, keep=keep)
    elif kind == "staff_sheet":
        sheet = staff_sheet_of(state, line.cycle, job.by.name, now, uuid4())
        drawn = job.drawing.add("staff_sheet", sheet.request, keep=keep)
    else:
        sheet = calendar_of(state, line.cycle, job.by.name, now, uuid4())
        drawn = job.drawing.add("calendar", sheet.request, keep=keep)
        if sheet.again is not None and sheet.again.sha256 != drawn.sha256:
            # Something on it is not as it was printed (contact numbers, wording): this needs a revision of its own.
            sheet = calendar_of(state, line.cycle, job.by.name, now, uuid4(), again=False)
            drawn = job.drawing.add("calendar", sheet.request, keep=keep)
    return Paper(kind, line.name, own_name(job, line, sheet), drawn, sheet, line.course_id)


def refuse_other_course(state: PatientState, line: ClinicLine) -> None:
    """Raises RecordError where the course that was marked is not the one worked on any more."""
    if state.course is None or state.course.id != line.course_id:
        raise RecordError("The course was ended meanwhile; look at the day again.")


def own_name(job: Job, line: ClinicLine, sheet: Sheet) -> str:
    """A file name from ids; the longer one where the short is taken."""
    name = file_name(line.course_id, sheet, "pdf")
    taken = {paper.path for paper in job.papers}
    return name if name not in taken else name.replace(line.course_id.hex[:8], line.course_id.hex)


def is_recorded(job: Job, paper: Paper) -> bool:
    """Say in the trail that it is printed. What the records refuse is not printed and named."""
    try:
        record(job, paper)
    except RecordError as error:
        job.left_out.append(LeftOut(paper.name, KINDS[paper.kind], str(error)))
        return False
    return True


def record(job: Job, paper: Paper) -> None:
    """As a single print of the same paper does it. Raises RecordError."""
    actions, by, drawn, sheet = job.actions, job.by, paper.drawn, paper.sheet
    if paper.kind == "day_list":
        actions.print_day_list(by, uuid4(), job.wanted.day, paper.patients, drawn.sha256).result()
    elif paper.kind == "preparation_list":
        actions.print_preparation(by, uuid4(), job.wanted.day, paper.patients, drawn.sha256).result()
    elif sheet is not None and paper.course_id is not None and (letter := letter_of(sheet.wanted)) is not None:
        actions.print_letter(by, uuid4(), paper.course_id, letter, drawn.sha256).result()
    elif sheet is not None and paper.kind == "staff_sheet" and sheet.order_id is not None:
        actions.print_staff_sheet(by, uuid4(), sheet.order_id, drawn.sha256).result()
    elif sheet is not None and sheet.again is not None:
        actions.print_again(by, sheet.again.id).result()
    elif sheet is not None and sheet.printed is not None and paper.course_id is not None:
        wanted = sheet.wanted
        actions.record_print(
            by, sheet.print_id, paper.course_id, wanted.cycle, wanted.language, wanted.paper, wanted.large_print,
            drawn.check_code, drawn.sha256, sheet.order_id, printed_text(sheet.printed), sheet.revision,
        ).result()  # fmt: skip


def one_name(day: date) -> str:
    """capox-clinic-2026-03-02.pdf: no patient in it."""
    return f"capox-clinic-{day.isoformat()}.pdf"


def staging(folder: Path | None) -> Path | None:
    """A private folder on the same disk, made before anything is recorded: where nothing can be written, nothing is."""
    if folder is None:
        return None
    try:
        place = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
        place.rmdir()
    except OSError as error:
        raise NotSaved(f"Nothing can be written into {folder.name} ({error.strerror}). Nothing was printed.") from None
    return place


def write_one(path: Path, data: bytes) -> str:
    """The file, whole or not at all. Raises NotSaved."""
    from treatment_calendar.paper.atomic import write_atomically

    try:
        write_atomically(path, data)
    except OSError as error:
        raise too_late(path.name, error) from None
    return path.name


def write_folder(place: Path | None, wanted: Wanted, papers: list[Paper]) -> str:
    """A new folder with a file for each paper, put in its place in one step. Raises NotSaved."""
    assert place is not None and wanted.folder is not None
    target = free_name(wanted.folder / f"capox-clinic-{wanted.day.isoformat()}")
    try:
        write_files(place, {paper.path: paper.drawn.data for paper in papers})
        place.rename(target)
    except OSError as error:
        raise too_late(target.name, error) from None
    return target.name


def free_name(target: Path) -> Path:
    """A name nothing stands under yet: -2, -3 behind it."""
    found, number = target, 1
    while found.exists():
        number += 1
        found = target.with_name(f"{target.name}-{number}")
    return found


def write_files(place: Path, files: dict[str, bytes]) -> None:
    """Files for their owner alone, on the disk when this returns. Raises OSError; what was written is taken away."""
    import shutil

    place.mkdir(mode=0o700)
    try:
        for name, data in files.items():
            path = place / name
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
    except OSError:
        shutil.rmtree(place, ignore_errors=True)
        raise


def too_late(name: str, error: OSError) -> NotSaved:
    """The trail says already that it was printed."""
    return NotSaved(
        f"{name} could not be written ({error.strerror}). The audit trail says already that these papers were printed; "
        "none left. Print them again."
    )
