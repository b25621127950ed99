"""The address of a PostgreSQL database: which store it is, and what may not stand in it. Light to import."""

from urllib.parse import parse_qsl, urlsplit

from records.errors import StoreUnavailable


def is_server(target: str) -> bool:
    """Whether a target is the address of a PostgreSQL database, and not a file."""
    return target.startswith(("postgresql:", "postgresql+"))


def refuse_password(target: str) -> None:
    """Raises StoreUnavailable for an address with a password in it: addresses are seen in lists of processes."""
    parts = urlsplit(target)
    if parts.password is not None or any(name == "password" for name, _ in parse_qsl(parts.query)):
        raise StoreUnavailable(
            "The address of the database holds a password. Leave it out: it is taken from a password file "
            "(PGPASSFILE, or .pgpass of this user) or from PGPASSWORD."
        )


def plain_address(target: str) -> str:
    """The address as PostgreSQL's own library takes it."""
    return target.replace("postgresql+psycopg:", "postgresql:", 1)


def checked_target(target: str) -> str:
    """A target that can be one. Raises StoreUnavailable for an address of another kind, and one with a password."""
    if "://" in target:
        if not is_server(target):
            raise StoreUnavailable("A database is a file, or an address that begins with postgresql://.")
        refuse_password(target)
    return target
