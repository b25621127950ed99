"""How the sum of diameters of each patient went: a line a patient, its scans in shapes, names beside its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from outcomes.cohort.patients import Change, CohortPatient
from outcomes.plots.marks import Drawn, mark_of, place
from outcomes.plots.style import COLOURS, STYLES, dress, new_figure
from outcomes.plots.values import Mark, PlotAsked, PlotLook
from outcomes.plots.waterfall import PLACE, PROGRESSION_AT, RESPONSE_AT, SHOWN
from outcomes.proportions import one_decimal
from outcomes.survival.endpoints import months

HIGH_IN = 5.4
#: Above so many lines names are left to the pointer and to the table.
MOST_NAMES = 40
NAME_IN, NAME_WIDE_IN = 0.115, 0.36
TICKS = (-100, -75, -50, RESPONSE_AT, 0, PROGRESSION_AT, 50, 75, 100, 150, 200, 300, 500, 1000)
SCAN, PROGRESSED, NEW = "o", "s", "*"


@dataclass(frozen=True, slots=True)
class Point:
    """One scan on a line. month: since the first dose; level: percent drawn, that of the scan before where unknown."""

    month: float
    level: float
    change: Change


@dataclass(frozen=True, slots=True)
class Line:
    """One patient's line from the baseline at 0 months and 0 percent."""

    patient: CohortPatient
    points: tuple[Point, ...]


def lines_of(asked: PlotAsked) -> tuple[Line, ...]:
    """Every treated patient with a sum after the baseline, up to the cut-off; the one that ends highest first."""
    cutoff = asked.answer.summary.choices.cutoff
    found = []
    for one in asked.answer.cohort.patients:
        if not one.treated or one.start is None:
            continue
        level, points = 0.0, []
        for change in one.changes:
            if cutoff is not None and change.on > cutoff:
                break
            level = level if change.percent is None else float(change.percent)
            points.append(Point(float(months((change.on - one.start).days)), level, change))
        if any(point.change.percent is not None for point in points):
            found.append(Line(one, tuple(points)))
    return tuple(sorted(found, key=lambda line: (-line.points[-1].level, line.patient.id)))


def draw_spider(asked: PlotAsked) -> Drawn:
    """Everybody with sums on record; the others are named below."""
    lines = lines_of(asked)
    figure = new_figure(asked, HIGH_IN)
    wide, high = figure.get_figwidth(), figure.get_figheight()
    axes = figure.add_axes((0.85 / wide, 0.95 / high, 1 - 1.35 / wide, 1 - 1.75 / high))
    dress(axes, asked.look)
    levels = [point.level for line in lines for point in line.points]
    highest = max([PROGRESSION_AT, *levels])
    axes.set_ylim(-112, highest + max(12, highest * 0.06))
    axes.set_xlim(0, max([3.0, *(line.points[-1].month * 1.02 for line in lines)]))
    ticks = [tick for tick in TICKS if tick <= highest + 8]
    axes.set_yticks(ticks, [f"{tick:+d}" if tick else "0" for tick in ticks])
    axes.set_xlabel("Months since the first dose")
    axes.set_ylabel("Change of the sum from baseline, %")
    for limit in (RESPONSE_AT, PROGRESSION_AT):
        axes.axhline(limit, color=asked.look.muted, linewidth=0.9, linestyle=(0, (4, 3)))
    axes.axhline(0, color=asked.look.muted, linewidth=0.8)
    for line in lines:
        _line(axes, line, asked)
    _names(figure, axes, lines, asked.look)
    _words(figure, lines, asked)
    return Drawn(figure, marks_of(figure, axes, lines))


def _line(axes: Axes, line: Line, asked: PlotAsked) -> None:
    kind = PLACE[line.patient.best]
    x, y = [0.0, *(point.month for point in line.points)], [0.0, *(point.level for point in line.points)]
    colour = COLOURS[kind]
    axes.plot(x, y, color=colour, linestyle=STYLES[kind], linewidth=1.3, solid_joinstyle="round")
    for marker, size, wanted in (
        (SCAN, 3.2, [point for point in line.points if not point.change.new and not point.change.progression]),
        (PROGRESSED, 5.2, [point for point in line.points if point.change.progression and not point.change.new]),
        (NEW, 10.5, [point for point in line.points if point.change.new]),
    ):
        axes.plot(
            [point.month for point in wanted], [point.level for point in wanted], linestyle="none", marker=marker,
            markersize=size, color=colour, markeredgecolor=asked.look.text if marker != SCAN else colour,
            markeredgewidth=0.7, clip_on=False, zorder=4 if marker == NEW else 3,
        )  # fmt: skip


def _names(figure: Figure, axes: Axes, lines: tuple[Line, ...], look: PlotLook) -> None:
    """Each number right of the end of its line, moved up or down past the names already there."""
    if len(lines) > MOST_NAMES:
        return
    inches, high = figure.get_figwidth(), figure.get_figheight()
    taken: list[tuple[float, float]] = []
    for line in lines:
        left, top = place(figure, axes, line.points[-1].month, line.points[-1].level)
        x, wanted = left * inches + 0.12, top * high
        near = [y for across, y in taken if abs(across - x) < NAME_WIDE_IN]
        y = free_place(wanted, near, NAME_IN)
        taken.append((x, y))
        figure.text(x / inches, 1 - y / high, line.patient.id, color=look.text, fontsize=7, va="center")


def free_place(wanted: float, taken: Sequence[float], least: float) -> float:
    """The place nearest to the wanted one that is at least `least` away from all taken ones."""
    free = [wanted, *(one + least for one in taken), *(one - least for one in taken)]
    fitting = [one for one in free if all(abs(one - other) >= least - 1e-9 for other in taken)]
    return min(fitting, key=lambda one: abs(one - wanted))


def _words(figure: Figure, lines: tuple[Line, ...], asked: PlotAsked) -> None:
    wide, high = figure.get_figwidth(), figure.get_figheight()
    title = "Sum of diameters of each patient over time"
    figure.text(0.85 / wide, 1 - 0.3 / high, title, color=asked.look.text, weight="bold", fontsize=11)
    used = {line.patient.best for line in lines}
    handles = [
        Line2D([], [], color=COLOURS[PLACE[best]], linestyle=STYLES[PLACE[best]], label=best or "not said")
        for best in SHOWN
        if best in used
    ]
    shapes = ((SCAN, 3.2, "scan"), (PROGRESSED, 5.2, "progression"), (NEW, 10.5, "new lesion"))
    handles += [
        Line2D([], [], linestyle="none", marker=marker, markersize=size, color=asked.look.text, label=words)
        for marker, size, words in shapes
    ]
    figure.legend(
        handles=handles, loc="upper left", bbox_to_anchor=(0.75 / wide, 1 - 0.36 / high), ncol=9, frameon=False,
        fontsize=8, labelcolor=asked.look.text, handlelength=2.6, columnspacing=1.2, handletextpad=0.5,
    )  # fmt: skip
    notes = [
        "-30 %: partial response. +20 % is progression only where the baseline is the smallest sum;",
        "otherwise it counts from the smallest sum (and 5 mm): squares and stars say where.",
    ]
    drawn = {line.patient.id for line in lines}
    without = [one.id for one in asked.answer.cohort.patients if one.treated and one.id not in drawn]
    if without:
        shown = ", ".join(without[:12]) + (f" and {len(without) - 12} more" if len(without) > 12 else "")
        notes[-1] += f" Without sums on record: {shown}."
    for number, words in enumerate(notes):
        figure.text(0.85 / wide, (0.27 - 0.16 * number) / high, words, color=asked.look.muted, fontsize=8)


def marks_of(figure: Figure, axes: Axes, lines: tuple[Line, ...]) -> tuple[Mark, ...]:
    """Every scan of every line."""
    found = []
    for series, line in enumerate(lines):
        for point in line.points:
            spot = (point.month, point.level)
            found.append(mark_of(figure, axes, spot, spot, said_of(line.patient, point), (line.patient.id,), series))
    return tuple(found)


def said_of(patient: CohortPatient, point: Point) -> str:
    """ "D03 (SD), 5.1 months, 2025-04-24: -9.3 % from baseline; new lesion; progression"."""
    change = point.change
    sums = "not every target measured" if change.percent is None else f"{signed(change.percent)} % from baseline"
    parts = [sums, *(["new lesion"] if change.new else []), *(["progression"] if change.progression else [])]
    when = one_decimal(point.month)
    return f"{patient.id} ({patient.best or 'not said'}), {when} months, {change.on.isoformat()}: {'; '.join(parts)}"


def signed(percent: Decimal) -> str:
    """One decimal with its sign; 0.0 has none."""
    words = one_decimal(percent)
    return words if percent <= 0 else f"+{words}"
