"""Mentions: every name, description and pronoun that may be an actor, a place or a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from kg.extract import grammar, nouns
from kg.extract.quotes import Quotes
from kg.model import Mention, MentionKind, Span, Traits

_KINDS: dict[str, MentionKind] = {
    "PER": "person",
    "ORG": "organization",
    "LOC": "place",
    "MISC": "nationality",
    "DATE": "date",
}
_PRONOUNS: dict[str, MentionKind] = {
    **dict.fromkeys(("he", "him", "his", "himself", "she", "her", "hers", "herself"), "person"),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "person"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours"), "group"),
    **dict.fromkeys(("it", "its", "itself"), "organization"),
}
_GENDERS: dict[str, Literal["f", "m"]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours"})
_LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "into", "through", "throughout", "via"}
)
# "to Moscow" and "from Moscow" are places after verbs of motion; otherwise they say who is addressed or who sends.
_DIRECTIONS = frozenset({"to", "from", "toward", "towards"})
_ACTOR_CASES = frozenset({"with", "against", "by", "between", "among", "versus"})
_MOTION = frozenset(
    """
    go come travel fly return arrive head drive move depart leave visit reach enter tour flee walk bring send take
    """.split()
)
# Verbs whose subject need not be able to act: "Ankara lies ...", "Moscow saw snow".
_STATIVE = frozenset("be lie stand remain become have see seem appear stay cost sit belong need".split())
# Nouns of events that take the name of the place where they are held: "the Astana talks".
EVENT_NOUNS = frozenset(
    """
    talk meeting summit conference round session negotiation process agreement accord deal declaration protocol treaty
    communiqué communique format platform forum gathering ceasefire visit trip rally protest attack bombing election
    """.split()
)
_TITLE_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "POS", "PRP$", "VBG", "AFX", "CD"})


class Mentions:
    """The mentions of one article, found in the annotated text and added to by the other extractors.

    A mention is known by its span. `of` gives the mention that a token belongs to; statements, meetings and relations
    refer to actors by it, and `mark` records what they learn about them.
    """

    def __init__(self, doc: Doc, quotes: Quotes) -> None:
        self.doc = doc
        self.text = doc.text  # put together anew at each access, as each token is
        self.tokens = list(doc)
        self.quotes = quotes
        self.titles: dict[Span, Span] = {}  # name → the stretch from its title to its end
        self._mentions: dict[Span, Mention] = {}
        self._traits: dict[Span, Traits] = {}
        self._at: dict[int, Span] = {}  # token → the mention it belongs to
        self._sentence: list[int] = []
        self._sentence_spans: list[Span] = []
        self._paragraph: list[int] = []
        self._count()
        for ent in sorted(doc.ents, key=lambda ent: ent.label_ in ("PER", "ORG")):
            self._add_name(ent)  # people and organizations last: their titles hold names of countries
        self._complete()
        for token in self.tokens:
            if token.i in self._at:
                continue
            if token.tag_ in ("PRP", "PRP$") and token.lower_ in _PRONOUNS:
                self._add_pronoun(token)
            elif token.pos_ == "NOUN" and token.dep_ != "compound" and description_kind(token):
                self.describe(token)
        for token in self.tokens:
            self._equate(token)
        self._equate_neighbours()

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

    def within(self, span: Span) -> list[Mention]:
        """The mentions that lie within a stretch of text, in text order."""
        return [mention for key, mention in sorted(self._mentions.items()) if key[0] >= span[0] and key[1] <= span[1]]

    def mark(self, mention: Mention, *, acting: bool = True) -> None:
        """Records that the text treats the mention as somebody who acts, speaks or is spoken to."""
        self._traits[mention.span] = replace(self._traits[mention.span], acting=acting)

    def finish(self) -> tuple[tuple[Mention, ...], tuple[Traits, ...]]:
        """All mentions sorted by span, and what is known of each."""
        spans = sorted(self._mentions)
        return tuple(self._mentions[span] for span in spans), tuple(self._traits[span] for span in spans)

    def __iter__(self) -> Iterator[Mention]:
        return iter([self._mentions[span] for span in sorted(self._mentions)])

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
            *span, kind=kind or description_kind(head) or "group", form="description", head=grammar.span_of(head)
        )
        self._mentions[span] = mention
        self._traits[span] = Traits(
            text=" ".join(token.text for token in words) or head.text,
            noun=head.lemma_,
            sentence=self._sentence[head.i],
            paragraph=self._paragraph[head.i],
            function=_function(head),
            acting=_acting(head),
            plural=head.tag_ in ("NNS", "NNPS"),
            definite=definite,
            gender=_gender(head.lower_),
            quoted=self.quotes.quoted(head.idx),
            post=" ".join(token.text for token in post) or None if head.lemma_ in nouns.POSTS else None,
            within=tuple(self._modifiers(phrase)),
        )
        self._at[head.i] = span
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

    def label(self, tokens: list[Token], *, equals: Span | None = None) -> None:
        """Makes the label of a turn a mention of the person it names, or of the person it is put equal to."""
        span = grammar.span_of(*tokens)
        for token in tokens:
            if (known := self._at.pop(token.i, None)) is not None and known != span:
                self._mentions.pop(known, None)
                self._traits.pop(known, None)
        bare = [token for token in tokens if token.lower_ not in nouns.COURTESY] or tokens
        self._mentions[span] = Mention(*span, kind="person", form="description" if equals else "name", head=span)
        self._traits[span] = Traits(
            text=" ".join(token.text for token in bare),
            label="" if equals else "PER",
            sentence=self._sentence[tokens[0].i],
            paragraph=self._paragraph[tokens[0].i],
            function="subject",
            acting=True,
            gender=next((gender for token in tokens if (gender := _gender(token.lower_))), None),
            equals=equals,
        )
        self._at.update({token.i: span for token in tokens})

    def _modifiers(self, phrase: Iterable[Token]) -> list[Span]:
        spans = {self._at[token.i] for token in phrase if token.i in self._at}
        possessives = {grammar.span_of(token) for token in phrase if token.tag_ == "PRP$" and token.lower_ in _PRONOUNS}
        return sorted(spans | possessives)

    def _add_name(self, ent: TokenSpan) -> None:
        tokens = [token for token in ent if not token.is_space]
        person = ent.label_ == "PER"
        while tokens and (tokens[0].lower_ in ("the", "a", "an") or not _worded(tokens[0])):
            tokens = tokens[1:]
        # A title that the network took into the name: "Ms Sadykova", "President Trump".
        while (
            person
            and len(tokens) > 1
            and (tokens[0].lower_ in nouns.COURTESY or tokens[0].lemma_.lower() in nouns.POSTS)
        ):
            tokens = tokens[1:]
        while ent.label_ == "LOC" and len(tokens) > 1 and tokens[-1].text.islower():
            tokens = tokens[:-1]  # "Geneva accord"
        while person and tokens and self._goes_on(tokens[-1]):
            tokens.append(self.doc[tokens[-1].i + 1])
        while tokens and (tokens[-1].tag_ == "POS" or not _worded(tokens[-1])):
            tokens = tokens[:-1]
        if not tokens or not any(char.isalnum() for token in tokens for char in token.text):
            return
        if ent.label_ == "ORG" and all(token.lower_ in nouns.PORTFOLIOS for token in tokens):
            return  # "Trade Minister X": the portfolio is no organization
        if person and all(token.lemma_.lower() in nouns.POSTS or token.lower_ in nouns.COURTESY for token in tokens):
            return  # a title that the network parted from its name
        span = grammar.span_of(*tokens)
        head = grammar.head_of(tokens)
        kind = _KINDS[ent.label_]
        title = self._title(tokens, ent.start) if kind == "person" else []
        modifiers = title if kind == "person" else [*grammar.base_phrase(head), *grammar.noun_phrase(head)]
        self._mentions[span] = Mention(*span, kind=kind, head=span)
        self._traits[span] = Traits(
            text=" ".join(self.text[span[0] : span[1]].split()),
            label=ent.label_,
            sentence=self._sentence[head.i],
            paragraph=self._paragraph[head.i],
            function=_function(head),
            acting=_acting(head),
            locative=_locative(head),
            plural=head.tag_ in ("NNS", "NNPS") and kind == "nationality",
            gender=next((gender for token in title if (gender := _gender(token.lower_))), None),
            post=self._post(title),
            within=tuple(self._modifiers(token for token in modifiers if token not in tokens)),
            quoted=self.quotes.quoted(head.idx),
        )
        for token in tokens:
            self._at[token.i] = span
        if title:
            self.titles[span] = grammar.span_of(*title, tokens[-1])
            # In many trees the title is the head of the name: it is the same person.
            self._at.update({token.i: span for token in title if _is_title(token)})

    def _goes_on(self, last: Token) -> bool:
        """The next word belongs to the name too: capitalised, in no other name, and no noun that is a title."""
        if last.i + 1 >= len(self.doc):
            return False
        following = self.doc[last.i + 1]
        return (
            following.tag_ == "NNP"
            and following.text[0].isupper()
            and not following.ent_type_
            and bool(last.whitespace_)
            and following.sent.start == last.sent.start
            and following.head.i in (last.i, last.head.i)
            and following.lemma_.lower() not in nouns.PEOPLE
        )

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
        for token in self.tokens:
            label = known.get(token.text)
            if label is None or token.tag_ not in ("NNP", "NN", "NNPS", "FW", "JJ"):
                continue
            taken = self._at.get(token.i)
            alone = taken == grammar.span_of(token)
            if taken is None or (label == "PER" and alone and self._mentions[taken].kind == "organization"):
                self._add_name(TokenSpan(self.doc, token.i, token.i + 1, label=label))

    def _title(self, name: list[Token], start: int) -> list[Token]:
        """The words directly before a name that say what its bearer is: "Deputy Russian Foreign Minister"."""
        found: list[Token] = []
        position = name[0].i - 1
        while position >= 0 and len(found) < 10:
            token = self.doc[position]
            of_post = token.lower_ in ("of", "for") and position > 0 and self.doc[position - 1].lemma_ in nouns.POSTS
            foreign = token.ent_type_ in ("PER", "DATE") and position < start
            titled = token.tag_ in _TITLE_TAGS or _is_title(token) or (token.lower_ in ("the", "and") and found)
            if foreign or not (titled or of_post):
                break
            found.insert(0, token)
            position -= 1
            if token.is_sent_start:
                break
        while found and found[0].lower_ in ("of", "and", "for"):
            found = found[1:]
        return found if any(_is_title(token) for token in found) else []

    def _post(self, title: list[Token]) -> str | None:
        """The post that a title names, without the country or organization it is for."""
        words = [token for token in title if token.i not in self._at and token.tag_ not in ("POS", "PRP$", "DT", "CC")]
        words = [token for token in words if token.lower_ not in nouns.COURTESY or token.lower_ in ("king", "queen")]
        while words and words[-1].lower_ in ("of", "for"):
            words = words[:-1]
        if not any({token.lemma_.lower(), token.lower_} & nouns.POSTS for token in words):
            return None
        return " ".join(token.text for token in words)

    def _add_pronoun(self, token: Token) -> None:
        span = grammar.span_of(token)
        lowered = token.lower_
        self._mentions[span] = Mention(*span, kind=_PRONOUNS[lowered], form="pronoun", head=span)
        self._traits[span] = Traits(
            text=token.text,
            noun=lowered,
            sentence=self._sentence[token.i],
            paragraph=self._paragraph[token.i],
            function=_function(token),
            acting=_acting(token),
            plural=lowered in _PLURAL,
            gender=_GENDERS.get(lowered),
            quoted=self.quotes.quoted(token.idx),
        )
        self._at[token.i] = span

    def _equate_neighbours(self) -> None:
        """Joins a person's name and a description with nothing but a comma between, whatever the tree makes of them."""
        ordered = sorted(span for span, mention in self._mentions.items() if mention.kind == "person")
        starts = {self.titles.get(span, span)[0]: span for span in ordered if self._mentions[span].form == "name"}
        descriptions = {span[0]: span for span in ordered if self._mentions[span].form == "description"}
        for span in ordered:
            mention, traits = self._mentions[span], self._traits[span]
            if self.text[span[1] : span[1] + 2] != ", ":
                continue
            if mention.form == "name" and (other := descriptions.get(span[1] + 2)) is not None:
                known = self._traits[other]
                if known.equals is None and known.sentence == traits.sentence and known.post:
                    self._traits[other] = replace(known, equals=span)
            elif mention.form == "description" and traits.definite and traits.equals is None:
                name = starts.get(span[1] + 2)
                if name is not None and self._traits[name].sentence == traits.sentence:
                    self._traits[span] = replace(traits, equals=name)

    def _equate(self, token: Token) -> None:
        """Joins what the text puts equal: "X, the foreign minister", "the bloc (OSCE)", "X is the foreign minister"."""
        if token.dep_ == "appos":
            first, second = self.of(token.head), self.of(token)
        elif any(grammar.children(token, "cop")) and token.pos_ in ("NOUN", "PROPN"):
            subject = next(grammar.children(token, "nsubj"), None)
            first, second = (self.of(subject) if subject is not None else None), self.of(token)
            if first is not None and first.form != "name":
                return
        else:
            return
        if first is None or second is None or first.span == second.span:
            return
        kinds = {first.kind, second.kind}
        if len(kinds) > 1 or not kinds & {"person", "organization"}:
            return
        if first.form == second.form == "name" and not _abbreviates(self.traits(first).text, self.traits(second).text):
            return
        if first.form == "name" and second.form == "name":
            self._traits[second.span] = replace(self.traits(second), equals=first.span)
        elif second.form == "name":
            self._traits[first.span] = replace(self.traits(first), equals=second.span)
        else:
            self._traits[second.span] = replace(self.traits(second), equals=first.span)


def description_kind(token: Token) -> MentionKind | None:
    """The kind of actor that a noun describes, or None where it describes none."""
    lemma = token.lemma_.lower()
    if lemma in nouns.PEOPLE:
        return "group" if token.tag_ in ("NNS", "NNPS") else "person"
    if lemma in nouns.ORGANIZATIONS:
        return "group" if token.tag_ in ("NNS", "NNPS") else "organization"
    if lemma in nouns.COUNTRIES:
        return "group" if token.tag_ in ("NNS", "NNPS") else "country"
    return None


def _is_title(token: Token) -> bool:
    """A noun for a person, whatever tag the network gave it, or a courtesy title."""
    return bool({token.lemma_.lower(), token.lower_} & nouns.PEOPLE) or token.lower_ in nouns.COURTESY


def _worded(token: Token) -> bool:
    return any(char.isalnum() for char in token.text)


def _abbreviates(first: str, second: str) -> bool:
    """One is the acronym of the other: its letters are the capitals of the other, in order."""
    short, long = sorted((first.replace(".", ""), second), key=len)
    return (
        len(short) >= 2 and short.isupper() and short == "".join(char for char in long if char.isupper())[: len(short)]
    )


def _gender(word: str) -> Literal["f", "m"] | None:
    known = nouns.COURTESY.get(word)
    return "f" if known == "f" else "m" if known == "m" else None


def _function(head: Token) -> Literal["subject", "object", "oblique", "modifier", "other"]:
    label = head.dep_.partition(":")[0]
    if head.dep_ == "conj":
        return _function(head.head)
    if head.dep_ in grammar.SUBJECTS or head.dep_ == "obl:agent":
        return "subject"
    if label in ("obj", "iobj"):
        return "object"
    if label in ("obl", "nmod") and head.dep_ != "nmod:poss":
        return "oblique"
    return "modifier" if label in ("compound", "amod", "nmod", "det") else "other"


def _cases(head: Token) -> set[str]:
    return {child.lower_ for child in head.children if child.dep_ == "case"}


def _acting(head: Token) -> bool:
    """The word stands where an actor stands: it does something, or something is done with, by or against it."""
    if head.dep_ == "conj" and head.head.i != head.i:
        return _acting(head.head)
    if head.dep_ in ("nsubj", "obl:agent", "nsubj:outer"):
        verb = head.head
        return verb.pos_ == "VERB" and verb.lemma_ not in _STATIVE
    if head.dep_ == "nmod:poss":
        return True
    return head.dep_.partition(":")[0] in ("obl", "nmod") and bool(_cases(head) & _ACTOR_CASES)


def _locative(head: Token) -> bool:
    """The word says where something is or happens."""
    if head.dep_ == "conj" and head.head.i != head.i:
        return _locative(head.head)
    cases = _cases(head)
    if cases & _LOCATIVE:
        return True
    if cases & _DIRECTIONS:
        return any(above.lemma_ in _MOTION for above in list(grammar.ancestors(head))[:2])
    if head.dep_ in ("compound", "nmod:poss", "nmod:desc", "amod"):
        return head.head.lemma_ in EVENT_NOUNS
    if head.dep_ == "appos" or head.dep_.startswith("nmod"):
        return head.head.ent_type_ == "LOC" and _locative(head.head)
    return head.dep_ == "obj" and head.head.lemma_ in _MOTION
