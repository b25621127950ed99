"""Write regimen/shipped_hashes.py: the SHA-256 of every regimen, profile and table file that ships.

usage: python -m tools.write_shipped_hashes    (after a change under assets/; from the project's folder)
"""

import hashlib
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDERS = ("regimens", "practices", "tables", "supportive")
HEAD = '''"""SHA-256 of the regimen, profile and table files this program was made with.

Written by tools/write_shipped_hashes.py and kept current by a test: a file changed on disk afterwards is refused.
"""

from typing import Final

SHIPPED: Final[dict[str, str]] = {
'''


def shipped_hashes() -> str:
    """The text of the module."""
    lines = []
    for folder in FOLDERS:
        for path in sorted((ROOT / "assets" / folder).glob("*.toml")):
            lines.append(f'    "{folder}/{path.name}": "{hashlib.sha256(path.read_bytes()).hexdigest()}",\n')
    return HEAD + "".join(lines) + "}\n"


if __name__ == "__main__":
    (ROOT / "regimen" / "shipped_hashes.py").write_text(shipped_hashes(), encoding="utf-8")
