"""How to come to each picture of the Outcomes page, for `tools/write_pictures.py`: the synthetic cohort of 28."""

from collections.abc import Callable

from gui.outcomes.cohort_view import CohortView
from gui.outcomes.in_sight import bring_in_sight
from gui.outcomes.outcomes_page import OutcomesPage
from gui.pictures import settle
from gui.session import Session
from gui.shell.window import MainWindow

Show = Callable[[MainWindow, Session], None]


def plot(part: str, kind: str, mark: str = "") -> Show:
    """A plot of the demo cohort, with the first mark that says these words pointed at."""

    def show(window: MainWindow, session: Session) -> None:
        page = window.show_page("outcomes")
        assert isinstance(page, OutcomesPage)
        view = page.show_view("cohort")
        assert isinstance(view, CohortView)
        if view.answer() is None:
            view.demo_button.click()
            settle(session)
        view.part.choose(part)
        settle(session)
        view.plot.kind.choose(kind)
        settle(session)
        picture = view.plot.picture
        picture.choose_mark(mark)
        bring_in_sight(picture, picture.rect().bottomLeft())

    return show


#: Name of the picture -> part, plot and mark.
PICTURES: dict[str, Show] = {
    "outcomes-survival": plot("survival", "pfs", "(day 155)"),
    "outcomes-spider": plot("response", "spider", "D12"),
    "outcomes-grades": plot("events", "heat", "related to treatment, grade 3-4: 3"),
    "outcomes-cycles": plot("events", "cycles"),
}
