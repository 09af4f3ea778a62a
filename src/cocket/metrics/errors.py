"""Figures that no formula can be asked with."""


class MetricsError(ValueError):
    """The figures contradict themselves; the message says which."""
