"""Tells an explanation to people: what is needed, why, what is missing, and what would change it."""

from collections.abc import Iterator, Mapping, Sequence

from cocket.determination.telling_read import lines_of_reading
from cocket.determination.words import SIGNS, Lexicon
from cocket.law.vocabulary import COUNTRIES, COUNTS, Vocabulary
from cocket.quantity.elements import ELEMENTS
from cocket.quantity.fraction import UNBOUNDED, show_share
from cocket.quantity.interval import PPB, Interval

Tree = Mapping[str, object]
MARKS = {"true": "✓", "false": "✗", "open": "?"}
HALF = PPB // 2
TRACE_FLOOR = 100_000
NORMS_SHOWN = 4


def tell(explained: Tree, lang: str, vocabulary: Vocabulary) -> str:
    """The explanation as text, one part per regime; ``lang`` is ``en`` or ``zh``."""
    return "\n".join(Teller(lang, vocabulary).lines(explained))


class Teller:
    def __init__(self, lang: str, vocabulary: Vocabulary) -> None:
        self.words = Lexicon(lang)
        self.vocabulary = vocabulary

    def lines(self, explained: Tree) -> Iterator[str]:
        say = self.words.phrase
        yield f"{say('date')} {explained['date'] or '?'} · {say('known')} {explained['known']}"
        yield from lines_of_reading(
            _trees(explained.get("read", ())), _texts(explained.get("doubts", ())), self.words, self.named
        )
        for regime in _trees(explained["regimes"]):
            yield ""
            yield from self.regime(regime)
        yield ""
        for warning in _texts(explained["warnings"]):
            yield f"! {say(warning)}"
        looked = str(explained["law_checked_until"])
        if min(str(explained["date"] or ""), str(explained["known"])) > looked:
            yield f"! {say('law_checked_until')} {looked}"
        beside = (self.title(explained, name) for name in _texts(explained["not_considered"]))
        yield f"{say('not_considered')}: {'; '.join(beside)}"
        partly = explained["partly_covered"]
        if isinstance(partly, Mapping):
            for name, what in partly.items():
                if what:
                    yield f"{say('partly')}: {name}: {'; '.join(_texts(what))}"

    def title(self, explained: Tree, name: str) -> str:
        """What a body of law is called; by its id in an explanation that was kept before they had titles."""
        titles = explained.get("titles")
        words = titles.get(name) if isinstance(titles, Mapping) else None
        return str(words["zh" if self.words.zh else "en"]) if isinstance(words, Mapping) else name

    def regime(self, regime: Tree) -> Iterator[str]:
        say = self.words.phrase
        if not regime["considered"]:
            yield f"{regime['regime']}: {say('not_considered')}; {say('not_covered')}"
            return
        yield f"{regime['regime']}: {self.words.outcome(str(regime['outcome']))}"
        if not regime["covered"]:
            yield f"  {say('not_covered')}"
        possible = _texts(regime["possible"])
        if len(possible) > 1:
            yield f"  {say('possible')}: {self.outcomes(possible)}"
        if regime["codes"]:
            yield f"  {say('codes')}: {', '.join(_texts(regime['codes']))}"
        if regime.get("licences_open"):
            yield f"  {say('licences')}: {', '.join(say(name) for name in _texts(regime['licences_open']))}"
        if regime["ask"]:
            yield f"  {say('ask')}: {', '.join(self.fact(name) for name in _texts(regime['ask']))}"
        yield from self.norms(regime)
        yield from self.beside(regime)

    def norms(self, regime: Tree) -> Iterator[str]:
        norms = _trees(regime.get("norms", ()))
        named = [norm for norm in norms if norm["verdict"] == "true" and norm["norm"] in _texts(regime["codes"])]
        others = [norm for norm in norms if norm not in named]
        shown = named + [norm for norm in others if norm["verdict"] != "true" or norm["type"] != "entry"]
        for norm in shown[:NORMS_SHOWN]:
            yield from self.norm(norm)
        if len(shown) > NORMS_SHOWN:
            yield f"  … +{len(shown) - NORMS_SHOWN}"

    def norm(self, norm: Tree) -> Iterator[str]:
        say = self.words.phrase
        yield f"  {say('gap') + ': ' if norm['type'] == 'gap' else ''}{norm['norm']}  {self.words.either(norm['text'])}"
        yield f"      {self.words.either(norm['number'])}, {norm['at']}; {self.standing(norm)}"
        yield from (f"      {line}" for line in self.condition(_tree(norm["conditions"])))
        if any(reading["generally"] for reading in _trees(norm.get("readings", ()))):
            yield f"      {say('guidance')}"
        if norm.get("question"):
            yield f"      {say('question')}: {self.words.either(norm['question'])}"

    def standing(self, norm: Tree) -> str:
        say = self.words.phrase
        because = ", ".join(_texts(norm["because"]))
        match norm["standing"]:
            case "suspended":
                return f"{say('suspended')} {because}"
            case "unresolved":
                return f"{say('unresolved')} {because}"
            case _:
                return f"{say('in_force')} {norm['from']}"

    def condition(self, tree: Tree, depth: int = 0) -> Iterator[str]:
        """A line for each condition; of alternatives only the one that decides, or all that are still open."""
        pad = "  " * depth
        element = _contained(tree)
        if element is not None:
            yield pad + self.contained(tree, element)
        elif "all" in tree:
            for part in _trees(tree["all"]):
                yield from self.condition(part, depth)
        elif "any" in tree:
            parts = _trees(tree["any"])
            deciding = [part for part in parts if part["verdict"] == tree["verdict"]] or parts
            yield from self.condition(deciding[0], depth)
        elif "not" in tree:
            yield f"{pad}{_mark(tree)} {self.words.phrase('not')}"
            yield from self.condition(_tree(tree["not"]), depth + 1)
        else:
            yield pad + self.leaf(tree)

    def contained(self, tree: Tree, fact: str) -> str:
        leaf = next(_leaves(tree))
        word = "oxide" if fact.startswith("oxide.") else "contains"
        return f"{_mark(tree)} {self.words.phrase(word)} {self.fact(fact)} · {self.said(fact, leaf['said'])}"

    def leaf(self, leaf: Tree) -> str:
        if "doubt" in leaf:
            return f"? {self.words.either(leaf['doubt'])}"
        fact = str(leaf["fact"])
        said = self.said(fact, leaf["said"])
        if "one_of" in leaf:
            return f"{_mark(leaf)} {self.fact(fact)} {self.among(fact, _texts(leaf['one_of']))} · {said}"
        sign = next(sign for sign in SIGNS if sign in leaf)
        limit = int(str(leaf[sign]))
        if fact.startswith("content.") and limit == HALF:
            return f"{_mark(leaf)} {self.words.phrase('main')} {self.fact(fact)} · {said}"
        return f"{_mark(leaf)} {self.fact(fact)} {SIGNS[sign]} {_figure(fact, limit, limit)} · {said}"

    def among(self, fact: str, values: Sequence[str]) -> str:
        if "@" in fact:
            return f"{self.words.phrase('listed')} {self.words.phrase(fact.partition('@')[2])}"
        named = [self.value(fact, value) for value in values]
        return f"{self.words.phrase('is' if len(named) == 1 else 'one_of')} {', '.join(named)}"

    def said(self, fact: str, said: object) -> str:
        return f"{self.words.phrase('said')}: {self.known(fact, said)}"

    def known(self, fact: str, said: object) -> str:
        """A known fact as people write it: the value, the range, or that nothing was said."""
        if not isinstance(said, list):
            return self.words.phrase("nothing_said")
        if said and isinstance(said[0], int):
            return _figure(fact, said[0], int(said[1])) or self.words.phrase("nothing_said")
        if "@" in fact:
            return ", ".join(self.words.phrase("not_listed") if one == "none" else str(one) for one in said)
        return " / ".join(self.value(fact, str(one)) for one in said[:4]) + (" …" if len(said) > 4 else "")

    def value(self, fact: str, value: str) -> str:
        known = self.vocabulary.values.get(fact, {}).get(value)
        if known is None or fact in COUNTRIES:
            return value.replace("_", " ")
        return known.zh if self.words.zh else known.en

    def named(self, fact: str, value: str) -> str:
        """The word for a value, or for the fact itself where it stands alone."""
        return self.value(fact, value) if value else self.fact(fact)

    def fact(self, name: str) -> str:
        head, _, rest = name.partition(".")
        if head in ("composition", "content", "oxide") and rest in ELEMENTS:
            element = ELEMENTS[rest]
            return f"{element.name_zh}({rest})" if self.words.zh else f"{element.name_en} ({rest})"
        role, _, list_name = name.partition("@")
        return self.words.fact(role) if list_name else self.words.fact(name).removeprefix("param.")

    def outcomes(self, names: object) -> str:
        return " | ".join(self.words.outcome(name) for name in _texts(names))

    def beside(self, regime: Tree) -> Iterator[str]:
        """What is suspended, nearly met, not in force, and what would turn the answer."""
        say = self.words.phrase
        if regime.get("but_for_suspension"):
            yield f"  {say('but_for')}: {self.outcomes(regime['but_for_suspension'])}"
        for norm in _trees(regime.get("not_in_force", ())):
            when = f"{say('lapsed')} {norm['lapsed_on']}" if norm["lapsed_on"] else f"{say('not_yet')} {norm['from']}"
            yield f"  {norm['norm']} {self.words.either(norm['text'])}: {when}"
        near = _trees(regime.get("nearly", ()))
        if near:
            shown = (f"{one['norm']} ({self.fact(str(one['fails_by']))})" for one in near)
            yield f"  {say('nearly')}: {', '.join(shown)}"
        for flip in _trees(regime.get("flips", ())):
            changes = ", ".join(f"{self.fact(f)} = {self.known(f, to)}" for f, to in _tree(flip["changes"]).items())
            yield f"  {say('flips')}: {changes} → {self.outcomes(flip['possible'])}"
        for rule in _trees(regime.get("procedure", ())):
            says = f"{self.words.either(rule['text'])} ({rule['instrument']}, {rule['at']})"
            yield f"  {say('procedure')}: {self.words.outcome(str(rule['outcome']))}: {says}"
        if regime.get("past_checked_until"):
            yield f"  {say('past_checked')}: {', '.join(_texts(regime['past_checked_until']))}"


def _mark(tree: Tree) -> str:
    return MARKS.get(str(tree["verdict"]), "…")


def _contained(tree: Tree) -> str | None:
    """The element fact when the tree is the practice on containing (from the floor up, a trace to a person)."""
    parts = _trees(tree.get("any", ()))
    if len(parts) != 2 or parts[0].get("at_least") != TRACE_FLOOR or "all" not in parts[1]:
        return None
    return str(parts[0]["fact"])


def _leaves(tree: Tree) -> Iterator[Tree]:
    for key in ("all", "any"):
        for part in _trees(tree.get(key, ())):
            yield from _leaves(part)
    if "fact" in tree:
        yield tree


def _figure(fact: str, low: int, high: int) -> str:
    """A range in the unit that people use; empty when anything is possible."""
    if fact.startswith("param."):
        ends = [f"{end / 1_000_000:g}" if end < UNBOUNDED else "…" for end in (low, high)]
        return ends[0] if low == high else "–".join(ends)
    if fact in COUNTS:
        return str(low)
    return "" if (low, high) == (0, PPB) else show_share(Interval(low, min(high, PPB)))


def _trees(value: object) -> list[Tree]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list | tuple) else []


def _tree(value: object) -> Tree:
    return value if isinstance(value, Mapping) else {}


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else []
