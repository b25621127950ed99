"""Write docs/alerts.md from the alert catalogue, so that the manual lists every alert in its own words.

usage: .venv/bin/python tools/write_alert_docs.py
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from regimen.alerts import catalogue  # noqa: E402

HEAD = """# Alerts

Every alert an order can carry. Codes are stable: other programs and stored orders refer to them. The words are data
(`assets/alerts`), the checks are plain functions (`regimen/checks`), and this page is written by
`tools/write_alert_docs.py`; a test fails when it is out of date.

- **stop**: the order is not released until it is settled.
- **warn**: a person reads it and decides, with a reason where the dose could change.
- **note**: worth knowing; nothing to settle.

The severity below is the usual one. A proposal that a person has already followed is shown as a note (a starting
percent of 50 after an intermediate DPYD result), and a note about a question still open can become a stop. Advice that
never changes is shown once a course, numbers to be verified once a file. Nothing is ever lowered by itself.
A word in brackets after a code is another wording of the same alert (its parameter `variant`). Days stand as 2 Nov 2026
in the words and as 2026-11-02 in the parameters.

| code | severity | title | what it says | what to do |
|---|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    rows = []
    for entry in catalogue().values():
        for name, said in {"": entry, **entry.variants}.items():
            code = f"`{entry.code}` ({name})" if name else f"`{entry.code}`"
            cells = (code, said.severity, said.title, said.text, said.action)
            rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    (ROOT / "docs" / "alerts.md").write_text(page(), encoding="utf-8")
