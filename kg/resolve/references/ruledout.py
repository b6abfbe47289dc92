"""Ruled out: whom a description cannot mean by what is told of him, "the Ohio governor" nobody who governs Utah."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.findings import Traits
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.gazetteer import nouns
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references.epithets import OFFICES, RUNNERS
from kg.resolve.references.heldposts import HeldPosts
from kg.resolve.references.posts import Post

# Who works for those who run, or tells of them, and is none by that.
_NO_RUNNERS = frozenset(
    """
    strategist pollster analyst professor spokesman spokeswoman spokesperson reporter correspondent editor host
    columnist adviser advisor aide manager consultant staffer commentator economist
    """.split()
)

#: Whom provinces and towns have: of a minister a place tells where he is.
OF_PLACES = frozenset("senator governor mayor congressman congresswoman lawmaker legislator representative".split())
# With these begin the names of provinces that are two words.
_TWO_WORDS = frozenset({"new", "north", "south", "west", "east", "rhode"})
# Who sits in one chamber is called each of these.
_CHAMBER = frozenset({"congressman", "congresswoman", "representative", "delegate", "deputy"})
_OF = frozenset({"of", "from", "for"})


def is_of(post: Post, place: str, held: HeldPosts) -> bool | None:
    """Whether a post is of this place; None where nothing tells: "Governor of Ohio" is, "Senator" may be."""
    if post.place is not None:
        return post.place == place
    words = held.words_of(place)
    if words & post.words:
        return True
    others = [*post.words, *(f"{one} {other}" for one in post.words for other in post.words if one in _TWO_WORDS)]
    elsewhere = any(held.gazetteer.lookup(name.title(), kinds={"place"}) for name in others)
    return False if elsewhere or not _OF.isdisjoint(post.words) else None


def ruled_out(
    traits: Traits, people: Iterable[Member], held: HeldPosts, gazetteer: Gazetteer, cast: Cast
) -> Iterator[Member]:
    """Those of some people whom a description of one person cannot mean, by their posts.

    "The Ohio governor" is no governor of Utah and no senator, "the Republican nominee" no Democratic one, no pollster.

    Args:
        traits: of the description.
        people: of the article.
        held: tells the posts of each.
        gazetteer: knows the names of parties.
        cast: of the article.
    """
    noun, place = traits.noun, held.place(traits.within)
    if noun not in RUNNERS and (noun not in OF_PLACES or place is None):
        return
    for member in people:
        posts = held.of(member, traits)
        called = [(post, {nouns.SHORT.get(word, word) for word in post.words}) for post in posts]
        if noun in RUNNERS:
            runs = any(not words.isdisjoint(RUNNERS) for _, words in called)
            out = not runs and any(not words.isdisjoint(_NO_RUNNERS) for _, words in called)
        else:
            offices = {word for _, words in called for word in words} & OFFICES
            offices |= _CHAMBER if offices & _CHAMBER else frozenset()
            there = [is_of(post, place, held) for post, words in called if noun in words] if place else []
            out = (bool(offices) and noun not in offices) or (False in there and True not in there)
        if out:
            yield member
