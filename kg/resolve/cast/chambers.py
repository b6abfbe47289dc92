"""Chambers: whose the Senate, the Supreme Court, Congress or Labour is, where the text names no state beside it.

Of the state that acts beside it, or the dateline's; of that whose office holders, parties and bodies the sentence or
the text names; where it names nobody's, of the one state whose body of this name news mean when they say no more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.model import Mention
from kg.resolve.cast import namesakes
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.cast.home import OF_A_STATE
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.nouns import is_generic, leads_state
from kg.resolve.gazetteer.reasons import by_row
from kg.resolve.gazetteer.spelling import is_single, parts

# States of which a body of these names may be; of others it is never. Papers call a few more parliaments so than do
# constitutions: "El Salvador's congress".
_HAVE = {
    "congress": frozenset(
        """
        ARG BOL BRA CHL COL CRI DOM ECU ESP FSM GTM HND LBY MEX PAN PER PHL PLW PRY SLV URY USA VEN
        """.split()
    ),
    "senate": frozenset(
        """
        AFG ARG ATG AUS BDI BEL BHS BLZ BOL BRA BRB CAF CAN CHL CIV CMR COD COG COL CZE DOM DZA EGY ESP FRA GAB GNQ GRD
        HTI IRL ITA JAM JOR KAZ KEN KHM LBR LCA LSO MAR MDG MEX MRT MYS NGA NLD PAK PER PHL PLW POL PRY ROU RWA SEN SWZ
        TCD TGO THA TTO TUN URY USA UZB ZAF ZWE
        """.split()
    ),
}
# And of which it is never: their legislatures have other names.
_HAVE_NOT = {
    "ministry": frozenset({"USA"}),
    "parliament": frozenset({"USA"}),
    "presidency": frozenset({"USA"}),  # those who work there are the White House
    "national assembly": frozenset({"USA", "GBR"}),
}
# Of these any state has one, though the gazetteer may not know it.
_ANYWHERE = re.compile(
    r".*\b(?:Ministry|Parliament|Congress|Senate|Assembly)|Ministry of .+|(?:Supreme|Constitutional) Court"
)

# Within so many characters a capital tells whose a body is.
_CLOSE = 80
# Before a body of a part of a state: "the state Senate".
_OF_A_PART = re.compile(r"\b(?:state|provincial|regional|county|city)(?:['’]s)? $", re.IGNORECASE)
# Of India's party, which is called like a legislature, and of no legislature: "Congress spokesperson", "Congress MLA".
_OF_A_PARTY = re.compile(r"(?:-led|-ruled)|\s(?:president|chief|spokes\w+|MLAs?|MPs?|candidates?|workers?|veteran)\b")
_BEFORE = 20
# What one runs for, behind the name of a chamber.
_RUN_FOR = re.compile(
    r"\s(?:candidates?|races?|primar(?:y|ies)|nominees?|nomination|hopefuls?|contests?|runoffs?|bid|debates?|seat)\b"
)
# Chambers by who has the majority there, of the one state that calls them so.
_LED = re.compile(
    r"(?:Republican|Democratic|GOP|Democrat|Republican-(?:controlled|led|run)|Democrat(?:ic)?-(?:controlled|led|run)|"
    r"GOP-(?:controlled|led|run)) (?P<chamber>Congress|Senate|House)"
)
_CHAMBERS = {
    "Congress": "organization/us-congress",
    "House": "organization/us-house-of-representatives",
    "Senate": "organization/us-senate",
}
# Chambers that have no noun for one in their names.
_HOUSES = frozenset({"house", "house of representatives"})
# What the news of the world mean where they say no more has so much prominence, and so much more than the next.
_KNOWN, _LEAD = 0.7, 0.1
# So many times as often as any other state, a text names people and bodies of the one that it is of.
_MOSTLY = 3


def has(country: str | None, name: str) -> bool:
    """The state of this code may have a body that is called so: no Russian Congress, no American parliament."""
    key = "ministry" if "ministry" in fold(name).split() else fold(name)
    return country in _HAVE.get(key, {country}) and country not in _HAVE_NOT.get(key, ())


def is_of_part(mention: Mention, name: str, text: str) -> bool:
    """The body of this name is that of a part of a state: "the state Supreme Court"."""
    before = _OF_A_PART.search(text, max(0, mention.start - _BEFORE), mention.start)
    called = (is_generic(name) and name != "Congress") or fold(name) in _HOUSES  # "the state Congress" is a party
    return before is not None and called


def beside(mention: Mention, name: str, text: str, cast: Cast, gazetteer: Gazetteer) -> tuple[Member, str] | None:
    """The chamber that the words before or behind its name tell: "the state Senate", "the Ohio Senate race"."""
    if is_of_part(mention, name, text):
        return _of_part(mention, name, text, cast)
    chamber = _federal(mention, name, text, gazetteer)
    return (cast.known(chamber), by_row(chamber, name)) if chamber is not None else None


def _of_part(mention: Mention, name: str, text: str, cast: Cast) -> tuple[Member, str]:
    """The body of this name of a part of a state, in one article only; and why."""
    called, why = f"{text[: mention.start].split()[-1]} {name}", "the body of a part of a state"
    known = next((one for one in cast.members if one.local and one.description == called), None)
    return known or cast.add(Member(kind="organization", description=called, local=True, government=True)), why


def _federal(mention: Mention, name: str, text: str, gazetteer: Gazetteer) -> Entry | None:
    """The chamber of the United States that is named by who runs for it, or has the majority there.

    "The Ohio Senate race" is for a seat in Washington, and not for one of the state's Senate; "a Republican Congress".
    """
    led = _LED.fullmatch(name)
    if led is not None:
        return gazetteer.entry(_CHAMBERS[led["chamber"]])
    state, _, chamber = name.rpartition(" ")
    if chamber != "Senate" or _RUN_FOR.match(text, mention.end) is None:
        return None
    places = gazetteer.lookup(state, kinds={"place"})
    in_usa = any(one.country == "USA" and one.region is None for one in places)
    return gazetteer.entry(_CHAMBERS["Senate"]) if in_usa else None


@dataclass(frozen=True, slots=True)
class Chambers:
    """Tells of which state a body is whose name those of many states bear.

    Attributes:
        text: of the article.
        countries: how often the article names anything of each country, by their codes.
    """

    findings: Findings
    gazetteer: Gazetteer
    cast: Cast
    text: str
    countries: Mapping[str, int]

    def is_shared(self, traits: Traits) -> bool:
        """Parties or bodies of several states are called so, and how often those are named tells which not."""
        found = self._bodies(traits.text)
        several = len({one.country for one in found}) > 1
        return several and namesakes.meant(found, traits.text, self.countries) is None

    def whose(self, mention: Mention, traits: Traits, country: Entry | None, *, bare: bool) -> Entry | None:
        """The state of a body that is named without one.

        Args:
            mention: with the name.
            traits: of the mention.
            country: that the words around the name tell, which is enough.
            bare: every state has a body of this name.
        """
        if not bare and not self.is_shared(traits):
            return None
        before = self.text[: mention.start].rstrip().rpartition(" ")[2]
        if (called := self.gazetteer.demonym(before)) is not None:
            return self.gazetteer.entry(called)  # "the Omani Ministry of Commerce", of which the name has the end
        acting, near = self._near(mention, traits) if bare else (None, None)
        if acting is not None and has(acting.country, traits.text):
            return acting
        if country is not None:
            return None
        votes = self._votes(traits.sentence)
        if beside := self._of_most(votes, traits.text):
            return beside  # "Modi praised the Supreme Court"
        likely = near is not None and has(near.country, traits.text) and set(votes) <= {near.country}
        return near if likely else self._meant(mention, traits)

    def seat(self, mention: Mention, traits: Traits) -> Entry | None:
        """The state in whose capital the sentence begins: "In Astana, the Foreign Ministry said"."""
        for other, known in zip(self.findings.mentions, self.findings.traits, strict=True):
            member = self.cast.literal(other.span) if known.sentence == traits.sentence else None
            opens = self.text[max(0, other.start - 3) : other.start] == "In " and self.text.startswith(",", other.end)
            if member is None or member.entry is None or not opens or other.end > mention.start:
                continue
            state = self.gazetteer.entry(self.gazetteer.stands_for(member.entry.id) or "")
            if state is not None and state.kind == "country":
                return state
        return None

    def _near(self, mention: Mention, traits: Traits) -> tuple[Entry | None, Entry | None]:
        """Whose a body without a country is, surely or likely: of the capital by it, of the state that acts.

        "In Astana, a spokesman for the Foreign Ministry said"; "Iraq said ... The decision, announced by the Oil
        Ministry"; the dateline's only where no other country is named in this sentence or the one before.
        """
        here, doing, seats = dict[str, Entry](), dict[str, Entry](), dict[str, Entry]()
        around: set[str] = set()
        for other, known in zip(self.findings.mentions, self.findings.traits, strict=True):
            member = self.cast.literal(other.span)
            if member is None or member.entry is None or not 0 <= traits.sentence - known.sentence <= 1:
                continue
            if member.kind == "person" or (self.cast.home is not None and known.paragraph != traits.paragraph):
                continue  # what another state did before the paragraph leaves the dateline's as it is
            state = self.gazetteer.entry(self.gazetteer.stands_for(member.entry.id) or "")
            close = abs(other.start - mention.start) <= _CLOSE and known.sentence == traits.sentence
            where = known.locative or self.text.startswith(":", other.end)  # "Oslo: The ministry said"
            if close and where and state is not None and state.kind == "country":
                here[state.id] = state
            acts = known.function == "subject" and known.acting and other.end < mention.start
            if acts and member.kind == "country":
                doing[member.entry.id] = member.entry
            elif acts and not known.locative and state is not None and state.kind == "country":
                seats[state.id] = state  # "Ankara accused ..."
            around.add(f"country/{member.country or member.entry.country}")
        for states in (here, doing, seats):
            if states:
                return (next(iter(states.values())) if len(states) == 1 else None), None
        if self.cast.home is not None and self.cast.home.id in around:
            return self.cast.home, None
        likely = self.cast.written_in or self._only_state()
        if likely is None and len(around) == 1:
            likely = self.gazetteer.entry(*around)  # all that is named here is of one state
        return None, (likely if likely is not None and around <= {likely.id} else None)

    def _only_state(self) -> Entry | None:
        """The one state that the article names anything of."""
        states = [code for code, often in self.countries.items() if often and code]
        return self._state(states[0]) if len(states) == 1 else None

    def _meant(self, mention: Mention, traits: Traits) -> Entry | None:
        """The state whose people and bodies the text names, else the one that news mean which say no more."""
        votes = self._votes(None)
        if found := self._of_most(votes, traits.text):
            return found
        named = (code for code, often in (*self.countries.items(), *votes.items()) if often)
        if any(has(code, traits.text) for code in named):
            return None
        bodies = sorted(self._bodies(traits.text), key=lambda one: -one.prominence)
        best = next(iter(bodies), None)
        rival = max((one.prominence for one in bodies[1:] if one.sort != "party"), default=0.0)
        if best is None or best.sort == "party" or best.prominence < max(_KNOWN, rival + _LEAD):
            return self._of_most(self._votes(None, surnames=True), traits.text)
        return self._state(best.country) if not _OF_A_PARTY.match(self.text, mention.end) else None

    def _bodies(self, name: str) -> list[Entry]:
        """The bodies of this name, of states that have such."""
        found = self.gazetteer.lookup(name, kinds={"organization"})
        return [one for one in found if one.sort in OF_A_STATE and one.country]

    def _of_most(self, votes: Counter[str], name: str) -> Entry | None:
        """The state with nearly all of the votes for those that have such a body, where it is known to have it."""
        told = Counter({code: often for code, often in votes.items() if has(code, name)}).most_common(2)
        if not told or (len(told) > 1 and told[0][1] < _MOSTLY * told[1][1]):
            return None
        state = self._state(told[0][0])
        own = any(one.country == told[0][0] for one in self._bodies(name)) or _ANYWHERE.fullmatch(name)
        return state if state is not None and (own or self.gazetteer.body(state, name)) else None

    def _state(self, code: str | None) -> Entry | None:
        return self.gazetteer.entry(f"country/{code}")

    def _votes(self, sentence: int | None, *, surnames: bool = False) -> Counter[str]:
        """How many people in office, parties and bodies of each state are named, in that sentence or anywhere.

        Args:
            sentence: in which; None for all.
            surnames: whoever is called so may be meant by a surname that the text has alone.
        """
        voters = {
            id(member): member
            for mention, traits in zip(self.findings.mentions, self.findings.traits, strict=True)
            if sentence is None or traits.sentence == sentence
            if (member := self.cast.literal(mention.span)) is not None
        }
        states = (self._states(member, surnames=surnames) for member in voters.values())
        return Counter(next(iter(of)) for of in states if len(of) == 1)

    def _states(self, member: Member, *, surnames: bool) -> set[str]:
        """The states that somebody or a body is of, by the gazetteer; of those who led one also after their time."""
        if member.entry is not None:
            return set(self._of(member.entry))
        if member.kind != "person" or not member.names or not is_single(member.names[0]):
            return set()
        called = self.gazetteer.called(parts(member.names[0])[-1])
        led = (one for one in called if surnames or any(leads_state(fold(role.post).split()) for role in one.roles))
        return {state for one in led for state in self._of(one)}

    def _of(self, entry: Entry) -> Iterator[str]:
        if entry.kind == "person":
            bodies = [self.gazetteer.entry(role.organization or "") for role in entry.roles]
            states = [body.country for body in bodies if body is not None and body.country]
            if states or not bodies:  # who leads an organization of the world speaks for no state
                yield from filter(None, (entry.country, *states))
        elif entry.kind == "organization" and entry.sort in OF_A_STATE and entry.country:
            yield entry.country
