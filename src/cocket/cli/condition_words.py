"""A condition of the law in words, for people who read an entry and not a case."""

from cocket.cli.words import Words
from cocket.determination.words import SIGNS, Lexicon
from cocket.law.condition import All, AnyOf, Compare, Condition, Doubt, In, Not, Party
from cocket.law.practice import TRACE_FLOOR_PPB
from cocket.law.vocabulary import COUNTRIES, Vocabulary
from cocket.quantity.elements import ELEMENTS
from cocket.quantity.fraction import show_share
from cocket.quantity.interval import PPB, Interval


class Phrases:
    """Puts conditions into words of one language."""

    def __init__(self, words: Words, vocabulary: Vocabulary) -> None:
        self.own = words
        self.words = Lexicon(words.lang)
        self.vocabulary = vocabulary

    def say(self, condition: Condition) -> str:
        """One line; parts of a conjunction are parted by commas, alternatives by "or", nesting by brackets."""
        element = contained(condition)
        if element is not None:
            word = "oxide" if element.startswith("oxide.") else "contains"
            return f"{self.words.phrase(word)} {self.fact('content.' + element.partition('.')[2])}"
        match condition:
            case All(parts):
                return self.own.say("condition.and").join(self._within(part) for part in parts)
            case AnyOf(parts):
                return self.own.say("condition.or").join(self._within(part) for part in parts)
            case Not(part):
                return f"{self.words.phrase('not')} {self._within(part)}"
            case Doubt(question):
                return f"? {question.zh if self.own.lang == 'zh' else question.en}"
            case Party(listed_in, roles):
                lists = " / ".join(self.words.phrase(name) for name in listed_in)
                return f"{' / '.join(map(self.words.fact, roles))} {self.words.phrase('listed')} {lists}"
            case In(fact, values):
                named = " / ".join(self.value(fact, value) for value in sorted(values))
                return f"{self.fact(fact)}: {named}"
            case Compare(fact, sign, threshold):
                return f"{self.fact(fact)} {SIGNS[sign]} {figure(fact, threshold)}"

    def has_practice(self, condition: Condition) -> bool:
        """Whether our practice on traces is part of the condition."""
        match condition:
            case All(parts) | AnyOf(parts):
                return contained(condition) is not None or any(map(self.has_practice, parts))
            case Not(part):
                return self.has_practice(part)
            case _:
                return False

    def _within(self, part: Condition) -> str:
        text = self.say(part)
        return f"({text})" if isinstance(part, AnyOf | All) and len(part.parts) > 1 and not contained(part) else text

    def fact(self, name: str) -> str:
        head, _, rest = name.partition(".")
        if head in ("content", "oxide"):
            element = ELEMENTS[rest]
            named = element.name_zh if self.words.zh else element.name_en
            return named if head == "content" else f"{self.words.phrase('oxide')} {named}"
        if head == "param" and rest in self.vocabulary.parameters:
            parameter = self.vocabulary.parameters[rest]
            return parameter.zh if self.words.zh else parameter.en
        return self.words.fact(name.partition("@")[0])

    def value(self, fact: str, value: str) -> str:
        known = self.vocabulary.values.get(fact, {}).get(value)
        if known is None or fact in COUNTRIES:
            return value.replace("_", " ")
        return known.zh if self.words.zh else known.en


def contained(condition: Condition) -> str | None:
    """The fact, where the condition is our practice on containing: from the floor up, and a trace to a person."""
    match condition:
        case AnyOf((Compare(fact, "at_least", threshold), All((Compare(_, "above", 0), Doubt())))):
            return fact if threshold == TRACE_FLOOR_PPB else None
        case _:
            return None


def figure(fact: str, threshold: int) -> str:
    """A threshold in the unit that people use."""
    if fact.startswith("param."):
        whole, millionths = divmod(threshold, 1_000_000)
        return f"{whole}.{millionths:06}".rstrip("0").rstrip(".")
    if fact.startswith("licence."):
        return str(threshold)
    return show_share(Interval(threshold, min(threshold, PPB)))
