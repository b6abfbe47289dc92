"""What given names tell: a gender, so that "she" is not the man who was named last, and who is called "Ken"."""

from __future__ import annotations

from typing import Literal

from kg.givennames import FEMALE, MALE
from kg.ids import fold

# What people of these names are called, of whom the news write in both ways.
_CALLED = dict(
    pair.split("/")[::-1]
    for pair in """
    kenneth/ken william/bill william/will robert/bob robert/rob james/jim michael/mike thomas/tom joseph/joe
    richard/dick richard/rick christopher/chris steven/steve stephen/steve daniel/dan david/dave edward/ed jeffrey/jeff
    gregory/greg matthew/matt andrew/andy nicholas/nick timothy/tim samuel/sam benjamin/ben peter/pete ronald/ron
    anthony/tony donald/don lawrence/larry patrick/pat philip/phil raymond/ray alexander/alex charles/charlie
    rudolph/rudy elizabeth/liz katherine/kate kathleen/kathy susan/sue deborah/debbie margaret/maggie jennifer/jen
    """.split()
)


# Men's or women's, by the language: "Jan Vestby", "Andrea Moen".
_EITHER = frozenset(
    "andrea carol chris claude dana daniele dominique jan jean joan kelly michele sam simone terry".split()
)


def is_of_either(name: str) -> bool:
    """The first given name is a man's in one language and a woman's in another: a title tells more."""
    return fold(name).split()[0] in _EITHER


def is_short_for(short: str, name: str) -> bool:
    """Somebody of that given name may be called by the short one, both folded: "ken" and "kenneth"."""
    return _CALLED.get(short) == name


def gender_of(name: str) -> Literal["f", "m"] | None:
    """The gender that the first given name tells, "f" or "m"; None where it tells none."""
    words = fold(name).replace("-", " ").split()
    if len(words) < 2:
        return None
    return "f" if words[0] in FEMALE else "m" if words[0] in MALE else None
