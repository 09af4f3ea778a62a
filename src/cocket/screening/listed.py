"""Looks names up among listed parties: certainly meant, possibly meant, or neither.

It is worse to miss a listed party than to ask; but words that many firms bear are no reason to ask.
"""

from collections.abc import Iterable
from typing import NamedTuple

from cocket.screening.han import split_scripts
from cocket.screening.names import PartyName, normalise, take_apart
from cocket.screening.similar_han import SimilarHan
from cocket.screening.similar_words import SimilarWords

# Marks the key of a name such as KGM株式会社. Its Latin letters were written for Chinese readers, and a KGM
# Inc. elsewhere may be another firm: certain for names with Han letters, possible for others.
_WITH_HAN = "\0"


class Party(NamedTuple):
    """A listed party: its ``id``, all its ``names``, and whether these are a guess (``doubtful``)."""

    id: str
    names: tuple[str, ...]
    doubtful: bool = False


class PartyMatch(NamedTuple):
    """Ids of parties that bear the name, and ids of parties that might be meant; no id is in both."""

    certain: frozenset[str]
    possible: frozenset[str]


class _Holder(NamedTuple):
    """A party that bears a name, and the class of its legal form."""

    id: str
    legal_form: str
    doubtful: bool


class PartyIndex:
    """Immutable once built; may be shared between threads."""

    __slots__ = ("_holders", "_similar_han", "_similar_words")

    def __init__(self, listings: Iterable[Party]) -> None:
        """Raises ValueError for a party with a name that has neither letter nor digit."""
        self._holders: dict[str, list[_Holder]] = {}
        in_words: dict[tuple[tuple[str, ...], str], None] = {}
        in_han: dict[str, None] = {}
        for party in listings:
            for given in party.names:
                name = take_apart(given)
                if not name.key:
                    problem = f"party {party.id}: the name '{given}' has no letter or digit"
                    raise ValueError(f"{problem}; correct the listing")
                key = _key(name)
                self._holders.setdefault(key, []).append(_Holder(party.id, name.legal_form, party.doubtful))
                if name.core_is_han:
                    in_han[key] = None
                else:
                    in_words[name.core, key] = None
        self._similar_words = SimilarWords(in_words)
        self._similar_han = SimilarHan(in_han)

    def look_up(self, name: str) -> PartyMatch:
        """The parties that ``name`` means or might mean.

        Beside a certain party only those are possible that bear the very same name: a listed firm's own name
        does not point at its sister firms. A name given in letters and again in Han is certain when both agree.
        """
        match = self._look_up(take_apart(name))
        if match.certain or name.isascii():
            return match
        letters, han = split_scripts(normalise(name))
        if not (letters and han):
            return match
        one, other = self._look_up(take_apart(letters)), self._look_up(take_apart(han))
        certain = one.certain & other.certain
        return PartyMatch(certain, match.possible.union(*one, *other) - certain)

    def _look_up(self, name: PartyName) -> PartyMatch:
        certain, unclear = self._equal(name)
        if certain:
            return PartyMatch(certain, unclear)
        similar = (holder.id for key in self._similar(name) for holder in self._holders[key])
        return PartyMatch(certain, unclear.union(similar))

    def _similar(self, name: PartyName) -> set[str]:
        if name.core_is_han:
            return self._similar_han.similar(name.key)
        return self._similar_words.similar(name.core)

    def _equal(self, name: PartyName) -> tuple[frozenset[str], frozenset[str]]:
        """Ids of the very name: certain ones, and those left open by legal form or doubtful identity."""
        holders = list(self._holders.get(name.key, ()))
        if name.is_han:
            holders += self._holders.get(_WITH_HAN + name.key, ())
        forms = {holder.legal_form for holder in holders} - {""}
        # The legal form decides only where listings differ by nothing else; one that says nothing fits all.
        fitting = forms | {""} if len(forms) < 2 else {"", name.legal_form}
        certain = frozenset(one.id for one in holders if one.legal_form in fitting and not one.doubtful)
        return certain, frozenset(one.id for one in holders) - certain


def _key(name: PartyName) -> str:
    return _WITH_HAN + name.key if name.is_han and not name.core_is_han else name.key
