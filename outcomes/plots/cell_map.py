"""Rows of terms with numbers in coloured cells. The number stands in each cell; the colour only helps the eye."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from outcomes.plots.marks import mark_of
from outcomes.plots.style import COLOURS
from outcomes.plots.values import Mark, PlotLook

#: Rows drawn; the table has all of them.
MOST_ROWS = 40
ROW_IN = 0.215
HEAD_IN, FOOT_IN = 1.02, 0.45
#: Room for the terms: as much as the longest needs, at most this, at most so much of the whole.
MOST_NAMES_IN, MOST_NAMES_PART, LETTER_IN = 3.1, 0.34, 0.065
#: Any grade in blue, grade 3 and above in vermilion: both told apart by everybody, and named in the heading.
MILD, SEVERE = COLOURS[0], COLOURS[1]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. share: 0 to 1, its colour; text "": nobody, and nothing is painted."""

    share: float
    text: str
    hue: str
    words: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """One block of columns.

    heads  (heading, second line)
    gaps   columns before which a gap is left
    under  what the second line of the headings says, at the left of the first panel
    """

    title: str
    heads: tuple[tuple[str, str], ...]
    cells: tuple[tuple[Cell, ...], ...]
    gaps: tuple[int, ...] = ()
    under: str = ""


def mixed(ground: str, hue: str, share: float) -> tuple[float, float, float]:
    """The hue on the ground: seen from the first patient on, full at everybody."""
    part = 0.18 + 0.82 * min(max(share, 0.0), 1.0)
    back, front = to_rgb(ground), to_rgb(hue)
    red, green, blue = (low + (high - low) * part for low, high in zip(back, front, strict=True))
    return red, green, blue


def luminance(colour: tuple[float, float, float]) -> float:
    """Relative luminance (WCAG 2.2)."""
    lit = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in colour]
    return 0.2126 * lit[0] + 0.7152 * lit[1] + 0.0722 * lit[2]


def readable_on(colour: tuple[float, float, float]) -> str:
    """Black or white, whichever stands out more."""
    light = luminance(colour)
    return "#000000" if (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) else "#ffffff"


def draw_panels(figure: Figure, look: PlotLook, terms: tuple[str, ...], panels: tuple[Panel, ...]) -> tuple[Mark, ...]:
    """The panels side by side, the terms at the left; marks row by row over all panels."""
    inches, high = figure.get_figwidth(), figure.get_figheight()
    longest = max((len(term) for term in terms), default=1) * LETTER_IN + 0.35
    names = min(longest, MOST_NAMES_IN, inches * MOST_NAMES_PART)
    letters = int((names - 0.3) / LETTER_IN)
    room = inches - names - 0.25
    columns = sum(len(panel.heads) + 0.3 * len(panel.gaps) for panel in panels)
    gap = 0.3
    unit = (room - gap * (len(panels) - 1)) / max(columns, 1)
    rows = max(len(terms), 1)
    left = names
    found: list[list[Mark]] = [[] for _ in terms]
    for number, panel in enumerate(panels):
        units = len(panel.heads) + 0.3 * len(panel.gaps)
        axes = figure.add_axes((left / inches, FOOT_IN / high, unit * units / inches, ROW_IN * rows / high))
        _panel(figure, axes, panel, look, rows, found)
        if number == 0:
            for row, term in enumerate(terms):
                shown = term if len(term) <= letters else f"{term[: letters - 1]}…"
                y = (FOOT_IN + ROW_IN * (rows - row - 0.5)) / high
                figure.text(
                    (left - 0.1) / inches, y, shown, ha="right", va="center", fontsize=8.5, color=look.text
                )  # fmt: skip
            if panel.under:
                y = (FOOT_IN + ROW_IN * rows + 0.1) / high
                figure.text(
                    (left - 0.1) / inches, y, panel.under, ha="right", va="center", fontsize=7, color=look.muted
                )
        left += unit * units + gap
    return tuple(mark for marks in found for mark in marks)


def _panel(figure: Figure, axes: Axes, panel: Panel, look: PlotLook, rows: int, found: list[list[Mark]]) -> None:
    places = []
    x = 0.0
    for column in range(len(panel.heads)):
        x += 0.3 if column in panel.gaps else 0.0
        places.append(x)
        x += 1.0
    axes.set_xlim(0, max(x, 1.0))
    axes.set_ylim(rows, 0)
    axes.axis("off")
    axes.set_facecolor(look.ground)
    high = figure.get_figheight()
    top = axes.get_position().y1
    start = axes.get_position().x0
    figure.text(start, top + 0.46 / high, panel.title, color=look.text, fontsize=8.5, weight="bold", va="center")
    for (head, second), place in zip(panel.heads, places, strict=True):
        axes.annotate(
            head, (place + 0.5, 0), xytext=(0, 15), textcoords="offset points", ha="center", fontsize=8.5,
            color=look.text, annotation_clip=False,
        )  # fmt: skip
        axes.annotate(
            second, (place + 0.5, 0), xytext=(0, 4), textcoords="offset points", ha="center", fontsize=7,
            color=look.muted, annotation_clip=False,
        )  # fmt: skip
    for row, cells in enumerate(panel.cells):
        axes.plot([0, x], [row + 1, row + 1], color=look.line, linewidth=0.4, zorder=0)
        for cell, place in zip(cells, places, strict=True):
            if cell.text:
                _cell(axes, cell, place, row, look)
            spot = mark_of(
                figure, axes, (place + 0.03, row + 0.05), (place + 0.97, row + 0.95), cell.words, cell.ids, row
            )
            found[row].append(spot)


def _cell(axes: Axes, cell: Cell, place: float, row: int, look: PlotLook) -> None:
    colour = mixed(look.ground, cell.hue, cell.share)
    axes.add_patch(Rectangle((place + 0.03, row + 0.05), 0.94, 0.9, facecolor=colour, linewidth=0))
    axes.text(place + 0.5, row + 0.52, cell.text, ha="center", va="center", fontsize=8, color=readable_on(colour))
