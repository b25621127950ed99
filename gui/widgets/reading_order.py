"""Tab goes where the eye goes: by the layouts as they stand now, whatever was put on the page first."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QComboBox, QGridLayout, QLayout, QScrollArea, QTabBar, QWidget
from shiboken6 import isValid

from gui.theme.metrics import px
from gui.widgets.parts import places_in

_TURNED = (QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.RightToLeft)
# What Tab came to last, as long as nobody has scrolled by hand since.
_followed: list[QWidget] = []


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
    _followed[:] = [wanted]
    keep_in_sight(wanted)
    return True


def keep_in_sight(area: QWidget) -> None:
    """What Tab came to may unfold, or what stands above it: once that is laid out it is brought into sight again.

    Nothing is done when somebody has scrolled away from it since, see `let_go`.
    """
    widget = _followed[0] if _followed else None
    if (
        widget is None
        or not isValid(widget)
        or not widget.hasFocus()
        or not (area is widget or area.isAncestorOf(widget))
    ):
        return
    QTimer.singleShot(0, widget, lambda: show(widget) if widget.hasFocus() and widget in _followed else None)


def let_go() -> None:
    """Somebody scrolls by hand: the page stays where they leave it."""
    _followed.clear()


def show(widget: QWidget) -> None:
    """Scroll every area around a widget until it is in sight, whole where it has the room, else its beginning.

    Qt's own way is content when the cursor in a field is in sight and leaves the field's outline cut.
    """
    inside, place = widget, widget.rect()
    around = widget.parentWidget()
    while around is not None:
        inner = around.widget() if isinstance(around, QScrollArea) else None
        if inner is not None and isinstance(around, QScrollArea):
            wanted, view = QRect(inside.mapTo(inner, place.topLeft()), place.size()), around.viewport()
            across, down = around.horizontalScrollBar(), around.verticalScrollBar()
            across.setValue(_scrolled(across.value(), wanted.x(), wanted.width(), view.width(), px(16)))
            down.setValue(_scrolled(down.value(), wanted.y(), wanted.height(), view.height(), px(40)))
            # An area around this one has to show what this one shows of it.
            place = QRect(inner.mapTo(view, wanted.topLeft()), wanted.size()).intersected(view.rect())
            inside = view
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
            if child.isVisible() and not isinstance(child, QComboBox | QTabBar):
                yield from _stops_in(child, lost)
            continue
        if not child.isVisible():
            continue
        if child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None:
            yield child
            if isinstance(child, QComboBox | QTabBar):  # what is inside goes by arrow keys
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
