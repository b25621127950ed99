"""The response as it stands: the scan being typed or the newest one, with the reason in words, and the best so far."""

from PySide6.QtWidgets import QWidget

from gui.response.figures import Figures
from gui.response.words import settings_words, tone_of, window_words
from gui.widgets.card import Card, Label, Muted
from gui.widgets.dates import shown_date
from gui.widgets.strip import Strip
from outcomes.recist.irecist import ImmunePoint
from outcomes.recist.time_point import TimePoint


class AnswerCard(Card):
    """Three strips: RECIST 1.1, iRECIST beside it on an inhibitor, what to look at; below them the best response."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.recist = Strip("response_recist", below=True)
        self.immune = Strip("response_immune", below=True)
        self.note = Strip("response_note", below=True)
        self.waiting = Muted("")
        self.waiting.setObjectName("response_waiting")
        self.best = Label("", "strong", wrap=True)
        self.best.setObjectName("best_response")
        self.best_more = Label("", "label", wrap=True)
        self.best_more.setObjectName("best_response_more")
        self.settings = Muted("", small=True)
        self.settings.setObjectName("response_settings")
        for widget in (self.recist, self.immune, self.note, self.waiting, self.best, self.best_more, self.settings):
            self.add(widget)

    def show_figures(self, figures: Figures, missing: tuple[str, ...]) -> None:
        """missing: readings of the scan being typed that are not there yet."""
        typed = figures.typed
        point = figures.point(typed.on) if typed is not None else None
        immune = figures.immune(typed.on) if typed is not None else None
        if typed is None and figures.seen is not None and figures.seen.response.points:
            point, immune = figures.seen.response.points[-1], figures.seen.immune.points[-1]
        self._show_scan(figures, point, immune, missing)
        self._show_best(figures)

    def _show_scan(
        self, figures: Figures, point: TimePoint | None, immune: ImmunePoint | None, missing: tuple[str, ...]
    ) -> None:
        for strip in (self.recist, self.immune, self.note):
            strip.clear()
        typed = figures.typed
        self.set_title(self.tr("Response, as typed") if typed is not None else self.tr("Response"))
        words = ""
        if missing:
            words = self.tr("Still to say: {0}.").format(", ".join(missing))
        elif typed is not None and typed.baseline:
            words = self.tr("The baseline is complete; responses are judged against it.")
        elif figures.seen is None:
            words = self.tr("No baseline scan is stored yet.")
        elif point is None:
            words = self.tr("No scan after the baseline yet.")
        if typed is not None and typed.baseline and not missing and figures.broken:
            words = ""
            reasons = "\n".join(f"• {one.reason}" for one in figures.broken)
            self.recist.say("stop", reasons, self.tr("This baseline breaks the rules"))
        self.waiting.setText(words)
        self.waiting.setVisible(bool(words))
        # While readings are missing only progression is certain: what is still to come cannot take it away.
        if point is None or (missing and point.overall != "PD"):
            return
        title = self.tr("RECIST 1.1: {0}").format(point.overall)
        if typed is None:
            title = self.tr("RECIST 1.1, {0}: {1}").format(shown_date(point.date), point.overall)
        apart = "" if point.scored else self.tr("It counts no more: after progression or a new therapy.")
        self.recist.say(tone_of(point.overall), point.why, title, apart)
        if point.note:
            self.note.say("note", point.note)
        if figures.on_inhibitor and immune is not None:
            foot = window_words(point.date) if immune.response == "iUPD" else ""
            title = self.tr("iRECIST, beside it: {0}").format(immune.response or self.tr("no longer judged"))
            self.immune.say(tone_of(immune.response or ""), immune.why, title, foot)

    def _show_best(self, figures: Figures) -> None:
        judged = figures.judged
        for label in (self.best, self.best_more, self.settings):
            label.setVisible(judged is not None)
        if judged is None:
            return
        response = judged.response
        first, second = response.confirmed, response.unconfirmed
        if not response.settings.confirmation_required:
            first, second = second, first
        named = (self.tr("confirmed"), self.tr("unconfirmed"))
        named = named if response.settings.confirmation_required else (named[1], named[0])
        title = self.tr("Best response, {0}: {1}")
        if figures.typed is not None:
            title = self.tr("Best response of the stored scans, {0}: {1}")
        self.best.setText(title.format(named[0], first.response))
        lines = [self.tr("{0}: {1}").format(named[1].capitalize(), second.response)]
        if response.best.first_seen is not None:
            lines.append(self.tr("first seen {0}").format(shown_date(response.best.first_seen)))
        if response.pd_date is not None:
            lines.append(self.tr("progression {0}").format(shown_date(response.pd_date)))
        if figures.on_inhibitor and judged.immune.points:
            lines.append(self.tr("iRECIST best {0}").format(judged.immune.best))
        words = "; ".join(lines)
        self.best_more.setText(f"{words}. {response.best.note}".strip())
        self.settings.setText(settings_words(response.settings))
