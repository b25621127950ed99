"""When two doses are one level: a percent typed with a decimal or two (76.9 for 100 of 130 mg/m2) is that level."""

from decimal import Decimal

SAME_LEVEL = Decimal("0.1")  # in the drug's own unit; figured on 130, 0.1 mg/m2 is 0.08 %


def nearly(amount: Decimal, other: Decimal) -> bool:
    """The same dose level, whatever decimals a percent was typed with; both in the drug's own unit."""
    return abs(amount - other) <= SAME_LEVEL
