"""What can be wrong with a file of lines as a whole, or with a row of it, and what to do."""

from typing import Final

from cocket.wording import Faults

ROWS: Final = "Write a header row and one row for each line"
SAVE_AGAIN: Final = "Open it in a spreadsheet program and save it as .xlsx again"
SAVE_AS: Final = "Save it as .csv (UTF-8), .xlsx, .parquet or .jsonl"
SAVE_AS_UTF8: Final = 'Save the file again as "CSV UTF-8"'
OTHER_ENCODING: Final = "and what other encoding it is cannot be told"
NOTHING_LEFT: Final = "nothing was put under this name, and the unfinished file was removed"
ONE_OBJECT: Final = 'Write one JSON object to a line: {{"line": "1", "description": "..."}}'

wrong: Final = Faults(
    "table",
    {
        # the file and its name
        "no_file": ("there is no such file or folder", "Check the name and the folder"),
        "folder": ("this is a folder", "Name a file"),
        "forbidden": ("the file may not be opened", "Ask for access, or close the program that has it open"),
        "system": ("the system reports: {error}", "Try again, or copy the file to another folder"),
        "ending": ('the ending "{ending}" is not known', SAVE_AS),
        "no_ending": ("the name has no ending", SAVE_AS),
        ".xls": ("the old workbook format is not read", SAVE_AS),
        ".xlsb": ("binary workbooks are not read", SAVE_AS),
        ".ods": ("OpenDocument sheets are not read", SAVE_AS),
        ".json": ("a JSON document is not read, only JSON lines: one object to a line", SAVE_AS),
        "sheet_asked": (
            'the sheet "{sheet}" is asked for, but only a workbook has sheets',
            "Leave out the name of the sheet",
        ),
        "changed": ("the file changed while it was read", "Run the check again"),
        # text tables
        "empty": ("the file is empty", ROWS),
        "archive": ("the file is a workbook or an archive, not text", "Give it its proper ending, such as .xlsx"),
        "parquet": ("the file is a Parquet file, not text", "Give it the ending .parquet"),
        "old_workbook": ("the file is an old or a locked workbook, not text", "Save it as CSV UTF-8 or as .xlsx"),
        "pdf": ("the file is a PDF, not text", "Export the list itself as CSV UTF-8 or .xlsx"),
        "not_utf8": (
            "byte {at} of the file (0x{byte:02X}, in row {row}) is not UTF-8, " + OTHER_ENCODING,
            SAVE_AS_UTF8,
        ),
        "nul": ("a NUL character stands in row {row}", SAVE_AS_UTF8),
        "header_alone": (
            "the file has a header but no row below it",
            "Write one row for each line of goods below the header",
        ),
        "too_short": (
            "the header has {width} cells, the row only {cells}",
            "Write a separator for every empty cell too, and put text that holds a separator in quotation marks",
        ),
        "after_quote": (
            "text goes on after a closing quotation mark",
            'Write a quotation mark within a quoted cell twice: ""',
        ),
        "open_quote": (
            "a quotation mark is opened and never closed; this row and those after it cannot be told apart",
            'Close the quotation mark; a mark within a quoted cell is written twice: ""',
        ),
        # JSON lines
        "no_object": ("the file is empty", ONE_OBJECT),
        "no_key": ("no line holds a JSON object with a key", ONE_OBJECT),
        "not_text": ("the file is not UTF-8 text", "Save it as UTF-8"),
        "states_nothing": ("the record states nothing", "Fill it in, or delete it"),
        # workbooks
        "workbook_damaged": ("the workbook is damaged ({error})", SAVE_AGAIN),
        "workbook_no_bytes": ("the file is empty", "Save the workbook again"),
        "workbook_locked": (
            "the workbook is locked with a password or in the old format",
            "Take the password off, or save it in the format .xlsx",
        ),
        "no_workbook": (
            "the file is not a workbook",
            "Save it as .xlsx from a spreadsheet program, or give it its proper ending",
        ),
        "workbook_cut": ("the workbook is cut off or damaged", SAVE_AGAIN),
        "other_archive": ("the file is an archive of something else, not a workbook", SAVE_AGAIN),
        "no_sheet": ("there is no sheet {name}; the sheets are {sheets}", "Name one of them"),
        "workbook_empty": ("the workbook is empty", ROWS),
        "several_sheets": (
            "several sheets could be the list, and which one is cannot be told: {sheets}",
            "Name the sheet to read",
        ),
        "sheet_header_alone": (
            "the sheet has a header but no row below it",
            "Write one row for each line of goods below the header",
        ),
        "sheet_empty": ("the sheet is empty", ROWS),
        "merged_header": (
            "the header has merged cells: {cells}",
            "Unmerge them and give every column its own full name in one single header row",
        ),
        "merged": (
            "the merged cells {cells} hold one value for several cells",
            "Unmerge them and write each cell's own value in it",
        ),
        # Parquet
        "no_bytes": ("the file is empty", "Write it again"),
        "no_parquet": ("the file is not Parquet", "Give the file its proper ending, such as .csv or .xlsx"),
        "parquet_cut": ("the Parquet file is cut off: its end is missing", "Copy or write the file again, to its end"),
        "parquet_damaged": ("the Parquet file is damaged ({error})", "Write the file again"),
        "no_record": ("the file has columns but no record", "Write one record for each line of goods"),
        "group_damaged": (
            "row group {group} of the Parquet file is damaged, rows {first} to {last} ({why})",
            "Write the file again",
        ),
        "row_damaged": (
            "row group {group} of the Parquet file is damaged, rows {first} to {last} ({why})",
            "Write the file again, or only these rows, and check them",
        ),
        # the header
        "several_headers": (
            "rows {rows} could each be the header",
            "Keep one header row, and delete what stands above it or move it to another sheet",
        ),
        "same_header": (
            "the same header stands twice: {first} and {second}",
            "Rename or delete one of the two columns",
        ),
        "same_meaning": (
            "{first} and {second} are both understood as {meaning}",
            "Keep one of the two, or rename the one that means something else",
        ),
        "not_understood": (
            "no column was understood; the headers found are {headers}",
            "Name the columns, in English or Chinese, as in: {names}; contents as in: Dy %, Dy2O3 ppm",
        ),
        "several_meanings": (
            "no column was understood; the headers found are {headers}",
            "Name the columns for what they hold: {hints}",
        ),
        "no_headers": (
            "no column was understood; the headers found are empty",
            "Name the columns, in English or Chinese, as in: {names}; contents as in: Dy %, Dy2O3 ppm",
        ),
        # rows
        "no_header_above": (
            '"{text}" stands in column {letter}, which has no header',
            "Give it a header, or empty the cell; in a CSV file look for a separator too many",
        ),
        "nothing_understood": (
            "nothing in the row stands in a column that was understood",
            "Use the names that were understood, or delete the row",
        ),
        "header_again": ("the row repeats the header", "Delete the row"),
        "no_element": (
            "there is no element '{symbol}'",
            "Correct its symbol, or rename the column if it means something else",
        ),
        # writing
        "too_many_lines": (
            "a sheet holds {most:,} lines and there are more",
            "Write .csv or .parquet instead",
        ),
        "too_long_text": (
            "a text of {count:,} characters is longer than a cell of a workbook ({most:,})",
            "Write .csv, .jsonl or .parquet instead",
        ),
        "rows_not_written": (
            "its rows {first} to {last} could not be written ({why}); " + NOTHING_LEFT,
            "Make room on the disk, or name a file on another one, and run again",
        ),
        "end_not_written": (
            "the end of the file, after {done} rows could not be written ({why}); " + NOTHING_LEFT,
            "Make room on the disk, or name a file on another one, and run again",
        ),
    },
)
