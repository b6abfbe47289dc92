"""Nouns: what words in descriptions and in the names of bodies tell of whom they mean."""

from __future__ import annotations

import re
from collections.abc import Collection

from kg.findings import Traits
from kg.ids import fold

# What agencies' names end in, and are not called by: "Sol News Agency".
AGENCIES = frozenset("news agency service newswire wire press network media".split())
# Words that make a post another one: "the nominee" is not the vice presidential nominee.
OTHER = frozenset({"vice", "former", "ex", "acting", "prime", "assistant"})
# Before a post: nobody holds it by that.
NO_LONGER = frozenset("former ex late then ousted deposed toppled overthrown onetime one-time erstwhile".split())
# Ministers of no ministry of that name.
NO_PORTFOLIO = frozenset({"prime", "first", "deputy", "former", "vice", "chief"})
# With a country these mean the state itself: "the Turkish government", "Kiev's side".
STATE = frozenset(
    {"government", "regime", "administration", "cabinet", "side", "authority", "leadership", "state", "delegation"}
    | {"junta"}
)
# What authorities and administrations are for that are bodies of the state, and not it.
_MATTERS = frozenset(
    """
    antitrust aviation banking border census competition consumer customs drug drugs education election elections
    electoral energy environmental fisheries food financial health immigration land maritime meteorological nuclear
    port ports postal prison prisons privacy railway refugee road securities statistics tax taxation telecoms tourism
    transport water
    """.split()
)
# Several who are the government of the country they are of: "the Moldovan authorities", "Niger's military rulers".
RULERS = frozenset({"authority", "ruler"})
# The same without a country, where the text speaks of one.
RULING = frozenset({"authorities", "rulers", "military rulers", "military authorities"})
# Texts and figures may be a source, and are nobody: "statistics indicate".
TEXTS = frozenset(
    """
    statement report letter communiqué declaration document memo note tweet post message speech interview remark comment
    article editorial study survey poll paper book release resolution text draft transcript email statistic figure datum
    data evidence number result finding image video photo footage record fact history law rule plan proposal policy move
    decision event estimate chart map headline story account
    """.split()
)
# Of these an article seldom speaks of others than one camp: "rebels have claimed".
CAMPS = frozenset("rebel insurgent separatist militant islamist republican democrat conservative liberal".split())
# Of several people these say no more than that they are several: "a group of farmers".
SEVERAL = frozenset("group army team panel".split())
# What the members of an armed group are called, where an article speaks of one.
ARMED = frozenset(
    "rebel insurgent separatist militant islamist guerrilla guerilla jihadist extremist paramilitary".split()
)
# What news calls media by.
MEDIA = frozenset({"newspaper", "paper", "daily", "magazine", "weekly", "broadcaster", "channel", "network"})
# What the names of media have that the gazetteer does not.
MASTHEADS = frozenset(
    """
    daily times post news courier herald tribune gazette chronicle guardian observer mail mirror star sun telegraph
    journal weekly today radio tv television standard press
    """.split()
)
# Some of whom there are many, and nobody could tell which: "two officials", "diplomats".
ANYBODY = frozenset("official diplomat source analyst observer insider witness critic aide expert economist".split())
# Its missions are bodies with names of their own.
OF_MISSIONS = "organization/united-nations"
# Posts as they are cut before a name, "Sen. X", and written where nobody is named.
SHORT = {
    "adm.": "admiral",
    "del.": "delegate",
    "gen.": "general",
    "gov.": "governor",
    "rep.": "representative",
    "sen.": "senator",
}
# They stay the same through a communiqué, also without "the".
PARTIES = frozenset("minister leader delegate member party participant side".split())
# What people who run for an office have, and speak by.
CAMPAIGNS = frozenset({"campaign", "camp"})
SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson"})
# Posts of those who lead a state, beside prime ministers.
_LEADERS = frozenset("president premier chancellor king queen emir sultan taoiseach leader ruler".split())
#: Who has the same post as somebody else, in another state.
PEERS = frozenset({"counterpart", "colleague", "homologue"})
# First words of the names of states that stand after "the".
_AFTER_THE = frozenset(
    """
    United Dominican Central Czech Philippines Netherlands Bahamas Maldives Gambia Comoros Seychelles
    """.split()
)
# Bodies of a state, of which each state has one.
BODIES = frozenset(
    """
    parliament army military navy police coastguard ministry presidency senate congress court judiciary embassy
    """.split()
)
# Bodies of other nouns of which each state has one, by what they are called in all of them.
_SINGLE = (
    *("central bank", "supreme court", "constitutional court", "electoral commission", "election commission"),
    *("electoral council", "presidential office", "prosecutor general office", "statistics office"),
    *("statistics agency", "air force", "armed forces", "general staff", "military intelligence"),
    *("lower house", "upper house"),
)
# Bodies that are somebody's: "Clinton's campaign", and not her rival's.
OWN = CAMPAIGNS | frozenset("business charity company firm foundation team".split())
# Guards that a state has one of; others stand at doors.
GUARDS = frozenset({"coast guard", "national guard", "border guard", "presidential guard", "revolutionary guard"})
# What a common noun may mean among the organizations of the gazetteer, by words of their names.
BLOCS: dict[str, tuple[str, ...]] = {
    "bloc": tuple(
        f"organization/{name}"
        for name in """
        european-union asean brics g7 african-union arab-league caribbean-community
        economic-community-of-west-african-states east-african-community gulf-cooperation-council mercosur
        southern-african-development-community
        """.split()
    ),
    "alliance": ("organization/nato",),
    "agency": tuple(
        f"organization/{name}"
        for name in """
        food-and-agriculture-organization international-atomic-energy-agency international-organization-for-migration
        un-refugee-agency world-food-programme world-health-organization
        """.split()
    ),
}
# Before a word for the members of a party they make it another's: "Christian Democrats".
CREEDS = frozenset("christian conservative free liberal national new progressive social sweden young".split())
# What names of laws, treaties, prizes, lawsuits and ships end or begin with.
_NO_ACTOR = re.compile(
    r"\w.* (?:acts?|amendment|bill|charter|treaty|prize|awards?|medal|grants|constitution|protocol|plan|pact|accords)"
    r"(?: of \d{4})?|.+ vs?\. .+|(?:uss|hms|hmas|hmcs|ins|pns) .+",
    re.IGNORECASE,
)
# Of papers and what they give; not where a body is for them: "Institute for Tax Policy", "Vestby School of Law".
_NO_BODY = re.compile(
    r"(?:\w[\w’'-]* ){1,5}(?:strategy|yearbook|status|goals|citizenship)|(?:\w[\w’'-]* ){2,5}(?:policy|law)|"
    r"(?:law|convention|treaty) (?:for|on) .+",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:agency|association|authority|board|bureau|center|centre|college|commission|committee|council|department|"
    r"division|faculty|foundation|group|institute|ministry|office|party|project|school|society|under|unit|university)\b",
    re.IGNORECASE,
)
# Words in the names of parties.
OF_PARTIES = frozenset(
    "party greens socialists democrats liberals conservatives republicans alliance front coalition movement".split()
)
# Words in the names of unions of those who work.
OF_UNIONS = frozenset(
    "union unions association federation guild syndicate brotherhood workers nurses teachers league".split()
)
# Words in the names of bodies that are no companies.
NO_FIRMS = frozenset(
    """
    court tribunal ministry parliament senate assembly council commission union party university police army court
    agency office committee congress front
    """.split()
)
# Names of bodies that every state has: they say which one only with a country.
_GENERIC = frozenset(
    """
    ministry parliament government senate congress assembly cabinet army navy police court bank prosecutor presidency
    department council treasury embassy commission agency office secretariat duma majlis chamber directorate service
    military force guard mofa mfa
    """.split()
)
_GENERIC_MODIFIERS = frozenset(
    """
    foreign defence defense interior finance justice health energy trade economy agriculture environment transport
    national state federal supreme constitutional high central general affairs of and the for security water resources
    education labour labor culture information external economic development upper lower house emergency situations
    armed air military riot secret border coast prime minister president presidents ministers
    presidential electoral election statistics
    """.split()
)


def speaks_for_others(posts: Collection[str]) -> bool:
    """Somebody with these posts is a spokesman."""
    return any(word in SPOKES for post in posts for word in post.split())


def leads_state(post: Collection[str]) -> bool:
    """Whoever has the post of these words leads a state."""
    return not _LEADERS.isdisjoint(post) or {"prime", "minister"} <= set(post)


def in_words(state: str) -> str:
    """The name of a state as it stands in a sentence: "the Netherlands"."""
    return f"the {state}" if state.split()[0] in _AFTER_THE else state


def is_no_actor(name: str) -> bool:
    """The name is a law's, a treaty's, a plan's, a prize's, a lawsuit's or a ship's: "Clean Air Act", "USS Cole"."""
    paper = _NO_BODY.fullmatch(name) is not None and _BODY.search(name) is None
    return paper or _NO_ACTOR.fullmatch(name) is not None


# What is a state's body only as its central bank, its news agency: "French bank BNP Paribas".
_ANY_FIRM = (["bank"], ["agency"])


def is_generic(name: str) -> bool:
    """The name is one of a body that every state has, without the state."""
    words = fold(name).replace("-", " ").replace("'", "").split()
    if not words or words in _ANY_FIRM:
        return False
    if "ministry" in (words[0], words[-1]):
        return len(words) < 6
    if words == ["department", "of", "foreign", "affairs"]:
        return True
    generic = [word in _GENERIC or word.removesuffix("s") in _GENERIC for word in words]
    return generic[-1] and all(one or word in _GENERIC_MODIFIERS for one, word in zip(generic, words, strict=True))


def is_state(traits: Traits) -> bool:
    """With a country the description means the state: its government, and not its competition authority."""
    return traits.noun in STATE and not _is_of_matter(traits)


def is_body(traits: Traits) -> bool:
    """The description is of a body of which a state has one."""
    return traits.noun in BODIES or is_guard(traits) or is_single(traits) or _is_of_matter(traits)


def is_single(traits: Traits) -> bool:
    """The description is of a body that each state has one of, and is called so: "the central bank"."""
    return any(fold(traits.text).endswith(one) for one in _SINGLE)


def _is_of_matter(traits: Traits) -> bool:
    words = fold(traits.text).split()
    return traits.noun in ("authority", "administration") and not traits.plural and not _MATTERS.isdisjoint(words)


def is_guard(traits: Traits) -> bool:
    """The description is of a state's guard, and of no guards at a door."""
    return not traits.plural and any(fold(traits.text).endswith(one) for one in GUARDS)
