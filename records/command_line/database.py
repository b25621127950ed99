"""What each `database` command does; each answers as JSON and in words, and whether all is well."""

import argparse
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError

from records.backup.backups import Backup, read_backup, write_backup
from records.backup.restore import key_of_backup
from records.backup.restore import restore as put_back
from records.backup.restored_by import Restorer, has_accounts, restorer
from records.backup.whole_export import MANIFEST, export_store, import_export, read_export
from records.command_line.person import typed_password
from records.command_line.target import existing_file, reading, target_of, unlock_of
from records.deeds.audit_check import anchor_findings, check_audit
from records.encryption.recovery_key import new_recovery_key
from records.errors import NotAllowed, StoreUnavailable
from records.keeping.damage import damage
from records.keeping.opening import protect
from records.keeping.server_address import is_server
from records.migrations.upgrade import require_newest, revision_of, rows
from records.store import Store, reason
from records.trail.anchor import read_anchor

Answered = tuple[dict[str, Any], str, bool]


def where(asked: argparse.Namespace) -> Answered:
    """For whoever looks after the computer, and for the installer."""
    target = target_of(asked)
    kind = "server" if is_server(target) else "file" if Path(target).is_file() else "none"
    answer = {"database": str(target), "kind": kind}
    return answer, kind if asked.kind else f"{target} ({'not there yet' if kind == 'none' else kind})", True


def upgrade(asked: argparse.Namespace) -> Answered:
    """Open the store as the window does."""
    target = target_of(asked)
    if not is_server(target):
        existing_file(target)
    store = Store(target, unlock=unlock_of(asked))
    try:
        before = revision_of(store.engine) if is_server(target) else None
    except DBAPIError as error:
        raise StoreUnavailable(f"The records cannot be opened: {reason(error)}.") from None
    store.open()
    try:
        after = revision_of(store.engine)
    finally:
        store.close()
    answer = {"revision": after} | ({"revision_before": before} if is_server(target) else {})
    return answer, f"The schema is {after}.", True


def check(asked: argparse.Namespace) -> Answered:
    """Pages, rows and trail; a store of an older schema is looked at page by page only."""
    target, unlock = target_of(asked), unlock_of(asked)
    findings: list[str] = []
    with reading(target, unlock) as store:
        key = store.file.key if store.file is not None else None
        if store.file is not None:
            findings += damage(store.file.path, key)
        answer: dict[str, Any] = {"encrypted": key is not None if store.file is not None else None}
        if not findings:
            answer |= _looked_at(store, findings)
    answer |= {"findings": findings, "good": not findings}
    words = "\n".join(findings) if findings else "Nothing is wrong."
    if not findings:
        words += f" {answer['patients']} patient(s); anchor {answer['anchor']}; schema {answer['revision']}."
    return answer, words, not findings


def _looked_at(store: Store, findings: list[str]) -> dict[str, Any]:
    try:
        with store.engine.connect() as connection:
            counts = rows(connection)
        require_newest(store.engine)
        trail = store.read(check_audit)
    except DBAPIError as error:
        raise StoreUnavailable(f"The records cannot be read: {reason(error)}.") from None
    findings += trail.findings
    return {
        "revision": revision_of(store.engine),
        "patients": counts.get("patient", 0),
        "counts": counts,
        "anchor": f"{trail.last_seq}:{trail.last_hash}",
    }


def verify_audit(asked: argparse.Namespace) -> Answered:
    """The chain, every row against its last entry, and an anchor from outside where one is given."""
    anchor = None if asked.anchor is None else read_anchor(asked.anchor)
    with reading(target_of(asked), unlock_of(asked)) as store:
        try:
            require_newest(store.engine)
        except DBAPIError as error:
            raise StoreUnavailable(f"The records cannot be read: {reason(error)}.") from None
        trail = store.read(check_audit)
        findings = list(trail.findings)
        if anchor is not None:
            findings += store.read(lambda session: anchor_findings(session, anchor.seq, anchor.hash))
    whole = f"{trail.last_seq}:{trail.last_hash}"
    answer = {"entries": trail.last_seq, "anchor": whole, "findings": findings, "good": not findings}
    words = "\n".join(findings) or f"The audit trail is whole: {trail.last_seq} entries."
    return answer, f"{words}\nAnchor {whole}", not findings


def grants(asked: argparse.Namespace) -> Answered:
    """The rights of the program's own role on a server, as SQL for its owner; nothing is connected to."""
    from records.keeping.server_grants import grants as statements

    if not is_server(target_of(asked)):
        raise NotAllowed(
            "A file has no roles; rights are given on a PostgreSQL database (--database postgresql://...)."
        )
    found = list(statements(asked.role))
    return {"sql": found}, "\n".join(found), True


def backup(asked: argparse.Namespace) -> Answered:
    """A verified copy with its note beside it; a window may have the store open meanwhile."""
    target = target_of(asked)
    if is_server(target):
        from records.backup.server_backup import dump_server

        dump_server(target, asked.file)
        return {"file": str(asked.file), "server": True}, f"Written by pg_dump: {asked.file}", True
    with reading(target, unlock_of(asked)) as store:
        assert store.file is not None
        made = write_backup(store.file.path, store.file.key, asked.file.absolute(), "asked")
    answer = {
        "file": str(made.path),
        "encrypted": made.vault is not None,
        "patients": made.patients,
        "anchor": made.held.anchor,
        "revision": made.revision,
    }
    return answer, f"Verified: {made.path}\n{made.patients} patient(s); anchor {made.held.anchor}", True


def restore(asked: argparse.Namespace) -> Answered:
    """Verified first; what is there is backed up where it is whole, and kept beside in any case."""
    target = target_of(asked)
    if is_server(target):
        raise NotAllowed(
            "A dump of a server is restored with pg_restore into a new database; docs/records.md says how."
        )
    store = Path(target)
    found = read_backup(asked.file.absolute())
    if store.exists() and not asked.replace:
        raise NotAllowed("There are records already; --replace puts the backup in their place and keeps them beside.")
    by = _restorer(asked, found, store)
    done = put_back(found, store, unlock_of(asked), by=by)
    answer = {
        "by": by.name,
        "patients": found.patients,
        "anchor": found.held.anchor,
        "made_at": found.made_at.isoformat(),
        "kept": str(done.kept) if done.kept else None,
        "backup_of_what_was_there": str(done.before.path) if done.before else None,
    }
    words = f"Restored as of {found.made_at.isoformat()}: {found.patients} patient(s); anchor {found.held.anchor}"
    return answer, words + (f"\nWhat was there is kept as {done.kept.name}" if done.kept else ""), True


def _restorer(asked: argparse.Namespace, backup: Backup, store: Path) -> Restorer:
    """Who restores: by login and password where the backup has accounts, else as --by says. Raises RecordError."""
    key = key_of_backup(backup, store, unlock_of(asked))
    if not has_accounts(backup, key):
        if asked.login is not None:
            raise NotAllowed("Nobody signs in to the records of this backup; say with --by NAME who it is.", "login")
        return restorer(backup, key, asked.by or "", "")
    if not asked.login:
        raise NotAllowed("People sign in to the records of this backup; say with --login who you are.", "login")
    return restorer(backup, key, asked.login, typed_password(asked))


def export(asked: argparse.Namespace) -> Answered:
    """All rows as text; refused where the audit trail is not whole."""
    with reading(target_of(asked), unlock_of(asked)) as store:
        try:
            require_newest(store.engine)
        except DBAPIError as error:
            raise StoreUnavailable(f"The records cannot be read: {reason(error)}.") from None
        made = export_store(store, asked.directory)
    answer = {
        "manifest": str(made.folder / MANIFEST),
        "rows": made.rows,
        "anchor": f"{made.seq}:{made.hash}",
        "revision": made.revision,
        "encrypted": False,
    }
    words = f"{made.rows} rows written, not encrypted: {made.folder / MANIFEST}\nAnchor {made.seq}:{made.hash}"
    return answer, words, True


def import_(asked: argparse.Namespace) -> Answered:
    """An export, checked file by file, or a backup, into an empty store; all of it or nothing."""
    target = target_of(asked)
    if asked.file.name != MANIFEST and not asked.file.is_dir():
        return _import_backup(asked, target)
    found = read_export(asked.file if asked.file.is_dir() else asked.file.parent)
    answer: dict[str, Any] = {
        "rows": found.rows,
        "tables": {name: table["rows"] for name, table in found.tables.items()},
        "anchor": f"{found.seq}:{found.hash}",
        "made_at": found.made_at,
        "imported": False,
    }
    if asked.preview:
        return answer, f"Whole: {found.rows} rows of {found.made_at}; nothing was imported.", True
    recovery = _key_for_a_new_file(asked, target)
    store = Store(target, unlock=unlock_of(asked))
    store.open()
    try:
        import_export(store, found)
    except DBAPIError as error:
        raise StoreUnavailable(f"Nothing was imported: {reason(error)}.") from None
    finally:
        store.close()
    words = f"Imported: {found.rows} rows; anchor {found.seq}:{found.hash}"
    if recovery:
        answer["recovery_key"] = recovery
        words += f"\nRecovery key, shown this once, to be written down and locked away:\n{recovery}"
    return answer | {"imported": True}, words, True


def _key_for_a_new_file(asked: argparse.Namespace, target: str) -> str:
    """Encrypt a SQLite store that is still to be made, under the passphrase of the file. The recovery key, or ""."""
    from records.encryption.vault import load_vault

    if is_server(target) or Path(target).exists() or load_vault(Path(target)) is not None or asked.unencrypted:
        return ""
    passphrase = unlock_of(asked).passphrase
    if passphrase is None:
        raise NotAllowed("A new store needs --passphrase-file for its encryption, or --unencrypted.")
    recovery = new_recovery_key()
    protect(Path(target), recovery, passphrase, use_keychain=False)
    return recovery


def _import_backup(asked: argparse.Namespace, target: str) -> Answered:
    if is_server(target):
        raise NotAllowed("A backup of a file is brought to a server by way of an export.")
    found = read_backup(asked.file.absolute())
    answer = {"patients": found.patients, "anchor": found.held.anchor, "made_at": found.made_at.isoformat()}
    if asked.preview:
        return answer | {"imported": False}, f"A backup of {found.patients} patient(s); nothing was imported.", True
    if Path(target).exists():
        raise NotAllowed("There are records already; a backup is imported where there are none.")
    put_back(found, Path(target), unlock_of(asked), by=_restorer(asked, found, Path(target)))
    return answer | {"imported": True}, f"Imported: {found.patients} patient(s); anchor {found.held.anchor}", True
