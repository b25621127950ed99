"""Open stop alerts, and how a named person overrides one."""

import hashlib
import json
from collections.abc import Iterable, Mapping


def override_key(code: str, drug: str = "", params: Mapping[str, object] | None = None) -> str:
    """What an override of one alert is kept under: the code, its drug, and a mark of what the alert said.

    params  the alert's figures. Two alerts of one code have two keys, and an alert that says something else than the
            one that was overridden (neutrophils 0.4 in the place of 1.1) is open again

    >>> override_key("dpyd-missing", "capecitabine")
    'dpyd-missing:capecitabine'
    >>> override_key("day1-limit-delay", params={"analyte": "neutrophils", "value": "1.1"})
    'day1-limit-delay#ef83e760'
    """
    key = f"{code}:{drug}" if drug else code
    if not params:
        return key
    said = json.dumps({name: str(value) for name, value in params.items()}, sort_keys=True, ensure_ascii=True)
    return f"{key}#{hashlib.sha256(said.encode('ascii')).hexdigest()[:8]}"


def open_stops(alerts: Iterable[Mapping[str, object]], overrides: Mapping[str, str]) -> tuple[str, ...]:
    """Keys of the stop alerts of an answer that nobody overrode with a reason."""
    stops = (_key_of(alert) for alert in alerts if alert.get("severity") == "stop")
    return tuple(dict.fromkeys(key for key in stops if not overrides.get(key, "").strip()))


def _key_of(alert: Mapping[str, object]) -> str:
    params = alert.get("params")
    return override_key(
        str(alert["code"]), str(alert.get("drug") or ""), params if isinstance(params, Mapping) else None
    )
