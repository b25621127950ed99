"""The checks of a cycle order: plain functions in one list, each returns its alerts, so that all are seen at once."""

from regimen.checks import course, kidney, lab_dates, labs, making, reductions, size
from regimen.checks.finding import ORDER, Check
from regimen.checks.supportive import supportive
from regimen.order import Alert
from regimen.situation import Situation

CHECKS: tuple[Check, ...] = (
    size.questions,
    course.allergies,
    course.interactions,
    supportive,
    reductions.dpyd,
    reductions.two_reductions,
    reductions.raised_again,
    reductions.off_ladder,
    kidney.creatinine,
    kidney.renal_rules,
    kidney.near_limit,
    kidney.other_weights,
    lab_dates.blood_tests,
    labs.day1,
    size.weight_age,
    size.weight_change,
    size.exact_change,
    size.cap,
    course.interval,
    course.clocks,
    course.cumulative,
    making.rounding,
    making.infusions,
    making.tablets,
    course.not_given,
    course.unverified,
)


def all_alerts(situation: Situation) -> tuple[Alert, ...]:
    """Every alert of an order: stops first, then warnings, then notes, otherwise in the order of the checks."""
    found = [alert for check in CHECKS for alert in check(situation)]
    return tuple(sorted(found, key=lambda alert: ORDER[alert.severity]))
