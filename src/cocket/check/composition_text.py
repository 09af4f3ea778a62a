"""Gathers what a row says of its composition, from columns of single substances and from a text, into one mapping."""

import re
from collections.abc import Mapping

from cocket.check.content_faults import wrong
from cocket.determination.read_facts import FactError

CONTENT = "composition."
# A comma may stand within a figure, so it parts two statements only before something that is no digit.
_BETWEEN = re.compile(r"[;；、\n|]|[,，](?!\s*\d)")
# Something must stand between name and share: "Dy2O3" is a name without a share and not "Dy2O" with 3.
_STATEMENT = re.compile(r"(?P<name>[^\d\W][\w()·]*)(?:\s*[:：=]\s*|\s+|(?=[<>≤≥]))(?P<share>[<>≤≥~\d].*)", re.DOTALL)


def gather_composition(stated: Mapping[str, object]) -> dict[str, object]:
    """The same statements with one ``composition`` of name -> share; raises FactError for what it cannot part."""
    whole = {key: value for key, value in stated.items() if not key.startswith(CONTENT)}
    shares = {key.removeprefix(CONTENT): value for key, value in stated.items() if key.startswith(CONTENT)}
    told = whole.get("composition")
    if isinstance(told, str):
        told = read_composition_text(told)
    if isinstance(told, Mapping):
        twice = shares.keys() & told.keys()
        if twice:
            name = min(twice)
            raise FactError(CONTENT + name, *wrong("twice_told", name=name))
        shares = {**told, **shares}
    return whole | ({"composition": shares} if shares else {})


def read_composition_text(text: str) -> dict[str, object]:
    """``Nd 29; Dy <0.05 %; Fe 66`` as a mapping of names to shares as they were written."""
    shares: dict[str, object] = {}
    for part in filter(None, map(str.strip, _BETWEEN.split(text))):
        found = _STATEMENT.fullmatch(part)
        if found is None:
            raise FactError("composition", *wrong("no_statement", part=part))
        name = found["name"]
        if name in shares:
            raise FactError("composition", *wrong("given_twice", name=name))
        shares[name] = found["share"].strip()
    return shares
