"""``cocket law new``: from an announcement to a law file with its tests, by questions in plain words."""

import contextlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cocket.cli.faults import InputError
from cocket.cli.options import with_language
from cocket.cli.words import Words, help_on
from cocket.wording import shapes

if TYPE_CHECKING:
    from cocket.cli.law_new_trial import Trial
    from cocket.law.answers import NewInstrument
    from cocket.law.lawbook import Lawbook

DRAFT = Path("cocket-law-new.draft.json")
DISAGREES = 1
NOT_OF_THE_FILE = ("does", "unfinished")
Answers = dict[str, Any]


@click.command("new", help=help_on("law.new"))
@click.option("--answers", "file", type=click.Path(path_type=Path), help=help_on("law.new.answers"))
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), help=help_on("law.new.into"))
@with_language
def law_new(file: Path | None, into: Path | None, words: Words) -> int:
    from cocket.cli.law_new_trial import is_lawbook
    from cocket.law.lawbook import LAWBOOK, load_lawbook

    folder = into or default_folder(Path.cwd())
    base = folder if is_lawbook(folder) else LAWBOOK
    session = Session(words, load_lawbook(base), base, folder, file, *opened(file, words))
    return session.run()


def default_folder(here: Path) -> Path:
    """The lawbook of the checkout that one stands in, else the folder itself."""
    from cocket.cli.law_new_trial import is_lawbook

    places = (one / "src" / "cocket" / "lawbook" for one in (here, *here.parents))
    return next((one for one in places if is_lawbook(one)), here)


def opened(file: Path | None, words: Words) -> tuple[Answers, bool]:
    """The answers so far, and whether more can be asked for at the terminal."""
    import sys

    if file is not None:
        return read_answers(file, words), sys.stdin.isatty()
    if DRAFT.exists() and click.confirm(words.say("new.resume", file=DRAFT), default=True):
        return read_answers(DRAFT, words), True
    return {}, True


def read_answers(file: Path, words: Words) -> Answers:
    """The answers of a file; raises InputError where it holds none or they are of the wrong shape."""
    remedy = words.say("new.answers_shape")
    try:
        answers = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{error.strerror}", where=str(file), remedy=remedy) from None
    except ValueError as error:
        raise InputError(str(error), where=str(file), remedy=remedy) from None
    groups = ("goods", "changes", "readings", "bans", "parties")
    if not isinstance(answers, dict) or not all(_is_group(answers.get(name, [])) for name in groups):
        raise InputError(words.say("new.bad.shape"), where=str(file), remedy=remedy)
    limits = (one.get("limits", []) for one in answers.get("goods", []))
    if not all(map(_is_group, limits)) or not isinstance(answers.get("follows", {}), dict):
        raise InputError(words.say("new.bad.shape"), where=str(file), remedy=remedy)
    return answers


def _is_group(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


@dataclass(slots=True)
class Session:
    """One sitting: ask, try out, show, correct, write."""

    words: Words
    lawbook: "Lawbook"
    base: Path
    folder: Path
    file: Path | None
    answers: Answers
    can_ask: bool

    def run(self) -> int:
        if self.can_ask:
            from cocket.cli.check_summary import print_wrapped

            print_wrapped(self.words.say("new.begin", file=DRAFT))
        try:
            return self._until_written()
        except click.Abort:
            if DRAFT.exists():
                click.echo("\n" + self.words.say("new.kept", file=DRAFT), err=True)
            raise

    def _until_written(self) -> int:
        without: frozenset[str] = frozenset()
        while True:
            new = self.instrument()
            trial = self.tried(new, without)
            if trial is None:
                continue
            self.show(new, trial)
            match self.decided(trial):
                case "write":
                    return self.write(new, trial)
                case "leave_out":
                    without |= self.noted(trial)
                case _:
                    self.correct("")

    def instrument(self) -> "NewInstrument":
        """The answers, all of them asked for, as one value."""
        import msgspec

        from cocket.cli.law_new_interview import Interview
        from cocket.cli.law_new_questions import all_of
        from cocket.law.answers import NewInstrument

        source = None if self.can_ask else str(self.file)
        answers = all_of(Interview(self.lawbook, self.words, self.answers, source=source, save=self.save))
        told = {key: value for key, value in _without_empty(answers).items() if key not in NOT_OF_THE_FILE}
        try:
            return msgspec.convert(told, NewInstrument)
        except msgspec.ValidationError as error:
            remedy = self.words.say("new.answers_shape")
            raise InputError(str(error), where=str(self.file or DRAFT), remedy=remedy) from None

    def save(self) -> None:
        """Keeps the answers, whole or not at all, so that a sitting can be broken off anywhere."""
        if not self.can_ask:
            return
        half = DRAFT.with_suffix(".tmp")
        half.write_text(json.dumps(self.answers, ensure_ascii=False, indent=1), encoding="utf-8")
        half.replace(DRAFT)

    def tried(self, new: "NewInstrument", without: frozenset[str]) -> "Trial | None":
        """The law file tried out; None where an answer was taken back to be asked again."""
        from cocket.cli.law_new_trial import answer_of, try_out
        from cocket.law.boundary_goods import NoSuchGoodsError
        from cocket.law.errors import LawError

        if (self.folder / new.file).exists():
            self.refused("number", self.words.say("new.exists", file=self.folder / new.file))
            return None
        try:
            return try_out(new, self.base, self.lawbook, without)
        except NoSuchGoodsError as error:
            self.refused(f"goods[{error.number}].limits", self.words.say("new.no_such_goods", goods=error))
        except LawError as error:
            name = answer_of(error.key, new)
            if error.file != new.file and "[" not in name:
                raise  # another file of the lawbook is at fault, whatever was answered
            self.refused(name, shapes.whole(error.problem, error.remedy))
        return None

    def refused(self, name: str, problem: str) -> None:
        """Says what is wrong in terms of the question, and has it answered again."""
        question = self.question(name)
        if not self.can_ask:
            what = self.words.say("new.refused", question=question, problem=problem).rstrip(".")
            raise InputError(what, where=shapes.within(str(self.file), name), remedy=self.words.say("new.correct_it"))
        click.echo("\n" + self.words.say("new.refused", question=question, problem=problem))
        self.correct(name)

    def question(self, name: str) -> str:
        """The question that an answer was given to, as it was asked."""
        plain = re.sub(r"\[\d+\]", "", name)
        with contextlib.suppress(KeyError):
            return self.words.say(f"new.{plain}", figure="…", day="…")
        return name

    def correct(self, name: str) -> None:
        """Takes one answer back; where it is not clear which, the answers are listed to choose from."""
        values = dict(flattened(self.answers))
        given = [path for path in values if path.startswith(name)] or list(values)
        if len(given) != 1:
            given += [path for path in items_of(self.answers) if path.startswith(name)]
            for number, path in enumerate(given, 1):
                shown = values.get(path, self.words.say("new.take_out"))
                click.echo(f"  {number:>2}  {self.question(path)}  {shown}")
            chosen = click.prompt(self.words.say("new.which"), type=click.IntRange(1, len(given)))
            given = [given[chosen - 1]]
        take_back(self.answers, given[0])
        self.save()

    def show(self, new: "NewInstrument", trial: "Trial") -> None:
        """What was understood, as the law will be shown, and what the tests say."""
        from cocket.cli.law_new_show import shown

        for line in shown(new, trial, self.words):
            click.echo(line)

    def decided(self, trial: "Trial") -> str:
        if not self.can_ask:
            return "write"
        choices = ["write", "correct", *(["leave_out"] if trial.failed else [])]
        for number, one in enumerate(choices, 1):
            click.echo(f"  {number}  {self.words.say(f'new.decide.{one}')}")
        return choices[click.prompt(self.words.say("new.decide"), type=click.IntRange(1, len(choices))) - 1]

    def noted(self, trial: "Trial") -> frozenset[str]:
        """Examples left out stand among what is not verified, with what was expected and what came out."""
        notes = [f"example left out: {one.name}: {'; '.join(one.differences)}" for one in trial.failed]
        self.answers["unverified"] = [*self.answers["unverified"], *notes]
        self.save()
        return frozenset(one.name for one in trial.failed)

    def write(self, new: "NewInstrument", trial: "Trial") -> int:
        """Puts the file in its place; one that stands there is never touched."""
        path = self.folder / new.file
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, trial.text)
        DRAFT.unlink(missing_ok=True)
        click.echo("\n" + self.words.say("new.written", file=path, tests=len(trial.examples)))
        late = self.words.say("new.as_of", day=new.issued) if new.issued > self.lawbook.as_of else ""
        click.echo(self.words.say("new.next", as_of=late))
        return DISAGREES if trial.failed else 0


def put(path: Path, text: str) -> None:
    """Writes a new file whole; raises FileExistsError rather than touch one that is there."""
    with path.open("x", encoding="utf-8", newline="\n") as file:
        try:
            file.write(text)
        except BaseException:
            path.unlink()
            raise


def flattened(answers: Answers, before: str = "") -> list[tuple[str, object]]:
    """Each answer with its path, such as ``goods[0].code``."""
    found: list[tuple[str, object]] = []
    for key, value in answers.items():
        if key in NOT_OF_THE_FILE and not before:
            continue
        if isinstance(value, dict):
            found += flattened(value, f"{before}{key}.")
        elif isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            for number, one in enumerate(value):
                found += flattened(one, f"{before}{key}[{number}].")
        elif value not in ("", []):
            found.append((f"{before}{key}", value))
    return found


def items_of(answers: Answers) -> list[str]:
    """The items of groups that have more than one: any of them may have been begun by mistake."""
    groups = {key: value for key, value in answers.items() if key not in NOT_OF_THE_FILE and _is_group(value)}
    return [f"{key}[{number}]" for key, items in groups.items() if len(items) > 1 for number in range(len(items))]


def take_back(answers: Answers, path: str) -> None:
    """Removes one answer, so that it is asked for again, or a whole item."""
    *steps, last = re.findall(r"\w+", path)
    place: Any = answers
    for step in steps:
        place = place[int(step)] if step.isdigit() else place[step]
    place.pop(int(last) if last.isdigit() else last)


def _without_empty(value: Any) -> Any:  # noqa: ANN401  # plain data of any shape
    """What was left empty means the same as what was not asked."""
    if isinstance(value, dict):
        return {key: _without_empty(inner) for key, inner in value.items() if inner not in ("", [])}
    return [_without_empty(one) for one in value] if isinstance(value, list) else value
