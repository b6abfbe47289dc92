"""Statements: who says what, to whom, about whom, when and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from kg.extract.acts.about import about_whom, each_other
from kg.extract.acts.acts import Saying
from kg.extract.acts.eventclasses import TELLING, deed_of
from kg.extract.acts.weighing import barred_of, weighed
from kg.extract.attributions.complements import is_naming, is_order
from kg.extract.attributions.continuations import REACH, Before, preceding
from kg.extract.attributions.links import Link
from kg.extract.attributions.trees import are_people, may_tell, told_by
from kg.extract.mentions.mentions import Mentions
from kg.extract.statements.circumstances import time_of
from kg.extract.statements.cospeakers import by_speaker
from kg.extract.statements.listeners import addressees_of
from kg.extract.statements.reporting import is_saying, root_of
from kg.extract.statements.responses import responses
from kg.extract.statements.sittings import Sitting
from kg.extract.statements.speakers import is_anybody, speaker_of
from kg.extract.statements.whereabouts import place_of
from kg.extract.syntax import grammar
from kg.extract.syntax.predicates import has_subject, predicates
from kg.extract.syntax.quotes import Quotes, fold, form_of
from kg.extract.words.cueacts import act_named, act_of
from kg.extract.words.cues import cue_lemma
from kg.extract.words.modality import certainty_of, fails, is_negated, is_withheld, polarity_of
from kg.findings import Alternative
from kg.ids import finding_id
from kg.model import About, Act, Article, Cue, Span, Statement
from kg.vocabulary import AMBIGUOUS_CUES

# Confidence in a statement that the tree alone tells, before it is lowered for being so.
_BY_TREE = 0.75


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the statements of one article: what all the questions below need to know.

    `guessed` has the statements whose act the network alone tells: nobody goes on with what is a guess.
    """

    article: Article
    mentions: Mentions
    quotes: Quotes
    published: date | None
    sitting: Sitting = field(default_factory=Sitting)
    alternatives: dict[str, Alternative] = field(default_factory=dict)
    guessed: set[str] = field(default_factory=set)

    def statements(self, links: list[Link]) -> list[Statement]:
        """The statements of the links and those nested in their content, in text order."""
        known = {token.i for one in links for token in one.cue}
        found: list[Statement] = []
        last: tuple[Link, Statement] | None = None
        heard: list[Link] = []
        told, turn = tuple[Statement, ...](), tuple[Statement, ...]()
        for one in (_answering(one, links) for one in links):
            before = preceding(one, last, self.mentions)
            turn = turn if before is not None and before.goes_on else ()
            said = self._said(one, replace(before, earlier=told[-REACH:], turn=turn) if before is not None else None)
            found.extend(said)
            if said:
                heard.append(one)
                last = (one, said[0])
                told, turn = (*told, said[0]), (*turn, said[0])
                found.extend(self._nested(one, known))
        found.extend(self._overlooked(heard, known))
        for one in responses(found, known, self.mentions):
            found.extend(self._said(one))
        everything = {statement.id: statement for statement in found}
        return sorted(self._parented(everything.values()), key=lambda one: (one.cue.span, one.id))

    def _said(self, one: Link, before: Before | None = None) -> list[Statement]:
        """The statements of one attribution, after the one `before`: one for each of coordinated speakers."""
        said: list[Statement | None] = []
        for each, among in by_speaker(one, self.mentions):
            said.append(self._statement(each, before, among=among))
            if said[0] is None:
                break
        return each_other([statement for statement in said if statement is not None], one, self.mentions)

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

    def _statement(self, one: Link, before: Before | None, *, among: Span | None = None) -> Statement | None:
        """The statement of one speaker; `among` tells the further ones of coordinated speakers apart."""
        content = tuple(sorted(grammar.span_of(*tokens) for tokens in one.contents))
        cue_span = grammar.span_of(*one.cue)
        content = tuple(span for span in content if span[1] <= cue_span[0] or span[0] >= cue_span[1])
        text = " ... ".join(fold(self.article.text[start:end]) for start, end in content)
        if not any(char.isalpha() for char in text):
            return None
        root = root_of(one)
        lemma = cue_lemma(one.cue, one.head)
        speaker = speaker_of(one, self.mentions, self.quotes)
        if not is_saying(one, lemma, speaker, self.article, self.mentions, self.quotes):
            return None
        firm = before is not None and before.goes_on and before.statement.id not in self.guessed
        goes_on = before.statement.act if before is not None and firm else None
        named = speaker.kind != "unnamed" and not is_anybody(speaker, self.mentions)
        told = list(predicates(one.contents))
        said = Saying(one, act_of(lemma, one.head), lemma, self.mentions, self.quotes, goes_on, named, told)
        self._address(one, said.act, before)
        by_rules = said.told()
        alone = replace(said, before=None).told() if goes_on is not None else by_rules
        at_home = replace(said, home=True).told() if said.doubtful else by_rules
        # What a state only promises by its own minister, nobody else does.
        barred = barred_of(said.clauses, root, told) | ({at_home} - {by_rules})
        unnamed = said.by_source
        act = weighed(self.mentions.doc, one, said.act, by_rules, alone=alone, barred=barred, unnamed=unnamed)
        negated = is_withheld(one.cue) or fails(one.head)
        negated |= is_negated(one.head)
        addressees = addressees_of(one, act, before, self.mentions)
        about = about_whom(one, act, root, speaker, before, self.mentions)
        for mention in [*addressees, *(item.mention for item in about if item.role == "target")]:
            self.mentions.mark(mention)
        statement = Statement(
            id=finding_id(self.article.id, "statement", (cue_span, *content, *([among] if among else []))),
            speaker=speaker,
            cue=Cue(span=cue_span, lemma=lemma, negated=negated),
            act=act,
            form=form_of(self.article.text, content, self.quotes, whole=has_subject(told, one.contents)),
            content=content,
            text=text,
            evidence=self._evidence(one),
            addressees=tuple(addressees),
            about=tuple(about),
            polarity=polarity_of(negated, told),
            certainty=certainty_of(one.head, act, told, negated=negated),
            deed=deed_of(told) if act in TELLING and not negated else None,
            time=self.sitting.time if one.is_turn else time_of(one, self.mentions, self.published),
            place=self.sitting.place if one.is_turn else place_of(one, self.mentions),
            confidence=round(min(max(one.score, 0.0), 1.0), 3),
        )
        if act != by_rules and not one.asks:
            self.guessed.add(statement.id)
        # Nor does anybody blame whom he speaks for, whatever the network makes of his words.
        blames = bool(said.doubtful) and act in ("accuse", "criticise") and by_rules in ("say", "claim", "report")
        blames = blames and all(map(replace(said, home=True).clauses.is_own, told))
        if (at_home != by_rules or blames) and not one.asks:
            about = about_whom(one, at_home, root, speaker, before, self.mentions, home=True)
            if blames:
                about = [About(each.mention) if each.mention in said.doubtful else each for each in about]
            other = replace(statement, act=at_home, about=tuple(about))
            self.alternatives[statement.id] = Alternative(said.doubtful[0], other)
        return statement

    def _address(self, one: Link, act: Act, before: Before | None) -> None:
        """Whoever is told it is "you" in the speaker's own words: "You have failed us," she told the minister."""
        spoken_to = [
            token
            for tokens in one.contents
            for token in tokens
            if token.lower_ in ("you", "your") and self.quotes.quoted(token.idx) and self.mentions.of(token) is None
        ]
        told = addressees_of(one, act, before, self.mentions) if spoken_to else []
        for token in spoken_to if len(told) == 1 else ():
            self.mentions.address(token, told[0])

    def _evidence(self, one: Link) -> tuple[Span, ...]:
        """The sentences of cue, source and content."""
        stretches = [one.cue, *([one.source] if one.source else []), *one.contents]
        numbers = {
            number
            for stretch in stretches
            for number in range(self.mentions.sentence_of(stretch[0]), self.mentions.sentence_of(stretch[-1]) + 1)
        }
        return tuple(self.mentions.sentence_span(number) for number in sorted(numbers))

    def _nested(self, one: Link, known: set[int]) -> list[Statement]:
        """Statements reported within the content of another: "A said that B had denied it"."""
        found: list[Statement] = []
        for tokens in one.contents:
            inside = {token.i for token in tokens}
            for token in tokens:
                if token.i not in known and (inner := told_by(token, inside, one.score, self.mentions)) is not None:
                    found.extend(said for said in self._said(inner) if self._is_somebody(inner, said))
        return found

    def _is_somebody(self, one: Link, said: Statement) -> bool:
        """The tree tells who speaks, be it "an official", or that nobody is told: "we were told"."""
        who = self.mentions.of(one.speaker) if one.speaker is not None else None
        unnamed = who is not None and who.kind in ("person", "group") and who.form == "description"
        anybody = one.speaker is None or are_people(one.speaker)
        return unnamed or anybody or said.speaker.mention is not None

    def _overlooked(self, links: list[Link], known: set[int]) -> list[Statement]:
        """Statements that the tree alone tells: words of saying with subject and complement outside all links."""
        inside = {token.i for one in links for content in one.contents for token in content}
        taken = inside | known
        found: list[Statement] = []
        sentences: dict[int, set[int]] = {}
        for token in self.mentions.tokens:
            if not may_tell(token) or token.i in taken or self.quotes.quoted(token.idx):
                continue
            lemma = cue_lemma([token], token) if token.pos_ == "VERB" else ""
            unsure = lemma in AMBIGUOUS_CUES and act_named(lemma) != "promise"
            if unsure and not (is_naming(token) or is_order(token)):
                continue
            start = grammar.sentence_start(token)
            if start not in sentences:
                sentences[start] = set(range(start, grammar.sentence_end(token))) - taken
            one = told_by(token, sentences[start], _BY_TREE, self.mentions)
            if one is not None:
                found.extend(said for said in self._said(one) if self._is_somebody(one, said))
        return found


def _answering(one: Link, links: list[Link]) -> Link:
    """The same, said by who answers where a question says "you said"."""
    if one.speaker is None or one.speaker.lower_ != "you":
        return one
    for question in links:
        asked = question.answers is not None and any(one.head in content for content in question.contents)
        if asked:
            return replace(one, speaker=question.answers)
    return one
