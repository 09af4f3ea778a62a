"""Figures that are ours and not the law's (docs/law-format.md says so to the reader).

Where the text has no floor, a stated content from 0.01 % up counts as containing; above zero and below it a person
decides. The figure has no source. The main constituent is half of the mass or more.
"""

TRACE_FLOOR_PPB = 100_000
MAIN_CONSTITUENT_PPB = 500_000_000
UNWRITTEN_CODE = "unwritten"  # a stated control code that is in no instrument of the lawbook
CODE_NOT_STATED = "not_stated"  # the exporter names no control code
