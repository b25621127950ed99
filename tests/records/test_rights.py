"""Every action and every role: what a role may do is decided where it is done, for all deeds there are."""

import ast
import inspect
import re
import textwrap
import typing
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args
from uuid import UUID, uuid4

import pytest

import records.deeds
from records.actions import Actions
from records.errors import NotAllowed, RecordError
from records.people.permissions import IN_EMERGENCY, MANAGING, ROLES, may
from records.people.seat import Seat
from records.store import Deed
from records.values.accounts import Emergency, SignedIn
from records.values.core import Person, Role, SiteSettings
from records.values.visits import DecisionEntry, DispensedEntry, GradeOn
from tests.records import examples
from tests.records.account_examples import NAMES, hash_quickly

ALL_ROLES: tuple[Role, ...] = get_args(Role)
#: Done by nobody in particular, or only by oneself with the password: they name their author themselves.
OF_ONESELF = {
    "add person", "add first person", "open first account", "sign in", "refuse sign-in", "prove identity", "sign out",
    "change password",
}  # fmt: skip


class Reached(Exception):
    """The deed was let through to where it would change something."""


def sit(actions: Actions, person: Person, **about: Any) -> None:
    """Somebody signed in, without a password."""
    seat = actions._thread.seat
    seat.stand()
    seat.sit(SignedIn(uuid4(), person, person.role, datetime.now(UTC), **about))


@pytest.fixture
def everybody(actions: Actions, monkeypatch: pytest.MonkeyPatch) -> dict[str, Person]:
    """One person of each role in records to which people sign in; the administrator opened the first account."""
    hash_quickly(monkeypatch)
    people = {role: actions.add_person(NAMES[role], role).result() for role in ALL_ROLES}
    actions.open_first_account(people["administrator"], "adam", "two magpies on a wire").result()
    return people


def attempt(actions: Actions, action: str, by: Person) -> str:
    """A deed of that action straight at the store, past every method of the door."""

    def do(_session: object) -> UUID:
        raise Reached

    def load(_session: object, _id: UUID) -> None:
        return None

    deed = Deed(action, uuid4(), by.id, do, load)
    try:
        actions._thread.write(lambda: deed).result()
    except Reached:
        return "done"
    except NotAllowed as refusal:
        return "refused" if "not for the role" in str(refusal) else str(refusal)
    raise AssertionError("a deed neither done nor refused")


def test_every_action_is_for_its_roles_and_for_no_other(actions: Actions, everybody: dict[str, Person]) -> None:
    wrong = []
    for role, person in everybody.items():
        sit(actions, person)
        for action, roles in ROLES.items():
            expected = "done" if role in roles else "refused"
            if attempt(actions, action, person) != expected:
                wrong.append((action, role))
    assert wrong == []


def test_no_action_at_all_in_the_name_of_somebody_not_signed_in(actions: Actions, everybody: dict[str, Person]) -> None:
    nurse, others = everybody["nurse"], [person for role, person in everybody.items() if role != "nurse"]
    sit(actions, nurse)
    reached = [(action, p.role) for action in ROLES for p in others if attempt(actions, action, p) == "done"]
    actions._thread.seat.stand()
    reached += [(action, p.role) for action in ROLES for p in others if attempt(actions, action, p) == "done"]
    assert reached == []


def test_an_emergency_widens_clinical_rights_and_nothing_else(actions: Actions, everybody: dict[str, Person]) -> None:
    now = datetime.now(UTC)
    for role, person in everybody.items():
        emergency = Emergency(uuid4(), person, "alone", now, now.replace(year=now.year + 1))
        sit(actions, person, emergency=emergency)
        done = {action for action in ROLES if attempt(actions, action, person) == "done"}
        own = {action for action, roles in ROLES.items() if role in roles}
        assert done == (own if role == "administrator" else own | IN_EMERGENCY)
    assert not IN_EMERGENCY & MANAGING


def test_an_administrator_has_no_clinical_right() -> None:
    theirs = {action for action in ROLES if may(action, "administrator", manages=True)}
    assert theirs - OF_ONESELF - MANAGING == {
        "save settings", "mark as demo", "load grading criteria", "stop grading criteria", "notice restore",
    } & theirs  # fmt: skip


class Recorder:
    """In the place of the store thread: makes each deed and keeps it; does nothing and says so at once."""

    def __init__(self) -> None:
        self.made: list[Deed[Any]] = []
        self.seat = Seat()

    def write(self, make: Callable[[], Deed[Any]]) -> "Future[Any]":
        self.made.append(make())
        answer: Future[Any] = Future()
        answer.set_exception(Reached())
        return answer

    def keychain_used(self) -> bool:
        return False


def asked_of(actions: Actions, name: str, by: Person) -> "Future[Any]":
    """A method of the door, called with values that make sense by their types."""
    method = getattr(actions, name)
    wanted = inspect.signature(method).parameters
    try:
        kinds = typing.get_type_hints(inspect.unwrap(method), vars(inspect.getmodule(method)) | KNOWN)
    except NameError as error:
        raise LookupError(f"{name}: {error}") from error
    return method(**{  # type: ignore[no-any-return]
        key: by if key == "by" else BY_NAME.get(key) or sample(kinds[key])
        for key, parameter in wanted.items()
        if parameter.default is inspect.Parameter.empty
    })  # fmt: skip


def sample(kind: Any) -> Any:
    """A value of a type."""
    for known, value in SAMPLES.items():
        if kind is known:
            return value
    if args := get_args(kind):
        if typing.get_origin(kind) is typing.Literal:
            return args[0]
        if typing.get_origin(kind) in (Mapping, dict):
            return {}
        if type(None) in args:
            return None
        if typing.get_origin(kind) in (tuple, Sequence):
            return ()
    found = getattr(kind, "__name__", "")
    if found in EXAMPLES:
        return EXAMPLES[found]
    raise LookupError(f"no example of {kind}; add one to EXAMPLES")


SAMPLES: dict[Any, Any] = {
    UUID: uuid4(), str: "some words", int: 1, date: date(2026, 3, 2), Decimal: Decimal(58), bool: False,
    Path: Path("a"),
}  # fmt: skip
KNOWN = {"Person": Person}
EXAMPLES: dict[str, Any] = {
    "PatientEntry": examples.ENTRY, "VisitEntry": examples.VISIT, "AdverseEventEntry": examples.EVENT,
    "CourseEntry": examples.course_entry(),
    "SiteSettings": SiteSettings(),
    "GradeOn": GradeOn(2, date(2026, 3, 2)),
    "DecisionEntry": DecisionEntry(
        2, "capecitabine", "accept", '{"rule": "r"}', ("r",), (uuid4(),), reason_code="diarrhoea"
    ),
    "DispensedEntry": DispensedEntry(
        1, "capecitabine", Decimal(500), 84, date(2026, 3, 2), 1, "B7731", date(2027, 4, 30)
    ),
    "Person": Person(uuid4(), "Somebody Else", "nurse"),
}  # fmt: skip
#: Where any text would be refused before anybody asks who does it.
BY_NAME: dict[str, Any] = {
    "shift": "all", "role": "nurse", "kind": "weight_kg", "password": "two magpies on a wire",
    "status": "completed", "paper": "a4", "sha256": "ab" * 32,
}  # fmt: skip


def methods_with_author() -> list[str]:
    """Every method of the door that does something in somebody's name."""
    return sorted(
        name
        for name, method in inspect.getmembers(Actions, inspect.isfunction)
        if not name.startswith("_") and "by" in inspect.signature(method).parameters
    )


def action_of(name: str) -> str | None:
    """Which action a method's deed has, seen by making it and not doing it. None: it cannot be made from samples."""
    recorder = Recorder()
    actions = Actions(typing.cast(Any, recorder))
    try:
        asked_of(actions, name, Person(uuid4(), "Somebody", "nurse"))
    except (LookupError, RecordError, NotAllowed):
        return None
    return recorder.made[0].action if recorder.made else None


def deeds_behind(name: str) -> set[str]:
    """The actions of the deeds in the modules of deeds that a method calls, by their source."""
    found: set[str] = set()
    folder = Path(records.deeds.__path__[0])
    for call in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(getattr(Actions, name))))):
        if isinstance(call, ast.Attribute) and isinstance(call.value, ast.Name):
            module = folder / f"{call.value.id}.py"
            if module.is_file():
                found |= set(re.findall(r'\bDeed\(\s*"([^"]+)"', module.read_text(encoding="utf-8")))
    return found


#: Methods that look at a password, an import or an entry before a deed is made; each is done for real elsewhere.
MADE_ELSEWHERE = {
    "add_member": "add member", "set_password": "set password", "break_glass": "break glass",
    "end_break_glass": "end break-glass", "open_first_account": "open first account",
}  # fmt: skip


def test_every_method_of_the_door_is_refused_to_every_role_it_is_not_for(
    actions: Actions, everybody: dict[str, Person]
) -> None:
    names = methods_with_author()
    assert len(names) > 35
    found = {name: action_of(name) or MADE_ELSEWHERE.get(name) for name in names}
    known = {name: action for name, action in found.items() if action is not None}
    assert len(known) > 35
    for name in set(names) - set(known):  # no sample can be made of what it is given: then by its source
        assert deeds_behind(name) and deeds_behind(name) <= set(ROLES), name
    let_in = []
    for name, action in known.items():
        assert action in ROLES, name
        for role, person in everybody.items():
            if role in ROLES[action] or name in MADE_ELSEWHERE:
                continue
            sit(actions, person)
            refusal = asked_of(actions, name, person).exception()
            if not isinstance(refusal, NotAllowed) or "not for the role" not in str(refusal):
                let_in.append((name, role, refusal))
    assert let_in == []


def test_what_is_read_of_patients_is_read_by_those_who_treat_them(
    actions: Actions, everybody: dict[str, Person]
) -> None:
    looks = {
        "workspace": (uuid4(),), "history": (uuid4(),), "worklist": (date(2026, 3, 2),), "next_revision": (uuid4(),),
    }  # fmt: skip
    for role, person in everybody.items():
        sit(actions, person)
        for name, given in looks.items():
            refusal = getattr(actions, name)(*given).exception()
            assert ("not for the role" in str(refusal)) == (role == "administrator"), (role, name, refusal)


def test_a_role_that_is_none_may_nothing() -> None:
    assert not [action for action in ROLES if may(action, "visitor", emergency=True)]


def test_the_table_of_roles_in_the_documents_is_that_of_the_program(project_folder: Path) -> None:
    text = (project_folder / "docs" / "roles.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| action")]
    said = {
        cells[0]: {role for role, cell in zip(ALL_ROLES, cells[1:], strict=True) if cell == "yes"}
        for cells in ([cell.strip() for cell in row.strip("|").split("|")] for row in rows)
    }
    assert said == {action: set(roles) for action, roles in ROLES.items()}
