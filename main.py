"""The program's one entrance: the window, or with a command's name the command line.

It maps a name to its module and imports that one alone, so that a dose on the command line loads no window and no
store.
"""

import importlib
import os
import sys
from pathlib import Path
from types import TracebackType

COMMANDS = {
    "dose": "regimen.commands",
    "advise": "regimen.commands",
    "calc": "regimen.commands",
    "selftest": "treatment_calendar.selftest_commands",
    "grade": "regimen.commands",
    "ctcae": "records.grading_commands",
    "plan": "treatment_calendar.commands",
    "calendar": "treatment_calendar.commands",
    "respond": "outcomes.commands",
    "database": "records.commands",
    "outcomes": "outcomes.commands",
    "downtime": "gui.clinic.commands",
    "handover": "records.handover_commands",
}
USAGE = """capox-planner              open the window (--demo: the demo clinic; --help: its other options)

capox dose CASE.json       every dose of one cycle with its proof and alerts
capox advise COURSE.json   what events and blood tests mean for the next doses
capox calc NAME key=value  the small calculators: bsa, weights, crcl, egfr, tablets, capecitabine, infusion, ...
capox selftest             run the worked examples inside the regimen files (-o FILE.pdf)
capox grade LABS.json      CTCAE grades of laboratory results
capox ctcae load|show|list NCI's workbook of the CTCAE: check and keep it, look a term up, what is in use
capox plan CASE.json       the dated course of a case
capox respond LESIONS.json tumour response by RECIST 1.1 and iRECIST
capox outcomes COHORT.csv  response rates, curves and adverse events of a cohort
capox database COMMAND     where, upgrade, check, backup, restore, verify-audit, export, import of the records
capox calendar CASE.json   print the patient's calendar (-o FILE.pdf)
capox downtime --out DIR   the days to come on paper, to work without the program
capox handover COMMAND     write, check, take: a running course as one signed file for another hospital

Each command tells its options with --help; - reads the case from standard input, --json answers as JSON.
"""
DONE, FAILED, WRONG_ARGUMENTS = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Run the window or a command. Returns the exit status: 0 done, 1 refused, 2 wrong arguments."""
    if getattr(sys, "frozen", False):  # in the bundle the program's own file also starts its working processes
        import multiprocessing

        multiprocessing.freeze_support()
    words = sys.argv[1:] if arguments is None else arguments
    _add_calendar_room()
    if words[:1] in (["-h"], ["--help"]):
        sys.stdout.write(f"{USAGE}\nThe window:\n\n")  # the window adds its own options and ends
    if not words or words[0].startswith("-"):
        from gui.app import main as open_window

        return open_window(words)
    if words[0] not in COMMANDS:
        sys.stderr.write(f"capox: '{words[0]}' is no command.\n\n{USAGE}")
        return WRONG_ARGUMENTS
    return _run_command(words[0], words[1:])


def _add_calendar_room() -> None:
    """`calendar/` holds the package treatment_calendar. Second in the path: the program's folder stays first."""
    room = Path(__file__).resolve().parent / "calendar"
    if room.is_dir() and str(room) not in sys.path:
        sys.path.insert(1, str(room))


def _run_command(name: str, arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.excepthook = _tell_of_a_bug
    try:
        status = importlib.import_module(COMMANDS[name]).COMMANDS[name](arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return FAILED
    return int(status)


def _tell_of_a_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """One line in the place of a traceback, which could show a patient's data; CAPOX_TRACEBACK=1 brings it back."""
    if os.environ.get("CAPOX_TRACEBACK"):
        sys.__excepthook__(kind, error, trace)
        return
    place = ""
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f"{Path(code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    sys.stderr.write(
        f"capox: an error of the program ({kind.__name__} at {place}); please report it. Nothing was done.\n"
    )


if __name__ == "__main__":
    sys.exit(main())
