"""Kaplan-Meier curves: steps, marks where somebody was censored, a band, the median, numbers at risk below."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from outcomes.cohort.answer import TITLES
from outcomes.cohort.summary import Endpoint, Summary
from outcomes.cohort.words import band_words, median_words, rule_words
from outcomes.plots.marks import Drawn, mark_of
from outcomes.plots.style import COLOURS, STYLES, dress, new_figure
from outcomes.plots.values import Mark, PlotAsked, PlotLook
from outcomes.proportions import one_decimal
from outcomes.survival.endpoints import months
from outcomes.survival.kaplan_meier import Curve, Step

LEAST_MONTHS = 3
ROW_IN = 0.19


def curves_of(asked: PlotAsked) -> list[tuple[str, Curve]]:
    """The curve of one endpoint, or those of its groups by name."""
    endpoint = asked.answer.summary.endpoints[asked.kind]
    return list(endpoint.groups.items()) if len(endpoint.groups) > 1 else [("", endpoint.curve)]


def draw_curve(asked: PlotAsked) -> Drawn:
    """The plot of one endpoint, whole or by groups."""
    summary: Summary = asked.answer.summary
    endpoint, curves = summary.endpoints[asked.kind], curves_of(asked)
    said = _said(asked.kind, endpoint, curves, summary)
    figure = new_figure(asked, 3.75 + ROW_IN * (len(curves) + len(said)))
    inches, high = figure.get_figwidth(), figure.get_figheight()
    bottom, top = 0.85 + ROW_IN * len(curves), high - 0.5 - ROW_IN * len(said)
    axes = figure.add_axes((0.85 / inches, bottom / high, 1 - 1.05 / inches, (top - bottom) / high))
    dress(axes, asked.look)
    last = max((float(months(curve.last_day)) for _name, curve in curves), default=0.0)
    step = _tick(last)
    for place, (name, curve) in enumerate(curves):
        _one(axes, curve, name, place, asked.look.ground if len(curves) > 1 else "")
    axes.set_xlim(0, max(last * 1.03, LEAST_MONTHS))
    axes.set_ylim(0, 1.02)
    axes.set_xticks(range(0, int(max(last, LEAST_MONTHS)) + 1, step))
    axes.set_xlabel("Months since the first response" if asked.kind == "dor" else "Months since the first dose")
    axes.set_ylabel("Probability")
    axes.grid(axis="y", color=asked.look.line, linewidth=0.6)
    axes.axhline(0.5, color=asked.look.muted, linewidth=0.7, linestyle=(0, (2, 3)))
    figure.text(0.85 / inches, 1 - 0.28 / high, TITLES[asked.kind], color=asked.look.text, weight="bold", fontsize=11)
    for line, words in enumerate(said):
        figure.text(0.85 / inches, 1 - (0.48 + ROW_IN * line) / high, words, color=asked.look.text, fontsize=8.5)
    _at_risk(figure, axes, curves, range(0, int(max(last, LEAST_MONTHS)) + 1, step), asked.look)
    marks = [
        mark for place, (name, curve) in enumerate(curves) for mark in _marks(figure, axes, asked, name, curve, place)
    ]
    return Drawn(figure, tuple(marks), "line")


def ids_at(asked: PlotAsked, name: str) -> Mapping[int, tuple[str, ...]]:
    """Day -> the patients of a curve whose observation ended on it, by event or censored. name: of the group."""
    summary = asked.answer.summary
    factors = {one.id: one.factors.get(summary.choices.by, "") for one in summary.patients}
    found: dict[int, tuple[str, ...]] = {}
    for ident, time in sorted(summary.endpoints[asked.kind].times.items()):
        if (not name and len(summary.endpoints[asked.kind].groups) < 2) or factors.get(ident, "") == name:
            found[time.days] = (*found.get(time.days, ()), ident)
    return found


def _marks(figure: Figure, axes: Axes, asked: PlotAsked, name: str, curve: Curve, place: int) -> list[Mark]:
    """The curve from each step to the next; before the first everybody is there."""
    ids = ids_at(asked, name)
    head = f"{name}: " if name else ""
    first = float(months(curve.steps[0].days)) if curve.steps else 0.0
    found = [
        mark_of(figure, axes, (0, 1), (first, 1), f"{head}nobody has reached the end; {curve.n} at risk", (), place)
    ]
    ends = [float(months(later.days)) for _step, later in pairwise(curve.steps)]
    ends += [float(months(curve.last_day))] if curve.steps else []
    for step, end in zip(curve.steps, ends, strict=True):
        start, inside = float(months(step.days)), ids.get(step.days, ())
        words = f"{head}{said_of(step, inside)}"
        found.append(mark_of(figure, axes, (start, step.survival), (end, step.survival), words, inside, place))
    return found


def said_of(step: Step, ids: Sequence[str]) -> str:
    """ "4.2 months (day 128): 64.3 % (43.8 to 78.9), 18 at risk just before; 1 event, 0 censored: D07"."""
    limits = ""
    if step.lower is not None and step.upper is not None:
        limits = f" (95 % limits {one_decimal(step.lower * 100)} to {one_decimal(step.upper * 100)})"
    events = f"{step.events} event{'' if step.events == 1 else 's'}, {step.censored} censored"
    named = f": {', '.join(ids[:6])}{f' and {len(ids) - 6} more' if len(ids) > 6 else ''}" if ids else ""
    when = f"{one_decimal(months(step.days))} months (day {step.days})"
    return f"{when}: {one_decimal(step.survival * 100)} %{limits}, {step.at_risk} at risk just before; {events}{named}"


def _tick(last: float) -> int:
    """Months between the ticks of the axis."""
    return next((step for step in (1, 3, 6) if last / step <= 9), 12)


def _one(axes: Axes, curve: Curve, name: str, place: int, ground: str) -> None:
    """One curve. ground: behind its name, where there are several; "" where it is the only one."""
    colour, style = COLOURS[place % len(COLOURS)], STYLES[place % len(STYLES)]
    x = [0.0, *(float(months(step.days)) for step in curve.steps)]
    y = [1.0, *(step.survival for step in curve.steps)]
    axes.step(x, y, where="post", color=colour, linestyle=style, linewidth=1.8)
    if not ground:
        known = [step for step in curve.steps if step.lower is not None and step.upper is not None]
        axes.fill_between(
            [0.0, *(float(months(step.days)) for step in known)],
            [1.0, *(step.lower or 0.0 for step in known)],
            [1.0, *(step.upper or 0.0 for step in known)],
            step="post", color=colour, alpha=0.16, linewidth=0,
        )  # fmt: skip
    gone = [step for step in curve.steps if step.censored]
    axes.plot(
        [float(months(step.days)) for step in gone], [step.survival for step in gone], linestyle="none", marker="|",
        markersize=8, markeredgewidth=1.2, color=colour,
    )  # fmt: skip
    if ground and curve.steps:
        label = f"{chr(65 + place)} {name or 'not said'}"
        axes.annotate(
            label, (x[-1], y[-1]), xytext=(-2, 5), textcoords="offset points", ha="right", color=colour, weight="bold",
            fontsize=8.5, bbox={"facecolor": ground, "edgecolor": "none", "alpha": 0.8, "pad": 0.6},
        )  # fmt: skip


def _said(kind: str, endpoint: Endpoint, curves: Sequence[tuple[str, Curve]], summary: Summary) -> list[str]:
    """Medians, rule and band in words, above the curves."""
    many = len(curves) > 1
    lines = [
        (f"{chr(65 + place)} {name or 'not said'}: " if many else "")
        + f"{curve.events} events in {curve.n}; median {median_words(curve)}"
        for place, (name, curve) in enumerate(curves)
    ]
    rule = "" if kind == "os" else f"{rule_words(summary.choices)}; "
    p_value = "" if endpoint.log_rank_p is None else f"; log-rank p = {endpoint.log_rank_p:.3f}"
    return [*lines, f"{rule}{band_words(summary.choices)}{p_value}; | censored"]


def _at_risk(figure: Figure, axes: Axes, curves: Sequence[tuple[str, Curve]], ticks: range, look: PlotLook) -> None:
    """How many are still observed just before each tick, aligned to the axis."""
    low = axes.get_position().y0
    high = figure.get_figheight()
    top = low - 0.56 / high
    figure.text(0.08 / figure.get_figwidth(), top, "At risk", color=look.muted, fontsize=8.5, va="center")
    days = [month * 30.4375 for month in ticks]
    for place, (_name, curve) in enumerate(curves):
        y = top - ROW_IN * place / high
        if len(curves) > 1:
            figure.text(
                0.62 / figure.get_figwidth(), y, chr(65 + place), color=COLOURS[place % len(COLOURS)], fontsize=8.5,
                weight="bold", va="center",
            )  # fmt: skip
        for month, number in zip(ticks, curve.at_risk(days), strict=True):
            x = figure.transFigure.inverted().transform(axes.transData.transform((month, 0)))[0]
            figure.text(x, y, str(number), color=look.text, fontsize=8.5, ha="center", va="center")
