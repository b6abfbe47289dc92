"""Attributions that the tree alone tells: a verb of saying with its subject and its complement."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract import grammar
from kg.extract.attitudes import ATTITUDES, attitude
from kg.extract.attributions import Link
from kg.extract.complements import complements, hosting
from kg.extract.cues import LIGHT, act_of, cue_lemma, is_cue
from kg.extract.extents import run_on
from kg.extract.mentions import Mentions
from kg.extract.nouns import SAID
from kg.extract.participles import speaker_in_participle
from kg.extract.told import MODALS, is_told
from kg.vocabulary import DIRECTED_ACTS

# Who speaks for himself in a content says nothing new, and "you" is nobody known.
#: Nouns for what somebody says, does or wants by saying it.
SAYINGS = frozenset(
    """
    accusation allegation announcement apology appeal assertion assurance call claim commitment complaint condemnation
    criticism declaration demand denial insistence invitation objection offer opposition plea pledge promise proposal
    refusal rejection request suggestion threat vow warning
    """.split()
)
#: Of these, what is denied though nobody is told to have said it: "denied reports that it had lied".
RUMOURS = frozenset({"accusation", "allegation", "assertion", "claim", "report", "rumour", "rumor"})
# What stands after these with which preposition is what is said by them.
_CONTENTS = {
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
}
# The same only where somebody gives or expresses it: "put the blame on", "voiced support for".
_GIVEN = frozenset({"blame", "hope", "support"})
# What is felt and made known by a verb that says no more: "voiced unease about the landing".
_FELT = frozenset(
    "alarm appreciation concern condolence confidence disappointment dismay doubt gratitude outrage protest regret "
    "reservation satisfaction sympathy unease worry".split()
)
_FELT_ABOUT = frozenset({"about", "at", "over", "with"})
_HELD = frozenset({"doubt", "misgiving", "qualm", "reservation"})
_NOUNS = SAYINGS | RUMOURS | _GIVEN | _FELT
# Verbs that give and express too little by themselves: "had one appeal for the voters".
_HAVING = frozenset({"have", "be", "take", "hold"})
# What is "of" somebody is his; accusations and complaints may be of what he is accused of.
_OF_WHOM = frozenset(
    {"offer", "pledge", "promise", "proposal", "assurance", "demand", "refusal", "commitment", "insistence", "request"}
)
_DUTIES = frozenset({"should", "must"})
_OF_ONESELF = DIRECTED_ACTS | {"admit", "deny", "propose", "warn", "believe", "intend"}
_HERE = frozenset({"you"})
# Acts that are done to what was said or proposed before, by a pronoun alone: "the minister denies it".
_ON = frozenset({"deny", "reject", "refuse", "agree", "support", "praise", "criticise", "admit", "propose"})
# What is told, promised or asked in the passive is so by somebody; what is thought or expected, by nobody.
_PASSIVES = frozenset({"say", "promise", "ask", "announce", "warn", "report", "claim"})
# Prepositions of what somebody was told or asked: "had been informed of the exercise".
_TOLD = {
    "ask": ("for", "about"),
    "brief": ("on", "about"),
    "tell": ("about", "of"),
    "warn": ("of", "about"),
}
# The tree is less sure than the network: its attributions keep this share of the confidence.
_SHARE = 0.8


def may_tell(token: Token) -> bool:
    """The word may report a saying: by its lemma, before anything else is looked at."""
    if token.lower_ in ATTITUDES:
        return True
    return token.lemma_ in _NOUNS if token.pos_ == "NOUN" else token.pos_ == "VERB" and is_cue(token)


def told_by(token: Token, inside: set[int], score: float, mentions: Mentions) -> Link | None:
    """The attribution that a word makes by the tree, where it is a cue and says enough.

    Args:
        token: the cue, if it is one.
        inside: indices of the tokens among which speaker and content must lie.
        score: confidence in what they lie in.
        mentions: of the article.
    """
    one = None
    if token.lemma_ == "shoot" and not any(each.lemma_ in SAID for each in grammar.children(token, "obj")):
        return None  # a helicopter, and no idea
    if token.lemma_ == "summon":
        return None  # who summons an ambassador meets him
    if token.lower_ in ATTITUDES:
        one = attitude(token, inside, score * _SHARE, mentions)
    if one is None and token.pos_ == "VERB" and is_cue(token) and is_told(token):
        one = link_by_tree(token, inside, score, mentions)
    elif token.pos_ == "NOUN" and token.lemma_ in _NOUNS:
        one = link_by_noun(token, inside, score, mentions) if token.lemma_ in SAYINGS | RUMOURS else None
        one = one or _link_light(token, inside, score, mentions)
    return one if one is not None and _says_enough(one) else None


def _says_enough(one: Link) -> bool:
    """More than a pronoun, but where something is done to what it stands for: "he denies it", not "she said this"."""
    content = one.contents[0]
    if len(content) > 1 or content[0].pos_ in ("NOUN", "PROPN") or content[0].tag_ in ("WRB", "WP", "CD"):
        return True
    if content[0].lower_ == "so" and one.head.lemma_ in ("say", "tell"):
        return True  # "and we have told them so"
    return content[0].lower_ in ("it", "this", "that", "them") and act_of(cue_lemma(one.cue, one.head), one.head) in _ON


def link_by_tree(verb: Token, inside: set[int], score: float, mentions: Mentions) -> Link | None:
    """The attribution that a verb of saying makes with its subject and its complement; None where it makes none.

    Args:
        verb: the cue.
        inside: indices of the tokens among which subject and complement must lie.
        score: confidence in what they lie in.
        mentions: of the article.
    """
    speaker = speaker_in_participle(verb) or grammar.subject(verb)
    if speaker is None:
        return _link_passive(verb, inside, score)
    own = next((child for child in grammar.labelled(verb, "nsubj")), speaker)
    if not {speaker.i, own.i, verb.i if verb.tag_ == "VBG" else own.i} & inside or speaker.lower_ in _HERE:
        return None  # of "Brussels, which has promised", "which" stands among the words
    if speaker.lower_ in ("i", "we") and not _is_of_oneself(verb):
        return None
    mention = mentions.of(speaker)
    if mention is None or mention.kind in ("date", "event"):
        return None
    for complement in complements(verb):
        words = [token for token in complement if token.i in inside and not token.is_space]
        words = run_on(verb, _trimmed(_beside(verb, words)), inside)
        if words and (words[0].lower_ in ("and", "but") or (words[0].lower_ == "if" and words[-1].i < verb.i)):
            continue  # "they never asked, and I never offered"; "if you don't ask, they don't tell"
        if words and speaker.i not in {token.i for token in words}:
            return Link(
                cue=[verb],
                head=verb,
                score=score * _SHARE,
                source=grammar.noun_phrase(speaker),
                speaker=speaker,
                contents=[words],
            )
    for clause in hosting(verb):  # which may be what somebody else says, too: its words are not looked for `inside`
        return Link(
            cue=[verb],
            head=verb,
            score=score * _SHARE,
            source=grammar.noun_phrase(speaker),
            speaker=speaker,
            contents=[_trimmed(clause)],
        )
    return None


def _link_passive(verb: Token, inside: set[int], score: float) -> Link | None:
    """What somebody is told, promised or said to do, and nobody is told to say it: "we were told that they left"."""
    passive = grammar.passive_subject(verb)
    if passive is None and verb.dep_ == "conj" and any(grammar.children(verb, "aux:pass")):
        passive = grammar.subject(grammar.coordinated_with(verb))  # "she had raised it and had been assured that"
    told = verb.lemma_ == "tell" or act_of(cue_lemma([verb], verb), verb) in _PASSIVES
    if passive is None or verb.tag_ != "VBN" or not told or verb.lemma_ == "show":  # nobody is told "a summary"
        return None
    helpers = {child.lower_ for child in grammar.children(verb, "aux")}
    cases = () if grammar.negated(verb) or helpers & MODALS | helpers & _DUTIES else _TOLD.get(verb.lemma_, ())
    things = (child for child in grammar.children(verb, "obl") if grammar.case(child) in cases)
    for complement in (*grammar.children(verb, "ccomp", "xcomp", "obj"), *things):
        words = _trimmed([token for token in complement.subtree if token.i in inside and not token.is_space])
        if complement.i > verb.i and len(words) > 1 and verb.i in inside:
            return Link(cue=[verb], head=verb, score=score * _SHARE, contents=[words])
    return None


def _is_of_oneself(verb: Token) -> bool:
    """What the verb makes of "I" or "we" is a saying of its own: one that acts, thinks, wishes, or was made before."""
    act = act_of(cue_lemma([verb], verb), verb)
    confirmed = verb.lemma_ == "confirm"  # "I can confirm the date"
    return act in _OF_ONESELF or confirmed or grammar.tense(verb) == "past"


def _link_light(noun: Token, inside: set[int], score: float, mentions: Mentions) -> Link | None:
    """The attribution of a verb that leaves the saying to its object: "put the blame on the army"."""
    verb, felt = noun.head, noun.lemma_ in _FELT
    alone = not (is_cue(verb) and (not felt or any(complements(verb))))  # "expressed regret over | the delay"
    light = verb.lemma_ in LIGHT - _HAVING and alone
    if not (light or (verb.lemma_ == "have" and noun.lemma_ in _HELD)) or noun.dep_ != "obj" or verb.i not in inside:
        return None
    anothers = any(not felt or child.tag_ != "PRP$" for child in grammar.children(noun, "nmod:poss"))
    none = any(child.lower_ in ("no", "the") for child in grammar.children(noun, "det")) and felt
    if anothers or none or grammar.negated(verb) or not is_told(verb):
        return None
    speaker = grammar.subject(verb)
    if speaker is None or speaker.i not in inside or speaker.lower_ in (*_HERE, "i", "we"):
        return None
    mention = mentions.of(speaker)
    if mention is None or mention.kind in ("date", "event"):
        return None
    if felt:
        of = [each for each in grammar.children(verb, "obl") if grammar.case(each) in _FELT_ABOUT and each.i > noun.i]
        said = {token.i for each in (noun, *of) for token in each.subtree} & inside
        words = _trimmed([verb.doc[i] for i in sorted(said) if not verb.doc[i].is_space])
        return _link([verb], score, speaker, words) if len(words) > 1 else None  # "voiced alarm": nobody knows at what
    for child in (*noun.children, *verb.children):
        clause = child.dep_ in ("acl", "ccomp") and any(grammar.labelled(child, "mark"))
        thing = child.dep_.startswith(("nmod", "obl")) and grammar.case(child) in _CONTENTS.get(noun.lemma_, ())
        words = _trimmed([token for token in child.subtree if token.i in inside and not token.is_space])
        if child.i > noun.i and words and (thing or (clause and len(words) > 1)):
            return _link([verb, noun], score, speaker, words)
    return None


def link_by_noun(noun: Token, inside: set[int], score: float, mentions: Mentions) -> Link | None:
    """The attribution that a noun of saying makes with whose it is and what it is of; None where it makes none.

    "A demand by Turkey for a uniform fee", "Kazakhstan's claim that it was told nothing", "the Turkish offer to pay".
    """
    speaker = next((child for child in noun.children if child.i in inside and _owns(child, mentions)), None)
    if speaker is None:
        return _link_rumour(noun, inside, score)
    if noun.dep_ == "obl" and noun.lemma_ == "request" and grammar.case(noun) == "at":
        asides = grammar.labelled(noun.head, "cc", "mark", "conj", "parataxis")
        own = {token.i for each in (noun, *asides) for token in each.subtree}
        words = [token for token in noun.head.subtree if token.i in inside - own and not token.is_space]
        return _link([noun], score, speaker, _trimmed(words)) if len(words) > 1 else None
    for child in noun.children:
        clause = child.dep_ in ("acl", "ccomp") and any(grammar.labelled(child, "mark"))
        thing = child.dep_ == "nmod" and grammar.case(child) in ("for", "against")
        words = _trimmed([token for token in child.subtree if token.i in inside and not token.is_space])
        if child.i > noun.i and (clause or thing) and len(words) > 1:
            return _link([noun], score, speaker, words)
    return None


def _link_rumour(noun: Token, inside: set[int], score: float) -> Link | None:
    """What nobody is told to say, and somebody denies: "rejected claims that it had lied"."""
    verb = noun.head
    made = verb.lemma_ in LIGHT or (is_cue(verb) and act_of(cue_lemma([verb], verb), verb) not in _ON)
    if noun.dep_ == "obj" and made:
        return None  # "published a report that it was unsafe": its own
    beside = (*noun.children, *grammar.children(verb, "ccomp"))
    for child in beside if noun.lemma_ in RUMOURS and noun.i in inside else ():
        that = child.dep_ in ("acl", "ccomp") and any(each.lower_ == "that" for each in grammar.children(child, "mark"))
        words = _trimmed([token for token in child.subtree if token.i in inside and not token.is_space])
        if that and words and words[0].i == noun.i + 1 and not any(grammar.children(noun, "nmod:poss")):
            return Link(cue=[noun], head=noun, score=score * _SHARE, contents=[words])
    return None


def _link(cue: list[Token], score: float, speaker: Token, words: list[Token]) -> Link:
    """The attribution of words to a speaker by a cue, whose first word is its head."""
    source = grammar.noun_phrase(speaker)
    return Link(cue=cue, head=cue[0], score=score * _SHARE, source=source, speaker=speaker, contents=[words])


def _owns(token: Token, mentions: Mentions) -> bool:
    """An actor whose the noun is: "Turkey's offer", "the offer by Turkey", "the Turkish offer"."""
    mention = mentions.of(token)
    if mention is None or mention.kind in ("date", "event") or mention.form == "pronoun":
        return False
    if token.dep_ == "nmod:poss" or (token.dep_ == "nmod" and grammar.case(token) in ("by", "from")):
        return True
    if token.dep_ == "nmod" and grammar.case(token) == "of":  # "the offer of the bank to guarantee loans"
        return mention.form == "name" and token.head.lemma_ in _OF_WHOM
    return token.dep_ in ("amod", "compound") and mention.kind == "nationality"


def _beside(verb: Token, words: list[Token]) -> list[Token]:
    """The words on one side of the verb, the later, where trees tie them over it: "but, we fear, | it fails"."""
    after = [token for token in words if token.i > verb.i]
    return after if after and grammar.head_of(after).head.i == verb.i else words


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Without commas and stops at either end; of "he says that, but nobody asked" what is said is "that"."""
    if [token.lower_ for token in tokens[:3]] == ["that", ",", "but"]:
        return tokens[:1]
    while tokens and tokens[0].text in {",", ";", ":", "."}:
        tokens = tokens[1:]
    while tokens and tokens[-1].text in {",", ";", ":", "."}:
        tokens = tokens[:-1]
    return tokens
