"""Which program this is, and the oldest one that may work on the same records."""

Version = tuple[int, int, int]

#: As in pyproject.toml; a test compares them.
PROGRAM: Version = (0, 1, 0)
#: The oldest program that reads and writes the records as this one does. Raised when the meaning of what is kept
#: changes without the schema telling so; the records remember it, and older programs refuse to open them.
NEEDS: Version = (0, 1, 0)


def written(version: Version) -> str:
    """1.2.3"""
    return ".".join(map(str, version))
