"""The chapters of the manual, read from docs/, and which one tells of the page somebody looks at."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"

#: In the order of the list: file below docs/. The first is shown where no page has a chapter of its own.
FILES = (
    "manual/README.md",
    "first-day.md",
    "manual/patients.md",
    "manual/dose.md",
    "manual/supportive.md",
    "manual/second-check.md",
    "manual/plan.md",
    "manual/calendar.md",
    "manual/chair.md",
    "manual/visit.md",
    "manual/labs.md",
    "manual/response.md",
    "manual/clinic.md",
    "manual/handover.md",
    "manual/outcomes.md",
    "study.md",
    "regimen-files.md",
    "manual/settings.md",
    "manual/care-of-records.md",
    "roles.md",
    "printing.md",
    "exchange.md",
    "alerts.md",
    "manual/accessibility.md",
    "manual/keys.md",
    "manual/not.md",
)
#: Chapters of docs/manual that are not named above stand in front of these.
LAST = ("manual/keys.md", "manual/not.md")
#: Page of the window, or `workspace:` and what stands in front of a patient -> chapter.
CHAPTER_OF = {
    "today": "manual/clinic.md",
    "clinic": "manual/clinic.md",
    "patients": "manual/patients.md",
    "patient_form": "manual/patients.md",
    "setup": "first-day.md",
    "regimens": "regimen-files.md",
    "outcomes": "manual/outcomes.md",
    "settings": "manual/settings.md",
    "people": "manual/care-of-records.md",
    "person_history": "manual/care-of-records.md",
    "account": "roles.md",
    "export": "exchange.md",
    "import": "exchange.md",
    "handover_give": "manual/handover.md",
    "handover_take": "manual/handover.md",
    "workspace:begin": "manual/patients.md",
    "workspace:plan": "manual/plan.md",
    "workspace:move": "manual/plan.md",
    "workspace:dose": "manual/dose.md",
    "workspace:check": "manual/second-check.md",
    "workspace:checklist": "first-day.md",
    "workspace:visit": "manual/visit.md",
    "workspace:response": "manual/response.md",
    "workspace:trends": "manual/visit.md",
    "workspace:calendar": "manual/calendar.md",
    "workspace:chair": "manual/chair.md",
    "workspace:history": "manual/care-of-records.md",
}


class Chapter(NamedTuple):
    """One file of the manual and its first heading."""

    file: str
    title: str


@cache
def chapters() -> tuple[Chapter, ...]:
    """Every chapter that is there; none where the program was installed without its manual."""
    found = []
    for name in (*(name for name in FILES if name not in LAST), *_further(), *LAST):
        path = DOCS / name
        if path.is_file():
            first = path.read_text(encoding="utf-8").partition("\n")[0]
            found.append(Chapter(name, first.lstrip("# ").strip()))
    return tuple(found)


def chapter_of(page: str) -> str:
    """The chapter that tells of a page; "" where there is no manual."""
    there = [chapter.file for chapter in chapters()]
    wanted = CHAPTER_OF.get(page, FILES[0])
    return wanted if wanted in there else (there[0] if there else "")


def _further() -> list[str]:
    """Chapters in docs/manual that FILES does not name."""
    return sorted(name for path in (DOCS / "manual").glob("*.md") if (name := f"manual/{path.name}") not in FILES)
