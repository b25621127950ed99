"""What taking a file over would do, in four groups of words: stored, there already, different, refused."""

from gui.widgets.card import Card, Label, Muted
from records.values.handover import Line, TakePreview


class PreviewCard(Card):
    """Empty until a file was looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("What would be stored"))
        self._titles: dict[Line, str] = {
            "refused": self.tr("Stands in the way"), "differs": self.tr("Differs from what is here"),
            "store": self.tr("Stored"), "there": self.tr("Here already, or kept in the file"),
        }  # fmt: skip
        self.groups: dict[Line, tuple[Label, Muted]] = {}
        for state, title in self._titles.items():
            heading, words = Label(title, "strong"), Muted("")
            words.setObjectName(f"take_{state}")
            words.setAccessibleName(title)
            if state == "refused":
                heading.set_tone("stop")
            elif state == "differs":
                heading.set_tone("warn")
            self.groups[state] = (heading, words)
            self.add(heading)
            self.add(words)
        self.setVisible(False)

    def show_preview(self, seen: TakePreview) -> None:
        """Show every line; a group without any is left out."""
        for state, (heading, words) in self.groups.items():
            own = [line for line in seen.lines if line.state == state]
            lines = [f"• {line.what}" + (f" — {line.why}" if line.why else "") for line in own]
            if state == "refused":
                lines = [f"• {sentence}" for sentence in seen.refused]
            words.setText("\n".join(lines))
            words.setAccessibleName(f"{self._titles[state]}: {' '.join(lines)}")
            for part in (heading, words):
                part.setVisible(bool(lines))
        self.setVisible(True)
