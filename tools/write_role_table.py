"""Write docs/roles.md from the roles the program asks for, so that the two cannot differ.

usage: python -m tools.write_role_table    (from the project's folder)
"""

from pathlib import Path
from typing import get_args

from records.people.permissions import ROLES
from records.values.core import Role

TARGET = Path(__file__).parent.parent / "docs" / "roles.md"
HEAD = """# Who may do what

For those who give people their roles. The table is written from `records/people/permissions.py` by
`tools/write_role_table.py`; a test walks every action and every role against the store itself. What a role may not do
is refused where it is done; buttons only follow.

- Once there is an account, everybody signs in: one person at a time at one screen. Nothing can be done or read in the
  name of somebody who is not signed in there.
- An **administrator** looks after people and reads no records of patients. The first set-up of a site may be theirs;
  after it the practice profile and the dose rules are changed by those who treat patients.
- Until an administrator has signed in once, whoever opened the first account looks after people.
- Nobody changes their own role or takes away their own rights; the last administrator who gets in cannot be lost.
- **Emergency rights** (break-glass) let a nurse, pharmacist or prescriber do for an hour what any of the three may:
  with a reason, the password typed again, a red bar across the window, a mark on every deed and a report. They never
  reach accounts.

"""


def table() -> str:
    """The table, in the order of the program."""
    roles: tuple[str, ...] = get_args(Role)
    lines = [f"| action | {' | '.join(roles)} |", "|---" * (len(roles) + 1) + "|"]
    for action, allowed in ROLES.items():
        lines.append(f"| {action} | {' | '.join('yes' if role in allowed else '-' for role in roles)} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the page."""
    TARGET.write_text(HEAD + table(), encoding="utf-8")


if __name__ == "__main__":
    main()
