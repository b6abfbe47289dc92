"""Contacts: who speaks with whom, by telephone or at some time and place."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract import grammar
from kg.extract import meetingwords as words
from kg.extract.drafts import Draft
from kg.extract.mentions import Mentions
from kg.extract.occasions import Occasions
from kg.extract.participants import take
from kg.extract.sides import after, doers, undergoers
from kg.model import Mention

_STATES = frozenset({"country", "place", "nationality"})


@dataclass(frozen=True, slots=True)
class ContactReader:
    """Reads calls and talks off the verbs of one article that tell of speaking."""

    mentions: Mentions
    occasions: Occasions

    def read(self, verb: Token) -> Draft | None:
        """They talk to each other: by telephone, or with somebody at a time or place."""
        device = any(child.lemma_ in words.DEVICES for child in grammar.children(verb, "obl", "advmod", "compound"))
        draft = Draft(head=verb, format="call" if device else "talks")
        to = device or verb.lemma_ in ("speak", "talk")
        doing = take(self.mentions, draft, doers(verb), "party")
        who = set(draft.participants)
        objects = undergoers(verb) if verb.lemma_ not in ("discuss", "speak", "talk") else []
        done = take(self.mentions, draft, [*objects, *after(verb, *(("with", "to") if to else ("with",)))], "party")
        self.occasions.read(draft, verb)
        if device:
            return draft if (doing and done) or draft.together or len(draft.participants) > 1 else None
        heard = [one.mention for span, one in draft.participants.items() if span not in who]
        told = (draft.time is not None or draft.place is not None) and doing and done
        return draft if told and (draft.together or any(self._is_partner(one) for one in heard)) else None

    def _is_partner(self, mention: Mention) -> bool:
        """One speaks with persons and states; who speaks to a crowd or a newspaper on Monday gives a speech."""
        several = self.mentions.traits(mention).several is not None
        return mention.kind == "person" or mention.kind in _STATES or (several and mention.kind != "organization")
