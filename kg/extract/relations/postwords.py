"""Post words: the post among the words of a title or a description, written in full.

Of "longtime adviser", "rival Sen." and "Majesty King" the posts are adviser, Senator and King.
"""

from __future__ import annotations

from kg.extract.syntax import nouns

# What is said of whoever holds a post, or of how long or as which of several he does: no part of it.
_ORNAMENTS = frozenset(
    """
    new current incumbent sitting outgoing eventual announced declared present lifetime elected re-elected freshman
    only sole other another one fellow own
    legendary upstart powerful popular prominent influential famous famed renowned respected beloved controversial
    embattled outspoken staunch veteran inept fateful vocal excellent wealthy billionaire
    longtime long-time longest-serving long-serving longstanding long-standing
    top close leading main key home-state
    conservative ultraconservative liberal socialist leftist left-wing right-wing far-right far-left centrist
    progressive populist moderate maverick hardline hard-line reformist
    is was are were the a an and
    highness majesty excellency eminence royal his her their holy mosques
    """.split()
)
# Of these, those with which names of states, parties, forces and sees begin, "New Zealand prime minister": in capitals
# they are none of the post right before it alone, or before a courtesy.
_NAMING = frozenset(
    "new one royal holy conservative liberal socialist leftist progressive reformist popular present populist".split()
)
_COURTESIES = frozenset("highness majesty excellency eminence royal mosques".split())
# A rank: "first secretary", and not "the first candidate", "the first black mayor".
_RANKED = frozenset(
    "secretary deputy vice minister lady assistant lieutenant officer sergeant mate undersecretary adviser".split()
)
_OF_FIRST = frozenset("female black african-american civilian woman latino hispanic muslim gay openly".split())
# "Independent senator", and not "independent counsel", "independent expert".
_LAWMAKERS = frozenset(
    "senator sen. representative rep. congressman congresswoman mp lawmaker candidate governor gov. mayor".split()
)
# Whose rival somebody is, tells nothing of the office that follows: "primary rival Sen.", "opponent Rep.".
_RIVALS = frozenset("rival rivals opponent opponents challenger challengers favorite favourite foe icon".split())
# Posts cut short, as they are written in full.
_CUT = {
    "Sen.": "Senator",
    "Sens.": "Senator",
    "Rep.": "Representative",
    "Reps.": "Representative",
    "Gov.": "Governor",
    "Govs.": "Governor",
    "Gen.": "General",
    "Lt.": "Lieutenant",
    "Col.": "Colonel",
    "Maj.": "Major",
    "Capt.": "Captain",
    "Adm.": "Admiral",
    "Del.": "Delegate",
    "Lt": "Lieutenant",
    "Gen": "General",
    "Col": "Colonel",
    "Maj": "Major",
    "Capt": "Captain",
    "Brig": "Brigadier",
}
# Behind another post they are none: "General Sheikh", "prime minister His Highness", "nominee and fellow Ohioan".
_BORNE = frozenset({"sheikh", "his", "her", "highness", "fellow"})
# What somebody is called, and no post of any body: "Sheikh Tor Vestby".
_STYLES = frozenset({"sheikh", "shaikh", "sheikha"})
# Not every member is one: "ranking member", "board member".
_OF_SOME = frozenset({"ranking", "board", "council"})


def is_held(post: str, of_a_body: bool) -> bool:
    """The post, as it is written, is one that somebody holds: no style of nobody's, and no mere membership."""
    member = post.split()[-1:] in (["member"], ["Member"]) and (post.istitle() or post.islower())
    return (of_a_body or post.casefold() not in _STYLES) and (not member or bool(_OF_SOME & set(post.split())))


def written(post: str) -> str:
    """The post without what is no part of it, its words in full.

    Args:
        post: the words of a title or description that name a post, a comma behind them or not.
    """
    words = post.rstrip(",").split()
    rival = next((i for i, word in enumerate(words[:-1]) if word.casefold() in _RIVALS), None)
    if rival is not None and any(word.casefold() in nouns.POSTS for word in words[rival + 1 :]):
        words = words[rival + 1 :]
    while len(words) > 1 and _is_ornament(words):
        words = words[1:]
    while len(words) > 1 and words[-1].casefold() in _BORNE and any(w.casefold() in nouns.POSTS for w in words[:-1]):
        words = words[:-1]
    return " ".join(_CUT.get(word, word) for word in words)


def _is_ornament(words: list[str]) -> bool:
    """The first word is none of the post."""
    first, second = words[0].casefold(), words[1].casefold()
    if first.startswith("-") or first.endswith("-"):
        return True  # "-born president", of what trees part at the hyphen
    if words[0] == "first":
        return second not in _RANKED
    if first in _OF_FIRST:
        return True
    if first == "independent":
        return words[-1].casefold() in _LAWMAKERS
    if first in _NAMING and words[0] != first:
        return second in nouns.POSTS | _COURTESIES
    return first in _ORNAMENTS
