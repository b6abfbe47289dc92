"""Mentions: how names, descriptions and pronouns that may be an actor, a place or a time are found."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Literal

from spacy.tokens import Doc, Token

from kg.extract.mentions import described, generics, missednames, names, ranks, titles
from kg.extract.mentions.cutposts import MEMBERS, in_full, noun_of
from kg.extract.mentions.descriptions import is_definite, parts_of
from kg.extract.mentions.namerests import body_after, generation_behind, hyphenated, is_last, shared_end
from kg.extract.mentions.names import Name
from kg.extract.mentions.nicknames import written
from kg.extract.mentions.register import Register
from kg.extract.mentions.whose import telling
from kg.extract.syntax import grammar, nounphrases, nouns, numbers, position
from kg.extract.syntax.quotes import Quotes
from kg.extract.times import days
from kg.extract.words import pronouns
from kg.findings import Traits
from kg.model import Mention, MentionKind, Span

_KINDS: dict[str, MentionKind] = {
    "PER": "person",
    "ORG": "organization",
    "LOC": "place",
    "MISC": "nationality",
    "DATE": "date",
    "EVENT": "event",
    "": "organization",  # a name that the network has no label for: whose, if anybody's, the gazetteer tells
}


class Mentions(Register):
    """The mentions of one article, found in the annotated text and added to by the other extractors."""

    def __init__(self, doc: Doc, quotes: Quotes) -> None:
        super().__init__(doc, quotes)
        for name in names.found(doc):
            if grammar.words(name.tokens) not in ("parliament", *MEMBERS):  # no names, whatever the network says
                self._add_name(name)
        for day in days.unmarked(doc, self._at):
            self._add_name(Name.of(day, "DATE"))
        self._complete()
        for name in missednames.unlabelled(doc, self._at):
            self._add_name(name)
        self._retitle()
        for token in self.tokens:
            if described.is_member(token):
                self.describe(token, kind="person")
            if token.i in self._at:
                continue
            if token.tag_ in ("PRP", "PRP$") and token.lower_ in pronouns.KINDS:
                if not pronouns.is_expletive(token):
                    self._add_pronoun(token)
            elif (
                (token.pos_ == "NOUN" or described.is_titled(token) or (token.pos_ == "PROPN" and token.is_lower))
                and token.dep_ != "compound"
                and described.description_kind(token)
            ):
                self.describe(token)
            elif numbers.stands_alone(token):
                self.describe(token, kind="group")
            elif numbers.is_of_two(token) or (token.dep_ in grammar.SUBJECTS and numbers.age(token)):
                self.describe(token, kind="person")

    def describe(self, head: Token, *, kind: MentionKind | None = None) -> Mention:
        """The mention made by the noun phrase of a noun; made anew where there is none yet."""
        known = self.of(head)
        if known is not None and not (known.form == "name" and described.is_member(head)):
            return known
        phrase, base, past = parts_of(head)
        span = grammar.span_of(*phrase)
        if span in self._mentions:
            span = grammar.span_of(head)
        words = [token for token in base if token.tag_ not in ("DT", "PRP$", "POS", "PDT", "WP$", ",")]
        if base[0].lower_ == "this" and head.lemma_.lower() in nouns.PUBLISHED and not self.quotes.quoted(head.idx):
            words = base  # "this newspaper" is another than "the newspaper"
        matter = titles.matter(head)
        post = [token for token in words if not self._is_name(token)]
        post += matter if not any(map(self._is_name, matter)) else []
        owners = [i for i, token in enumerate(post) if token.i < head.i and token.nbor().tag_ == "POS"]
        # "Chief justice" of "the country's chief justice", "senator" of "the first-term senator".
        post = titles.bare(post[owners[-1] + 1 :] if owners else post, head)
        kind = kind or described.description_kind(head) or "group"
        mention = Mention(*span, kind=kind, form="description", head=grammar.span_of(head))
        traits = Traits(
            text=(former := "former " * past) + in_full(grammar.words(words) or head.text, head),
            noun=(noun := noun_of(head)),
            sentence=self._sentence[head.i],
            paragraph=self._paragraph[head.i],
            function=position.function_of(head),
            acting=position.acting(head),
            locative=mention.kind == "place" and position.locative(head),
            plural=head.tag_ in ("NNS", "NNPS"),
            definite=is_definite(head, base[0]),
            gender=titles.gender_of(head.lower_),
            quoted=self.quotes.quoted(head.idx),
            post=former + in_full(grammar.words(post), head) if noun in nouns.POSTS and post else None,
            within=tuple(self._modifiers([*self._body_before(base[0], head), *telling(head, phrase)])),
            where=self._where(head),
            several=numbers.count(head),
            nobodys=generics.is_nobodys(head),
        )
        self._put(mention, traits, head, [head])
        return mention

    def _is_name(self, token: Token) -> bool:
        known = self._at.get(token.i)
        return known is not None and self._mentions[known].form == "name"

    def _body_before(self, first: Token, post: Token) -> list[Token]:
        """The body right before a post, in "a former Fishery Board chairman", where the tree hangs it elsewhere."""
        last = (
            self.doc[first.i - 1]
            if first.i > grammar.sentence_start(first) and post.lemma_.lower() in nouns.POSTS
            else first
        )
        last = last.nbor(-1) if last.tag_ == "POS" and last.i > 0 else last  # "the Ministry of Health's spokesman, X"
        body = self.of(last) if last.i in self._at else None
        if body is None or body.form != "name" or body.kind != "organization":
            return []
        before = self.ending_at(body.start - 1)
        return [last] if before is not None and before.tag_ in ("DT", "JJ", "PRP$") else []

    def _retitle(self) -> None:
        """Takes names that were found after the title was read out of the post: "Vestby campaign spokesman X"."""
        for span, (start, _) in self.titles.items():
            title = titles.unbracketed(grammar.tokens_in(self.doc, (start, span[0]))) if start < span[0] else []
            others = [token for token in title if token.i in self._at and self._traits[self._at[token.i]].label]
            within = {*self._traits[span].within, *self._modifiers(others)} - {span}
            if self._traits[span].post and within > set(self._traits[span].within):
                names = {token.i for inner in within for token in grammar.tokens_in(self.doc, inner)}
                post = titles.post_in(title, names)
                self._traits[span] = replace(self._traits[span], post=post, within=tuple(sorted(within)))

    def _where(self, head: Token) -> str:
        """The words by which people are those of a place: "farmers in Chihuahua", "lawmakers from Basra"."""
        if head.tag_ != "NNS" or head.dep_ not in grammar.SUBJECTS:
            return ""  # "met commanders in Port Sudan": there they met
        for place in grammar.children(head, "nmod"):
            phrase, known = nounphrases.noun_phrase(place), self.of(place)
            named = known is not None and known.form == "name" and known.kind == "place"
            if named and phrase[0].i == head.i + 1 and phrase[0].lower_ in ("in", "from"):
                return grammar.words(phrase)
        return ""

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
        bare = bare[next((i for i, token in enumerate(bare) if token.is_alpha), 0) :]  # "Hon | . Peter"
        span = grammar.span_of(*bare)
        mention = Mention(*span, kind=kind, form="description" if equals else "name", head=span)
        traits = Traits(
            text=name or grammar.words(bare),
            label="" if equals else "PER" if kind == "person" else "ORG",
            sentence=self._sentence[tokens[0].i],
            paragraph=self._paragraph[tokens[0].i],
            function="subject",
            acting=True,
            gender=next((gender for token in tokens if (gender := titles.gender_of(token.lower_))), None),
            equals=equals,
        )
        self._put(mention, traits, tokens[-1], tokens)

    def _modifiers(self, phrase: Collection[Token]) -> list[Span]:
        spans = {self._at[token.i] for token in phrase if token.i in self._at}
        owners = (token for token in phrase if token.tag_ == "PRP$" and token.lower_ in pronouns.KINDS)
        possessives = {grammar.span_of(token) for token in owners}
        # "China, whose delegate": the name right before.
        whose = (token for token in phrase if token.tag_ == "WP$" and token.i > 1)
        before = {self._at.get(token.i - (2 if token.nbor(-1).text == "," else 1)) for token in whose}
        return sorted(spans | possessives | {span for span in before if span is not None})

    def _add_name(self, name: Name) -> None:
        tokens = name.tokens
        span = grammar.span_of(*tokens)
        head = grammar.head_of(tokens)
        kind = _KINDS[name.label]
        opening = position.opens_report(tokens)
        title = titles.title_before(tokens, name.start) if kind == "person" else []
        title = [] if titles.is_supposed(title) else title
        modifiers = title if kind == "person" else [*nounphrases.base_phrase(head), *nounphrases.noun_phrase(head)]
        # In many trees the title is the head of the name: it tells what the bearer does.
        above = head.head if head.head in title and head.dep_ in ("flat", "appos", "nmod:desc") else head
        before = (title or tokens)[0].i - 1
        if before > 0 and self.doc[before].tag_ == "POS":
            modifiers = [*modifiers, self.doc[before - 1]]  # "China's Embassy", whatever the tree makes of it
        traits = Traits(
            text=shared_end(tokens) or written(self.text[span[0] : span[1]]),
            label=name.label,
            sentence=self._sentence[head.i],
            paragraph=self._paragraph[head.i],
            function=position.function_of(above),
            acting=position.acting(above) and not opening,
            locative=opening or position.locative(head) or position.in_a_place(tokens[0]),
            plural=head.tag_ in ("NNS", "NNPS") and kind == "nationality",
            gender=next((gender for token in title if (gender := titles.gender_of(token.lower_))), None),
            title=next((token.lemma_.lower() for token in reversed(title) if token.lower_ not in nouns.COURTESY), ""),
            post=titles.post_in(title, self._at),
            within=tuple(self._modifiers([token for token in modifiers if token not in tokens])),
            quoted=self.quotes.quoted(head.idx),
        )
        self._put(Mention(*span, kind=kind, head=span), traits, head, tokens)
        if title:
            self.titles[span] = grammar.span_of(*title, tokens[-1])
            # In many trees the title is the head of the name: it is the same person.
            own = (token for token in title if ranks.is_title(token) and not self._is_name(token))
            self._at.update(dict.fromkeys((token.i for token in own), span))

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
            words = hyphenated(token)
            label = known.get(self.text[token.idx : words[-1].idx + len(words[-1])])
            named = token.tag_ in ("NNP", "NN", "NNPS", "FW", "JJ") and not (label == "ORG" and is_last(token))
            named = named or (token.tag_ == "PRP" and token.lower_ not in pronouns.KINDS)  # no tag is surer than a name
            if label and named and (token.i not in self._at or label == "PER"):
                rest = body_after(token) if label == "LOC" else []
                words += generation_behind(words[-1]) if label == "PER" else []
                self._add_name(Name.of([*words, *rest], "ORG" if rest else label))

    def _is_lone_body(self, token: Token) -> bool:
        """The word alone is what the network takes for an organization, or for a place that does something."""
        taken = self._at[token.i]
        does = token.dep_ in grammar.SUBJECTS and token.head.pos_ == "VERB" and not grammar.case(token)
        kinds = ("organization", "place") if does else ("organization",)
        return taken == grammar.span_of(token) and self._mentions[taken].kind in kinds

    def _add_pronoun(self, token: Token) -> None:
        span, lowered = grammar.span_of(token), token.lower_
        traits = Traits(
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
        self._put(Mention(*span, kind=pronouns.KINDS[lowered], form="pronoun", head=span), traits, token, [token])
