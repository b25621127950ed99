"""All SDTM-style tables of one patient. Pure."""

from collections.abc import Callable, Iterable

from outcomes.exchange import sdtm_columns as domains
from outcomes.exchange.cells import Table, filled
from outcomes.exchange.judged import judged_rows
from outcomes.exchange.sdtm import Row, Rows, Subject, dm_rows, ex_rows, numbered, subject_of
from outcomes.exchange.sdtm_events import ae_rows, suppae_rows
from outcomes.exchange.sdtm_findings import lb_rows, qs_rows, tr_rows, tu_rows, vs_rows
from records.values.exchange import Traced


def rs_rows(subject: Subject) -> Rows:
    """Responses; none of a course whose baseline breaks the rules."""
    yield from numbered(judged_rows(subject), "RSSEQ")


MAKERS: tuple[tuple[Table, Callable[[Subject], Iterable[Row]]], ...] = (
    (domains.DM, dm_rows),
    (domains.EX, ex_rows),
    (domains.VS, vs_rows),
    (domains.QS, qs_rows),
    (domains.LB, lb_rows),
    (domains.AE, ae_rows),
    (domains.SUPPAE, suppae_rows),
    (domains.TU, tu_rows),
    (domains.TR, tr_rows),
    (domains.RS, rs_rows),
)


def sdtm_of(traced: Traced, *, names: bool) -> tuple[Table, ...]:
    """Every domain of one patient, empty ones among them. names False: reported words stay behind."""
    subject = subject_of(traced, names=names)
    return tuple(filled(table, make(subject)) for table, make in MAKERS)
