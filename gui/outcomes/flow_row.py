"""The line of widgets that goes on below where the room ends, under the name the Outcomes pages know it by."""

from gui.widgets.flow import FlowRow

__all__ = ["FlowRow"]
