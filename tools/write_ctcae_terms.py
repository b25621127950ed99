"""Write assets/ctcae/terms_v5.csv or terms_v6.csv: the facts of the CTCAE's list, none of its wording.

Reads a table with the columns soc, term, meddra_code and grades_available ("1-5", "1,3", "1-3,5"), sorts nothing and
drops nothing, and refuses a table that is not whole.

usage: python tools/write_ctcae_terms.py TABLE.csv 5.0|6.0
"""

import csv
import re
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "ctcae"
COUNTS = {"5.0": 837, "6.0": 850}


def grades(written: str) -> str:
    """ "1-3,5" -> "1235"."""
    found: list[int] = []
    for part in written.split(","):
        ends = [int(end) for end in part.split("-")]
        found += range(ends[0], ends[-1] + 1)
    if found != sorted(set(found)) or not set(found) <= {1, 2, 3, 4, 5}:
        raise SystemExit(f"grades {written!r} make no sense")
    return "".join(str(grade) for grade in found)


def main() -> None:
    """Write one list from one table."""
    source, version = Path(sys.argv[1]), sys.argv[2]
    with source.open(encoding="utf-8", newline="") as file:
        rows = [
            (row["meddra_code"], row["soc"], row["term"], grades(row["grades_available"]))
            for row in csv.DictReader(file)
        ]
    if len(rows) != COUNTS[version] or len({row[0] for row in rows}) != len(rows):
        raise SystemExit(f"{len(rows)} terms; CTCAE {version} has {COUNTS[version]} with a code each")
    wrong = [row for row in rows if not re.fullmatch(r"[0-9]{8}", row[0]) or not row[1] or not row[2]]
    if wrong:
        raise SystemExit(f"not whole: {wrong[:3]}")
    with (FOLDER / f"terms_v{version[0]}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "soc", "term", "grades"))
        writer.writerows(rows)


if __name__ == "__main__":
    main()
