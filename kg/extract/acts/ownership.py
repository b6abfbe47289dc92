"""Whose the subject of a clause is: the speaker's, by a pronoun or a name, or as only the gazetteer knows."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.quotes import Quotes
from kg.model import Mention

#: Who speaks of himself, in his own words; who may be the speaker, in the reporter's.
SELVES = frozenset({"i", "we", "us", "our", "my"})
PRONOUNS = frozenset({"he", "she", "it", "they"})
_ANYBODYS = frozenset({"his", "her", "its", "their"})
_ACTORS = frozenset({"country", "place", "organization"})


@dataclass(frozen=True, slots=True)
class Ownership:
    """Tells of the clauses of one attribution which are about the speaker's own doing.

    Attributes:
        one: the attribution.
        home: how a state or a body that may be the speaker's own is read.
        doubtful: the names of such that were met, in the order of reading.
    """

    one: Link
    mentions: Mentions
    quotes: Quotes
    home: bool = False
    doubtful: list[Mention] = field(default_factory=list)

    def is_own(self, predicate: Token) -> bool:
        """The speaker, or who he speaks for, is the subject of the clause."""
        subject = subjects.subject(predicate) or subjects.passive_subject(predicate)
        if subject is None:
            return False
        if self.direct(subject) and subject.tag_ == "PRP":
            return subject.lower_ in SELVES
        if subject.lower_ in PRONOUNS:
            return self._may_be_speaker(subject)
        if subject.lemma_ in ("regime", "junta"):
            return False  # nobody calls his own so
        owners = {child.lower_ for child in grammar.children(subject, "nmod:poss")}
        if self.direct(subject):
            return bool(owners & SELVES) or self._is_home(subject)
        return bool(owners & self._whose()) or self._names_speaker(subject) or self._is_home(subject)

    def _whose(self) -> frozenset[str]:
        """What may mean the speaker's: "experts said her plan would fail" is not their plan.

        A spokesman has the plans of whomever he speaks for; who is "he" has nothing that is "its".
        """
        speaker = self.one.speaker
        if speaker is None:
            return _ANYBODYS
        if speaker.lower_ in ("he", "she"):
            return frozenset({"his" if speaker.lower_ == "he" else "her", "their"})
        mention = self.mentions.of(speaker)
        body = mention is not None and mention.kind in _ACTORS
        if speaker.tag_ in ("NNS", "NNPS") and not body:
            return frozenset({"their"})
        return _ANYBODYS - {"his", "her"} if body else _ANYBODYS

    def _is_home(self, subject: Token) -> bool:
        """A named state or body, of which only resolution tells whether it is the speaker's."""
        mention = self.mentions.of(subject)
        if mention is None or mention.form != "name" or mention.kind not in _ACTORS or self.one.speaker is None:
            return False
        self.doubtful.append(mention)
        return self.home

    def _may_be_speaker(self, pronoun: Token) -> bool:
        speaker = self.one.speaker
        if speaker is None:
            return False
        if speaker.lower_ in PRONOUNS:
            return speaker.lower_ == pronoun.lower_
        mention = self.mentions.of(speaker)
        plural = speaker.tag_ in ("NNS", "NNPS") and (mention is None or mention.kind not in _ACTORS)  # "United States"
        if mention is None or plural:
            return plural and pronoun.lower_ == "they"
        if mention.kind == "person":
            return pronoun.lower_ in ("he", "she")
        return pronoun.lower_ in ("it", "they")

    def _names_speaker(self, subject: Token) -> bool:
        """The subject has a name in common with the words for the speaker: "the Turkish minister", "Turkey"."""
        stems = {token.lower_[:4] for token in self.one.source if token.tag_ in ("NNP", "NNPS", "JJ")}
        return subject.tag_ in ("NNP", "NNPS") and subject.lower_[:4] in stems

    def direct(self, token: Token) -> bool:
        """The word is quoted."""
        return self.quotes.quoted(token.idx)
