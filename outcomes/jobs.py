"""What the process for outcomes is asked for: plain values in, plain values or bytes out."""

from outcomes.burden.values import CompareAsked, PageAsked, RegimensAsked
from outcomes.cohort.records_read import RecordsAsked
from outcomes.cohort.report_values import ReportAsked
from outcomes.cohort.values import ReadAsked, SumAsked
from outcomes.plots.values import PlotAsked, SceneAsked, TableAsked
from regimen.errors import Refusal, Refused, RegimenError


def make(asked: object) -> object:
    """What a request gives; its own docstring says what. Raises RegimenError for what a person can put right."""
    if isinstance(asked, CompareAsked):
        from outcomes.burden.comparison import compare

        return compare(asked)
    if isinstance(asked, PageAsked):
        from outcomes.burden.page import talk_page

        return talk_page(asked)
    if isinstance(asked, RegimensAsked):
        from outcomes.burden.regimens import regimens_listed

        return regimens_listed()
    if isinstance(asked, ReadAsked):
        from outcomes.cohort.sum_up import read_files

        return read_files(asked)
    if isinstance(asked, SumAsked):
        from outcomes.cohort.sum_up import sum_up

        return sum_up(asked)
    if isinstance(asked, RecordsAsked):
        from outcomes.cohort.of_records import map_patient

        return map_patient(asked)
    if isinstance(asked, ReportAsked):
        from outcomes.cohort.report import report

        return report(asked)
    if isinstance(asked, PlotAsked):
        from outcomes.plots.draw import draw

        return draw(asked)
    if isinstance(asked, SceneAsked):
        from outcomes.plots.draw import scene

        return scene(asked.plot)
    if isinstance(asked, TableAsked):
        from outcomes.plots.draw import table_file

        return table_file(asked.plot)
    raise TypeError(f"the worker for outcomes does not know a {type(asked).__name__}")


def answer(task: tuple[str, object]) -> tuple[str, object]:
    """One task: ("made", value) or ("refused", every reason)."""
    try:
        return "made", make(task[1])
    except Refused as refused:
        return "refused", refused.refusals  # the error itself does not survive the way between processes
    except RegimenError as error:
        return "refused", (Refusal(error.field, str(error)),)
