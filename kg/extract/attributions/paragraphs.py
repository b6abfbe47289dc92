"""Paragraphs: whose a quotation is that the network links to somebody of another paragraph, or to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from kg.extract.mentions.mentions import Mentions

if TYPE_CHECKING:
    from kg.extract.attributions.links import Link


def give_back(one: Link, links: list[Link], mentions: Mentions) -> None:
    """Takes from a cue what it has of other paragraphs beyond the cue of somebody else; who spoke before it goes on.

    "Y's camp is lying, X said. / “I am sick of it.” / Y's camp answered, saying it was not. / “It is fair,” Z said."
    """
    here = mentions.paragraph_of(one.head)
    inside = {token.i for tokens in one.contents for token in tokens}
    if not any(mentions.paragraph_of(tokens[0]) == here for tokens in one.contents):
        return
    for tokens in one.contents.copy():
        low, high = sorted((tokens[0].i, one.head.i))
        there = mentions.paragraph_of(tokens[0])
        parting = (other for other in links if other is not one and low < other.head.i < high)
        apart = any(
            other.head.i not in inside and mentions.paragraph_of(other.head) not in (here, there) for other in parting
        )
        if there == here or not apart:
            continue
        one.contents.remove(tokens)
        before = [other for other in links if other.cue[0].i < tokens[0].i and other.contents]
        last = max(before, key=lambda other: other.cue[0].i, default=None)
        quoted = all(mentions.quotes.quoted(token.idx) for token in (tokens[0], tokens[-1]))
        if last is not None and quoted and mentions.paragraph_of(_end(last)) in (there - 1, there):
            last.contents.append(tokens)


def go_on(tokens: list[Token], links: list[Link], mentions: Mentions) -> None:
    """Gives a quotation that is no other cue's to who was quoted just before it in its paragraph."""
    if not tokens or not all(mentions.quotes.quoted(token.idx) for token in (tokens[0], tokens[-1])):
        return
    here = mentions.paragraph_of(tokens[0])
    before = [one for one in links if one.head.i < tokens[0].i and mentions.paragraph_of(one.head) == here]
    last = max(before, key=lambda one: one.head.i, default=None)
    own = last.contents[-1] if last is not None and last.contents else None
    if last is not None and own is not None and own[-1].i < last.head.i and mentions.quotes.quoted(own[0].idx):
        last.contents.append(tokens)


def _end(one: Link) -> Token:
    """The last word of a cue or of what it reports."""
    return max((one.head, *(tokens[-1] for tokens in one.contents)), key=lambda token: token.i)
