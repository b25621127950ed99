"""Whether the records on a server can be written: the role may lack the rights, or the server be a copy of another."""

from typing import Literal

from sqlalchemy import Engine, func, select

#: Why nothing can be changed: file or folder cannot be written, the role has no rights, the server only follows.
WhyReading = Literal["", "file", "rights", "standby"]
#: Tables that every way of working writes to.
ASKED = ("audit", "patient", "measurement", "cycle_order")


def why_reading(engine: Engine) -> WhyReading:
    """Asked once, when the records are opened. Where there are no tables yet, they are made by whoever may."""
    may = (func.has_table_privilege(func.current_user(), func.to_regclass(name), "INSERT") for name in ASKED)
    with engine.connect() as connection:
        standby, kept_from, *answers = connection.execute(
            select(func.pg_is_in_recovery(), func.current_setting("default_transaction_read_only"), *may)
        ).one()
    if standby:
        return "standby"
    return "rights" if kept_from == "on" or any(answer is False for answer in answers) else ""
