"""Tab goes where the eye goes: by the layouts as they stand now, whatever was put on the page first."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QComboBox, QGridLayout, QLayout, QScrollArea, QWidget

from gui.theme.metrics import px
from gui.widgets.parts import places_in

_TURNED = (QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.RightToLeft)


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
    QTimer.singleShot(0, wanted, lambda: _show_again(wanted))
    return True


def _show_again(widget: QWidget) -> None:
    """What has the focus may unfold, or what stands above it: once that is laid out it has to be in sight as well."""
    if widget.hasFocus():
        show(widget)


def show(widget: QWidget) -> None:
    """Scroll every area around a widget until it is in sight, whole where it has the room, else its beginning.

    Qt's own way is content when the cursor in a field is in sight and leaves the field's outline cut.
    """
    around = widget.parentWidget()
    while around is not None:
        inner = around.widget() if isinstance(around, QScrollArea) else None
        if inner is not None and isinstance(around, QScrollArea):
            place, room = QRect(widget.mapTo(inner, QPoint(0, 0)), widget.size()), around.viewport().size()
            across, down = around.horizontalScrollBar(), around.verticalScrollBar()
            across.setValue(_scrolled(across.value(), place.x(), place.width(), room.width(), px(16)))
            down.setValue(_scrolled(down.value(), place.y(), place.height(), room.height(), px(40)))
        around = around.parentWidget()


def _scrolled(value: int, start: int, length: int, room: int, margin: int) -> int:
    """How far an area scrolls so that `length` pixels from `start` stand in its `room`."""
    if value <= start and start + length <= value + room:
        return value
    margin = min(margin, max((room - length) // 2, 0))
    return start - margin if start < value or length > room else start + length + margin - room


def _stops_in(widget: QWidget, lost: QWidget | None) -> Iterator[QWidget]:
    for child in _children(widget):
        if child is lost:
            yield child
            if child.isVisible() and not isinstance(child, QComboBox):
                yield from _stops_in(child, lost)
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
    for part in _parts(layout):
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _widgets_of(part)


def _parts(layout: QLayout) -> list[QWidget | QLayout]:
    found = places_in(layout)
    if isinstance(layout, QGridLayout):
        found.sort(key=lambda pair: layout.getItemPosition(pair[0])[:2])  # type: ignore[index]
    elif isinstance(layout, QBoxLayout) and layout.direction() in _TURNED:
        found.reverse()
    return [part for _place, part in found]
