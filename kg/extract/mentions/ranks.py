"""Ranks: words for people before a name, those cut short, and what somebody is called whatever post he has."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.mentions.cutposts import CUT
from kg.extract.syntax import nouns
from kg.extract.syntax.numbers import forms

#: In a bracket behind the rank of whoever has retired.
RETIRED = frozenset({"retd", "retd.", "rtd", "rtd.", "ret", "ret.", "retired"})
#: Words before a name that tell the gender, and the post too.
OFFICES = frozenset("king queen spokesman spokeswoman chairwoman congresswoman councilwoman assemblywoman".split())
# Malay titles, and what may follow them.
_DATUKS, _OF_DATUKS = frozenset({"datuk", "dato", "datin"}), frozenset({"seri", "sri"})
# Ranks and titles that somebody has before his name whatever post he holds.
_BORNE = frozenset(
    """
    brigadier colonel major captain lieutenant admiral marshal commodore sergeant corporal superintendent inspector
    constable general senator professor maulana mullah mufti barrister advocate sheikh justice ambassador imam
    ayatollah prince princess engineer cardinal archbishop bishop metropolitan rabbi pastor
    """.split()
)
# What stands before such a rank, and is of it: "Vice Admiral"; "Chief Inspector", but no chief's "army chief General".
_OF_RANKS = frozenset("first vice rear field lance second lord crown police army".split())
_OF_GRADES = frozenset("chief detective assistant associate deputy senior visiting adjunct".split())
_GRADED = frozenset("inspector superintendent constable justice professor ambassador engineer".split())


def is_title(token: Token) -> bool:
    """A noun for a person, whatever tag the network gave it, a courtesy title, or a rank that is cut short."""
    named = bool(forms(token) & nouns.PEOPLE) or is_courtesy(token)
    return named or is_rank(token) or token.text in CUT


def is_courtesy(token: Token) -> bool:
    """A title that tells no post: "Dr", "HE", and both words of "Datuk Seri"."""
    return token.lower_ in nouns.COURTESY or token.text in nouns.EXCELLENCIES or is_of_two(token)


def is_of_two(token: Token) -> bool:
    """A word of a Malay title of two words: "Datuk Seri X", "Tan Sri X"."""
    if token.lower_ not in _OF_DATUKS and token.lower_ != "tan":
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return (token.lower_ == "tan" and after == "sri") or (token.lower_ in _OF_DATUKS and before in ("tan", *_DATUKS))


def is_rank(token: Token) -> bool:
    """A rank cut short: "Lt" of "Lt. Col. X", of "Lt-Gen. X" and of "Lt Col X", and "Lt.-Gen" of "Lt.-Gen. X"."""
    cut = token.text in nouns.RANKS_CUT or (".-" in token.text and token.text.split(".-")[0] in nouns.RANKS_CUT)
    if not cut or token.i + 1 >= len(token.doc):
        return False
    behind = token.nbor()
    named = behind.text.istitle() and len(behind) > 1 and (behind.tag_ == "NNP" or behind.text in nouns.RANKS_CUT)
    return named or behind.text in (".", "-", "(")


def ends_rank(token: Token) -> bool:
    """The full stop of a rank or a courtesy that is cut short."""
    if token.text == "." and token.i > 0 and f"{token.nbor(-1).lower_}." in nouns.COURTESY:
        return True
    return token.text == "." and token.i > 0 and (token.nbor(-1).text in nouns.RANKS_CUT or is_rank(token.nbor(-1)))


def without_rank(title: list[Token]) -> list[Token]:
    """A title without the ranks and courtesies in which it ends: "Police spokesperson" of "Police spokesperson Lt Col".

    A "general" behind a director, and a justice behind a chief, are of the post.
    """
    end = len(title)
    while end and _is_borne(title[end - 1], title[end - 2] if end > 1 else None):
        end -= 1
    while 0 < end < len(title) and title[end - 1].lower_ in _OF_RANKS:
        end -= 1
    return title[:end]


def _is_borne(token: Token, before: Token | None) -> bool:
    """A word that its bearer has before his name whatever post he has."""
    if token.lower_ == "general" and before is not None:
        return before.lower_ not in nouns.GENERALS and before.text != "-"
    if token.lower_ in _GRADED and before is not None and before.lower_ in _OF_GRADES:
        return False
    known = token.lower_ in _BORNE or (is_courtesy(token) and token.lower_ not in OFFICES)
    return known or is_rank(token) or ends_rank(token) or token.text in nouns.ABBREVIATED or token.lower_ in RETIRED
