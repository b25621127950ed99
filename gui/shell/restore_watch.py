"""Whether the records on the server were put back past the program, as by `pg_restore`: people are told, and the trail.

This workstation remembers in a file of its own where the records were and how far their trail went: numbers and a
hash. It looks after the start and every minute.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.session import Session
from gui.watching import Watching
from records.values.restored import KnownTrail, RestoreLook

if TYPE_CHECKING:
    from gui.shell.shell import Shell

FIRST_MS, EVERY_MS = 1500, 60_000
FILE = "server-known.json"


def read_known(folder: Path, target: str) -> KnownTrail | None:
    """What is remembered of the records at an address; None for nothing, or a file that says something else."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))[_name(target)]
        return KnownTrail(str(kept["system"]), int(kept["table"]), int(kept["timeline"]), int(kept["seq"]),
                          str(kept["hash"]))  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep_known(folder: Path, target: str, known: KnownTrail) -> None:
    """Remember it. Raises OSError."""
    from treatment_calendar.paper.atomic import write_atomically

    path = folder / FILE
    try:
        every = dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        every = {}
    every[_name(target)] = asdict(known)
    write_atomically(path, json.dumps(every, indent=1, sort_keys=True).encode())


def _name(target: str) -> str:
    """The address is not written down: it names hosts and roles."""
    return sha256(target.encode()).hexdigest()[:32]


class RestoreWatch(Watching):
    """Looks for somebody who may know of it; says it once."""

    def __init__(
        self, session: Session, window: "Shell", folder: Path, target: str, parent: QObject | None = None
    ) -> None:
        super().__init__(FIRST_MS, EVERY_MS, parent)
        self._session, self._window = session, window
        self._folder, self._target = folder, target
        self._known: KnownTrail | None = None
        self._waiting = False
        session.signed_changed.connect(self.soon)

    def look(self) -> None:
        """Compare with what is remembered, once somebody is there."""
        session = self._session
        if self._waiting or (session.accounts and session.signed is None) or not session.has_person:
            return
        self._waiting = True
        self._run(lambda: read_known(self._folder, self._target), self._on_known)

    def _run(self, job: "Callable[[], object]", done: "Callable[[object], None]") -> None:
        self._session.link.run(job, done, self._on_refused, self)

    def _on_known(self, known: object) -> None:
        self._known = known if isinstance(known, KnownTrail) else None
        self._session.link.ask(
            self._session.actions.look_for_restore(self._known), self._on_look, self._on_refused, self
        )

    def _on_look(self, seen: RestoreLook) -> None:
        known = self._known
        if not seen.found or known is None:
            self._keep(seen.now)
            return
        self._say(seen, known)
        if self._session.reading_only:
            self._waiting = False  # said; remembered by whoever can say it in the trail
            self._timer.stop()
            return
        told = self._session.actions.notice_restore(self._session.person, known, seen)
        self._session.link.ask(told, lambda _key: self._keep(seen.now), self._on_refused, self)

    def _keep(self, now: KnownTrail) -> None:
        folder, target, same = self._folder, self._target, now == self._known
        if same:
            self._waiting = False
            return
        self._run(lambda: keep_known(folder, target, now), self._on_kept)

    def _on_kept(self, _none: object) -> None:
        self._waiting = False

    def _on_refused(self, _sentence: str, _error: Exception) -> None:
        """Looked at again in a minute."""
        self._waiting = False

    def _say(self, seen: RestoreLook, known: KnownTrail) -> None:
        title = self.tr("The records on the server were restored")
        if seen.found == "moved":
            words = self.tr(
                "They stand in another place than before, and every entry this computer knew of is in them (up to "
                "number {0}). The audit trail says so from now on."
            ).format(known.seq)
            self._window.say("warn", words, title)
            return
        if seen.found == "behind":
            words = self.tr(
                "Their newest entry is number {0}, of {1}; this computer knew of number {2}. What was entered in "
                "between is missing: compare with papers, calendars and lists before anything is given. Ask whoever "
                "runs the server. The audit trail says so from now on."
            ).format(seen.now.seq, seen.newest_at[:16].replace("T", " "), known.seq)
        else:
            words = self.tr(
                "Entry number {0} is not the one this computer knew of: what was entered before is missing, and other "
                "things stand in its place. Compare with papers, calendars and lists before anything is given. Ask "
                "whoever runs the server. The audit trail says so from now on."
            ).format(known.seq)
        self._window.say("stop", words, title)
