"""A sentence in both languages of the law."""

import msgspec


class Words(msgspec.Struct, frozen=True):
    """The same thing said in Chinese (official where the law names it) and in English (ours)."""

    zh: str
    en: str
