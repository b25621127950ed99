"""Rows of wrapped cells under a black bar; goes on over as many pages as it needs, with the bar repeated."""

from collections.abc import Sequence

from treatment_calendar.paper.block import Para, lay, place
from treatment_calendar.paper.frame import Pager
from treatment_calendar.paper.sheet import BLACK, LINE, Box, Rule

CELL_PAD = 4.0


def table(
    pager: Pager, head: Sequence[str], rows: Sequence[Sequence[Sequence[Para]]], parts: Sequence[float], size: float
) -> None:
    """head: column titles; rows: a list of cells, each a list of paragraphs; parts: shares of the width.

    A row higher than what is left of the page starts a new one.
    """
    columns = [pager.look.room * part / sum(parts) for part in parts]
    small = size < 12
    titles = [[Para(text, size, "bold", grey=1.0, small=small)] for text in head]

    def bar() -> None:
        blocks = [lay(cell, column - 2 * CELL_PAD) for cell, column in zip(titles, columns, strict=True)]
        tall = max(block.height for block in blocks) + CELL_PAD
        pager.sheet.shapes.append(Box(pager.look.left, pager.y, pager.look.room, tall, line=0, fill=BLACK))
        x = pager.look.left
        for block, column in zip(blocks, columns, strict=True):
            place(pager.sheet, block, x + CELL_PAD, pager.y + CELL_PAD / 2 - 0.5)
            x += column
        pager.y += tall

    pager.need(size * 6)
    if any(head):
        bar()
    for row in rows:
        blocks = [lay(cell, column - 2 * CELL_PAD) for cell, column in zip(row, columns, strict=True)]
        tall = max((block.height for block in blocks), default=0.0) + 2 * CELL_PAD
        if tall > pager.left_over:
            pager.turn()
            if any(head):
                bar()
        x = pager.look.left
        for block, column in zip(blocks, columns, strict=True):
            place(pager.sheet, block, x + CELL_PAD, pager.y + CELL_PAD - 1)
            x += column
        pager.y += tall
        pager.sheet.shapes.append(
            Rule(pager.look.left, pager.y, pager.look.left + pager.look.room, pager.y, line=0.6, grey=LINE)
        )
