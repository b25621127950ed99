"""The first day of the manual can still be lived, click by click, and draws the pictures the manual shows."""

import os
import subprocess
import sys
from pathlib import Path

from tools.write_pictures import DRAWN


def test_the_first_day_goes_from_an_empty_store_to_a_calendar(project_folder: Path, tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "tools/write_pictures.py", str(tmp_path / "drawn"), "first-day"],
        cwd=project_folder,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "CAPOX_DATA_DIR": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    drawn = {path.name for path in (tmp_path / "drawn").iterdir()}
    assert len(drawn) == 6
    assert drawn == set(DRAWN["first-day"])
