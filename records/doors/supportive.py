"""The part of the door to the records for the site's own supportive care; `records.actions.Actions` has all of it."""

from concurrent.futures import Future
from typing import TYPE_CHECKING

from records.thread import StoreThread
from records.values.supportive import SiteSupportive

if TYPE_CHECKING:
    from records.store import Store


class SupportiveActions:
    """Own sets are copied, typed, approved and withdrawn as other own files (`GovernanceActions`, kind supportive)."""

    _thread: StoreThread

    def supportive_set(self) -> Future[SiteSupportive]:
        """The set in use here, and the file approved last."""

        def look(store: "Store") -> SiteSupportive:
            from records.deeds import supportive

            return store.read(supportive.supportive_in_use)

        return self._thread.read(look, "staff")
