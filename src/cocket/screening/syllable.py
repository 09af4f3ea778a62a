"""A syllable of a script that spells foreign names by ear."""

from typing import NamedTuple


class Syllable(NamedTuple):
    """``consonants``: what its consonant may be, each of the letters of CLASSES or none. ``vowels``: as written; with
    ``may_fall`` perhaps only there because the script cannot write a consonant alone, with ``may_lack`` perhaps spoken
    and not written."""

    consonants: tuple[str, ...]
    vowels: str
    may_fall: bool = False
    may_lack: bool = False


# Consonants of a sound (see sound.py) that none of these scripts tells apart, under the one that stands for them.
CLASSES = str.maketrans("rvZ", "lbj")
NO_CONSONANT, W = ("",), ("", "b")
