"""Names and identifiers too long for their column are read on two lines."""

import pytest

from gui.widgets.two_lines import two_lines


def broken(words: str, room: int) -> tuple[str, ...]:
    """With letters one pixel wide."""
    return two_lines(words, room, len, lambda text: text if len(text) <= room else text[: room - 1] + "…")


def test_what_fits_stays_on_one_line() -> None:
    assert broken("MRN 0042-118", 12) == ("MRN 0042-118",)


def test_two_identifiers_are_broken_between_them() -> None:
    assert broken("MRN 0042-118, Insurance DE-7719-02", 22) == ("MRN 0042-118,", "Insurance DE-7719-02")


def test_a_long_name_is_broken_after_a_blank_or_a_hyphen() -> None:
    assert broken("Maria Konstantinidou-Papadimitriou", 22) == ("Maria Konstantinidou-", "Papadimitriou")


@pytest.mark.parametrize("words", ["王" * 40, "x" * 40, "", "a " + "b" * 40])
def test_a_word_without_end_is_cut_with_an_ellipsis_and_never_lost_unseen(words: str) -> None:
    lines = broken(words, 8)
    assert len(lines) <= 2 and all(len(line) <= 8 for line in lines)
    assert "".join(lines).replace("…", "").replace(" ", "") in words.replace(" ", "")
    assert ("…" in lines[-1]) == (len(words.rstrip()) > 8)
