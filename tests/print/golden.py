"""Stored pictures of pages: what a person has looked at and accepted.

A page that differs leaves the new picture and a picture of the difference under out/golden; look at both, then accept
with `python tools/accept_golden.py` (all) or `python tools/accept_golden.py NAME ...`.
"""

from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

STORED = Path(__file__).resolve().parent / "golden"
NEW = Path(__file__).resolve().parents[2] / "out" / "golden"
SCALE = 1.0
FAINT = 48  # a pixel that differs by less is smoothing
MOST_PIXELS = 40  # pixels that may differ by more; one letter is about that much


def pictures(pdf: bytes) -> list[Image.Image]:
    """Each page as a grey picture, one pixel a point."""
    document = pypdfium2.PdfDocument(pdf)
    made = [page.render(scale=SCALE).to_pil().convert("L") for page in document]
    document.close()
    return made


def difference(stored: Image.Image, new: Image.Image) -> tuple[int, Image.Image]:
    """How many pixels differ plainly, and a picture of them, black on white."""
    if stored.size != new.size:
        return stored.width * stored.height, ImageChops.invert(new)
    plain = ImageChops.difference(stored, new).point([0 if value < FAINT else 255 for value in range(256)])
    return plain.histogram()[255], ImageChops.invert(plain)


def compare(name: str, new: Image.Image) -> str:
    """An empty text, or what to do about a page that is not the stored one."""
    stored = STORED / f"{name}.png"
    how = f"look at out/golden/{name}.png, then: python tools/accept_golden.py {name}"
    if not stored.exists():
        _keep(name, new)
        return f"There is no stored page {name}; {how}"
    with Image.open(stored) as old:
        pixels, picture = difference(old.convert("L"), new)
    if pixels <= MOST_PIXELS:
        return ""
    _keep(name, new)
    picture.save(NEW / f"{name}-difference.png")
    return f"Page {name} differs in {pixels} pixels (out/golden/{name}-difference.png); {how}"


def _keep(name: str, new: Image.Image) -> None:
    NEW.mkdir(parents=True, exist_ok=True)
    new.save(NEW / f"{name}.png", optimize=True)
