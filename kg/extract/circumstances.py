"""Circumstances of a saying: when and where it is said, as the clause of its cue tells."""

from __future__ import annotations

import re
from datetime import date

from spacy.tokens import Token

from kg.extract import grammar, nouns, times
from kg.extract.attributions import Link
from kg.extract.mentions import Mentions
from kg.extract.moments import opening, taken_up
from kg.extract.sides import case_of
from kg.model import Mention, Time

# Clauses that share what opens the clause they hang on: "On Monday X met Y and said ...".
_SHARING = frozenset({"conj", "advcl", "xcomp", "parataxis", "ccomp"})
# What stands before the day or month in which something is said.
_AT = frozenset({"on", "in"})
# After these a date bounds a stretch of time, and tells no moment at which something was said.
_SPANNING = frozenset({"since", "until", "till", "from", "before"})
# What people speak at or in: its time is when it is said.
_OCCASIONS = frozenset(
    """
    conference news meeting summit talk session hearing rally debate call visit ceremony event gathering forum dinner
    appearance broadcast programme program show podcast conversation discussion lecture sermon vote
    """.split()
)
# Who speaks so speaks then: "speaking in Oslo on Friday, she said", "testifying on Monday, he denied".
_SPEAKING = frozenset(
    """
    addressing answering appearing arguing briefing commenting lecturing preaching presenting replying responding
    speaking talking telling testifying tweeting writing
    """.split()
)
# How what is said gets out: "in a letter dated 4 January", "in a report published on Monday".
_ISSUING = frozenset(
    """
    air broadcast carry circulate date deliver distribute give hold issue post print publish record release send sign
    stream submit tape televise
    """.split()
)
# Texts that say what they say as they are issued.
_SAYINGS = frozenset(
    "statement letter message video tweet post communiqué communique declaration email memo recording note".split()
)
# Verbs of what is promised or of what somebody is accused; a clause with a subject is whole, and its date within it.
_NONFINITE, _FINITE = frozenset({"VB", "VBG"}), frozenset({"VBD", "VBZ", "VBP", "MD"})
# What ends in these is said by then: "said it would “wait” on Monday".
_CLOSING = frozenset({"”", '"', "''", ","})
# "Said by telephone from Oslo".
_PHONED = re.compile(r"(?:phone|telephone|video|satellite link|video link) from $")
_CALL = 20  # characters that has
# Dates that are read to find the one from which another is told; it is hardly ever further back than one or two.
_TOLD_BEFORE = 3


def time_of(one: Link, mentions: Mentions, published: date | None) -> Time | None:
    """When it is said: by a date of the clause of the cue rather than by one of a clause beside it."""
    tense = grammar.tense(_main(one.head) if one.head.tag_ == "VBG" else one.head)
    if (taken := taken_up(one, mentions, published)) is not None:
        return taken
    opened = opening(one.head, mentions)
    around = [*([opened] if opened else []), *_outside(one, mentions), *_before_content(one, mentions)]
    dates = [(_head(mention, mentions), mention) for mention in around if mention.kind == "date"]
    for head, mention in sorted(dates, key=lambda dated: not _in_clause(dated[0], one)):
        if (_is_of_noun(head) and _behind(mention, one, mentions) is None) or _is_parted(mention, one, mentions.text):
            continue
        if _is_span(head, one.head) or (_is_perfect(one.head) and case_of(head) in _AT):
            continue  # what "has threatened to march on Friday" has threatened it before
        marks = [*_dates_before(mention, mentions), times.Mark(mention.span, tense)]
        found = times.read(mentions.text, marks, published)
        if found is not None and found.granularity != "day" and _is_present(one.head):
            continue  # who "expects no test this year" expects it now
        if found is not None and (tense == "future" or not _is_ahead(found, published)):
            return found
    return _in_month(one, mentions, published)


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
    """The date only bounds a time: "expected it by Thursday"; not "until May he refused", "has been asking since"."""
    lasting = verb.tag_ == "VBG" or date_.i < verb.i
    return case_of(date_) == "by" or (case_of(date_) in _SPANNING and not lasting)


def _is_present(verb: Token) -> bool:
    """A simple present: "expects", "does not expect"."""
    finite = verb.tag_ in ("VBZ", "VBP") and verb.dep_ != "conj"
    return finite or any(child.lower_ in ("do", "does") for child in grammar.children(verb, "aux"))


def _is_perfect(verb: Token) -> bool:
    """The present perfect goes with no day that is over: "has threatened"."""
    return any(child.lower_ in ("has", "have", "'ve", "’ve") for child in grammar.children(verb, "aux"))


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


def _is_of_noun(head: Token) -> bool:
    """The date tells when something else was: "a ban from March to May", not "an interview on Thursday"."""
    if head.dep_ != "nmod" or head.head.pos_ not in ("NOUN", "PROPN"):
        return False
    noun = head.head.lemma_.lower()
    told = noun == "eve" or noun in nouns.DOCUMENTS | nouns.PEOPLE | nouns.ORGANIZATIONS or noun in _OCCASIONS
    return not told and not head.head.ent_type_


def _is_parted(mention: Mention, one: Link, text: str) -> bool:
    """A semicolon stands between the date and the cue."""
    start, end = min(mention.start, one.head.idx), max(mention.end, one.head.idx)
    return ";" in text[start:end]


def _before_content(one: Link, mentions: Mentions) -> list[Mention]:
    """What hangs on the cue itself though it was taken into the content: "defended the pledge on Thursday"."""
    found = []
    for token in (token for content in one.contents for token in content):
        mention = mentions.of(token)
        if mention is None or mention.kind != "date" or mention in found or token.i < one.head.i:
            continue
        head = _head(mention, mentions)
        head = head.head if head.head.lower_ == "ago" else head
        between = one.head.doc[one.head.i + 1 : head.i]
        if head.head.i == one.head.i and not any(each.pos_ in ("VERB", "AUX") for each in between):
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


def place_of(one: Link, mentions: Mentions) -> Mention | None:
    """Where it is said: a place in the clause of the cue, from which somebody phones or where he is told to be."""
    for mention in _outside(one, mentions):
        traits = mentions.traits(mention)
        phoned = _PHONED.search(mentions.text, max(0, mention.start - _CALL), mention.start)
        here = (traits.locative and traits.function == "oblique") or phoned
        if mention.kind == "place" and here:
            return mention
    for token in one.speaker.subtree if one.speaker is not None else ():
        where = mentions.of(token)  # "the minister, who is in Oslo for talks"
        left = {child.lower_ for child in token.lefts} if where is not None and where.kind == "place" else set()
        if {"who", "in"} <= left and left & {"is", "was"}:
            return where
    return None


def _outside(one: Link, mentions: Mentions) -> list[Mention]:
    """The mentions in the sentence of the cue that belong to its own clause and to no content or source."""
    said = {token.i for content in one.contents for token in content}
    source = {token.i for token in one.source}
    found = []
    for token in one.head.sent:
        outside = token.i not in said and (token.i not in source or _is_issued(token, one))
        mention = mentions.of(token) if outside and not token.is_space else None
        if mention is None or mention in found:
            continue
        behind = _behind(mention, one, mentions) if mention.kind == "date" else None
        tags = {each.tag_ for each in behind or ()}
        if tags & _NONFINITE and not tags & _FINITE:
            continue  # "promised to meet them | on Saturday", "accused it of shelling the town | on Monday night"
        if behind is not None or _belongs(token, one, said):
            found.append(mention)
    return found


def _behind(mention: Mention, one: Link, mentions: Mentions) -> list[Token] | None:
    """What is said, where the date stands right after it: "an embargo | in May", which the tree may hang it on."""
    before = mentions.text[: mention.start].rstrip()
    words = before.rsplit(maxsplit=1)
    case = words[-1] if len(words) > 1 and words[-1] in _AT else ""
    before = before[: len(before) - len(case)].rstrip()
    said = [tokens for tokens in one.contents if tokens[0].i > one.head.i and tokens[-1].text not in _CLOSING]
    return next((tokens for tokens in said if case and grammar.span_of(*tokens)[1] == len(before)), None)


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


def _main(cue: Token) -> Token:
    """The verb beside which a cue stands: "asked" in "asked them on Tuesday to order ..., saying"."""
    main = cue.head
    while cue.tag_ == "VBG" and cue.dep_ == "advcl" and main.dep_ == "xcomp":
        main = main.head
    return main


def _belongs(token: Token, one: Link, said: set[int]) -> bool:
    """The token hangs on the cue; or on the verb that the cue is coordinated with or subordinate to."""
    cue = {each.i for each in one.cue}
    for above in grammar.ancestors(token):
        if above.i in cue or _tells(above, cue):
            return True
        if above.i in said:
            return False
        if above.pos_ in ("VERB", "AUX"):
            return _shares(token, above, one.head)
    return False


def _tells(verb: Token, cue: set[int]) -> bool:
    """The verb tells how what the cue reports was said: "speaking on Friday", "in a letter dated 4 January"."""
    if verb.lower_ in _SPEAKING and verb.dep_ == "advcl":
        return verb.head.i in cue
    noun = verb.head
    if verb.lemma_ not in _ISSUING or verb.tag_ not in ("VBN", "VBD") or verb.i < noun.i:
        return False
    if noun.lemma_.lower() not in nouns.DOCUMENTS | _OCCASIONS:
        return False
    # "According to a report dated 4 January" dates what the report says, not what it is said of.
    according = next((child.i for child in noun.children if child.lower_ == "according"), noun.head.i)
    return according in cue


def _is_issued(token: Token, one: Link) -> bool:
    """The word hangs on what tells when the text that speaks was issued: "a statement released on Monday accuses".

    A study that was published on Monday disputes on any day what it disputes.
    """
    verb = token.head
    told = verb.head.lemma_.lower() in _SAYINGS or one.head.lower_ == "according"
    return told and _tells(verb, {each.i for each in one.cue})


def _shares(token: Token, verb: Token, cue: Token) -> bool:
    """The cue shares what stands with the verb: what opens its clause, and where nobody else begins to act the rest.

    "On Monday X met Y and said", "told parliament on Tuesday that ... and urged", "said on Tuesday that ..., blaming";
    not "parliament condemned it on Friday, and the bishop demanded", "conceded on Thursday ... but maintained".
    """
    main = grammar.coordinated_with(cue) if cue.dep_ == "conj" else _main(cue)
    if token.i < min(verb.i, cue.i) and verb.i in _sharing(cue):
        return True
    if main.i != verb.i or cue.dep_ not in _SHARING:
        return False
    if token.i < min(verb.i, cue.i):
        return True
    own = any(grammar.children(cue, "nsubj"))
    if own or token.i > cue.i:
        return False
    if cue.dep_ == "advcl":
        return cue.tag_ == "VBG"
    adversative = any(child.lower_ == "but" for child in cue.children)
    return cue.dep_ == "conj" and not adversative and grammar.tense(cue) == grammar.tense(verb)
