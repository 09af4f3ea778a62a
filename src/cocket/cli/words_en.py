"""The words of the command in English."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "joint": ", ",
    # answers
    "outcome.NOT_CONTROLLED": "free",
    "outcome.NOT_REQUIRED_SUSPENDED": "free (control suspended)",
    "outcome.NO_LICENCE_REPORT": "no licence, report due",
    "outcome.VOUCHER": "voucher needed",
    "outcome.CATCH_ALL_LICENCE": "licence needed (catch-all)",
    "outcome.LICENCE_REQUIRED": "licence needed",
    "outcome.LICENCE_REQUIRED_SINGLE_ONLY": "single licence needed",
    "outcome.CASE_BY_CASE": "licence, case by case",
    "outcome.PRESUMPTIVE_DENIAL": "licence refused in principle",
    "outcome.PROHIBITED": "forbidden",
    "outcome.NEEDS_FACTS": "facts missing",
    "outcome.UNRESOLVED": "law unresolved",
    "outcome.CONSULT": "ask a person",
    "outcome.BAD_INPUT": "bad input",
    "warning.hs_mismatch": "the customs number does not fit the goods",
    "warning.family_contradicts_composition": "the magnet family does not fit the composition",
    # the table and what stands below it
    "column.row": "Row",
    "column.line": "Line",
    "column.goods": "Goods",
    "column.destination": "To",
    "column.day": "Date",
    "column.answer": "Answer",
    "column.codes": "Codes",
    "column.note": "What to ask",
    "column.codes_note": "Codes, what to ask",
    "check.ask": "ask: {facts}",
    "check.pending": "announced, not law: {name}",
    "check.note": "note: {note}",
    "check.ignored": 'the column "{column}" was understood, but no law here speaks of it; it decides nothing',
    "check.faults_left": "{count} more faulty rows; the column problem of the answers names each",
    "check.progress": "Checking",
    "check.written": "Answers written to {path}",
    "summary.count": "{count:>6}  {answer} ({name})",
    "summary.strictest": "Strictest answer: {answer} ({name})",
    "summary.ask": "What to ask, the question that settles most rows first:",
    "summary.more": "and {count} more questions; they stand in the column ask of the answers",
    "summary.not_considered": "Not considered: {names}.",
    # help
    "help.cocket": "May these goods leave China, under which permit, and why?",
    "help.law": "Look at the law, or test it.",
    "help.proof": "Check a proof that an answer follows from the law.",
    "help.check": (
        "Answer every row of a list of goods (.csv, .xlsx, .parquet, .jsonl).\n\n"
        "Exit code: 0 all free, 1 a permit or a ban, 2 bad input, 3 something is open."
    ),
    "help.check.out": "Write the answers to this file; its ending says how (.csv, .xlsx, .parquet, .jsonl).",
    "help.check.format": "How to show the answers: a table for people, or all columns as csv or jsonl.",
    "help.check.sheet": "The sheet of a workbook, if it has several.",
    "help.--known": "Answer as known on this day.",
    "help.today": "today",
    "help.--lang": "The language to answer in.",
    "help.--json": "One JSON object to a line.",
}
