"""The look all plots share: the program's font, colours safe for colour-blind eyes, and line styles that tell alike."""

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from matplotlib import font_manager, rcParams
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from outcomes.plots.values import PlotAsked, PlotLook

FONTS = Path(__file__).resolve().parent.parent.parent / "assets" / "fonts"
DESIGN_DPI = 96.0
#: Okabe and Ito 2008, the colours told apart by all; each also has a line style and a hatch of its own.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#999999")
STYLES: Sequence[Any] = ("-", "--", "-.", ":", (0, (7, 2, 1, 2)), (0, (3, 3)), (0, (1, 1)))
HATCHES = ("", "///", "...", "xxx", "\\\\\\", "+++", "ooo")
_CANVAS: dict[str, Any] = {"png": FigureCanvasAgg, "svg": FigureCanvasSVG, "pdf": FigureCanvasPdf}


@cache
def load_fonts() -> None:
    """The program's own faces; letters stay letters in the file, and the same plot has the same bytes."""
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
        font_manager.fontManager.addfont(str(FONTS / name))
    rcParams.update({
        "font.family": "Noto Sans", "font.size": 9.0, "pdf.fonttype": 42, "svg.fonttype": "none",
        "svg.hashsalt": "capox", "axes.unicode_minus": False, "hatch.linewidth": 0.7, "text.parse_math": False,
    })  # fmt: skip


def new_figure(asked: PlotAsked, high: float) -> Figure:
    """As wide as asked, `high` inches high at text scale 1."""
    load_fonts()
    dpi = DESIGN_DPI * asked.look.scale
    return Figure((asked.width_px / dpi, high), dpi=dpi * asked.ratio, facecolor=asked.look.ground)


def dress(axes: Axes, look: PlotLook) -> None:
    """Plain axes in the colours of the look."""
    axes.set_facecolor(look.ground)
    axes.tick_params(colors=look.text, labelsize=8.5)
    for name, spine in axes.spines.items():
        spine.set_visible(name in ("left", "bottom"))
        spine.set_color(look.muted)
    axes.xaxis.label.set_color(look.text)
    axes.yaxis.label.set_color(look.text)


def finish(figure: Figure, asked: PlotAsked) -> bytes:
    """The file's bytes, without the moment it was made."""
    target = io.BytesIO()
    _CANVAS[asked.format](figure)
    fixed: dict[str, Any] = {"pdf": {"CreationDate": None}, "svg": {"Date": None}, "png": {}}
    figure.savefig(target, format=asked.format, facecolor=asked.look.ground, metadata=fixed[asked.format])
    return target.getvalue()
