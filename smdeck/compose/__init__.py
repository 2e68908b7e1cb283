"""Compose: a layout's compositions, from the boldest to the densest, and the choice among them."""

from smdeck.compose.choice import Choice, Composition
from smdeck.compose.plan import Plan
from smdeck.compose.room import Room
from smdeck.compose.type import Align, Anchor, Kind, Type

__all__ = ["Align", "Anchor", "Choice", "Composition", "Kind", "Plan", "Room", "Type"]
