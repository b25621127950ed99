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


class NotSaved(RecordError):
    """The save failed, and the store was searched for its key: it is certainly not there. Trying again is safe."""
