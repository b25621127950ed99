"""How long somebody waits after wrong passwords: longer each time, never for good, for care must go on."""

from datetime import datetime, timedelta

FREE = 3  # mistakes in typing
LONGEST_S = 60


def delay_s(failures: int) -> int:
    """Seconds until the next try: none after up to three mistakes, then 2, 4, 8 ... up to a minute.

    >>> [delay_s(failures) for failures in (0, 3, 4, 5, 9, 100)]
    [0, 0, 2, 4, 60, 60]
    """
    return 0 if failures <= FREE else min(2 ** min(failures - FREE, 10), LONGEST_S)


def wait_s(failures: int, failed_at: datetime | None, now: datetime) -> int:
    """Whole seconds still to wait, rounded up; a clock that was set back makes nobody wait longer than the delay."""
    if failed_at is None:
        return 0
    delay = timedelta(seconds=delay_s(failures))
    left = min(failed_at + delay - now, delay)
    return max(0, -int(-left.total_seconds() // 1))
