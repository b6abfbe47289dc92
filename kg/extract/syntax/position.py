"""Positions: what place in its clause a word has, and what that tells of it: that it acts, that it is where."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from kg.extract.syntax import grammar, nouns
from kg.vocabulary import ACT_CUES, AMBIGUOUS_CUES, DIRECTED_ACTS

_LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "into", "through", "throughout", "via"}
)
# "to Moscow" and "from Moscow" are places after verbs of motion; otherwise they say who is addressed or who sends.
_DIRECTIONS = frozenset({"to", "from", "toward", "towards"})
_ACTOR_CASES = frozenset({"with", "against", "by", "between", "among", "versus"})
_MOTION = frozenset(
    """
    go come travel fly return arrive head drive move depart leave visit reach enter tour flee walk bring send take
    trip flight journey road way train route
    """.split()
)
# Verbs whose subject need not be able to act: "Ankara lies ...", "Moscow saw snow".
_STATIVE = frozenset("be lie stand remain become have see seem appear stay cost sit belong need".split())
# What only somebody who acts can be.
_MINDED = frozenset(
    """
    adamant afraid alarmed angry annoyed anxious appalled ashamed astonished aware cautious certain committed concerned
    confident convinced defiant determined disappointed dismayed dissatisfied eager furious glad grateful guilty happy
    hesitant honoured honored hopeful horrified hostile impatient indignant innocent interested keen nervous opposed
    optimistic outraged pessimistic pleased prepared proud ready relieved reluctant responsible saddened satisfied
    sceptical serious shocked shy silent skeptical sorry subtle sure surprised suspicious thankful unaware unhappy
    unimpressed unmoved unwilling wary willing worried wrong
    """.split()
)
# Of these what a thing or a matter is, too: "it was certain that", "it was wrong to".
_OF_MATTERS = frozenset({"certain", "responsible", "serious", "subtle", "sure", "wrong"})
# What one is to others.
_SIDING = frozenset("ally partner friend foe enemy adversary rival mediator guarantor party signatory".split())
# What only somebody has none of: "has no doubt", not "has no snow".
_OF_MIND = frozenset(
    """
    ambition appetite choice claim comment complaint confidence design desire doubt excuse illusion intention interest
    objection option patience plan problem proof quarrel reason regret right say wish
    """.split()
)
# By what one stands.
_BESIDE = frozenset({"by", "with", "behind", "beside", "alongside"})
# What is so to others: "easy to reach".
_TOUGH = frozenset("easy hard difficult possible impossible safe dangerous tough nice good bad cheap expensive".split())
# What only somebody who acts can be in, at, under or on: "Cairo was in no hurry", "at odds with", "under pressure".
_CONDITIONS = frozenset(
    {("in", noun) for noun in ("hurry", "talk", "contact", "touch", "favour", "favor", "denial", "breach", "agreement")}
    | {("at", "odds"), ("at", "odd"), ("at", "fault"), ("under", "pressure"), ("on", "board"), ("to", "blame")}
)
_CONDITIONED = frozenset(noun for _, noun in _CONDITIONS)
#: What a name may stand behind: "in the village of Vestby".
PLACES = frozenset(
    """
    area borough camp capital city commune county district governorate hamlet island municipality neighborhood
    neighbourhood port province region resort settlement state suburb town township village
    """.split()
)
# Where who acts is taken: "take Beijing to court".
_ARRAIGNED = frozenset({"court", "task", "tribunal", "arbitration"})
# Nouns of events that take the name of the place where they are held: "the Astana talks".
_EVENT_NOUNS = frozenset(
    """
    talk meeting summit conference round session negotiation process agreement accord deal declaration protocol treaty
    communiqué communique format platform forum gathering ceasefire visit trip rally protest attack bombing election
    """.split()
)


# Verbs beside the directed cues whose object is somebody who can be spoken to.
_ADDRESSING = frozenset(
    "thank tell assure invite inform ask blame sue pressure persuade convince warn remind reassure notify alert".split()
)
# What comes from a capital because its government gives or sends it, and what others have or want from it.
_SENT = frozenset(
    """
    aid apology approval assistance assurance autonomy backing concession condemnation consent criticism demand funding
    guarantee help independence instruction interference invitation objection offer order permission pledge pressure
    promise protest reaction recognition reply response secession signal support threat warning
    """.split()
)
#: The dashes that end a dateline.
DASHES = frozenset({"-", "–", "—", "--", "―"})
# The tokens that it has behind its place at most.
_OPENING = 12


def function_of(head: Token) -> Literal["subject", "object", "oblique", "modifier", "other"]:
    """The place of a word in its clause."""
    label = head.dep_.partition(":")[0]
    if head.dep_ == "conj":
        return function_of(head.head)
    if head.dep_ in grammar.SUBJECTS or head.dep_ == "obl:agent":
        return "subject"
    if label in ("obj", "iobj"):
        return "subject" if _is_bidden(head) else "object"
    if label in ("obl", "nmod") and head.dep_ != "nmod:poss":
        return "oblique"
    return "modifier" if label in ("compound", "amod", "nmod", "det") else "other"


def _is_bidden(head: Token) -> bool:
    """The object is whose doing a bare verb right behind it tells: "demanded Norway withdraw its troops"."""
    after = head.right_edge.i + 1
    verb = head.doc[after] if after < len(head.doc) else head
    bare = verb.tag_ == "VB" and verb.dep_ in ("xcomp", "ccomp") and verb.head == head.head
    return bare and not any(grammar.labelled(verb, "mark", "aux"))


def _cases(head: Token) -> set[str]:
    return {child.lower_ for child in grammar.labelled(head, "case")}


def acting(head: Token) -> bool:
    """The word stands where an actor stands: it does something, or something is done with, by or against it."""
    if head.dep_ == "conj" and head.head.i != head.i:
        return acting(head.head)
    if _is_cause(head):
        return True
    above, label = head.head, head.dep_.partition(":")[0]
    if head.ent_type_ == "LOC" and label != "nsubj" and any(child.lower_ in ("a", "an") for child in head.lefts):
        return False  # "support for a united Jerusalem"
    if head.dep_ in ("nsubj", "obl:agent", "nsubj:outer", "nsubj:pass"):
        # "Brussels was prepared to pay", "Astana had itself to blame": what can be willing can act.
        willing = any(child.dep_ == "xcomp" or child.lemma_.lower() in _MINDED for child in above.rights)
        if above.pos_ != "VERB":
            return _takes_part(above)
        told = above.lemma_ in _ADDRESSING or (above.lemma_ == "see" and above.tag_ in ("VBZ", "VBP"))
        told = told or _is_stand(above)
        return willing or told or (head.dep_ != "nsubj:pass" and above.lemma_ not in _STATIVE)
    if head.dep_ == "nmod:poss" or _followed_by(head, "POS"):
        return True
    if label in ("obj", "iobj"):
        said = ACT_CUES.get(above.lemma_) in DIRECTED_ACTS and above.lemma_ not in AMBIGUOUS_CUES
        led = any(child.tag_ == "VB" for child in grammar.labelled(above, "xcomp"))  # "pressing Ottawa to hand"
        return said or led or above.lemma_ in _ADDRESSING or _is_arraigned(head)
    cases = _cases(head)
    if label == "nmod" and "to" in cases:
        # "a concession to Ankara", not "invited both ministers to Lomé"
        sent = above.lemma_.lower() in nouns.PEOPLE and above.dep_.partition(":")[0] in ("obj", "iobj", "nsubj")
        return above.pos_ == "NOUN" and above.lemma_ not in _MOTION and not sent
    if "from" in cases:  # "support came from Moscow", "autonomy from Moscow", "sought aid from Beijing"
        moves = above.lemma_ in _MOTION and above.lemma_ != "come"
        given = [above] if label == "nmod" else [] if moves else list(above.children)
        return any(noun.lemma_ in _SENT and noun.pos_ == "NOUN" for noun in given)
    if label == "nmod" and "of" in cases and above.lemma_ == "part" and _cases(above) == {"on"}:
        return True  # "no will on the part of Berlin"
    before = head.doc[head.i - 1].lower_ if head.i else ""
    return label in ("obl", "nmod") and bool((cases | {before}) & _ACTOR_CASES)


def _is_stand(verb: Token) -> bool:
    """Who is with others, or has nothing: "Oslo stood by its word", "has no doubt", "remains an ally"."""
    if verb.lemma_ == "stand":
        return any(_cases(child) & _BESIDE for child in grammar.labelled(verb, "obl"))
    if verb.lemma_ in ("have", "need"):
        objects = [each for each in grammar.labelled(verb, "obj") if each.lemma_ in _OF_MIND]
        return any(child.lower_ == "no" for each in objects for child in grammar.labelled(each, "det"))
    behind = verb.doc[verb.i + 1 : min(verb.i + 3, grammar.sentence_end(verb))]
    return verb.lemma_ in ("remain", "become") and any(each.lemma_ in _SIDING for each in behind)


def _is_cause(head: Token) -> bool:
    """Others are for or against it, and not where it is: "pro-Beijing lawmakers", "an anti-Tokyo rally"."""
    before, doc = head.i - 2, head.doc
    return before >= 0 and doc[head.i - 1].text in DASHES | {"-", "‑"} and doc[before].lower_ in ("pro", "anti")


def _takes_part(predicate: Token) -> bool:
    """Only who can want something is what the predicate says: "is against patrols", "is ready", "is more subtle"."""
    if not any(grammar.labelled(predicate, "cop")):
        return False
    open_to = predicate.lower_ == "open" and any(_cases(child) == {"to"} for child in predicate.children)
    cases, noun = _cases(predicate), predicate.lemma_.lower()
    so = any((case, noun) in _CONDITIONS for case in cases)
    siding = noun in _SIDING and predicate.tag_ == "NN"  # "Nairobi is a friend"
    # "Oslo is free to", "is likely to", not "Oslo is easy to reach".
    free = predicate.pos_ == "ADJ" and noun not in _TOUGH and any(grammar.labelled(predicate, "xcomp"))
    return open_to or so or siding or free or noun in _MINDED or bool(cases & {"against", "behind", "for"})


def is_state_of_mind(predicate: Token) -> bool:
    """Only who has a mind, or deals with others, can be so: "was horrified", "was in talks", "remained committed"."""
    noun = predicate.lemma_.lower()
    so = noun in _CONDITIONED and any((case, noun) in _CONDITIONS for case in _cases(predicate))
    return so or bool({noun, predicate.lower_} & (_MINDED - _OF_MATTERS))


def _is_arraigned(head: Token) -> bool:
    """A state is taken to court by its capital's name: "take Beijing to court"."""
    if head.dep_ != "obj" or head.head.lemma_ not in ("take", "bring", "haul", "drag"):
        return False
    behind = head.doc[head.i + 1 : min(head.i + 4, grammar.sentence_end(head))]
    return [one.lower_ for one in behind][:1] == ["to"] and any(one.lemma_ in _ARRAIGNED for one in behind)


def _followed_by(word: Token, tag: str) -> bool:
    return word.i + 1 < len(word.doc) and word.doc[word.i + 1].tag_ == tag


def in_a_place(first: Token) -> bool:
    """Right before the name that begins with the word stands "in", "at", "near": whatever the tree makes of it."""
    before = first.i - 1
    while before > 0 and first.doc[before].tag_ == "DT":
        before -= 1
    return before >= 0 and first.doc[before].lower_ in _LOCATIVE and first.doc[before].pos_ == "ADP"


def opens_report(tokens: list[Token]) -> bool:
    """The name stands in capitals before the dash that opens a report: "LUSAKA — Zambia", "LUSAKA, May 6 (AP) - "."""
    before, after = tokens[0].i - 1, tokens[-1].i + 1
    doc = tokens[0].doc
    opens = before < 0 or (doc[before].is_space and "\n" in doc[before].text)
    if not opens or not all(token.text.isupper() for token in tokens if token.text[0].isalpha()):
        return False
    if after < len(doc) and doc[after].text not in (",", "("):
        return doc[after].text in DASHES
    ahead = doc[after : after + _OPENING]
    bracketed = False
    for token in ahead:
        if token.text in DASHES and not bracketed:
            return True
        bracketed = (bracketed or token.text == "(") and token.text != ")"
        if not (bracketed or token.is_punct or token.like_num or token.text[0].isupper()):
            return False
    return False


def locative(head: Token) -> bool:
    """The word says where something is or happens."""
    if head.dep_ == "conj" and head.head.i != head.i:
        return locative(head.head)
    if _is_cause(head):
        return False
    cases = _cases(head)
    if cases & _LOCATIVE:
        return True
    if head.dep_ == "obl" and "from" in cases and acting(head):
        return False
    if cases & _DIRECTIONS:
        return any(above.lemma_ in _MOTION for above in list(grammar.ancestors(head))[:2])
    if head.dep_ in ("compound", "nmod:poss", "nmod:desc", "amod"):
        return head.head.lemma_ in _EVENT_NOUNS
    if head.dep_ == "nmod" and "of" in cases and head.head.lemma_ == "tour":
        return True  # "on a tour of Oslo"
    if head.dep_ == "nmod" and "of" in cases and head.head.lemma_.lower() in PLACES:
        return locative(head.head)  # "in the village of Vestby"
    if head.dep_ == "appos" or head.dep_.startswith("nmod"):
        return head.head.ent_type_ == "LOC" and locative(head.head)
    return head.dep_ == "obj" and head.head.lemma_ in _MOTION and not _is_arraigned(head)
