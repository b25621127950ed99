"""One lane a patient, the longest on top: treatment, then follow-up; marks in shapes and letters for what happened."""

from datetime import date

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from outcomes.cohort.patients import CohortPatient
from outcomes.plots.marks import Drawn, mark_of
from outcomes.plots.style import COLOURS, dress, new_figure
from outcomes.plots.values import Mark, PlotAsked, PlotLook
from outcomes.proportions import one_decimal
from outcomes.survival.endpoints import months

#: A single dose is still seen, months.
LEAST_BAR = 0.12
#: What happened -> marker, colour, words.
MARKS = {
    "response": ("^", COLOURS[2], "first response"),
    "progressed": ("D", COLOURS[1], "progression"),
    "died": ("X", COLOURS[6], "death"),
}


#: Months to the last dose (None: not on record) and to the last thing known.
Ends = tuple[float | None, float]
Lane = tuple[Ends, CohortPatient]


def lanes_of(asked: PlotAsked) -> list[Lane]:
    """Everybody who was treated, with their ends; the shortest first."""
    cutoff = asked.answer.summary.choices.cutoff
    treated = (one for one in asked.answer.cohort.patients if one.start is not None and one.treated)
    return sorted(((ends(one, cutoff), one) for one in treated), key=lambda lane: (lane[0][1], lane[1].id))


def happened(one: CohortPatient, cutoff: date | None) -> list[tuple[str, float]]:
    """Each of `MARKS` that happened, and after how many months."""
    days = {name: getattr(one, name) for name in MARKS}
    return [(name, _months(one, day, cutoff)) for name, day in days.items() if day and (not cutoff or day <= cutoff)]


def draw_swimmer(asked: PlotAsked) -> Drawn:
    """Everybody who was treated."""
    cutoff = asked.answer.summary.choices.cutoff
    lanes = lanes_of(asked)
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
    if any(treated is None for (treated, _seen), _one in lanes):
        unknown = Patch(facecolor=asked.look.ground, edgecolor=COLOURS[0], label="last dose not on record")
        handles.append(unknown)
    handles += [
        Line2D([], [], linestyle="none", marker=marker, color=colour, markeredgecolor=asked.look.text, label=words)
        for marker, colour, words in MARKS.values()
    ]
    handles.append(Line2D([], [], linestyle="none", marker=">", color=asked.look.text, label="goes on"))
    figure.legend(
        handles=handles, loc="upper left", bbox_to_anchor=(1.0 / wide, 1 - 0.36 / high), ncol=6, frameon=False,
        fontsize=8, labelcolor=asked.look.text, handletextpad=0.4, columnspacing=1.0,
    )  # fmt: skip
    marks: list[Mark] = []
    for series, place in enumerate(reversed(range(len(lanes)))):
        (treated, seen), one = lanes[place]
        whole = (0.0, place - 0.29), (max(seen, LEAST_BAR), place + 0.29)
        marks.append(mark_of(figure, axes, *whole, said_of(one, treated, seen, cutoff), (one.id,), series))
        for name, month in happened(one, cutoff):
            words = f"{one.id}: {MARKS[name][2]} at {one_decimal(month)} months"
            marks.append(mark_of(figure, axes, (month, place), (month, place), words, (one.id,), series))
    return Drawn(figure, tuple(marks))


def said_of(one: CohortPatient, treated: float | None, seen: float, cutoff: date | None) -> str:
    """ "D07 (PR): on treatment 4.2 months, known for 9.6; first response 1.4, progression 9.4; goes on"."""
    told = [f"{MARKS[name][2]} {one_decimal(month)}" for name, month in happened(one, cutoff)]
    dead = any(name == "died" for name, _month in happened(one, cutoff))
    begun = "last dose not on record" if treated is None else f"on treatment {one_decimal(treated)} months"
    parts = [f"{begun}, known for {one_decimal(seen)}" + (" months" if treated is None else "")]
    parts += [", ".join(told)] if told else []
    parts += [] if dead else ["goes on"]
    return f"{one.id} ({one.best or 'not said'}): {'; '.join(parts)}"


def ends(one: CohortPatient, cutoff: date | None) -> Ends:
    """How long a patient was treated and is known; a last dose that is not on record is no treatment that goes on."""
    last_dose = one.factors.get("last_dose_date", "")
    seen = _months(one, max(_known(one), default=one.start), cutoff)
    try:
        treated = _months(one, date.fromisoformat(last_dose), cutoff) if last_dose else None
    except ValueError:
        treated = None
    return None if treated is None else min(treated, seen), seen


def _known(one: CohortPatient) -> list[date]:
    days = (one.died, one.last_contact, one.last_assessed, one.progressed)
    return [day for day in days if day is not None]


def _months(one: CohortPatient, day: date | None, cutoff: date | None) -> float:
    if day is None or one.start is None:
        return 0.0
    shown = day if cutoff is None else min(day, cutoff)
    return float(months(max((shown - one.start).days, 0)))


def _lane(
    axes: Axes, place: int, one: CohortPatient, treated: float | None, seen: float, look: PlotLook, cutoff: date | None
) -> None:
    if treated is None:
        long = max(seen, LEAST_BAR)
        axes.barh(place, long, height=0.58, facecolor=look.ground, edgecolor=COLOURS[0], linewidth=1)
    else:
        axes.barh(place, max(treated, LEAST_BAR), height=0.58, color=COLOURS[0])
    if treated is not None and seen > treated:
        axes.barh(
            place, seen - treated, left=treated, height=0.58, color=COLOURS[4], alpha=0.5, hatch="///",
            edgecolor=COLOURS[0], linewidth=0,
        )  # fmt: skip
    for name, month in happened(one, cutoff):
        marker, colour, _words = MARKS[name]
        axes.plot(
            [month], [place], marker=marker, color=colour, markersize=7.5, markeredgecolor=look.text,
            markeredgewidth=0.8, linestyle="none", clip_on=False,
        )  # fmt: skip
    if one.died is None or (cutoff is not None and one.died > cutoff):
        axes.plot([seen], [place], marker=">", markersize=6, color=look.text, linestyle="none", clip_on=False)
