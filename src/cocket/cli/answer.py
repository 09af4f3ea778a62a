"""``cocket answer``: filled forms folded back into statements that the next check uses."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cocket.cli.input_faults import wrong
from cocket.cli.options import today, with_language
from cocket.cli.words import Words, help_on, message_of

if TYPE_CHECKING:
    from cocket.check.passports.passport import Certificate, Passport
    from cocket.check.questionnaire.statements import Folded
    from cocket.law.vocabulary import Vocabulary

FAULTS_SHOWN = 20
CHUNK = 1 << 20


@click.command(help=help_on("answer"))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--certificate", "papers", multiple=True, type=click.Path(path_type=Path), help=help_on("answer.paper"))
@click.option("--passports", type=click.Path(path_type=Path), metavar="FILE", help=help_on("answer.passports"))
@with_language
def answer(files: tuple[Path, ...], papers: tuple[Path, ...], passports: Path | None, words: Words) -> int:
    from cocket.check.passports.store import default_file
    from cocket.law.lawbook import load_lawbook

    store = passports or default_file()
    if store is None:
        raise click.UsageError(words.say("passports.no_home"))
    vocabulary = load_lawbook().vocabulary
    certificates = certificates_of(papers)
    found = [(file, fold_file(file, vocabulary, certificates, words)) for file in files]
    read = [(file, folded) for file, folded in found if folded is not None]
    if certificates and len(read) == len(files):
        read = [(file, folded) for file, folded in certified(read, certificates)]
    for file, folded in read:
        keep(file, folded, store, vocabulary, words)
    if read:
        click.echo(words.say("answer.store", path=store))
    return 0 if len(read) == len(files) else 2


def certificates_of(papers: Iterable[Path]) -> dict[str, "Certificate"]:
    """Each file's name and SHA-256; raises InputError for one that cannot be read or that stands twice."""
    from cocket.check.passports.passport import Certificate
    from cocket.check.questionnaire.statements import file_key
    from cocket.cli.faults import InputError

    found: dict[str, Certificate] = {}
    for paper in papers:
        if file_key(paper.name) in found:
            raise InputError(*wrong("two_certificates"), where=str(paper))
        try:
            with paper.open("rb") as file:
                found[file_key(paper.name)] = Certificate(paper.name, hashlib.file_digest(file, "sha256").hexdigest())
        except OSError as error:
            raise InputError(*wrong("certificate_unread", error=error.strerror), where=str(paper)) from None
    return found


def fold_file(
    file: Path, vocabulary: "Vocabulary", certificates: dict[str, "Certificate"], words: Words
) -> "Folded | None":
    """The statements of one form; None where it is refused as a whole, with its faults told."""
    from cocket.check.questionnaire.filled import FormError
    from cocket.check.questionnaire.read import read_filled
    from cocket.check.questionnaire.statements import fold
    from cocket.check.tables import TableError

    hashes = {key: one.sha256 or "" for key, one in certificates.items()}
    try:
        return fold(read_filled(file, vocabulary), vocabulary, today(), hashes)
    except TableError as error:
        click.echo(f"cocket: {words.tell(message_of(error))}", err=True)
    except FormError as error:
        for fault in error.faults[:FAULTS_SHOWN]:
            click.echo(f"cocket: {words.tell(fault.told())}", err=True)
        if len(error.faults) > FAULTS_SHOWN:
            count = len(error.faults) - FAULTS_SHOWN
            click.echo("cocket: " + words.say("answer.faults_left", count=count), err=True)
    click.echo("cocket: " + words.say("answer.refused", file=file.name), err=True)
    return None


def certified(read: list[tuple[Path, "Folded"]], certificates: dict[str, "Certificate"]) -> list[tuple[Path, "Folded"]]:
    """A certificate that no form names belongs to the one form at hand if that names none; else it is refused."""
    from cocket.check.questionnaire.statements import file_key, with_certificate
    from cocket.cli.faults import InputError

    named = {file_key(one.certificate.name) for _, form in read for one in form.passports if one.certificate}
    left = [one for key, one in certificates.items() if key not in named]
    if not left:
        return read
    if len(read) == len(left) == 1 and not named:
        return [(file, with_certificate(form, left[0])) for file, form in read]
    raise InputError(*wrong("certificate_unnamed"), where=left[0].name)


def keep(file: Path, folded: "Folded", store: Path, vocabulary: "Vocabulary", words: Words) -> None:
    """Adds the statements and tells what is kept, what was there, and what contradicts what."""
    from cocket.check.passports.store import add_passports, read_passports

    new = {one.id for one in add_passports(store, folded.passports)} if folded.passports else set()
    for one in folded.passports:
        key = "answer.kept" if one.id in new else "answer.there"
        by = one.said_by
        told = {"product": one.product, "facts": facts_of(one, words), "name": by.name, "firm": by.firm}
        click.echo(words.say(key, file=file.name, day=one.said_on, id=one.id, **told))
        if one.certificate is not None:
            key = "why.certificate" if one.certificate.sha256 else "why.certificate_not_seen"
            click.echo("  " + words.say(key, file=one.certificate.name, hash=one.certificate.sha256 or ""))
    for remarks in dict.fromkeys(one.remarks for one in folded.passports if one.remarks):
        click.echo("  " + words.say("why.remarks", remarks=remarks))
    for product, fact in folded.unanswered:
        click.echo("  " + words.say("answer.unanswered", product=product, fact=fact))
    for product in folded.by_words:
        click.echo("  " + words.say("answer.by_words", product=product))
    if new:
        print_differing(folded.passports, read_passports(store), vocabulary, words)


def facts_of(passport: "Passport", words: Words) -> str:
    from cocket.check.asking import brief, brief_values

    stated = brief_values(passport.facts, words.lang)
    unknown = words.say("answer.unknown", facts=brief(passport.unknown, words.lang)) if passport.unknown else ""
    return words.say("answer.and").join(filter(None, (stated, unknown)))


def print_differing(
    passports: Iterable["Passport"], every: tuple["Passport", ...], vocabulary: "Vocabulary", words: Words
) -> None:
    """Statements on one product that cannot all be true: all are kept possible, and the next check asks again."""
    from cocket.check.passports.book import PassportBook, StatementsError

    book = PassportBook(every)
    for one in passports:
        stated = {one.named_by: one.product, "supplier": one.supplier or ""}
        try:
            facts = book.complete(stated, max(today(), one.said_on), vocabulary).differing
        except StatementsError as error:
            facts = (words.tell(error.what),)
        if facts:
            named = words.say("joint").join(facts)
            click.echo("cocket: " + words.say("answer.differing", product=one.product, facts=named), err=True)
