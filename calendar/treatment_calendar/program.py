"""Which version of the program makes a page."""

from typing import Final

#: As in pyproject.toml; a test compares them.
PROGRAM_VERSION: Final = "0.1.0"
