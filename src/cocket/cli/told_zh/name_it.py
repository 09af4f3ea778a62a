"""What to name a column whose name has several meanings; each is understood, and most are what the column may be."""

from typing import Final

from cocket.cli.told_zh import may_be

NO_COLUMN: Final = ("gross_weight", "own_notes")  # nothing is read from these

WORDS: Final = {key: said for key, said in may_be.WORDS.items() if key not in NO_COLUMN} | {"party": "客户名称"}
