"""One lane a patient, the longest on top: treatment, then follow-up; marks in shapes and letters for what happened."""

from datetime import date

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from outcomes.cohort.patients import CohortPatient
from outcomes.plots.style import COLOURS, dress, finish, new_figure
from outcomes.plots.values import PlotAsked, PlotLook
from outcomes.survival.endpoints import months

#: A single dose is still seen, months.
LEAST_BAR = 0.12
#: What happened -> marker, colour, words.
MARKS = {
    "response": ("^", COLOURS[2], "first response"),
    "progressed": ("D", COLOURS[1], "progression"),
    "died": ("X", COLOURS[6], "death"),
}


def draw_swimmer(asked: PlotAsked) -> bytes:
    """Everybody who was treated."""
    cutoff = asked.answer.summary.choices.cutoff
    lanes = sorted(
        ((ends(one, cutoff), one) for one in asked.answer.cohort.patients if one.start is not None and one.treated),
        key=lambda lane: (lane[0][1], lane[1].id),
    )
    lane_in = 0.2
    figure = new_figure(asked, 1.5 + lane_in * max(len(lanes), 1))
    wide, high = figure.get_figwidth(), figure.get_figheight()
    axes = figure.add_axes((1.15 / wide, 0.55 / high, 1 - 1.35 / wide, 1 - 1.45 / high))
    dress(axes, asked.look)
    for place, ((treated, seen), one) in enumerate(lanes):
        _lane(axes, place, one, treated, seen, asked.look, cutoff)
    axes.set_yticks(range(len(lanes)), [f"{one.id}  {one.best or '-'}" for _ends, one in lanes])
    axes.set_ylim(-0.7, len(lanes) - 0.3)
    longest = max((seen for (_treated, seen), _one in lanes), default=1.0)
    axes.set_xlim(0, longest * 1.06)
    axes.set_xlabel("Months since the first dose")
    axes.grid(axis="x", color=asked.look.line, linewidth=0.6)
    axes.set_axisbelow(True)
    title = "Each patient over time"
    figure.text(1.15 / wide, 1 - 0.28 / high, title, color=asked.look.text, weight="bold", fontsize=11)
    handles: list[Patch | Line2D] = [
        Patch(facecolor=COLOURS[0], label="on treatment"),
        Patch(facecolor=COLOURS[4], alpha=0.5, hatch="///", edgecolor=COLOURS[0], label="afterwards"),
    ]
    handles += [
        Line2D([], [], linestyle="none", marker=marker, color=colour, markeredgecolor=asked.look.text, label=words)
        for marker, colour, words in MARKS.values()
    ]
    handles.append(Line2D([], [], linestyle="none", marker=">", color=asked.look.text, label="goes on"))
    figure.legend(
        handles=handles, loc="upper left", bbox_to_anchor=(1.0 / wide, 1 - 0.36 / high), ncol=6, frameon=False,
        fontsize=8, labelcolor=asked.look.text, handletextpad=0.4, columnspacing=1.0,
    )  # fmt: skip
    return finish(figure, asked)


def ends(one: CohortPatient, cutoff: date | None) -> tuple[float, float]:
    """Months to the last dose and to the last thing known; without a last dose the first is the second."""
    last_dose = one.factors.get("last_dose_date", "")
    seen = _months(one, max(_known(one), default=one.start), cutoff)
    try:
        treated = _months(one, date.fromisoformat(last_dose), cutoff) if last_dose else seen
    except ValueError:
        treated = seen
    return min(treated, seen), seen


def _known(one: CohortPatient) -> list[date]:
    days = (one.died, one.last_contact, one.last_assessed, one.progressed)
    return [day for day in days if day is not None]


def _months(one: CohortPatient, day: date | None, cutoff: date | None) -> float:
    if day is None or one.start is None:
        return 0.0
    shown = day if cutoff is None else min(day, cutoff)
    return float(months(max((shown - one.start).days, 0)))


def _lane(
    axes: Axes, place: int, one: CohortPatient, treated: float, seen: float, look: PlotLook, cutoff: date | None
) -> None:
    axes.barh(place, max(treated, LEAST_BAR), height=0.58, color=COLOURS[0])
    if seen > treated:
        axes.barh(
            place, seen - treated, left=treated, height=0.58, color=COLOURS[4], alpha=0.5, hatch="///",
            edgecolor=COLOURS[0], linewidth=0,
        )  # fmt: skip
    for name, (marker, colour, _words) in MARKS.items():
        day: date | None = getattr(one, name)
        if day is not None and (cutoff is None or day <= cutoff):
            axes.plot(
                [_months(one, day, cutoff)], [place], marker=marker, color=colour, markersize=7.5,
                markeredgecolor=look.text, markeredgewidth=0.8, linestyle="none", clip_on=False,
            )  # fmt: skip
    if one.died is None or (cutoff is not None and one.died > cutoff):
        axes.plot([seen], [place], marker=">", markersize=6, color=look.text, linestyle="none", clip_on=False)
