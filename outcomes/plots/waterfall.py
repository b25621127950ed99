"""Best change of the sum of diameters, a bar a patient, with the best response in letters and hatches."""

from decimal import Decimal

from matplotlib.patches import Patch

from outcomes.cohort.patients import CohortPatient
from outcomes.cohort.sum_up import number
from outcomes.plots.marks import Drawn, mark_of
from outcomes.plots.style import COLOURS, HATCHES, dress, new_figure
from outcomes.plots.values import PlotAsked
from regimen.numbers import plain

RESPONSE_AT, PROGRESSION_AT = -30, 20  # percent of the baseline and of the nadir, RECIST 1.1
TICKS = (-100, -75, -50, RESPONSE_AT, 0, PROGRESSION_AT, 50, 75, 100, 150, 200, 300, 500)
SHOWN = ("CR", "PR", "SD", "NON-CR/NON-PD", "PD", "NE", "")
PLACE = dict(zip(SHOWN, (2, 0, 5, 4, 1, 6, 6), strict=True))


def changes_of(patients: tuple[CohortPatient, ...]) -> tuple[list[tuple[Decimal, CohortPatient]], list[CohortPatient]]:
    """Largest growth first, and those without a change on record."""
    found, without = [], []
    for one in patients:
        change = number(one.factors.get("best_change_percent", ""))
        if change is None:
            without.append(one)
        else:
            found.append((change, one))
    return sorted(found, key=lambda pair: (-pair[0], pair[1].id)), without


def draw_waterfall(asked: PlotAsked) -> Drawn:
    """Everybody treated who has a change on record; the others are named below."""
    treated = tuple(one for one in asked.answer.cohort.patients if one.treated)
    bars, without = changes_of(treated)
    figure = new_figure(asked, 4.3)
    wide, high = figure.get_figwidth(), figure.get_figheight()
    axes = figure.add_axes((0.85 / wide, 0.95 / high, 1 - 1.05 / wide, 1 - 1.75 / high))
    dress(axes, asked.look)
    used = []
    for place, (change, one) in enumerate(bars):
        kind = PLACE[one.best]
        if one.best not in used:
            used.append(one.best)
        axes.bar(
            place, float(change), width=0.78, color=COLOURS[kind], hatch=HATCHES[kind], edgecolor=asked.look.ground,
            linewidth=0.6,
        )  # fmt: skip
        star = "*" if starred(one, change) else ""
        up = change >= 0
        axes.annotate(
            f"{one.best or '-'}{star}", (place, float(change)), xytext=(0, 3 if up else -3), textcoords="offset points",
            ha="center", va="bottom" if up else "top", fontsize=7.5, color=asked.look.text,
        )  # fmt: skip
    for level in (RESPONSE_AT, PROGRESSION_AT):
        axes.axhline(level, color=asked.look.muted, linewidth=0.9, linestyle=(0, (4, 3)))
    axes.axhline(0, color=asked.look.muted, linewidth=0.8)
    axes.set_xticks(range(len(bars)), [one.id for _change, one in bars], rotation=90, fontsize=7.5)
    axes.set_xlim(-0.8, max(len(bars), 1) - 0.2)
    highest = max([PROGRESSION_AT, *(float(change) for change, _one in bars)])
    axes.set_ylim(-112, highest + 14)
    ticks = [tick for tick in TICKS if tick <= highest + 10]
    axes.set_yticks(ticks, [f"{tick:+d}" if tick in (RESPONSE_AT, PROGRESSION_AT) else str(tick) for tick in ticks])
    axes.set_ylabel("Best change, %")
    title = "Best change of the sum of diameters from baseline"
    figure.text(0.85 / wide, 1 - 0.3 / high, title, color=asked.look.text, weight="bold", fontsize=11)
    handles = [_legend(best, asked.look.ground) for best in SHOWN if best in used]
    figure.legend(
        handles=handles, loc="upper left", bbox_to_anchor=(0.75 / wide, 1 - 0.38 / high), ncol=7, frameon=False,
        fontsize=8, labelcolor=asked.look.text,
    )  # fmt: skip
    notes = ["* progression by a new lesion or another than the target lesions"]
    if without:
        notes.append(f"without a change on record: {', '.join(one.id for one in without)}")
    figure.text(0.85 / wide, 0.12 / high, "; ".join(notes), color=asked.look.muted, fontsize=8)
    marks = [
        mark_of(
            figure, axes, (place - 0.39, 0), (place + 0.39, float(change)),
            f"{one.id} ({one.best or 'not said'}): {plain(change)} % at its smallest sum", (one.id,),
        )
        for place, (change, one) in enumerate(bars)
    ]  # fmt: skip
    return Drawn(figure, tuple(marks))


def starred(one: CohortPatient, change: Decimal) -> bool:
    """Progression that the best change does not show."""
    return one.best == "PD" and change < PROGRESSION_AT


def _legend(best: str, ground: str) -> Patch:
    kind = PLACE[best]
    return Patch(facecolor=COLOURS[kind], hatch=HATCHES[kind], edgecolor=ground, label=best or "not said")
