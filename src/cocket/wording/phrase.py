"""English words that remember what they were made of, so that a face can say them in another language."""

from collections.abc import Mapping


class Phrase(str):
    """English text like any other; ``key`` names its template, as in "table.empty", and ``values`` fill it.

    What is cut from it or joined to it by hand is plain text again and stays English.
    """

    __slots__ = ("key", "values")
    key: str
    values: Mapping[str, object]

    def __new__(cls, text: str, key: str, values: Mapping[str, object]) -> "Phrase":
        made = super().__new__(cls, text)
        made.key, made.values = key, values
        return made

    def __reduce__(self) -> tuple[type["Phrase"], tuple[str, str, Mapping[str, object]]]:
        return Phrase, (str(self), self.key, self.values)


class Phrases:
    """The phrases of one ``room``: ``texts`` are English templates by key.

    A value may be a phrase itself. A tuple is a list of words, told with the comma of the language.
    """

    def __init__(self, room: str, texts: Mapping[str, str]) -> None:
        self.room, self.texts = room, texts

    def __call__(self, key: str, /, **values: object) -> Phrase:
        shown = {name: ", ".join(map(str, one)) if isinstance(one, tuple) else one for name, one in values.items()}
        return Phrase(self.texts[key].format(**shown), f"{self.room}.{key}", values)


class Faults:
    """What can be wrong in one ``room`` and what to do about it, by key, each without its full stop."""

    def __init__(self, room: str, table: Mapping[str, tuple[str, str]]) -> None:
        what = {key: what for key, (what, _) in table.items()}
        remedies = {remedy_of(key): remedy for key, (_, remedy) in table.items()}
        self.phrases = Phrases(room, what | remedies)

    def __call__(self, key: str, /, **values: object) -> tuple[Phrase, Phrase]:
        """What is wrong, and the remedy."""
        return self.phrases(key, **values), self.phrases(remedy_of(key), **values)


def remedy_of(key: str) -> str:
    """The key of the remedy for a fault."""
    return f"{key}.remedy"
