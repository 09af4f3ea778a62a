"""Burmese words as they are usually spelt in names: a syllable is a word, and what is written is not what is spoken.

Written down by us from common knowledge; words with letters set one below the other are not read here.
"""

import re

_INITIALS = {
    "က": "k", "ခ": "kh", "ဂ": "g", "ဃ": "g", "င": "ng", "စ": "s", "ဆ": "s", "ဇ": "z", "ဈ": "z", "ည": "ny", "ဉ": "ny",
    "တ": "t", "ထ": "ht", "ဒ": "d", "ဓ": "d", "န": "n", "ဏ": "n", "ပ": "p", "ဖ": "ph", "ဗ": "b", "ဘ": "b", "မ": "m",
    "ယ": "y", "ရ": "y", "လ": "l", "ဠ": "l", "ဝ": "w", "သ": "th", "ဟ": "h", "အ": "", "ဦ": "",
}  # fmt: skip
# With the mark of breath, and with y behind it.
_BREATHED, _WITH_Y = {"y": "sh", "l": "hl", "m": "hm", "n": "hn", "w": "hw", "ng": "hng"}, {"kh": "ch", "g": "gy"}
_RHYMES = {
    "": "a", "ာ": "a", "ိ": "i", "ီ": "i", "ု": "u", "ူ": "u", "ေ": "e", "ဲ": "e", "ော": "aw", "ော်": "aw", "ို": "o",
    "ံ": "an", "ုံ": "on", "င်": "in", "ဉ်": "in", "န်": "an", "မ်": "an", "ိန်": "ein", "ိမ်": "ein", "ုန်": "on",
    "ုမ်": "on", "ောင်": "aung", "ိုင်": "aing", "တ်": "at", "ပ်": "at", "က်": "et", "စ်": "it", "ည်": "i", "ယ်": "e",
    "ိတ်": "eik", "ိပ်": "eik", "ုတ်": "ok", "ုပ်": "ok", "ောက်": "auk", "ိုက်": "aik",
}  # fmt: skip
# Behind a w these sound otherwise, and it is not spelt.
_BEHIND_W = {"န်": "un", "မ်": "un", "တ်": "ut", "ပ်": "ut"}
# Whole syllables that names spell otherwise.
_USUAL = {
    "htun": "tun", "so": "soe", "mo": "moe", "pho": "phoe", "to": "toe", "e": "aye", "u": "oo", "we": "wai",
}  # fmt: skip
_SYLLABLE = re.compile(f"([{''.join(_INITIALS)}])([ျြွှ]*)((?:[ာ-ံ်]|[က-ဿ](?=်))*)(့?)(?!္)")
_TONE, _SHORT_TONE, _TALL_A, _OO = "း", "့", "ါ", "ဦ"


def of_burmese(word: str) -> tuple[str, ...]:
    """The syllables of a word in Burmese letters; none where there is anything else in it."""
    word = word.replace(_TONE, "").replace(_TALL_A, "ာ").replace(_OO, "အူ")
    # The tone stands before the mark that ends a syllable: as a letter of its own behind it, n becomes nt.
    word = word.replace(f"{_SHORT_TONE}်", f"်{_SHORT_TONE}")
    parts = list(_SYLLABLE.finditer(word))
    found = [_spelt(*part.groups()) for part in parts]
    return tuple(found) if "".join(part[0] for part in parts) == word and all(found) else ()


def _spelt(initial: str, medials: str, rhyme: str, tone: str) -> str:
    """Empty where the rhyme is not known."""
    consonant = _INITIALS[initial]
    if "ျ" in medials or "ြ" in medials:
        consonant = _WITH_Y.get(consonant, consonant + "y")
    if "ှ" in medials:
        consonant = _BREATHED.get(consonant, consonant)
    if "ွ" in medials and rhyme in _BEHIND_W:
        own = _BEHIND_W[rhyme]
    else:
        consonant, own = consonant + "w" * ("ွ" in medials), _RHYMES.get(rhyme, "")
    syllable = consonant + own + "t" * (bool(tone) and own.endswith("n"))
    return _USUAL.get(syllable, syllable) if own else ""
