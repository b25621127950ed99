"""A line of widgets that goes on below where the room ends, for columns that scroll."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.widgets.flow import Flow


class FlowRow(Flow):
    """As high as its width asks for and no higher: a Flow keeps the height of its narrowest form as its least."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
