"""Where no store is opened: a folder that lies on another computer."""

from functools import partial
from pathlib import Path

import pytest

from records.actions import Actions
from records.errors import StoreUnavailable
from records.keeping import store_file
from records.keeping.opening import refuse_network_share


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_on_a_network_share_no_store_is_begun_nor_opened_and_nothing_is_left_there(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share, mounts = tmp_path / "share", tmp_path / "mounts"
    share.mkdir()
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/day {share.resolve()} {kind} rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(store_file, "refuse_network_share", partial(refuse_network_share, mounts=mounts))
    actions = Actions.open(share / "capox.db")
    refusal = actions.opened.exception()
    actions.close()
    assert isinstance(refusal, StoreUnavailable)
    assert "network share" in str(refusal) and "PostgreSQL" in str(refusal)
    assert list(share.iterdir()) == []
    beside = Actions.open(tmp_path / "capox.db")
    assert beside.opened.exception() is None
    beside.close()
