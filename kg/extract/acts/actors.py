"""Actors: who is meant by a noun at whom something is aimed: himself, whose it is, or for whom it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Token

from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases, subjects
from kg.model import Mention, Span

#: Nouns of bodies that stand for the country or organization before or after them: "the Turkish side".
BODIES = frozenset({"delegation", "side", "team", "negotiator", "authority", "administration", "leadership"})
# Who are a state, several, where it is only told whose they are: "our Italian friends", "her Chinese hosts".
_OF_STATES = frozenset({"ally", "brother", "friend", "host", "neighbour", "neighbor", "partner", "sister"})
# How leaders are called by whom their state acts.
_RULING = frozenset({"current", "military", "new", "political", "senior", "top"})
_FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours"})
#: Whose they are, they do not act for: "the government's critics", "her killer".
OPPOSED = frozenset(
    "adversary assassin attacker critic detractor enemy foe killer murderer opponent rapist rival".split()
)
#: No state's, though they are called by it: "the American media".
UNOWNED = OPPOSED | {"media", "press", "public"}
# Who answers for what he does himself.
_FOLLOWERS = frozenset(
    """
    accomplice acquaintance adviser advisor aide associate confidant follower friend relative subordinate
    """.split()
)
# By whom a state or a body does what it does: who accuses "Danish soldiers" accuses Denmark.
_SERVANTS = frozenset(
    """
    agent airstrike commander fighter force guard gunman gunboat militant officer official policeman soldier troop
    vessel warship
    """.split()
)
#: Verbs of making a thing that is then spoken of: "tabled a draft", "issued a report".
MAKING = frozenset(
    """
    make give issue table submit present propose publish offer adopt launch impose announce release draft write send
    deliver introduce sponsor circulate order approve pass sign take file lodge raise set reach pledge unveil stage
    carry commit conduct exert initiate level perpetrate play undertake voice wage bring put
    """.split()
)
# What stands before whom somebody is for or against.
_SIDED = re.compile(r"\b(?:anti|pro)[-‑–]", re.IGNORECASE)
_LONGEST_SIDE = len("anti-")
# What two have with each other, and before whom it stands: "praised the strong ties between Oslo and Rome".
_TIES = frozenset("cooperation bond friendship partnership relation relationship tie".split())
_BETWEEN = frozenset({"with", "between", "among"})
_OWNERS = frozenset({"nationality", "country", "place"})
# What is with or on the state whose name stands before it, and others make: "blasted the Iran deal", "the Cuba policy".
_WITH_STATES = frozenset("accord agreement conflict crisis deal issue pact policy question talk treaty war".split())
# Names of states that stand before what is theirs, as adjectives of others do: "the US policy".
_AS_ADJECTIVES = frozenset({"eu", "u.k.", "u.n.", "u.s.", "uae", "uk", "un", "us", "usa"})
#: What is done to whoever comes after "of": who condemns the killing of a judge has nothing against her, and the
#: release of a skipper is demanded from his jailers.
DONE_TO = frozenset(
    """
    abduction abolition abuse annexation arrest assassination assault banning beating beheading blockade bombardment
    bombing boycott breach burning capture closure conviction death demolition deportation desecration destruction
    detention disappearance dismissal displacement disqualification dissolution downing encirclement eviction
    evacuation exclusion execution expulsion extradition flogging freeing hanging harassment hijacking humiliation
    impeachment imprisonment incarceration indictment infringement intimidation invasion isolation jailing
    kidnapping killing liberation looting lynching massacre mistreatment murder occupation oppression ouster
    overthrow persecution poisoning prosecution protection punishment rape recognition release removal repression
    rescue sacking seizure sentencing shelling shooting siege silencing sinking slaughter slaying stabbing storming
    suppression suspension toppling torture treatment trial violation
    """.split()
)
#: What one wants for somebody, and not of him: "called for Oslo's readmission", "for ties between Oslo and Rome".
WANTED_FOR = DONE_TO | _TIES | frozenset("admission appointment inclusion nomination readmission reinstatement".split())
# Of these what a state's authorities do: in Chad those of Chad.
_BY_STATES = frozenset(
    """
    arrest conviction deportation detention execution expulsion imprisonment incarceration indictment jailing
    persecution prosecution repression sentencing trial
    """.split()
)


def actors(tokens: Iterable[Token], mentions: Mentions) -> list[Mention]:
    """The mentions of these tokens and of what is coordinated with them; a thing gives its owner."""
    found: dict[Span, Mention] = {}
    for token in tokens:
        for each in grammar.conjuncts(token):
            if each.dep_ in ("amod", "compound") and each.head.lemma_ in UNOWNED:
                continue
            if each.lemma_ in _TIES and (both := actors(_tied(each), mentions)):
                found |= {mention.span: mention for mention in both}
                continue
            named = _stands_for(each, mentions) or _themselves(_titled(each, mentions) or mentions.of(each))
            if not named and _acts_alone(each):
                continue
            if not named and each.lemma_ not in UNOWNED and (owner := _owner(each, mentions)) is not None:
                owners = grammar.conjuncts(owner)
                named = [
                    found for one in owners for found in _stands_for(one, mentions) or _themselves(mentions.of(one))
                ]
            for mention in named:
                if mention.kind in ("date", "event") or is_first_person(mention, mentions):
                    continue
                if not is_cause(mention, mentions):
                    found[mention.span] = mention
    return list(found.values())


def _acts_alone(noun: Token) -> bool:
    """People who answer for themselves, whosever they are: "charged four of Dahl's associates", "Dahl associates"."""
    some = noun.tag_ == "CD" and any(each.lemma_ in _FOLLOWERS for each in grammar.children(noun, "nmod"))
    return some or noun.lemma_ in _FOLLOWERS


def undergoers(deed: Token, mentions: Mentions, deeds: frozenset[str] = DONE_TO) -> list[Token]:
    """To whom is done what a noun tells: "the arrest of [Dahl]", "[Dahl]'s arrest", but "Oslo's arrest of [Dahl]"."""
    if deed.lemma_ not in deeds:
        return []
    # Of "the arrest of candidate Ada Dahl" the tree may hang "of" on the name alone.
    of = [each for each in grammar.labelled(deed, "nmod") if each.i > deed.i and grammar.case(each) in ("of", "")]
    theirs = ((each, mentions.of(each)) for each in grammar.labelled(deed, "nmod:poss"))
    return of or [each for each, mention in theirs if mention is not None and mention.kind == "person"]


def sufferer(predicate: Token, mentions: Mentions) -> Token | None:
    """The actor to whom a passive clause says that something is done: "[Dahl] was treated unfairly"."""
    who = subjects.passive_subject(predicate) if any(grammar.children(predicate, "aux:pass")) else None
    return who if who is not None and mentions.of(who) is not None else None


def _owner(thing: Token, mentions: Mentions) -> Token | None:
    """Whose a thing is, or who did or made it: "Oslo's offer", "the offer [made] by Oslo", "a British text"."""
    suffering = undergoers(thing, mentions)
    whose = next((each for each in grammar.labelled(thing, "nmod:poss") if each not in suffering), None)
    of = [child for child in grammar.children(thing, "nmod") if grammar.case(child) in ("of", "by", "from")]
    of += [child for each in suffering for child in grammar.labelled(each, "nmod") if grammar.case(child) == "by"]
    making = (clause for clause in grammar.labelled(thing, "acl") if clause.lemma_ in MAKING)
    by = (who for clause in making for who in grammar.labelled(clause, "obl:agent", "obl"))
    made = (who for who in by if grammar.case(who) == "by")
    shown = (each for one in (thing, *of) for each in grammar.labelled(one, "nmod") if each.lemma_ == "part")
    of[:0] = (each for part in shown if grammar.case(part) == "on" for each in grammar.labelled(part, "nmod"))
    owner = whose or next((each for each in of if each not in suffering), None) or next(made, None) or _behind(thing)
    beside = grammar.children(thing, "amod", "compound")
    named = ((child, mentions.of(child)) for child in beside)  # "a stronger British text"
    owner = owner or next((child for child, one in named if one is not None and not is_matter(child, one)), None)
    return owner or (_where(thing, suffering, mentions) if thing.lemma_ in _BY_STATES else None)


def is_matter(head: Token, mention: Mention) -> bool:
    """A state with or on which others have something to do, and do not speak of what it did: "the Iran deal"."""
    state = mention.kind in ("country", "place") and head.dep_ == "compound"
    return state and head.head.lemma_ in _WITH_STATES and head.lower_ not in _AS_ADJECTIVES


def _where(deed: Token, suffering: list[Token], mentions: Mentions) -> Token | None:
    """The state in which it is done: "the trial of Dahl in Chad"."""
    behind = (each for one in (deed, *suffering, deed.head) for each in grammar.labelled(one, "nmod", "obl"))
    within = ((each, mentions.of(each)) for each in behind if each.i > deed.i and grammar.case(each) == "in")
    return next((each for each, mention in within if mention is not None and mention.kind in _OWNERS), None)


def _themselves(mention: Mention | None) -> list[Mention]:
    return [mention] if mention is not None else []


def _tied(ties: Token) -> list[Token]:
    """Who have them with each other, or with whoever speaks."""
    named = [each for each in grammar.children(ties, "nmod:poss", "amod", "compound") if each.ent_type_]
    return named + [each for each in grammar.labelled(ties, "nmod") if grammar.case(each) in _BETWEEN]


def _titled(noun: Token, mentions: Mentions) -> Mention | None:
    """Who is named behind what he is, whatever the tree makes of it, or behind the town of his post.

    "NATO member Estonia"; "Bergen, Norway, police officer Kari Moen".
    """
    mention = mentions.of(noun)
    if (
        noun.tag_ == "NN"
        and noun.i + 1 < grammar.sentence_end(noun)
        and (mention is None or mention.form == "description")
    ):
        near = mentions.of(noun.nbor()) if noun.nbor().ent_iob_ == "B" else None
        if near is not None and near.form == "name" and near.kind in ("person", "country", "place", "organization"):
            return near
    town = mention is not None and mention.kind == "place" and mention.form == "name"
    posts = (each for each in grammar.children(noun, "appos") if town and each.tag_ == "NN")
    beside = (mentions.of(name) for post in posts for name in grammar.children(post, "appos", "flat"))
    return next((each for each in beside if each is not None and each.kind == "person"), None)


def _behind(thing: Token) -> Token | None:
    """Whose a thing is by the words right behind it, where the tree hangs them on the verb: "rejected claims by X"."""
    siblings = (one for one in grammar.children(thing.head, "obl") if grammar.case(one) == "by")
    end = thing.right_edge.i + 1 if thing.lemma_ in DONE_TO else thing.i + 1
    return next((one for one in siblings if nounphrases.noun_phrase(one)[0].i == end), None)


def _stands_for(body: Token, mentions: Mentions) -> list[Mention]:
    """Whom a delegation, a side or soldiers stand for: "Turkish" in "the Turkish side", "our Thai and Lao hosts"."""
    own = mentions.of(body)  # "the coast guard" is somebody by itself
    serves = body.lemma_.lower() in _SERVANTS and (own is None or own.kind != "organization")
    several = body.tag_ == "NNS" and (body.lemma_ in _OF_STATES or _are_rulers(body))
    if body.lemma_ not in BODIES and not serves and not several:
        return []
    owners = grammar.children(body, "nmod:poss", "amod", "compound", *(() if serves else ("nmod",)))
    kinds = _OWNERS | ({"organization"} if serves else frozenset())
    for owner in owners:
        found = [mention for one in grammar.conjuncts(owner) if (mention := mentions.of(one)) is not None]
        if found and found[0].kind in kinds and (found[0].form == "name" or not serves):
            return [each for each in found if each.kind in kinds]
    return []


def _are_rulers(leaders: Token) -> bool:
    """A state acts by them: "Venezuela's military rulers", not "Iraqi religious leaders", nor those of two states."""
    if leaders.lemma_ not in ("leader", "ruler", "general") or grammar.labelled(leaders, "nmod"):
        return False
    return not any(
        any(grammar.children(each, "conj")) or not (each.ent_type_ or each.lower_ in _RULING)
        for each in grammar.children(leaders, "amod", "compound")
    )


def who_are(seen: Mention, mentions: Mentions) -> list[Mention]:
    """The states of whom it is only told that they are friends or hosts: "our Thai and Lao brothers"."""
    return _stands_for(mentions.head(seen), mentions) or [seen] if seen.form == "description" else [seen]


def is_others_side(head: Token, mention: Mention) -> bool:
    """It only tells whose critics or aides somebody is, or where the media are from: "opponents of Dahl"."""
    if head.head.lemma_ in OPPOSED | _FOLLOWERS and head.dep_.partition(":")[0] in ("nmod", "amod", "compound"):
        return True
    return mention.kind == "nationality" and head.head.lemma_ in UNOWNED


def is_cause(mention: Mention, mentions: Mentions) -> bool:
    """Whom others are for or against, and who does nothing by it: "anti-Russia forces", "pro-Kremlin lawmakers"."""
    start = max(0, mention.start - _LONGEST_SIDE)
    return mention.form == "name" and _SIDED.search(mentions.text, start, mention.end) is not None


def is_first_person(mention: Mention, mentions: Mentions) -> bool:
    """The mention is "I", "we" or a form of these."""
    return mentions.traits(mention).noun in _FIRST_PERSON
