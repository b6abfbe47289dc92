"""Words for people who meet: whom states and bodies send, whom one receives, who stands between.

Lemmas, written down for this program from general knowledge of news English.
"""

from __future__ import annotations

from spacy.tokens import Token

#: Who is summoned by a government or called in: "summoned the Spanish ambassador", not "summoned help".
SUMMONED = frozenset(
    "ambassador envoy diplomat attaché consul chargé charge affaires representative minister commissioner".split()
)
#: Who speaks before one of these on some day meets it, "told the board on Monday"; whom one briefs, one meets anyway.
COUNCILS = frozenset({"council", "committee", "subcommittee", "board", "commission", "panel"})
#: Who is sent somewhere in somebody's stead.
SENT = frozenset({"delegation", "envoy", "mission", "negotiator", "emissary", "delegate"})
#: People who are met and are no actors otherwise: "met the families of the dead", "received the pilots".
FOLK = frozenset(
    """
    family relative survivor parent child pupil firefighter rescuer paramedic medic pilot crew executive donor creditor
    shareholder pensioner miner evacuee pilgrim dignitary premier parishioner chieftain shopkeeper retailer merchant
    manufacturer producer carmaker chipmaker drugmaker grower businesspeople industrialist athlete cadet sailor
    ruler youth lecturer serviceman troop recruit neighbour neighbor homeowner tenant commuter passenger planner buyer
    seller client
    """.split()
)
#: Before a noun of people who then do not come from their state: "Congolese opposition leaders".
PRIVATE = frozenset(
    """
    opposition rebel business community religious church union labor labour student tribal protest industry militia
    separatist indigenous civil faith jewish muslim christian exile exiled dissident jailed former
    """.split()
)
#: Who stands between two sides.
MEDIATORS = frozenset({"mediator", "facilitator", "arbitrator", "conciliator", "intermediary", "peacemaker"})
#: Several people who are known by the states or bodies they come from: "Uzbek and Turkish officials".
ENVOYS = frozenset(
    """
    official minister diplomat delegation representative envoy leader negotiator president government team delegate
    ambassador side lawmaker chief expert mediator head general commander secretary authority officer vice-minister
    undersecretary premier chancellor monarch parliamentarian legislator deputy counterpart engineer technician governor
    mayor adviser advisor aide admiral regulator prosecutor colleague
    """.split()
)


def envoys_of(token: Token) -> bool:
    """The noun means people who represent somebody, also where its tag hides a plural: "Negotiators from"."""
    lemma = token.lemma_.lower()
    return lemma in ENVOYS or lemma.removesuffix("s") in ENVOYS
