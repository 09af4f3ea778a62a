"""The questions that a new instrument takes, one after the other, and the answers as they are kept.

An answer that is there already is not asked for again: that is how a draft is resumed, a file of answers is used, and a
single answer is corrected.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

import click

from cocket.cli import law_new_readers as read
from cocket.cli.faults import InputError
from cocket.cli.law_new_readers import AnswerError, Options, Reader, Value
from cocket.cli.words import Words
from cocket.law.lawbook import Lawbook
from cocket.wording import shapes

Answers = dict[str, Any]
Item = Callable[[Answers, str], None]
NOTHING: Final[Mapping[str, object]] = {}
TAKE_OUT = "--"
LISTED_MAX = 12  # longer lists are shown when asked for
NUMBERED = re.compile(r"\[\d+\]")  # goods[3].code is asked like every other goods.code
AUTHORITIES = ("cn/mofcom", "cn/gac", "cn/miit", "cn/state-council", "cn/npc", "cn/uel", "cn/sca")
UNFINISHED = "unfinished"  # groups of which more may come; kept with a draft
RELATIONS = ("at_least", "above", "at_most", "below")


class TakenOutError(Exception):
    """The item that is being asked about was begun by mistake."""


@dataclass(frozen=True, slots=True)
class Question:
    name: str
    reader: Reader
    options: Options | None
    default: str
    empty: Value | None
    blanks: Mapping[str, object]


class Interview:
    """``source`` names the file of answers where nothing can be asked; ``save`` keeps the answers after each one."""

    def __init__(
        self, lawbook: Lawbook, words: Words, answers: Answers, *, source: str | None, save: Callable[[], None]
    ) -> None:
        self.lawbook, self.words, self.answers = lawbook, words, answers
        self.source, self.save = source, save

    def say(self, key: str, /, **values: object) -> str:
        return self.words.say(key, **values)

    def ask(
        self,
        place: Answers,
        key: str,
        reader: Reader,
        *,
        group: str = "",
        options: Options | None = None,
        default: str = "",
        empty: Value | None = None,
        blanks: Mapping[str, object] = NOTHING,
    ) -> Value:
        """The answer under ``key``; ``empty`` is what no answer means, where the question may be left out.

        ``default`` is what Enter alone means at the terminal; a file of answers says everything itself.
        """
        name = f"{group}{key}"
        if key in place:
            try:
                place[key] = empty if place[key] == empty else reader(place[key])
                return cast(Value, place[key])
            except AnswerError as error:
                self.refuse(name, error)
        elif self.source is not None:
            if empty is None:
                what, remedy = self.say("new.answer_missing", key=name), self.say("new.add_it", key=name)
                raise InputError(what, where=self.source, remedy=remedy)
            place[key] = empty
            return empty
        place[key] = self._prompt(Question(name, reader, options, default, empty, blanks))
        self.save()
        return cast(Value, place[key])

    def refuse(self, name: str, error: AnswerError) -> None:
        """Tells what is wrong with an answer; in a file of answers that is the end."""
        told = self.say(error.key, **error.values)
        if self.source is not None:
            raise InputError(shapes.at(name, told), where=self.source, remedy=self.say("new.correct_it"))
        click.echo(f"  {told}")

    def _prompt(self, question: "Question") -> Value:
        while True:
            typed = click.prompt(self._worded(question), default="", show_default=False).strip()
            if typed == TAKE_OUT and NUMBERED.search(question.name):
                raise TakenOutError
            if question.options is not None and typed in ("?", "？"):
                self._list(question.options)
                continue
            if not typed and not question.default and question.empty is not None:
                return question.empty
            try:
                return question.reader(typed or question.default)
            except AnswerError as error:
                self.refuse(question.name, error)

    def _worded(self, question: "Question") -> str:
        words = self.say(f"new.{NUMBERED.sub('', question.name)}", **question.blanks)
        if question.options is not None and len(question.options.names) <= LISTED_MAX:
            self._list(question.options)
        elif question.options is not None:
            words += f" ({self.say('new.show_list')})"
        return f"{words} [{question.default}]" if question.default else words

    def _list(self, options: Options) -> None:
        for count, words in enumerate(options.names.values(), 1):
            word = words[-1] if self.words.lang == "zh" else words[0]
            click.echo(f"  {count:>2}  {word}")

    def named(self, kind: str, values: tuple[str, ...]) -> Options:
        """Options whose words stand in the tables of the command."""
        return Options({value: (self.words.name(kind, value),) for value in values})

    def yes(self, place: Answers, key: str, *, group: str = "", default: str = "") -> bool:
        return bool(self.ask(place, key, read.yes_no, group=group, default=default))

    def several(self, name: str, item: Item) -> None:
        """Items of a group until there are no more; one that was begun is gone on with."""
        unfinished: list[str] = self.answers.setdefault(UNFINISHED, [])
        if name not in self.answers:
            self.answers[name] = [{}]
            unfinished.append(name)
        items: list[Answers] = self.answers[name]
        at = 0
        while at < len(items):
            if name in unfinished:
                click.echo(f"\n{self.say(f'new.item.{name}', number=at + 1)}")
            try:
                item(items[at], f"{name}[{at}].")
                at += 1
            except TakenOutError:
                del items[at]
            if at == len(items) and name in unfinished:
                if not items or self.yes({}, "more", default=self.say("new.no")):
                    items.append({})
                else:
                    unfinished.remove(name)
            self.save()
