"""The log-rank test between two or more groups. Two by scipy; more by observed and expected events (Peto, Mantel).

Source of the formulas: Collett, Modelling Survival Data in Medical Research, comparison of three or more groups.
"""

import math
import warnings
from collections.abc import Sequence
from itertools import chain

from outcomes.survival.kaplan_meier import Time


def log_rank_p(*groups: Sequence[Time]) -> float | None:
    """Two-sided p; None for fewer than two groups, where nothing happened, or where no difference can be told.

    A group of nobody is left out. Of more than two the p is that of all together, with one degree of freedom less
    than groups.
    """
    there = [group for group in groups if group]
    if len(there) < 2 or not any(one.event for one in chain(*there)):
        return None
    return _of_two(*there) if len(there) == 2 else _of_many(there)


def _of_two(first: Sequence[Time], second: Sequence[Time]) -> float | None:
    from scipy import stats

    def sample(group: Sequence[Time]) -> "stats.CensoredData":
        return stats.CensoredData.right_censored([one.days for one in group], [not one.event for one in group])

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # where the groups never overlap at an event there is no p
        p = float(stats.logrank(sample(first), sample(second)).pvalue)
    return None if math.isnan(p) else p


def _of_many(groups: Sequence[Sequence[Time]]) -> float | None:
    """Observed less expected events of all groups but one, weighed by their covariance: chi-squared."""
    import numpy as np
    from scipy import stats

    several = len(groups)
    surplus, covariance = np.zeros(several), np.zeros((several, several))
    for when in sorted({one.days for one in chain(*groups) if one.event}):
        risk = np.array([sum(one.days >= when for one in group) for group in groups], dtype=float)
        died = np.array([sum(one.days == when and one.event for one in group) for group in groups], dtype=float)
        share = risk / risk.sum()
        surplus += died - died.sum() * share
        if risk.sum() > 1:
            spread = died.sum() * (risk.sum() - died.sum()) / (risk.sum() - 1)
            covariance += spread * (np.diag(share) - np.outer(share, share))
    degrees = int(np.linalg.matrix_rank(covariance))
    if not degrees:
        return None
    chi_squared = float(surplus @ np.linalg.pinv(covariance, hermitian=True) @ surplus)
    return float(stats.chi2.sf(chi_squared, degrees))
