"""Plain sayings: what a plain cue does where no clause of what is said tells.

By its speaker, by what went before, by how bold it is: "sources said" reports, "there will never be" claims.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.acts.clauses import Clauses
from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.nouns import DOCUMENTS
from kg.extract.syntax.predicates import WILL
from kg.extract.syntax.quotes import Quotes
from kg.extract.words.modality import is_negated
from kg.extract.words.valence import DECISIONS, GOINGS, PARTISANS, PEOPLE
from kg.model import Act, Mention

# Plain verbs whose speaker may go on with what he did before; others ("joked") begin anew.
_GOING_ON = frozenset({"say", "tell", "add", "explain", "continue", "write", "state", "answer", "reply", "note"})
# Words that make a statement one that others would dispute: "never", "only", and the comparisons told by their tags.
_CONTESTED = frozenset({"never", "only", "nobody", "always", "merely", "entirely", "simply", "nothing", "everybody"})
_COMPARED = frozenset({"JJR", "RBR", "JJS", "RBS"})
# A continuation goes on doing this, where its own words tell nothing: what supports a denial is a contested claim.
_GOES_ON: dict[Act, Act] = {
    "accuse": "accuse",
    "criticise": "criticise",
    "warn": "warn",
    "deny": "claim",
    "claim": "claim",
}


@dataclass(frozen=True, slots=True)
class PlainSaying:
    """One attribution with what its act is read from.

    Attributes:
        one: the attribution.
        act: the act of its cue.
        lemma: of its cue.
        before: the act of the statement before it, where the same speaker goes on.
        named: the speaker is a person, a body or a state that the text names or describes, nobody unnamed.
        predicates: of the main clauses of what is said, sentence by sentence.
        home: how a state that may be the speaker's own is read.
        doubtful: the names of such states that the act depended on.
    """

    one: Link
    act: Act
    lemma: str
    mentions: Mentions
    quotes: Quotes
    before: Act | None
    named: bool
    predicates: Sequence[Token]
    home: bool = False
    doubtful: list[Mention] = field(default_factory=list)

    @property
    def by_source(self) -> bool:
        """Somebody tells it whom the text does not name, and who thereby announces nothing: "sources said"."""
        return not self.named and self.one.speaker is not None and self.one.speaker.lemma_ not in DOCUMENTS

    @property
    def clauses(self) -> Clauses:
        return Clauses(self.one, self.mentions, self.quotes, self.home, self.doubtful)

    def otherwise(self, predicate: Token) -> Act:
        """What a plain cue does where no clause tells: by its speaker, by what went before, by how bold it is."""
        direct = self.quotes.quoted(predicate.idx)
        speaker = self.one.speaker
        mention = self.mentions.of(speaker) if speaker is not None else None
        if self.lemma == "according to":
            return "claim" if self.named and mention is not None and mention.kind == "person" else "report"
        body = mention is not None and mention.kind in ("organization", "country", "place")
        helpers = {child.lower_ for child in grammar.children(predicate, "aux")}
        passive = any(grammar.children(predicate, "aux:pass", "nsubj:pass"))
        if self.named and helpers & WILL and passive and "have" not in helpers and not is_negated(predicate):
            return "announce"
        if body and not direct and predicate.lemma_ in DECISIONS and grammar.tense(predicate) == "past":
            return "announce"
        if (
            not direct
            and helpers & WILL
            and "have" not in helpers
            and not is_negated(predicate)
            and predicate.lemma_ in GOINGS | DECISIONS | {"hold"}
        ):
            return "report" if self.by_source else "announce"  # "regional leaders would hold a summit on Saturday"
        before = _GOES_ON.get(self.before) if self.before is not None else None
        if before is not None and self.one.head.lemma_ in _GOING_ON and not helpers & WILL:
            return before
        if self._is_hearsay():
            return "claim"
        if not self.named and not direct:
            return "claim" if self._is_contested(predicate) else "report"
        if not direct and self._is_finding(predicate):
            return "report"
        if self.one.head.lemma_ == "retort":
            return "reject"
        return "claim" if self._is_bold(predicate, helpers) or self._is_of_things(predicate) else "say"

    def _is_finding(self, predicate: Token) -> bool:
        """What happened, told by figures: "14 people had been arrested"."""
        if grammar.tense(predicate) != "past" or self.clauses.is_own(predicate) or is_negated(predicate):
            return False
        counted = any(token.tag_ == "CD" for token in predicate.subtree)
        return counted and not self._is_contested(predicate)

    def _is_hearsay(self) -> bool:
        """People in general say it: "they tell us", "critics say"."""
        who = self.one.speaker
        return who is not None and not self.named and (who.lower_ in PEOPLE or who.lemma_.lower() in PARTISANS)

    def _is_of_things(self, predicate: Token) -> bool:
        """It tells how things are, and not of anybody: "the corridor will pay for itself", where others hold otherwise.

        Of what named speakers plainly said so in the two sets of gold that were read, 33 were claims, 15 were not.
        """
        subject = subjects.subject(predicate) or subjects.passive_subject(predicate)
        if subject is None or subject.lower_ == "it":
            return subject is not None and not self.clauses.is_own(predicate)
        mention = self.mentions.of(subject)
        return subject.tag_[:2] == "NN" and (mention is None or mention.kind in ("date", "event"))

    def _is_bold(self, predicate: Token, helpers: set[str]) -> bool:
        """Others would dispute it: it says what will be, compares, or leaves nothing open."""
        if helpers & WILL and not self.clauses.is_own(predicate):
            return True
        return self._is_contested(predicate) or any(token.tag_ in _COMPARED for token in _near(predicate))

    @staticmethod
    def _is_contested(predicate: Token) -> bool:
        return any(token.lower_ in _CONTESTED for token in _near(predicate))


def _near(predicate: Token) -> list[Token]:
    """The predicate, what modifies it, and what modifies that."""
    below = list(predicate.children)
    return [predicate, *below, *(child for each in below for child in each.children)]
