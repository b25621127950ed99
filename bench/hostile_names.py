"""Ten thousand hostile names, each on whole pages: python bench/hostile_names.py [count]

Every document must open again in two readers with the number of pages it should have. One line of figures at the end;
exit status 1 if any failed.
"""

import io
import json
import sys
import time
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]

import pypdfium2  # noqa: E402
from pypdf import PdfReader  # noqa: E402

from tests.print.examples import capox_course, request  # noqa: E402
from tests.print.hostile import names  # noqa: E402
from treatment_calendar.paper.painter import paint  # noqa: E402
from treatment_calendar.paper.patient_calendar import calendar_sheets  # noqa: E402


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    course = capox_course(cycles=1)
    failed, start = 0, time.perf_counter()
    for number, name in enumerate(names(count, seed=7)):
        try:
            sheets = calendar_sheets(request(course=course, patient_name=name, identifiers=(name[:60], "MRN 1")))
            pdf = paint(sheets, "calendar")
            document = pypdfium2.PdfDocument(pdf)
            pages = len(document)
            document.close()
            whole = (
                pages == len(sheets) == len(PdfReader(io.BytesIO(pdf)).pages)
                if number % 10 == 0
                else pages == len(sheets)
            )
            whole = whole and sum(sheet.ticks for sheet in sheets) == 28
        except Exception as error:  # noqa: BLE001  every failure is counted and shown
            print(f"{name!a}: {type(error).__name__}: {error}")
            whole = False
        failed += not whole
    figures = {"names": count, "failed": failed, "seconds": round(time.perf_counter() - start)}
    print("FIGURES hostile_names " + json.dumps(figures))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
