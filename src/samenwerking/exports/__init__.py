"""Other people's formats: files that other tools read, each with what it could not carry."""

from samenwerking.exports.exported import Exported
from samenwerking.exports.networks import graphml, node_link

__all__ = ["Exported", "graphml", "node_link"]
