"""A free description of goods, read: kind, family, elements, shares, purity, names; each with its words.

What each fact may do stands in docs/reading.md. In short: a certain fact narrows what is possible as a column would, a
likely one is shown and decides nothing; whatever could free goods is certain only where every word was understood.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from cocket.quantity.elements import RARE_EARTHS
from cocket.quantity.fraction import parse_share
from cocket.reading.clauses import Aside, clauses
from cocket.reading.facts import Doubtful, ReadFact, Reading, Sure
from cocket.reading.gazetteer import goods, materials
from cocket.reading.gazetteer.substances import ORDINARY
from cocket.reading.kinds import Goods, is_magnet, read_kinds
from cocket.reading.lexing import LENGTH_MAX, Item, is_foreign, lex
from cocket.reading.mentions import Mention, Sorted, sort_mentions
from cocket.reading.shares import Figure, Shares, pair_up
from cocket.reading.whereabouts import read_amount, read_places

STRAY: Final = frozenset("xX×")  # between words and not between sizes: whatever it is to mean
LONGEST_SIZE: Final = 5  # a bare number of more digits is a customs number or an article's, and tells of something
_QUESTION_MARKS: Final = frozenset("?？")


def read_description(text: str) -> Reading:
    """The facts that a description states; never raises, and the same text always reads the same."""
    if len(text) > LENGTH_MAX:
        return Reading(doubts=("too_long",))
    if is_foreign(text):
        return Reading(doubts=("third_language",))
    items = lex(text)
    if any(item.role == "foreign" for item in items):
        return Reading(doubts=("third_language",))
    items, places = read_places(items, text)
    reader = _Reader(text, items)
    facts = [*reader.facts(), *read_amount(items), *places]
    return Reading(tuple(sorted(facts, key=lambda one: (one.start, one.end, one.fact))), tuple(reader.doubts()))


class _Reader:
    def __init__(self, text: str, items: tuple[Item, ...]) -> None:
        self.text = text
        self.items = items
        self.parts = clauses(items)
        self.goods: Goods = read_kinds(self.parts, items)
        self.sorted: Sorted = sort_mentions(items, self.parts)
        self.shares: Shares = pair_up(items, self.sorted.inside)
        self.families = self._families()
        self.several = self.goods.several or self._told_apart()
        self.understood = not any(item.role == "unknown" or item.text in STRAY for item in items)
        self.doubted = any(item.role == "doubt" or item.text in _QUESTION_MARKS for item in items)

    def doubts(self) -> Iterator[Doubtful]:
        if self.doubted:
            yield "in_doubt"
        if self.several:
            yield "several_goods"
        if not self.understood:
            yield "not_understood"

    def facts(self) -> Iterator[ReadFact]:
        yield from self._kind()
        yield from self._family()
        yield from self._grade()
        yield from self._materials()

    @property
    def clean(self) -> bool:
        """Every word understood, nothing in doubt, nothing that may be a second thing: what is read here may free."""
        return (
            self.understood
            and not self.doubted
            and self.goods.single
            and self.goods.firm
            and not self._has_idle_figure()
            and not any(item.role == "extra" for item in self.items)
            and not any(map(self._lacks_goods, self._asides("lack")))
            and not any(map(self._is_strange, range(len(self.items))))
        )

    def _is_strange(self, place: int) -> bool:
        """A long number, a grade of another family, "free" behind a noun: what it means is not for us to say."""
        item = self.items[place]
        if item.role == "number":
            return len(item.text) > LONGEST_SIZE
        if item.role == "grade":
            return not any(item.values[0] in named.values for named in self.families)
        behind = [one for one in self.items[max(place - 2, 0) : place] if one.text != "-"]
        return item.role == "free_after" and bool(behind) and behind[-1].role in ("kind", "family", "noun")

    def _asides(self, wanted: Aside) -> list[tuple[Item, ...]]:
        return [aside for part in self.parts for sort, aside in part.asides if sort == wanted]

    def _has_idle_figure(self) -> bool:
        """A figure that is of no material and no purity of one either: what it says was not understood."""
        return any(not figure.is_pure or not self.sorted.inside for figure in self.shares.free)

    def _lacks_goods(self, aside: Sequence[Item]) -> bool:
        """Something else than materials and magnets is said not to be there: what that means is not for us to say."""
        goods_named = [item for item in aside if item.role in ("noun", "kind", "form", "family", "doubt")]
        return any(item.role != "kind" or item.values != ("magnet",) for item in goods_named)

    def _sure(self, *, frees: bool) -> Sure:
        return "certain" if not self.doubted and (self.clean or not frees) else "likely"

    def _sure_of_goods(self, *, frees: bool) -> Sure:
        """Of the kind and the family: they are of all that is named, so nothing may be named that was not read."""
        return self._sure(frees=frees) if self.goods.single or self.goods.other else "likely"

    def _kind(self) -> Iterator[ReadFact]:
        kinds = self.goods.kinds
        if kinds and self.goods.items:
            sure = self._sure_of_goods(frees=bool(kinds & goods.FREEING))
            yield self._fact("kind", tuple(sorted(kinds)), sure, self.goods.items)
        else:
            yield from self._named_before()

    def _named_before(self) -> Iterator[ReadFact]:
        """A machine or a substance with a word behind it that is not understood: likely the goods, or part of them."""
        for phrase in (phrase for part in self.parts for phrase in part.goods):
            unknown = [place for place, item in enumerate(phrase) if item.role == "unknown"]
            before = phrase[: unknown[-1]] if unknown else ()
            machines = [item for item in before if _is_machine(item)]
            named = [item for item in before if self.goods.other and _is_named(item)]
            if machines or named:
                yield from (self._fact("kind", item.values, "likely", [item]) for item in machines[-1:])
                yield from (self._fact("substance", item.values, "likely", [item]) for item in named[-1:])
                return

    def _families(self) -> list[Item]:
        """Family names that speak of the goods themselves or of the magnets in them."""
        lacking = {id(item) for aside in self._asides("lack") for item in aside}
        purpose = {id(item) for aside in self._asides("purpose") for item in aside}
        named = [item for item in self.items if item.role == "family" and id(item) not in lacking | purpose]
        return [] if any(item.role == "family" and id(item) in lacking for item in self.items) else named

    def _told_apart(self) -> bool:
        """ "NdFeB and ferrite magnets": two families joined by a word for "and"."""
        joined = [part for part in self.parts if part.also]
        named = {item.values for part in joined for phrase in part.goods for item in phrase if item.role == "family"}
        return len(named) > 1

    def _family(self) -> Iterator[ReadFact]:
        named = self.families
        if not named:
            return
        sets = [frozenset(item.values) for item in named]
        narrow = frozenset.intersection(*sets)
        wide = frozenset.union(*sets)
        found = narrow if narrow and not self.several else wide
        frees = found <= materials.FREEING_FAMILIES
        unsure = (frees and self._holds_rare_earths()) or self._lacks_family()
        certain = "likely" if unsure else self._sure_of_goods(frees=frees)
        yield self._fact("family", tuple(sorted(found)), certain, named)

    def _holds_rare_earths(self) -> bool:
        """A ferrite with neodymium in it: one of the two words is wrong. Lanthanum and cerium do go into ferrites."""
        inside = {symbol for mention in self.sorted.inside for symbol in mention.elements}
        return bool(inside & set(RARE_EARTHS) - {"La", "Ce"})

    def _lacks_family(self) -> bool:
        """Of several things a magnet without a family of its own may be of any."""
        phrases = [phrase for part in self.parts for phrase in part.goods]
        phrases += [aside for part in self.parts for _, aside in part.asides]
        bare = [phrase for phrase in phrases if any(map(is_magnet, phrase)) and not any(map(_is_family, phrase))]
        listed = self.several or any(part.also for part in self.parts)
        return listed and bool(bare) and bool(self.families)

    def _grade(self) -> Iterator[ReadFact]:
        grades = [item for item in self.items if item.role == "grade"]
        about_magnets = bool(self.goods.kinds & goods.MAGNETS or self.families)
        grades = [item for item in grades if about_magnets or not item.text[0].isdigit()]
        for item in grades:
            yield self._fact("grade", (item.text,), "likely", [item])
        of_one = {item.values for item in grades}
        if len(of_one) == 1 and about_magnets and not any(item.role == "family" for item in self.items):
            family = grades[0].values[0]
            yield self._fact(
                "family", (family,), "likely" if family == "ferrite" else self._sure_of_goods(frees=False), grades[:1]
            )

    def _materials(self) -> Iterator[ReadFact]:
        inside, absent = self.sorted.inside, self.sorted.absent
        shares = self.shares
        stated = {mention: figure for mention, figure in shares.of if figure.text is not None}
        zero = [mention for mention, figure in stated.items() if _is_zero(figure)]
        lacking = {symbol for mention in (*absent, *zero) for symbol in mention.elements}
        present = [mention for mention in inside if mention not in zero]
        at_odds = lacking & {symbol for mention in present for symbol in mention.elements}
        for mention in absent:
            for symbol in mention.elements:
                yield self._fact("absent", (symbol,), "likely", self._words_of_lack(mention))
        for mention in zero:
            for symbol in mention.elements:
                yield self._of("absent", (symbol,), "likely", mention, stated[mention])
        figured = shares.clear and not self.several and not at_odds and not _twice(stated)
        for mention in present:
            figure = stated.get(mention)
            sure: Sure = "likely" if at_odds & set(mention.elements) else self._sure(frees=False)
            yield from self._contained(mention, figure, sure)
            if figure is not None and mention.key and figured and not _is_upper(figure):
                yield self._of("share", (mention.key, str(figure.text)), self._sure(frees=False), mention, figure)
            elif figure is not None and mention.key and figured:
                yield self._of("share", (mention.key, str(figure.text)), self._sure(frees=True), mention, figure)
            if mention.substance and self._is_the_goods(mention):
                # of several goods a substance would say of all what is true of one
                sure = "likely" if self.several else self._sure(frees=True)
                yield self._of("substance", (mention.substance,), sure, mention)
        for mention in self.sorted.doubtful:
            for symbol in mention.elements:
                yield self._of("contains", (symbol,), "likely", mention)
        yield from self._purity(present, stated, shares, figured=figured)

    def _is_the_goods(self, mention: Mention) -> bool:
        """A substance is what the goods are where no noun makes something else of it."""
        named = self.goods.kinds
        head = self.items[mention.last] in self.goods.items or not named
        made_of = frozenset({"wafer", "crystal", "target", "oxide", "compound", "other_powder", "mixture"})
        return (head or bool(named & made_of)) and not self.goods.other

    def _words_of_lack(self, mention: Mention) -> Sequence[Item]:
        """From the word that denies to the material: "no Dy", "不含镝"; or to the "free" behind it."""
        before = [place for place in range(mention.first) if self.items[place].role in ("negation", "without")]
        behind = [place for place in range(mention.last, len(self.items)) if self.items[place].role == "free_after"]
        first = before[-1] if before else mention.first
        return self.items[first : (mention.last if before or not behind else behind[0]) + 1]

    def _contained(self, mention: Mention, figure: Figure | None, sure: Sure) -> Iterator[ReadFact]:
        """Named as contained, unless a figure of its own leaves open whether it is there at all."""
        if figure is not None and figure.text is not None and parse_share(figure.text).lo == 0:
            return
        for symbol in mention.elements:
            yield self._of("contains", (symbol,), sure, mention)

    def _purity(
        self, present: Sequence[Mention], stated: dict[Mention, Figure], shares: Shares, *, figured: bool
    ) -> Iterator[ReadFact]:
        """A figure of 95 % and more that is of nothing else is the purity of the one material named."""
        names = {mention.key or mention.symbols for mention in present}
        if len(names) != 1 or not figured or self.families:
            return
        mention = present[0]
        pure = [figure for figure in shares.free if figure.is_pure]
        pure += [figure for figure in stated.values() if figure.is_pure]
        if len({figure.text for figure in pure}) != 1:
            return
        if mention.key and not stated:
            yield self._of("share", (mention.key, str(pure[0].text)), self._sure(frees=False), mention, pure[0])
        words = self.items[pure[0].first : pure[0].last + 1]
        figure_text = str(pure[0].text).replace("%", "").strip()
        yield self._fact("purity", (figure_text,), self._sure(frees=False), words)

    def _of(
        self, fact: str, values: tuple[str, ...], sure: Sure, mention: Mention, figure: Figure | None = None
    ) -> ReadFact:
        first = min(mention.first, figure.first) if figure else mention.first
        last = max(mention.last, figure.last) if figure else mention.last
        return self._fact(fact, values, sure, self.items[first : last + 1])

    def _fact(self, fact: str, values: tuple[str, ...], sure: Sure, items: Sequence[Item]) -> ReadFact:
        start, end = min(item.start for item in items), max(item.end for item in items)
        return ReadFact(fact, values, sure, self.text[start:end], start, end)


def _is_family(item: Item) -> bool:
    return item.role == "family"


def _is_named(item: Item) -> bool:
    return item.role == "substance" and item.values[0] not in ORDINARY


def _is_machine(item: Item) -> bool:
    return item.role == "kind" and frozenset(item.values) <= goods.CATCHING


def _is_zero(figure: Figure) -> bool:
    return figure.text is not None and parse_share(figure.text).hi == 0


def _is_upper(figure: Figure) -> bool:
    """An upper limit alone, which says more of what is not there than of what is."""
    return figure.text is not None and parse_share(figure.text).lo == 0


def _twice(stated: dict[Mention, Figure]) -> bool:
    """Two figures for one material: which of them holds is not for us to say."""
    said: dict[object, str] = {}
    for mention, figure in stated.items():
        key = mention.key or mention.symbols
        if said.setdefault(key, str(figure.text)) != figure.text:
            return True
    return False
