"""What stands in the patient form before it is saved, in a private file, so that closing or a crash loses nothing."""

import json
import os
from pathlib import Path

Texts = dict[str, object]


def _path(folder: Path, key: str) -> Path:
    return folder / "drafts" / f"patient-{key}.json"


def keep(folder: Path | None, key: str, texts: Texts) -> None:
    """Write the draft whole or not at all, readable by this user only. `key` is "new" or the patient's id."""
    if folder is None:
        return
    path = _path(folder, key)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_suffix(".part")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(texts, file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def kept(folder: Path | None, key: str) -> Texts:
    """The draft, empty when there is none or it cannot be read."""
    if folder is None:
        return {}
    try:
        found = json.loads(_path(folder, key).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def forget(folder: Path | None, key: str) -> None:
    """The draft was saved or thrown away."""
    if folder is not None:
        _path(folder, key).unlink(missing_ok=True)
