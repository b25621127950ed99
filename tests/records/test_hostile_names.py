"""Names nobody would have, from the store to the list and the search: found again as kept, or refused in a sentence."""

import unicodedata
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from records.errors import RecordError
from records.lookup import Lookup
from tests.print.hostile import names
from tests.records.examples import ENTRY, Store

COUNT = 250


def test_a_strange_name_that_is_kept_is_found_and_shown_as_it_is(sqlite_store: Store, tmp_path: Path) -> None:
    kept: dict[str, str] = {}
    for number, name in enumerate(names(COUNT, seed=11)):
        entry = replace(ENTRY, name=name, identifiers=(("MRN", f"N{number:04d}"),))
        adding = sqlite_store.actions.add_patient(sqlite_store.person, uuid4(), entry)
        refusal = adding.exception()
        if refusal is None:
            kept[f"N{number:04d}"] = unicodedata.normalize("NFC", name).strip()
        else:
            assert isinstance(refusal, RecordError), name
            assert len(str(refusal)) < 250
    assert COUNT // 4 < len(kept) < COUNT
    lookup = Lookup(tmp_path / "capox.db")
    for number, name in kept.items():
        (line,) = lookup.search(number, 5)
        assert line.name == name
        assert len(lookup.search(name, 50)) <= 50
    for payload in ("%", "_", "' OR 1=1 --", '"; DROP TABLE patient; --', "\\", "*"):
        assert len(lookup.search(payload, 1000)) < len(kept)
    lookup.close()
