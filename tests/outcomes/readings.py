"""Short words for readings of invented patients."""

from typing import Any

START = "2024-03-04"
BASELINE = "2024-02-27"
#: Scans six weeks apart, the first on day 42.
DAYS = ("2024-04-15", "2024-05-27", "2024-07-08", "2024-08-19", "2024-09-30", "2024-11-11")


def size(value: object) -> dict[str, Any]:
    """ "34", "too_small", "absent", "not_evaluated" or ("20", "14") for pieces."""
    if isinstance(value, tuple):
        return {"fragments": list(value)}
    text = str(value)
    return {"mm": text} if text[0].isdigit() else {"state": text}


def case(
    targets: dict[str, tuple[str, str]], *scans: dict[str, Any], days: tuple[str, ...] = DAYS, **more: Any
) -> dict[str, Any]:
    """A case: targets id -> (site, kind); the first scan is the baseline; each scan: id -> size, other keys as given.

    nontarget  of the case: names; of a scan: their states
    """
    visits = []
    for day, scan in zip((BASELINE, *days), scans, strict=False):
        sizes = {name: size(value) for name, value in scan.items() if name in targets}
        rest = {key: value for key, value in scan.items() if key not in targets}
        visits.append({"date": day, "target": sizes} | rest)
    visits[0]["baseline"] = True
    listed = [{"id": name, "site": site, "kind": kind} for name, (site, kind) in targets.items()]
    named = [{"id": name} for name in more.pop("nontarget", ())]
    return {"start_date": START, "target": listed, "nontarget": named, "visits": visits} | more
