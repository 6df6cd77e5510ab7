"""Pictures for the table and the screen: sheets to print and write on, drawings, notebooks."""

from samenwerking.display.atlas import atlas
from samenwerking.display.conversation import conversation_sheet
from samenwerking.display.gears import gearbox
from samenwerking.display.matrix import type_matrix
from samenwerking.display.network import map  # noqa: A004
from samenwerking.display.picture import Picture
from samenwerking.display.sheet import blank_canvas, canvas

__all__ = [
    "Picture",
    "atlas",
    "blank_canvas",
    "canvas",
    "conversation_sheet",
    "gearbox",
    "map",
    "type_matrix",
]
