"""Tally: how often an article speaks of each country, before it is known whose most of its names are."""

from __future__ import annotations

from collections.abc import Sequence

from kg.findings import Traits
from kg.model import Article, Mention
from kg.resolve.cast import home, namesakes
from kg.resolve.cast.cast import Cast
from kg.resolve.cast.languages import is_language
from kg.resolve.cast.papers import is_word
from kg.resolve.cast.things import Things
from kg.resolve.cast.towns import AROUND, is_namesake, is_shared_capital
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.nouns import is_generic

# The country of the dateline counts as often as if the article named it so many times.
_HOME = 3


def count(
    named: Sequence[tuple[Mention, Traits]], article: Article, things: Things, gazetteer: Gazetteer, cast: Cast
) -> None:
    """Counts the countries that nationality words, places, seats, parties and bodies of one tell, and the dateline.

    Args:
        named: the names of places, and then of organizations.
        article: that has them.
        things: has the counts.
        gazetteer: tells of which country they are.
        cast: is told in which country the article is written.
    """
    lead: list[tuple[int, str, bool]] = []
    bare: list[Entry] = []
    for mention, traits in named:
        demonym = gazetteer.demonym(traits.text)
        entry = gazetteer.entry(demonym) if demonym is not None else None
        if entry is not None and (entry.kind == "organization" or (entry.id in AROUND and traits.text.endswith("s"))):
            continue  # "the Democrats" of some state, "Georgians"
        if is_language(mention, traits, article.text):
            continue
        word = is_word(mention, traits, article.text, gazetteer)  # "Hindu pilgrims"
        bearers = gazetteer.lookup(traits.text) if not word else ()
        things.towns.named.update(one.id for one in bearers if one.kind == "place")
        if mention.kind == "organization":
            bearers = tuple(one for one in bearers if one.sort in home.OF_A_STATE and not is_generic(traits.text))
            shared = len({one.country for one in bearers}) > 1  # "the Greens" tell of no state
            bearers = () if shared else bearers
            bearers = tuple(one for one in bearers if namesakes.tells_state(one, traits.text))
        if entry is None and mention.kind == "organization":
            entry, _ = things.borders.owner(traits.text)  # "Nigerian senate"
        if entry is None and not bearers and (seat := gazetteer.stands_for(traits.text)) is not None:
            entry = gazetteer.entry(seat)
        if entry is None and len({bearer.country for bearer in bearers}) == 1:
            entry = bearers[0]
        if entry is None and bearers and is_shared_capital(bearers[0]):
            continue
        if entry is None and bearers and gazetteer.stands_for(bearers[0].id):
            entry = bearers[0]  # London and Paris lend their names to towns elsewhere, and few write of those
        if entry is None and bearers and bearers[0].kind == "country" and bearers[0].id not in AROUND:
            entry = bearers[0]  # and so do Mali and Lebanon
        if entry is not None and namesakes.is_bare(entry, traits.text):
            bare.append(entry)
        elif entry is not None and not is_namesake(entry):
            _note(things, entry)
            if traits.sentence == 0 and entry.country is not None:
                lead.append((mention.start, entry.country, traits.function in ("subject", "modifier")))
    bodies = {traits.text for mention, traits in named if mention.kind == "organization"}
    for entry in home.told_by_bodies(bare, bodies, lead, things.countries, gazetteer):
        _note(things, entry)
    cast.written_in = here = home.written_in(article.dateline, gazetteer)
    if here is not None:
        first = min(lead, default=None)
        acting = first[1] if first is not None and first[2] else None
        cast.home = here if home.is_about(here, acting, things.countries) else None
        _note(things, here, _HOME)


def _note(things: Things, entry: Entry, times: int = 1) -> None:
    """Takes note that the article names something of the entry's country."""
    if entry.country is not None:
        things.countries[entry.country] += times
