"""Reporting: whether a cue reports a statement at all, and what the main predicate of what it reports is."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.acts.actors import is_first_person
from kg.extract.attributions.doings import is_done
from kg.extract.attributions.issuing import is_issued
from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.statements.anonymity import is_of_anonymity
from kg.extract.statements.speakers import is_label
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.quotes import Quotes
from kg.extract.words.cues import UNTOLD
from kg.model import Article, Speaker
from kg.vocabulary import ACT_CUES

# A cue whose lemma the scheme does not know must be sure. Precision on data/gold rises by half a point from 0.5 to 0.7.
_SURE = 0.7


def root_of(one: Link) -> Token | None:
    """The predicate of what is said: the clause the cue governs, else the head of the first content."""
    for tokens in one.contents:
        inside = {token.i for token in tokens}
        for child in grammar.children(one.head, "ccomp", "xcomp", "parataxis"):
            if child.i in inside:
                return child
    return grammar.head_of(one.contents[0]) if one.contents else None


def is_saying(one: Link, lemma: str, speaker: Speaker, article: Article, mentions: Mentions, quotes: Quotes) -> bool:
    """Whether the cue reports a statement at all, and not an idiom, a question or what "we" all think."""
    if any(child.lower_ == "there" for child in grammar.labelled(one.head, "expl")):
        return False  # "there is no doubt"
    # "Is due" is a schedule, "was declared the winner" nobody's word.
    if (one.head.lemma_ in UNTOLD and speaker.kind == "implicit") or is_done(one, lemma, mentions):
        return False
    if one.head.pos_ in ("ADV", "ADJ", "DET") and lemma not in ACT_CUES:
        return False
    if one.is_turn or one.head.text.endswith(":"):
        return one.score == 1.0 or is_label(one, speaker, quotes)
    if lemma not in ACT_CUES and lemma != "according to" and one.score < _SURE:
        return False
    if quotes.quoted(one.head.idx):
        return speaker.kind != "author" and (speaker.kind != "implicit" or _is_told_to(one.head))
    if _is_question(one.head, quotes) or (
        grammar.negated(one.head) and lemma in ("answer", "respond", "reply", "comment")
    ):
        return False
    root = root_of(one)
    if is_of_anonymity(one, root) or _is_when(one, root):
        return False
    if speaker.mention is None or not is_first_person(speaker.mention, mentions):
        return True
    if one.speaker is not None and one.speaker.lower_ == "we":
        # "We reaffirm": a communiqué's; "as we know" and "we think" of a signed article are everybody's.
        return is_issued(article, quotes) and lemma in ACT_CUES and one.head.dep_ in ("ROOT", "conj", "parataxis")
    return speaker.kind == "author"


def _is_when(one: Link, root: Token | None) -> bool:
    """What stands for the content only tells when it was said: "apologised the next day"."""
    return root is not None and root.head.i == one.head.i and root.dep_ == "obl:unmarked"


def _is_question(head: Token, quotes: Quotes) -> bool:
    """The cue is what is asked: "Is he saying ...?"; a quoted question is something else."""
    if head.dep_ not in ("ROOT", "conj", "advcl"):
        return False
    ends = head.doc[grammar.sentence_end(head) - 1]
    while ends.is_space and ends.i > head.i:
        ends = ends.nbor(-1)
    return ends.text == "?" and not quotes.quoted(ends.idx)


def _is_told_to(verb: Token) -> bool:
    """Somebody is told it: "we were promised", of which nobody says by whom."""
    return subjects.passive_subject(verb) is not None
