"""The upright axis of a laboratory chart: which values it shows and where its numbers stand. For the eye only."""

import math
from dataclasses import dataclass

from records.bedside.lab_trend import LabSeries


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """Values from `low` to `high` between two heights on the screen."""

    low: float
    high: float
    top: float
    bottom: float

    def y(self, value: float) -> float:
        """Where a value stands."""
        return self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)

    def inside(self, value: float) -> float:
        """The same, kept on the chart."""
        return min(max(self.y(value), self.top), self.bottom)


def range_of(series: LabSeries) -> tuple[float, float]:
    """All values and limits of normal, and the limits of grades that lie near; from nought where that is near too.

    An upper limit far above counts that fall is named at the edge instead: it would leave the grades no room.
    """
    shown = [float(point.shown) for point in series.points]
    low, high = min(shown), max(shown)
    limits = [float(limit) for span in series.spans for limit in (span.lln, span.uln) if limit is not None]
    limits = [limit for limit in limits if limit <= high * 1.6 or series.worse != "low"]
    low, high = min((*shown, *limits)), max((*shown, *limits))
    cuts = [float(cut) for span in series.spans for band in span.bands for cut in (band.low, band.high) if cut]
    near = [cut for cut in cuts if low * 0.6 <= cut <= high * 1.4]
    low, high = min((low, *near)), max((high, *near))
    room = (high - low or high or 1.0) * 0.08
    if low < 0.4 * high:
        return 0.0, high + room
    return low - room, high + room


def steps(low: float, high: float, most: int) -> tuple[float, ...]:
    """At most `most` round numbers from low to high."""
    rough = (high - low) / max(most, 1)
    size = 10.0 ** math.floor(math.log10(rough))
    step = next((size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= rough), size * 10)
    first = math.ceil(low / step - 1e-9)
    return tuple(step * n for n in range(first, math.floor(high / step + 1e-9) + 1))


def step_words(value: float) -> str:
    """A round number without noughts behind the point."""
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"
