"""The manual as a page: chapters at the left, the text with its pictures at the right; F1 opens it, Esc goes back."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from gui.manual.chapters import DOCS, chapters
from gui.manual.spacing import set_apart
from gui.theme.metrics import px
from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Heading, Muted

MARGIN = 16
FILE_ROLE = int(Qt.ItemDataRole.UserRole)


class ManualText(QTextBrowser):
    """One chapter. Pictures are never wider than the text; a link leads to another chapter and nowhere else."""

    asked = Signal(str)  # a chapter, as below docs/

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("manual_text")
        self.setAccessibleName(self.tr("Chapter of the manual"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(self._on_link)
        self._file = ""
        self.document().setDocumentMargin(px(MARGIN))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # pictures fit beside it from the start

    def show_chapter(self, file: str) -> None:
        """Show a file below docs/ from its beginning."""
        self._file = file
        self.setSource(QUrl.fromLocalFile(str(DOCS / file)), QTextDocument.ResourceType.MarkdownResource)
        set_apart(self.document())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Pictures of the manual alone, as wide as there is room; nothing from anywhere else."""
        path = Path(self.source().resolved(QUrl(name)).toLocalFile()).resolve()
        if not path.is_relative_to(DOCS) or not path.is_file():
            return None
        if kind == QTextDocument.ResourceType.ImageResource.value:
            picture = QImage(str(path))
            room = max(px(240), self.viewport().width() - 2 * px(MARGIN) - px(2))
            if picture.width() > room:
                picture = picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
            return picture
        return super().loadResource(kind, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width."""
        super().resizeEvent(event)
        if self._file and event.oldSize().width() != event.size().width():
            at = self.verticalScrollBar().value()
            self.setSource(QUrl())
            self.show_chapter(self._file)
            self.verticalScrollBar().setValue(at)

    def sizeHint(self) -> QSize:
        """A page of text."""
        return QSize(px(700), px(600))

    @Slot(QUrl)
    def _on_link(self, link: QUrl) -> None:
        path = Path(self.source().resolved(link).toLocalFile()).resolve()
        if path.suffix == ".md" and path.is_relative_to(DOCS):
            self.asked.emit(path.relative_to(DOCS).as_posix())


class ManualPage(QWidget):
    """`left()` asks for the page that stood here before."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("manual_page")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.before = ""  # the page that stood here before, for whoever comes back
        self.text = ManualText()
        self.list = QListWidget()
        self.list.setObjectName("manual_chapters")
        self.list.setAccessibleName(self.tr("Chapters"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.back_button = secondary(self.tr("&Back"), "manual_back", icon="undo")
        self.missing = Muted(self.tr("The manual was not installed with this program; it lies in docs/manual."))
        for chapter in chapters():
            item = QListWidgetItem(chapter.title, self.list)
            item.setData(FILE_ROLE, chapter.file)
        self._lay_out()
        self.list.currentItemChanged.connect(self._on_chosen)
        self.text.asked.connect(self.show_chapter)
        self.back_button.clicked.connect(self.left)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape), self, self.left.emit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )

    def title(self) -> str:
        """The page's name."""
        return self.tr("Manual")

    def show_chapter(self, file: str) -> None:
        """Bring a chapter to the front; one that is not in the list is shown all the same."""
        for row in range(self.list.count()):
            if self.list.item(row).data(FILE_ROLE) == file:
                self.list.setCurrentRow(row)
                return
        if file:
            self.text.show_chapter(file)

    def _lay_out(self) -> None:
        side = Card()
        side.add(Heading(self.tr("Manual")))
        side.body.addWidget(self.list, 1)
        side.body.addWidget(self.missing)
        side.body.addWidget(self.back_button)
        side.setFixedWidth(px(270))
        self.missing.setVisible(not self.list.count())
        right = QVBoxLayout()
        right.addWidget(self.text, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(px(24), px(16), px(24), px(16))
        whole.setSpacing(px(16))
        whole.addWidget(side)
        whole.addLayout(right, 1)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self.text.show_chapter(str(item.data(FILE_ROLE)))
