"""What a person without a mouse, without sight or with large text would miss on a screen, as sentences; none: [].

Everything is asked of the window as it stands: its widgets, and what Qt tells assistive technology of them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QWidget,
)

from gui.widgets.field import Field
from gui.widgets.reading_order import show

Role = QAccessible.Role
ROLES: tuple[tuple[type[QWidget], tuple[QAccessible.Role, ...]], ...] = (
    (QRadioButton, (Role.RadioButton,)),
    (QCheckBox, (Role.CheckBox,)),
    (QAbstractButton, (Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton)),
    (QLineEdit, (Role.EditableText,)),
    (QComboBox, (Role.ComboBox,)),
    (QPlainTextEdit, (Role.EditableText,)),
    (QTableView, (Role.Table,)),
    (QTabBar, (Role.PageTabList,)),
)
MNEMONIC = re.compile(r"&([^&\s])")
PIECES = re.compile(r"\s|(?<=[-/])")  # where a line may end
SLACK_PX = 2
TURNS = 8
LINKS = 40  # a text may be left only after its links


def widgets_in_sight(window: QWidget) -> Iterator[QWidget]:
    """All that is shown, and not a part Qt makes for itself inside its own widgets."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not widget.isWindow() and not is_of_qt(widget):
            yield widget


def is_of_qt(widget: QWidget) -> bool:
    """Scroll bars, viewports, headers and the inside of a list to choose from."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QComboBox):
            return True
        around = around.parentWidget()
    parent = widget.parentWidget()
    if isinstance(parent, QTabBar):  # its arrows scroll; the tabs go by arrow keys
        return True
    if isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea):
        return True
    return widget.objectName().startswith("qt_") or type(widget).__name__ in ("QScrollBar", "QHeaderView")


def called(widget: QWidget) -> str:
    """A widget as a fault names it."""
    return f"{type(widget).__name__} {widget.objectName() or '?'}"


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab has to lead there."""
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


# --- by keys


def walk(window: QWidget, *, shown: bool = True) -> tuple[list[QWidget], list[str]]:
    """Tab from the first field until the focus comes round; where it came, and what it missed or hid.

    shown  whether each stop is looked at: is it in sight as soon as it has the focus
    """
    wanted = [widget for widget in widgets_in_sight(window) if takes_tab(widget)]
    faults: list[str] = []
    if not wanted:
        return [], ["nothing on it takes the focus"]
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    show(wanted[0])
    start = QApplication.focusWidget()
    came: list[QWidget] = []
    for _step in range(2 * len(wanted) + 2 * LINKS):
        focused = QApplication.focusWidget()
        if focused is None:
            faults.append(f"the focus is lost after {called(came[-1])}" if came else "nothing has the focus")
            break
        if came and focused is start:
            break
        if len(came) >= LINKS and set(came[-LINKS:]) == {focused}:
            faults.append(f"Tab does not leave {called(focused)}")
            break
        came.append(focused)
        if shown:
            for _turn in range(TURNS):  # what the focus changes on the page is laid out before it is looked at
                QApplication.processEvents()
                if not not_in_sight(focused):
                    break
            faults += not_in_sight(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    else:
        faults.append("Tab does not come round")
    groups = [widget.group() for widget in came if isinstance(widget, QRadioButton)]
    for widget in wanted:
        by_arrows = isinstance(widget, QRadioButton) and widget.group() is not None and widget.group() in groups
        if widget not in came and not by_arrows:
            faults.append(f"Tab does not reach {called(widget)}")
    return came, faults


def not_in_sight(widget: QWidget) -> list[str]:
    """A widget with the focus has to be seen, whole where it has the room."""
    seen = widget.visibleRegion().boundingRect()
    wide, high = widget.width(), widget.height()
    for area in _areas_around(widget):
        wide, high = min(wide, area.viewport().width()), min(high, area.viewport().height())
    if seen.width() < wide - SLACK_PX or seen.height() < high - SLACK_PX:
        return [f"{called(widget)} has the focus, seen {seen.width()}x{seen.height()} of {wide}x{high}"]
    return []


def order_faults(came: list[QWidget], window: QWidget) -> list[str]:
    """Tab goes as one reads: never up in its own column, never back in its own line."""
    faults = []
    for one, other in pairwise(came):
        first, second = _places(one, other, window)
        upwards = second.bottom() < first.top() and _overlap(first.left(), first.right(), second.left(), second.right())
        line = _overlap(first.top(), first.bottom(), second.top(), second.bottom())
        backwards = second.right() < first.left() and line
        if upwards or backwards:
            faults.append(f"Tab goes {'up' if upwards else 'back'} from {called(one)} to {called(other)}")
    return faults


def _places(one: QWidget, other: QWidget, window: QWidget) -> tuple[QRect, QRect]:
    """Where two widgets stand: on what both scroll with, else as the areas they scroll in."""
    around = list(_areas_around(other))
    common = next((area for area in _areas_around(one) if area in around), None)
    top = common.widget() if common is not None else window
    assert top is not None
    return _place(one, top, common), _place(other, top, common)


def _place(widget: QWidget, top: QWidget, common: QScrollArea | None) -> QRect:
    shown: QWidget = widget
    for area in _areas_around(widget):
        if area is common:
            break
        shown = area
    return QRect(shown.mapTo(top, QPoint(0, 0)), shown.size())


def _areas_around(widget: QWidget) -> Iterator[QScrollArea]:
    """From the inside to the outside."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            yield around
        around = around.parentWidget()


def _overlap(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether two spans share more than half of the shorter one."""
    shared = min(end, other_end) - max(start, other_start)
    return shared * 2 > min(end - start, other_end - other_start)


def mnemonic_faults(window: QWidget) -> list[str]:
    """Two things in sight with the same letter: Alt and the letter would press neither."""
    texts: list[tuple[str, QWidget]] = []
    for widget in widgets_in_sight(window):
        if isinstance(widget, QTabBar):
            texts += [(widget.tabText(place), widget) for place in range(widget.count())]
        elif isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None):
            texts.append((widget.text(), widget))
    keys: dict[str, list[QWidget]] = {}
    for text, widget in texts:
        found = MNEMONIC.search(text.replace("&&", ""))
        if found:
            keys.setdefault(found[1].lower(), []).append(widget)
    return [
        f"Alt+{key} is asked for by {', '.join(called(widget) for widget in asking)}"
        for key, asking in keys.items()
        if len(asking) > 1
    ]


# --- by what a screen reader is told


def spoken_faults(window: QWidget) -> tuple[int, list[str]]:
    """How many widgets were asked, and what they do not say."""
    count, faults = 0, []
    names: Counter[tuple[str, str]] = Counter()
    for widget in widgets_in_sight(window):
        if bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None:
            count += 1
            faults += _input_faults(widget)
            names[type(widget).__name__, widget.accessibleName()] += 1
        elif _paints_itself(widget):
            count += 1
            faults += _painted_faults(widget)
    faults += [f"{times} times {kind} {name!r}" for (kind, name), times in names.items() if times > 1 and name]
    for field in window.findChildren(Field):
        if field.isVisible():
            faults += _field_faults(field)
    return count, faults


def _input_faults(widget: QWidget) -> Iterator[str]:
    told = QAccessible.queryAccessibleInterface(widget)
    name = told.text(QAccessible.Text.Name)
    if not name.strip() or name == widget.objectName():
        yield f"{called(widget)} has no name"
    wanted = next((roles for kind, roles in ROLES if isinstance(widget, kind)), None)
    if wanted is not None and told.role() not in wanted:
        yield f"{called(widget)} says it is a {told.role().name}"
    state = told.state()
    if state.disabled != (0 if widget.isEnabled() else 1):
        yield f"{called(widget)} says the wrong thing of whether it can be used"
    if isinstance(widget, QAbstractButton) and widget.isCheckable() and bool(state.checked) != widget.isChecked():
        yield f"{called(widget)} says the wrong thing of whether it is chosen"
    if isinstance(widget, QLineEdit) and bool(state.readOnly) != widget.isReadOnly():
        yield f"{called(widget)} says the wrong thing of whether it can be changed"
    if isinstance(widget, QLineEdit) and widget.echoMode() != QLineEdit.EchoMode.Normal and not state.passwordEdit:
        yield f"{called(widget)} does not say that it hides what is typed"
    if isinstance(widget, QAbstractItemView):
        yield from _view_faults(widget)


def _view_faults(view: QAbstractItemView) -> Iterator[str]:
    """Each row says something, and a table says what its columns are."""
    model = view.model()
    if model is None:
        return
    for row in range(min(model.rowCount(), 60)):
        index = model.index(row, 0)
        said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
        if not str(said or "").strip() and model.columnCount() < 2:
            yield f"row {row} of {called(view)} says nothing"
            break
    if isinstance(view, QTableView):
        for column in range(model.columnCount()):
            head = model.headerData(column, Qt.Orientation.Horizontal)
            if not str(head or "").strip():
                yield f"column {column} of {called(view)} has no head"


def _painted_faults(widget: QWidget) -> Iterator[str]:
    told = QAccessible.queryAccessibleInterface(widget)
    if not told.text(QAccessible.Text.Name).strip():
        yield f"{called(widget)} is painted and says nothing"


def _paints_itself(widget: QWidget) -> bool:
    """Whether a class of ours paints it, and not inside something that is asked already."""
    own = next(kind for kind in type(widget).__mro__ if "paintEvent" in vars(kind))
    inside = isinstance(widget.parentWidget(), QAbstractButton | QLineEdit | QComboBox)
    return own.__module__.startswith("gui.") and not inside


def _field_faults(field: Field) -> Iterator[str]:
    """Whatever stands below a field is told with it."""
    words = field.message.text() if field.message.isVisible() else ""
    for widget, _part in field._inputs:
        told = QAccessible.queryAccessibleInterface(widget)
        if words and told.text(QAccessible.Text.Description).strip() not in words:
            yield f"{called(widget)} does not tell: {words}"
        if words and not told.text(QAccessible.Text.Description).strip():
            yield f"{called(widget)} does not tell: {words}"


# --- at large text


def cut_faults(window: QWidget) -> list[str]:
    """Words that are not shown whole and can be read nowhere else; what stands beyond the edge of its place."""
    faults = []
    for widget in widgets_in_sight(window):
        if isinstance(widget, QLabel):
            faults += _label_faults(widget)
        elif isinstance(widget, QPushButton | QRadioButton | QCheckBox):
            wide = widget.sizeHint().width()
            if widget.width() < wide - SLACK_PX and not widget.toolTip():
                faults.append(f"{called(widget)} {widget.text()!r} has {widget.width()} of {wide} px")
            if widget.height() < widget.minimumSizeHint().height() - SLACK_PX:
                faults.append(f"{called(widget)} {widget.text()!r} is {widget.height()} px high")
        faults += _beyond_faults(widget)
    return faults


def _label_faults(label: QLabel) -> Iterator[str]:
    if not label.text() or label.toolTip() or label.pixmap().width():
        return
    room = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if label.height() < needed - SLACK_PX:
            yield f"{called(label)} {label.text()[:60]!r} has {label.height()} of {needed} px in height"
        longest = max(label.fontMetrics().horizontalAdvance(word) for word in PIECES.split(label.text()))
        if longest > room.width() + SLACK_PX:
            yield f"{called(label)} {label.text()[:60]!r}: a word of {longest} px in {room.width()} px"
    else:
        needed = max(label.fontMetrics().horizontalAdvance(line) for line in label.text().replace("&", "").split("\n"))
        if room.width() < needed - SLACK_PX:
            yield f"{called(label)} {label.text()[:60]!r} has {room.width()} of {needed} px"
        if label.height() < label.minimumSizeHint().height() - SLACK_PX:
            yield f"{called(label)} {label.text()[:60]!r} is {label.height()} px high"


def _beyond_faults(widget: QWidget) -> Iterator[str]:
    """A part that stands beyond the edge of what holds it is not seen; what scrolls may."""
    parent = widget.parentWidget()
    if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return
    if isinstance(parent, QAbstractScrollArea | QTabBar) or isinstance(parent.parentWidget(), QTabBar):
        return
    place, room = widget.geometry(), parent.rect()
    if place.right() > room.right() + SLACK_PX or place.left() < -SLACK_PX:
        yield f"{called(widget)} stands {place.left()}..{place.right()} in {room.width()} px of {called(parent)}"
    if place.bottom() > room.bottom() + SLACK_PX or place.top() < -SLACK_PX:
        yield f"{called(widget)} stands {place.top()}..{place.bottom()} in {room.height()} px high {called(parent)}"


def sideways_faults(window: QWidget, sideways: Iterable[str] = ()) -> list[str]:
    """Pages scroll up and down; only what is named (a table, a line of time) may scroll sideways.

    sideways  object names of areas that may
    """
    allowed = set(sideways)
    faults = []
    for area in window.findChildren(QAbstractScrollArea):
        bar = area.horizontalScrollBar()
        if (
            not area.isVisible()
            or area.width() == 0
            or is_of_qt(area)
            or area.objectName() in allowed
            or bar.maximum() <= SLACK_PX
        ):
            continue
        if isinstance(area, QPlainTextEdit | QTableView):
            continue  # code is not wrapped; columns keep their width
        faults.append(f"{called(area)} is {bar.maximum()} px too wide for its {area.viewport().width()} px")
    return faults


# --- in high contrast


def ring_faults(window: QWidget, came: Iterable[QWidget], least: int) -> list[str]:
    """Each stop looks different with the focus: at least `least` pixels of it change."""
    faults = []
    for widget in came:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        for _turn in range(TURNS):
            show(widget)
            QApplication.processEvents()
        with_focus = picture_of(window, widget)
        widget.clearFocus()
        QApplication.processEvents()
        changed = differing(with_focus, picture_of(window, widget))
        if changed < least:
            faults.append(f"{called(widget)}: {changed} px tell that it has the focus")
    return faults


def picture_of(window: QWidget, widget: QWidget) -> QImage:
    """A widget as it stands on the ground it is painted on."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).intersected(window.rect())
    return window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)


def differing(one: QImage, other: QImage) -> int:
    """How many pixels of two pictures of one size differ."""
    if one.size() != other.size():
        return one.width() * one.height()
    if one.isNull():
        return 0
    first, second = bytes(one.constBits()), bytes(other.constBits())
    if first == second:
        return 0
    return sum(first[place : place + 4] != second[place : place + 4] for place in range(0, len(first), 4))
