"""Attributions that the tree alone tells: a verb of saying with its subject and its complement."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.attributions.asides import turned
from kg.extract.attributions.attitudes import ATTITUDES, attitude
from kg.extract.attributions.complements import complements
from kg.extract.attributions.extents import run_on, trimmed
from kg.extract.attributions.fronted import hosting
from kg.extract.attributions.links import Link
from kg.extract.attributions.participles import quoted_as, speaker_in_participle
from kg.extract.attributions.receptions import RECEIVED, received
from kg.extract.attributions.sayingnouns import NOUNS, told_by_noun
from kg.extract.attributions.told import MODALS, is_told
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases, subjects
from kg.extract.syntax.nouns import SAID
from kg.extract.words.cueacts import act_of
from kg.extract.words.cues import LIGHT, cue_lemma, is_cue
from kg.extract.words.othersenses import says_nothing
from kg.vocabulary import DIRECTED_ACTS

_DUTIES = frozenset({"should", "must"})
# Who speaks for himself in a content says nothing new, and "you" is nobody known.
_OF_ONESELF = DIRECTED_ACTS | {"admit", "deny", "propose", "warn", "believe", "intend"}
# What one does by the words: "I must say that it was late", "I would just say to them: go".
_DECLARING = frozenset({"add", "repeat", "say", "tell"})
_ANYBODY = frozenset({"folk", "folks", "people"})
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
    if token.lower_ in ATTITUDES or token.lemma_ in RECEIVED:
        return True
    if says_nothing(token):
        return False
    return token.lemma_ in NOUNS if token.pos_ == "NOUN" else token.pos_ == "VERB" and is_cue(token)


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
    if token.lemma_ in RECEIVED and (one := received(token, inside, score * _SHARE, mentions)) is not None:
        return one
    if token.lower_ in ATTITUDES:
        one = attitude(token, inside, score * _SHARE, mentions)
    if one is None and token.pos_ == "VERB" and is_cue(token) and is_told(token):
        one = _left_to_noun(token, inside, score, mentions) or link_by_tree(token, inside, score, mentions)
    elif token.pos_ == "NOUN" and token.lemma_ in NOUNS:
        one = told_by_noun(token, inside, score * _SHARE, mentions)
    return one if one is not None and _says_enough(one) else None


def _left_to_noun(verb: Token, inside: set[int], score: float, mentions: Mentions) -> Link | None:
    """What a verb leaves to its object, whose the words after it are: "made the call | to open it"."""
    if verb.lemma_ not in LIGHT:
        return None
    told = (noun for noun in grammar.children(verb, "obj") if noun.lemma_ in NOUNS)
    links = (told_by_noun(noun, inside, score * _SHARE, mentions) for noun in told)
    return next((one for one in links if one is not None), None)


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
    if (parts := turned(verb)) is not None:
        before, source, after = parts
        whole = inside.issuperset(token.i for tokens in parts for token in tokens if not token.is_punct)
        who = grammar.head_of(source)
        return Link([verb], verb, score * _SHARE, source, who, [before, after]) if whole else None
    speaker = quoted_as(verb, []) or speaker_in_participle(verb) or subjects.subject(verb)
    if speaker is None:
        return _link_passive(verb, inside, score)
    own = next((child for child in grammar.labelled(verb, "nsubj")), speaker)
    quoted = _quotation_before(verb, own, inside, mentions)
    if not {speaker.i, own.i, verb.i if verb.tag_ == "VBG" else own.i} & inside or speaker.lower_ in _HERE:
        return None  # of "Brussels, which has promised", "which" stands among the words
    if speaker.lower_ in ("i", "we") and not _is_of_oneself(verb):
        return None
    mention = mentions.of(speaker)
    if mention.kind in ("date", "event") if mention is not None else not are_people(speaker):
        return None
    for complement in [quoted] if quoted else complements(verb):
        words = [token for token in complement if token.i in inside and not token.is_space]
        words = run_on(verb, trimmed(_beside(verb, words)), inside)
        opens = words[0].lower_ if words and not quoted else ""
        if opens in ("and", "but") or (opens == "if" and words[-1].i < verb.i):
            continue  # "they never asked, and I never offered"; "if you don't ask, they don't tell"
        if words and speaker.i not in {token.i for token in words}:
            return Link(
                cue=[verb],
                head=verb,
                score=score * _SHARE,
                source=nounphrases.noun_phrase(speaker),
                speaker=speaker,
                contents=[words],
            )
    for clause in hosting(verb):  # which may be what somebody else says, too: its words are not looked for `inside`
        return Link(
            cue=[verb],
            head=verb,
            score=score * _SHARE,
            source=nounphrases.noun_phrase(speaker),
            speaker=speaker,
            contents=[trimmed(clause)],
        )
    return None


def are_people(speaker: Token) -> bool:
    """People without a name whom nothing tells from others: "people ask whether it will hold"."""
    return speaker.lemma_.lower() in _ANYBODY


def _link_passive(verb: Token, inside: set[int], score: float) -> Link | None:
    """What somebody is told, promised or said to do, and nobody is told to say it: "we were told that they left"."""
    passive = subjects.passive_subject(verb)
    if passive is None and verb.dep_ == "conj" and any(grammar.children(verb, "aux:pass")):
        passive = subjects.subject(subjects.coordinated_with(verb))  # "she had raised it and had been assured that"
    told = verb.lemma_ == "tell" or act_of(cue_lemma([verb], verb), verb) in _PASSIVES
    if passive is None or verb.tag_ != "VBN" or not told or verb.lemma_ == "show":  # nobody is told "a summary"
        return None
    helpers = {child.lower_ for child in grammar.children(verb, "aux")}
    cases = () if grammar.negated(verb) or helpers & MODALS | helpers & _DUTIES else _TOLD.get(verb.lemma_, ())
    things = (child for child in grammar.children(verb, "obl") if grammar.case(child) in cases)
    for complement in (*grammar.children(verb, "ccomp", "xcomp", "obj"), *things):
        words = trimmed([token for token in complement.subtree if token.i in inside and not token.is_space])
        if complement.i > verb.i and len(words) > 1 and verb.i in inside:
            return Link(cue=[verb], head=verb, score=score * _SHARE, contents=[words])
    return None


def _is_of_oneself(verb: Token) -> bool:
    """What the verb makes of "I" or "we" is a saying of its own: one that acts, thinks, wishes, or was made before."""
    act = act_of(cue_lemma([verb], verb), verb)
    confirmed = verb.lemma_ == "confirm"  # "I can confirm the date"
    helped = any(child.tag_ == "MD" for child in grammar.children(verb, "aux")) or grammar.negated(verb)
    to_them = any(grammar.case(each) == "to" for each in grammar.children(verb, "obl"))
    helped |= to_them or any(grammar.children(verb, "iobj"))  # "I tell them that it is late"
    declared = verb.lemma_ in _DECLARING and helped and any(grammar.children(verb, "ccomp", "parataxis"))
    declared &= not any(grammar.children(verb, "obj"))  # "I will say this: it was late"
    return act in _OF_ONESELF or confirmed or declared or grammar.tense(verb) == "past"


def _beside(verb: Token, words: list[Token]) -> list[Token]:
    """The words on one side of the verb, the later, where trees tie them over it: "but, we fear, | it fails"."""
    after = [token for token in words if token.i > verb.i]
    return after if after and grammar.head_of(after).head.i == verb.i else words


def _quotation_before(verb: Token, subject: Token, inside: set[int], mentions: Mentions) -> list[Token]:
    """The quotation that ends right before who says it, in what another reports: "“No,” she said, a paper wrote"."""
    first = min([verb.i, *(token.i for token in nounphrases.noun_phrase(subject))])
    if first == 0 or not verb.doc[first - 1].is_quote or verb.i < subject.i:
        return []
    span = mentions.quotes.at(verb.doc[first - 1].idx - 1)
    before = verb.doc[:first] if span is not None else ()
    return [token for token in before if token.i in inside and span is not None and span[0] <= token.idx < span[1]]
