"""What the file itself must be: fonts inside, grey only, ink inside the margins, the patient only on the pages."""

import io
import re

import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from tests.print.staff_examples import staff_request
from tests.print.states import STATES
from treatment_calendar.paper.frame import MARGIN
from treatment_calendar.paper.patient_calendar import patient_calendar
from treatment_calendar.paper.staff_sheet import staff_sheet
from treatment_calendar.paper.wording import languages

DOCUMENTS = {name: patient_calendar(made) for name, made in STATES.items()} | {"staff": staff_sheet(staff_request())}
EVERY_DOCUMENT = pytest.mark.parametrize("pdf", DOCUMENTS.values(), ids=DOCUMENTS.keys())


@EVERY_DOCUMENT
def test_every_font_is_embedded_as_a_subset(pdf: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    seen = set()
    for page in reader.pages:
        for reference in page["/Resources"]["/Font"].values():
            font = reference.get_object()
            name = font["/BaseFont"]
            assert re.fullmatch(r"/[A-Z]{6}\+(NotoSans-(Regular|Bold)|DroidSansFallback)", name), name
            assert font["/FontDescriptor"].get_object()["/FontFile2"].get_object().get_data()
            assert "/ToUnicode" in font
            seen.add(name)
    assert seen


@EVERY_DOCUMENT
def test_pages_are_painted_in_grey_alone(pdf: bytes) -> None:
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        code = page.get_contents().get_data().decode("latin-1")
        assert not re.search(r"(?<![\w/])(rg|RG|k|K|cs|CS|sc|SC|scn|SCN|sh)\s", code)
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        red, green, blue = page.render(scale=0.5).to_pil().convert("RGB").split()
        assert (
            ImageChops.difference(red, green).getbbox() is None and ImageChops.difference(red, blue).getbbox() is None
        )


@EVERY_DOCUMENT
def test_no_ink_lies_outside_the_margins(pdf: bytes) -> None:
    for page in pypdfium2.PdfDocument(pdf):
        image = page.render(scale=2).to_pil().convert("L")
        box = ImageChops.invert(image).getbbox()
        assert box is not None
        edge = 2 * (MARGIN - 3)
        assert box[0] >= edge and box[1] >= edge and box[2] <= image.width - edge and box[3] <= image.height - edge


@EVERY_DOCUMENT
def test_every_page_has_ink_and_a_readable_code(pdf: bytes) -> None:
    for page in pypdfium2.PdfDocument(pdf):
        image: Image.Image = page.render(scale=1).to_pil().convert("L")
        corner = image.crop((image.width - 60, image.height - 65, image.width - 22, image.height - 22))
        dark = sum(corner.histogram()[:100])
        assert dark > 200  # the machine-readable code


def test_page_sizes_are_those_of_the_paper() -> None:
    sizes = {"english-a4": (842, 595), "english-letter": (792, 612), "large-a4": (842, 595), "staff": (595, 842)}
    for name, size in sizes.items():
        for page in pypdf.PdfReader(io.BytesIO(DOCUMENTS[name])).pages:
            assert (round(page.mediabox.width), round(page.mediabox.height)) == size


@EVERY_DOCUMENT
def test_the_file_s_own_data_hold_nothing_of_the_patient(pdf: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    data = " ".join(str(value) for value in (reader.metadata or {}).values())
    for private in ("Patient", "DEMO", "MRN", "0042", "王", "Maximiliane", "1958", "demo user"):
        assert private not in data
    assert reader.metadata is not None and reader.metadata.author == "CAPOX Planner"
    assert reader.trailer["/Root"].get("/Lang") in languages()
    for private in (b"Patient Seven", b"MRN 0042", b"Maximiliane"):
        assert private not in pdf


def test_the_machine_readable_code_holds_no_patient_data() -> None:
    from treatment_calendar.paper.patient_calendar import calendar_footer
    from treatment_calendar.paper.wording import words_of

    made = STATES["english-a4"]
    payload = calendar_footer(made, words_of("en", "dmy", "comma")).payload("ABC123")
    assert payload == f"CAPOX1:{made.revision_id.upper()}:1:ABC123"


@pytest.mark.parametrize("name", ["english-a4", "chinese-large", "delay"])
def test_the_same_request_gives_the_same_bytes(name: str) -> None:
    assert patient_calendar(STATES[name]) == DOCUMENTS[name]


def test_the_file_is_small_enough_to_send_and_keep() -> None:
    assert len(DOCUMENTS["english-a4"]) < 60_000
    assert len(DOCUMENTS["chinese-a4"]) < 120_000
