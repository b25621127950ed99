"""Room between the paragraphs of a chapter, and tables as wide as the page: Markdown alone sets neither."""

from PySide6.QtGui import QTextCursor, QTextDocument, QTextLength, QTextTable

from gui.theme.metrics import px

WHOLE = QTextLength(QTextLength.Type.PercentageLength, 100)


def set_apart(document: QTextDocument) -> None:
    """Margins above headings, paragraphs and items; cells with room inside."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            table = frame.format()
            table.setWidth(WHOLE)
            table.setCellPadding(px(5))
            table.setTopMargin(px(6))
            table.setBottomMargin(px(12))
            frame.setFormat(table)
    block = document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        if cursor.currentTable() is None:
            form = block.blockFormat()
            listed = block.textList() is not None
            above = px(18) if form.headingLevel() else px(3) if listed else px(8)
            form.setTopMargin(above)
            form.setBottomMargin(px(3) if listed else px(6))
            cursor.setBlockFormat(form)
        block = block.next()
    cursor.endEditBlock()
