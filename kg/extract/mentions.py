"""Mentions: every name, description and pronoun that may be an actor, a place or a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from spacy.tokens import Doc, Token

from kg.extract import days, grammar, names, nouns, numbers, position, pronouns, titles
from kg.extract.antecedents import antecedents
from kg.extract.names import Name
from kg.extract.quotes import Quotes
from kg.model import Mention, MentionKind, Span, Traits

_KINDS: dict[str, MentionKind] = {
    "PER": "person",
    "ORG": "organization",
    "LOC": "place",
    "MISC": "nationality",
    "DATE": "date",
    "EVENT": "event",
    "": "organization",  # a name that the network has no label for: whose, if anybody's, the gazetteer tells
}


class Mentions:
    """The mentions of one article, found in the annotated text and added to by the other extractors.

    A mention is known by its span. `of` gives the mention that a token belongs to; statements, meetings and relations
    refer to actors by it, and `mark` records what they learn about them.
    """

    def __init__(self, doc: Doc, quotes: Quotes) -> None:
        self.doc = doc
        self.text = doc.text  # put together anew at each access, as each token is
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
        for name in names.found(doc):
            self._add_name(name)
        for day in days.unmarked(doc, self._at):
            self._add_name(Name.of(day, "DATE"))
        self._complete()
        for name in names.unlabelled(doc, self._at):
            self._add_name(name)
        for token in self.tokens:
            if token.i in self._at:
                continue
            if token.tag_ in ("PRP", "PRP$") and token.lower_ in pronouns.KINDS:
                if not pronouns.is_expletive(token):
                    self._add_pronoun(token)
            elif (
                (token.pos_ == "NOUN" or titles.is_titled(token))
                and token.dep_ != "compound"
                and titles.description_kind(token)
            ):
                self.describe(token)
            elif numbers.stands_alone(token):
                self.describe(token, kind="group")

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
        span = self._at.get(grammar.antecedent(token).i)
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

    def mark(self, mention: Mention, *, acting: bool = True) -> None:
        """Records that the text treats the mention as somebody who acts, speaks or is spoken to."""
        if self._traits[mention.span].acting is not acting:
            self._traits[mention.span] = replace(self._traits[mention.span], acting=acting)

    def presume(self, mention: Mention) -> None:
        """Records that only the place of a description tells that somebody is meant."""
        self._traits[mention.span] = replace(self._traits[mention.span], presumed=True)

    def address(self, pronoun: Token, mention: Mention) -> None:
        """Records whom a "you" means: by itself it is no mention."""
        self._at[pronoun.i] = mention.span

    def equal(self, one: Mention, other: Mention) -> None:
        """Records that the text puts `one` equal to `other`, by whom it will be identified."""
        self._traits[one.span] = replace(self._traits[one.span], equals=other.span)

    def finish(self) -> tuple[tuple[Mention, ...], tuple[Traits, ...]]:
        """All mentions sorted by span, and what is known of each."""
        spans = sorted(self._mentions)
        heads = {span: self._heads[span] for span in spans}
        seeking = [span for span in spans if self._mentions[span].form != "name"]
        for span in spans:
            if self._mentions[span].form == "name" and (joined := self._joined(span)):
                self._traits[span] = replace(self._traits[span], joined=joined)
        for span, candidates in antecedents(self.doc, heads, seeking).items():
            self._traits[span] = replace(self._traits[span], antecedents=candidates)
        return tuple(self._mentions[span] for span in spans), tuple(self._traits[span] for span in spans)

    def _joined(self, span: Span) -> tuple[Span, ...]:
        """The names coordinated with a name of the same kind."""
        others = {self._at.get(token.i) for token in grammar.conjuncts(self.tokens[self._heads[span]])[1:]} - {
            span,
            None,
        }
        kind = self._mentions[span].kind
        alike = [
            one for other in others if other and (one := self._mentions[other]).form == "name" and one.kind == kind
        ]
        return tuple(sorted(one.span for one in alike))

    def __iter__(self) -> Iterator[Mention]:
        return iter([self._mentions[span] for span in self._ordered()])

    def describe(self, head: Token, *, kind: MentionKind | None = None) -> Mention:
        """The mention made by the noun phrase of a noun; made anew where there is none yet."""
        known = self.of(head)
        if known is not None:
            return known
        phrase = self._unbroken(grammar.noun_phrase(head), head)
        while phrase[0].i < head.i and phrase[0].tag_ in ("IN", "TO", "VBG", "CC"):
            phrase = phrase[1:]  # "according to two officials"
        span = grammar.span_of(*phrase)
        if span in self._mentions:
            span = grammar.span_of(head)
        base = [token for token in grammar.base_phrase(head) if token.tag_ not in ("IN", "TO", "CC", "RB")]
        base = [token for token in base if token.lower_ not in ("according", "including", "to")] or [head]
        words = [token for token in base if token.tag_ not in ("DT", "PRP$", "POS", "PDT")]
        post = [token for token in words if token.i not in self._at]
        first = base[0]
        definite = first.lower_ in ("the", "this", "that", "these", "those") or any(
            child.dep_ == "nmod:poss" for child in head.children
        )
        mention = Mention(
            *span, kind=kind or titles.description_kind(head) or "group", form="description", head=grammar.span_of(head)
        )
        self._order = []
        self._mentions[span] = mention
        self._traits[span] = Traits(
            text=grammar.words(words) or head.text,
            noun=head.lemma_.lower(),
            sentence=self._sentence[head.i],
            paragraph=self._paragraph[head.i],
            function=position.function_of(head),
            acting=position.acting(head),
            plural=head.tag_ in ("NNS", "NNPS"),
            definite=definite,
            gender=titles.gender_of(head.lower_),
            quoted=self.quotes.quoted(head.idx),
            post=grammar.words(post) or None if head.lemma_.lower() in nouns.POSTS else None,
            within=tuple(self._modifiers(phrase)),
            several=numbers.count(head),
        )
        self._at[head.i], self._heads[span] = span, head.i
        return mention

    @staticmethod
    def _unbroken(phrase: list[Token], head: Token) -> list[Token]:
        """The tokens of a phrase around its head, up to the next quotation mark or other break."""
        inside = {token.i for token in phrase}
        first, last = head.i, head.i
        while first - 1 in inside or (first - 2 in inside and head.doc[first - 1].tag_ == "HYPH"):
            first -= 1
        while last + 1 in inside:
            last += 1
        while last > head.i and head.doc[last].tag_ in ("IN", "TO"):
            last -= 1
        return [token for token in phrase if first <= token.i <= last]

    def drop(self, tokens: list[Token]) -> None:
        """Forgets what the network took for a name among these tokens."""
        for token in tokens:
            if (known := self._at.pop(token.i, None)) is not None:
                self._order = []
                self._mentions.pop(known, None)
                self._traits.pop(known, None)
                self._traits |= {
                    span: replace(traits, equals=None)
                    for span, traits in self._traits.items()
                    if traits.equals == known
                }

    def label(
        self,
        tokens: list[Token],
        *,
        name: str | None = None,
        equals: Span | None = None,
        kind: Literal["person", "organization"] = "person",
    ) -> None:
        """Makes the label of a turn a mention of whom it names, or of the person it is put equal to.

        Args:
            tokens: the words of the label.
            name: what to know the person by, where the label has it in capitals.
            equals: span of the mention that the label stands for.
            kind: of whom it names.
        """
        self.drop(tokens)
        bare = [token for token in tokens if token.lower_ not in nouns.COURTESY] or tokens
        span = grammar.span_of(*bare)
        self._order = []
        self._mentions[span] = Mention(*span, kind=kind, form="description" if equals else "name", head=span)
        self._traits[span] = Traits(
            text=name or grammar.words(bare),
            label="" if equals else "PER" if kind == "person" else "ORG",
            sentence=self._sentence[tokens[0].i],
            paragraph=self._paragraph[tokens[0].i],
            function="subject",
            acting=True,
            gender=next((gender for token in tokens if (gender := titles.gender_of(token.lower_))), None),
            equals=equals,
        )
        self._heads[span] = tokens[-1].i
        self._at.update({token.i: span for token in tokens})

    def _modifiers(self, phrase: Iterable[Token]) -> list[Span]:
        spans = {self._at[token.i] for token in phrase if token.i in self._at}
        owners = (token for token in phrase if token.tag_ == "PRP$" and token.lower_ in pronouns.KINDS)
        possessives = {grammar.span_of(token) for token in owners}
        return sorted(spans | possessives)

    def _add_name(self, name: Name) -> None:
        tokens = name.tokens
        span = grammar.span_of(*tokens)
        head = grammar.head_of(tokens)
        kind = _KINDS[name.label]
        opening = position.opens_report(tokens)
        title = titles.title_before(tokens, name.start) if kind == "person" else []
        modifiers = title if kind == "person" else [*grammar.base_phrase(head), *grammar.noun_phrase(head)]
        self._order = []
        self._mentions[span] = Mention(*span, kind=kind, head=span)
        self._traits[span] = Traits(
            text=" ".join(self.text[span[0] : span[1]].split()),
            label=name.label,
            sentence=self._sentence[head.i],
            paragraph=self._paragraph[head.i],
            function=position.function_of(head),
            acting=position.acting(head) and not opening,
            locative=opening or position.locative(head) or position.in_a_place(tokens[0]),
            plural=head.tag_ in ("NNS", "NNPS") and kind == "nationality",
            gender=next((gender for token in title if (gender := titles.gender_of(token.lower_))), None),
            post=titles.post_in(title, self._at),
            within=tuple(self._modifiers(token for token in modifiers if token not in tokens)),
            quoted=self.quotes.quoted(head.idx),
        )
        self._heads[span] = head.i
        for token in tokens:
            self._at[token.i] = span
        if title:
            self.titles[span] = grammar.span_of(*title, tokens[-1])
            # In many trees the title is the head of the name: it is the same person.
            self._at.update({token.i: span for token in title if titles.is_title(token)})

    def _complete(self) -> None:
        """Finds names again where the network missed them or took them for something else.

        A name that the article has elsewhere, and the last word of a person's name, is that name wherever it stands.
        """
        known: dict[str, str] = {}
        for span, mention in self._mentions.items():
            text = self._traits[span].text
            if mention.kind in ("organization", "place") and " " not in text:
                known.setdefault(text, {"organization": "ORG", "place": "LOC"}[mention.kind])
        for span, mention in self._mentions.items():
            text = self._traits[span].text
            if mention.kind == "person" and (" " in text or text not in known):
                known[text.split()[-1]] = "PER"
        begin = {name.partition("-")[0] for name in known}
        for token in self.tokens:
            if token.text not in begin or (token.i in self._at and not self._is_lone_body(token)):
                continue
            words = names.hyphenated(token)
            text = self.text[token.idx : words[-1].idx + len(words[-1])]
            label = known.get(text)
            named = token.tag_ in ("NNP", "NN", "NNPS", "FW", "JJ")
            if label and named and (token.i not in self._at or label == "PER"):
                self._add_name(Name.of(words, label))

    def _is_lone_body(self, token: Token) -> bool:
        """The word alone is what the network takes for an organization."""
        taken = self._at[token.i]
        return taken == grammar.span_of(token) and self._mentions[taken].kind == "organization"

    def _add_pronoun(self, token: Token) -> None:
        span = grammar.span_of(token)
        lowered = token.lower_
        self._order = []
        self._mentions[span] = Mention(*span, kind=pronouns.KINDS[lowered], form="pronoun", head=span)
        self._traits[span] = Traits(
            text=token.text,
            noun=lowered,
            sentence=self._sentence[token.i],
            paragraph=self._paragraph[token.i],
            function=position.function_of(token),
            acting=position.acting(token),
            plural=lowered in pronouns.PLURAL,
            gender=pronouns.GENDERS.get(lowered),
            quoted=self.quotes.quoted(token.idx),
        )
        self._at[token.i], self._heads[span] = span, token.i
