"""The part of the door to the records for what is typed and no record yet; `records.actions.Actions` has all of it."""

from collections.abc import Mapping
from concurrent.futures import Future
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from records.thread import StoreThread

if TYPE_CHECKING:
    from records.store import Deed, Store
    from records.values.core import Person


class FormActions:
    """Drafts of forms, by workstation. Futures as in `Actions`."""

    _thread: StoreThread

    def keep_form(self, by: "Person", station: str, form: str, texts: Mapping[str, object]) -> Future[UUID]:
        """What stands in a form, in the place of what was kept before; no texts: saved or thrown away."""
        key, typed = uuid4(), dict(texts)

        def deed() -> "Deed[UUID]":
            from records.deeds import form_drafts

            return form_drafts.keep_form(key, by.id, station, form, typed)

        return self._thread.write(deed)

    def forms(self, station: str) -> Future[dict[str, dict[str, object]]]:
        """What stands in the forms of this workstation, by form."""

        def look(store: "Store") -> dict[str, dict[str, object]]:
            from records.deeds import form_drafts

            return store.read(lambda session: form_drafts.forms_of(session, station))

        return self._thread.read(look)
