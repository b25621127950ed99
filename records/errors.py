"""What the store refuses or could not do, each as one sentence for the screen. Anything else raised is our bug."""


class RecordError(Exception):
    """str(error) is one whole sentence; field is the field of the form it belongs to, "" none."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class NotAllowed(RecordError):
    """The person's role or the state of the record does not let this be done; nothing was changed."""


class Conflict(RecordError):
    """Somebody else changed the record since it was read; nothing was changed.

    theirs  the stored record as it is now; yours: what was to be saved
    """

    def __init__(self, sentence: str, theirs: object, yours: object) -> None:
        super().__init__(sentence)
        self.theirs = theirs
        self.yours = yours


class StoreUnavailable(RecordError):
    """The store cannot be reached, opened or asked; whether a save in progress arrived is not known."""


class Locked(StoreUnavailable):
    """The records are encrypted and neither the system's keychain nor anybody gave their key.

    has_passphrase   whether a passphrase was set, or the recovery key alone opens them
    keychain_failed  the system's keychain should have opened them, and did not
    """

    def __init__(self, sentence: str, *, has_passphrase: bool, keychain_failed: bool = False) -> None:
        super().__init__(sentence)
        self.has_passphrase = has_passphrase
        self.keychain_failed = keychain_failed


class Outdated(StoreUnavailable):
    """A newer program has upgraded the records while this one was open: it may go on reading, and saves nothing."""


class WrongKey(RecordError):
    """A passphrase or recovery key does not open the records; nothing was changed."""


class Unprotected(StoreUnavailable):
    """Before the records are opened somebody has to say how they are encrypted.

    holds_records  whether there are unencrypted records already, which will be converted
    """

    def __init__(self, sentence: str, *, holds_records: bool) -> None:
        super().__init__(sentence)
        self.holds_records = holds_records


class Damaged(StoreUnavailable):
    """The file of the records is damaged or missing; it was not written to."""


class NotSaved(RecordError):
    """The save failed, and the store was searched for its key: it is certainly not there. Trying again is safe."""
