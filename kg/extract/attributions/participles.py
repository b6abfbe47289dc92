"""Participles: who says what a participle reports, by a subject or an agent that is not simply its own."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.attributions.documents import author_of
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.nouns import DOCUMENTS
from kg.extract.words.cueacts import act_of
from kg.extract.words.cues import is_cue

# Acts that are done to somebody for what he did or said.
_JUDGING = frozenset({"accuse", "criticise", "praise"})
# What who makes a document does with it.
_SENDING = frozenset({"submit", "send", "publish", "issue", "write", "release", "circulate", "post", "sign", "file"})


def speaker_in_participle(verb: Token) -> Token | None:
    """Who is quoted, thanked or blamed as saying it, or says it in a document; None where it is nobody such."""
    return (_quoted(verb) or _judged(verb) or _by_document(verb)) if verb.tag_ == "VBG" else None


def _quoted(verb: Token) -> Token | None:
    """Who is quoted by somebody else: "media quoted the [president] as saying", "[he] was quoted by Tass as saying"."""
    above, saying = verb.head, _as_saying(verb.head)
    if saying is None or saying.i != verb.i:
        return quoted_as(verb, [])
    return subjects.passive_subject(above) or next(reversed(grammar.labelled(above, "obj")), None)


def quoted_as(head: Token, contents: list[list[Token]]) -> Token | None:
    """Whose words somebody else quotes: "“No,” the agency quoted [her] as saying", "[she] was quoted by it as saying".

    Of "it quoted her as saying that" the words after "quoted" are what the agency says, and hers are told within them.

    Args:
        head: governing token of the cue.
        contents: as the network links them to the cue; they lose who says it, and that he does.
    """
    saying = _as_saying(head)
    if saying is None:
        above = head.head if _as_saying(head.head.head) is None else head.head.head
        if (
            head.lower_[-3:] != "ing"
            or head.dep_ != "advcl"
            or (saying := _as_saying(above)) is None
            or head.i < saying.i
        ):
            return None
        return _quoted(head) if saying.i == head.i else quoted_as(above, [])  # "quoted her as saying, | adding that"
    who = subjects.passive_subject(head)
    if who is None:
        if any(grammar.children(saying, "ccomp", "parataxis")):
            return None
        clauses = grammar.labelled(head, "ccomp", "parataxis")
        before = [token for token in (*clauses, *(tokens[-1] for tokens in contents)) if token.i < head.i]
        things = [child for child in grammar.labelled(head, "obj") if child.i < saying.i]
        who = things[-1] if things and before and not _is_report(before[0]) else None
    kept = [[token for token in tokens if token.i > saying.i or token.i < head.i] for tokens in contents]
    contents[:] = [tokens for tokens in kept if tokens and who not in tokens]
    return who


def _is_report(clause: Token) -> bool:
    """Somebody is told to say it, and not quoted: "He warned Oslo, the agency quoted him as saying"."""
    first = clause.left_edge
    quoted = first.is_quote or (first.i > 0 and first.nbor(-1).is_quote)
    return is_cue(clause) and any(grammar.labelled(clause, "nsubj")) and not quoted


def _as_saying(verb: Token) -> Token | None:
    """The saying that somebody is quoted as doing: "quoted him as [saying]", "was cited as having [said]"."""
    if verb.lemma_ not in ("quote", "cite"):
        return None
    for child in grammar.children(verb, "advcl", "xcomp", "ccomp"):
        having = any(each.lower_ == "having" for each in grammar.children(child, "aux"))
        marks = [child.nbor(-1 if child.i else 0), *grammar.children(child, "mark")]
        if "as" in [each.lower_ for each in marks] and (child.tag_ == "VBG" or having) and is_cue(child):
            return child
    return None


def quoted_behind(head: Token) -> Token | None:
    """Who is quoted behind the verb, whom a tree has for its object: "“They never asked us,” lamented the mayor"."""
    clauses = grammar.labelled(head, "ccomp", "parataxis")
    ends = head.i > 0 and head.nbor(-1).text in ('"', "”") and head.tag_ in ("VBD", "VBZ")
    if not ends or any(grammar.children(head, "nsubj")) or not any(each.i < head.i for each in clauses):
        return None
    return next((child for child in grammar.labelled(head, "obj") if child.i > head.i), None)


def agent(verb: Token, mentions: Mentions) -> Token | None:
    """By whom it is done where the tree does not say so: "were asked by the presidency", but "by phone".

    Of "the plan, rejected by Oslo, was backed by Rome" the tree may have Rome for whose the participle is.
    """
    passive = any(grammar.children(verb, "nsubj:pass", "aux:pass"))
    if verb.tag_ != "VBN" or not (passive or not any(grammar.children(verb, "aux", "nsubj", "obj"))):
        return None
    by = (child for child in grammar.children(verb, "obl") if grammar.case(child) == "by" and child.i > verb.i)
    return next((each for each in by if (who := mentions.of(each)) is not None and who.kind != "date"), None)


def is_charged(verb: Token, source: list[Token]) -> bool:
    """Who stands before it is who is accused: "[a former mayor] accused of theft told the court", whatever its tag."""
    if not source or source[-1].i != verb.i - 1 or act_of(verb.lemma_, verb) not in _JUDGING:
        return False
    here = verb.lower_.endswith("ed") and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in ("of", "for")
    if not here or any(grammar.children(verb, "obj", "aux", "obl:agent")):
        return False
    return _goes_on_unjoined(verb) or not (verb.dep_ == "ROOT" or any(grammar.children(verb, "nsubj")))


def _goes_on_unjoined(verb: Token) -> bool:
    """Another verb goes on with nothing that joins the two: then this one was no verb but a participle."""
    then = next((other for other in grammar.children(verb, "conj") if other.tag_ in ("VBD", "VBZ", "VBP")), None)
    if then is None or any(grammar.children(then, "cc")):
        return False
    between = verb.doc[verb.i : then.i]
    return all(token.text != "," and token.dep_ != "nsubj" for token in between if token.head.i in (verb.i, then.i))


def _judged(verb: Token) -> Token | None:
    """Who is thanked, praised or criticised for saying it: "thanked [Oman] for condemning the attack"."""
    above = verb.head
    if verb.dep_ not in ("advcl", "acl", "ccomp") or above.pos_ != "VERB":
        return None
    if not any(child.lower_ in ("for", "of") for child in grammar.children(verb, "mark", "case")):
        return None
    return next(grammar.children(above, "obj"), None) if act_of(above.lemma_, above) in _JUDGING else None


def _by_document(verb: Token) -> Token | None:
    """Who says it in a document: "[Oslo] has sent letters asking for it", "a letter from [Oslo] urging them to"."""
    document = verb.head
    if verb.dep_ != "acl" or document.lemma_ not in DOCUMENTS:
        return None
    sends = document.dep_ == "obj" and document.head.lemma_ in _SENDING
    return author_of(document) or (subjects.subject(document.head) if sends else None)
