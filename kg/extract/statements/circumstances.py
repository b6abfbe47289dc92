"""Circumstances of a saying: when it is said, and which names stand in the clause of its cue."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.attributions.moments import opening, taken_up
from kg.extract.mentions.mentions import Mentions
from kg.extract.statements.aftermaths import SOON, day_of_occasion
from kg.extract.statements.alongside import is_alongside
from kg.extract.statements.audiences import day_of_sitting
from kg.extract.statements.otherdates import AT, CLOSING, is_anothers
from kg.extract.statements.sharing import (
    TEXTS,
    belongs,
    is_doing,
    is_issued,
    is_occasion,
    main_of,
    of_speaker,
)
from kg.extract.syntax import grammar, nouns
from kg.extract.syntax.sides import case_of
from kg.extract.times import times
from kg.model import Mention, MentionKind, Time

# What opens with these is where it is said, whatever it is.
_HELD = frozenset({"in", "at", "during", "inside", "outside"})
# After these a date bounds a stretch of time, and tells no moment at which something was said.
_SPANNING = frozenset({"since", "until", "till", "from", "before"})
# Verbs of what is said, promised or of what somebody is accused: a date right behind is theirs.
_VERBS = frozenset({"VB", "VBG", "VBD", "VBZ", "VBP", "MD"})
_MODIFYING = frozenset({"amod", "compound"})
_BESIDE = frozenset({"neighbouring", "neighboring"})
# What is said begins with these, behind the day on which it is said.
_OPENING = frozenset({"that", "whether"})
# So many words lie between the cue and a day behind an aside, at least: "told her, on Monday".
_LEAST = 3
# Dates that are read to find the one from which another is told; it is hardly ever further back than one or two.
_TOLD_BEFORE = 3


def time_of(one: Link, mentions: Mentions, published: date | None) -> Time | None:
    """When it is said: by a date of the clause of the cue rather than by one of a clause beside it."""
    tense = grammar.tense(main_of(one.head) if one.head.tag_ == "VBG" else one.head)
    if (taken := taken_up(one, mentions, published)) is not None:
        return taken
    opened = opening(one.head, mentions)
    around = [*([opened] if opened else []), *outside(one, "date", mentions), *_before_content(one, mentions)]
    dates = [(_head(mention, mentions), mention) for mention in around if mention.kind == "date"]
    for head, mention in sorted(dates, key=lambda dated: not _in_clause(dated[0], one)):
        own = _behind(mention, one, mentions) is not None or _is_behind_aside(mention, one, mentions)
        if (_is_of_noun(head, one) and not own) or is_parted(mention, one, mentions.text):
            continue
        if is_anothers(mention, head, one, mentions):
            continue
        if _is_span(head, one.head) or (_is_perfect(one.head) and _is_of_other(head, one.head)):
            continue  # what "has threatened to march on Friday" has threatened it before
        marks = [*_dates_before(mention, mentions), times.Mark(mention.span, tense, own=head.head.pos_ == "VERB")]
        found = times.read(mentions.text, marks, published)
        if found is not None and found.granularity != "day" and _is_present(one.head):
            continue  # who "expects no test this year" expects it now
        if found is not None and (tense == "future" or not _is_ahead(found, published)):
            return found
    found = _in_month(one, mentions, published) or day_of_occasion(one, mentions, published)
    return found or day_of_sitting(one, mentions, published)


def _in_month(one: Link, mentions: Mentions, published: date | None) -> Time | None:
    """The month of what came of it: "talks in December broke down after the rebels accused"; it may be another day."""
    head = one.head
    if head.dep_ != "advcl" or not any(child.lower_ == "after" for child in grammar.children(head, "mark")):
        return None
    around = [token for child in head.head.children if child.i != head.i for token in (child, *child.children)]
    for mention in (mentions.of(token) for token in around if token.pos_ not in ("VERB", "AUX")):
        if mention is not None and mention.kind == "date":
            found = times.read(mentions.text, [times.Mark(mention.span, grammar.tense(head.head))], published)
            if found is not None and found.granularity == "month" and not _is_ahead(found, published):
                return found
    return None


def _is_span(date_: Token, verb: Token) -> bool:
    """The date only bounds a time, or is that to which something is put off: "expected it by Thursday", "for Monday".

    Not "until May he refused", "has been asking since".
    """
    case = case_of(date_)
    lasting = verb.tag_ == "VBG" or (date_.i < verb.i and not (case == "since" and verb.tag_ == "VBD"))
    put_off = case == "to" and date_.head.i != verb.i
    return case in ("by", "for") or put_off or (case in _SPANNING and not lasting)


def _is_present(verb: Token) -> bool:
    """A simple present: "expects", "does not expect"."""
    finite = verb.tag_ in ("VBZ", "VBP") and verb.dep_ != "conj"
    return finite or any(child.lower_ in ("do", "does") for child in grammar.children(verb, "aux"))


def _is_perfect(verb: Token) -> bool:
    """The present perfect goes with no day that is over: "has threatened"."""
    return any(child.lower_ in ("has", "have", "'ve", "’ve") for child in grammar.children(verb, "aux"))


def _is_of_other(date_: Token, verb: Token) -> bool:
    """The date is not that of the saying that the perfect tells of: "met last week and has".

    It is where it tells of a document: "has urged them to wait, in a letter published on Monday".
    """
    above = date_.head
    joined = verb.dep_ == "conj" and above.i == verb.head.i
    joined |= verb.tag_ == "VBN" and case_of(date_) in _SPANNING
    of_text = above.dep_ == "acl:relcl" and above.head.lemma_.lower() in nouns.DOCUMENTS
    return joined or (case_of(date_) in AT and above.dep_ != "acl" and not of_text)


def _is_ahead(time: Time, published: date | None) -> bool:
    """The time lies after publication: what has been said was not said then ("has invited them for June 18")."""
    if published is None:
        return False
    week = published.isocalendar()
    today = {
        "day": published.isoformat(),
        "week": f"{week.year}-W{week.week:02d}",
        "month": published.isoformat()[:7],
        "year": published.isoformat()[:4],
    }
    return time.value > today[time.granularity]


def _is_of_noun(head: Token, one: Link) -> bool:
    """The date tells when something else was: "a ban from March to May", not "an interview on Thursday"."""
    if head.dep_ != "nmod" or head.head.pos_ not in ("NOUN", "PROPN"):
        return False
    if head.head.dep_ == "obl" and head.head.head.i == one.head.i > head.head.i and case_of(head.head) in _HELD:
        return False  # "In a seminar on Monday, she said"
    if is_doing(head.head):
        return False
    noun = head.head.lemma_.lower()
    told = noun == "eve" or noun in TEXTS | nouns.PEOPLE | nouns.ORGANIZATIONS
    return not told and not head.head.ent_type_ and not is_occasion(head.head)


def is_parted(mention: Mention, one: Link, text: str) -> bool:
    """A semicolon stands between the words and the cue."""
    start, end = min(mention.start, one.head.idx), max(mention.end, one.head.idx)
    return ";" in text[start:end]


def _before_content(one: Link, mentions: Mentions) -> list[Mention]:
    """What is the cue's though it was taken into the content: "defended the pledge on Thursday"."""
    found = []
    for token in (token for content in one.contents for token in content):
        mention = mentions.of(token)
        if mention is None or mention.kind != "date" or mention in found or token.i < one.head.i:
            continue
        head = _head(mention, mentions)
        head = head.head if head.head.lower_ == "ago" else head
        last = grammar.tokens_in(mentions.doc, mention.span)[-1].i + 1
        leads = last < len(head.doc) and head.doc[last].lower_ in _OPENING  # "told us on Monday that there was"
        between = one.head.doc[one.head.i + 1 : head.i]
        verbs = (each for each in between if each.pos_ in ("VERB", "AUX") and each.dep_ not in _MODIFYING)
        if (leads or head.head.i == one.head.i) and not any(verbs):  # "reported three drifting mines this month"
            found.append(mention)
    return found


def _head(mention: Mention, mentions: Mentions) -> Token:
    return grammar.head_of(grammar.tokens_in(mentions.doc, mention.span))


def _in_clause(token: Token, one: Link) -> bool:
    """No other verb stands between the token and the cue above it."""
    cue = {each.i for each in one.cue}
    above = next((above for above in grammar.ancestors(token) if above.i in cue or above.pos_ in ("VERB", "AUX")), None)
    return above is not None and above.i in cue


def _dates_before(mention: Mention, mentions: Mentions) -> list[times.Mark]:
    """The dates before, from which "the next day" may be told, each in the tense of its own clause."""
    before = [other for other in mentions if other.kind == "date" and other.end <= mention.start][-_TOLD_BEFORE:]
    return [times.Mark(other.span, grammar.tense(grammar.clause(_head(other, mentions)))) for other in before]


def outside(one: Link, kind: MentionKind, mentions: Mentions) -> list[Mention]:
    """The mentions of a kind in the sentence of the cue that belong to its own clause and to no content or source."""
    said = {token.i for content in one.contents for token in content}
    source = {token.i for token in one.source}
    found = []
    for token in one.head.sent:
        mention = mentions.of(token) if token.i not in said else None
        if mention is None or mention.kind != kind or mention in found:
            continue
        own = token.i not in source or _is_of_verb(token, one.head) or of_speaker(token, one)
        if not own and not is_issued(token, one):
            continue
        behind = _behind(mention, one, mentions) if mention.kind == "date" else None
        if token.text == "Today" and token.dep_ == "compound":
            continue  # "on the Today programme"
        # "Accused neighbouring Norway | on Monday", whatever the tree makes of it.
        words = (each for each in behind or () if each.lower_ not in _BESIDE and each.dep_ not in _MODIFYING)
        tags = {each.tag_ for each in words}
        if tags & _VERBS:
            continue  # "promised to meet them | on Saturday", "accused it of shelling the town | on Monday night"
        beside = mention.kind == "date" and (
            is_alongside(token, one, said)
            or _is_behind_aside(mention, one, mentions)
            or _leads(token, mention, one, mentions)
            or _is_soon_after(token, one)
        )
        if behind is not None or beside or belongs(token, one, said):
            found.append(mention)
    return found


def _leads(token: Token, mention: Mention, one: Link, mentions: Mentions) -> bool:
    """The day stands right before what is said or the cue, whatever it hangs on.

    "Came after he said on Monday that", "came after Rowe on Monday called for".
    """
    last = grammar.tokens_in(mentions.doc, mention.span)[-1].i
    if last + 1 == one.cue[0].i:
        return token.head.is_ancestor(one.head)
    first = grammar.tokens_in(mentions.doc, mention.span)[0].i
    behind = one.cue[-1].i in (first - 1, first - 2 if token.doc[first - 1].lower_ in AT else -1)
    if behind and (last + 1 == grammar.sentence_end(token) or token.doc[last + 1].is_punct):
        return True  # "it was late, he had said on Monday"
    said = token.i > one.head.i and any(content[0].i == last + 1 for content in one.contents)
    return said and not any(each.pos_ in ("VERB", "AUX") for each in token.doc[one.head.i + 1 : token.i])


def _is_behind_aside(mention: Mention, one: Link, mentions: Mentions) -> bool:
    """The day stands behind what tells who is told: "told the Courier, a newspaper in Oslo, on Monday"."""
    first, cue = grammar.tokens_in(mentions.doc, mention.span)[0], one.head
    if first.i - cue.i < _LEAST or first.nbor(-1).lower_ not in AT or first.nbor(-2).text != ",":
        return False
    return not any(each.pos_ in ("VERB", "AUX") for each in first.doc[cue.i + 1 : first.i])


def _is_soon_after(token: Token, one: Link) -> bool:
    """The day is that of what was just before: "hours after missiles hit Oslo on Monday, she said"."""
    verb = token.head
    if verb.dep_ != "advcl" or verb.head.i != one.head.i or verb.pos_ != "VERB" or verb.i > one.head.i:
        return False
    after = next((mark for mark in grammar.labelled(verb, "mark") if mark.lower_ in ("after", "before")), None)
    return after is not None and after.i > 0 and after.nbor(-1).lower_ in SOON


def _is_of_verb(token: Token, verb: Token) -> bool:
    """The day stands right before the verb, and belongs to no source: "who only last week said", "Rowe Monday said"."""
    right = verb.dep_ == "acl:relcl" or token.i == verb.i - 1
    return right and token.ent_type_ == "DATE" and token.head.i == verb.i


def _behind(mention: Mention, one: Link, mentions: Mentions) -> list[Token] | None:
    """What is said, where the date stands right after it: "an embargo | in May", which the tree may hang it on."""
    before = mentions.text[: mention.start].rstrip()
    words = before.rsplit(maxsplit=1)
    case = words[-1] if len(words) > 1 and words[-1] in AT else ""
    before = before[: len(before) - len(case)].rstrip()
    said = [tokens for tokens in one.contents if tokens[0].i > one.head.i and tokens[-1].text not in CLOSING]
    return next((tokens for tokens in said if case and grammar.span_of(*tokens)[1] == len(before)), None)
