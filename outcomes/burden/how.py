"""How each figure of the comparison came about, in words: what was added up, and from where. Pure."""

from collections.abc import Callable

from outcomes.burden.values import Burden, Column, SiteTimes
from regimen.numbers import plain


def hours(minutes: int) -> str:
    """ "4 h 30 min"; whole hours and minutes, nothing rounded."""
    whole, rest = divmod(minutes, 60)
    parts = ([f"{whole} h"] if whole or not rest else []) + ([f"{rest} min"] if rest else [])
    return " ".join(parts)


def strengths(burden: Burden) -> str:
    """ "672 x 500 mg + 224 x 150 mg"."""
    kinds = (f"{count} × {plain(mg)} mg" for mg, count in sorted(burden.tablets.items(), reverse=True))
    return " + ".join(kinds) or "none"


def _visits(burden: Burden, _times: SiteTimes) -> str:
    if not burden.iv_days:
        return "The regimen file has no infusion in these weeks."
    first = burden.iv_days[0].toordinal()
    days = ", ".join(str(on.toordinal() - first + 1) for on in burden.iv_days)
    return f"Days with an infusion, counted from the first: {days}."


def _chair(burden: Burden, times: SiteTimes) -> str:
    parts = [f"infusions {hours(burden.infusion_minutes)} by the regimen file"]
    parts.append(f"{burden.iv_visits} visits × {times.around_infusion} min around them")
    parts.append(f"{burden.test_trips} blood tests on a day of their own × {times.blood_test} min")
    missing = [one for one in burden.unknown if one.startswith("infusion time")]
    return " + ".join(parts) + "." + (f" Not in the file: {', '.join(missing)}." if missing else "")


def _tests(burden: Burden, _times: SiteTimes) -> str:
    with_visit = burden.blood_tests - burden.test_trips
    return f"{with_visit} on a day with an infusion, {burden.test_trips} on a day of their own."


def _trips(burden: Burden, _times: SiteTimes) -> str:
    return f"{burden.iv_visits} for an infusion + {burden.test_trips} for a blood test alone."


def _travel(burden: Burden, times: SiteTimes) -> str:
    return f"{burden.iv_visits + burden.test_trips} trips × {times.travel} min there and back."


def _litres(burden: Burden, _times: SiteTimes) -> str:
    missing = [one for one in burden.unknown if one.startswith("bag volume")]
    words = f"Bags of all infusions as the regimen file plans them, {burden.iv_visits} visits."
    return words + (f" Not in the file: {', '.join(missing)}." if missing else "")


def _tablets(burden: Burden, _times: SiteTimes) -> str:
    if not burden.tablet_count:
        return "The regimen file has no tablets in these weeks."
    return f"{strengths(burden)}, on {burden.tablet_days} days, by the first tablet plan for this size."


def _tablet_days(burden: Burden, _times: SiteTimes) -> str:
    return f"Days with at least one dose of tablets in the regimen file, of {burden.weeks} weeks × 7 days."


def _busy(burden: Burden, _times: SiteTimes) -> str:
    first = min(burden.iv_days, default=None)
    early = sum(first is not None and on < first for on in burden.blood_test_days)
    before = f" ({early} of them before the first day, which is not among these weeks)" if early else ""
    return (
        f"{burden.iv_visits} days with an infusion, {burden.blood_tests} with a blood test{before}, "
        f"{burden.tablet_days} with tablets; a day with several counts once. {burden.quiet_days} days have none."
    )


_HOW: dict[str, Callable[[Burden, SiteTimes], str]] = {
    "visits": _visits, "chair": _chair, "tests": _tests, "test_trips": _tests, "trips": _trips, "travel": _travel,
    "litres": _litres, "tablets": _tablets, "strengths": _tablets, "tablet_days": _tablet_days, "busy": _busy,
}  # fmt: skip


def how_of(figure: str, column: Column, times: SiteTimes) -> str:
    """One figure of one column; why there is none where the column could not be counted."""
    if column.burden is None:
        return "; ".join(column.refused)
    return _HOW[figure](column.burden, times)
