"""Sources: who says what a cue reports, by the words that the network links to it and by the tree."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.extract.attributions.documents import author_of
from kg.extract.attributions.links import Link
from kg.extract.attributions.participles import agent, is_charged, quoted_as, quoted_behind
from kg.extract.attributions.receptions import giver, receiver
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases, nouns, subjects
from kg.extract.words.cues import LIGHT

# A source that the network links to a cue with less is that of another cue, where the tree knows one.
_LIKELY = 0.5
# With less, the source is that of another cue where the tree says so.
_CERTAIN = 0.8
# The same where the tree has somebody else for the subject of the cue itself, and not of a verb above it.
_CERTAIN_OF_OWN = 0.97
# What is "of" somebody by these is said against or for him, and not by him.
_OF_SOMEBODY = frozenset({"criticism", "condemnation", "denunciation", "endorsement", "praise", "mockery", "ridicule"})

# Nouns for those, one or more, who say things.
_SAYERS = (nouns.PEOPLE | nouns.ORGANIZATIONS | nouns.COUNTRIES).union(
    "adviser athlete child customer community crowd delegation employer faction family group industry mediator "
    "neighbor neighbour parent party people player public relative side survivor trader union user youth".split()
)


def logical_speaker(head: Token) -> Token | None:
    """The word for who says what the cue reports, by the tree alone."""
    if head.pos_ in ("VERB", "AUX"):
        found = subjects.subject(head)
    elif any(grammar.children(head, "cop")):
        found = next(grammar.children(head, "nsubj"), None)
    else:
        whose = [child for child in grammar.children(head, "nmod") if grammar.case(child) in _whose(head)]
        owning = (child for child in whose if grammar.case(child) != "of" or _may_say(child))
        found = next(iter(grammar.labelled(head, "nmod:poss")), None) or next(owning, None)
        if found is None and whose and head.head.lemma_ not in LIGHT:
            return None  # "answered allegations of fraud"
        if found is None and head.dep_ in ("obj", "obl") and head.head.pos_ == "VERB":
            found = subjects.subject(head.head)
    return (author_of(found) or found) if found is not None and found.lemma_ in nouns.DOCUMENTS else found


def _whose(noun: Token) -> tuple[str, ...]:
    """The prepositions after which stands whose the saying is: "criticism of X" is nobody's by these words."""
    return ("by", "from") if noun.lemma_ in _OF_SOMEBODY else ("by", "from", "of")


def _may_say(noun: Token) -> bool:
    """Somebody, whose saying it may be: "the demands of farmers", not "allegations of fraud"."""
    if noun.pos_ in ("PRON", "PROPN", "NUM") or noun.ent_type_:
        return True
    return noun.lemma_.lower() in _SAYERS or noun.pos_ == "DET"


def find_speaker(one: Link, sources: Mapping[int, list[Token]], speaking: set[int], mentions: Mentions) -> None:
    """Who speaks: the subject of the cue where a source holds it, else the head of the source linked to the cue.

    Args:
        one: gets its source and its speaker.
        sources: the words of the source that each token is part of.
        speaking: the words for who speaks of all cues, by the tree.
        mentions: of the article.
    """
    if is_asked(one.head) or is_charged(one.head, one.source):
        one.source = []
        return
    whom = receiver(one.head)
    doer = quoted_as(one.head, one.contents) or giver(one.head)
    by_tree = agent(one.head, mentions) or logical_speaker(one.head)
    if (behind := quoted_behind(one.head)) is not None:
        one.contents = [content for content in one.contents if content[-1].i < one.head.i]
    speaker = behind or doer or (by_tree if by_tree != whom else None)
    got = speaker is None and whom in one.source  # others say it of him
    if got or (speaker is not None and (doer is not None or _is_of_another(one))):
        one.source = []
    own = speaker is not None and speaker.head.i == one.head.i
    certain = one.certain >= (_CERTAIN_OF_OWN if own else _CERTAIN)
    anothers = bool(one.source) and not certain and any(token.i in speaking for token in one.source)
    if speaker is not None and (speaker.i in sources or not one.source or one.certain < _LIKELY or anothers):
        one.source = sources.get(speaker.i) or nounphrases.noun_phrase(speaker)
        first = subjects.antecedent(grammar.head_of(one.source))
        other = _is_person(first, mentions) and not _is_person(speaker, mentions)
        if other and any(token.pos_ == "ADP" for token in speaker.doc[first.i : speaker.i]):
            speaker = first  # of two subjects, the tree took "talks" in "the EU's envoy to the talks" for one
    elif one.source:
        head = subjects.antecedent(grammar.head_of(one.source))
        speaker = (author_of(head) or head) if head.lemma_ in nouns.DOCUMENTS else head
    one.speaker = speaker


def _is_of_another(one: Link) -> bool:
    """The source that the network links to the cue says something else by the tree, and the cue goes on over it.

    "She gave way, according to an aide, and told them so"; "France welcomes it, he added, but expects a reply".
    """
    verb, above = one.head, one.head.head
    if verb.dep_ != "conj" or not one.source or any(grammar.children(verb, "nsubj")) or one.source[-1].i > verb.i:
        return False
    if one.source[0].i > 1 and one.source[0].nbor(-1).lower_ == "to" and one.source[0].nbor(-2).lower_ == "according":
        return True
    over = above.dep_ == "ccomp" and above.i < one.source[0].i and above.head.i in range(one.source[-1].i, verb.i)
    now = [token.tag_ in ("VBZ", "VBP") for token in (verb, above, above.head)]
    return over and now == [True, True, False]


def _is_person(token: Token, mentions: Mentions) -> bool:
    mention = mentions.of(token)
    return mention is not None and mention.kind == "person"


def is_asked(head: Token) -> bool:
    """Who asks is left out: "Asked whether ..., Clinton said"; Clinton is who was asked."""
    bare = not any(child.dep_.startswith(("nsubj", "aux")) or child.dep_ == "obl:agent" for child in head.children)
    return head.lower_ in ("asked", "pressed", "questioned") and bare and head.dep_ in ("advcl", "acl", "parataxis")
