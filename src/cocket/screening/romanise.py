"""A word of any script in ASCII letters; several ways where one is not enough."""

import re
from bisect import bisect_right
from functools import lru_cache

from cocket.screening.ascii_letters import in_ascii
from cocket.screening.burmese import of_burmese
from cocket.screening.east_asian import CANTONESE, HAN_SURNAMES, HAN_WORDS, HANGUL_SURNAMES, LONGEST_HAN_WORD
from cocket.screening.wade_giles import wade_giles

# Where the letters of a script begin and, the last one included, end. A pattern over thousands of letters would take as
# long to compile as all else here together.
_GREEK, _CYRILLIC, _HEBREW, _ABJAD, HAN, KANA, HANGUL = "greek cyrillic hebrew abjad han kana hangul".split()
_RANGES = (
    ("\u0370", "\u03ff", _GREEK), ("\u0400", "\u04ff", _CYRILLIC), ("\u0590", "\u05ff", _HEBREW),
    ("\u0600", "\u06ff", _ABJAD), ("\u0750", "\u077f", _ABJAD), ("\u3005", "\u3005", HAN),
    ("\u3040", "\u30ff", KANA), ("\u3400", "\u9fff", HAN), ("\uac00", "\ud7af", HANGUL),
    ("\uf900", "\ufaff", HAN), ("\ufb50", "\ufdff", _ABJAD), ("\ufe70", "\ufefe", _ABJAD),
)  # fmt: skip
_BEGINS = [first for first, _, _ in _RANGES]
_LONG_VOWEL, _VOWEL_OF = re.compile("(?<=[^awy])[wy](?![awy])|(?<=^y)w"), {"w": "u", "y": "i"}
GAPPED, VOWELS_LEFT_OUT = frozenset({KANA, HANGUL}), frozenset({_HEBREW, _ABJAD})
_ABD, _ARTICLE, _ALLAH, _GOD, _ALEF = "عبد", "ال", ("عبدالله",), "الله", "ا"
# At the beginning of a word alef is a vowel, and with waw or ya before a consonant a long one.
_VOWEL_FIRST = re.compile("^[wy](?![awy])")
# Letters that anyascii writes in a way hardly seen in names.
_CYRILLIC_SPELLING = str.maketrans({"х": "kh", "ц": "ts", "щ": "shch", "ъ": "", "ь": "", "ё": "yo", "э": "e", "й": "y"})
_ONLY_RUSSIAN = re.compile("[ёъыэ]")
_UKRAINIAN = str.maketrans({"г": "h", "и": "y", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u"})
_FOREIGN = str.maketrans("bf", "pv")
_HEBREW_SPELLING = str.maketrans({"ו": "w"})
# A double letter is a vav or yod spoken as a consonant; the end of Slavic surnames has a mark that is mostly left out.
_TWICE, _SLAVIC_END = re.compile("([vy])\\1"), re.compile("[vb]its$")
_HARD, _SILENT_FIRST, _KAF = str.maketrans("vf", "bp"), "אע", "כ"
_GREEK_VOWELS = {"ου": "u", "αυ": "av", "ευ": "ev"}
_GREEK_SOUNDS = {"μπ": "b", "ντ": "d", "γκ": "g", "γγ": "ng", "τζ": "dz"}
_GREEK_PAIRS, _GREEK_STOPS = re.compile("|".join(_GREEK_VOWELS)), re.compile("|".join(_GREEK_SOUNDS))
# Armenian and Devanagari letters that anyascii writes in a way hardly seen in names.
_ELSEWHERE = (
    ("ու", "u"),
    ("ռ", "r"),
    ("և", "ev"),
    ("ज\u093c", "z"),
    ("फ\u093c", "f"),
    ("\u0902", "n"),
    ("\u0901", "n"),
)
# Some Thai vowels are written before the consonant after which they are spoken; o ang before a vowel is silent.
_THAI_VOWEL_FIRST, _THAI_CARRIER = re.compile("([เแโใไ])([ก-ฮ])"), re.compile("อ(?=[ะ-ฺเ-ไ])")
_BURMESE = re.compile("[က-ဪ]")
_NO_LETTER = re.compile("[^a-z0-9]")
_SYLLABLE = re.compile("[A-Z][a-z']*|[a-z0-9]+")
# Beside 4 syllables a word is no personal name, and its first letter no surname.
NAME_SYLLABLES_MAX = 4


@lru_cache(maxsize=1 << 16)
def romanise(word: str) -> tuple[tuple[str, ...], ...]:
    """The ways to write ``word`` (folded, without spaces): each a row of ASCII words, the likeliest first.

    Empty where nothing of it can be written.
    """
    if word.isascii():
        return ((word,),)
    scripts = scripts_of(word)
    if HAN in scripts:
        return _kanji(word) if KANA in scripts else _han(word)
    if HANGUL in scripts:
        return _hangul(word)
    if _CYRILLIC in scripts:
        return _cyrillic(word)
    if _HEBREW in scripts:
        return _hebrew(word)
    if _ABJAD in scripts:
        return _foreign(_abjad(word))
    if _GREEK in scripts:
        return _greek(word)
    if _BURMESE.match(word) and (syllables := of_burmese(word)):
        return (syllables,)
    for letters, spelt in _ELSEWHERE:
        word = word.replace(letters, spelt)
    word = _THAI_CARRIER.sub("", _THAI_VOWEL_FIRST.sub(r"\2\1", word))
    plain = _plain(in_ascii(word))
    return ((plain,),) if plain else ()


def _abjad(word: str) -> tuple[tuple[str, ...], ...]:
    """Long vowels are written in some words and left out in others; without any they agree. Abd and the article are
    set apart, as they mostly are in Latin letters."""
    if word == _ABD:
        return (("abd",),)
    if word.startswith(_ABD) and len(word) > len(_ABD) + len(_ARTICLE) and word not in _ALLAH:
        rest = _abjad(word[len(_ABD) :])
        return tuple(("abd", *one) for one in rest)
    if word == _GOD:
        return (("allah",), ("llh",))
    has_article = word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 2
    bare = word[len(_ARTICLE) :] if has_article else word
    plain = _plain(in_ascii(bare))
    if bare[0] == _ALEF:
        plain = _with_first_vowel(plain)
    # Waw and ya between consonants are mostly long vowels.
    plain = _LONG_VOWEL.sub(lambda found: _VOWEL_OF[found[0]], plain)
    plain = plain[:1] + plain[1:].replace("a", "")
    if not plain:
        return ()
    return (("al", plain),) if has_article else ((plain,),)


def _with_first_vowel(plain: str) -> str:
    """What is read of a word behind its alef: that is the vowel, or tells that waw or ya is it."""
    return _VOWEL_FIRST.sub(lambda found: _VOWEL_OF[found[0]], plain) if plain[:1] in _VOWEL_OF else "a" + plain


def _foreign(ways: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Arabic has neither p nor v: foreign names have b and f in their place."""
    other = tuple((*way[:-1], way[-1].translate(_FOREIGN)) for way in ways)
    return tuple(dict.fromkeys((*ways, *other)))


def _hebrew(word: str) -> tuple[tuple[str, ...], ...]:
    """Vav is u or o between consonants; bet, kaf and pe are hard at the beginning and either way within a word."""
    plain = _plain(in_ascii(word.translate(_HEBREW_SPELLING)))
    if not plain:
        return ()
    if word[0] == _SILENT_FIRST[0]:
        plain = _with_first_vowel(plain)
    elif word[0] == _KAF:
        plain = plain.replace("kh", "k", 1)
    plain = _LONG_VOWEL.sub(lambda found: _VOWEL_OF[found[0]], plain)
    # Alef and ayin leave no consonant: what follows them stands within the word.
    within = word[0] in _SILENT_FIRST
    ways = (plain if within else plain[:1].translate(_HARD) + plain[1:], plain.translate(_HARD))
    written = (_SLAVIC_END.sub("vich", _TWICE.sub(r"\1", way.replace("w", "v"))) for way in ways)
    return tuple((way,) for way in dict.fromkeys(written))


def _greek(word: str) -> tuple[tuple[str, ...], ...]:
    """As it is spoken, and letter by letter: nt is d in foreign names and nt in Greek ones."""
    word = _GREEK_PAIRS.sub(lambda found: _GREEK_VOWELS[found[0]], word)
    spoken = _GREEK_STOPS.sub(lambda found: _GREEK_SOUNDS[found[0]], word)
    return tuple((plain,) for plain in dict.fromkeys((_plain(in_ascii(spoken)), _plain(in_ascii(word)))) if plain)


def scripts_of(text: str) -> set[str]:
    """The scripts of its letters, "" among them for those that are read alike in all."""
    if text:
        # Of a word in one script, as most are, first and last letter in the order of Unicode tell it.
        lowest, highest = min(text), max(text)
        at = bisect_right(_BEGINS, lowest)
        if at and highest <= _RANGES[at - 1][1]:
            return {_RANGES[at - 1][2]}
        if highest < _BEGINS[0]:
            return {""}
    return {_script(letter) for letter in text}


def _script(letter: str) -> str:
    _, last, script = _RANGES[bisect_right(_BEGINS, letter) - 1]
    return script if _BEGINS[0] <= letter <= last else ""


def _plain(text: str) -> str:
    return _NO_LETTER.sub("", text.lower())


def _cyrillic(word: str) -> tuple[tuple[str, ...], ...]:
    russian = _plain(in_ascii(word.translate(_CYRILLIC_SPELLING)))
    if not russian:
        return ()
    ways = [(russian,)]
    if not _ONLY_RUSSIAN.search(word) and ("г" in word or _is_ukrainian(word)):
        ukrainian = _plain(in_ascii(word.translate(_UKRAINIAN).translate(_CYRILLIC_SPELLING)))
        ways.append((ukrainian,))
    return tuple(dict.fromkeys(ways))


def _is_ukrainian(word: str) -> bool:
    return not {"і", "ї", "є", "ґ", "ў"}.isdisjoint(word)


def _syllables(word: str) -> list[str]:
    return [_plain(syllable) for syllable in _SYLLABLE.findall(in_ascii(word)) if _plain(syllable)]


def _han(word: str) -> tuple[tuple[str, ...], ...]:
    if len(word) <= NAME_SYLLABLES_MAX and not any(part in HAN_WORDS for part in (word[-2:], word)):
        return _han_person(word)
    return (tuple(_han_firm(word)),)


def _han_person(word: str) -> tuple[tuple[str, ...], ...]:
    """Surname and given name in Pinyin, Wade-Giles and, where all letters are known, Cantonese."""
    syllables = _syllables(word)
    if len(syllables) < 2:
        return (tuple(syllables),) if syllables else ()
    given = word[1:]
    surname = HAN_SURNAMES.get(word[0], syllables[0])
    ways: list[tuple[str, ...]] = [(surname, "".join(syllables[1:]))]
    if len(syllables) > 2:
        ways.append((surname, *syllables[1:]))
    ways.append((wade_giles(surname), *(wade_giles(one) for one in syllables[1:])))
    if word[0] in CANTONESE and all(letter in CANTONESE for letter in given):
        ways.append(tuple(CANTONESE[letter] for letter in word))
    return tuple(dict.fromkeys(ways))


def _han_firm(word: str) -> list[str]:
    """Words of the trade translated, everything between them in Pinyin as one word."""
    words: list[str] = []
    run = ""
    at = 0
    while at < len(word):
        for length in range(min(LONGEST_HAN_WORD, len(word) - at), 1, -1):
            if word[at : at + length] in HAN_WORDS:
                words += ["".join(_syllables(run))] if run else []
                words += HAN_WORDS[word[at : at + length]].split()
                run, at = "", at + length
                break
        else:
            run, at = run + word[at], at + 1
    words += ["".join(_syllables(run))] if run else []
    return [one for one in words if one]


def _kanji(word: str) -> tuple[tuple[str, ...], ...]:
    plain = _plain(in_ascii(word))
    return ((plain,),) if plain else ()


def _hangul(word: str) -> tuple[tuple[str, ...], ...]:
    syllables = _syllables(word)
    if not 2 <= len(word) <= NAME_SYLLABLES_MAX:
        return (("".join(syllables),),) if syllables else ()
    surname = HANGUL_SURNAMES.get(word[0], syllables[0])
    return ((surname, "".join(syllables[1:])), (surname, *syllables[1:]), ("".join(syllables),))
