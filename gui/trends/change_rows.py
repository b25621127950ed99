"""Holds, delays and dose changes laid out in rows, so that no bar and no words touch another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from gui.trends.figures import PlanChange
from gui.trends.time_axis import TimeAxis


@dataclass(frozen=True, slots=True)
class PlacedChange:
    """left, right: the bar; words_left: where its words begin; end: the right end of both."""

    change: PlanChange
    row: int
    left: float
    right: float
    words_left: float
    end: float


def place_changes(
    changes: Sequence[PlanChange], axis: TimeAxis, width_of: Callable[[str], float], gap: float
) -> tuple[PlacedChange, ...]:
    """Each change in the first row that has room for it; what lies off the axis is left out.

    Words stand in their bar where they fit, else behind it, else before it at the end of the axis.
    """
    ends: list[float] = []
    found: list[PlacedChange] = []
    for change in sorted(changes, key=lambda one: one.first):
        if change.first > axis.last or (change.last is not None and change.last < axis.first):
            continue
        left = max(axis.x(max(change.first, axis.first)), axis.left)
        last = axis.last if change.last is None else min(change.last, axis.last)
        right = axis.x(last + timedelta(days=1)) if change.kind != "dose" else left + gap / 3
        wide = width_of(change.short)
        if wide + gap <= right - left:
            words = left + gap / 2
        elif right + wide + gap / 2 <= axis.right:
            words = right + gap / 3
        else:
            words = max(left - wide - gap / 3, axis.left)
        begin, end = min(left, words), max(right, words + wide)
        row = next((row for row, taken in enumerate(ends) if taken + gap <= begin), len(ends))
        if row == len(ends):
            ends.append(end)
        else:
            ends[row] = end
        found.append(PlacedChange(change, row, left, right, words, end))
    return tuple(found)
