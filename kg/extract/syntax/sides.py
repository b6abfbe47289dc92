"""Sides of a verb: who stands before it, after it, and after which preposition.

Labels of a predicted tree are wrong more often than its heads are, so a noun phrase counts by where it stands and by
its preposition; labels only rule out what is no side at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.syntax import grammar, nounphrases, nouns, subjects
from kg.extract.syntax.position import DASHES
from kg.extract.syntax.settled import kept
from kg.extract.syntax.visitors import RECEIVING, is_visitor

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_NO_SIDES = frozenset({"compound", "flat", "nmod:poss", "det", "nummod", "amod", "vocative", "discourse", "expl", "cc"})
# Prepositions that are looked for before a phrase to which the tree gives none; others may begin a clause.
_CASES = frozenset(
    "with between among by in into at to from of for on about over alongside near under involving".split()
)
# Words of a phrase before its noun.
_BEFORE_NOUN = frozenset({"DT", "PDT", "PRP$", "JJ", "JJS", "CD", "POS", "HYPH", "VBN", "VBG", "GW", "AFX"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "FW"})
# Parts of a name or of a title before it.
_PARTS = frozenset({"compound", "nmod:desc", "flat", "amod"})
#: "Is due to meet": it lies ahead.
ARRANGED = frozenset({"due", "set", "slated", "scheduled", "expected"})


@kept
def case_of(token: Token) -> str:
    """The preposition of a phrase, in lower case; empty where it has none.

    Where the tree has it elsewhere it is the one right before the phrase.
    """
    # Of "in La Paz" and "in Abu Dhabi" the other part of the name may have it, of "with chief Ada Roth" the title,
    # of "of the two states' commission" whose it is.
    parts = [token, *(child for child in grammar.labelled(token, "flat", "compound", "nmod:desc", "nmod:poss"))]
    bare = token.pos_ == "NOUN" and not any(grammar.labelled(token, "cop", "aux", "nsubj"))  # "said after meeting X"
    own = [one for part in parts for one in part.lefts if _is_case(one, part, token, marked=bare)]
    own = [one for one in own if one.tag_ not in ("POS", "CC") and one.lower_ not in ("'s", "’s")]
    own = [one for one in own if one.lower_ != "under" or one.nbor().lower_ != "secretary"]  # "Under Secretary X met"
    while len(own) > 1 and any(token.doc[i].tag_ in _NOUNS for i in range(own[0].i + 1, own[-1].i)):
        own.pop(0)  # of "with her counterpart in Oslo" the tree may hang both on the last noun
    if own:
        return own[0].lower_
    at = nounphrases.base_phrase(token)[0].i - 1
    if at > grammar.sentence_start(token) and is_visitor(token.doc[at]):
        at -= 1  # "with visiting Prime Minister X"
    if at > grammar.sentence_start(token) and (token.doc[at].tag_ == "JJ" or token.doc[at - 1].tag_ == "JJ"):
        # "With her Malian and Chadian counterparts", where the tree has only the last of them together.
        while at > grammar.sentence_start(token) and (token.doc[at].tag_ == "JJ" or token.doc[at].lower_ == "and"):
            at -= 1
        at -= token.doc[at].tag_ in ("PRP$", "DT")
    before = token.doc[at].lower_ if at >= grammar.sentence_start(token) else ""
    return before if before in _CASES else ""


def _is_case(one: Token, part: Token, token: Token, *, marked: bool) -> bool:
    """It is a preposition of the phrase: not "is" and "to" before "meet Dahl", whatever the tree hangs on him."""
    if one.i > token.i or (one.i < token.head.i < token.i and token.head.pos_ == "VERB"):
        return False
    return one.dep_ == "case" or (marked and one.dep_ == "mark" and one.head.i == part.i)


def is_passive(verb: Token) -> bool:
    """The verb is in the passive voice: "was received", "the talks hosted by Oman"."""
    return any(grammar.labelled(verb, "aux:pass", "nsubj:pass")) or (
        verb.tag_ == "VBN" and any(grammar.labelled(verb, "obl:agent"))
    )


def doers(verb: Token) -> list[Token]:
    """Who does what the verb says: those before it, "by" whom it is done, or the subject it shares."""
    if is_passive(verb):
        return list(after(verb, "by"))
    own = [_whole(subjects.antecedent(child)) for child in _before(verb)]
    if own:
        return own
    found = _adjacent(verb) or _awaited(verb) or _blamed(verb) or subjects.subject(verb) or _told_of(verb)
    if found is None and verb.dep_ == "xcomp" and verb.head.dep_ == "conj":
        found = subjects.subject(verb.head.head)  # "called him and was expected to meet him"
    found = found or _in_front(verb) or _invited(verb)
    return [_whole(found)] if found is not None else []


def _whole(token: Token) -> Token:
    """The head of the name or title of which the tree has a clause tell a part: "Transport Minister X, who visited"."""
    while token.dep_ in _PARTS and token.head.i > token.i:
        token = token.head
    return token


def _invited(verb: Token) -> Token | None:
    """Who has an invitation to do it: "[Dahl] accepted an invitation to visit"."""
    invitation = verb.head
    if verb.tag_ != "VB" or verb.dep_ != "acl" or invitation.lemma_ != "invitation" or invitation.dep_ != "obj":
        return None
    return subjects.subject(invitation.head)


def arranged(verb: Token) -> Token | None:
    """The word that sets an infinitive in the future, right before its "to": "is due to meet", "set to visit"."""
    at = verb.i - 2
    if at < grammar.sentence_start(verb) or verb.nbor(-1).lower_ != "to" or verb.doc[at].lower_ not in ARRANGED:
        return None
    return verb.doc[at]


def _awaited(verb: Token) -> Token | None:
    """Who "is due to meet", where the tree has him as the subject of "due"."""
    word = arranged(verb)
    for each in (word, word.head) if word is not None else ():
        found = next((child for child in each.lefts if child.dep_ in grammar.SUBJECTS), None)
        if found is not None:
            return subjects.antecedent(found)
        if each.dep_ == "acl:relcl":
            return each.head
    return None


def _blamed(verb: Token) -> Token | None:
    """Whom somebody else says to do it: "accused [him] of meeting the leader", "prevented [her] from visiting"."""
    marks = {child.lower_ for child in grammar.children(verb, "mark")}
    if verb.tag_ != "VBG" or not marks & {"of", "from", "for"} or verb.head.pos_ != "VERB":
        return None
    return next((child for child in verb.head.rights if child.dep_ in ("obj", "iobj") and child.i < verb.i), None)


def _told_of(verb: Token) -> Token | None:
    """Of whom a relative clause tells, where the tree has its pronoun elsewhere: "Kasper Moen, who met"."""
    relative = (
        verb.dep_ == "acl:relcl" and verb.i > grammar.sentence_start(verb) and verb.nbor(-1).lower_ in ("who", "which")
    )
    return verb.head if relative else None


def _adjacent(verb: Token) -> Token | None:
    """The name right before a finite verb, where the tree hangs it on something else: it is who does it."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    before = verb.i - 1
    while before > grammar.sentence_start(verb) and verb.doc[before].pos_ == "ADV":
        before -= 1
    named = before >= grammar.sentence_start(verb) and verb.doc[before].ent_type_ in ("PER", "ORG", "LOC")
    return _listing(verb.doc[before]) if named else None


def _listing(name: Token) -> Token:
    """What a name ends: of "delegations from Mali, Chad and Oman" the delegations, of "Dahl and Moen" the first."""
    while name.head.i < name.i and (name.dep_ == "conj" or (name.dep_ == "nmod" and case_of(name) in ("from", "of"))):
        name = name.head
    return name


def _in_front(verb: Token) -> Token | None:
    """The person whose name ends at the comma before a finite verb: "the minister of Oman, Omar Dahl, paid"."""
    at = verb.i - 1
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or at <= grammar.sentence_start(verb) or verb.doc[at].text != ",":
        return None
    name = verb.doc[at - 1]
    return (
        name
        if name.ent_type_ == "PER" and any(each.text == "," for each in name.sent[: at - grammar.sentence_start(name)])
        else None
    )


def undergoers(verb: Token) -> list[Token]:
    """Whom it is done to: the objects, or who stands before a passive verb."""
    if is_passive(verb):
        own = [subjects.antecedent(child) for child in _before(verb)]
        above = verb.head if verb.dep_ == "xcomp" else verb  # "is expected to be received"
        shared = subjects.passive_subject(verb) or subjects.passive_subject(above)
        if shared is None and verb.dep_ == "conj":
            shared = subjects.subject(verb.head)  # "arrived in Oslo and was received"
        return own or ([shared] if shared is not None else [])
    # Behind the verb an oblique without a preposition has it elsewhere: "met at a Group of 20 meeting"; but a name
    # right after it is who is met or what is visited, whatever the tree says.
    objects = (child for child in verb.rights if not child.dep_.startswith("obl") or _is_met(child, verb))
    found = [child for child in objects if _is_side(child) and not case_of(child)]
    if not found and verb.i + 1 < len(verb.doc) and is_visitor(guest := verb.nbor()):
        found = [child for child in guest.rights if child.dep_ == "obj" and _is_side(child)]
    return found or _relative_object(verb) or _named_behind(verb) or _shifted(verb)


def _named_behind(verb: Token) -> list[Token]:
    """The person whose name follows at once, whatever the tree hangs it on: "who met al-Dahl in Riyadh"."""
    first = verb.doc[verb.i + 1] if verb.i + 1 < grammar.sentence_end(verb) else None
    if first is not None and verb.lemma_ in RECEIVING and first.ent_type_ not in ("PER", "DATE"):
        group = following(verb)  # "until Dahl met the Arab group on Friday"
        return [group] if group is not None and group.head.i < verb.i and group.dep_ not in _NO_SIDES else []
    if first is None or first.ent_type_ != "PER" or first.ent_iob_ != "B":
        return []
    # Hung on the verb it is there by its label: "met Dahl says".
    return [first] if first.head.i < verb.i else []


def _shifted(verb: Token) -> list[Token]:
    """Who is received or met, behind where and when: "received on Monday, at his office in Oslo, Minister X"."""
    if verb.lemma_ not in RECEIVING or verb.tag_ not in ("VBD", "VBN", "VBZ") or verb.i + 2 >= len(verb.doc):
        return []
    if verb.nbor().ent_type_ != "DATE" and verb.nbor().lower_ not in ("on", "at", "in", "here", "today", "yesterday"):
        return []
    for before in verb.doc[verb.i + 1 : grammar.sentence_end(verb) - 1]:
        if before.pos_ in ("VERB", "AUX", "CCONJ") or before.tag_ in ("WDT", "WP", "TO"):
            break
        dated = before.ent_type_ == "DATE" or before.lower_ in ("here", "today", "yesterday")
        who = following(before) if before.text == "," or dated else None
        who = who.head if who is not None and who.dep_ == "flat" else who
        if who is None or before.nbor().ent_type_ == "DATE" or (who.head.i > who.i and who.head.pos_ == "VERB"):
            continue
        post = who.lemma_.lower() in nouns.POSTS or who.lemma_.lower() == "delegation"
        if who.ent_type_ == "PER" or (post and who.dep_ not in grammar.SUBJECTS):
            return [who]
    return []


def _relative_object(verb: Token) -> list[Token]:
    """What a relative clause says is done to the noun before it: "whom she met", "the accord the two had signed"."""
    if verb.dep_ != "acl:relcl" or not any(grammar.children(verb, "nsubj")):
        return []
    pronouns = [child for child in verb.lefts if child.tag_ in ("WP", "WDT") and not case_of(child)]
    if any(child.dep_.startswith("nsubj") for child in pronouns):
        return []
    return [verb.head] if pronouns or verb.head.i < min(child.i for child in verb.subtree) else []


def _is_met(child: Token, verb: Token) -> bool:
    return child.ent_type_ in ("PER", "LOC") and nounphrases.base_phrase(child)[0].i == verb.i + 1


def after(token: Token, *cases: str) -> Iterator[Token]:
    """Those after one of these prepositions, and who stands right after one that the word is followed by."""
    found = [child for child in token.rights if _is_side(child) and case_of(child) in cases]
    yield from found
    near = following(token, *cases)
    if near is not None and near not in found and not any(near in child.subtree for child in found):
        yield near


def following(token: Token, *cases: str) -> Token | None:
    """The noun of the phrase after a preposition that follows the word at once, whatever the tree hangs it on.

    In "held meetings with the presidents of Chad", the presidents are those with whom the meetings were. Without
    prepositions that of the phrase right after the word.
    """
    doc, at, end = token.doc, token.i + 1, grammar.sentence_end(token)
    while cases and at < end and doc[at].tag_ in ("RP", "RB") and doc[at].lower_ not in cases:
        at += 1
    if at >= end or (cases and doc[at].lower_ not in cases):
        return None
    found: Token | None = None
    for word in doc[at + bool(cases) : end]:
        if word.tag_ in _NOUNS and word.ent_type_ != "DATE":
            found = word
        elif word.tag_ == "JJ" and found is not None and word.i + 1 < end and word.nbor().tag_ in _NOUNS:
            continue  # "EU foreign policy chief"
        elif word.tag_ not in _BEFORE_NOUN or (found is not None and word.tag_ not in ("POS", "HYPH")):
            break
    return found


def _before(verb: Token) -> list[Token]:
    found = [child for child in verb.lefts if _is_side(child) and not case_of(child)]
    named = [child for child in found if child.dep_ in grammar.SUBJECTS]
    named = [child for child in named[:-1] if not _opens(child)] + named[-1:]
    # A subject by its label, and what "and" joins to it; without one, whatever stands there.
    return [child for child in found if child in named or _is_joined(child)] if named else found


def _opens(name: Token) -> bool:
    """A report is from there, and it does nothing: "Oslo /NORTEL/ President X received", "OSLO — Norway held"."""
    if name.i != grammar.sentence_start(name) or name.i + 1 >= len(name.doc):
        return False
    behind = name.nbor()
    return behind.text.startswith("/") or (behind.text in DASHES and bool(name.whitespace_ and behind.whitespace_))


def _is_joined(token: Token) -> bool:
    first = nounphrases.base_phrase(token)[0]
    before = token.doc[first.i - 1] if first.i > 0 else None
    return token.dep_ == "conj" or (before is not None and (before.lower_ in ("and", "&") or before.pos_ == "NOUN"))


def _is_side(token: Token) -> bool:
    return (
        token.pos_ in _NOMINAL
        and token.dep_ not in _NO_SIDES
        and token.ent_type_ != "DATE"
        and token.dep_ != "obl:unmarked"
    )
