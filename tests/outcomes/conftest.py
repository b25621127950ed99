"""One patient with a row in every table, made once for all tests of exports: they only read it."""

from collections.abc import Iterator

import pytest

from records.actions import Actions
from records.values.exchange import Traced
from tests.outcomes.exchange_clinic import clinic, traced_of


@pytest.fixture(scope="module")
def exchange_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Actions]:
    """An open store with the patient."""
    opened = clinic(tmp_path_factory.mktemp("exchange"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def traced(exchange_store: Actions) -> Traced:
    """The patient, read for an export."""
    return traced_of(exchange_store)
