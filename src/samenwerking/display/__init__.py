"""Pictures for the table and the screen: sheets to print and write on, drawings, notebooks."""

from samenwerking.display.atlas import atlas
from samenwerking.display.conversation import conversation_sheet
from samenwerking.display.coverage_page import coverage_matrix
from samenwerking.display.gears import gearbox
from samenwerking.display.goals_page import goal_tree
from samenwerking.display.matrix import type_matrix
from samenwerking.display.network import map  # noqa: A004
from samenwerking.display.party_page import party_sheet
from samenwerking.display.picture import Picture
from samenwerking.display.report_page import report
from samenwerking.display.sheet import blank_canvas, canvas
from samenwerking.display.topic_matrix import canvas_matrix

__all__ = [
    "Picture",
    "atlas",
    "blank_canvas",
    "canvas",
    "canvas_matrix",
    "conversation_sheet",
    "coverage_matrix",
    "gearbox",
    "goal_tree",
    "map",
    "party_sheet",
    "report",
    "type_matrix",
]
