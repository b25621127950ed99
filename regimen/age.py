"""Age in whole years on a day."""

from datetime import date


def age_y(birth_date: date, day: date) -> int:
    """Whole years at `day`, negative before birth; born on 29 February, one grows older on 1 March of common years."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))
