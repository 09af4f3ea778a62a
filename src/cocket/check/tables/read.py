"""Opens a table of goods by its file name's ending."""

from pathlib import Path

from cocket.check.tables.errors import TableError
from cocket.check.tables.faults import wrong
from cocket.check.tables.table import Table

_NOT_READ = (".xls", ".xlsb", ".ods", ".json")  # each has its own words


def read_table(path: Path, *, sheet: str | None = None) -> Table:
    """The table in ``path``: .csv .tsv .txt, .xlsx .xlsm, .parquet, .jsonl .ndjson.

    ``sheet`` names the sheet of a workbook; without it the only one with a list is taken.
    Raises TableError for a file that cannot be used at all; what is wrong with a row comes with the rows.
    """
    ending = path.suffix.lower()
    try:
        if ending in (".xlsx", ".xlsm"):
            from cocket.check.tables.xlsx_file import read_xlsx

            return read_xlsx(path, sheet=sheet)
        _refuse_sheet(path, sheet)
        if ending in (".csv", ".tsv", ".txt"):
            from cocket.check.tables.csv_file import read_csv

            return read_csv(path)
        if ending in (".jsonl", ".ndjson"):
            from cocket.check.tables.jsonl_file import read_jsonl

            return read_jsonl(path)
        if ending == ".parquet":
            from cocket.check.tables.parquet_file import read_parquet

            return read_parquet(path)
    except OSError as error:
        raise unusable(path, error) from None
    raise TableError(*wrong(ending), where=path.name) if ending in _NOT_READ else unknown_ending(path)


def _refuse_sheet(path: Path, sheet: str | None) -> None:
    if sheet is not None:
        raise TableError(*wrong("sheet_asked", sheet=sheet), where=path.name)


def unknown_ending(path: Path) -> TableError:
    """A file of which nobody can say from its name what it is."""
    ending = path.suffix.lower()
    return TableError(*(wrong("ending", ending=ending) if ending else wrong("no_ending")), where=path.name)


def unusable(path: Path, error: OSError) -> TableError:
    """A file that the system does not let us read or write, in a sentence."""
    if isinstance(error, FileNotFoundError):
        return TableError(*wrong("no_file"), where=str(path))
    if isinstance(error, IsADirectoryError):
        return TableError(*wrong("folder"), where=str(path))
    if isinstance(error, PermissionError):
        return TableError(*wrong("forbidden"), where=str(path))
    return TableError(*wrong("system", error=error.strerror or error), where=str(path))
