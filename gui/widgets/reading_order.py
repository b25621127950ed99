"""Tab goes where the eye goes: by the layouts as they stand now, whatever was put on the page first."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLayout, QLayoutItem, QScrollArea, QWidget

from gui.theme.metrics import px


def stops(top: QWidget, lost: QWidget | None = None) -> list[QWidget]:
    """Every widget in sight inside `top` that Tab stops at, in reading order.

    lost  a widget counted as well although it was just hidden or disabled: what comes after it is still known
    """
    return list(_stops_in(top, lost))


def move_focus(top: QWidget, focused: QWidget | None, *, forward: bool) -> bool:
    """Give the focus to the next or previous stop, round at the end, and scroll it into sight; False: there is none."""
    every = stops(top, focused)
    if not every or every == [focused]:
        return False
    if focused in every:
        place = every.index(focused)
        lost = focused is not None and not (focused.isVisible() and focused.isEnabled())
        # Where the focus has lost its place it stays near: not round from the last button of a page to the first.
        step = 1 if forward and not (lost and place == len(every) - 1) else -1
        wanted = every[(place + step) % len(every)]
    else:
        wanted = every[0 if forward else -1]
    wanted.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    show(wanted)
    return True


def show(widget: QWidget) -> None:
    """Scroll every area around a widget until it is in sight."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, px(16), px(40))
        around = around.parentWidget()


def _stops_in(widget: QWidget, lost: QWidget | None) -> Iterator[QWidget]:
    for child in _children(widget):
        if child is lost:
            yield child
            continue
        if not child.isVisible():
            continue
        if child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None:
            yield child
            if isinstance(child, QComboBox):
                continue
        yield from _stops_in(child, lost)


def _children(widget: QWidget) -> Iterator[QWidget]:
    """In the order of the layout, then what stands in no layout, from top to bottom."""
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield inner
        return
    placed: list[QWidget] = []
    layout = widget.layout()
    if layout is not None:
        placed = list(_widgets_of(layout))
    yield from placed
    loose = [c for c in widget.children() if isinstance(c, QWidget) and c not in placed and not c.isWindow()]
    yield from sorted(loose, key=lambda child: (child.y(), child.x()))


def _widgets_of(layout: QLayout) -> Iterator[QWidget]:
    for item in _items(layout):
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets_of(inner)


def _items(layout: QLayout) -> list[QLayoutItem]:
    found = [(n, item) for n in range(layout.count()) if (item := layout.itemAt(n)) is not None]
    if isinstance(layout, QGridLayout):
        found.sort(key=lambda pair: layout.getItemPosition(pair[0])[:2])  # type: ignore[index]
    return [item for _n, item in found]
