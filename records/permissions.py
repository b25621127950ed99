"""Which role may do what; checked where it is done and not by hiding a button."""

from records.errors import NotAllowed

CLINICAL = frozenset({"nurse", "pharmacist", "prescriber"})
SIGNING = frozenset({"pharmacist", "prescriber"})
ALL = CLINICAL | {"administrator"}

ROLES: dict[str, frozenset[str]] = {
    "add person": ALL,
    "save settings": ALL,
    "mark as demo": ALL,
    "add patient": CLINICAL,
    "change patient": CLINICAL,
    "measure": CLINICAL,
    "add lab": CLINICAL,
    "import labs": CLINICAL,
    "begin course": CLINICAL,
    "end course": SIGNING,
    "keep draft": CLINICAL,
    "sign order": SIGNING,
    "mark given": CLINICAL,
    "delay cycle": CLINICAL,
    "withdraw delay": CLINICAL,
    "hold drug": CLINICAL,
    "end hold": CLINICAL,
    "record print": CLINICAL,
    "print again": CLINICAL,
    "print staff sheet": CLINICAL,
    "open visit": CLINICAL,
    "keep visit": CLINICAL,
    "complete visit": CLINICAL,
    "report event": CLINICAL,
    "grade event": CLINICAL,
    "change event": CLINICAL,
    "withdraw event": CLINICAL,
    "answer checklist": CLINICAL,
    "go ahead": CLINICAL,
    "withdraw go-ahead": CLINICAL,
    "decide": SIGNING,
    "hold as proposed": CLINICAL,
    "withdraw decision": SIGNING,
    "dispense": CLINICAL,
    "dispense leftovers": frozenset({"pharmacist"}),
    "withdraw dispensed": CLINICAL,
    "load grading criteria": SIGNING | {"administrator"},
    "stop grading criteria": SIGNING | {"administrator"},
}


def check_role(action: str, role: str) -> None:
    """Raises NotAllowed with who may; an action without roles is our bug."""
    allowed = ROLES[action]
    if role not in allowed:
        *most, last = sorted(allowed)
        who = f"{', '.join(most)} or {last}" if most else last
        raise NotAllowed(f"'{action.capitalize()}' is not for the role {role}; it needs a {who}.")
