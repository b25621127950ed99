"""The disease at the start of a course as a baseline table counts it: codes of assets/disease.toml and their words."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from records.errors import RecordError

DATA = Path(__file__).resolve().parent.parent.parent / "assets" / "disease.toml"


@dataclass(frozen=True, slots=True)
class DiseaseAtStart:
    """What was known when a course began; "" and () are "not said".

    line        code of a line of treatment; extent: locally advanced or metastatic
    metastases  codes of places, in the order of the list; only of what is metastatic
    surgery     code of the surgery of this cancer before the course; "none": asked, and there was none
    """

    line: str = ""
    extent: str = ""
    metastases: tuple[str, ...] = ()
    surgery: str = ""


NOTHING_SAID = DiseaseAtStart()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """code -> words of each list; groups: site -> as studies put sites together; spellings: older words -> site."""

    sites: Mapping[str, str]
    lines: Mapping[str, str]
    extents: Mapping[str, str]
    metastases: Mapping[str, str]
    surgery: Mapping[str, str]
    groups: Mapping[str, str]
    spellings: Mapping[str, str]


@cache
def vocabulary() -> Vocabulary:
    """The lists that ship."""
    given = tomllib.loads(DATA.read_text("utf-8"))
    words = {kind: {one["code"]: one["words"] for one in given[kind]} for kind in given}
    return Vocabulary(
        words["site"], words["line"], words["extent"], words["metastasis"], words["surgery"],
        {one["code"]: one["group"] for one in given["site"]},
        {spelling: one["code"] for one in given["site"] for spelling in one["also"]},
    )  # fmt: skip


def site_code(text: str) -> str:
    """The code of a site as it is entered today, also for an older spelling; anything else as it stands."""
    return vocabulary().spellings.get(text.strip().casefold(), text)


def site_group(text: str) -> str:
    """How studies count a site (perihilar and distal are extrahepatic); words nobody knows stay as they are."""
    code = site_code(text)
    return vocabulary().groups.get(code, code)


def disease_columns(said: DiseaseAtStart) -> dict[str, str | list[str] | None]:
    """Checked, as columns; what was not said is empty. Raises RecordError."""
    known = vocabulary()
    for value, codes, field in (
        (said.line, known.lines, "Line of treatment"), (said.extent, known.extents, "Extent"),
        (said.surgery, known.surgery, "Earlier surgery"),
    ):  # fmt: skip
        if value and value not in codes:
            raise RecordError(f"{field} is none of {', '.join(codes.values())}.", field)
    places = [code for code in known.metastases if code in said.metastases]
    if len(places) != len(said.metastases):
        raise RecordError("A place of metastases is not on the list, or stands there twice.", "Metastases")
    if places and said.extent != "metastatic":
        raise RecordError("Places of metastases are named, but the disease is not said to be metastatic.", "Extent")
    return {
        "line": said.line or None, "extent": said.extent or None, "metastases": places or None,
        "surgery": said.surgery or None,
    }  # fmt: skip
