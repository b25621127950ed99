"""Words to glyphs and shapes to operators."""

import io
from hashlib import sha256
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from tests.print.reading import missing
from treatment_calendar.paper import fonts
from treatment_calendar.paper.long_document import LongDocument
from treatment_calendar.paper.painter import paint
from treatment_calendar.paper.sheet import Sheet, Text


def sheet_of(*lines: str, face: fonts.Face = "regular") -> Sheet:
    texts = [Text(40, 40 + 20 * number, line, face, 12) for number, line in enumerate(lines)]
    return Sheet(600, 800, [], texts)


def test_documents_painted_one_after_another_never_share_codes_of_glyphs() -> None:
    """A text operator kept from one document would print other letters in the next."""
    first, second = sheet_of("abcdef 卡培他滨"), sheet_of("fedcba 滨他培卡", "abcdef 卡培他滨", "gh")
    for _ in range(3):
        assert missing([first], paint([first], "x")) == []
        assert missing([second], paint([second], "x")) == []


def test_a_long_document_looks_on_every_page_like_the_documents_it_is_made_of() -> None:
    """Packed page by page, its fonts named once, and texts that stand on many pages worked out once."""
    last = Text(40, 80, "王", "regular", 9, 1.0), Text(40, 80, "Łukasz", "bold", 9), Text(40, 80, "same", "bold", 9)
    others = [[], *([text] for text in last)]
    always = [Text(40, 40, "same", "bold", 12, 0.3), Text(40, 60, "3片 × 500 mg", "bold", 12)]
    pages = [Sheet(600, 800, [], [*start, *other, *always]) for start in (always, []) for other in others]
    long = LongDocument("x")
    long.add(pages[:4])
    long.add(pages[4:])
    made = long.done()
    assert missing(pages, made) == []
    shown = pypdfium2.PdfDocument(made)
    for number, page in enumerate(pages):
        alone = pypdfium2.PdfDocument(paint([page], "x"))[0].render().to_numpy()
        assert (shown[number].render().to_numpy() == alone).all()


def test_a_page_with_more_letters_than_one_subset_holds_keeps_them_all() -> None:
    many = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 700) if fonts.font_of(chr(code), "regular"))
    lines = [many[start : start + 40] for start in range(0, len(many), 40)]
    made = sheet_of(*lines)
    assert missing([made], paint([made], "x")) == []


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("abc", {"NotoSans-Regular"}),
        ("3片 × 500 mg", {"NotoSans-Regular", "DroidSansFallback"}),
        ("王", {"DroidSansFallback"}),
        ("", set()),
    ],
)
def test_text_is_split_into_runs_that_one_font_can_draw(text: str, used: set[str]) -> None:
    made = sheet_of(text)
    pdf = paint([made], "x")
    page = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]
    fonts_of_page = {font.get_object()["/BaseFont"].split("+")[1] for font in page["/Resources"]["/Font"].values()}
    assert fonts_of_page == used
    assert missing([made], pdf) == []


def test_latin_letters_and_digits_are_never_drawn_with_the_fallback() -> None:
    for char in "0123456789abcXYZ×°.,:;()+-éüřŁ":
        assert fonts.font_of(char, "regular") == "NotoSans-Regular"
        assert fonts.font_of(char, "bold") == "NotoSans-Bold"


def test_signs_of_the_page_language_cannot_leave_their_text() -> None:
    nasty = "\\) Tj ET Q 0 0 m (x) >> stream endstream <b>&amp;</b> <img src='file:///etc/passwd'/>"
    made = sheet_of(nasty)
    assert missing([made], paint([made], "x")) == []


def test_width_is_what_the_font_says() -> None:
    assert fonts.width("500 mg", "regular", 12) == pytest.approx(
        fonts.font("NotoSans-Regular").stringWidth("500 mg", 12), abs=0.01
    )
    assert fonts.width("卡", "bold", 12) == pytest.approx(12, abs=0.5)


def test_the_shipped_fonts_hold_outlines_that_can_be_embedded_and_their_licences_lie_beside_them() -> None:
    folder = fonts.assets_folder() / "fonts"
    names = sorted(path.stem for path in folder.glob("*.ttf"))
    assert names == ["DroidSansFallbackFull", "NotoSans-Bold", "NotoSans-Regular"]
    for name in names:
        tables = fonts.font(name).face.table
        assert "glyf" in tables and "CFF " not in tables
    assert "SIL OPEN FONT LICENSE" in (folder / "LICENSE-NotoSans.txt").read_text(encoding="utf-8").upper()
    assert "Apache License" in (folder / "LICENSE-DroidSansFallback.txt").read_text(encoding="utf-8")


def test_the_title_is_all_the_metadata_say() -> None:
    reader = pypdf.PdfReader(io.BytesIO(paint([sheet_of("x")], "Calendar")))
    assert reader.metadata is not None and reader.metadata.title == "Calendar"


def test_the_fonts_are_the_unmodified_ones_the_documentation_names(project_folder: Path) -> None:
    described = (project_folder / "docs" / "printing.md").read_text(encoding="utf-8")
    for path in (fonts.assets_folder() / "fonts").glob("*.ttf"):
        assert f"| {path.name} | {sha256(path.read_bytes()).hexdigest()} |" in described
