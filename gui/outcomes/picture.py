"""The picture of a plot, drawn by another process: as wide as its place, and pointed at as `Pointed` says."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from gui.outcomes.pointed import Pointed
from gui.theme.metrics import em, px
from outcomes.plots.values import Scene


class Picture(Pointed):
    """Asks for the height of the picture it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cohort_picture")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._image: QImage | None = None
        self.setFixedHeight(px(120))

    def show_scene(self, scene: Scene, ratio: float, title: str) -> None:
        """A picture made for this width, with what can be pointed at."""
        image = QImage.fromData(scene.data)
        image.setDevicePixelRatio(ratio)
        self._image = image
        self.show_marks(scene.marks, scene.nearest, title)
        self.setFixedHeight(round(image.height() / ratio))
        self.update()

    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    def minimumSizeHint(self) -> QSize:
        return QSize(em(20), px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wide = self._image.width() / self._image.devicePixelRatio()
        if abs(wide - self.width()) < 1:
            painter.drawImage(0, 0, self._image)
        else:  # until the sharp one for this width comes
            shown = self._image.scaledToWidth(
                round(self.width() * self._image.devicePixelRatio()), Qt.TransformationMode.SmoothTransformation
            )
            painter.drawImage(0, 0, shown)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_pointed(painter)
        painter.end()
