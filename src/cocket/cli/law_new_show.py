"""What was understood of a new instrument, as the law will be shown, and where its tests disagree with the law."""

from collections.abc import Iterator

from cocket.cli.law_new_trial import Trial
from cocket.cli.speech import PageSpeech
from cocket.cli.words import Words
from cocket.law.answers import NewInstrument
from cocket.law.page import as_plain
from cocket.law.pages import Pages
from cocket.law.view import LawInTime


def shown(new: NewInstrument, trial: Trial, words: Words) -> Iterator[str]:
    lawbook = trial.lawbook
    pages = Pages(LawInTime(lawbook), PageSpeech(words, lawbook.vocabulary), new.issued)
    one = lawbook.by_id[new.id]
    yield ""
    yield words.say("new.understood")
    yield ""
    yield from as_plain(pages.instrument(one))
    for entry in one.entries:
        if entry.is_code:
            yield ""
            yield f"{entry.id}  {pages.both(entry.text)}"
            yield from (f"  {line}" for line in pages.wanted(entry))
    yield ""
    yield words.say("new.tests", count=len(trial.examples), failed=len(trial.failed))
    about = {example.name: example.about for example in trial.examples}
    for result in trial.failed:
        yield f"  {result.name}: {'; '.join(result.differences)} ({about[result.name]})"
    if trial.failed:
        yield words.say("new.look")
    if trial.untested:
        yield words.say("new.untested", names=words.say("joint").join(trial.untested))
    yield ""
