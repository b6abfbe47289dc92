"""Statements: who says what, to whom, about whom, when and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc, Token

from kg.extract import grammar, nouns, times
from kg.extract.attributions import Link, author_of
from kg.extract.cues import NOT_CUES, act_of, cue_lemma, stance_of
from kg.extract.mentions import Mentions
from kg.extract.quotes import Quotes, fold, form_of
from kg.ids import finding_id
from kg.model import About, Act, Article, Certainty, Cue, Mention, Polarity, Span, Speaker, SpeakerKind, Statement, Time
from kg.vocabulary import ACT_CUES, AMBIGUOUS_CUES, DIRECTED_ACTS

# People who are meant to stay unknown, one or several: "two EU officials said".
_UNNAMED = frozenset(
    {"source", "insider", "witness", "observer", "critic", "supporter", "people", "person", "analyst", "official"}
    | {"diplomat", "backer", "friend", "aide", "expert", "economist", "member"}
)
_POSSIBLE = frozenset({"may", "might", "could", "possible", "possibly", "perhaps", "maybe", "potentially"})
_PROBABLE = frozenset(
    {
        "likely",
        "probably",
        "should",
        "probable",
        "expect",
        "apparently",
        "seem",
        "appear",
        "presumably",
        "would",
        "hope",
    }
)
# A cue whose lemma the scheme does not know must be sure. Precision on data/gold rises by half a point from 0.5 to 0.7.
_SURE = 0.7
# Confidence in a statement that the tree alone tells, before it is lowered for being so, and the words that its content
# must have at least: "rejected it" says too little.
_BY_TREE = 0.75
_LEAST_WORDS = 2
# Acts aimed at whoever the content is about, where the cue has no object: "complained that Turkey ...".
_AIMED = frozenset({"accuse", "criticise", "demand", "praise", "threaten"})
_FIRST_PERSON = frozenset({"i", "we"})
# Acts whose complement is an infinitive or a noun as often as a clause: enough to make a nested statement.
_CLAUSES = ("ccomp", "parataxis")
_NESTED_COMPLEMENTS = ("ccomp", "xcomp", "obj", "parataxis")
# Cases that name whom a cue is directed at: "called on Russia", "warned against", "anger at Ankara".
_TARGET_CASES = frozenset({"on", "upon", "against", "at", "of", "from", "for"})
_ADDRESS_CASES = frozenset({"to", "with"})
_KINDS: dict[str, SpeakerKind] = {
    "person": "person",
    "organization": "organization",
    "country": "country",
    "place": "country",
    "nationality": "group",
    "group": "group",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the statements of one article: what all the questions below need to know."""

    doc: Doc
    article: Article
    mentions: Mentions
    quotes: Quotes
    published: date | None

    def statements(self, links: list[Link]) -> list[Statement]:
        """The statements of the links and those nested in their content, in text order."""
        known = {token.i for one in links for token in one.cue}
        found: list[Statement] = []
        for one in links:
            said = self._said(one)
            found.extend(said)
            if said:
                found.extend(self._nested(one, known))
        found.extend(self._overlooked(links, known))
        everything = {statement.id: statement for statement in found}
        return sorted(self._parented(everything.values()), key=lambda one: (one.cue.span, one.id))

    def _said(self, one: Link) -> list[Statement]:
        """The statements of one attribution: one for each of coordinated speakers ("A and B said")."""
        said = [self._statement(one)]
        if one.speaker is not None and said[0] is not None:
            for other in grammar.conjuncts(one.speaker)[1:]:
                mention = self.mentions.of(other)
                if mention is not None and mention.kind not in ("date", "event"):
                    said.append(self._statement(replace(one, speaker=other), among=mention.span))
        return [statement for statement in said if statement is not None]

    def _parented(self, statements: Iterable[Statement]) -> list[Statement]:
        """Each statement whose cue lies in the content of another gets the narrowest such as its parent."""
        everything = list(statements)
        result = []
        for inner in everything:
            around = [
                outer
                for outer in everything
                if outer.id != inner.id
                and any(start <= inner.cue.span[0] and inner.cue.span[1] <= end for start, end in outer.content)
            ]
            parent = min(around, key=lambda outer: sum(end - start for start, end in outer.content), default=None)
            result.append(replace(inner, parent=parent.id) if parent is not None else inner)
        return result

    def _statement(self, one: Link, *, among: Span | None = None) -> Statement | None:
        """The statement of one speaker; `among` tells the further ones of coordinated speakers apart."""
        content = tuple(sorted(grammar.span_of(*tokens) for tokens in one.contents))
        cue_span = grammar.span_of(*one.cue)
        content = tuple(span for span in content if span[1] <= cue_span[0] or span[0] >= cue_span[1])
        text = " ... ".join(fold(" ".join(self.article.text[start:end].split())) for start, end in content)
        if not any(char.isalpha() for char in text):
            return None
        root = self._root(one)
        lemma = cue_lemma(one.cue, one.head)
        act = "ask" if lemma == ":" and text.endswith("?") else act_of(lemma, one.head, root)
        speaker = self._speaker(one)
        if not self._is_saying(one, lemma, speaker):
            return None
        negated = grammar.negated(one.head)
        polarity: Polarity = "negative" if negated or (root is not None and grammar.negated(root)) else "positive"
        addressees = self._addressees(one, act)
        about = self._about(one, act, root, speaker, addressees)
        for mention in [*addressees, *(item.mention for item in about if item.role == "target")]:
            self.mentions.mark(mention)
        return Statement(
            id=finding_id(self.article.id, "statement", (cue_span, *content, *([among] if among else []))),
            speaker=speaker,
            cue=Cue(span=cue_span, lemma=lemma, negated=negated),
            act=act,
            form=form_of(self.article.text, content, self.quotes),
            content=content,
            text=text,
            evidence=self._evidence(one),
            addressees=tuple(addressees),
            about=tuple(about),
            polarity=polarity,
            certainty=self._certainty(one, act, root),
            time=self._time(one),
            place=self._place(one),
            confidence=round(min(max(one.score, 0.0), 1.0), 3),
        )

    def _root(self, one: Link) -> Token | None:
        """The predicate of what is said: the clause the cue governs, else the head of the first content."""
        for tokens in one.contents:
            inside = {token.i for token in tokens}
            for child in grammar.children(one.head, "ccomp", "xcomp", "parataxis"):
                if child.i in inside:
                    return child
        return grammar.head_of(one.contents[0]) if one.contents else None

    def _is_saying(self, one: Link, lemma: str, speaker: Speaker) -> bool:
        """Whether the cue reports a statement at all, and not an idiom, a question or what "we" all think."""
        if lemma in NOT_CUES or (one.head.pos_ in ("ADV", "ADJ", "DET") and lemma not in ACT_CUES):
            return False
        if lemma not in ACT_CUES and lemma != "according to" and one.score < _SURE and one.head.text != ":":
            return False
        if one.head.text == ":":
            return one.score == 1.0  # the label of a turn; other colons open lists as often as quotations
        if self.quotes.quoted(one.head.idx):
            return speaker.kind not in ("author", "implicit")
        if self._is_question(one.head) or (grammar.negated(one.head) and lemma in ("respond", "reply", "comment")):
            return False
        root = self._root(one)
        if lemma == "ask" and root is not None and root.lemma_ in ("name", "identify"):
            return False  # "who asked not to be named"
        first = speaker.mention is not None and self._is_first_person(speaker.mention)
        return not first or speaker.kind == "author"

    def _is_question(self, head: Token) -> bool:
        """The cue is what is asked: "Is he saying ...?"; a quoted question is something else."""
        ends = next((token for token in reversed(list(head.sent)) if not token.is_space), head)
        return ends.text == "?" and not self.quotes.quoted(ends.idx) and head.dep_ in ("ROOT", "conj", "advcl")

    def _speaker(self, one: Link) -> Speaker:
        token = one.speaker
        span = grammar.span_of(*one.source) if one.source else None
        if token is None:
            return Speaker(kind="implicit", mention=None, span=span)
        if token.lower_ == "i" and not self.quotes.quoted(token.idx):
            return Speaker(kind="author", mention=self.mentions.of(token), span=grammar.span_of(token))
        if token.lemma_ in nouns.DOCUMENTS:
            owner = author_of(token)
            if owner is None:
                return Speaker(kind="unnamed", mention=None, span=span or grammar.span_of(token))
            token = owner
        mention = self.mentions.of(token)
        if mention is None and one.head.text == ":":
            return Speaker(kind="unnamed", mention=None, span=span)
        if mention is None and token.pos_ in ("NOUN", "PROPN"):
            mention = self.mentions.describe(token, kind="group" if token.tag_ in ("NNS", "NNPS") else "person")
        if mention is None:
            return Speaker(kind="unnamed", mention=None, span=span or grammar.span_of(token))
        self.mentions.mark(mention)
        span = self._whole(mention, span)
        kind_of: SpeakerKind = _KINDS.get(mention.kind, "unnamed")
        if token.lemma_ in _UNNAMED and mention.form == "description":
            return Speaker(kind="unnamed", mention=None, span=span)
        return Speaker(kind=kind_of, mention=mention, span=span)

    def _whole(self, mention: Mention, span: Span | None) -> Span:
        """The source's words, with the title before a name and the rest of a mention that they cut."""
        start, end = self.mentions.titles.get(mention.span, mention.span)
        if span is not None and span[0] < end and start < span[1]:
            return (min(start, span[0]), max(end, span[1]))
        return span or (start, end)

    def _evidence(self, one: Link) -> tuple[Span, ...]:
        """The sentences of cue, source and content."""
        stretches = [one.cue, *([one.source] if one.source else []), *one.contents]
        numbers = {
            number
            for stretch in stretches
            for number in range(self.mentions.sentence_of(stretch[0]), self.mentions.sentence_of(stretch[-1]) + 1)
        }
        return tuple(self.mentions.sentence_span(number) for number in sorted(numbers))

    def _addressees(self, one: Link, act: Act) -> list[Mention]:
        """Whom it is said to: the indirect object, "told parliament", "said to reporters", "in a letter to"."""
        found: list[Token] = []
        head = one.head
        clausal = any(grammar.children(head, "ccomp", "xcomp"))
        content = {token.i for tokens in one.contents for token in tokens}
        found.extend(grammar.children(head, "iobj"))
        if head.lemma_ in ("tell", "inform", "assure", "remind", "brief", "address") or (
            act in ("ask", "demand", "warn", "promise", "propose") and clausal
        ):
            found.extend(token for token in grammar.children(head, "obj") if token.i not in content or act != "say")
        for token in head.children:
            case = {child.lower_ for child in token.children if child.dep_ == "case"}
            if token.dep_.startswith("obl") and case & _ADDRESS_CASES and token.i not in content:
                found.append(token)
        for token in one.cue:
            found.extend(child for child in grammar.children(token, "nmod") if token.i != head.i and _to(child))
        everybody = [
            mention for token in found for each in grammar.conjuncts(token) if (mention := self.mentions.of(each))
        ]
        actors = [mention for mention in everybody if mention.kind not in ("date", "event")]
        return sorted({mention.span: mention for mention in actors}.values(), key=lambda mention: mention.span)

    def _targets(self, one: Link, act: Act, root: Token | None, addressees: list[Mention]) -> list[Mention]:
        """At whom a directed act is aimed: the cue's object, else the subject of what is said of them."""
        if act not in DIRECTED_ACTS:
            return []
        head = one.head
        found = list(grammar.children(head, "obj", "iobj"))
        passive = grammar.passive_subject(head)
        if passive is not None:
            found.append(passive)
        for token in head.children:
            case = {child.lower_ for child in token.children if child.dep_ == "case"}
            if (token.dep_ == "obl" and case & _TARGET_CASES) or token.dep_.startswith("nmod"):
                found.append(token)
        direct = self._actors(found)
        if direct:
            return direct
        if addressees and act in ("demand", "warn", "threaten", "promise", "ask"):
            return addressees
        if root is None or act not in _AIMED:
            return []
        inner = [token for token in [grammar.subject(root), grammar.passive_subject(root)] if token is not None]
        if root.pos_ in ("NOUN", "PROPN"):
            inner.extend([root, *(child for child in grammar.children(root, "nmod"))])
        inner.extend(grammar.children(root, "obj"))
        return self._actors(inner)[:1] or self._first_named(one)

    def _first_named(self, one: Link) -> list[Mention]:
        """The actor that the content opens with, where the tree does not tell: "demanded Erdogan withdraw"."""
        opening = [token for token in one.contents[0] if token.pos_ not in ("PUNCT", "DET", "SCONJ")][:2]
        return self._actors(opening)[:1]

    def _actors(self, tokens: Iterable[Token]) -> list[Mention]:
        """The mentions of these tokens and of what is coordinated with them; a thing gives its owner."""
        found: dict[Span, Mention] = {}
        for token in tokens:
            for each in grammar.conjuncts(token):
                mention = self.mentions.of(each)
                if mention is None:
                    owner = next((child for child in each.children if child.dep_ == "nmod:poss"), None)
                    owner = owner or next((child for child in grammar.children(each, "amod", "compound")), None)
                    mention = self.mentions.of(owner) if owner is not None else None
                first = mention is not None and self.mentions.traits(mention).noun in (
                    "i",
                    "we",
                    "me",
                    "us",
                    "my",
                    "our",
                )
                if mention is not None and mention.kind not in ("date", "event") and not first:
                    found[mention.span] = mention
        return list(found.values())

    def _about(
        self, one: Link, act: Act, root: Token | None, speaker: Speaker, addressees: list[Mention]
    ) -> list[About]:
        """Targets, then the other actors and places inside the content as topics; text order."""
        targets = {mention.span: mention for mention in self._targets(one, act, root, addressees)}
        inside = [
            mention
            for tokens in one.contents
            for mention in self.mentions.within(grammar.span_of(*tokens))
            if mention.kind not in ("date", "event")
        ]
        own = {speaker.mention.span} if speaker.mention is not None else set()
        own |= {mention.span for mention in inside if self._is_first_person(mention)}
        spans = {mention.span: mention for mention in inside} | targets
        stance = stance_of(act)
        return [
            About(mention=mention, role="target", stance=stance) if span in targets else About(mention=mention)
            for span, mention in sorted(spans.items())
            if span not in own
        ]

    def _is_first_person(self, mention: Mention) -> bool:
        return self.mentions.traits(mention).noun in ("i", "me", "my", "mine", "we", "us", "our", "ours", "myself")

    def _certainty(self, one: Link, act: Act, root: Token | None) -> Certainty:
        if act == "ask":
            return "unknown"
        words = {one.head.lemma_} if act == "believe" else set()
        if root is not None:
            words |= {root.lemma_}
            words |= {child.lemma_.lower() for child in root.children if child.dep_ in ("aux", "advmod", "cop")}
            words |= {child.lower_ for child in root.children if child.dep_ == "aux"}
        if words & _POSSIBLE:
            return "possible"
        return "probable" if words & _PROBABLE or act == "believe" else "certain"

    def _outside(self, one: Link) -> list[Mention]:
        """The mentions in the sentence of the cue that belong to its own clause and to no content or source."""
        taken = {token.i for content in one.contents for token in content} | {token.i for token in one.source}
        found = []
        for token in one.head.sent:
            mention = self.mentions.of(token) if token.i not in taken and not token.is_space else None
            if mention is not None and mention not in found and self._belongs(token, one, taken):
                found.append(mention)
        return found

    @staticmethod
    def _belongs(token: Token, one: Link, taken: set[int]) -> bool:
        """The token hangs on the cue; or it opens a clause whose verb the cue is coordinated with or subordinate to."""
        cue = {each.i for each in one.cue}
        for above in grammar.ancestors(token):
            if above.i in cue:
                return True
            if above.i in taken or above.pos_ in ("VERB", "AUX"):
                shared = one.head.head.i == above.i and one.head.dep_ in (
                    "conj",
                    "advcl",
                    "xcomp",
                    "parataxis",
                    "ccomp",
                )
                return shared and token.i < min(above.i, one.head.i)
        return False

    def _time(self, one: Link) -> Time | None:
        for mention in self._outside(one):
            if mention.kind == "date":
                text = self.article.text[mention.start : mention.end]
                found = times.normalise(text, self.published, grammar.tense(one.head))
                if found is not None:
                    return found
        return None

    def _place(self, one: Link) -> Mention | None:
        """Where it is said: a place in the clause of the cue."""
        for mention in self._outside(one):
            traits = self.mentions.traits(mention)
            if mention.kind == "place" and traits.locative and traits.function == "oblique":
                return mention
        return None

    def _nested(self, one: Link, known: set[int]) -> list[Statement]:
        """Statements reported within the content of another: "A said that B had denied it"."""
        found: list[Statement] = []
        for tokens in one.contents if one.head.text != ":" else []:
            inside = {token.i for token in tokens}
            for token in tokens:
                if token.pos_ != "VERB" or token.i in known or token.lemma_ not in ACT_CUES:
                    continue
                inner = self._inner_link(token, inside, one.score)
                if inner is not None:
                    found.extend(said for said in self._said(inner) if said.speaker.mention is not None)
        return found

    def _overlooked(self, links: list[Link], known: set[int]) -> list[Statement]:
        """Statements that the tree alone tells: verbs of saying with subject and complement outside all links."""
        inside = {token.i for one in links for content in one.contents for token in content}
        found: list[Statement] = []
        for token in self.mentions.tokens:
            if token.pos_ != "VERB" or token.i in inside or token.i in known or token.lemma_ not in ACT_CUES:
                continue
            if token.lemma_ in AMBIGUOUS_CUES or self.quotes.quoted(token.idx):
                continue
            sentence = {each.i for each in token.sent} - inside - known
            one = self._inner_link(token, sentence, _BY_TREE)
            if one is not None and len(one.contents[0]) >= _LEAST_WORDS:
                found.extend(said for said in self._said(one) if said.speaker.mention is not None)
        return found

    def _inner_link(self, verb: Token, inside: set[int], score: float) -> Link | None:
        """The attribution that a verb of saying inside a content makes with its subject and its complement."""
        speaker = grammar.subject(verb)
        if speaker is None or speaker.i not in inside or speaker.lower_ in _FIRST_PERSON or speaker.lower_ == "you":
            return None
        mention = self.mentions.of(speaker)
        if mention is None or mention.kind in ("date", "event"):
            return None
        lemma = cue_lemma([verb], verb)
        act = act_of(lemma, verb, None)
        labels: tuple[str, ...] = (
            _NESTED_COMPLEMENTS if act in DIRECTED_ACTS or act in ("deny", "refuse", "agree") else _CLAUSES
        )
        if verb.lemma_ in AMBIGUOUS_CUES:
            labels = ("ccomp",)
        for complement in grammar.children(verb, *labels):
            words = [token for token in complement.subtree if token.i in inside and not token.is_space]
            words = _trimmed(words)
            if words and speaker.i not in {token.i for token in words}:
                return Link(
                    cue=[verb],
                    head=verb,
                    score=score * 0.8,
                    source=grammar.noun_phrase(speaker),
                    speaker=speaker,
                    contents=[words],
                )
        return None


def _to(token: Token) -> bool:
    return any(child.dep_ == "case" and child.lower_ == "to" for child in token.children)


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Without commas and stops at either end."""
    while tokens and tokens[0].text in {",", ";", ":", "."}:
        tokens = tokens[1:]
    while tokens and tokens[-1].text in {",", ";", ":", "."}:
        tokens = tokens[:-1]
    return tokens
