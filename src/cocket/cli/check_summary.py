"""What stands below the table: how many rows got which answer, the strictest of them, and what to ask."""

from collections.abc import Mapping, Sequence

import click

from cocket.check.asking import NAMED_AT_MOST, Question, sentence
from cocket.check.files import BAD_INPUT, Tally
from cocket.cli import screen
from cocket.cli.words import Words
from cocket.determination.outcome import Open, Outcome
from cocket.law.lawbook import Lawbook, Regime

QUESTIONS_SHOWN = 20


def print_summary(
    tally: Tally, asking: Sequence[Question], consult: Mapping[str, Sequence[str]], lawbook: Lawbook, words: Words
) -> None:
    click.echo()
    for answer in in_order(tally):
        click.echo(
            words.say("summary.count", count=tally.counts[answer], answer=words.name("outcome", answer), name=answer)
        )
    if tally.strictest:
        answer = words.name("outcome", tally.strictest)
        key = "summary.strictest_read" if BAD_INPUT in tally.counts else "summary.strictest"
        click.echo(words.say(key, answer=answer, name=tally.strictest))
    print_held(tally, words)
    if asking:
        click.echo("\n" + words.say("summary.ask"))
        print_questions(asking, words)
    if consult:
        click.echo("\n" + words.say("summary.consult"))
        print_consultations(consult, words)
    not_considered = [(one.zh if words.lang == "zh" else one.en) for one in lawbook.not_encoded.values()]
    not_considered += [beyond(lawbook.regimes[name], words) for name in lawbook.regimes if name in tally.not_considered]
    click.echo()
    print_wrapped(words.say("summary.not_considered", names=words.say("joint").join(not_considered)))


def print_held(tally: Tally, words: Words) -> None:
    """What a person has to look at on account of a party, whatever the law answers."""
    if tally.held:
        print_wrapped(words.say("summary.held", count=tally.held))
    if tally.weak:
        print_wrapped(words.say("summary.weak", count=tally.weak))


def beyond(regime: Regime, words: Words) -> str:
    """A regime on days for which its law was not read, with those for which it was."""
    from cocket.cli.law_list import in_words

    title = regime.title.zh if words.lang == "zh" else regime.title.en
    return words.say("summary.beyond", title=title, days=in_words(regime.days, words))


def print_questions(asking: Sequence[Question], words: Words) -> None:
    """Numbered; the ones that settle most come first, so that leaving off the last hurts least."""
    for number, question in enumerate(asking[:QUESTIONS_SHOWN], start=1):
        print_wrapped(sentence(question, words.lang), head=f"{number:>3}. ")
    if len(asking) > QUESTIONS_SHOWN:
        click.echo("     " + words.say("summary.more", count=len(asking) - QUESTIONS_SHOWN))


def print_consultations(consult: Mapping[str, Sequence[str]], words: Words) -> None:
    """Each question for the authority once, with the lines that hang on it."""
    for number, (question, lines) in enumerate(list(consult.items())[:QUESTIONS_SHOWN], start=1):
        named = words.say("joint").join(lines[:NAMED_AT_MOST]) + (" …" if len(lines) > NAMED_AT_MOST else "")
        print_wrapped(words.say("summary.consult_on", question=question, lines=named), head=f"{number:>3}. ")
    if len(consult) > QUESTIONS_SHOWN:
        click.echo("     " + words.say("summary.more_consult", count=len(consult) - QUESTIONS_SHOWN))


def print_wrapped(text: str, head: str = "") -> None:
    lines = screen.wrapped(text, min(screen.width(), screen.PLAIN_WIDTH_MAX) - len(head))
    for index, line in enumerate(lines):
        click.echo((head if index == 0 else " " * len(head)) + line)


def in_order(tally: Tally) -> list[str]:
    """Answers that occur: faulty rows, what is open, then from the strictest to the free."""
    strict_first = sorted(Outcome, reverse=True)
    order = [BAD_INPUT, *(kind.value for kind in Open), *(outcome.name for outcome in strict_first)]
    return [answer for answer in order if answer in tally.counts]
