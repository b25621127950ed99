"""The downtime pack: days to come as one PDF and one folder that print without the program. No widget.

All of it is of one moment, which stands with the anchor of the audit trail on every page.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid4

from gui.calendar_page.saving import file_name
from gui.calendar_page.sheet import Sheet
from gui.clinic.batch import Stopped, free_name, write_files
from gui.clinic.drawing import Drawing
from gui.clinic.papers import KINDS, calendar_of, staff_sheet_of, stamped
from gui.clinic.requests import day_list_request, imprint
from gui.widgets.style_of import date_style
from gui.workspace.state import PatientState, state_of
from records.errors import NotSaved, RecordError
from records.values.clinic import ClinicLine
from records.values.clinic_week import ClinicWeek
from regimen.errors import RegimenError
from treatment_calendar.paper.batch_request import Drawn
from treatment_calendar.paper.downtime_request import DowntimeIndexRequest, PackDay, PackPaper, PackRow

DAYS, KEPT = 7, 3
ALL, INDEX, READ_ME, SUMS = "all-pages.pdf", "index.pdf", "read-me.txt", "sha256.txt"
TITLE = "Downtime pack"
PREFIX = "capox-downtime-"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was made and not yet written. files: name -> bytes; sha256: of the list of their hashes."""

    first: date
    days: int
    read_at: datetime
    files: dict[str, bytes]
    sha256: str
    patients: tuple[UUID, ...]
    left_out: int
    pages: int


@dataclass(slots=True)
class Row:
    """One patient of a day while the pack is made."""

    line: ClinicLine
    papers: list[tuple[str, str, Drawn]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Made:
    """Papers of all days in the order they will stand in."""

    days: list[tuple[date, str, Drawn, list[Row]]] = field(default_factory=list)

    def documents(self) -> list[tuple[str, Drawn]]:
        """File name and document of each paper."""
        found: list[tuple[str, Drawn]] = []
        for _on, file, drawn, rows in self.days:
            found.append((file, drawn))
            found += [(own, paper) for row in rows for _kind, own, paper in row.papers]
        return found


def make_pack(
    week: ClinicWeek, person: str, now: datetime, drawing: Drawing, progress: Progress, stopped: Callable[[], bool]
) -> Pack:  # fmt: skip
    """Everything of the pack in memory. person: who writes it, "" by the clock. Raises Stopped."""
    made = Made()
    states = {patient: state_of(space, week.settings, week.site) for patient, space in week.spaces.items()}
    whole = sum(len(day.lines) for day in week.days)
    done = 0
    for day in week.days:
        on = day.list.on.isoformat()
        listed = drawing.add("day_list", day_list_request(day.list, week.settings, person, now), keep=True)
        rows: list[Row] = []
        made.days.append((day.list.on, f"{on}/capox-day-{on}.pdf", listed, rows))
        for line in day.lines:
            progress(done, whole)
            if stopped():
                raise Stopped("Stopped. Nothing was written.")
            done += 1
            if line.treated:
                rows.append(row_of(week, states[line.patient_id], line, person, now, drawing))
    progress(whole, whole)
    index = draw_index(week, made, person, now, drawing)
    documents = made.documents()
    data = drawing.whole((index.number, *(drawn.number for _file, drawn in documents)), TITLE)
    files = {ALL: data, INDEX: index.data} | {file: drawn.data for file, drawn in documents}
    files[READ_ME] = read_me(week, now).encode("utf-8")
    files[SUMS] = "".join(f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode("ascii")
    left_out = sum(len(row.left_out) for _on, _file, _drawn, rows in made.days for row in rows)
    pages = index.pages + sum(drawn.pages for _file, drawn in documents)
    return Pack(
        week.first, len(week.days), week.read_at, files, sha256(files[SUMS]).hexdigest(), tuple(week.spaces), left_out,
        pages,
    )  # fmt: skip


def row_of(
    week: ClinicWeek, state: PatientState, line: ClinicLine, person: str, now: datetime, drawing: Drawing
) -> Row:
    """The papers of one patient, and what could not be made."""
    row = Row(line)
    for kind, make in (("staff_sheet", staff_sheet_in), ("calendar", calendar_in)):
        try:
            if state.course is None or state.course.id != line.course_id:
                raise RecordError("The course worked on is another.")
            sheet, printed = make(state, line, person, now, drawing)
            drawn = drawing.add(kind, stamped(sheet, stamp_words(week, printed=printed)).request, keep=True)
        except (RecordError, RegimenError) as error:
            row.left_out.append(f"{KINDS[kind]}: {error}")
            continue
        row.papers.append((kind, f"{line.on.isoformat()}/{file_name(line.course_id, sheet, 'pdf')}", drawn))
    return row


def staff_sheet_in(
    state: PatientState, line: ClinicLine, person: str, now: datetime, _drawing: Drawing
) -> tuple[Sheet, bool]:
    """The staff sheet; it is no revision of anything, so there is nothing it could be mistaken for."""
    return staff_sheet_of(state, line.cycle, person, now, uuid4()), True


def calendar_in(
    state: PatientState, line: ClinicLine, person: str, now: datetime, drawing: Drawing
) -> tuple[Sheet, bool]:
    """The calendar, and whether it is the very one recorded as printed. A pack is no print: nothing becomes void."""
    sheet = calendar_of(state, line.cycle, person, now, uuid4())
    if sheet.again is not None and drawing.add("calendar", sheet.request).sha256 == sheet.again.sha256:
        return sheet, True
    return calendar_of(state, line.cycle, person, now, uuid4(), again=False), False


def stamp_words(week: ClinicWeek, *, printed: bool) -> str:
    """What stands below every page of a patient."""
    from treatment_calendar.paper.downtime_index import stamp

    return stamp(week.read_at.astimezone(), week.end.anchor.short(), date_style(week.settings), printed=printed)


def draw_index(week: ClinicWeek, made: Made, person: str, now: datetime, drawing: Drawing) -> Drawn:
    """The first pages. They say where the others stand, and how many they are themselves."""
    pages = 1
    for _try in range(4):
        drawn = drawing.add("downtime_index", index_request(week, made, pages, person, now), keep=True)
        if drawn.pages == pages:
            return drawn
        pages = drawn.pages
    raise ArithmeticError("the index of a downtime pack does not come to rest")


def index_request(week: ClinicWeek, made: Made, own_pages: int, person: str, now: datetime) -> DowntimeIndexRequest:
    """Where everything stands behind an index of so many pages."""
    page = own_pages + 1
    days = []
    for on, file, drawn, rows in made.days:
        listed = PackPaper("Day list", page, file)
        page += drawn.pages
        shown = []
        for row in rows:
            papers = []
            for kind, own, paper in row.papers:
                papers.append(PackPaper(KINDS[kind].capitalize(), page, own))
                page += paper.pages
            line = row.line
            shown.append(
                PackRow(line.name, line.identifiers, line.cycle, line.cycle_day, tuple(papers), tuple(row.left_out))
            )
        days.append(PackDay(on, listed, tuple(shown)))
    site = week.days[0].list.site_missing
    return DowntimeIndexRequest(tuple(days), imprint(week.settings, week.end, week.read_at, person, now, site))


def read_me(week: ClinicWeek, now: datetime) -> str:
    """What the folder is, for whoever finds it. No patient in it."""
    at = week.read_at.astimezone()
    return (
        f"Downtime pack of CAPOX Planner: {len(week.days)} days from {week.first.isoformat()}.\n"
        f"As the records stood {at:%Y-%m-%d %H:%M %Z}; written {now:%Y-%m-%d %H:%M}. Audit trail {week.end.anchor}.\n\n"
        f"{INDEX} says where each paper stands; {ALL} is everything in one file; one folder a day holds the same\n"
        f"papers one by one, named by the start of the id of the course. {SUMS} holds the hash of each file.\n"
        "These files name patients: keep the folder as patients' papers are kept, and delete it once a newer one is\n"
        "there.\n"
    )


def write_pack(pack: Pack, folder: Path, keep: int = 0) -> Path:
    """The new folder, put in its place in one step. Raises NotSaved.

    keep  so many packs stay in the folder, the newest ones; 0: all
    """
    at = pack.read_at.astimezone()
    target = free_name(folder / f"{PREFIX}{pack.first:%Y%m%d}-{at:%H%M}")
    place = folder / f".new-{uuid4().hex}"
    try:
        write_files(place, pack.files)
        place.rename(target)
    except OSError as error:
        raise NotSaved(f"The downtime pack could not be written into {folder.name} ({error.strerror}).") from None
    if keep:
        remove_older(folder, keep)
    return target


def pack_of(folder: Path, first: date) -> str:
    """The name of a whole pack that begins on a day, "" where there is none."""
    found = (one for one in folder.glob(f"{PREFIX}{first:%Y%m%d}-*") if (one / SUMS).is_file())
    return max((one.name for one in found), default="")


def remove_older(folder: Path, keep: int) -> None:
    """Take away packs beyond the newest; only folders that this program wrote, by name and by what stands in them."""
    packs = sorted(
        (one for one in folder.glob(f"{PREFIX}*") if one.is_dir() and not one.is_symlink() and (one / SUMS).is_file()),
        key=lambda one: one.stat().st_mtime,
        reverse=True,
    )
    for old in packs[keep:]:
        shutil.rmtree(old, ignore_errors=True)


def refuse_folder(folder: Path) -> None:
    """Raises NotSaved where there is no such folder."""
    if not folder.is_dir():
        raise NotSaved("The folder for the downtime pack is not there.")
