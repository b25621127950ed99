"""The checklist before the first cycle, read from a regimen file."""

from typing import Literal

from regimen.analytes import analytes
from regimen.checklist import KNOWN, Applies, ChecklistItem
from regimen.reader_context import Context
from regimen.toml_check import Table, unique

OLDEST_Y = 120
SEXES: tuple[Literal["", "female", "male"], ...] = ("", "female", "male")


def read_checklist(top: Table, context: Context) -> tuple[ChecklistItem, ...]:
    """All [[checklist]] tables."""
    read = []
    for table in top.tables("checklist"):
        item = ChecklistItem(
            id=table.name("id"),
            title=table.text("title"),
            source=context.source(table),
            findings=table.texts("findings"),
            analytes=table.words("analytes", analytes().by_name, "test"),
            known=table.one_of("known", KNOWN, default=""),
            applies=_applies(table, context),
        )
        if (item.known == "labs") != bool(item.analytes):
            table.wrong("analytes", 'and known = "labs" go together')
        table.done()
        read.append((table, item))
    unique([(table, item.id) for table, item in read], "id", "checklist item")
    return tuple(item for _, item in read)


def _applies(item: Table, context: Context) -> Applies | None:
    """Whom an item is for; a condition that can never fail or never fit is refused."""
    table = item.table("applies")
    if table is None:
        return None
    sex = table.one_of("sex", SEXES, default="")
    age_from, age_below = table.maybe_whole("age_from", 1, OLDEST_Y), table.maybe_whole("age_below", 1, OLDEST_Y)
    options = context.when(table, "options")
    otherwise = table.text("otherwise")
    if not (sex or age_from or age_below or options):
        table.wrong("", "names nothing that decides")
    if age_from is not None and age_below is not None and age_from >= age_below:
        table.wrong("age_below", "leaves no age to apply to")
    table.done()
    return Applies(otherwise, sex, age_from, age_below, options)
