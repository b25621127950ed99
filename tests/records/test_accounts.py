"""People sign in: nobody does or reads anything in somebody else's name, and passwords are nowhere to be found."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from records.actions import Actions
from records.errors import NotAllowed, RecordError
from records.people import passwords
from records.people.accounts import SignInRefused
from records.people.sign_in_delay import delay_s, wait_s
from records.values.core import Role
from tests.records.account_examples import FIRST, NAMES, SECRET, add, begin, hash_quickly, signed_in
from tests.records.examples import ENTRY, Store


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    hash_quickly(monkeypatch)


def test_a_store_without_accounts_works_with_named_persons(store: Store) -> None:
    assert not store.actions.accounts().result().any
    assert store.patient().entry == ENTRY


def test_the_first_person_chooses_a_password_and_is_signed_in(actions: Actions) -> None:
    signed = begin(actions, "pharmacist")
    assert (signed.person.name, signed.manages, signed.must_change) == ("Priya Raman", True, False)
    assert actions.signed_in == signed
    assert actions.accounts().result().any
    with pytest.raises(NotAllowed, match="accounts here already"):
        begin(actions, "nurse")


def test_a_named_person_of_old_records_opens_the_first_account_administrators_first(actions: Actions) -> None:
    nurse = actions.add_person("Tomás Ferreira", "nurse").result()
    admin = actions.add_person("Adam Okafor", "administrator").result()
    assert actions.accounts().result().may_begin == (admin,)
    with pytest.raises(NotAllowed, match="the first account is theirs"):
        actions.open_first_account(nurse, "tomas", SECRET).result()
    assert actions.open_first_account(admin, "adam", SECRET).result().person == admin
    member = actions.set_password(admin, nurse, "tomas", FIRST.format("t")).result()
    assert (member.login, member.must_change) == ("tomas", True)


def test_the_demo_clinic_has_no_accounts(store: Store) -> None:
    store.actions.mark_demo(store.person).result()
    with pytest.raises(NotAllowed, match="no passwords"):
        store.actions.open_first_account(store.person, "priya", SECRET).result()


def test_nobody_does_or_reads_anything_unless_signed_in(actions: Actions) -> None:
    pharmacist = begin(actions, "pharmacist").person
    nurse = add(actions, pharmacist, "nurse")
    patient = actions.add_patient(pharmacist, uuid4(), ENTRY).result()
    with pytest.raises(NotAllowed, match="Another person is signed in"):
        actions.add_patient(nurse, uuid4(), ENTRY).result()
    actions.sign_out().result()
    for refused in (
        actions.add_patient(pharmacist, uuid4(), ENTRY),
        actions.workspace(patient.id),
        actions.history(patient.id),
        actions.members(),
        actions.check_audit(),
    ):
        with pytest.raises(NotAllowed, match="Nobody is signed in"):
            refused.result()
    with pytest.raises(NotAllowed, match="People are added by"):
        actions.add_person("Somebody New", "prescriber").result()


def test_a_locked_screen_does_nothing_until_the_password_is_typed(actions: Actions) -> None:
    person = begin(actions, "nurse").person
    actions.lock().result()
    assert actions.locked and not actions.may_see_patients()
    with pytest.raises(NotAllowed, match="locked"):
        actions.add_patient(person, uuid4(), ENTRY).result()
    with pytest.raises(SignInRefused):
        actions.unlock("something else entirely").result()
    actions.unlock(SECRET).result()
    assert actions.add_patient(person, uuid4(), ENTRY).result().entry == ENTRY


def test_what_was_asked_before_locking_is_still_done(actions: Actions) -> None:
    person = begin(actions, "nurse").person
    saving = actions.add_patient(person, uuid4(), ENTRY)
    actions.lock()
    assert saving.result().entry == ENTRY


def test_a_first_password_must_be_changed_before_anything_else(actions: Actions) -> None:
    admin = begin(actions).person
    first = FIRST.format("n")
    nurse = actions.add_member(admin, NAMES["nurse"], "nurse", "tomas", first).result().person
    assert actions.sign_in("tomas", first).result().must_change
    with pytest.raises(NotAllowed, match="password of your own"):
        actions.add_patient(nurse, uuid4(), ENTRY).result()
    with pytest.raises(RecordError, match="is the old one"):
        actions.change_password(first, first).result()
    assert not actions.change_password(first, SECRET).result().must_change
    assert actions.add_patient(nurse, uuid4(), ENTRY).result().entry == ENTRY


def test_wrong_passwords_wait_longer_each_time_and_never_for_good(actions: Actions) -> None:
    begin(actions)
    seat = actions._thread.seat
    now = datetime.now(UTC)
    seat.clock = lambda: now
    for _ in range(4):
        with pytest.raises(SignInRefused):
            actions.sign_in("administrator", "not this one at all").result()
    with pytest.raises(SignInRefused, match="Please wait") as early:
        actions.sign_in("administrator", SECRET).result()
    assert early.value.wait_s in (2, 3)  # the store's own moment of the mistake is a little later than the clock here
    now += timedelta(seconds=61)
    assert actions.sign_in("administrator", SECRET).result().login == "administrator"
    assert actions.members().result()[0].failures == 0


def test_mistakes_are_counted_in_the_store_so_that_another_run_knows(target: str) -> None:
    first = Actions.open(target)
    begin(first)
    for _ in range(5):
        first._thread.seat._tries.clear()  # as on five workstations
        with pytest.raises(SignInRefused):
            first.sign_in("administrator", "not this one at all").result()
        first._thread.seat.clock = lambda: datetime.now(UTC) + timedelta(minutes=5)
    first.close()
    again = Actions.open(target)
    with pytest.raises(SignInRefused, match="Please wait"):
        again.sign_in("administrator", SECRET).result()
    again.close()


@pytest.mark.parametrize(("failures", "wait"), [(0, 0), (3, 0), (4, 2), (6, 8), (8, 32), (9, 60), (10_000, 60)])
def test_the_delay_grows_to_a_minute(failures: int, wait: int) -> None:
    now = datetime.now(UTC)
    assert delay_s(failures) == wait
    assert wait_s(failures, now, now) == wait
    assert wait_s(failures, now + timedelta(days=400), now) == wait  # the clock was set back


def test_an_unknown_login_is_refused_in_the_same_words_after_the_same_work(
    actions: Actions, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(actions)
    worked: list[str] = []
    monkeypatch.setattr(passwords, "matches", lambda encoded, _password: worked.append(encoded) is not None)
    said = []
    for login in ("administrator", "nobody", "", "'; DROP TABLE account; --", "x" * 100_000):
        with pytest.raises(SignInRefused) as refused:
            actions.sign_in(login, "not this one at all").result()
        said.append(str(refused.value))
    assert len(set(said)) == 1 and len(worked) == 5
    assert all(encoded.startswith("$argon2id$") for encoded in worked)
    for _ in range(3):
        with pytest.raises(SignInRefused):
            actions.sign_in("nobody", "not this one at all").result()
    with pytest.raises(SignInRefused, match="Please wait"):
        actions.sign_in("nobody", "not this one at all").result()


def test_a_password_or_its_hash_stands_in_no_audit_entry_and_no_log(
    actions: Actions, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    first = begin(actions, "pharmacist").person
    add(actions, first, "nurse")
    store = Store(actions, first)
    hashes = [row[0] for row in store.sql("SELECT password_hash FROM account")]
    trail = "\n".join(row[0] for row in store.sql("SELECT content FROM audit"))
    assert len(hashes) == 2
    for secret in (SECRET, FIRST.format("nurse"), *hashes, "argon2id"):
        assert secret not in trail
        assert secret not in caplog.text
    assert actions.check_audit().result().findings == ()


def test_a_hash_put_in_past_the_program_is_found(actions: Actions) -> None:
    store = Store(actions, begin(actions, "pharmacist").person)
    store.sql("UPDATE account SET password_hash = :made", made=passwords.hash_password("known to the intruder"))
    assert any("account" in found for found in actions.check_audit().result().findings)


def test_a_weaker_hash_is_made_anew_at_the_next_sign_in(actions: Actions, monkeypatch: pytest.MonkeyPatch) -> None:
    from argon2 import PasswordHasher

    store = Store(actions, begin(actions, "pharmacist").person)
    ((before,),) = store.sql("SELECT password_hash FROM account")
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    actions.sign_in("pharmacist", SECRET).result()
    ((after,),) = store.sql("SELECT password_hash FROM account")
    assert "m=8,t=1" in before and "m=16,t=2" in after
    actions.sign_in("pharmacist", SECRET).result()


def test_the_default_work_is_that_of_the_rfc(monkeypatch: pytest.MonkeyPatch) -> None:
    from argon2 import PasswordHasher

    monkeypatch.setattr(passwords, "HASHER", PasswordHasher())
    assert "$argon2id$v=19$m=65536,t=3,p=4$" in passwords.hash_password(SECRET)


@pytest.mark.parametrize(
    "password",
    [
        "short", "12345678901", "123456789012", "aaaaaaaaaaaa", "abcabcabcabc", "Password-2026!", "qwertyuiop[]",
        "priya.raman12", "PriyaRaman2026", "passwordpassword", "capox planner 1", "zyxwvutsrqpo", "x" * 300,
        "with\x00zero in it",
    ],
)  # fmt: skip
def test_what_everybody_tries_first_is_refused(actions: Actions, password: str) -> None:
    with pytest.raises(RecordError) as refused:
        actions.add_first_person("Priya Raman", "pharmacist", "priya.raman", password).result()
    assert password not in str(refused.value)
    assert not actions.accounts().result().any


@pytest.mark.parametrize(
    "password",
    ["zwei Elstern auf Draht", "喜鹊站在电线上看着远处的山和水", "pässwörter sind müde", "9 lamps; 4 chairs"],
)
def test_any_long_password_is_taken_however_it_is_composed(actions: Actions, password: str) -> None:
    import unicodedata

    actions.add_first_person("Ann Lee", "nurse", "ann", unicodedata.normalize("NFD", password)).result()
    assert actions.sign_in("ANN", unicodedata.normalize("NFC", password)).result().login == "ann"


@pytest.mark.parametrize("login", ["", "   ", "!!!", "a\u202eb", "x" * 65, "a\nb"])
def test_a_login_that_nobody_could_type_is_refused(actions: Actions, login: str) -> None:
    with pytest.raises(RecordError):
        actions.add_first_person("Ann Lee", "nurse", login, SECRET).result()
    assert actions.people().result() == ()


def test_two_logins_that_look_alike_are_one(actions: Actions) -> None:
    admin = begin(actions).person
    actions.add_member(admin, "José Peña", "nurse", "José", FIRST.format("j")).result()
    with pytest.raises(RecordError, match="taken"):
        actions.add_member(admin, "Jose Pena", "pharmacist", "JOSE", FIRST.format("k")).result()


def test_roles_change_with_a_reason_by_somebody_else(actions: Actions) -> None:
    admin = begin(actions).person
    nurse = add(actions, admin, "nurse")
    with pytest.raises(NotAllowed, match="their own role"):
        actions.change_role(admin, admin.id, "prescriber", "I want to").result()
    with pytest.raises(RecordError, match="Reason"):
        actions.change_role(admin, nurse.id, "pharmacist", "").result()
    assert actions.change_role(admin, nurse.id, "pharmacist", "has qualified").result().person.role == "pharmacist"


def test_the_last_administrator_who_gets_in_is_never_lost(actions: Actions) -> None:
    admin = begin(actions).person
    other = add(actions, admin, "administrator", "Bea Stone", "bea")
    with signed_in(actions, "bea"):
        actions.let_go(other, admin.id, "moved away").result()
        with pytest.raises(NotAllowed, match="their own rights"):
            actions.let_go(other, other.id, "me too").result()
        actions.take_back(other, admin.id, "came back").result()
        assert actions.change_role(other, admin.id, "nurse", "wants to").result().person.role == "nurse"


def test_the_one_who_opened_the_accounts_looks_after_people_until_an_administrator_has_signed_in(
    actions: Actions,
) -> None:
    pharmacist = begin(actions, "pharmacist").person
    actions.add_member(pharmacist, NAMES["administrator"], "administrator", "adam", FIRST.format("a")).result()
    actions.add_member(pharmacist, NAMES["nurse"], "nurse", "tomas", FIRST.format("t")).result()
    actions.sign_in("adam", FIRST.format("a")).result()
    actions.change_password(FIRST.format("a"), SECRET).result()
    assert not actions.sign_in("pharmacist", SECRET).result().manages
    with pytest.raises(NotAllowed, match="needs an administrator"):
        actions.add_member(pharmacist, "Eve Moss", "nurse", "eve", FIRST.format("e")).result()


def test_somebody_let_go_cannot_sign_in_and_their_deeds_stay(actions: Actions) -> None:
    admin = begin(actions).person
    add(actions, admin, "nurse")
    with signed_in(actions, "nurse") as nurse:
        patient = actions.add_patient(nurse, uuid4(), ENTRY).result()
    actions.let_go(admin, nurse.id, "left").result()
    with pytest.raises(NotAllowed, match="no longer in use"):
        actions.sign_in("nurse", SECRET).result()
    add(actions, admin, "pharmacist")
    with signed_in(actions, "pharmacist"):
        assert actions.history(patient.id).result()[-1].by == NAMES["nurse"]


def test_somebody_let_go_elsewhere_while_signed_in_here_reads_and_does_nothing_more(actions: Actions) -> None:
    first = begin(actions, "pharmacist").person
    patient = actions.add_patient(first, uuid4(), ENTRY).result()
    store = Store(actions, first)
    store.sql("UPDATE person SET role = 'nurse' WHERE name = :who", who=first.name)
    with pytest.raises(NotAllowed, match="sign in again"):
        actions.workspace(patient.id).result()


def test_an_administrator_neither_treats_nor_reads_nor_changes_how_doses_are_made(actions: Actions) -> None:
    from dataclasses import replace

    admin = begin(actions).person
    first = actions.settings().result()
    actions.save_settings(admin, replace(first, practice="us", set_up=True), "set-up").result()
    kept = actions.settings().result()
    assert actions.save_settings(admin, replace(kept, lock_minutes=5), "").result().lock_minutes == 5
    with pytest.raises(NotAllowed, match="changed by those who treat"):
        actions.save_settings(admin, replace(kept, practice="eu"), "").result()
    with pytest.raises(NotAllowed, match="not for the role administrator"):
        actions.worklist(datetime.now(UTC).date()).result()
    assert not actions.may_see_patients()


def test_a_second_person_proves_who_they_are_for_one_deed_only(actions: Actions) -> None:
    from records.deeds import patients

    pharmacist = begin(actions, "pharmacist").person
    nurse = add(actions, pharmacist, "nurse")
    proof = actions.prove("nurse", SECRET, "add patient").result()
    assert (proof.person, proof.purpose) == (nurse, "add patient")

    def deed(key: object, token: object) -> object:
        from dataclasses import replace

        made = patients.add_patient(key, nurse.id, ENTRY)  # type: ignore[arg-type]
        return replace(made, proof=token)  # type: ignore[arg-type]

    key = uuid4()
    write = actions._thread.write
    with pytest.raises(NotAllowed, match="second person"):
        write(lambda: deed(uuid4(), uuid4())).result()  # type: ignore[arg-type, return-value]
    assert write(lambda: deed(key, proof.token)).result() is not None  # type: ignore[arg-type, return-value]
    with pytest.raises(NotAllowed, match="second person"):
        write(lambda: deed(uuid4(), proof.token)).result()  # type: ignore[arg-type, return-value]
    assert actions.signed_in is not None and actions.signed_in.person == pharmacist
    late = actions.prove("nurse", SECRET, "add patient").result()
    actions._thread.seat.clock = lambda: datetime.now(UTC) + timedelta(seconds=121)
    with pytest.raises(NotAllowed, match="typed too long ago"):
        write(lambda: deed(uuid4(), late.token)).result()  # type: ignore[arg-type, return-value]


def test_emergency_rights_are_taken_with_reason_and_password_marked_and_reported(actions: Actions) -> None:
    nurse = begin(actions, "nurse").person
    with pytest.raises(SignInRefused):
        actions.break_glass(nurse, "not this one at all", "nobody there").result()
    with pytest.raises(RecordError, match="Reason"):
        actions.break_glass(nurse, SECRET, "  ").result()
    taken = actions.break_glass(nurse, SECRET, "no pharmacist can be reached").result()
    assert taken.emergency is not None and actions.emergency() == taken.emergency
    patient = actions.add_patient(nurse, uuid4(), ENTRY).result()
    assert actions.end_break_glass(nurse).result().emergency is None
    actions.measure(nurse, uuid4(), patient.id, "weight_kg", Decimal("58.0"), date(2026, 3, 2)).result()
    (reported,) = actions.emergencies().result()
    assert (reported.reason, reported.person) == ("no pharmacist can be reached", nurse)
    said = [(action, about) for _at, action, about in reported.deeds]
    assert said[0] == ("add patient", patient.id)
    assert "measure" not in dict(said)
    roles = {line.action: line.role for line in actions.history(patient.id).result()}
    assert roles == {"add patient": "nurse, break-glass", "measure": "nurse"}


@pytest.mark.parametrize("role", ["nurse", "pharmacist", "prescriber"])
def test_emergency_rights_end_by_themselves(actions: Actions, role: Role) -> None:
    person = begin(actions, role).person
    actions.break_glass(person, SECRET, "alone on the ward").result()
    actions._thread.seat.clock = lambda: datetime.now(UTC) + timedelta(minutes=61)
    assert actions.emergency() is None


def test_emergency_rights_end_when_somebody_else_signs_in(actions: Actions) -> None:
    nurse = begin(actions, "nurse").person
    add(actions, nurse, "pharmacist")
    actions.break_glass(nurse, SECRET, "alone on the ward").result()
    actions.sign_in("pharmacist", SECRET).result()
    assert actions.emergency() is None
    assert actions.emergencies().result()[0].ended_at is not None
    actions.sign_in("nurse", SECRET).result()
    assert actions.emergency() is None


def test_what_an_audit_entry_of_an_account_holds(actions: Actions) -> None:
    store = Store(actions, begin(actions, "pharmacist").person)
    (content,) = store.sql("SELECT content FROM audit WHERE subject = 'account'")[0]
    new = json.loads(content)["new"]
    assert new["login"] == "pharmacist" and new["password_hash"].startswith("sha256:")
