"""Who says it with whom: coordinated speakers, those a source lists, and those who are named of many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.statements.speakers import named_beside
from kg.extract.syntax import grammar, nounphrases, nouns, subjects
from kg.model import Mention, Span

# How a name hangs on what is theirs, or on what they are.
_OWNING = frozenset({"nmod:poss", "compound", "nmod:desc", "nmod", "amod"})
# Who may be one of many people or bodies, and of many states: "officials in towns, including Oslo" are not the town's.
_OF_PEOPLE = frozenset({"person", "organization"})
_OF_STATES = _OF_PEOPLE | {"country", "place"}
_STATES = nouns.COUNTRIES | nouns.ALLIES | {"government", "member", "capital", "power", "economy", "signatory"}
_RULERS = frozenset({"leader", "minister", "president"})
_EXAMPLE = re.compile(r"\b(including|such as|among them)\b")
_LIST_END = re.compile(r"(?:, [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)*,? and (?:the )?[A-Z]")


def by_speaker(one: Link, mentions: Mentions) -> Iterator[tuple[Link, Span | None]]:
    """An attribution for each of those who speak together, of the further ones with the span of their mention.

    Args:
        one: the attribution, of its speaker by the tree.
        mentions: of the article.
    """
    if one.speaker is None or one.is_turn or one.head.text.endswith(":"):
        yield one, None
        return
    named = _named_of_many(one.speaker, mentions)
    yield replace(one, speaker=named[0]) if named else one, None
    for other, mention in _further_speakers(one, one.speaker, named, mentions):
        yield replace(one, speaker=other), mention.span


def _named_of_many(noun: Token, mentions: Mentions) -> list[Token]:
    """Whom the text names of many who have no name: of "several states, including Norway and Chile" these two.

    Others who are known speak themselves, and those of them who are named as well.
    """
    of = [each for each in grammar.labelled(noun, "nmod") if grammar.case(each) == "of" and each.tag_ == "NNS"]
    if noun.tag_ not in ("NNS", "NNPS") and not of:
        return []
    many = [noun, *(of if noun.tag_ != "NNS" or noun.lemma_ in _RULERS else ())]
    kinds = _OF_STATES if any(each.lemma_ in _STATES for each in many) else _OF_PEOPLE
    beside = (child for each in (noun, *of) for child in grammar.labelled(each, "nmod", "appos") if _is_example(child))
    found = [named_beside(each, mentions) for child in beside for each in grammar.conjuncts(child)]
    named = [each for each in found if (one := mentions.of(each)) and one.form == "name" and one.kind in kinds]
    known = mentions.of(noun)
    is_known = known is not None and (known.form == "name" or mentions.traits(known).definite)
    return [noun, *named] if is_known and named else named


def _is_example(noun: Token) -> bool:
    """Who is only one of those before: "including Norway", "such as Norway", "among them Norway"."""
    words = noun.doc[max(grammar.sentence_start(noun), nounphrases.base_phrase(noun)[0].i - 2) : noun.i].text.lower()
    return _EXAMPLE.search(words) is not None


def _further_speakers(
    one: Link, first: Token, named: list[Token], mentions: Mentions
) -> Iterator[tuple[Token, Mention]]:
    """Those coordinated with the speaker by the tree, and the names that its source lists with nothing between.

    Args:
        one: the attribution.
        first: its speaker by the tree.
        named: of many, the first of whom speaks instead.
        mentions: of the article.
    """
    if first.lower_ == "we" and first.i + 1 < len(first.doc) and first.nbor().text == ",":
        return  # "We, the ministers of Chad and Mali": who they are, and nobody beside them
    seen = {mentions.of(first), mentions.of(named_beside(first, mentions)), None, *map(mentions.of, named)}
    for other in named[1:]:
        if (mention := mentions.of(other)) is not None:
            yield other, mention
    of = (mentions.of(child) for child in grammar.labelled(first, "nmod"))  # a title before a name is none
    of_names = {mention.kind for mention in of if mention is not None and mention.form == "name"}
    joined = (name for each in grammar.conjuncts(first)[1:] for name in _named_of_many(each, mentions) or [each])
    for other in [*joined, *_beside_the_name(first, mentions)]:
        mention = mentions.of(other)
        if mention is None or mention.kind in ("date", "event") or mention in seen:
            continue
        if any(grammar.children(other, "cop")):
            continue  # "it was Canada that proposed it, and it was Mexico that ..."
        if (same := mentions.traits(mention).equals) is not None and same in {one.span for one in seen if one}:
            continue  # "the bank and its owner, X": the tree has X and the owner beside each other
        if mention.form == "description" and mentions.of(other.nbor(-1)) in seen - {None}:
            continue  # "Kyrgyz and Tajik officials": the tree has all three beside each other
        if mention.form == "name" and _is_beside(other, first):
            continue  # "experts and U.S. officials": neither speaks for the state
        if mention.form == "description" and _is_the_same(other, first, mentions):
            continue
        if mention.form != "name" or mention.kind not in of_names:  # "ministers of Kazakhstan, Uzbekistan and Turkey"
            seen.add(mention)
            yield other, mention
    for other in _also_subjects(one.head, first):
        mention = mentions.of(other)
        if mention is not None and mention.kind not in ("date", "event") and mention not in seen:
            seen.add(mention)
            yield other, mention
    for mention in _listed_before(first, mentions):
        if mention not in seen:
            seen.add(mention)
            yield mentions.head(mention), mention
    names = [mention for mention in seen if mention is not None and mention.form == "name"]
    inside = list(mentions.within(grammar.span_of(*one.source))) if one.source and names else []
    for mention in reversed(inside):  # of "X, Minister Y and President Z" the end tells that it is a list
        head = mentions.head(mention)
        if mention.form != "name" or mention in seen or head.dep_ in _OWNING or subjects.is_possessor(head):
            continue  # of "X, Y's spokesman", Y does not speak
        if any(_is_listed(mention, name, mentions) for name in names):
            seen.add(mention)
            names.append(mention)
            yield head, mention


def _is_the_same(noun: Token, first: Token, mentions: Mentions) -> bool:
    """What else somebody is who speaks alone: "X, president and ruler of Y, said", "a trader and member, X, said"."""
    if noun.tag_ not in ("NN", "NNP") or any(grammar.children(noun, "det", "nmod:poss", "appos", "flat")):
        return False
    if first.tag_ == "NN" and any(child.lower_ in ("a", "an") for child in grammar.children(first, "det")):
        return True
    who = mentions.of(first)
    after = mentions.text[who.end : who.end + 2] if who is not None else ""
    return who is not None and who.form == "name" and who.kind == "person" and after == ", " and noun.i > first.i


def _is_beside(name: Token, first: Token) -> bool:
    """The next word is coordinated with the first by the tree, and so is the name, which is only whose they are."""
    after = name.doc[min(name.i + 1, len(name.doc) - 1)]
    return after.tag_ == "NNS" and after.dep_ == "conj" and after.head.i == name.head.i == first.i


def _beside_the_name(post: Token, mentions: Mentions) -> Iterator[Token]:
    """Who is joined to the name beside a post: a further post whose holder is named, and of several the next.

    "France's foreign minister, X, and Germany's interior minister, Y, said"; "the founders, X and Y, said".
    """
    described = mentions.of(post)
    for name in grammar.children(post, "appos") if described is not None else ():
        several = described is not None and described.form == "description" and mentions.traits(described).plural
        for other in grammar.conjuncts(name)[1:]:
            mention = mentions.of(other)
            if mention is None or mention.kind != "person":
                continue
            if several if mention.form == "name" else mentions.traits(mention).equals is not None:
                yield other


def _also_subjects(verb: Token, first: Token) -> Iterator[Token]:
    """Further subjects before "and", which a tree has beside the last: "the bank and its owner, X, said"."""
    for child in grammar.children(verb, "nsubj"):
        end = max((one.i for one in child.subtree if one.i < first.i and one.dep_ != "case"), default=first.i)
        if first.i < verb.i and child.doc[end + 1 : first.i].text_with_ws.lower().removeprefix(", ").startswith("and "):
            yield child


def _listed_before(first: Token, mentions: Mentions) -> list[Mention]:
    """The names before a name in a list that "and" ends, however the tree has them: "France, Germany and Italy"."""
    last = mentions.of(first)
    if last is None or last.form != "name" or not _LIST_END.match(mentions.text, last.end):
        return []
    found: list[Mention] = []
    while mentions.text[: last.start].endswith(", "):
        before = mentions.ending_at(last.start - 2)
        other = mentions.of(before) if before is not None else None
        if other is None or other.form != "name" or other.kind != last.kind or other.end != last.start - 2:
            break
        if any(grammar.children(mentions.head(other), "case")) or mentions.head(other).dep_ in _OWNING:
            break  # "with Spain, Germany and Italy"
        found.append(other)
        last = other
    return found


def _is_listed(mention: Mention, other: Mention, mentions: Mentions) -> bool:
    """Between two names of one kind stand only further such names with their titles, commas and "and"."""
    first, last = sorted((mention.span, other.span))
    between = mentions.text[first[1] : mentions.titles.get(last, last)[0]]
    for each in mentions.within((first[1], last[0])):
        if each.kind == mention.kind and each.form == "name":
            start, end = mentions.titles.get(each.span, each.span)
            between = between.replace(mentions.text[start:end], "")
    words = set(between.lower().replace(",", " ").split())
    listed = bool(words) and not words - {"and", "the", "his", "her", *nouns.COURTESY}
    return listed and mention.kind == other.kind
