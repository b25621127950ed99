"""What a plot is asked for: plain values."""

from dataclasses import dataclass
from typing import Literal

from outcomes.cohort.values import Answer

Kind = Literal["pfs", "os", "dor", "swimmer", "waterfall"]
Format = Literal["png", "svg", "pdf"]
KINDS: tuple[Kind, ...] = ("pfs", "os", "dor", "swimmer", "waterfall")


@dataclass(frozen=True, slots=True)
class PlotLook:
    """Colours as #rrggbb, and the text scale (1.0: 12 px body text). The default is that of paper."""

    ground: str = "#ffffff"
    text: str = "#1c2733"
    muted: str = "#5a6a79"
    line: str = "#d9e0e6"
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class PlotAsked:
    """Gives the bytes of a file. width_px: in pixels of the screen's layout; ratio: pixels to one of them."""

    kind: Kind
    answer: Answer
    format: Format = "png"
    look: PlotLook = PlotLook()
    width_px: int = 900
    ratio: float = 1.0
