"""Complements: what a verb of saying has as its content, by the tree alone."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.attributions.fronted import passive, predicated, relativized, said_so
from kg.extract.syntax import grammar
from kg.extract.syntax.agreement import is_doubled
from kg.extract.words.cueacts import PLAIN, act_of, wants_of_another
from kg.extract.words.cues import cue_lemma
from kg.extract.words.idioms import idiom, told_in
from kg.vocabulary import ACT_CUES, AMBIGUOUS_CUES, DIRECTED_ACTS

# What a verb of saying may have as its content: a clause; an infinitive, where it does something by it ("promised to");
# a noun, where it can be done to a thing ("rejected the plan", "proposed a fee").
_CLAUSES = ("ccomp", "parataxis")
_TO_DO = frozenset({"intend", "believe", "promise", "threaten", "refuse", "agree", "propose", "demand", "ask"})
_TO_THINGS = frozenset({"deny", "refuse", "agree", "propose", "announce"})
# Further verbs whose object is what is said: "expects a deal", "confirmed the figures".
_OF_THINGS = frozenset(
    {"confirm", "expect", "fear", "suspect", "doubt", "regret", "predict", "suggest", "know", "want"}
)
# Verbs of which a preposition may tell what is said, and which.
_BY_PREPOSITION = {
    "advise": {"against"},
    "agree": {"on", "to", "with"},
    "apologise": {"for", "over"},
    "apologize": {"for", "over"},
    "comment": {"on"},
    "complain": {"about", "of", "over"},
    "disagree": {"with"},
    "fear": {"for"},
    "hope": {"for"},
    "object": {"to"},
    "protest": {"against", "over"},
    "refer": {"to"},
    "speak": {"of"},
    "warn": {"about", "against", "of"},
    "worry": {"about", "over"},
}
# Of what is wished for or promised, and against whom a war is, it is part how or by when it is to be.
_WHOLE_OF = {
    "declare": ("against", "on"),
    "expect": ("at", "in", "on"),
    "promise": ("before", "by", "within"),
    "want": ("at", "by", "in", "on", "out"),
}
# Verbs of judging whose other senses take no object.
_TO_ANYTHING = frozenset({"admire", "back"})
# Verbs that call something something: "described the offer as a joke", "called it a joke".
_NAMING = frozenset({"call", "describe", "dub", "term", "consider", "deem", "brand", "label", "characterise", "regard"})
# Verbs whose object, by itself, is who hears of it: "informed the prosecutors".
_TO_PEOPLE = frozenset({"inform", "notify", "alert", "brief"})
_CHARGING = frozenset({"accuse", "blame", "criticise", "criticize"})


def complements(verb: Token) -> Iterator[list[Token]]:
    """What the verb may have as its content, the likeliest first: each the words of one complement, in text order."""
    children = sorted(grammar.children(verb, *_labels(verb)), key=lambda child: child.dep_ == "obj")
    plain = act_of(cue_lemma([verb], verb), verb) in PLAIN
    children = [child for child in children if child.dep_ != "advcl" or grammar.is_infinitive(child)]
    if (phrase := idiom(verb)) is not None:
        yield from told_in(verb)
        children = [child for child in children if child.i > phrase[1].i]
    if verb.lemma_ in _NAMING:
        yield from _named(verb)
        yield from _so_called(verb)
    yield from (_content(verb, child) for child in children if child.i > verb.i or plain)
    yield from (_after_copula(child) for child in predicated(verb))
    yield from _prepositional(verb)
    yield from _told_on(verb)
    yield from _shared(verb)
    yield from said_so(verb)
    yield from passive(verb)
    yield from _accused(verb)
    yield from relativized(verb)


def _shared(verb: Token) -> Iterator[list[Token]]:
    """What the next verb has, too, where the two are one: "condemned and rejected [the ruling]"."""
    for other in grammar.labelled(verb, "conj"):
        if is_doubled(other):
            yield from complements(other)


def _named(verb: Token) -> Iterator[list[Token]]:
    """The thing and what it is called: "[the idea an invasion]", "[it] [as a joke]"."""
    thing = next(grammar.children(verb, "obj"), None)
    for name in grammar.children(verb, "xcomp", "obl"):
        named = (name.dep_ == "xcomp" and not grammar.is_infinitive(name)) or any(
            child.lower_ == "as" for child in grammar.children(name, "case", "mark")
        )
        if named and name.i > verb.i:
            words = [*(thing.subtree if thing is not None and thing.i > verb.i else ()), *name.subtree]
            yield sorted(set(words), key=lambda token: token.i)


def _so_called(verb: Token) -> Iterator[list[Token]]:
    """What somebody calls a thing that has no other name: "what Minsk called [a provocation]"."""
    if is_so_called(verb):
        for name in grammar.children(verb, "obj", "xcomp"):
            if name.i > verb.i:
                yield list(name.subtree)


def is_so_called(verb: Token) -> bool:
    """The verb gives a name to what only "what" stands for: "what Minsk called a provocation"."""
    what = any(child.lower_ == "what" and child.tag_ == "WP" for child in verb.children)
    head = verb.head if verb.dep_ == "acl:relcl" else None
    return verb.lemma_ in _NAMING and (what or (head is not None and head.lower_ == "what"))


def _prepositional(verb: Token) -> Iterator[list[Token]]:
    """What follows the preposition that makes the cue: "asked for [a correction]", "called on [them to leave]"."""
    if verb.lemma_ == "refer" and (verb.tag_ == "VBG" or any(grammar.children(verb, "obj"))):
        return  # "by “it”, referring to the bridge"; "referred the case to a court"
    for child in grammar.children(verb, "obl"):
        case = next(iter(grammar.labelled(child, "case")), None)
        cue = f"{verb.lemma_} {case.lower_}" if case is not None else ""
        if case is None or child.i < verb.i or child.ent_type_ == "DATE":
            continue
        known = cue not in AMBIGUOUS_CUES and ACT_CUES.get(cue) in DIRECTED_ACTS
        if not known and case.lower_ not in _BY_PREPOSITION.get(verb.lemma_, ()):
            continue
        words = [token for token in (child.subtree if known else unrelated(child)) if token.i > case.i]
        for clause in grammar.children(verb, "xcomp", "advcl", "ccomp"):
            if clause.i > child.i and grammar.is_infinitive(clause):
                words += list(clause.subtree)
        yield sorted(set(words), key=lambda token: token.i)


def unrelated(noun: Token) -> list[Token]:
    """The words of a noun without the reporter's relative clause: "a ceasefire | that collapsed within a month"."""
    clauses = [child for child in grammar.labelled(noun, "acl:relcl") if child.i > noun.i]
    end = min((next(clause.subtree).i for clause in clauses), default=len(noun.doc))
    return [token for token in noun.subtree if token.i < end]


def _accused(verb: Token) -> Iterator[list[Token]]:
    """What somebody is accused of or blamed for by somebody: "Oman, which was accused by Chad | of arming them"."""
    if verb.tag_ != "VBN" or verb.lemma_ not in _CHARGING or not any(grammar.children(verb, "obl:agent")):
        return
    for child in grammar.children(verb, "advcl", "ccomp", "obl"):
        if child.i > verb.i and any(each.lower_ in ("of", "for") for each in grammar.children(child, "case", "mark")):
            yield list(child.subtree)


def _after_copula(predicate: Token) -> list[Token]:
    copula = next(grammar.children(predicate, "cop"), predicate)
    return [token for token in predicate.subtree if token.i > copula.i and not token.is_quote]


def _undated(thing: Token, words: list[Token]) -> list[Token]:
    """The words before a date that hangs on the thing: "a joint survey | in February"."""
    dated = [child for child in grammar.children(thing, "nmod") if child.ent_type_ == "DATE" and child.i > thing.i]
    at = [case.i for child in dated for case in grammar.labelled(child, "case") if case.lower_ in ("on", "in")]
    return [token for token in words if token.i < min(at)] if at else words


def is_naming(verb: Token) -> bool:
    """The verb calls something something: "called the raid unlawful", not "called the police"."""
    thing = next(grammar.children(verb, "obj"), None)
    return is_so_called(verb) or (
        verb.lemma_ in _NAMING
        and thing is not None
        and any(name.i > thing.i and name.pos_ in ("ADJ", "NOUN") for name in grammar.children(verb, "xcomp"))
    )


def _labels(verb: Token) -> tuple[str, ...]:
    """How what is said may hang on the verb."""
    lemma = cue_lemma([verb], verb)
    act = act_of(lemma, verb)
    if verb.lemma_ in _TO_ANYTHING:
        return ("ccomp", "obj")
    if lemma in AMBIGUOUS_CUES:
        return ("ccomp", "xcomp") if act == "promise" or is_order(verb) else ("ccomp",)
    labels: tuple[str, ...] = _CLAUSES
    if act in _TO_DO:
        labels += ("xcomp",)
        if not any(grammar.children(verb, "obj", "xcomp", "ccomp")):
            labels += ("advcl",)  # "threatened in May to withdraw"
    if act in DIRECTED_ACTS or act in _TO_THINGS:
        labels += ("xcomp",) if verb.lemma_ in _TO_PEOPLE else ("xcomp", "obj")
    if verb.lemma_ in _OF_THINGS:
        labels += ("obj",)
    if act in ("ask", "demand") and any(grammar.children(verb, "obl", "obj", "iobj")):
        labels += ("advcl",)  # "appealed to both to settle it"
    return labels


def is_order(verb: Token) -> bool:
    """Somebody is told to do something by a verb that has other senses: "ordered the ship to turn back"."""
    return act_of(cue_lemma([verb], verb), verb) == "demand" and wants_of_another(verb)


def _content(verb: Token, complement: Token) -> list[Token]:
    """The words of the complement; with the person an infinitive is asked of, and what follows a thing demanded."""
    words, whole = list(complement.subtree), tuple[str, ...]()
    infinitive = complement.dep_ in ("xcomp", "advcl", "ccomp") and grammar.is_infinitive(complement)
    is_asking = infinitive and act_of(cue_lemma([verb], verb), verb) in ("ask", "demand", "warn", "propose")
    aside = next((each for each in grammar.labelled(complement, "advcl") if each.nbor(-1).text == ","), None)
    if aside is not None and aside.tag_ == "VBG":
        words = [token for token in words if token.i < aside.i]
    if complement.dep_ == "xcomp" and complement.tag_ == "VBN" and not infinitive:  # "we want the ban lifted"
        things = (child for child in grammar.children(verb, "obj") if verb.i < child.i < complement.i)
        words += [token for thing in things for token in thing.subtree]
    if complement.dep_ == "obj":
        words = _undated(complement, words)
        whole = _WHOLE_OF.get(verb.lemma_, ())
    for child in verb.children:
        case = {each.lower_ for each in grammar.labelled(child, "case", "mark")}
        person = child.dep_ in ("obj", "iobj", "obl") and child.ent_type_ != "DATE" and is_asking
        before = person and verb.i < child.i < complement.i
        after = (
            complement.dep_ == "obj"
            and child.dep_ in ("obl", "advcl")
            and child.i > complement.i
            and child.ent_type_ != "DATE"
            and case & ({"from", "for", "of", *whole} if child.dep_ == "obl" else {"of"})
        )
        if before or after:
            bare = child.dep_ != "advcl"  # "accused it | of massing troops"
            words += [
                token for token in child.subtree if not (bare and token.dep_ == "case" and token.head.i == child.i)
            ]
    return sorted(words, key=lambda token: token.i)


def _told_on(verb: Token) -> Iterator[list[Token]]:
    """What is said, where trees hang it on who reports it in turn: "X said [he would resign], the radio reported"."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.i < verb.i or any(grammar.labelled(verb, "ccomp", "parataxis")):
        return
    for clause in grammar.labelled(above, "ccomp"):
        if verb.i < clause.i < above.i:
            words = list(clause.subtree)
            if not any(token.lower_ in ("and", "but") for token in verb.doc[verb.i + 1 : words[0].i + 1]):
                yield words
