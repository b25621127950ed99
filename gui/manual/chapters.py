"""The chapters of the manual, read from docs/, and which one tells of the page somebody looks at."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"

#: In the order of the list: file below docs/. The first is shown where no page has a chapter of its own.
FILES = (
    "manual/README.md",
    "first-day.md",
    "manual/second-check.md",
    "manual/chair.md",
    "manual/visit.md",
    "manual/response.md",
    "manual/clinic.md",
    "manual/outcomes.md",
    "study.md",
    "regimen-files.md",
    "roles.md",
    "printing.md",
    "exchange.md",
    "alerts.md",
    "manual/keys.md",
    "manual/not.md",
)
#: Page of the window, or `workspace:` and page of a patient -> chapter.
CHAPTER_OF = {
    "today": "manual/clinic.md",
    "clinic": "manual/clinic.md",
    "patients": "first-day.md",
    "patient_form": "first-day.md",
    "setup": "first-day.md",
    "regimens": "regimen-files.md",
    "outcomes": "manual/outcomes.md",
    "people": "roles.md",
    "account": "roles.md",
    "export": "exchange.md",
    "import": "exchange.md",
    "workspace:dose": "first-day.md",
    "workspace:plan": "first-day.md",
    "workspace:checklist": "first-day.md",
    "workspace:calendar": "printing.md",
    "workspace:chair": "manual/chair.md",
    "workspace:visit": "manual/visit.md",
    "workspace:response": "manual/response.md",
}


class Chapter(NamedTuple):
    """One file of the manual and its first heading."""

    file: str
    title: str


@cache
def chapters() -> tuple[Chapter, ...]:
    """Every chapter that is there; none where the program was installed without its manual."""
    found = []
    for name in FILES:
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
