"""Rules, limits and figures of a cohort in words: the same on screen, in plots and on paper."""

from outcomes.cohort.summary import Choices
from outcomes.proportions import Method, Proportion, one_decimal
from outcomes.survival.endpoints import Rule, months
from outcomes.survival.kaplan_meier import Band, Curve, Step

METHODS: dict[Method, str] = {
    "clopper-pearson": "Clopper-Pearson (exact)",
    "wilson": "Wilson",
    "wilsoncc": "Wilson with continuity correction",
}
RULES: dict[Rule, str] = {
    "treatment-policy": "treatment policy: progression or death counts whenever it comes",
    "strict": "strict: a new therapy or two missed scans censor before",
}
BANDS: dict[Band, str] = {"loglog": "log-log", "log": "log", "plain": "plain"}


def rule_words(choices: Choices) -> str:
    """Which rule decides when progression counts."""
    return f"Rule {choices.rule}"


def band_words(choices: Choices) -> str:
    """Which 95 % limits the curves have."""
    return f"95 % limits {BANDS[choices.band]}"


def months_words(days: int | None) -> str:
    """Months of 30.4375 days, one decimal; "not reached" where there is no number."""
    return "not reached" if days is None else one_decimal(months(days))


def median_words(curve: Curve) -> str:
    """ "6.1 months (4.9 to 7.3)"."""
    if not curve.n:
        return "none"
    median = curve.median
    unit = "" if median.days is None else " months"
    return f"{months_words(median.days)}{unit} ({months_words(median.lower)} to {months_words(median.upper)})"


def percent_words(share: Proportion) -> str:
    """ "46.2 %", "-" for 0 of 0."""
    return "-" if share.percent is None else f"{one_decimal(share.percent)} %"


def limits_words(share: Proportion) -> str:
    """ "26.6 to 66.6", "-" for 0 of 0."""
    if share.lower is None or share.upper is None:
        return "-"
    return f"{one_decimal(share.lower * 100)} to {one_decimal(share.upper * 100)}"


def landmark_words(curve: Curve, month: int) -> str:
    """Survival at a month with its limits; nothing is said after the last observation."""
    day = float(month * 30.4375)
    if not curve.steps or curve.last_day < day:
        return "-"
    step: Step | None = curve.step_at(int(day))
    if step is None:
        return "100.0 %"
    if step.lower is None or step.upper is None:
        return f"{one_decimal(step.survival * 100)} %"
    shown = [one_decimal(value * 100) for value in (step.survival, step.lower, step.upper)]
    return f"{shown[0]} % ({shown[1]} to {shown[2]})"
