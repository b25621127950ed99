"""--pictures: the demo clinic drawn to files where there is no display: the window on a Dose page, and a calendar."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from gui.options import Options, clock
from gui.places import data_folder, open_lookup, store_target
from gui.running import Running
from gui.session import Session
from gui.shell.window import MainWindow
from gui.theme.look import STYLE_ARGUMENTS, apply_look
from records.course.course_plan import files_of, order_value, whole_course
from records.course.cycle_case import order_in_force
from records.values.core import CourseRecord, OrderRecord, SiteSettings, Workspace

if TYPE_CHECKING:
    from treatment_calendar.paper.request import CalendarRequest

SIZE = (1520, 900)
LONGEST_MS = 120_000


def draw_pictures(options: Options) -> int:
    """Write window.png and calendar.pdf into the folder, say so, and give the exit status."""
    assert options.pictures is not None
    out = options.pictures
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="capox-pictures-") as folder:
        own = options._replace(demo=True, database="", data_dir=Path(folder), today=options.today or date.today())
        return _draw(own, out)


@contextmanager
def opened_window(options: Options, size: tuple[int, int] = SIZE) -> Iterator[tuple[MainWindow, Session]]:
    """A window whose store stands, closed in order at the end. Raises TimeoutError when the store does not open."""
    folder = data_folder(options)
    target = store_target(options, folder)
    app = QApplication.instance() or QApplication(["capox-planner", *STYLE_ARGUMENTS])
    assert isinstance(app, QApplication)
    apply_look(app, "light", 100)
    keep = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(open_lookup(target, clock(options)), (), keep, demo=options.demo)
    window.resize(*size)
    running = Running(app, window, options, folder, target, keep)
    window.show()
    try:
        yield window, _begin(running)
        window.close()
    finally:
        running.end()


def _draw(options: Options, out: Path) -> int:
    written = [out / "window.png", out / "calendar.pdf"]
    try:
        with opened_window(options) as (window, session):
            _draw_demo(window, session, *written)
    except TimeoutError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for path in written:
        sys.stdout.write(f"wrote {path}\n")
    return 0


def _draw_demo(window: MainWindow, session: Session, picture: Path, calendar: Path) -> None:
    from treatment_calendar.paper.atomic import write_atomically
    from treatment_calendar.paper.patient_calendar import patient_calendar

    space, course, order = shown_patient(session)
    window.open_patient(space.patient.id, "dose")
    settle(session)
    window.grab().save(str(picture))
    write_atomically(calendar, patient_calendar(calendar_request(space, course, order, session.settings)))


def _begin(running: Running) -> Session:
    """Wait until the store stands, the demo clinic in it where one is wanted."""
    loop = QEventLoop()
    running.ready.connect(lambda _session: loop.quit())
    QTimer.singleShot(LONGEST_MS, loop.quit)
    running.begin()
    if running.session is None:
        loop.exec()
    if running.session is None:
        raise TimeoutError("The store could not be opened in time.")
    return running.session


def settle(session: Session, quiet_ms: int = 250) -> None:
    """Let answers arrive and pages paint until nothing has been waited for during `quiet_ms`."""
    loop, timer = QEventLoop(), QTimer()
    calm = [0]

    def look() -> None:
        calm[0] = 0 if session.link.waiting() else calm[0] + 1
        if calm[0] >= quiet_ms // 10:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(10)
    QTimer.singleShot(LONGEST_MS, loop.quit)
    loop.exec()
    timer.stop()


def shown_patient(session: Session) -> tuple[Workspace, CourseRecord, OrderRecord]:
    """The first patient with a signed order of ICI + CAPOX that is not yet given; any signed one if there is none."""
    found: list[tuple[bool, Workspace, CourseRecord, OrderRecord]] = []
    for line in session.lookup.first_lines(50):
        space = session.actions.workspace(line.id).result()
        for course in space.courses:
            for order in space.orders:
                if order.course_id == course.id and order.state in ("signed", "given"):
                    best = course.entry.regimen_id == "ici-capox" and order.state == "signed"
                    found.append((best, space, course, order))
    chosen = next((item for item in found if item[0]), found[0])
    return chosen[1], chosen[2], chosen[3]


def calendar_request(
    space: Workspace, course: CourseRecord, order: OrderRecord, settings: SiteSettings
) -> "CalendarRequest":
    """The calendar of the ordered cycle and the dates after it, as the Calendar page would ask for it."""
    from treatment_calendar.paper.request import CalendarRequest, Contacts

    files = files_of(course, settings)
    in_force = order_in_force(space.orders, course, order.cycle) or order
    entry = space.patient.entry
    return CalendarRequest(
        course=whole_course(space, course, settings),
        regimen=files.regimen,
        profile=files.profile,
        order=order_value(in_force),
        patient_name=entry.name,
        identifiers=tuple(f"{kind} {value}" for kind, value in entry.identifiers),
        birth_date=entry.birth_date,
        contacts=Contacts(settings.site_name, settings.day_phone, settings.night_phone),
        printed_by=in_force.signed_by,
        printed_at=datetime.now(UTC),
        language=entry.language,
        paper="letter" if settings.paper == "letter" else "a4",
        from_cycle=in_force.cycle,
        signed=True,
    )
