"""The words of ``cocket ledger``, in English."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "ledger.holds": "The ledger holds: {entries} entries on {lines} lines, {seals} seals",
    "ledger.broken": "THE LEDGER DOES NOT HOLD; {entries} entries follow one another. The first break:",
    "ledger.empty": "The ledger has no entries, which shows nothing.",
    "ledger.clock": "note: {count} entries were recorded by a clock behind the one before; the sequence counts",
    "ledger.at": "{line}, entry {sequence}",
    "ledger.instead": "(expected {expected}, found {found})",
    "ledger.sealed": "Sealed {new} lines that grew, {sealed}",
    "ledger.nothing_new": "Nothing grew since the last seal, {sealed}",
    "ledger.keep": "Give this line to somebody else to keep; cocket ledger verify --seal compares with it.",
    "ledger.no_seal": "this is no seal",
    "ledger.copy_seal": "Copy SIZE:ROOT as cocket ledger seal printed it",
    "ledger.break.hash": "the entry does not agree with its hash",
    "ledger.break.sequence": "an entry is missing or out of order",
    "ledger.break.terms": "the terms of the line are not the ones it was opened with",
    "ledger.break.no_line": "there are entries of a line that does not exist",
    "ledger.break.no_entries": "the line has no entries",
    "ledger.break.posting": "what is left of the request is not what its entries leave",
    "ledger.break.postings": "the number of requests is not the number of entries",
    "ledger.break.period": "the balance of a period is not what its entries add up to",
    "ledger.break.sealed_entry": "the entry is not the one that was sealed",
    "ledger.break.seal": "the log does not begin as the seal says",
    "ledger.break.head": "the last hash is not the one that the line keeps",
    "ledger.break.seq": "the last entry is not the one that the line keeps",
    "ledger.break.reserved_quantity": "reserved quantity is not what the entries add up to",
    "ledger.break.drawn_quantity": "drawn quantity is not what the entries add up to",
    "ledger.break.reserved_value": "reserved value is not what the entries add up to",
    "ledger.break.drawn_value": "drawn value is not what the entries add up to",
    "ledger.break.uses": "uses is not what the entries add up to",
    "ledger.break.excess_quantity": "excess quantity is not what the entries add up to",
    "ledger.break.excess_value": "excess value is not what the entries add up to",
    "ledger.break.usable": "usable is not what the entries add up to",
    "ledger.break.closed": "closed is not what the entries add up to",
    "help.ledger": "Check or seal the ledger of licence lines.",
    "help.ledger.verify": (
        "Recompute every balance and every chain of DATABASE and name the first break.\n\n"
        "DATABASE is a SQLite file or postgresql://... Ends with 0 when all holds, 1 when not or without entries."
    ),
    "help.ledger.verify.seal": "A seal that somebody kept: the log must begin with it.",
    "help.ledger.seal": "Fold all chains of DATABASE into one hash (RFC 6962) for others to keep.",
}
