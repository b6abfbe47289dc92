"""Circumstances of a saying: when and where it is said, as the clause of its cue tells."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from kg.extract import grammar, times
from kg.extract.attributions import Link
from kg.extract.mentions import Mentions
from kg.model import Mention, Time

# Clauses that share what opens the clause they hang on: "On Monday X met Y and said ...".
_SHARING = frozenset({"conj", "advcl", "xcomp", "parataxis", "ccomp"})
# What stands before the day or month in which something is said.
_AT = frozenset({"on", "in"})
# Dates that are read to find the one from which another is told; it is hardly ever further back than one or two.
_TOLD_BEFORE = 3


def time_of(one: Link, mentions: Mentions, published: date | None) -> Time | None:
    """When it is said: by a date of the clause of the cue rather than by one of a clause beside it."""
    dates = [(_head(mention, mentions), mention) for mention in _outside(one, mentions) if mention.kind == "date"]
    for _, mention in sorted(dates, key=lambda dated: not _in_clause(dated[0], one)):
        marks = [*_dates_before(mention, mentions), times.Mark(mention.span, grammar.tense(one.head))]
        found = times.read(mentions.text, marks, published)
        if found is not None and not _lies_ahead(found, one, published):
            return found
    return None


def _lies_ahead(time: Time, one: Link, published: date | None) -> bool:
    """What was or is said was not said later than it was published: "they accepted the offer to meet on 18 June"."""
    if published is None or grammar.tense(one.head) == "future":
        return False
    year, week, _ = published.isocalendar()
    today = f"{year}-W{week:02}" if "W" in time.value else published.isoformat()[: len(time.value)]
    return time.value > today


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


def place_of(one: Link, mentions: Mentions) -> Mention | None:
    """Where it is said: a place in the clause of the cue."""
    for mention in _outside(one, mentions):
        traits = mentions.traits(mention)
        if mention.kind == "place" and traits.locative and traits.function == "oblique":
            return mention
    return None


def _outside(one: Link, mentions: Mentions) -> list[Mention]:
    """The mentions in the sentence of the cue that belong to its own clause and to no content or source."""
    taken = {token.i for content in one.contents for token in content} | {token.i for token in one.source}
    found = []
    for token in one.head.sent:
        mention = mentions.of(token) if token.i not in taken and not token.is_space else None
        if mention is not None and mention not in found:
            follows = mention.kind == "date" and _follows(mention, one, mentions)
            if follows or _belongs(token, one, taken):
                found.append(mention)
    return found


def _follows(mention: Mention, one: Link, mentions: Mentions) -> bool:
    """The date stands right after what is said of a thing, which the tree may hang it on: "an embargo | in May"."""
    before = mentions.text[: mention.start].rstrip()
    words = before.rsplit(maxsplit=1)
    case = words[-1] if len(words) > 1 and words[-1] in _AT else ""
    before = before[: len(before) - len(case)].rstrip()
    ends = {grammar.span_of(*tokens)[1] for tokens in one.contents if tokens[0].i > one.head.i}
    return bool(case) and len(before) in ends


def _sharing(verb: Token) -> set[int]:
    """The verbs with which it shares what opens their clause: "On Monday they met, shook hands and said"."""
    found: set[int] = set()
    while verb.dep_ in _SHARING and not _has_subject(verb) and verb.head.i not in found:
        conj = verb.dep_ == "conj"
        verb = verb.head
        found.add(verb.i)
        if not conj:
            break
    return found


def _has_subject(verb: Token) -> bool:
    """The clause is told of somebody by itself: "the talks begin today, and I believe" tells no day of believing."""
    return any(grammar.children(verb, "nsubj")) and verb.dep_ == "conj"


def _belongs(token: Token, one: Link, taken: set[int]) -> bool:
    """The token hangs on the cue; or it opens a clause whose verb the cue is coordinated with or subordinate to."""
    cue = {each.i for each in one.cue}
    for above in grammar.ancestors(token):
        if above.i in cue:
            return True
        if above.i in taken or above.pos_ in ("VERB", "AUX"):
            shared = above.i in _sharing(one.head)
            first = one.head.i if one.head.dep_ == "conj" else min(above.i, one.head.i)
            return shared and token.i < first
    return False
