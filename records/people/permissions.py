"""Which role may do what; checked where it is done and not by hiding a button."""

from records.errors import NotAllowed

CLINICAL = frozenset({"nurse", "pharmacist", "prescriber"})
SIGNING = frozenset({"pharmacist", "prescriber"})
ADMINISTRATOR = frozenset({"administrator"})
ALL = CLINICAL | ADMINISTRATOR

ROLES: dict[str, frozenset[str]] = {
    "add person": ALL,  # oneself, in records without accounts
    "add first person": ALL,
    "open first account": ALL,
    "sign in": ALL,
    "refuse sign-in": ALL,
    "prove identity": ALL,
    "sign out": ALL,
    "change password": ALL,
    "add member": ADMINISTRATOR,
    "set password": ADMINISTRATOR,
    "let go": ADMINISTRATOR,
    "take back": ADMINISTRATOR,
    "change role": ADMINISTRATOR,
    "break glass": CLINICAL,
    "end break-glass": CLINICAL,
    "save settings": ALL,
    "mark as demo": ALL,
    "notice restore": ALL,
    "add patient": CLINICAL,
    "change patient": CLINICAL,
    "measure": CLINICAL,
    "add lab": CLINICAL,
    "import labs": CLINICAL,
    "import file": SIGNING,
    "keep cohort": CLINICAL,
    "drop cohort": CLINICAL,
    "begin course": CLINICAL,
    "end course": SIGNING,
    "describe disease": CLINICAL,
    "keep draft": CLINICAL,
    "keep form": CLINICAL,
    "sign order": SIGNING,
    "mark given": CLINICAL,
    "administer": CLINICAL,
    "withdraw administration": CLINICAL,
    "verify order": SIGNING,
    "agree to raise": SIGNING,
    "prepare order": CLINICAL - {"prescriber"},
    "delay cycle": CLINICAL,
    "withdraw delay": CLINICAL,
    "hold drug": CLINICAL,
    "end hold": CLINICAL,
    "restart drug": SIGNING,
    "withdraw restart": SIGNING,
    "record print": CLINICAL,
    "print again": CLINICAL,
    "print staff sheet": CLINICAL,
    "print day list": CLINICAL,
    "print label": CLINICAL,
    "print letter": CLINICAL,
    "hand over course": SIGNING,
    "withdraw handover": SIGNING,
    "take over course": SIGNING,
    "trust signing key": SIGNING,
    "withdraw signing key": SIGNING,
    "print preparation list": CLINICAL,
    "write downtime pack": CLINICAL,
    "export": SIGNING,
    "export de-identified": CLINICAL,
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
    "add lesion": CLINICAL,
    "withdraw lesion": SIGNING,
    "open scan": CLINICAL,
    "keep scan": CLINICAL,
    "complete scan": CLINICAL,
    "give up scan": CLINICAL,
    "withdraw scan": SIGNING,
    "save follow-up": CLINICAL,
    "copy file": SIGNING,
    "keep file": SIGNING,
    "drop file": SIGNING,
    "ask for approval": SIGNING,
    "approve file": SIGNING,
    "withdraw approval": SIGNING,
    "approve again": SIGNING,
    "move course": SIGNING,
}


#: What looks after people; until a site has an administrator, whoever opened its first account does.
MANAGING = frozenset(action for action, roles in ROLES.items() if roles == ADMINISTRATOR)
#: What every clinical role may do while wider rights are taken in an emergency; never what concerns accounts.
IN_EMERGENCY = frozenset(action for action, roles in ROLES.items() if roles & CLINICAL)


def may(action: str, role: str, *, emergency: bool = False, manages: bool = False) -> bool:
    """Whether a role may do it; an action without roles is our bug."""
    allowed = ROLES[action]
    return (
        role in allowed
        or (emergency and role in CLINICAL and action in IN_EMERGENCY)
        or (manages and action in MANAGING)
    )


def check_role(action: str, role: str, *, emergency: bool = False, manages: bool = False) -> None:
    """Raises NotAllowed with who may.

    emergency  wider rights were taken in an emergency
    manages    looks after people without being an administrator
    """
    if not may(action, role, emergency=emergency, manages=manages):
        *most, last = sorted(ROLES[action])
        who = f"{', '.join(most)} or {last}" if most else last
        article = "an" if who[0] in "aeiou" else "a"
        raise NotAllowed(f"'{action.capitalize()}' is not for the role {role}; it needs {article} {who}.")
