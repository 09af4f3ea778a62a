"""The words in which pages about the law are told (``cocket.law.page_words.Speech``), in one language."""

from cocket.cli.condition_words import Phrases
from cocket.cli.law_list import in_words
from cocket.cli.words import Words
from cocket.law.condition import Condition
from cocket.law.instrument import Window
from cocket.law.vocabulary import Vocabulary


class PageSpeech:
    def __init__(self, words: Words, vocabulary: Vocabulary) -> None:
        self.lang = words.lang
        self.words = words
        self.phrases = Phrases(words, vocabulary)

    def say(self, key: str, /, **values: object) -> str:
        return self.words.say(f"law.show.{key}", **values)

    def name(self, kind: str, value: str) -> str:
        return self.words.name(kind, value)

    def window(self, window: Window) -> str:
        return in_words(window, self.words)

    def condition(self, condition: Condition) -> str:
        return self.phrases.say(condition)

    def value(self, fact: str, value: str) -> str:
        return self.phrases.value(fact, value)

    def has_practice(self, condition: Condition) -> bool:
        return self.phrases.has_practice(condition)
