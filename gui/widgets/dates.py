"""A date as this program writes it on screens; apart from the reading of dates because the first screen needs it."""

from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def shown_date(day: date, *, weekday: bool = True) -> str:
    """A date in words that no country reads otherwise: "Mon 2 Mar 2026"."""
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {words}" if weekday else words
