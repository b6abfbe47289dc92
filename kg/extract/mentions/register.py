"""The register of the mentions of an article: which there are, what is known of each, and which a word belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Token

from kg.extract.mentions import bindings
from kg.extract.mentions.antecedents import antecedents, elsewhere
from kg.extract.mentions.reporters import reporters
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.quotes import Quotes
from kg.extract.words.pronouns import NEUTER
from kg.findings import Traits
from kg.model import Mention, MentionKind, Span

# What stands between the names of a list; behind "and" it ends.
_NEXT = re.compile(r"(,? and |, )(?:the )?(?=[A-Z])")
# A list of more names than this is one, whatever the tree says: "in Oslo, Norway and Sweden" may be none.
_PAIR = 2


class Register:
    """Mentions by their spans.

    `of` gives the mention that a token belongs to; statements, meetings and relations refer to actors by it, and `mark`
    records what they learn about them.
    """

    def __init__(self, doc: Doc, quotes: Quotes) -> None:
        self.doc = doc
        self.text = quotes.text  # that of a Doc is put together anew at each access, as each token is
        self.tokens = list(doc)
        self._starts = [token.idx for token in self.tokens]
        self.quotes = quotes
        self.titles: dict[Span, Span] = {}  # name → the stretch from its title to its end
        self._mentions: dict[Span, Mention] = {}
        self._order: list[Span] = []  # empty where mentions have come or gone since it was made
        self._traits: dict[Span, Traits] = {}
        self._at: dict[int, Span] = {}  # token → the mention it belongs to
        self._heads: dict[Span, int] = {}  # mention → its head token
        self._sentence: list[int] = []
        self._sentence_spans: list[Span] = []
        self._paragraph: list[int] = []
        self._count()

    def _count(self) -> None:
        sentence, paragraph = -1, 0
        for token in self.tokens:
            if token.is_sent_start or token.i == 0:
                sentence += 1
                self._sentence_spans.append((token.idx, token.idx))
            if not token.is_space:
                start, end = self._sentence_spans[sentence]
                self._sentence_spans[sentence] = (start if start < end else token.idx, token.idx + len(token))
            self._sentence.append(sentence)
            self._paragraph.append(paragraph)
            paragraph += token.is_space and "\n\n" in token.text

    def sentence_span(self, number: int) -> Span:
        """The stretch of the sentence with this number, white space at its ends left out."""
        return self._sentence_spans[number]

    def sentence_of(self, token: Token) -> int:
        return self._sentence[token.i]

    def paragraph_of(self, token: Token) -> int:
        return self._paragraph[token.i]

    def of(self, token: Token) -> Mention | None:
        """The mention a token belongs to, or None where it is none."""
        span = self._at.get(subjects.antecedent(token).i)
        return self._mentions[span] if span else None

    def find(self, span: Span) -> Mention | None:
        """The mention with exactly this span."""
        return self._mentions.get(span)

    def at(self, span: Span) -> Mention:
        """The mention that is known to have this span."""
        return self._mentions[span]

    def traits(self, mention: Mention) -> Traits:
        return self._traits[mention.span]

    def head(self, mention: Mention) -> Token:
        """The token that governs the mention."""
        return self.tokens[self._heads[mention.span]]

    def starting_at(self, position: int) -> Token | None:
        """The token that starts at a character, or None where none does."""
        found = bisect_left(self._starts, position)
        return self.tokens[found] if found < len(self._starts) and self._starts[found] == position else None

    def ending_at(self, position: int) -> Token | None:
        """The token that ends before a character, or None where none does."""
        found = bisect_left(self._starts, position) - 1
        last = self.tokens[found] if found >= 0 else None
        return last if last is not None and last.idx + len(last) == position else None

    def within(self, span: Span) -> list[Mention]:
        """The mentions that lie within a stretch of text, in text order."""
        order = self._ordered()
        found = []
        for key in order[bisect_left(order, (span[0], 0)) :]:
            if key[0] > span[1]:
                break
            if key[1] <= span[1]:
                found.append(self._mentions[key])
        return found

    def _ordered(self) -> list[Span]:
        """The spans of all mentions, sorted: asked for a hundred times as often as there is a new one."""
        if not self._order:
            self._order = sorted(self._mentions)
        return self._order

    def __iter__(self) -> Iterator[Mention]:
        return iter([self._mentions[span] for span in self._ordered()])

    def _put(self, mention: Mention, traits: Traits, head: Token, tokens: Iterable[Token]) -> None:
        """Enters a mention: what is known of it, its head, and the tokens that belong to it."""
        span = mention.span
        self._order.clear()
        self._mentions[span], self._traits[span], self._heads[span] = mention, traits, head.i
        self._at.update(dict.fromkeys((token.i for token in tokens), span))

    def drop(self, tokens: list[Token]) -> None:
        """Forgets what the network took for a name among these tokens."""
        for token in tokens:
            if (known := self._at.pop(token.i, None)) is not None:
                self._order.clear()
                self._mentions.pop(known, None)
                self._traits.pop(known, None)
                self._traits |= {
                    span: replace(traits, equals=None)
                    for span, traits in self._traits.items()
                    if traits.equals == known
                }

    def mark(self, mention: Mention, *, acting: bool = True) -> None:
        """Records that the text treats the mention as somebody who acts, speaks or is spoken to."""
        if self._traits[mention.span].acting is not acting:
            self._traits[mention.span] = replace(self._traits[mention.span], acting=acting)

    def called(self, noun: Token) -> MentionKind | None:
        """The kind of the body whose longer name ends in the noun: "the archives" after "the National Archives"."""
        if not any(child.lower_ == "the" for child in grammar.children(noun, "det")):
            return None
        names = (
            self._traits[one.span].text.lower() for one in self if one.kind == "organization" and one.form == "name"
        )
        return "organization" if any(name.endswith(f" {noun.lower_}") for name in names) else None

    def presume(self, mention: Mention) -> None:
        """Records that only the place of a description tells that somebody is meant."""
        self._traits[mention.span] = replace(self._traits[mention.span], presumed=True)

    def address(self, pronoun: Token, mention: Mention) -> None:
        """Records whom a "you" means: by itself it is no mention."""
        self._at[pronoun.i] = mention.span

    def equal(self, one: Mention, other: Mention) -> None:
        """Records that the text puts `one` equal to `other`, by whom it will be identified."""
        self._traits[one.span] = replace(self._traits[one.span], equals=other.span)

    def entitle(self, one: Mention, other: Mention) -> None:
        """Records that the title of `other` is that of `one`, too, who has none of his own."""
        own, shared = self._traits[one.span], self._traits[other.span]
        if not own.post:
            within = own.within or shared.within
            self._traits[one.span] = replace(own, title=shared.title, post=shared.post, within=within)

    def finish(self) -> tuple[tuple[Mention, ...], tuple[Traits, ...]]:
        """All mentions sorted by span, and what is known of each."""
        spans = sorted(self._mentions)
        heads = {span: self._heads[span] for span in spans}
        seeking = [span for span in spans if self._mentions[span].form != "name"]
        learned: dict[Span, dict[str, Any]] = {span: self._bound(span) for span in seeking}
        for span in spans:
            if self._mentions[span].form == "name" and (joined := self._joined(span)):
                learned[span] = {"joined": joined}
        for span, candidates in antecedents(self.doc, heads, seeking).items():
            learned[span]["antecedents"] = candidates
        pronouns = {span: heads[span] for span in seeking if self._traits[span].noun in NEUTER}
        for span, (odds, papers) in elsewhere(self.doc, pronouns, self._at).items():
            likely = (*learned[span].get("antecedents", ()), *papers)
            learned[span] |= {"elsewhere": odds, "antecedents": likely}
        self._traits |= {span: replace(self._traits[span], **traits) for span, traits in learned.items() if traits}
        return tuple(self._mentions[span] for span in spans), tuple(self._traits[span] for span in spans)

    def _bound(self, span: Span) -> dict[str, Any]:
        """What the grammar tells of whom a pronoun or a description means."""
        token = self.tokens[self._heads[span]]
        apart = {self._at.get(other.i) for other in bindings.apart(token)} - {None, span}
        doing = bindings.above(token)
        above = self._at.get(doing.i) if doing is not None else None
        plural = self._traits[span].plural
        telling = reporters(token) if self._traits[span].noun in NEUTER else ()
        by = (each.i for each in telling if plural or each.tag_ != "NNS")
        told = next((self._at[each] for each in by if each in self._at), None)
        return {"apart": tuple(sorted(filter(None, apart))), "above": above, "reporter": told}

    def _joined(self, span: Span) -> tuple[Span, ...]:
        """The names coordinated with a name of the same kind, by the tree or in a list that it has in part."""
        others = {self._at.get(token.i) for token in grammar.conjuncts(self.tokens[self._heads[span]])[1:]} - {
            span,
            None,
        }
        kind = self._mentions[span].kind
        alike = [
            one for other in others if other and (one := self._mentions[other]).form == "name" and one.kind == kind
        ]
        found, listed = {one.span for one in alike}, self.listed(span)
        return tuple(sorted({*found, *listed} if found or len(listed) > _PAIR else found))

    def listed(self, span: Span) -> list[Span]:
        """The names behind a name of the same kind in a list that "and" ends: "of Mali, Chad and Niger"."""
        found: list[Span] = []
        while link := _NEXT.match(self.text, found[-1][1] if found else span[1]):
            other = self._at.get(bisect_left(self._starts, link.end()))
            if other is None or other[0] != link.end() or self._mentions[other].form != "name":
                break
            if self._mentions[other].kind != self._mentions[span].kind:
                break
            found.append(other)
            if link[1] != ", ":
                return found
        return []
