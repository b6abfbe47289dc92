"""Extents: where a content begins and ends that the network cut at a person it is about."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.extract.attributions.sightings import REPORTING
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases, subjects
from kg.extract.syntax.grammar import FINITE
from kg.extract.syntax.position import DASHES
from kg.extract.words.cueacts import act_of
from kg.extract.words.cues import cue_lemma

# Acts of which it is part of what is said who is to do it, or has done it.
_OF_OTHERS = frozenset({"accuse", "ask", "demand"})
# More words before an apposition are no subject but a clause that the tree got wrong.
_LONGEST = 12
# Words that begin another clause, which may tell when or why it was said.
_CONJUNCTIONS = frozenset(
    "because while after before when as if although though since until unless but and or so on in at during".split()
)
# Verbs with nobody beside them who is told.
_THINKING = frozenset({"think", "believe", "know", "say", "feel", "hope", "guess", "suspect"})
# No clause ends with one of these.
_OPEN = frozenset({"AUX", "DET", "ADP", "SCONJ"})
_ASKING = frozenset({"WDT", "WP", "WRB"})
#: What somebody says something in, to whom it goes or with whom it is held.
VESSELS = frozenset(
    """
    letter message note email memo cable interview call conversation speech address briefing remark comment testimony
    evidence presentation report statement meeting talk telegram missive
    """.split()
)
# Those that end what is asked for: "urged Mali to leave | in a letter to its president".
_TRAILING = VESSELS - {"comment", "evidence", "remark", "report", "statement", "talk"}
# What is done in them itself: "asked him to explain it in a letter to".
_WRITTEN = frozenset(
    "argue ask discuss explain express mention raise repeat reply respond say speak state tell".split()
)
_GOING = frozenset({"to", "with", "addressed", "sent"})
# So many tokens a dateline has, with the agency's name.
_DATELINE = 14
# Of the next sentence so few words have strayed in.
_BEGUN = 2


def whole_subject(doc: Doc, first: int, last: int, taken: set[int]) -> int:
    """The start of the subject within which the words begin: "Its minister, | Ilan Marr, has offered to"."""
    word, noun = doc[first], doc[first].head
    if word.dep_ != "appos" or noun.i >= first or not noun.dep_.startswith("nsubj") or not first < noun.head.i <= last:
        return first
    start = min(token.i for token in noun.subtree)
    return first if taken.intersection(range(start, first)) or first - start > _LONGEST else start


def without_opening(doc: Doc, first: int, last: int, head: Token, mentions: Mentions) -> int:
    """The start after a dateline and a conjunction, before a clause ahead of its cue: "OSLO, May 3 — | It is, he said".

    What is quoted is said whole; a day right behind the cue is that of the saying: "said on Monday | sales fell".
    """
    if first == head.i + 1 and head.tag_ == "VBD" and doc[first].lower_ == "on" and doc[first].head.ent_type_ == "DATE":
        behind = doc[first].head.i + 1
        return behind if behind < last and doc[behind].ent_iob_ != "I" and not doc[behind].is_punct else first
    if first > head.i or mentions.quotes.quoted(doc[first].idx):
        return first
    start = first
    if first == 0 or doc[first - 1].is_space:
        for token in doc[first + 1 : min(first + _DATELINE, last)]:
            if token.text in DASHES and token.whitespace_ and token.nbor(-1).whitespace_:
                start = token.i + 1
                break
            if not (token.is_punct or token.like_num or token.text[0].isupper()):
                break
    opens = doc[start].is_sent_start or (start > 0 and doc[start - 1].text in DASHES)
    return start + 1 if opens and doc[start].lower_ in ("and", "but") and start < last else start


def whole_word(doc: Doc, last: int, taken: set[int]) -> int:
    """The end of the word that goes on over a hyphen: "hundreds of coal | -fired plants"."""
    while last + 2 < len(doc) and doc[last + 1].tag_ == "HYPH" and nounphrases.joins(doc[last + 1]):
        if taken.intersection((last + 1, last + 2)):
            break
        last += 2
    return last


def asked(doc: Doc, first: int, last: int, taken: set[int], head: Token) -> tuple[int, int]:
    """The content with who is asked and what they are asked or accused of: "called on | Oman | to wait"."""
    if head.pos_ != "VERB" or first <= head.i or act_of(cue_lemma([head], head), head) not in _OF_OTHERS:
        return first, last
    of = [child for child in grammar.children(head, "obl", "advcl", "xcomp") if _mark(child) == "of"]
    to = [child for child in grammar.children(head, "xcomp", "advcl", "ccomp") if _mark(child) == "to"]
    for clause in (*of, *to):
        words = [token.i for token in clause.subtree if not token.is_space]
        between = range(last + 1, words[0])
        parted = len(between) > 1 or any(doc[i].text != "," and doc[i].ent_type_ != "DATE" for i in between)
        if last < words[0] and not parted and not taken.intersection(range(last + 1, words[-1] + 1)):
            last = words[-1]
        if first == words[0]:
            whom = _whom(head, first)
            first = whom[0].i if whom and not taken.intersection(token.i for token in whom) else first
    while last > first and doc[last].text in (",", ".", ";"):
        last -= 1
    return first, last


def heard(head: Token, contents: list[list[Token]]) -> list[list[Token]]:
    """The contents without whoever is asked or told, and without the answer to a question.

    "[He] was asked | why he left"; "“Why?” she asked. / | “They paid.”".
    """
    if len(contents) < 2:
        return contents
    told = subjects.passive_subject(head) if head.lemma_ not in REPORTING else None
    found = [tokens for tokens in contents if told is None or grammar.head_of(tokens).i != told.i]
    first = next((i for i, tokens in enumerate(found) if _asks(tokens) and tokens[-1].i < head.i), None)
    if first is None or head.lemma_ not in ("ask", "wonder", "inquire", "enquire", "demand"):
        return found
    return found[: first + 1] + [
        tokens for tokens in found[first + 1 :] if _asks(tokens) or not _is_later(tokens, head)
    ]


def _asks(tokens: list[Token]) -> bool:
    return any(token.text == "?" for token in tokens[-2:])


def _is_later(tokens: list[Token], head: Token) -> bool:
    """The words stand in a paragraph after that of the cue."""
    return any("\n\n" in token.text for token in head.doc[head.i : tokens[0].i] if token.is_space)


def run_on(verb: Token, words: list[Token], inside: set[int]) -> list[Token]:
    """What the tree has as the clause that a verb reports, with what it broke off: "hopes to be elected | president".

    Nothing but the clause itself goes on after it without a mark or a conjunction, and nothing but its subject stands
    between a verb of thinking and a clause that has none.

    Args:
        verb: the cue.
        words: of its complement, in text order.
        inside: indices of the tokens among which the complement must lie.
    """
    if not words:
        return words
    head = grammar.head_of(words)
    clause = head.pos_ in ("VERB", "AUX") or any(grammar.children(head, "cop"))
    open_ended = len(words) > 1 and words[-1].lower_ in ("of", "for")  # "accused Norway of | breaking it"
    if not open_ended and (not clause or head.dep_ not in ("ccomp", "xcomp") or words[0].i < verb.i):
        return words
    doc, first, last = verb.doc, words[0].i, words[-1].i
    while last + 1 < len(doc) and last + 1 in inside and not _parts(doc[last + 1], doc[last]):
        last += 1
    bare = (
        verb.lemma_ in _THINKING
        and head.dep_ == "ccomp"
        and first == min(token.i for token in head.subtree)
        and doc[first].tag_ in FINITE
    )
    between = doc[verb.i + 1 : first] if bare else ()
    asks = verb.lemma_ in _THINKING and last >= first and doc[first - 1].tag_ in _ASKING and first - 2 == verb.i
    if asks and first - 1 in inside:  # "knows | who | is right"
        first -= 1
    named = any(token.pos_ in ("NOUN", "PROPN", "PRON") for token in between)
    if named and all(token.i in inside and not token.is_punct and not token.is_space for token in between):
        first = verb.i + 1
    return [token for token in doc[first : last + 1] if token.i in inside and not token.is_space]


def _parts(token: Token, before: Token) -> bool:
    """The word begins what need not belong to the clause before it, which does not end with the one before."""
    aside = token.dep_ == "cc" or token.lower_ in _CONJUNCTIONS or token.ent_type_ == "DATE"
    return (aside and before.pos_ not in _OPEN) or token.is_punct or token.is_space or token.is_quote


def without_next(doc: Doc, first: int, last: int, mentions: Mentions) -> int:
    """The end before a word or two of the next sentence, outside the quotation: "“It is late.” | She | is right."."""
    start = doc[last].sent.start
    begun = first < start and last + 2 < doc[last].sent.end and last - start < _BEGUN
    outside = not mentions.quotes.quoted(doc[last].idx) and mentions.quotes.quoted(doc[start - 1].idx)
    return start - 1 if begun and outside else last


def whole_clause(first: int, last: int, head: Token) -> int:
    """The end of the clause before the cue that is cut before its verb: "He | told us so, a paper reported"."""
    verb = next((child for child in grammar.children(head, "ccomp") if last < child.i < head.i), None)
    if verb is None or not any(first <= child.i <= last for child in verb.children):
        return last
    words = [token for token in verb.subtree if token.i < head.i and not token.is_punct and not token.is_space]
    return words[-1].i


def before_remark(doc: Doc, first: int, last: int, head: Token, mentions: Mentions) -> int:
    """The end before the reporter's clause on what is named last: "would hold its congress | , which was put off"."""
    if first < head.i or mentions.quotes.quoted(doc[last].idx):
        return last
    for comma in reversed(doc[first + 1 : last]):
        if comma.text == "," and comma.nbor().tag_ in ("WDT", "WP", "WP$"):
            noun = next((above for above in (comma.nbor(), *comma.nbor().ancestors) if above.dep_ == "acl:relcl"), None)
            ends = noun is not None and first < noun.head.i < comma.i and max(t.i for t in noun.subtree) >= last
            goes_on = any(t.text == "," and t.nbor().tag_ == "TO" for t in doc[comma.i + 1 : last])
            return comma.i - 1 if ends and not goes_on else last
    return last


def _whom(head: Token, first: int) -> list[Token]:
    """The words between the cue and the content, where they are who is asked."""
    people = [child for child in grammar.children(head, "obj", "obl") if head.i < child.i < first]
    person = next((child for child in reversed(people) if child.ent_type_ != "DATE"), None)
    words = [token for token in nounphrases.noun_phrase(person) if token.dep_ != "case"] if person is not None else []
    return words if words and words[-1].i == first - 1 else []


def _mark(clause: Token) -> str:
    return next((child.lower_ for child in grammar.labelled(clause, "mark", "case")), "")


def trimmed(tokens: list[Token]) -> list[Token]:
    """Without commas and stops at either end."""
    while tokens and tokens[0].text in {",", ";", ":", "."}:
        tokens = tokens[1:]
    while tokens and tokens[-1].text in {",", ";", ":", "."}:
        tokens = tokens[:-1]
    return tokens


def whole_report(doc: Doc, first: int, last: int, head: Token, mentions: Mentions) -> int:
    """The start where what is said reports something itself, cut at its cue: "X told them | to go, Oslo said"."""
    if last + 1 >= head.i or doc[last + 1].text != "," or head.tag_ not in FINITE:
        return first
    before = grammar.children(head, "ccomp")
    host = head.head if head.dep_ == "parataxis" else next((child for child in before if child.i < first), head)
    if host.i >= first or host.tag_ not in FINITE or not host.is_ancestor(grammar.head_of([*doc[first : last + 1]])):
        return first
    inside = {token.i for token in host.subtree}
    start = min(inside)
    words = doc[start:first]
    broken = any(token.i not in inside or token.is_space for token in words)
    if broken or any(token.text == ";" or mentions.quotes.quoted(token.idx) for token in doc[first : last + 1]):
        return first
    return start


def whole_opening(doc: Doc, first: int, last: int, head: Token) -> int:
    """The end of the clause that the last word begins, cut at who says it: "left because of what | they called a lie".

    So it is with its subject: "will close after its owner | sold it".
    """
    word = doc[last]
    opens = word.tag_ in _ASKING or word.lower_ == "what" or (word.dep_ in ("mark", "case") and word.head.i > last)
    marked = (first < child.i < last for child in grammar.children(word.head, "mark"))
    opens |= word.dep_.startswith("nsubj") and word.head.i > last and any(marked)
    if last + 1 >= len(doc) or not opens:
        return last
    above = word if not word.dep_.startswith("nsubj") and any(child.i > last for child in word.children) else word.head
    bare = doc[last + 1].is_space or (doc[last + 1].is_punct and not word.dep_.startswith("nsubj"))
    if above.i < last or bare:
        return last
    end = max(token.i for token in above.subtree)
    while end > last and (doc[end].is_space or (doc[end].is_punct and not doc[end].is_quote)):
        end -= 1
    inside = doc[last + 1 : end + 1]
    if any(token.i == head.i or token.is_space or token.is_sent_start for token in inside):
        return last
    return whole_opening(doc, first, end, head) if end > last else last


def before_vessel(doc: Doc, first: int, last: int, head: Token, mentions: Mentions) -> int:
    """The end before the letter or the call in which it is asked: "urged Mali to leave | in a letter to its leader"."""
    if first < head.i or mentions.quotes.quoted(doc[last].idx):
        return last
    for noun in doc[first + 1 : last]:
        if noun.lemma_ not in _TRAILING or noun.nbor().lower_ not in _GOING:
            continue
        case = next((child for child in grammar.labelled(noun, "case") if child.lower_ in ("in", "during")), None)
        above, known = noun.head, any(child.lower_ == "the" for child in grammar.labelled(noun, "det"))
        asked_for = above.dep_ in ("xcomp", "obj") and above.head.i == head.i and above.lemma_ not in _WRITTEN
        goes_on = any(token.tag_ in FINITE or token.tag_ == "TO" for token in doc[noun.i + 1 : last + 1])
        if case is not None and case.i > first + 1 and (asked_for or above.i == head.i) and not (known or goes_on):
            return case.i - 1
    return last
