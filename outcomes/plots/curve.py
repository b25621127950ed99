"""Kaplan-Meier curves: steps, marks where somebody was censored, a band, the median, numbers at risk below."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from outcomes.cohort.answer import TITLES
from outcomes.cohort.summary import Endpoint, Summary
from outcomes.cohort.words import band_words, median_words, rule_words
from outcomes.plots.style import COLOURS, STYLES, dress, finish, new_figure
from outcomes.plots.values import PlotAsked, PlotLook
from outcomes.survival.endpoints import months
from outcomes.survival.kaplan_meier import Curve

LEAST_MONTHS = 3
ROW_IN = 0.19


def draw_curve(asked: PlotAsked) -> bytes:
    """The plot of one endpoint, whole or by groups."""
    summary: Summary = asked.answer.summary
    endpoint = summary.endpoints[asked.kind]
    curves = list(endpoint.groups.items()) if len(endpoint.groups) > 1 else [("", endpoint.curve)]
    said = _said(asked.kind, endpoint, curves, summary)
    figure = new_figure(asked, 3.75 + ROW_IN * (len(curves) + len(said)))
    inches, high = figure.get_figwidth(), figure.get_figheight()
    bottom, top = 0.85 + ROW_IN * len(curves), high - 0.5 - ROW_IN * len(said)
    axes = figure.add_axes((0.85 / inches, bottom / high, 1 - 1.05 / inches, (top - bottom) / high))
    dress(axes, asked.look)
    last = max((float(months(curve.last_day)) for _name, curve in curves), default=0.0)
    step = _step(last)
    for place, (name, curve) in enumerate(curves):
        _one(axes, curve, name, place, len(curves) > 1)
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
    return finish(figure, asked)


def _step(last: float) -> int:
    """Months between the ticks of the axis."""
    return next((step for step in (1, 3, 6) if last / step <= 9), 12)


def _one(axes: Axes, curve: Curve, name: str, place: int, many: bool) -> None:
    colour, style = COLOURS[place % len(COLOURS)], STYLES[place % len(STYLES)]
    x = [0.0, *(float(months(step.days)) for step in curve.steps)]
    y = [1.0, *(step.survival for step in curve.steps)]
    axes.step(x, y, where="post", color=colour, linestyle=style, linewidth=1.8)
    if not many:
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
    if many and curve.steps:
        label = f"{chr(65 + place)} {name or 'not said'}"
        axes.annotate(
            label, (x[-1], y[-1]), xytext=(-2, 5), textcoords="offset points", ha="right", color=colour, weight="bold",
            fontsize=8.5,
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
