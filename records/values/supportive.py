"""The site's own supportive care as the store answers it."""

from dataclasses import dataclass

from records.values.governance import OwnFile


@dataclass(frozen=True, slots=True)
class SiteSupportive:
    """The set of supportive care in use here: the one approved last, while its approval stands.

    text  of the set in use; "" none: the regimens' lists stand by themselves
    file  the one approved last, also after its approval was withdrawn (`file.approval`); None: there never was one
    """

    text: str = ""
    file: OwnFile | None = None


NO_SET = SiteSupportive()
