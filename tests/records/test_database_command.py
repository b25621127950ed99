"""`capox database`: each command on the store people saved into, both databases where both can."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from main import main
from records.actions import Actions
from records.backup.backups import backup_findings, read_backup
from records.encryption.recovery_key import new_recovery_key
from records.encryption.unlock import PASSPHRASE_FILE, Unlock
from records.keeping.opening import protect
from tests.records.examples import ENTRY, Store

PASSPHRASE = "four random words here"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "secret.txt"
    file.write_text(f"{PASSPHRASE}\nnot part of it\n", encoding="utf-8")
    return file


@pytest.fixture
def filled(target: str) -> str:
    """A store with a course, a visit's worth of rows, and nobody at it."""
    actions = Actions.open(target)
    store = Store(actions, actions.add_person("Priya Raman", "pharmacist").result())
    store.course()
    store.patient(replace(ENTRY, name="Ada Sample", identifiers=(("MRN", "=1+1"),)))
    actions.close()
    return target


class Said:
    """What a command answered."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: str | Path, status: int = 0) -> dict[str, Any]:
        self._capsys.readouterr()
        assert main(["database", *(str(word) for word in words), "--json"]) == status
        out = self._capsys.readouterr()
        answer: dict[str, Any] = json.loads(out.out)
        return answer


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    return Said(capsys)


def anchor_of(said: Said, target: str) -> str:
    return str(said("verify-audit", "--database", target)["anchor"])


def test_a_whole_store_is_found_whole(said: Said, filled: str) -> None:
    answer = said("check", "--database", filled)
    assert answer["good"] and answer["findings"] == []
    assert answer["patients"] == 2 and answer["counts"]["person"] == 1
    assert answer["anchor"] == anchor_of(said, filled)
    assert said("upgrade", "--database", filled)["revision"] == answer["revision"]


def test_check_works_beside_an_open_window(said: Said, filled: str) -> None:
    window = Actions.open(filled)
    window.opened.result(60)
    assert said("check", "--database", filled)["good"]
    window.close()


def test_an_anchor_finds_a_cut_end_and_a_trail_written_anew(said: Said, filled: str) -> None:
    seq, digest = anchor_of(said, filled).split(":")
    assert said("verify-audit", "--database", filled, "--anchor", f"{seq}:{digest}")["good"]
    assert said("verify-audit", "--database", filled, "--anchor", f"0:{'0' * 64}")["good"]
    cut = said("verify-audit", "--database", filled, "--anchor", f"{int(seq) + 3}:{digest}", status=1)
    assert "cut off" in cut["findings"][0]
    anew = said("verify-audit", "--database", filled, "--anchor", f"{seq}:{'0' * 63}1", status=1)
    assert "written anew" in anew["findings"][0]
    assert said("verify-audit", "--database", filled, "--anchor", "twelve:abc", status=1)["refused"]


def test_an_export_brings_every_row_into_an_empty_store(said: Said, filled: str, tmp_path: Path) -> None:
    made = said("export", tmp_path / "out", "--database", filled)
    assert made["anchor"] == anchor_of(said, filled) and made["encrypted"] is False
    preview = said("import", tmp_path / "out" / "manifest.json", "--preview", "--database", tmp_path / "new.db")
    assert preview["rows"] == made["rows"] and not preview["imported"]
    assert not (tmp_path / "new.db").exists()
    new = tmp_path / "new.db"
    assert said("import", tmp_path / "out" / "manifest.json", "--database", new, "--unencrypted")["imported"]
    check, before = said("check", "--database", new), said("check", "--database", filled)
    assert check["good"]
    assert (check["anchor"], check["counts"]) == (before["anchor"], before["counts"])
    assert said("export", tmp_path / "out", "--database", filled, status=1)["refused"]
    said("export", tmp_path / "again", "--database", new)
    for file in (tmp_path / "out").glob("*.jsonl"):
        assert file.read_bytes() == (tmp_path / "again" / file.name).read_bytes()
    actions = Actions.open(new)  # guards stand again, and work goes on
    store = Store(actions, actions.people().result()[0])
    store.patient(replace(ENTRY, name="One more"))
    with pytest.raises(Exception, match="only grows"):
        store.sql("DELETE FROM audit")
    actions.close()


def test_an_export_goes_into_the_other_database(said: Said, filled: str, target: str, tmp_path: Path) -> None:
    said("export", tmp_path / "out", "--database", filled)
    refused = said("import", tmp_path / "out", "--database", filled, status=1)["refused"]
    assert "records here already" in refused[0]["reason"]


@pytest.mark.postgres
def test_a_file_moves_to_a_server_and_back(said: Said, postgres: Any, tmp_path: Path) -> None:
    file, back = tmp_path / "capox.db", tmp_path / "back.db"
    actions = Actions.open(file)
    Store(actions, actions.add_person("Priya Raman", "pharmacist").result()).course()
    actions.close()
    postgres.execute("CREATE DATABASE moved_store TEMPLATE empty_store")
    server = postgres.url("moved_store")
    said("export", tmp_path / "one", "--database", file)
    assert said("import", tmp_path / "one", "--database", server)["imported"]
    assert said("check", "--database", server)["good"]
    said("export", tmp_path / "two", "--database", server)
    assert said("import", tmp_path / "two", "--database", back, "--unencrypted")["imported"]
    assert said("check", "--database", back)["counts"] == said("check", "--database", file)["counts"]
    for name in (file.name for file in (tmp_path / "one").glob("*.jsonl")):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    postgres.execute("DROP DATABASE moved_store WITH (FORCE)")


def test_a_changed_export_imports_nothing(said: Said, filled: str, tmp_path: Path) -> None:
    out, new = tmp_path / "out", tmp_path / "new.db"
    said("export", out, "--database", filled)
    patient = out / "patient.jsonl"
    whole = patient.read_bytes()
    patient.write_bytes(whole.replace(b"Ada Sample", b"Ida Sample"))
    refused = said("import", out, "--database", new, "--unencrypted", status=1)["refused"]
    assert "patient.jsonl" in refused[0]["reason"] and not new.exists()
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    manifest["tables"]["patient"]["sha256"] = hashlib.sha256(patient.read_bytes()).hexdigest()
    (out / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    refused = said("import", out, "--database", new, "--unencrypted", status=1)["refused"]
    assert "changed outside the program" in refused[0]["reason"]
    assert said("check", "--database", new)["patients"] == 0
    (out / "manifest.json").write_text("{}", encoding="utf-8")
    assert said("import", out, "--database", new, status=1)["refused"]


@pytest.mark.postgres
def test_the_dump_of_a_server_is_made_by_its_own_program(said: Said, postgres: Any, tmp_path: Path) -> None:
    postgres.execute("CREATE DATABASE dumped_store TEMPLATE empty_store")
    server, file = postgres.url("dumped_store"), tmp_path / "dump"
    assert said("backup", file, "--database", server)["server"]
    assert file.read_bytes().startswith(b"PGDMP")
    assert "already" in said("backup", file, "--database", server, status=1)["refused"][0]["reason"]
    assert "pg_restore" in said("restore", file, "--database", server, status=1)["refused"][0]["reason"]
    postgres.execute("DROP DATABASE dumped_store WITH (FORCE)")


def test_backup_and_restore_of_an_encrypted_store_with_the_passphrase_of_a_file(
    said: Said, secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, recovery = tmp_path / "capox.db", new_recovery_key()
    protect(path, recovery, PASSPHRASE, use_keychain=False)
    actions = Actions.open(path, unlock=Unlock(PASSPHRASE))
    store = Store(actions, actions.add_person("Priya Raman", "pharmacist").result())
    store.patient(replace(ENTRY, name="Ada Sample"))
    file = tmp_path / "taken.db"
    made = said("backup", file, "--database", path, "--passphrase-file", secret)  # the window is still open
    assert made["encrypted"] and made["patients"] == 1
    store.patient(replace(ENTRY, name="Later"))
    actions.close()
    assert "passphrase" in said("check", "--database", path, status=1)["refused"][0]["reason"]
    monkeypatch.setenv(PASSPHRASE_FILE, str(secret))
    assert said("check", "--database", path)["patients"] == 2
    assert "--replace" in said("restore", file, "--database", path, status=1)["refused"][0]["reason"]
    assert (
        "--by"
        in said("restore", file, "--database", path, "--replace", "--login", "priya", status=1)["refused"][0]["reason"]
    )
    done = said("restore", file, "--database", path, "--replace", "--by", "Sam Root")
    assert Path(done["kept"]).exists() and Path(done["backup_of_what_was_there"]).exists()
    assert said("check", "--database", path)["patients"] == 1 and done["by"] == "Sam Root"
    keyed = tmp_path / "recovery.txt"
    keyed.write_text(recovery, encoding="utf-8")
    assert said("verify-audit", "--database", path, "--recovery-key-file", keyed)["good"]
    found = read_backup(file)
    assert backup_findings(found, b"\x00" * 32), "another key opens nothing"


def test_a_new_encrypted_store_by_import_shows_its_recovery_key_once(said: Said, secret: Path, tmp_path: Path) -> None:
    plain, new = tmp_path / "plain.db", tmp_path / "new.db"
    actions = Actions.open(plain)
    Store(actions, actions.add_person("Priya Raman", "pharmacist").result()).patient()
    actions.close()
    said("export", tmp_path / "out", "--database", plain)
    assert "--passphrase-file" in said("import", tmp_path / "out", "--database", new, status=1)["refused"][0]["reason"]
    done = said("import", tmp_path / "out", "--database", new, "--passphrase-file", secret)
    opened = Actions.open(new, unlock=Unlock(recovery_key=done["recovery_key"]))
    opened.opened.result(60)
    opened.close()


def test_a_store_that_is_not_there_is_not_made(said: Said, tmp_path: Path) -> None:
    for words in (("check",), ("upgrade",), ("verify-audit",), ("export", tmp_path / "x"), ("backup", tmp_path / "y")):
        assert "There is no store" in said(*words, "--database", tmp_path / "no.db", status=1)["refused"][0]["reason"]
    assert not list(tmp_path.iterdir())
    assert said("check", "--database", "mysql://host/db", status=1)["refused"]


def test_wrong_words_end_with_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ((), ("frobnicate",), ("backup",), ("check", "--frob")):
        with pytest.raises(SystemExit) as ended:
            main(["database", *words])
        assert ended.value.code == 2
    capsys.readouterr()
