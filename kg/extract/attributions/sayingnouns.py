"""Nouns of saying: attributions that the tree tells by a noun, "Turkey's offer to pay", "put the blame on the army"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extract.attributions.complements import complements
from kg.extract.attributions.extents import trimmed
from kg.extract.attributions.links import Link
from kg.extract.attributions.told import is_told
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases, subjects
from kg.extract.words.cueacts import act_of
from kg.extract.words.cues import FORECASTS, LIGHT, REVISING, cue_lemma, is_cue

#: Nouns for what somebody says, does or wants by saying it.
SAYINGS = frozenset(
    """
    accusation allegation announcement apology appeal assertion assurance call claim commitment complaint condemnation
    criticism declaration demand denial directive initiative insistence instruction invitation objection offer
    opposition order plea pledge promise proposal recommendation refusal rejection reminder request suggestion threat
    vow warning
    """.split()
)
#: Of these, what is denied though nobody is told to have said it: "denied reports that it had lied".
RUMOURS = frozenset({"accusation", "allegation", "assertion", "claim", "report", "rumour", "rumor"})
# What stands after these with which preposition is what is said by them.
_CONTENTS = {
    "announcement": ("on", "about"),
    "blame": ("on",),
    "appeal": ("for", "to"),
    "call": ("for",),
    "demand": ("for",),
    "support": ("for",),
    "opposition": ("to",),
    "objection": ("to",),
    "apology": ("for",),
    "condemnation": ("of",),
    "criticism": ("of",),
    "reminder": ("about", "of", "on"),
    "testimony": ("about", "on"),
    "warning": ("about", "against", "of"),
}
# The same only where somebody gives or expresses it: "put the blame on", "voiced support for", "gave testimony on".
_GIVEN = frozenset({"blame", "hope", "support", "testimony"})
# What somebody means to do, or would: "has no plans to leave", "voiced the ministry's readiness to help".
_WILLS = frozenset(
    "desire determination eagerness intention keenness plan readiness resolve unwillingness willingness wish".split()
)
# What is felt and made known by a verb that says no more: "voiced unease about the landing".
_FELT = frozenset(
    "alarm appreciation concern condolence confidence disappointment dismay doubt gratitude outrage protest regret "
    "reservation satisfaction sympathy unease worry".split()
)
_FELT_ABOUT = frozenset({"about", "at", "over", "with"})
_HELD = frozenset({"doubt", "misgiving", "qualm", "reservation"})
#: Nouns by which the tree may tell that something was said.
NOUNS = SAYINGS | RUMOURS | _GIVEN | _FELT | _WILLS | FORECASTS
# Verbs that give and express too little by themselves: "had one appeal for the voters".
_HAVING = frozenset({"have", "be", "take", "hold"})
# What is "of" somebody is his; accusations and complaints may be of what he is accused of.
_OF_WHOM = frozenset(
    {"offer", "pledge", "promise", "proposal", "assurance", "demand", "refusal", "commitment", "insistence", "request"}
    | {"initiative", "instruction", "order", "recommendation"}
)
# What "his" tells enough about: "his refusal to use the word".
_ONES_OWN = frozenset({"refusal"})
# Of what a figure is, and how high: "raised its forecast for Chad by a point to 4 percent".
_FIGURED = frozenset({"at", "by", "for", "from", "of", "to"})
_HERE = frozenset({"you", "i", "we"})
# Acts that are done to what was said before.
_ON = frozenset({"deny", "reject", "refuse", "agree", "support", "praise", "criticise", "admit", "propose"})


def told_by_noun(noun: Token, inside: set[int], score: float, mentions: Mentions) -> Link | None:
    """The attribution that a noun of `NOUNS` makes with whose it is, or who gives, expresses or has it.

    Args:
        noun: the cue, or what makes a verb one.
        inside: indices of the tokens among which speaker and content must lie.
        score: confidence in the attribution.
        mentions: of the article.
    """
    if noun.lemma_ in FORECASTS:
        return _revised(noun, inside, score, mentions)
    one = _owned(noun, inside, score, mentions) if noun.lemma_ in SAYINGS | RUMOURS else None
    return one or _given(noun, inside, score, mentions)


def _given(noun: Token, inside: set[int], score: float, mentions: Mentions) -> Link | None:
    """The attribution of a verb that leaves the saying to its object: "put the blame on the army"."""
    verb, felt, meant = noun.head, noun.lemma_ in _FELT, noun.lemma_ in _WILLS
    alone = not (is_cue(verb) and (not felt or any(complements(verb))))  # "expressed regret over | the delay"
    alone |= cue_lemma([verb], verb).partition(" ")[0] == noun.lemma_  # "made the call | to open it"
    light = verb.lemma_ in LIGHT - _HAVING and alone
    held = verb.lemma_ == "have" and noun.lemma_ in _HELD | _WILLS
    if not (light or held) or noun.dep_ not in ("obj", "ccomp") or verb.i not in inside:
        return None
    anothers = any(not felt or child.tag_ != "PRP$" for child in grammar.children(noun, "nmod:poss")) and not meant
    none = any(child.lower_ in ("no", "the") for child in grammar.children(noun, "det")) and felt
    if anothers or none or (grammar.negated(verb) and not held) or not is_told(verb):
        return None
    speaker = subjects.subject(verb)
    if speaker is None or speaker.i not in inside or not _is_somebody(speaker, mentions):
        return None
    if felt:
        of = [each for each in grammar.children(verb, "obl") if grammar.case(each) in _FELT_ABOUT and each.i > noun.i]
        said = {token.i for each in (noun, *of) for token in each.subtree} & inside
        words = trimmed([verb.doc[i] for i in sorted(said) if not verb.doc[i].is_space])
        return _link([verb], score, speaker, words) if len(words) > 1 else None  # "voiced alarm": nobody knows at what
    for words in _contents(noun, (*noun.children, *verb.children), inside):
        return _link([verb, noun], score, speaker, words)
    return None


def _contents(noun: Token, beside: Iterable[Token], inside: set[int]) -> Iterator[list[Token]]:
    """What a noun may say by a clause or after its preposition."""
    for child in beside:
        follows = child.dep_ in ("xcomp", "advcl") and min(token.i for token in child.subtree) == noun.i + 1
        clause = (child.dep_ in ("acl", "ccomp") or follows) and any(grammar.labelled(child, "mark"))
        thing = child.dep_.startswith(("nmod", "obl")) and grammar.case(child) in _CONTENTS.get(noun.lemma_, ())
        words = trimmed([token for token in child.subtree if token.i in inside and not token.is_space])
        if child.i > noun.i and words and (thing or (clause and len(words) > 1)):
            yield words


def _revised(noun: Token, inside: set[int], score: float, mentions: Mentions) -> Link | None:
    """What somebody now expects: "the bank raised its forecast for the region to 4 percent"."""
    verb = noun.head
    own = any(child.tag_ == "PRP$" for child in grammar.children(noun, "nmod:poss"))
    if verb.lemma_ not in REVISING or noun.dep_ not in ("obj", "obl") or not own or verb.tag_ == "VBG":
        return None
    speaker = subjects.subject(verb)
    if verb.i not in inside or speaker is None or not _is_somebody(speaker, mentions) or not is_told(verb):
        return None
    beside = [each for each in grammar.children(verb, "obl") if grammar.case(each) in _FIGURED and each.i > noun.i]
    said = [token.i for each in (noun, *beside) if each.ent_type_ != "DATE" for token in each.subtree]
    words = [token for token in noun.doc[min(said) : max(said) + 1] if token.i in inside and not token.is_space]
    return _link([verb], score, speaker, trimmed(words)) if words[0].i > verb.i else None


def _owned(noun: Token, inside: set[int], score: float, mentions: Mentions) -> Link | None:
    """The attribution that a noun of saying makes with whose it is and what it is of; None where it makes none.

    "A demand by Turkey for a uniform fee", "Kazakhstan's claim that it was told nothing", "the Turkish offer to pay".
    """
    speaker = next((child for child in noun.children if _owns(child, mentions)), None)
    speaker = speaker or _giver(noun, mentions)
    if noun.i not in inside:
        return None
    if speaker is None:
        return _rumoured(noun, inside, score)
    if noun.dep_ == "obl" and noun.lemma_ == "request" and grammar.case(noun) == "at":
        asides = grammar.labelled(noun.head, "cc", "mark", "conj", "parataxis")
        own = {token.i for each in (noun, *asides) for token in each.subtree}
        words = [token for token in noun.head.subtree if token.i in inside - own and not token.is_space]
        return _link([noun], score, speaker, trimmed(words)) if len(words) > 1 else None
    for child in (*noun.children, *_behind(noun, speaker)):
        clause = child.dep_ in ("acl", "ccomp", "advcl", "xcomp") and any(grammar.labelled(child, "mark"))
        thing = child.dep_ == "nmod" and grammar.case(child) in ("for", "against", *_CONTENTS.get(noun.lemma_, ()))
        thing &= child.i != speaker.i
        words = [token for token in child.subtree if token.i in inside and token.i > noun.i and not token.is_space]
        words = trimmed([token for token in words if token.i > speaker.i or token.i < speaker.i == child.i])
        if child.i > noun.i and (clause or thing) and len(words) > 1:
            return _link([noun], score, speaker, words)
    return None


def _behind(noun: Token, speaker: Token) -> Iterator[Token]:
    """The clause right behind a noun and whose it is, which trees hang on the verb: "an offer by Chad | to host it"."""
    last = max(noun.i, *(token.i for token in speaker.subtree))
    after = noun.doc[last + 1 : grammar.sentence_end(noun)]
    first = next((token for token in after if not token.is_punct), None)
    if first is not None and (first.tag_ == "TO" or first.lower_ == "that") and first.dep_ == "mark":
        yield first.head


def _giver(noun: Token, mentions: Mentions) -> Token | None:
    """By whom it is made or given: "claims made by [the aide]", "instructions were given by [the minister]"."""
    verbs = [child for child in grammar.labelled(noun, "acl") if child.tag_ == "VBN"]
    verbs += [noun.head] if noun.dep_ == "nsubj:pass" else []
    for verb in verbs:
        for child in grammar.children(verb, "obl") if verb.lemma_ in LIGHT else ():
            by = child.dep_ == "obl:agent" or grammar.case(child) == "by"
            if by and _is_somebody(child, mentions):
                return child
    return None


def _rumoured(noun: Token, inside: set[int], score: float) -> Link | None:
    """What nobody is told to say, and somebody denies: "rejected claims that it had lied"."""
    verb = noun.head
    made = verb.lemma_ in LIGHT or (is_cue(verb) and act_of(cue_lemma([verb], verb), verb) not in _ON)
    if noun.dep_ == "obj" and made:
        return None  # "published a report that it was unsafe": its own
    beside = (*noun.children, *grammar.children(verb, "ccomp"))
    for child in beside if noun.lemma_ in RUMOURS else ():
        that = child.dep_ in ("acl", "ccomp") and any(each.lower_ == "that" for each in grammar.children(child, "mark"))
        words = trimmed([token for token in child.subtree if token.i in inside and not token.is_space])
        if that and words and words[0].i == noun.i + 1 and not any(grammar.children(noun, "nmod:poss")):
            return Link(cue=[noun], head=noun, score=score, contents=[words])
    return None


def _link(cue: list[Token], score: float, speaker: Token, words: list[Token]) -> Link:
    """The attribution of words to a speaker by a cue, whose first word is its head."""
    source = nounphrases.noun_phrase(speaker)
    return Link(cue=cue, head=cue[0], score=score, source=source, speaker=speaker, contents=[words])


def _is_somebody(token: Token, mentions: Mentions) -> bool:
    """An actor, and neither who speaks here nor who listens."""
    mention = mentions.of(token)
    return mention is not None and mention.kind not in ("date", "event") and token.lower_ not in _HERE


def _owns(token: Token, mentions: Mentions) -> bool:
    """An actor whose the noun is: "Turkey's offer", "the offer by Turkey", "the Turkish offer"."""
    mention = mentions.of(token)
    if mention is None or mention.kind in ("date", "event"):
        return False
    if mention.form == "pronoun":
        return token.dep_ == "nmod:poss" and token.lower_ != "your" and token.head.lemma_ in _ONES_OWN
    if token.dep_ == "nmod:poss" or (token.dep_ == "nmod" and grammar.case(token) in ("by", "from")):
        return True
    if token.dep_ == "nmod" and grammar.case(token) == "of":  # "the offer of the bank to guarantee loans"
        return mention.form == "name" and token.head.lemma_ in _OF_WHOM
    return token.dep_ in ("amod", "compound") and mention.kind == "nationality"
