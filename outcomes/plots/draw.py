"""A plot by its kind: as a file, or with its marks and its table for the screen."""

from collections.abc import Callable

from outcomes.exchange.csv_writer import csv_bytes
from outcomes.plots.curve import draw_curve
from outcomes.plots.cycle_map import draw_cycle_map
from outcomes.plots.grade_map import draw_grade_map
from outcomes.plots.marks import Drawn
from outcomes.plots.spider import draw_spider
from outcomes.plots.style import finish
from outcomes.plots.swimmer import draw_swimmer
from outcomes.plots.tables import as_cells, table_of
from outcomes.plots.values import PlotAsked, Scene
from outcomes.plots.waterfall import draw_waterfall

_BY_KIND: dict[str, Callable[[PlotAsked], Drawn]] = {
    "swimmer": draw_swimmer, "waterfall": draw_waterfall, "spider": draw_spider, "heat": draw_grade_map,
    "cycles": draw_cycle_map, "cycles_related": draw_cycle_map,
}  # fmt: skip


def drawn(asked: PlotAsked) -> Drawn:
    """The figure with its marks."""
    return _BY_KIND.get(asked.kind, draw_curve)(asked)


def draw(asked: PlotAsked) -> bytes:
    """The file's bytes in the format asked for."""
    return finish(drawn(asked).figure, asked)


def scene(asked: PlotAsked) -> Scene:
    """The picture with what can be pointed at."""
    found = drawn(asked)
    return Scene(finish(found.figure, asked), found.marks, found.nearest, table_of(asked))


def table_file(asked: PlotAsked) -> bytes:
    """The table of a plot as CSV."""
    return csv_bytes(as_cells(table_of(asked)))
