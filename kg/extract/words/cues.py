"""Cues: from the words that report a statement to the lemma they are known by."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.settled import kept
from kg.extract.words.cueacts import PLAIN, act_named
from kg.extract.words.formulas import is_counsel, leads_on
from kg.extract.words.idioms import idiom
from kg.extract.words.othersenses import names_no_act, says_nothing
from kg.vocabulary import ACT_CUES

# Idioms and verbs of doing that the network takes for cues ("calling into question", "it remains to be seen"), and what
# people meet for, who say nothing by it ("met to discuss the dispute").
_NOT_CUES = frozenset(
    {"call into", "remain", "be", "have", "do", "go", "bring", "take", "lead", "discuss", "talk about"}
)
#: Verbs that leave the act to their object: "issued a denial", "made a promise", "voiced support".
LIGHT = frozenset(
    {"make", "give", "issue", "have", "express", "voice", "take", "put", "offer", "release", "be", "hold", "deliver"}
    | {"repeat", "reiterate", "renew", "restate", "recall", "confirm", "reaffirm", "underline", "stress", "convey"}
    | {"level", "lodge", "raise", "extend", "send", "sound", "trade", "exchange", "signal", "declare", "announce"}
    | {"submit", "present", "file", "table", "show", "withdraw", "repay", "pay", "register"}
)
#: What somebody expects to come, in figures, and what is done to it: "cut its forecast to 2 percent".
FORECASTS = frozenset({"estimate", "forecast", "outlook", "prediction", "projection"})
REVISING = frozenset(
    {"boost", "cut", "downgrade", "edge", "hike", "increase", "keep", "lift", "lower", "maintain", "nudge", "raise"}
    | {"reduce", "revise", "slash", "trim", "upgrade"}
)
#: Verbs of stress, which say of an attitude that it is held, and of a merit that it is one.
STRESSING = frozenset(
    {"stress", "emphasise", "emphasize", "underline", "underscore", "highlight", "affirm", "reaffirm", "assert"}
)
_ATTITUDES = frozenset(
    {"commitment", "readiness", "willingness", "determination", "keenness", "eagerness", "intention", "resolve"}
    | {"support", "backing", "solidarity", "rejection", "opposition", "condemnation", "appreciation", "gratitude"}
)
# By which it is told, be it again, and of the speaker's own side: "reiterated Cairo's rejection of the plan".
_VOICING = frozenset({"express", "voice", "convey", "reiterate", "renew", "repeat", "restate"})
# Those of them that make another sense with a bare noun: "take aim", "make fun", not "express concern".
_IDIOMATIC = frozenset({"take", "give", "make"})
#: Verbs that say how an act begins or goes on, which the verb after them names: "continued to defend".
PHASES = frozenset(
    {"continue", "begin", "start", "keep", "go", "proceed", "try", "attempt", "hasten", "seek", "come"}
    | {"seem", "appear"}
)
#: Verbs that give what they are about a name: "called the idea absurd".
LABELLING = frozenset({"call", "describe", "term", "dub", "brand", "label", "characterise", "characterize", "deem"})
#: What is so by these in the passive is told of nobody, where nobody is told to do it: "is expected", "is called".
UNTOLD = LABELLING | frozenset(
    "attribute declare expect identify list mention name release require title entitle".split()
)
# What one does by saying that one would like to.
_COURTESIES = STRESSING | frozenset(
    "thank congratulate commend applaud praise salute condemn apologise apologize reiterate remind assure".split()
)
# What is to be done by somebody is not yet.
_MODALS = frozenset({"must", "should", "would", "could", "may", "might", "can", "will"})


# What several sign that says what they want.
_SIGNED = frozenset({"appeal", "declaration", "letter", "petition", "statement"})
_TIMES = frozenset("minute hour day week month year decade century morning afternoon evening night".split())
# What begins a cue of several words.
_FIRST_WORDS = frozenset(cue.split()[0] for cue in ACT_CUES if " " in cue)


def cue_lemma(cue: Iterable[Token], head: Token) -> str:
    """The lemma a cue is known by, with its particle or preposition where that makes the act ("call for")."""
    return _lemma(tuple(cue), head)


@kept
def _lemma(cue: tuple[Token, ...], head: Token) -> str:
    if head.text.endswith(":"):
        return ":"  # also of "Dahl (Norway): ..."
    if head.lemma_ in REVISING and any(child.lemma_ in FORECASTS for child in grammar.children(head, "obj", "obl")):
        return "forecast"
    if head.lemma_ in PHASES:
        inner = next((child for child in grammar.children(head, "xcomp") if child in cue and is_cue(child)), None)
        if inner is not None:
            return cue_lemma(cue, inner)
    if (courtesy := _courtesy(head)) is not None:
        return cue_lemma([courtesy], courtesy)
    if wishes(head):
        return f"would {head.lemma_}" if f"would {head.lemma_}" in ACT_CUES else "want"
    whole = " ".join(token.lower_ for token in cue)
    if len(cue) > 1 and whole in ACT_CUES:
        return whole  # "let it be known"; of one word the preposition after it may make the act: "we call on them"
    if (phrase := idiom(head)) is not None:
        return phrase[0]
    if head.lower_ in ("according", "accord") or any(token.lower_ == "according" for token in cue):
        return "according to"
    candidates = [f"{head.lemma_} {child.lower_}" for child in grammar.labelled(head, "compound")]
    candidates += [f"{head.lemma_} {child.lower_}" for child in grammar.labelled(head, "advmod")]
    particles = [candidate for candidate in candidates if candidate in ACT_CUES]
    beside = ("obl", "obj", "xcomp", "advcl", "ccomp")
    for dependent in grammar.children(head, *beside) if not _is_done_to_it(head) else ():
        if dependent.ent_type_ == "DATE" or dependent.lemma_ in _TIMES:
            continue  # "insisted on Wednesday", "argued for years"
        clause = dependent.dep_ == "ccomp" and any(grammar.children(dependent, "cop"))
        for child in dependent.children if not clause else ():  # "insisted that aid was on its way"
            if child.dep_ in ("case", "mark") and child.i > head.i:
                candidates.append(f"{head.lemma_} {child.lower_}")
    following = [token for token in cue if token.i == head.i + 1 and token.head.lemma_ not in _TIMES]
    candidates += [f"{head.lemma_} {token.lower_}" for token in following]
    if head.lemma_ == "call":
        candidates = _of_call(head, candidates)
    if head.lemma_ in LIGHT or head.lemma_ in STRESSING:
        named = [token for token in cue if token.pos_ in ("NOUN", "ADJ") and not names_no_act(token)]
        told = [token.lemma_ for token in named if token.lemma_ in ACT_CUES]
        things = [one for one in grammar.children(head, "obj") if one.lemma_ in ACT_CUES and not names_no_act(one)]
        things = [each for each in things if not (each.lemma_ == "appeal" and head.lemma_ in ("have", "hold"))]
        told += [_of_call(one, [one.lemma_])[0] for one in things if _is_own(one, head)]
        if head.lemma_ in STRESSING:
            told = [lemma for lemma in told if lemma in _ATTITUDES]  # "stressed the threat" of floods threatens nobody
        if head.lemma_ == "confirm" and _is_known(head):
            told = []  # "confirmed the report" of somebody else
        if head.lemma_ in ("announce", "declare"):  # "announced its support", but who announces an inquiry asks nobody
            told = [lemma for lemma in told if act_named(lemma) not in ("ask", *PLAIN) and not _is_known(head)]
        bare = [each for each in grammar.children(head, "obj") if not any(grammar.children(each, "det", "nmod:poss"))]
        idioms = [f"{head.lemma_} {noun.lower_}" for noun in bare] if head.lemma_ in _IDIOMATIC else []
        idioms = [idiom for idiom in idioms if idiom in ACT_CUES]  # "took aim at" has no aim
        candidates = particles + idioms + told + candidates  # "put forward a plan" proposes it
    known = next((candidate for candidate in candidates if candidate in ACT_CUES or candidate in _NOT_CUES), None)
    return known or _further(cue, head) or _verb(head.lemma_.lower())


def _is_done_to_it(call: Token) -> bool:
    """What is called has the verb right before it: "called him on Monday to assure him", "call it liberal on trade"."""
    if call.lemma_ != "call" or call.pos_ != "VERB":
        return False
    things = (each for each in grammar.labelled(call, "obj") if not grammar.case(each) and each.lemma_ != "attention")
    return any(each.left_edge.i == call.i + 1 for each in things)


def _of_call(call: Token, candidates: list[str]) -> list[str]:
    """What a call is for: "his call for talks", "calls to wait"."""
    if call.lemma_ != "call" or call.pos_ != "NOUN":
        return candidates
    cases = {grammar.case(each) for each in grammar.children(call, "nmod")}
    asked = any(map(grammar.is_infinitive, grammar.children(call, "acl")))
    return ["call for"] if "for" in cases else ["call to"] if asked else candidates


def _courtesy(head: Token) -> Token | None:
    """What is done by saying that one would like to: "would like to thank", "wants to stress that", not "to leave".

    Of "wanted the minister to apologise" nothing is said but that somebody else is to do it.
    """
    if not (head.lemma_ in ("want", "wish") or wishes(head)) or grammar.negated(head):
        return None
    if any(child.i > head.i for child in grammar.children(head, "obj", "iobj")):
        return None
    clauses = (each for each in grammar.children(head, "xcomp") if not any(grammar.children(each, "nsubj")))
    done = (each for each in clauses if each.lemma_ in _COURTESIES)
    return next(filter(grammar.is_infinitive, done), None)


def _verb(lemma: str) -> str:
    """The verb of a form that the network took for an adjective: "denied" is no word of its own."""
    if lemma == "said":
        return "say"
    stems = (lemma.removesuffix("ied") + "y", lemma.removesuffix("ed"), lemma.removesuffix("d"))
    return next((stem for stem in stems if lemma.endswith("ed") and lemma not in ACT_CUES and stem in ACT_CUES), lemma)


def _further(cue: tuple[Token, ...], head: Token) -> str | None:
    """The word of a cue that says more than its verb: "came out in support of", "wrote an op-ed urging"."""
    if head.lemma_ == "sign":  # "signed a letter calling on the minister to resign"
        signed = (each for each in grammar.children(head, "obj") if each.lemma_ in _SIGNED)
        said = (clause for each in signed for clause in grammar.labelled(each, "acl") if clause in cue)
        told = next((clause for clause in said if clause.tag_ == "VBG" and is_cue(clause)), None)
        return cue_lemma([token for token in cue if token.i >= told.i], told) if told is not None else None
    if len(cue) == 1 or act_named(head.lemma_) not in (None, "say", "announce"):
        return None
    words = [token for token in cue if token.i > head.i and token.pos_ in ("NOUN", "VERB", "ADJ")]
    # "Wrote in the opinion" is no opinion, as "came out in support" is support.
    words = [each for each in words if grammar.case(each) != "in" or not any(grammar.children(each, "det"))]
    words = [each for each in words if each.dep_ != "compound" or each.head.dep_ == "obj"]  # "in a press conference"
    return next((token.lemma_ for token in reversed(words) if act_named(token.lemma_) not in (None, *PLAIN)), None)


def _is_own(noun: Token, verb: Token) -> bool:
    """What is made, given or held is nobody else's: "his proposal", not "Mr Brenk's proposal".

    An attitude that is expressed is that of whom the speaker speaks for: "expressed the government's readiness".
    """
    if noun.lemma_ in _ATTITUDES and verb.lemma_ in STRESSING | _VOICING:
        return True
    return all(child.tag_ == "PRP$" for child in grammar.children(noun, "nmod:poss"))


def _is_known(verb: Token) -> bool:
    """What is announced was spoken of before: "announced the plan", not "announced plans", "the decision to quit"."""
    things = list(grammar.children(verb, "obj"))
    return any(
        any(child.lower_ in ("the", "this", "that") for child in grammar.children(one, "det"))
        and not any(grammar.children(one, "acl", "acl:relcl"))
        and all(grammar.case(child) == "in" for child in grammar.children(one, "nmod"))  # "the deal in Oslo"
        for one in things
    )


def is_idiom(lemma: str, head: Token) -> bool:
    """The words seem a cue and report nothing; "a poll shows" does, "he left, showing contempt" does not."""
    if leads_on(head) or says_nothing(head):
        return True
    return lemma in _NOT_CUES or (lemma == "show" and head.tag_ == "VBG") or is_ahead(head) or is_counsel(head)


def is_ahead(verb: Token) -> bool:
    """It is yet to be done by whoever may do it: "must tell them", "must be approved by ministers"."""
    if any(child.lower_ in ("must", "should", "ought") for child in grammar.children(verb, "aux")):
        who = subjects.subject(verb)  # "the West must tell them", but "I must say"
        done = any(child.lower_ in ("have", "been") for child in grammar.children(verb, "aux", "aux:pass"))
        if who is not None and who.lower_ not in ("i", "we") and verb.tag_ == "VB" and not done:
            return True
    passive = verb.tag_ == "VBN" and any(grammar.children(verb, "aux:pass")) and not grammar.negated(verb)
    by = passive and any(grammar.case(each) == "by" for each in grammar.children(verb, "obl", "obl:agent"))
    return by and any(child.lower_ in _MODALS for child in grammar.children(verb, "aux"))


def is_cue(verb: Token) -> bool:
    """The scheme has the verb, alone or with its particle ("put forward")."""
    if verb.lemma_ in ACT_CUES:
        return not (leads_on(verb) or says_nothing(verb))
    return (verb.lemma_ in _FIRST_WORDS and cue_lemma([verb], verb) in ACT_CUES) or wishes(verb)


def wishes(verb: Token) -> bool:
    """The verb makes a wish with its auxiliary: "would like"."""
    return verb.lemma_ in ("like", "rather", "prefer", "love") and any(
        child.lower_ in ("would", "'d", "’d") for child in grammar.children(verb, "aux")
    )
