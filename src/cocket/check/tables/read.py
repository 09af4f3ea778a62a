"""Opens a table of goods by its file name's ending."""

from pathlib import Path

from cocket.check.tables.errors import TableError
from cocket.check.tables.table import Table

SAVE_AS = "Save it as .csv (UTF-8), .xlsx, .parquet or .jsonl"
_NOT_READ = {
    ".xls": "the old workbook format is not read",
    ".xlsb": "binary workbooks are not read",
    ".ods": "OpenDocument sheets are not read",
    ".json": "a JSON document is not read, only JSON lines: one object to a line",
}


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
    what = _NOT_READ.get(ending, f'the ending "{ending}" is not known' if ending else "the name has no ending")
    raise TableError(what, where=path.name, remedy=SAVE_AS)


def _refuse_sheet(path: Path, sheet: str | None) -> None:
    if sheet is not None:
        what = f'the sheet "{sheet}" is asked for, but only a workbook has sheets'
        raise TableError(what, where=path.name, remedy="Leave out the name of the sheet")


def unusable(path: Path, error: OSError) -> TableError:
    """A file that the system does not let us read or write, in a sentence."""
    if isinstance(error, FileNotFoundError):
        return TableError("there is no such file or folder", where=str(path), remedy="Check the name and the folder")
    if isinstance(error, IsADirectoryError):
        return TableError("this is a folder", where=str(path), remedy="Name a file")
    if isinstance(error, PermissionError):
        remedy = "Ask for access, or close the program that has it open"
        return TableError("the file may not be opened", where=str(path), remedy=remedy)
    what = f"the system reports: {error.strerror or error}"
    return TableError(what, where=str(path), remedy="Try again, or copy the file to another folder")
