"""The formulas of the statistics: plain functions over columns, no database and no clock."""

from cocket.metrics.counts import counts
from cocket.metrics.incidence import Curve, incidence
from cocket.metrics.share import Share, share

__all__ = ["Curve", "Share", "counts", "incidence", "share"]
