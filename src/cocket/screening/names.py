"""A party's name brought to the shape in which two ways of writing it are equal."""

import re
import unicodedata
from typing import NamedTuple

from cocket.screening.han import HAN, SIMPLIFIED
from cocket.screening.legal_forms import split_form

# Words that join or introduce and are left out as often as written.
_JOINING = frozenset({"and", "the"})

_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
# An apostrophe is no gap in a word. The spacing accents must go before NFKC, which would make them a space.
_APOSTROPHES = re.compile("['`´‘’‚‛ʹʻʼʽˈ′＇｀]")
_ACCENTS = re.compile("[\u0300-\u036f]")
_LETTERS = {
    **SIMPLIFIED,
    **{ord(letter): plain for letter, plain in zip("øłđðħıŧŋ", "oldddhitn", strict=False)},
    ord("ð"): "d", ord("ħ"): "h", ord("ı"): "i", ord("ŧ"): "t", ord("ŋ"): "n",
    ord("æ"): "ae", ord("œ"): "oe", ord("þ"): "th", ord("＆"): "&",
}  # fmt: skip
