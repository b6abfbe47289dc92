"""How names are compared: their keys, the words that tell people apart, acronyms that are known by their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby

from rapidfuzz import fuzz

from kg.ids import fold
from kg.resolve.gazetteer.given import is_short_for

#: Acronyms up to this length must be in capitals: "WHO" and "who", "US" and "us", "IS", "PA", "AP", "CAR", "ICE".
CASED_LENGTH = 3
#: Longer acronyms of the gazetteer that are words or names in lower case. ("Nato", "Unesco" and "Farc" are usual.)
CASED = frozenset({"CARE", "ELAM", "MEND", "MERCY"})

# Words that are part of a surname and no name by themselves.
_PARTICLES = frozenset(
    {"al", "el", "de", "la", "van", "von", "der", "den", "bin", "ibn", "ben", "abu", "da", "dos", "di"}
)

# Behind a name they tell a son from his father; most articles leave them out.
_GENERATIONS = frozenset({"jr", "sr", "jnr", "snr", "ii", "iii", "iv"})
# "Tor Vestby Jnr" is "Tor Vestby Jr." to whoever writes for Americans.
_BRITISH = re.compile(r" (?P<which>[JS])nr\.?$")

_MINISTRY = re.compile(r"ministry (?:of|for) (?:the )?(?P<what>\w+(?:[ ,]+(?:and )?\w+){0,3})", re.IGNORECASE)
# A ministry of these is called by a shorter name.
_PORTFOLIOS = {"foreign affairs": "foreign", "external affairs": "external affairs", "defense": "defence"}
_PORTFOLIOS |= {"internal affairs": "interior", "the interior": "interior"}

# What foreign ministries are called else.
_FOREIGN = re.compile(
    r"(?:foreign|external) affairs (?:ministry|department)|department of foreign affairs|mofa|mfa", re.IGNORECASE
)
# What the parliaments of some states are called.
_CONGRESSES = frozenset({"congress", "national congress"})
# What may stand at the ends of a word of a name.
_AROUND = ".,'\"“”‘’"
# How a nickname stands in a name, in all the quotation marks that newspapers write.
_NICKNAMED = re.compile(r"(?P<given>[^\"“‘]+) [\"“‘](?P<nickname>[^\"”’]+)[\"”’] (?P<surname>.+)")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_DOTTED = re.compile(r"^(?:[A-Z]\.){2,}$|^(?:[A-Z]\.)+[A-Z]$")
# The stop of an initial that the next word of a name follows at once.
_INITIALED = re.compile(r"(?<=\b[^\W\d_a-z])\.(?=[^\W\d_])")
_MARKS = str.maketrans({"-": " ", "‐": " ", "‑": " ", "–": " ", ".": None, ",": None, "'": None, "‘": None, "`": None})


# Names whose keys are kept: an article asks for those of its own a hundred times over.
_KEPT = 4096
# Words of fewer letters are other people's: "Lee", "Li".
_SHORTEST = 4
# Nor may shorter ones differ in a vowel: "Wang", "Wong"; "Zhang", "Zheng".
_LONG = 6
# Of two spellings of a longer word the letters agree so far (0 to 100): "Kristen" and "Kirsten" 86, "Hassan" and
# "Hussein" 62.
_SPELT_ALIKE = 70


def without_article(name: str) -> str:
    """The name without a leading "the"."""
    return _ARTICLE.sub("", name.strip())


@lru_cache(_KEPT)
def name_key(name: str) -> str:
    """The form in which the gazetteer compares names: folded, without "the", hyphens, dots, commas, apostrophes."""
    if name.isascii():
        folded = name.lower()  # ten times as fast as fold(), for nine names in ten
        if name.isalpha():
            return folded
    else:
        folded = fold(name)
    return " ".join(folded.translate(_MARKS).split()).removeprefix("the ")


def acronym(name: str) -> str | None:
    """The letters of an acronym known by its capitals alone: "US" for "US" and "U.S."; None for any other name."""
    bare = name.replace(".", "") if _DOTTED.match(name) else name
    if bare.isalpha() and bare.isupper() and (len(bare) <= CASED_LENGTH or bare in CASED):
        return bare
    return None


def body(name: str) -> str:
    """The name of a state's body as its id has it: "Ministry of Health" as "health ministry"."""
    if name.lower() in _CONGRESSES:
        return "parliament"
    if _FOREIGN.fullmatch(without_article(name)):
        return "foreign ministry"
    found = _MINISTRY.fullmatch(without_article(name).strip())
    if found is None:
        return name
    what = " ".join(found["what"].split())
    return f"{_PORTFOLIOS.get(what.lower(), what)} ministry"


def parts(name: str) -> list[str]:
    """The words of a name that tell people apart: folded, without particles, "al-Jaafari" as "jaafari"."""
    return list(_parts(name))


@lru_cache(_KEPT)
def _parts(name: str) -> tuple[str, ...]:
    words = [word.strip(_AROUND) for word in fold(spaced(name)).replace("-", " ").split()]
    while len(words) > 1 and words[-1] in _GENERATIONS:
        words = words[:-1]
    worded = [
        word for at, word in enumerate(words) if word and (word not in _PARTICLES or (not at and _is_given(name)))
    ]
    return tuple(worded or words)


@lru_cache(_KEPT)
def generation(name: str) -> str | None:
    """What tells a son from his father of the same name, "jr" or "sr"; None where the name has neither."""
    last = fold(name).rpartition(" ")[2].strip(_AROUND).replace("nr", "r")
    return last if last in ("jr", "sr") else None


def spaced(name: str) -> str:
    """The name with a space behind each initial: "U.Khurelsukh" as "U. Khurelsukh"."""
    return _INITIALED.sub(". ", name) if "." in name else name


def _is_given(name: str) -> bool:
    """The first word is somebody's given name, and no particle: "Ben Carson", not "bin Laden", "Ben-Gvir"."""
    return name.startswith("Ben ")


@lru_cache(_KEPT)
def is_single(name: str) -> bool:
    """The name is one word, apart from particles: a surname alone, also "al-Jaafari", "Rowe-Brun", "Rowe Jr."."""
    words = [word for word in fold(spaced(name)).split() if word not in _PARTICLES]
    return not _is_given(name) and len(words) - (generation(name) is not None) < 2


def forms(name: str) -> list[str]:
    """The names that one with a nickname in it stands for: “Joseph R. "Joe" Biden”, “Joe Biden”, “Joseph R. Biden”."""
    if _BRITISH.search(name):
        return [name, *forms(_BRITISH.sub(r" \g<which>r.", name))]
    parted = _NICKNAMED.fullmatch(name)
    if parted is None:
        return [name]
    return [name, f"{parted['nickname']} {parted['surname']}", f"{parted['given']} {parted['surname']}"]


def compatible(first: Iterable[str], second: Iterable[str]) -> bool:
    """Two full names may be one person's: the same surname, and given names that agree as far as both have them."""
    one, other = list(first), list(second)
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1]:
        return False
    short, long = sorted((one[:-1], other[:-1]), key=len)
    return all(any(_agree(word, other) for other in long) for word in short)


def is_first_surname(short: Sequence[str], whole: Sequence[str]) -> bool:
    """Of two surnames the shorter name has the first alone: "Ana Ruiz" of "Ana Maria Ruiz Paz"."""
    return len(whole) == 4 and len(short) == 2 and short[0] == whole[0] and short[1] == whole[2]


def _agree(one: str, other: str) -> bool:
    """Two given names may be the same person's: "k" and "kenneth", "ken" and "kenneth"."""
    initial = len(one) == 1 and other.startswith(one)
    return one == other or initial or is_short_for(one, other) or is_short_for(other, one)


@lru_cache(_KEPT)
def sound(word: str) -> str:
    """The consonants of a word without what transliterations do in different ways: "mahmoud" and "mahmud" as "md"."""
    return _once(letter for letter in _plain(word) if letter not in "aeiouyhj'")


def is_respelt(one: Sequence[str], other: Sequence[str]) -> bool:
    """Word by word two names are the same, or one name in two transliterations: "Mahmud Abbas", "Mahmoud Abbas".

    A slip of one letter looks the same, as do names that only sound alike ("Levin", "Levine"): ask for more than that.
    """
    return len(one) == len(other) and all(a == b or _is_heard(a, b) for a, b in zip(one, other, strict=True))


def _is_heard(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST or sound(one) != sound(other):
        return False
    same = _once(_plain(one).replace("y", "i")).rstrip("h") == _once(_plain(other).replace("y", "i")).rstrip("h")
    return same or (max(len(one), len(other)) >= _LONG and fuzz.ratio(one, other) >= _SPELT_ALIKE)


def _plain(word: str) -> str:
    for variant, plain in (("kh", "k"), ("gh", "g"), ("q", "k"), ("ph", "f"), ("ck", "k"), ("w", "v"), ("z", "s")):
        word = word.replace(variant, plain)
    return word


def _once(letters: Iterable[str]) -> str:
    """The letters, each that is doubled once."""
    return "".join(letter for letter, _ in groupby(letters))
