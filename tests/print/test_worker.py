"""The process that makes pages: warm, alone with its fonts, and able to die without taking anything with it."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import wait
from dataclasses import replace
from pathlib import Path

import pytest

from regimen.errors import Refused
from tests.print.examples import request
from tests.print.staff_examples import staff_request
from treatment_calendar.paper import worker as worker_module
from treatment_calendar.paper.patient_calendar import patient_calendar
from treatment_calendar.paper.staff_sheet import staff_sheet
from treatment_calendar.paper.worker import PaperWorker, WorkerDied, WorkerFailed

LONG = 60


@pytest.fixture(scope="module")
def worker() -> Iterator[PaperWorker]:
    made = PaperWorker()
    yield made
    made.close()


def test_it_answers_the_very_bytes_the_page_functions_make(worker: PaperWorker) -> None:
    calendar, staff = worker.submit("calendar", request()), worker.submit("staff_sheet", staff_request())
    assert calendar.result(LONG) == patient_calendar(request())
    assert staff.result(LONG) == staff_sheet(staff_request())


def test_warm_it_runs_in_another_process_without_screen_store_or_tables(worker: PaperWorker) -> None:
    ready = worker.warm().result(LONG)
    assert ready.process not in (os.getpid(), 0)
    assert ready.foreign == ()


def test_asking_does_not_load_the_page_maker_into_the_asking_process(project_folder: Path) -> None:
    code = (
        "import sys; sys.path[:0] = ['.', 'calendar']\n"
        "from treatment_calendar.paper.worker import PaperWorker\n"
        "bad = [n for n in sys.modules if n.split('.')[0] in ('reportlab', 'PIL', 'PySide6', 'pandas', 'sqlalchemy')]\n"
        "sys.exit(', '.join(bad) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=project_folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_a_person_can_put_right_comes_back_as_a_refusal(worker: PaperWorker) -> None:
    with pytest.raises(Refused, match="no wording"):
        worker.submit("calendar", request(language="xx")).result(LONG)


def test_our_bug_comes_back_without_the_patient_s_name(worker: PaperWorker) -> None:
    broken = replace(request(), course=None)  # type: ignore[arg-type]
    with pytest.raises(WorkerFailed) as failed:
        worker.submit("calendar", broken).result(LONG)
    assert "AttributeError" in str(failed.value) and "Patient" not in str(failed.value)
    assert worker.submit("calendar", request()).result(LONG).startswith(b"%PDF")


def until(true: Callable[[], bool]) -> None:
    """Wait for something another thread does, for at most half a minute."""
    pause = threading.Event()
    for _ in range(3000):
        if true():
            return
        pause.wait(0.01)
    raise AssertionError("it did not come")


@pytest.mark.skipif(os.name != "posix", reason="ends the worker by a signal")
def test_a_worker_that_dies_in_a_job_is_an_error_and_the_next_job_starts_another() -> None:
    made = PaperWorker()
    try:
        first = made.warm().result(LONG).process
        os.kill(first, signal.SIGSTOP)
        job = made.submit("calendar", request())
        until(made.is_drawing)  # before that, nobody has the job yet, and another worker would take it
        os.kill(first, signal.SIGKILL)
        with pytest.raises(WorkerDied):
            job.result(LONG)
        assert made.submit("calendar", request()).result(LONG).startswith(b"%PDF")
        assert made.process_id not in (None, first)
    finally:
        made.close()


@pytest.mark.skipif(os.name != "posix", reason="stops the worker by a signal")
def test_a_job_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    made = PaperWorker(longest_seconds=LONG)
    try:
        os.kill(made.warm().result(LONG).process, signal.SIGSTOP)
        with monkeypatch.context() as impatient, pytest.raises(WorkerDied):
            impatient.setattr(made, "_longest", 0.5)
            made.submit("calendar", request()).result(LONG)
        assert made.submit("calendar", request()).result(LONG).startswith(b"%PDF")
    finally:
        made.close()


def test_closing_ends_the_process_and_refuses_later_jobs() -> None:
    made = PaperWorker()
    process = made.warm().result(LONG).process
    made.close()
    assert made.process_id is None
    if os.name == "posix":
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
    with pytest.raises(WorkerDied):
        made.submit("calendar", request()).result(LONG)


def test_jobs_waiting_when_the_program_closes_are_never_left_hanging() -> None:
    made = PaperWorker()
    jobs = [made.submit("calendar", request()) for _ in range(5)]
    made.close()
    assert not wait(jobs, timeout=LONG).not_done


def test_it_is_spawned_and_never_forked() -> None:
    text = Path(worker_module.__file__).read_text(encoding="utf-8")
    assert 'get_context("spawn")' in text and "fork" not in text.replace("never forked", "")
