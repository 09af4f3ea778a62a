"""The words of answers by column, in English."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "bulk.note": "note: {rows} lines are answered by column; of open lines more may be asked than is needed",
    "bulk.codes": "Control codes met most often:",
    "bulk.counted": "{count:>9}  {what}",
    "bulk.asked": "What would settle most lines:",
    "bulk.exact": "`cocket why FILE --row N` tells the smallest set of questions for one line.",
}
