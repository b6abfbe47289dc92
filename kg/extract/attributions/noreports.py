"""No reports: words that the network takes for a cue, and by which something else is told than what somebody said."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nouns, subjects
from kg.extract.syntax.predicates import calls_on
from kg.extract.words.cues import LABELLING, LIGHT, PHASES, is_cue
from kg.extract.words.meetingwords import ACCORDS

# What somebody comes to know, unless it is told by whom others have it.
_FINDING = frozenset({"discover", "find", "hear"})
# A word that somebody uses is no report of what is said with it.
_WORDS = frozenset({"expression", "name", "phrase", "slogan", "term", "word"})
# A report comes out by these, and nobody is told to have made it.
_COMING_OUT = frozenset({"circulate", "emerge", "spread", "surface"})
# What things do to people's minds.
_UPSETTING = frozenset({"anger", "dismay", "enrage", "frustrate", "infuriate", "outrage", "surprise"})
# What things do that tell something by what they are, and what is no such thing.
_SHOWING = frozenset({"demonstrate", "highlight", "illustrate", "underline", "underscore"})
# What threatens without a word: "rising seas threaten the atolls".
_PERILS = frozenset(
    """
    blaze change climate conflict crisis cut cyclone debt delay disease dispute drought epidemic erosion eruption fight
    fighting fire flood flooding heatwave hurricane inflation landslide lava level outbreak pandemic pollution rise row
    sea shortage slump storm strike tariff tension typhoon unrest violence virus volcano war warming water wave weather
    wildfire
    """.split()
)
_SPEAKING = nouns.DOCUMENTS | nouns.PEOPLE | nouns.ORGANIZATIONS | nouns.COUNTRIES | nouns.SAID
_AS_WELL = frozenset({"also", "well"})
_ADVERBS = frozenset({"allegedly", "purportedly", "reportedly", "supposedly"})


def reports_nothing(one: Link, lemma: str, mentions: Mentions) -> bool:
    """The words tell what somebody learned, used, called a place, signed or went on to do, or what a thing shows.

    Args:
        one: an attribution that has a speaker.
        lemma: of its cue.
        mentions: of the article.
    """
    head, speaker = one.head, one.speaker
    if speaker is None:
        return False
    if head.lower_ in _ADVERBS or (head.lemma_ == "hail" and _has(head, "from") and not any(_things(head))):
        return True
    if head.lemma_ == "call" and calls_on(head):  # "called on President X at his office", not on him to do it
        return all(token.tag_ != "TO" for token in head.doc[head.i : grammar.sentence_end(head)])
    if head.lemma_ == "refer":
        return _is_gloss(head) or speaker.lower_ == "it"
    if lemma == "see" and _is_lived_through(head):
        return True
    if lemma in ("know", "learn") or lemma in _FINDING:
        return _is_learned(one, lemma, mentions)
    if lemma == "sign" or (lemma in LABELLING and head.dep_ == "acl:relcl"):
        named = any(
            thing.ent_type_ and thing.pos_ == "PROPN" for thing in _things(head)
        )  # "the isles, which Oslo calls Z"
        return named if lemma != "sign" else any(thing.lemma_.lower() in ACCORDS for thing in _things(head))
    if head.lemma_ in _UPSETTING and head.pos_ == "VERB":
        return not any(grammar.children(head, "aux:pass", "nsubj:pass"))
    if head.lemma_ == "threaten":
        return any(each.lemma_ in _PERILS for each in grammar.labelled(head, "nsubj"))
    if lemma in _SHOWING:
        thing = subjects.subject(head) or speaker
        return thing.pos_ == "NOUN" and thing.lemma_ not in _SPEAKING
    return _goes_on_to(head)


def is_deed(one: Link) -> bool:
    """A verb that the scheme does not have, and only what somebody is to do or a word that is used follows it.

    "Assigned a firm to build it", "used the word “war”"; "a report emerged that".

    Args:
        one: an attribution whose cue the scheme does not have.
    """
    head = one.head
    if head.pos_ != "VERB" or head.lemma_ in LABELLING | LIGHT or any(grammar.children(head, "aux:pass", "cop")):
        return False
    came_out = head.lemma_ in _COMING_OUT and one.speaker is not None and one.speaker.pos_ == "NOUN"
    if came_out or any(thing.lemma_ in _WORDS for thing in _things(head)):
        return True
    if any(grammar.children(head, "ccomp", "parataxis")):
        return False
    return any(child.tag_ == "TO" for clause in grammar.children(head, "xcomp", "advcl") for child in clause.children)


def _is_gloss(verb: Token) -> bool:
    """It is the reporter who tells what was meant: "“It fell,” she said, referring to the bridge"."""
    too = any(child.lower_ in _AS_WELL for child in verb.subtree)
    return verb.tag_ == "VBG" and not any(grammar.children(verb, "aux")) and not too


def _is_learned(one: Link, lemma: str, mentions: Mentions) -> bool:
    """Somebody came to know it, or can do it: "found that he had no signal", "learned to swim", "knows how to"."""
    head = one.head
    clause = next(grammar.children(head, "ccomp"), None)
    if lemma == "know":
        how = clause is not None and grammar.is_infinitive(clause)
        return how and any(token.lower_ == "how" for token in head.doc[head.i + 1 : clause.i]) if clause else False
    who = mentions.of(one.speaker) if one.speaker is not None else None
    if lemma == "learn":
        return clause is None or who is None or who.kind != "organization"
    if clause is None or who is None or who.kind != "person" or who.form == "description":
        return False  # a judge finds by saying so
    subject = subjects.subject(clause) or subjects.passive_subject(clause)
    return subject is not None and subject.tag_ == "PRP"


def _is_lived_through(verb: Token) -> bool:
    """Somebody lived through it: "the country has seen months of protests", not "has seen it as a threat"."""
    perfect = verb.tag_ == "VBN" and any(child.lemma_ == "have" for child in grammar.children(verb, "aux"))
    so = any(grammar.children(verb, "ccomp", "xcomp", "advcl"))
    as_such = any(grammar.case(child) == "as" for child in grammar.children(verb, "obl"))
    return perfect and any(grammar.children(verb, "obj")) and not so and not as_such


def _goes_on_to(verb: Token) -> bool:
    """What is begun or gone on with is no saying: "went on to study law", "continues to ignore it"."""
    inner = next((child for child in grammar.children(verb, "xcomp", "advcl") if child.i > verb.i), None)
    infinitive = inner is not None and grammar.is_infinitive(inner)
    if verb.lemma_ not in PHASES or inner is None or inner.pos_ != "VERB" or not infinitive:
        return False
    return not is_cue(inner) and not any(grammar.children(inner, "ccomp"))


def _has(verb: Token, preposition: str) -> bool:
    return any(grammar.case(child) == preposition for child in grammar.children(verb, "obl"))


def _things(verb: Token) -> list[Token]:
    return grammar.labelled(verb, "obj", "xcomp") if verb.lemma_ in LABELLING else grammar.labelled(verb, "obj")
