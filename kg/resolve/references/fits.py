"""Fits: how well a post that somebody holds fits the words that a text describes its holder by."""

from __future__ import annotations

from kg.findings import Traits
from kg.ids import fold
from kg.resolve.cast.cast import Member
from kg.resolve.gazetteer import nouns
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references.heldposts import HeldPosts
from kg.resolve.references.posts import Post, is_called, key
from kg.resolve.references.ruledout import is_of

#: What it weighs that a post is the very one.
SAME = 2.0
# That it is one that goes by such a name.
_ALIKE = 1.0
# That it is told to be of whom the description says, or only likely; that it is of the article's own state.
_OWN, _LIKELY_OWN, _AT_HOME = 1.5, 0.75, 0.4

# Who is the head of what.
_LEADING = {
    "state": frozenset("president king queen emir amir sultan emperor monarch".split()),
    "government": frozenset("prime premier chancellor taoiseach president".split()),
}


def fit(post: Post, traits: Traits, owner: Member | None, held: HeldPosts, gazetteer: Gazetteer) -> float | None:
    """How well a post fits a description, in its words and by whose it is; None where it does not.

    Args:
        post: that somebody holds.
        traits: of the description.
        owner: the state or body whose office the description says it is.
        held: the posts of the article.
        gazetteer: has the words for nationalities.
    """
    words = {nouns.SHORT.get(word, word) for word in post.words}
    wanted = {
        fold(word)
        for word in (traits.text if owner is None else traits.post or traits.text).split()
        if not _names_owner(fold(word), owner, gazetteer)
    }
    place = held.place(traits.within) if owner is None else None
    if place is not None:
        if is_of(post, place, held) is False:
            return None
        wanted -= held.words_of(place)
    wanted.add(traits.noun)
    leads = _leads(fold(traits.post or traits.text), words)
    if leads is not None:
        if not leads:
            return None
        wanted, fitting = {traits.noun}, SAME
    elif traits.noun in words and wanted <= words and not (words - wanted) & nouns.OTHER:
        fitting = SAME
    elif is_called(traits.noun, wanted, words, owner):
        fitting = _ALIKE
    else:
        return None
    if owner is None:
        home = held.home()
        at_home = home is not None and post.country == home.country
        own = _OWN if place is not None and is_of(post, place, held) else _AT_HOME if at_home else 0.0
        return fitting + own if fitting > _ALIKE or not (wanted - {traits.noun}) else None
    if key(owner) == post.owner:
        return fitting + (_OWN if post.told else _LIKELY_OWN)
    if owner.kind == "country" and post.country is not None:
        if post.country != owner.country:
            return None
        return fitting + (_OWN if post.told else _LIKELY_OWN)
    # Where the words name the body, whoever is of none that is known may be of another: "the Democratic nominee".
    named = owner.kind != "country" and len(traits.text.split()) > len((traits.post or traits.text).split())
    return fitting if fitting > _ALIKE and post.owner is None and not named else None


def _leads(text: str, words: set[str]) -> bool | None:
    """Whether who holds a post is "the head of state" or "of government"; None where the text is of none."""
    what = next((what for what in _LEADING if text == f"head of {what}"), None)
    if what is None or {"head", what} <= words:
        return None
    return bool(words & _LEADING[what]) and not words & {"former", "ex", "vice", "deputy"}


def _names_owner(word: str, owner: Member | None, gazetteer: Gazetteer) -> bool:
    """The word only says whose the office is: "Kazakh" in "the Kazakh minister"."""
    if owner is None or owner.entry is None or owner.kind != "country":
        return False
    return gazetteer.demonym(word.title()) == owner.entry.id or word in fold(owner.label).split()
