"""The supportive medicines of a regimen file, and the items of a site's own set: one way of reading both."""

from collections.abc import Mapping

from regimen.reader_context import Context
from regimen.supportive import LANGUAGES, PURPOSES, TIMES, UNITS, WHERE, Supportive
from regimen.toml_check import Table, unique

ROLES = ("inhibitor", "platinum", "fluoropyrimidine", "antimetabolite")


def read_supportive(top: Table, context: Context) -> tuple[Supportive, ...]:
    """All [[supportive]] tables."""
    read = []
    for table in top.tables("supportive"):
        phases = context.phase_ids(table)
        days = context.days(table, "days", phases, required=False)
        item = read_item(table, days, context.source(table), phases, context.when(table))
        if item.id.startswith("site-"):
            table.wrong("id", "begins with 'site-', as the items of a site's own set do")
        table.done()
        read.append((table, item))
    unique([(table, item.id) for table, item in read], "id", "supportive medicine")
    listed = {item.id for _, item in read}
    for table, item in read:
        for other in item.instead_of:
            if other not in listed or other == item.id:
                table.wrong("instead_of", f"'{other}' is no other supportive medicine of this file")
    return tuple(item for _, item in read)


def read_item(
    table: Table,
    days: tuple[int, ...],
    source: str,
    phases: tuple[str, ...] = (),
    when: Mapping[str, tuple[str, ...]] | None = None,
    *,
    own: bool = False,
) -> Supportive:
    """One item. own: a site's, which brings the patient's words in place of a key of the wording."""
    texts = table.table("texts", required=own) if own else None
    item = Supportive(
        id=table.name("id"),
        name=table.text("name"),
        dose=table.text("dose"),
        days=days,
        where=table.one_of("where", WHERE),
        times=table.words("times", TIMES, "time of day", empty=own),
        words="" if own else table.name("words"),
        source=source,
        phases=phases,
        when=when or {},
        purpose=table.one_of("purpose", PURPOSES, default="other"),
        amount=table.maybe_amount("amount"),
        unit=table.one_of("unit", UNITS) if table.has("unit") else "",
        then_amount=table.maybe_amount("then_amount"),
        most_per_day=table.maybe_amount("most_per_day"),
        most_days=table.maybe_whole("most_days", 1, 366),
        medicine=table.text("medicine", default=""),
        interacts=table.texts("interacts"),
        call_first_with=table.words("call_first_with", ROLES, "role"),
        standard=table.flag("standard", default=True),
        instead_of=table.texts("instead_of"),
        texts={} if texts is None else {key: texts.text(key) for key in LANGUAGES if texts.has(key)},
    )
    if texts is not None:
        if not item.texts:
            table.wrong("texts", "is empty; the patient's words in at least one language are wanted")
        texts.done()
    _check(table, item)
    return item


def _check(table: Table, item: Supportive) -> None:
    if bool(item.days) != bool(item.times):
        table.wrong("times", "days and times stand together; both are left out for a medicine taken as needed")
    if (item.amount is not None) != bool(item.unit):
        table.wrong("unit", "amount and unit stand together")
    for key, value in (("then_amount", item.then_amount), ("most_per_day", item.most_per_day)):
        if value is not None and item.amount is None:
            table.wrong(key, "needs amount and unit")
    if item.most_per_day is not None and item.amount is not None and item.most_per_day < item.amount:
        table.wrong("most_per_day", "is less than one dose")
    for word in (item.medicine, *item.interacts):
        if word != word.casefold():
            table.wrong("medicine", f"'{word}' is not in small letters")
