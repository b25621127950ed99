"""The strip above all pages says what these records still lack before they are for clinical use."""

from gui.shell.use_words import use_words
from records.course.clinical_use import SiteFacts


def test_what_is_missing_is_said_and_where_nothing_is_the_pages_are_pointed_at() -> None:
    plain = use_words(SiteFacts())
    assert plain.startswith("Not for clinical use:") and "sign in" in plain and "not encrypted" in plain
    assert "not encrypted" not in use_words(SiteFacts(protected=True))
    assert use_words(SiteFacts(accounts=True, protected=True)).startswith("Each page says")
