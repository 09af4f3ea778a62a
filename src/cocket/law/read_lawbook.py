"""Reads the lawbook from its files: the head, the vocabulary, every instrument, and what only the whole can show."""

import hashlib
import re
from datetime import date
from pathlib import Path
from typing import Literal, cast

import msgspec

from cocket.law.check_lawbook import check_lawbook
from cocket.law.errors import LawError
from cocket.law.instrument import Words
from cocket.law.lawbook import CustomsHeading, Lawbook, Regime
from cocket.law.read_condition import ConditionReader
from cocket.law.read_instrument import read_instrument
from cocket.law.read_vocabulary import read_vocabulary
from cocket.law.shapes import CUSTOMS_PREFIX
from cocket.law.source import Field, read_file


def read_lawbook(root: Path, files: tuple[Path, ...]) -> Lawbook:
    """The lawbook of ``files`` under ``root``, checked as a whole; raises LawError."""
    vocabulary = read_vocabulary(read_file(root / "vocabulary.yaml", "vocabulary.yaml"))
    head = read_file(root / "lawbook.yaml", "lawbook.yaml").mapping(
        required=("name", "as_of", "checked_until", "regimes", "not_encoded")
    )
    regimes = {name: _read_regime(name, field) for name, field in head["regimes"].any_mapping().items()}
    not_encoded = {name: _words(field) for name, field in head["not_encoded"].any_mapping().items()}
    reader = ConditionReader(vocabulary)
    read = (read_instrument(path, str(path.relative_to(root)), reader, tuple(regimes)) for path in files)
    instruments = tuple(sorted(read, key=lambda instrument: (instrument.issued, instrument.id)))
    try:
        check_lawbook(instruments)
    except LawError as error:
        raise located(error, root / error.file) from None
    listed = read_file(root / "customs-numbers.yaml", "customs-numbers.yaml").items()
    headings = tuple(_read_heading(field, reader) for field in listed)
    return sealed(
        Lawbook(
            as_of=head["as_of"].day(),
            checked_until=head["checked_until"].day(),
            regimes=regimes,
            not_encoded=not_encoded,
            vocabulary=vocabulary,
            headings=headings,
            instruments=instruments,
            digest="",
        )
    )


def sealed(lawbook: Lawbook) -> Lawbook:
    """The same law under the digest of its content."""
    law = (lawbook.regimes, lawbook.not_encoded, lawbook.vocabulary, lawbook.headings, lawbook.instruments)
    content = msgspec.json.encode(law, order="deterministic")
    return msgspec.structs.replace(lawbook, digest=hashlib.sha256(content).hexdigest())


def _read_regime(name: str, field: Field) -> Regime:
    parts = field.mapping(
        required=("title", "covered_from"), optional=("covered_until", "known_from", "beyond", "partly")
    )
    beyond = parts["beyond"].text() if "beyond" in parts else "consult"
    if beyond not in ("consult", "named"):
        raise parts["beyond"].refuse(f"'{beyond}' is not known here", "Write consult or named")
    since = parts["covered_from"].day()
    until = parts["covered_until"].day() if "covered_until" in parts else None
    if until is not None and until < since:
        raise parts["covered_until"].refuse(f"ends ({until}) before it begins ({since})", "Put the later day here")
    return Regime(
        name=name,
        title=_words(parts["title"]),
        covered_from=since,
        partly=parts["partly"].texts() if "partly" in parts else (),
        covered_until=until,
        known_from=parts["known_from"].day() if "known_from" in parts else date.min,
        beyond=cast(Literal["consult", "named"], beyond),
    )


def _read_heading(field: Field, reader: ConditionReader) -> CustomsHeading:
    parts = field.mapping(required=("prefix", "text", "goods"))
    prefix = parts["prefix"].shaped(CUSTOMS_PREFIX, "customs_prefix", "8505")
    return CustomsHeading(prefix, _words(parts["text"]), reader.read(parts["goods"]))


def _words(field: Field) -> Words:
    parts = field.mapping(required=("zh", "en"))
    return Words(parts["zh"].text(), parts["en"].text())


def located(error: LawError, path: Path) -> LawError:
    """The same error with the line of ``path`` on which the part in question begins."""
    lines = path.read_text(encoding="utf-8").splitlines()
    own_id = re.compile(rf"\b(id|instrument): \"?{re.escape(error.key)}\"?\s*([,}}].*)?$")
    line = next((number for number, text in enumerate(lines, 1) if own_id.search(text)), 1)
    return LawError(file=error.file, line=line, key=error.key, problem=error.problem, remedy=error.remedy)
