"""A new instrument as a lawyer tells it, question by question: plain words, days and figures, nothing of a file."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, TypeAlias

import msgspec

from cocket.law.condition import Operator
from cocket.law.instrument import Effect
from cocket.quantity.elements import ELEMENTS

Reach: TypeAlias = Literal["from_china", "abroad", "both"]
LastDay: TypeAlias = Literal["inside", "outside", "not_said"]
ChangeKind: TypeAlias = Literal["suspend", "resume", "repeal", "take_over"]


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What answers of every kind have in common: they never change, and nothing unasked is in them."""


class Limit(Answer, frozen=True):
    """A figure of the text: ``of`` is an element or a measured property, ``figure`` as printed ("97 %", "2.5")."""

    of: str
    relation: Operator
    figure: str

    @property
    def fact(self) -> str:
        return f"content.{self.of}" if self.of in ELEMENTS else f"param.{self.of}"


class Goods(Answer, frozen=True):
    """A line of a list: what it names, and what of that the lawbook's conditions cannot say (``remaining``)."""

    code: str
    at: str
    text_zh: str
    text_en: str
    kinds: tuple[str, ...]
    technology_fields: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    contains_any: tuple[str, ...] = ()
    main: tuple[str, ...] = ()
    oxide_of: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()
    remaining: str = ""
    open_kinds: tuple[str, ...] = ()
    customs_numbers: tuple[str, ...] = ()
    customs_numbers_read: bool = False
    question: str = ""


class Follows(Answer, frozen=True):
    """What exporting the goods of this instrument takes."""

    effect: Literal["licence", "prohibit"]
    at: str
    says_zh: str
    says_en: str
    reach: Reach
    destinations: tuple[str, ...] = ()


class Change(Answer, frozen=True):
    """What it does to other instruments, named by id or by ``id#rule``."""

    do: ChangeKind
    at: str
    targets: tuple[str, ...]
    since: date
    until: date | None = None
    last_day: LastDay = "inside"

    @property
    def last(self) -> date | None:
        """The last day inside; where the text says nothing of it, it is read as inside."""
        if self.until is None or self.last_day != "outside":
            return self.until
        return date.fromordinal(self.until.toordinal() - 1)


class ReadingAnswer(Answer, frozen=True):
    """An official reading of entries for some kinds of goods."""

    at: str
    targets: tuple[str, ...]
    kinds: tuple[str, ...]
    reading: Literal["inside", "outside"]
    generally: bool
    says_zh: str
    says_en: str


class Party(Answer, frozen=True):
    name_en: str
    name_zh: str
    country: str = ""
    aliases: tuple[str, ...] = ()
    name_certain: bool = True


class Ban(Answer, frozen=True):
    """A rule on goods that are listed already (or on those of this instrument), for places, users or uses."""

    at: str
    effect: Effect
    goods: Literal["listed", "own"]
    reach: Reach
    says_zh: str
    says_en: str
    destinations: tuple[str, ...] = ()
    end_user_types: tuple[str, ...] = ()
    end_uses: tuple[str, ...] = ()


class NewInstrument(Answer, frozen=True):
    """All answers."""

    kind: Literal["announcement", "listing", "guidance", "regulation", "law"]
    regime: str
    authorities: tuple[str, ...]
    number: str
    number_zh: str
    number_en: str
    title_zh: str
    title_en: str
    issued: date
    since: date
    sources: tuple[str, ...]
    basis: str
    official_text_opened: bool
    checked_until: date
    until: date | None = None
    made_under: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    goods: tuple[Goods, ...] = ()
    follows: Follows | None = None
    changes: tuple[Change, ...] = ()
    readings: tuple[ReadingAnswer, ...] = ()
    list_name: Literal["", "control_list", "watch_list", "unreliable_entity_list"] = ""
    binds_abroad: bool = False
    parties: tuple[Party, ...] = ()
    bans: tuple[Ban, ...] = ()

    @property
    def id(self) -> str:
        return "/".join(("cn", *self._place()))

    @property
    def file(self) -> str:
        """Its place in the lawbook; numbers are filled up so that files stand in order."""
        folder, name = self._place()
        return f"cn/{folder}/{name.zfill(3) if name.isdigit() else name}.yaml"

    def _place(self) -> tuple[str, str]:
        return place_of(self.kind, self.authorities, self.list_name, self.number, str(self.issued))


def place_of(kind: str, authorities: Iterable[str], list_name: str, number: str, issued: str) -> tuple[str, str]:
    """Folder and name below ``cn``: ``mofcom-gac/2025`` and ``18``, ``parties`` and ``uel-2025-9``."""
    bodies = "-".join(one.removeprefix("cn/") for one in authorities)
    year = issued[:4]
    if kind == "listing":
        return "parties", f"{'uel-' if list_name == 'unreliable_entity_list' else ''}{year}-{number}"
    return (f"{bodies}/qa", number) if kind == "guidance" else (f"{bodies}/{year}", number)
