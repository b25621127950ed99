"""Draw every picture of README and docs: the real window on the demo clinic, a first day typed and clicked, the pages.

usage: .venv/bin/python tools/write_pictures.py [folder=docs/pictures] [PART ...]

PART: clinic, first-day, visit, treatment, morning, tasks, study; without one all of them.

Nothing here is drawn by hand: a picture shows what the program shows on TODAY. Look at them before they are committed.
The exit status is 1 when the program made a mistake of its own on the way.
"""

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "calendar")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2  # type: ignore[import-untyped]  # noqa: E402  # it ships no types
from PIL import Image  # noqa: E402
from PySide6.QtCore import QBuffer, QIODevice  # noqa: E402
from PySide6.QtWidgets import QWidget  # noqa: E402

from gui.calendar_page.calendar_page import CalendarPage  # noqa: E402
from gui.options import Options  # noqa: E402
from gui.pictures import opened_window, settle, shown_patient  # noqa: E402
from gui.regimens.regimens import Regimens  # noqa: E402
from gui.response.response_page import ResponsePage  # noqa: E402
from gui.session import Session  # noqa: E402
from gui.shell.window import MainWindow  # noqa: E402
from gui.theme.look import Choice  # noqa: E402
from gui.trends.trends_page import TrendsPage  # noqa: E402
from gui.workspace.workspace import Workspace  # noqa: E402
from records.encryption.recovery_key import new_recovery_key  # noqa: E402
from records.encryption.unlock import PASSPHRASE_FILE  # noqa: E402
from records.keeping.opening import protect  # noqa: E402
from tools.clinic_day import live_a_morning  # noqa: E402
from tools.first_day import live_it, set_up  # noqa: E402
from tools.handover_walk import hand_over, other_clinic, take_over  # noqa: E402
from tools.outcomes_pictures import PICTURES  # noqa: E402
from tools.study_walk import make_store, walk  # noqa: E402
from tools.tasks_day import care_for_records, live_the_tasks  # noqa: E402
from tools.treatment_day import live_a_treatment_day  # noqa: E402
from tools.visit_day import live_a_visit  # noqa: E402
from treatment_calendar.paper.atomic import write_atomically  # noqa: E402

TODAY = date(2026, 11, 23)  # a Monday; the week has a public holiday in the US
SIZE = (1520, 940)
PAGE_DPI = 110
QUIET_MS = 600  # a draft is kept a moment after the last change
PASSPHRASE = "four random words here"  # of a store that is gone when its pictures are drawn
FOLDER = "/home/pharmacy/calendars"  # shown as the folder to save in; nothing is saved there


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture of the demo clinic: how to come to it, in which look."""

    name: str
    show: Callable[[MainWindow, Session], None]
    theme: Choice = "light"
    text_scale: int = 100
    size: tuple[int, int] = SIZE


def page_of(name: str) -> Callable[[MainWindow, Session], None]:
    """A page of the rail."""

    def show(window: MainWindow, _session: Session) -> None:
        window.show_page(name)

    return show


def patient_on(name: str, page: str) -> Callable[[MainWindow, Session], None]:
    """A patient found by search, on a page of the workspace."""

    def show(window: MainWindow, session: Session) -> None:
        window.open_patient(session.lookup.search(name, 1)[0].id, page)

    return show


def signed_on(page: str) -> Callable[[MainWindow, Session], None]:
    """The patient whose order is signed and not yet given."""
    return lambda window, session: window.open_patient(shown_patient(session)[0].patient.id, page)


def calendar(window: MainWindow, session: Session) -> None:
    """The pages that would print."""
    signed_on("calendar")(window, session)
    settle(session)
    calendar_page(window)


def regimen(window: MainWindow, session: Session) -> None:
    """ICI + CAPOX as the file says it."""
    page = window.show_page("regimens")
    assert isinstance(page, Regimens)
    page.choose("ici-capox")


def trends(window: MainWindow, session: Session) -> None:
    """Three cycles of falling neutrophils."""
    patient_on("abramowitz", "trends")(window, session)
    settle(session)
    workspace = window.current_page()
    assert isinstance(workspace, Workspace)
    page = workspace.page("trends")
    assert isinstance(page, TrendsPage)
    page.show_view("labs")


def response(window: MainWindow, session: Session) -> None:
    """A third scan, typed and not yet stored: 84, 52, 64 mm."""
    patient_on("abramowitz", "response")(window, session)
    settle(session)
    workspace = window.current_page()
    assert isinstance(workspace, Workspace)
    page = workspace.page("response")
    assert isinstance(page, ResponsePage)
    page.new_button.click()
    settle(session)
    assert page.table.date is not None and page.table.method is not None
    page.table.date.set_value(session.today)
    page.table.method.choose("ct")
    for field, text in zip(page.table.order(), ("34", "16", "14", "present", "none", "normal"), strict=True):
        field.set_text(text)


SHOTS = (
    Shot("today", page_of("today")),
    Shot("patients", page_of("patients")),
    Shot("dose-draft", patient_on("bélanger", "dose")),
    Shot("dose-signed", signed_on("dose")),
    Shot("plan", patient_on("mensah", "plan")),
    Shot("visit", patient_on("kovalenko", "visit")),
    Shot("trends", trends),
    Shot("response", response, size=(1520, 1160)),
    Shot("calendar", calendar),
    Shot("history", signed_on("history")),
    Shot("regimens", regimen),
    Shot("settings", page_of("settings")),
    Shot("dose-dark", patient_on("bélanger", "dose"), theme="dark"),
    *(Shot(name, show, size=(1520, 1000)) for name, show in PICTURES.items()),
    Shot("outcomes-dark", PICTURES["outcomes-survival"], theme="dark", size=(1520, 1000)),
    Shot("dose-200-percent", patient_on("bélanger", "dose"), text_scale=200, size=(1900, 1040)),
)


def save_window(window: QWidget, path: Path) -> None:
    """The window, or a part of it, as a small PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    save_small(Image.open(io.BytesIO(buffer.data().data())), path)


def save_small(image: Image.Image, path: Path) -> None:
    """A picture in 256 colours of its own: a third of the bytes, and nobody sees a difference."""
    small = image.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    data = io.BytesIO()
    small.save(data, "PNG", optimize=True)
    write_atomically(path, data.getvalue())
    print(f"wrote {path} ({len(data.getvalue()) // 1000} kB)", flush=True)


def save_pages(data: bytes, folder: Path, name: str, pages: int) -> None:
    """A document as PDF, and its first pages as pictures."""
    write_atomically(folder / f"{name}.pdf", data)
    save_pictures(data, folder, name, pages)


def save_pictures(data: bytes, folder: Path, name: str, pages: int) -> None:
    """The first pages of a document as pictures in grey."""
    document = pypdfium2.PdfDocument(data)
    for number in range(pages):
        image = document[number].render(scale=PAGE_DPI / 72).to_pil()
        save_small(image.convert("L"), folder / f"{name}-{number + 1}.png")
    document.close()


def encrypt(place: Path) -> None:
    """Answer beforehand how the records are encrypted: the pictures begin after that question."""
    (place / "passphrase").write_text(PASSPHRASE, encoding="utf-8")
    os.environ[PASSPHRASE_FILE] = str(place / "passphrase")
    protect(place / "capox.db", new_recovery_key(), PASSPHRASE, use_keychain=False)


@contextmanager
def own_store(*, demo: bool) -> Iterator[tuple[MainWindow, Session]]:
    """A window on a store of its own. Raises RuntimeError with the report when the program made a mistake meanwhile."""
    with tempfile.TemporaryDirectory(prefix="capox-pictures-") as place:
        if not demo:
            encrypt(Path(place))
        with opened_window(Options(demo=demo, data_dir=Path(place), today=TODAY), SIZE) as (window, session):
            session.set_settings(replace(session.settings, theme="light"))
            yield window, session
        reports = [path.read_text(encoding="utf-8") for path in Path(place).rglob("crash-*.txt")]
        if reports:
            raise RuntimeError("\n".join(reports))


def draw_clinic(folder: Path, shots: tuple[Shot, ...] = SHOTS) -> None:
    """The demo clinic, shot by shot, and its sample pages."""
    with own_store(demo=True) as (window, session):
        for shot in shots:
            session.set_settings(replace(session.settings, theme=shot.theme, text_scale=shot.text_scale))
            shot.show(window, session)
            settle(session)
            window.resize(*shot.size)
            settle(session, QUIET_MS)
            save_window(window, folder / f"{shot.name}.png")
        draw_pages(folder, window, session)


def draw_pages(folder: Path, window: MainWindow, session: Session) -> None:
    """The very bytes the Calendar page would print: the patient's calendar and the staff sheet of the cycle."""
    session.set_settings(replace(session.settings, theme="light", text_scale=100))
    space, _course, order = shown_patient(session)
    window.open_patient(space.patient.id, "calendar")
    settle(session)
    window.resize(*SIZE)
    settle(session, QUIET_MS)
    page = calendar_page(window)
    save_pages(page.data(), folder, "sample-calendar", 2)
    page.show_staff_sheet(order.cycle)
    settle(session, QUIET_MS)
    save_window(window, folder / "staff-sheet.png")
    save_pages(page.data(), folder, "sample-staff-sheet", 1)


def calendar_page(window: MainWindow) -> CalendarPage:
    """The Calendar page in front; the folder it shows is nobody's."""
    workspace = window.current_page()
    assert isinstance(workspace, Workspace)
    page = workspace.page("calendar")
    assert isinstance(page, CalendarPage)
    page.folder.set_text(FOLDER)
    return page


def draw_first_day(folder: Path) -> None:
    """From an empty store to a signed cycle 1 and its calendar, as docs/first-day.md walks through it."""
    with own_store(demo=False) as (window, session):
        live_it(window, session, lambda name: save_window(window, folder / f"first-day-{name}.png"))


def draw_visit(folder: Path) -> None:
    """One visit and what follows from it, as docs/manual/visit.md walks through it."""
    with own_store(demo=True) as (window, session):
        live_a_visit(window, session, lambda name: save_window(window, folder / f"visit-{name}.png"))


def draw_treatment(folder: Path) -> None:
    """The second check and the chair, as docs/manual/second-check.md and docs/manual/chair.md walk through them."""
    with own_store(demo=True) as (window, session):
        live_a_treatment_day(window, session, lambda name: save_window(window, folder / f"{name}.png"))


def draw_study(folder: Path) -> None:
    """The records of the synthetic study and their figures, as docs/study.md walks through them."""
    with tempfile.TemporaryDirectory(prefix="capox-pictures-") as place:
        today = make_store(Path(place))
        with opened_window(Options(demo=True, data_dir=Path(place), today=today), (1520, 1500)) as (window, session):
            session.set_settings(replace(session.settings, theme="light"))
            walk(window, session, lambda name: save_window(window, folder / f"study-{name}.png"))


def draw_tasks(folder: Path) -> None:
    """Tasks of the pharmacist, the planner and the administrator, as the chapters of docs/manual walk through them."""
    with own_store(demo=True) as (window, session):
        live_the_tasks(window, session, lambda name: save_window(window, folder / f"{name}.png"))
    with own_store(demo=False) as (window, session):
        set_up(window, session, lambda _name: None)
        settle(session, QUIET_MS)
        care_for_records(window, session, lambda part, name: save_window(part, folder / f"{name}.png"))


def draw_morning(folder: Path) -> None:
    """The clinic of a day and its papers, as docs/manual/clinic.md walks through them."""
    with own_store(demo=True) as (window, session):
        live_a_morning(
            window,
            session,
            lambda name: save_window(window, folder / f"{name}.png"),
            lambda data, name: save_pictures(data, folder, name, 1),
        )


def draw_handover(folder: Path) -> None:
    """A course handed over and looked at by another clinic, as docs/manual/handover.md walks through it."""
    with tempfile.TemporaryDirectory(prefix="capox-pictures-") as place:
        file, other = Path(place) / "capox-2f1c9f52.capox-handover", Path(place) / "other"
        other.mkdir()
        os.environ["CAPOX_KEY_DIR"] = str(Path(place) / "keys")
        with own_store(demo=True) as (window, session):
            hand_over(window, session, file, lambda name: save_window(window, folder / f"{name}.png"))
            site = session.settings
        other_clinic(other, site)
        with opened_window(Options(demo=True, data_dir=other, today=TODAY), SIZE) as (window, session):
            session.set_settings(replace(session.settings, theme="light"))
            take_over(window, session, file, lambda name: save_window(window, folder / f"{name}.png"))


#: Every picture of docs/pictures by the part that draws it; a test compares it with what the documents show.
DRAWN: dict[str, tuple[str, ...]] = {
    "clinic": (
        *(f"{shot.name}.png" for shot in SHOTS), "staff-sheet.png", "sample-calendar-1.png", "sample-calendar-2.png",
        "sample-calendar.pdf", "sample-staff-sheet-1.png", "sample-staff-sheet.pdf",
    ),
    "first-day": (
        "first-day-1-first-run.png", "first-day-2-patient.png", "first-day-3-begin.png", "first-day-4-dose.png",
        "first-day-5-signed.png", "first-day-6-calendar.png",
    ),
    "visit": (
        "visit-1-message.png", "visit-2-table.png", "visit-3-search.png", "visit-4-toxicities.png",
        "visit-5-review.png", "visit-6-proposals.png", "visit-7-delay.png", "visit-8-events.png",
    ),
    "treatment": (
        "second-check-1-release.png", "second-check-2-typed.png", "second-check-3-differs.png",
        "second-check-4-again.png", "second-check-5-released.png", "chair-1-ready.png", "chair-2-typed.png",
        "chair-3-reaction.png",
    ),
    "morning": ("clinic.png", "clinic-left-out.png", "preparation-list-1.png", "downtime-index-1.png"),
    "tasks": (
        "patients-1-duplicate.png", "patients-2-taken-over.png", "dose-1-stop.png", "dose-2-change.png",
        "supportive-1-order.png", "supportive-2-set.png", "plan-1-delay.png", "plan-2-hold.png",
        "calendar-1-next-revision.png", "calendar-2-french.png",
        "care-1-people.png", "care-2-records.png", "care-3-trail.png",
    ),
    "handover": ("handover-1-given.png", "handover-2-taken.png"),
    "study": (
        "study-1-patient.png", "study-2-baseline.png", "study-3-response.png", "study-4-survival.png",
        "study-5-treatment.png",
    ),
}  # fmt: skip
PARTS = {
    "clinic": draw_clinic,
    "first-day": draw_first_day,
    "visit": draw_visit,
    "treatment": draw_treatment,
    "morning": draw_morning,
    "tasks": draw_tasks,
    "handover": draw_handover,
    "study": draw_study,
}


def draw_part(part: str, folder: Path) -> None:
    """One part. Raises RuntimeError where it draws other pictures than DRAWN says."""
    begun = time.time_ns()
    PARTS[part](folder)
    made = {path.name for path in folder.iterdir() if path.stat().st_mtime_ns >= begun}
    if made != set(DRAWN[part]):
        raise RuntimeError(f"{part} drew others than DRAWN says: {', '.join(sorted(made ^ set(DRAWN[part])))}")


def main(words: list[str]) -> int:
    """0 when every picture was written."""
    parts = [word for word in words if word in PARTS] or list(PARTS)
    folders = [word for word in words if word not in PARTS]
    folder = Path(folders[0]) if folders else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        for part in parts:
            draw_part(part, folder)
    except RuntimeError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
