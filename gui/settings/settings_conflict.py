"""Two people at the settings: whoever comes second sees both, field by field, and chooses; nothing typed is lost."""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from gui.history.visit_words import name_words
from gui.widgets.conflict import ConflictCard, differences
from records.errors import Conflict
from records.values.core import SiteSettings

PROFILE = ("practice", "profile_sha256", "profile_text")


def in_words(settings: SiteSettings) -> dict[str, str]:
    """Every setting as text; the site's own rules one by one."""
    found: dict[str, str] = {}
    for one in fields(settings):
        if one.name == "profile_text":  # its hash says which
            continue
        value = getattr(settings, one.name)
        if isinstance(value, dict):
            found |= {f"{one.name} {name}": str(said) for name, said in value.items()}
        elif isinstance(value, tuple):
            found[one.name] = ", ".join(map(str, value))
        else:
            found[one.name] = "" if value is None else str(value)
    return found


def merged(base: SiteSettings, mine: SiteSettings, theirs: SiteSettings) -> SiteSettings:
    """Theirs, with what I changed: a setting only they changed stays as they want it."""
    changed: dict[str, Any] = {
        one.name: getattr(mine, one.name)
        for one in fields(mine)
        if one.name not in ("demo", "policy") and getattr(mine, one.name) != getattr(base, one.name)
    }
    if any(getattr(mine, name) != getattr(base, name) for name in PROFILE):  # one choice, kept in three values
        changed |= {name: getattr(mine, name) for name in PROFILE}
    policy = dict(theirs.policy)
    for name in {*base.policy, *mine.policy}:
        if mine.policy.get(name) != base.policy.get(name):
            policy.pop(name, None)
            if name in mine.policy:
                policy[name] = mine.policy[name]
    return replace(theirs, **changed, policy=policy)


class SettingsConflict(QObject):
    """Of one Settings page. save, show: how the page stores settings and puts them into its fields.

    type_again  puts settings into the fields as a change of others, which are stored
    """

    def __init__(
        self,
        page: QObject,
        save: Callable[[SiteSettings, str], None],
        show: Callable[[SiteSettings], None],
        type_again: Callable[[SiteSettings, SiteSettings], None],
    ) -> None:
        super().__init__(page)
        self.card = ConflictCard("settings_conflict")
        self._save = save
        self._show = show
        self._type_again = type_again

    def clear(self) -> None:
        """Nothing is in conflict."""
        self.card.clear()

    def takes(self, error: Exception, base: SiteSettings, why: str) -> bool:
        """Show both, if that is what went wrong."""
        if not isinstance(error, Conflict):
            return False
        theirs, mine = error.theirs, error.yours
        if not isinstance(theirs, SiteSettings) or not isinstance(mine, SiteSettings):
            return False
        found = differences(in_words(theirs), in_words(mine), name_words)
        self.card.ask(
            f"{error} " + self.tr("Keeping yours changes only what you changed; the rest stays as theirs."),
            found, partial(self._take, theirs, mine), partial(self._keep, base, mine, theirs, why),
        )  # fmt: skip
        return True

    def _take(self, theirs: SiteSettings, mine: SiteSettings) -> None:
        self._show(theirs)
        found = differences(in_words(theirs), in_words(mine), name_words)
        words = self.tr("The page shows the settings as stored. Yours differed in what stands below.")
        self.card.put_aside(words, found, partial(self._type_again, mine, theirs))

    def _keep(self, base: SiteSettings, mine: SiteSettings, theirs: SiteSettings, why: str) -> None:
        self._show(theirs)
        self._save(merged(base, mine, theirs), why)
