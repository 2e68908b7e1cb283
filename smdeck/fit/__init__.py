"""Fit: texts are measured with real advance widths and set as large as they fit."""

from smdeck.fit.fitting import (
    fit,
    fit_footers,
    level_parts,
    level_sizes,
    share_sizes,
)
from smdeck.fit.measure import text_width
from smdeck.fit.metrics import Metrics, metrics

__all__ = [
    "Metrics",
    "fit",
    "fit_footers",
    "level_parts",
    "level_sizes",
    "metrics",
    "share_sizes",
    "text_width",
]
