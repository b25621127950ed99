"""The start of the window: options, first paint, then the store. Little is imported before that paint, on purpose."""

import gc
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from gui.options import Options, clock, read_options
from gui.places import data_folder, is_kiosk, open_lookup, store_target

if TYPE_CHECKING:
    from gui.running import Running


FIRST_SCREEN = 50


def main(argv: list[str]) -> int:
    """Open the window; the exit status of the program."""
    options = read_options(argv)
    if options.pictures is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from gui.pictures import draw_pictures

        return draw_pictures(options)
    return _run(options)


def _places(options: Options) -> tuple[Path, str | Path, bool, str]:
    """Data folder, store, whether this is a kiosk, and why none can be opened: said in the window."""
    from records.errors import StoreUnavailable
    from records.keeping.places import own_folder

    try:
        folder = data_folder(options)
        return folder, store_target(options, folder), is_kiosk(options), ""
    except StoreUnavailable as error:
        folder = own_folder()
        return folder, folder, options.kiosk, str(error)


def _run(options: Options) -> int:
    gc.disable()  # until the window stands: what is made until then stays anyway
    folder, target, kiosk, refusal = _places(options)
    # Qt searches the source of every module imported after it; of the first screen's, these need no Qt.
    import gui.theme.metrics
    import gui.theme.tokens
    import gui.widgets.dates  # noqa: F401

    lookup = open_lookup(target, clock(options))
    first = () if lookup is None else lookup.first_lines(FIRST_SCREEN)
    from PySide6.QtCore import QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    from gui.shell.window import MainWindow
    from gui.theme.look import STYLE_ARGUMENTS, apply_look, theme_choice

    app = QApplication.instance() or QApplication(["capox-planner", *STYLE_ARGUMENTS])
    assert isinstance(app, QApplication)
    app.setApplicationName("capox-planner")
    app.setApplicationDisplayName("CAPOX Planner")
    keep = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    apply_look(app, theme_choice(keep.value("theme")), int(str(keep.value("text_scale", 100))), sheet=False)
    window = MainWindow(lookup, first, keep, demo=options.demo)
    if options.print_first_paint:
        window.resize(1000, 700)  # as large as the window it is measured against
        window.first_painted.connect(_print_and_quit)
        QTimer.singleShot(5000, _print_and_quit)
        window.show()
        return app.exec()
    started: list[Running] = []

    def begin() -> None:
        """After the first paint, or after a moment where there is nothing to paint yet."""
        if not started:
            from gui.running import Running

            started.append(Running(app, window, options, folder, target, keep))
            started[0].refusal = refusal
            started[0].begin()

    window.first_painted.connect(lambda: QTimer.singleShot(0, begin))
    QTimer.singleShot(500, begin)
    if kiosk:
        from gui.shell.kiosk import Kiosk

        Kiosk(window).show()
    else:
        window.show()
    from gui.collector import Collector

    collector = Collector(app)  # garbage is collected in this thread alone
    status = app.exec()
    collector.deleteLater()
    for running in started:
        running.end()
    return status


def _print_and_quit() -> None:
    """The moment of the first paint, in ns of the monotonic clock that parent and child share."""
    sys.stdout.write(f"{time.clock_gettime_ns(time.CLOCK_MONOTONIC)}\n")
    sys.stdout.flush()
    os._exit(0)
