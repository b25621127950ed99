"""Open stop alerts, and how a named person overrides one."""

from collections.abc import Iterable, Mapping


def override_key(code: str, drug: str = "") -> str:
    """What an override of one alert is kept under: the code, with its drug where it has one.

    >>> override_key("dpyd-missing", "capecitabine")
    'dpyd-missing:capecitabine'
    """
    return f"{code}:{drug}" if drug else code


def open_stops(alerts: Iterable[Mapping[str, object]], overrides: Mapping[str, str]) -> tuple[str, ...]:
    """Keys of the stop alerts of an answer that nobody overrode with a reason."""
    stops = (
        override_key(str(alert["code"]), str(alert.get("drug") or ""))
        for alert in alerts
        if alert.get("severity") == "stop"
    )
    return tuple(dict.fromkeys(key for key in stops if not overrides.get(key, "").strip()))
