"""A receipt told to a person."""

from collections.abc import Iterator
from typing import Any

from cocket.check.asking import brief
from cocket.cli.words import Words
from cocket.gate.receipt import Receipt

NOTHING = "-"
DIGEST_SHOWN = 12


def told_receipt(receipt: Receipt, words: Words) -> Iterator[str]:
    """The answer, each line with its reasons and what to show, and where it is kept."""
    told = receipt.plain()
    yield words.say("gate.head", number=told["number"], answer=words.name("gate.answer", told["answer"]))
    if receipt.repeated:
        yield "  " + words.say("gate.repeated")
    final = told["answer"] == "refuse"
    for line in told["lines"]:
        yield from told_line(line, words, final=final)
    law = told["law"]
    digest = law["digest"][:DIGEST_SHOWN]
    answered = told["answered"][:19] + "Z"
    yield words.say("gate.receipt", sequence=told["sequence"], answered=answered, digest=digest, known=law["known"])
    yield words.say("gate.hash", hash=receipt.hash.hex())
    for booked in told["ledger"]:
        for entry in booked["entries"]:
            kind = words.name("gate.booked", booked["kind"] if booked["accepted"] else "refused")
            yield words.say("gate.entry", kind=kind, line=entry["line"], sequence=entry["sequence"])


def told_line(line: dict[str, Any], words: Words, *, final: bool) -> Iterator[str]:
    """``final``: the declaration is refused, so that what this line lacks cannot be shown any more."""
    why = words.say("answer.and").join(reason(one, words) for one in line.get("reasons", ()))
    yield words.say("gate.line", line=line["line"], answer=words.name("gate.short", line["answer"]), goods=why)
    for one in line.get("challenges", ()):
        yield words.say("gate.lacked" if final else "gate.show", what=challenge(one, words))


def reason(one: dict[str, str], words: Words) -> str:
    """Reasons are kept as codes with what is declared and what is wanted, so that each reader has them in words."""
    field = words.name("gate.field", one.get("field", ""))
    declared, expected = one.get("declared") or NOTHING, one.get("expected") or NOTHING
    if one["code"] == "licence_status":
        expected = words.name("gate.status", expected)
    if one["code"] == "like_licence":
        return words.say("gate.reason.like_licence", declared=declared, expected=expected, **apart(declared, expected))
    return words.say(f"gate.reason.{one['code']}", field=field, declared=declared, expected=expected)


def apart(declared: str, issued: str) -> dict[str, str]:
    """Which sign tells the numbers of two licences apart."""
    from cocket.licensing.licences.number import difference

    return {"difference": difference(issued, declared)}


def challenge(one: dict[str, Any], words: Words) -> str:
    kind, asks = one["kind"], one["asks"]
    if kind == "remarks":
        shown = words.say("joint").join(words.name("gate.remark", ask) for ask in asks)
    elif kind == "classification":
        shown = words.say("answer.and").join(asks)
    else:
        papers = [ask for ask in asks if words.has(f"gate.paper.{ask}") or words.has(f"gate.field.{ask}")]
        names = [
            words.name("gate.paper", ask) if words.has(f"gate.paper.{ask}") else words.name("gate.field", ask)
            for ask in papers
        ]
        facts = [ask for ask in asks if ask not in papers]
        shown = words.say("answer.and").join([*([brief(facts, words.lang)] if facts else []), *names])
    return words.say(f"gate.asks.{kind}", asks=shown)
