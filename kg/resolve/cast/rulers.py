"""Rulers: the state that the name of who leads it, or led it, means before "government": "the Vestby administration".

A mayor's or governor's administration is no state's, though a president may bear his name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.findings import Findings
from kg.ids import fold
from kg.model import Role
from kg.resolve.cast.cast import Cast
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import SURNAME_MARGIN, Gazetteer, known_on
from kg.resolve.gazetteer.given import gender_of
from kg.resolve.gazetteer.nouns import leads_state
from kg.resolve.gazetteer.spelling import is_single, parts

#: What one who leads a state has, and calls by his name.
GOVERNMENTS = frozenset({"administration", "government", "regime", "cabinet"})
# Whoever has such a post leads no state.
_NO_LEADERS = frozenset({"vice", "deputy", "acting"})
# Before a name they tell that its bearer has an administration of his own: "Mayor Vestby".
_LOCAL = r"\b(?:Gov(?:ernor|\.)?|Mayor|Chief Minister)(?:-elect)? (?:[A-Z][\w.'’-]* ){0,2}"
# A name, right before the noun or before a few words for which of somebody's governments it is.
_BEFORE = re.compile(
    r"(?P<name>(?:[A-Z]\. |[A-Z][\w'’–-]*[^\W\d_’'] )*[A-Z][\w–-]*[^\W\d_])"
    r"(?:['’]s?(?: (?:own|new|first|second|current|former|previous|last|outgoing|entire|whole|then))*|[-–]led)? $"
)
_AFTER = re.compile(
    r" of (?:(?:then|former|late|outgoing|[Pp]resident|[Pp]rime [Mm]inister|[Cc]hancellor) )*"
    r"(?P<name>(?:[A-Z][\w'’–-]*[^\W\d_’'] |[A-Z]\. )*[A-Z][\w–-]*[^\W\d_])"
)
_REACH = 60
# Two who rule together.
_PAIR = re.compile(r"[-–/]")
# What enemies call a state's government.
_CALLED = {"Zionist": "country/ISR"}


@dataclass(frozen=True, slots=True)
class Rulers:
    """Finds the states of which one article names the governments by who leads them.

    Attributes:
        text: of the article.
        on: the day of the article.
    """

    findings: Findings
    text: str
    gazetteer: Gazetteer
    cast: Cast
    on: date | None

    def named(self, name: str) -> Entry | None:
        """The state that is meant by what the network takes for a name: "Vestby Administration"."""
        before, _, noun = name.rpartition(" ")
        return self.before(f"{before} ", fold(noun)) if before and fold(noun) in GOVERNMENTS else None

    def around(self, start: int, end: int) -> Entry | None:
        """The state whose government the word from `start` to `end` is: "the administration of Kari Vestby"."""
        noun = fold(self.text[start:end])
        if noun not in GOVERNMENTS:
            return None
        behind = _AFTER.match(self.text, end)
        return self.before(" ".join(self.text[max(0, start - _REACH) : start].split()) + " ", noun) or (
            self._of_words(behind["name"], noun) if behind else None
        )

    def before(self, words: str, noun: str) -> Entry | None:
        """The state of whoever is named at the end of the words, right before the noun."""
        found = _BEFORE.search(words)
        if found is None:
            return None
        called = _CALLED.get(found["name"].split()[-1]) if noun == "regime" else None
        return self.gazetteer.entry(called) if called is not None else self._of_words(found["name"], noun)

    def _of_words(self, words: str, noun: str) -> Entry | None:
        """The state of the full name that the words end in, else of the surname: "President Kari Vestby"."""
        each = words.split()
        for first in range(len(each) - 1):
            if self.gazetteer.is_full_name(name := " ".join(each[first:])):
                return self._led(name, self.gazetteer.lookup_person(name, on=self.on), noun)
        surname, given = each[-1], each[-2] if len(each) > 1 else ""
        people = self.gazetteer.called(surname)
        if not people and (pair := _PAIR.split(surname))[1:]:
            return self._of_words(pair[0], noun)
        if given and gender_of(f"{given} {surname}") is not None:
            return None  # "the Tom Vestby administration", of a town
        return self._led(surname, people, noun)

    def _led(self, name: str, people: tuple[Entry, ...], noun: str) -> Entry | None:
        """The one state that one of the people leads or led; None where somebody else may be meant.

        Among the others a governor of a leader's family has no administration that is not called his: "Gov. Jeb Bush".
        """
        leaders = {(role.organization or "", one) for one in people for role in one.roles if self._leads(role)}
        states = {state for state, _ in leaders}
        spoken = {f"country/{one.country}" for one in self.cast.members if one.country is not None} & states
        now = {state for state, one in leaders if known_on(one, self.on)}
        likely = next(filter(None, (spoken & now, spoken, now, states)), set[str]())
        state = self.gazetteer.entry(next(iter(likely))) if len(likely) == 1 else None
        if state is None:
            return None
        others = [self._is_stranger(other, state) for other in self._others(name)]
        if re.search(_LOCAL + re.escape(name.split()[-1]), self.text) and (any(others) or not others):
            return None
        if state.id in now or not is_single(name):
            return state
        # Of the past, presidents have administrations; prime ministers have governments, and an administration of that
        # name is rather a governor's, unless the article speaks of the state.
        presided = any("president" in fold(role.post).split() for _, one in leaders for role in one.roles)
        if noun == "administration" and not presided and not spoken:
            return None
        return None if any(others) else state

    def _leads(self, role: Role) -> bool:
        """The post is that of who leads a state, and was taken before the article's day or soon after."""
        words = fold(role.post).split()
        begun = self.on is None or (role.since or "") <= (self.on + SURNAME_MARGIN).isoformat()
        of_state = (role.organization or "").startswith("country/") and leads_state(words)
        return of_state and begun and _NO_LEADERS.isdisjoint(words)

    def _others(self, name: str) -> Iterator[str]:
        """The full names of the article with this surname."""
        for mention, traits in zip(self.findings.mentions, self.findings.traits, strict=True):
            named = mention.kind == "person" and mention.form == "name" and not is_single(traits.text)
            if named and parts(traits.text)[-1:] == parts(name)[-1:]:
                yield traits.text

    def _is_stranger(self, name: str, state: Entry) -> bool:
        """Whoever bears the full name is not known to be of the state: no leader of it, and none of his family."""
        known = self.gazetteer.lookup_person(name, on=None) if self.gazetteer.is_full_name(name) else ()
        return all(one.country != state.country for one in known)
