"""While records can only be read, whatever would store something is off: nobody who asks them to is forgotten."""

import ast
from collections.abc import Iterator
from pathlib import Path

from gui.shell.reading_only import WRITES, WRITING

#: Who asks the records to store something -> the page or button this is reached by, switched off by its name.
REACHED_BY = {
    "chair/chair_page.py": "chair_page", "chair/infusion_card.py": "chair_page",
    "checklist/checklist_page.py": "checklist_page", "course/begin_page.py": "begin_page",
    "dose/dispensing_card.py": "dose_page", "dose/draft_keeper.py": "dose_page", "dose/given.py": "dose_page",
    "dose/release_card.py": "dose_page", "dose/signing.py": "dose_page", "exchange/import_storing.py": "import_page",
    "handover/give_page.py": "give_page", "handover/keys_card.py": "take_page",
    "handover/take_page.py": "take_page",
    "patients/patient_form.py": "patient_form", "people/account_page.py": "account_page",
    "people/member_card.py": "people_page", "people/people_page.py": "people_page", "plan/changes.py": "plan_page",
    "plan/restart_card.py": "plan_page", "regimens/copy_form.py": "regimen_copy",
    "regimens/own_file_panel.py": "own_file", "response/disease_part.py": "response_page",
    "response/response_page.py": "response_page", "response/scan_keeper.py": "response_page",
    "second_check/check_page.py": "second_check_page", "second_check/second_person.py": "second_check_page",
    "settings/grading_card.py": "settings_page", "settings/settings.py": "settings_page",
    "setup/first_run.py": "first_run", "visit/lab_import.py": "visit_page", "visit/visit_deciding.py": "visit_page",
    "visit/visit_keeper.py": "visit_page", "visit/visit_page.py": "visit_page", "visit/visit_steps.py": "visit_page",
}  # fmt: skip
#: Those who look at `session.reading_only` themselves, and those who store nothing then by their nature.
OTHERWISE = {
    "calendar_page/calendar_page.py": "prints all the same, and leaves no entry",
    "dose/label_printing.py": "prints all the same, and leaves no entry",
    "worklist/day_print.py": "prints all the same, and leaves no entry",
    "clinic/batch.py": "gui/clinic/printing_bar.py switches its buttons off and says why",
    "clinic/running.py": "gui/clinic/printing_bar.py switches its buttons off and says why",
    "outcomes/nameless.py": "gui/outcomes/cohort_view.py marks its button",
    "patients/form_draft.py": "the fields it keeps are read-only",
    "shell/restore_watch.py": "says it, and leaves the entry to whoever can write",
    "sign_in/door.py": "signing out leaves no entry then",
    "sign_in/sign_in_page.py": "signing in asks for the password and leaves no entry",
}


def stored_by(project_folder: Path) -> set[str]:
    """Methods of the door to the records that write."""
    found: set[str] = set()
    folder = project_folder / "records"
    for file in (folder / "actions.py", *(folder / "doors").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                found |= {
                    method.name for method in node.body
                    if isinstance(method, ast.FunctionDef) and not method.name.startswith("_") and writes(method)
                }  # fmt: skip
    return found


def writes(method: ast.FunctionDef) -> bool:
    """Whether it hands a deed to the store."""
    return any(isinstance(node, ast.Attribute) and node.attr == "write" for node in ast.walk(method))


def asked(text: str, methods: set[str]) -> Iterator[str]:
    """Methods that are taken from `actions`, however it is held."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute) and node.attr in methods:
            held = node.value
            name = held.attr if isinstance(held, ast.Attribute) else held.id if isinstance(held, ast.Name) else ""
            if name.strip("_") == "actions":
                yield node.attr


def test_whoever_asks_the_records_to_store_something_is_known_to_be_off(project_folder: Path) -> None:
    methods, folder = stored_by(project_folder), project_folder / "gui"
    assert {"sign_order", "measure", "add_patient", "export_with_names"} <= methods
    storing = {}
    for file in sorted(folder.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        if (found := set(asked(text, methods))) and "stores(" not in text:
            storing[file.relative_to(folder).as_posix()] = found
    assert {name: found for name, found in storing.items() if name not in REACHED_BY | OTHERWISE} == {}
    there = {name for name in REACHED_BY | OTHERWISE if (folder / name).is_file()}
    assert there - storing.keys() == set(), "no longer so: take it out"


def test_every_name_that_is_switched_off_is_one_that_is_given(project_folder: Path) -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in (project_folder / "gui").rglob("*.py")
                   if file.name != "reading_only.py")  # fmt: skip
    assert set(REACHED_BY.values()) <= WRITING
    assert {name for name in WRITING | WRITES if f'"{name}"' not in text} == set()


def test_a_new_one_is_noticed() -> None:
    text = "def go(self):\n    self._session.actions.measure(1)\n    actions.workspace(2)\n"
    assert list(asked(text, {"measure"})) == ["measure"]
