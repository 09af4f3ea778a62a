"""Figures as rows and as CSV, for every face."""

import csv
import io
from collections.abc import Iterable
from dataclasses import asdict, fields

from cocket.licensing.statistics.figures import Figure

COLUMNS = tuple(field.name for field in fields(Figure))


def figures_data(found: Iterable[Figure]) -> list[dict[str, object]]:
    return [asdict(one) for one in found]


def figures_csv(found: Iterable[Figure]) -> str:
    """With a head; None is an empty field."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([getattr(one, name) for name in COLUMNS] for one in found)
    return text.getvalue()
