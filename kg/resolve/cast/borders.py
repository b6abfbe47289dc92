"""Borders: where a name that the gazetteer has begins and ends within or beyond what was taken for the name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kg.findings import Traits
from kg.model import EntityKind, Mention
from kg.resolve.cast import namesakes
from kg.resolve.cast.cast import Cast
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import WELL_KNOWN, Gazetteer
from kg.resolve.gazetteer.nouns import is_generic

# What may follow within a name: up to eight words, capitalised or "and", "of", "for", "in", "the".
_FOLLOWING = re.compile(r"(?:[ -](?:[A-Z][\w’'-]*|\d\d?\b|and|of|for|in|on|the|to)){1,8}")
# "The Bank of America" is a firm, as are others of that name: bodies of the state are called "of the United States".
_OF = re.compile(r" of (?:the )?(?=[A-Z])(?!America$)")


@dataclass(frozen=True, slots=True)
class Borders:
    """Finds the names of the gazetteer in and around the words that were taken for a name.

    Attributes:
        text: of the article.
        countries: how often the article names each.
    """

    gazetteer: Gazetteer
    cast: Cast
    text: str
    countries: Mapping[str, int] = field(default_factory=dict)

    def whole(self, mention: Mention) -> tuple[Entry | None, int]:
        """What bears the longer name with which the text goes on, and where that ends: "Republic of ..."."""
        following = _FOLLOWING.match(self.text, mention.end)
        ends = [mention.end + found.end() for found in re.finditer(r"[\w’']+", following[0])] if following else []
        # "USA" of "USA Today" was taken for the country.
        kinds: set[EntityKind] = {"organization"} if mention.kind == "organization" else {"country", "organization"}
        for last in reversed(ends):
            name = re.sub(r"['’]s?$", "", self.text[mention.start : last])  # "USA Today's questions"
            end = mention.start + len(name)
            found = namesakes.meant(self.gazetteer.lookup(name, kinds=kinds), name, self.countries)
            if found is not None:
                return found, end
        return None, mention.end

    def beyond(self, mention: Mention, traits: Traits) -> tuple[Entry, str] | None:
        """The organization of whose name an adjective alone was taken for one: "Islamic" of "Islamic State"."""
        if self.gazetteer.demonym(traits.text) is not None:
            return None
        whole, end = self.whole(replace(mention, kind="organization"))
        if whole is None or whole.prominence < WELL_KNOWN:
            return None
        self.cast.widen(mention.span, (mention.start, end))
        return whole, self.text[mention.start : end]

    def prefix(self, mention: Mention, name: str) -> tuple[Entry, str] | None:
        """An organization whose name was taken with what follows: "African Union for Shared Waters"."""
        for found in re.finditer(r"\s(?:for|in|on|at|to)\s", self.text[mention.start : mention.end]):
            short = self.text[mention.start : mention.start + found.start()]
            known = self.gazetteer.lookup(short, kinds={"organization"})
            # "The Centre Party in Norway" is no other state's.
            where = self.gazetteer.lookup(self.text[mention.start + found.end() : mention.end], kinds={"country"})
            here = tuple(one for one in known if where and one.country == where[0].country)
            if known and known[0].sort == "party" and where and not here:
                return None
            if known and known[0].prominence >= WELL_KNOWN and (" " in short or short.isupper()):
                self.cast.widen(mention.span, (mention.start, mention.start + found.start()))
                return (*here, *known)[0], short
        return None

    def suffix(self, name: str) -> tuple[Entry | None, str]:
        """An organization within what was taken for its name: "Human rights watchdog Amnesty International"."""
        words = name.split()
        last = len(words)
        while last and words[last - 1].islower():
            last -= 1  # "al-Qaeda terror network"
        for first in range(last):
            known = " ".join(words[first:last])
            found = self.gazetteer.lookup(known, kinds={"organization"})
            if first and found and found[0].sort == "party":  # no "New People's Party" is Austria's by itself
                of = namesakes.meant(found, known, self.countries)
                found = (of,) if of is not None and self.countries.get(of.country or "") else ()
            lower = [word for word in words[1:first] if word.islower()]
            described = (first < 2 or lower == words[1:first]) and not {"and", "of", "for"} & set(lower[-1:])
            described = described or words[first - 1].endswith(("'s", "’s"))
            described = described and not (first and found and self._is_abroad(words[first - 1], found[0], known))
            if found and described and not found[0].government and known != name:
                return found[0], known
        return None, name

    def _is_abroad(self, word: str, found: Entry, name: str) -> bool:
        """The word before a name is of another state than what is called so: "Scottish Greens", "Ontario Liberals".

        Or than all states, who have a body of this name: "Armenian Security Council".
        """
        where = self.gazetteer.demonym(word)
        owners = [self.gazetteer.entry(where)] if where else self.gazetteer.lookup(word, kinds={"country", "place"})[:1]
        state = owners[0].country if owners and owners[0] is not None else None
        shared = found.sort == "party" or (found.sort == "intergovernmental" and is_generic(name))
        return shared and state not in (None, found.country)

    def owner(self, name: str) -> tuple[Entry | None, str]:
        """The country that a name begins with, and the rest: "Kazakh Foreign Ministry", "Turkey's foreign ministry".

        Or whose name or capital it ends with: "Ministry of Foreign Affairs of the Republic of Armenia", "Interior
        Ministry in Tbilisi".
        """
        bare, _, city = name.rpartition(" in ")
        seat = self.gazetteer.entry(self.gazetteer.stands_for(city) or "") if bare and is_generic(bare) else None
        if seat is not None and seat.kind == "country":
            return seat, bare
        for of in _OF.finditer(name):
            bare = name[: of.start()]
            states = self.gazetteer.lookup(name[of.end() :], kinds={"country"}) if is_generic(bare) else ()
            if states:
                return states[0], bare
        words = name.split()
        for count in range(min(3, len(words) - 1), 0, -1):
            first, rest = " ".join(words[:count]), " ".join(words[count:])
            demonym = self.gazetteer.demonym(first)
            owner = re.sub(r"['’]s?$", "", first)
            named = self.gazetteer.lookup(owner, kinds={"country"}) if owner != first else ()
            if first.isupper():
                named = self.gazetteer.lookup(first, kinds={"country"})  # "US Central Command"
            state = self.gazetteer.entry(demonym) if demonym is not None else next(iter(named), None)
            if state is not None:
                return state, rest
        return None, name
