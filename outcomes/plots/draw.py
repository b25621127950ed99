"""A plot by its kind."""

from outcomes.plots.curve import draw_curve
from outcomes.plots.swimmer import draw_swimmer
from outcomes.plots.values import PlotAsked
from outcomes.plots.waterfall import draw_waterfall


def draw(asked: PlotAsked) -> bytes:
    """The file's bytes in the format asked for."""
    if asked.kind == "swimmer":
        return draw_swimmer(asked)
    if asked.kind == "waterfall":
        return draw_waterfall(asked)
    return draw_curve(asked)
