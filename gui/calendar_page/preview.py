"""The preview: pictures of the very bytes that will print, page by page, as wide as the room or larger."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from gui.calendar_page.pages import PageMaker
from gui.link import Link
from gui.theme.look import body_font, tokens
from gui.theme.metrics import px

STEPS = (50, 75, 100, 125, 150, 200, 300)

THUMBNAILS_PX = 142  # pages of 96 and their margins


class Sheets(QWidget):
    """All pages below each other in one widget. `wanted(page, width_px)` asks for a picture that is missing.

    chosen(int)  a page was clicked
    """

    wanted = Signal(int, int)
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._pictures: dict[int, QImage] = {}
        self._asked: set[tuple[int, int]] = set()
        self._wide = px(600)
        self._current = -1
        self.setAccessibleName(self.tr("Pages as they will be printed"))

    def set_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        """New pages, without pictures yet."""
        self._sizes = tuple(sizes)
        self._pictures.clear()
        self._asked.clear()
        self.set_width(self._wide)

    def set_width(self, wide: int) -> None:
        """Pages this wide; old pictures are shown stretched until sharp ones come."""
        self._wide = max(wide, px(60))
        bottom = self.place(len(self._sizes) - 1).bottom() + px(16) if self._sizes else px(100)
        self.setFixedSize(QSize(self._wide + px(32), bottom))
        self.update()

    def place(self, page: int) -> QRect:
        """Where a page lies."""
        y = px(16)
        for number, (wide, high) in enumerate(self._sizes):
            tall = round(self._wide * high / wide)
            if number == page:
                return QRect(px(16), y, self._wide, tall)
            y += tall + px(16)
        return QRect()

    def page_at(self, y: int) -> int:
        """The page at a height, or the last one."""
        for number in range(len(self._sizes)):
            if y <= self.place(number).bottom() + px(8):
                return number
        return max(len(self._sizes) - 1, 0)

    def set_picture(self, page: int, image: QImage) -> None:
        """A picture has come."""
        self._pictures[page] = image
        self._asked.discard((page, image.width()))
        self.update(self.place(page))

    def picture(self, page: int) -> QImage | None:
        """The picture shown for a page."""
        return self._pictures.get(page)

    def set_current(self, page: int) -> None:
        """Outline a page as the one being looked at."""
        if page != self._current:
            self._current = page
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._sizes and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.page_at(round(event.position().y())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        colours = tokens()
        exact = round(self._wide * self.devicePixelRatioF())
        for number in range(len(self._sizes)):
            place = self.place(number)
            if not place.intersects(event.rect()):
                continue
            image = self._pictures.get(number)
            if image is None:
                painter.fillRect(place, QColor("#ffffff"))
                painter.setPen(QColor("#5a6a79"))
                painter.setFont(body_font(13))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.tr("page {0}").format(number + 1))
            else:
                painter.drawImage(place, image)
            chosen = number == self._current
            painter.setPen(QPen(QColor(colours.accent if chosen else colours.field_line), px(3) if chosen else 1))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
            if (image is None or image.width() != exact) and (number, exact) not in self._asked:
                self._asked.add((number, exact))
                self.wanted.emit(number, exact)
        painter.end()


class Thumbnails(QScrollArea):
    """All pages small, the one looked at outlined; the pages themselves are reached by keyboard in the preview."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar_thumbnails")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Pages"))
        self.sheets = Sheets()
        self.sheets.set_width(px(96))
        self.sheets.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setWidget(self.sheets)
        self.setFixedWidth(px(THUMBNAILS_PX))


class Preview(QScrollArea):
    """`page_changed(page, pages)` while scrolling; `zoomed(percent)` with 0 for the width of the room."""

    page_changed = Signal(int, int)
    zoomed = Signal(int)

    def __init__(self, pages: PageMaker, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar_preview")
        self.setAccessibleName(self.tr("Preview of the pages that will print"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Always there: a bar that comes and goes would change the width that the pages are fitted to.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._pages, self._link = pages, link
        self._count, self._generation, self._zoom = 0, 0, 0
        self.sheets = Sheets()
        self.setWidget(self.sheets)
        self.thumbnails = Thumbnails()
        self.sheets.wanted.connect(lambda page, wide: self._on_wanted(self.sheets, page, wide))
        self.thumbnails.sheets.wanted.connect(lambda page, wide: self._on_wanted(self.thumbnails.sheets, page, wide))
        self.thumbnails.sheets.chosen.connect(self.go_to)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)
        self._fit_later = QTimer(self)
        self._fit_later.setSingleShot(True)
        self._fit_later.setInterval(60)
        self._fit_later.timeout.connect(self._fit)
        self.viewport().installEventFilter(self)

    def show_pages(self, sizes: Sequence[tuple[float, float]], *, keep_place: bool) -> None:
        """New pages; from the top unless they are the same sheet made anew."""
        self._generation += 1
        self._count = len(sizes)
        self.thumbnails.setVisible(self._count > 1)
        at = self.verticalScrollBar().value() if keep_place else 0
        for sheets in (self.sheets, self.thumbnails.sheets):
            sheets.set_pages(sizes)
        self._fit()
        self.verticalScrollBar().setValue(at)
        self._tell_page()

    def set_zoom(self, percent: int) -> None:
        """Percent of the size on paper at 96 dots an inch; 0: as wide as the room."""
        self._zoom = percent
        self._fit()
        self.zoomed.emit(percent)

    def step_zoom(self, up: bool) -> None:
        """The next larger or smaller step."""
        now = self._zoom or self._percent_now()
        choices = [step for step in STEPS if (step > now if up else step < now)]
        if choices:
            self.set_zoom(choices[0] if up else choices[-1])

    def page(self) -> int:
        """The page in the middle of what is seen, from 0."""
        bar = self.verticalScrollBar()
        return self.sheets.page_at(bar.value() + self.viewport().height() // 3)

    def go_to(self, page: int) -> None:
        """Scroll to a page."""
        if 0 <= page < self._count:
            self.verticalScrollBar().setValue(self.sheets.place(page).top() - px(16))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pages follow the width of the room, a moment after it stopped changing."""
        if watched is self.viewport() and event.type() == QEvent.Type.Resize and not self._zoom:
            self._fit_later.start()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        if control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.step_zoom(key != Qt.Key.Key_Minus)
        elif control and key == Qt.Key.Key_0:
            self.set_zoom(0)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else self._count - 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.go_to(self.page() + (1 if key == Qt.Key.Key_Right else -1))
        else:
            super().keyPressEvent(event)

    def _on_screen_px(self, percent: int) -> int:
        wide = self.sheets._sizes[0][0] if self.sheets._sizes else 595.0
        return round(wide * 96 / 72 * percent / 100)

    def _percent_now(self) -> int:
        whole = self._on_screen_px(100)
        return round(self.sheets.place(0).width() * 100 / whole) if self._count else 100

    @Slot()
    def _fit(self) -> None:
        wide = self._on_screen_px(self._zoom) if self._zoom else self.viewport().width() - px(34)
        self.sheets.set_width(wide)

    @Slot()
    def _tell_page(self) -> None:
        self.thumbnails.sheets.set_current(self.page())
        self.page_changed.emit(self.page() + 1 if self._count else 0, self._count)

    def _on_wanted(self, sheets: Sheets, page: int, width_px: int) -> None:
        generation = self._generation
        self._link.ask(
            self._pages.picture(page, width_px),
            lambda image: self._on_picture(sheets, generation, page, image),
            None,
            self,
        )

    def _on_picture(self, sheets: Sheets, generation: int, page: int, image: QImage) -> None:
        if generation == self._generation:
            sheets.set_picture(page, image)
