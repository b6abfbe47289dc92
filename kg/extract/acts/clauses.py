"""Clauses of what is said: what a speaker does by one of them, by its subject, mood and tense, and what it means.

Whose the subject is decides much: "Baku will pay" promises where Azerbaijan's minister says it, and is a claim where
another does. What words tell of it is read here; a state or a body that only the gazetteer knows for the speaker's own
is read both ways, and resolution takes one.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.acts.commitments import Commitments
from kg.extract.acts.denials import MINDS
from kg.extract.acts.grievances import is_grief
from kg.extract.acts.ownership import PRONOUNS
from kg.extract.acts.things import is_bond
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.predicates import MUST, WILL, cleft, conditions, due, occasioned, states
from kg.extract.words.cueacts import act_named, act_of, pleads, wants_of_another
from kg.extract.words.cues import cue_lemma
from kg.extract.words.modality import is_negated
from kg.extract.words.valence import BAD_OF_ACTORS, EMOTIONS
from kg.extract.words.valence import judged as judged_in
from kg.model import Act

_OTHERS = frozenset({"he", "she", "they", "you"})
# What somebody "should" get, know or be is no demand on him.
_DESERVING = frozenset(
    {"get", "receive", "deserve", "win", "prevail", "expect", "know", "be", "have", "become", "enjoy"}
)
_NOTED = frozenset({"note", "add", "emphasise", "emphasize", "mention", "recall", "remember", "say", "stress"})
_DUTIES = frozenset({"need", "have", "got"})
_DOING = frozenset({"do", "does"})
# What is done by telling that one is doing it.
_BEING = frozenset({"am", "are", "'m", "’m", "'re", "’re"})
_CALLING = frozenset({"appeal", "ask", "call", "demand", "urge"})
# What readers are told by the passive of these, now: "drivers are advised to avoid the bridge".
_ADVISING = frozenset({"advise", "ask", "encourage", "instruct", "order", "remind", "request", "tell", "urge"})
# What "let us" do is no more than a way to say it.
_PAUSING = frozenset(
    {"be", "face", "forget", "hope", "look", "pray", "put", "recall", "remember", "say", "see", "wait"}
)
# What nobody is told not to do who is reminded of something, or calmed.
_CALMING = frozenset({"fear", "forget", "mention", "mind", "panic", "worry"})
_ACCEPTABLE = frozenset({"accept", "recognise", "recognize"})
# What is held says what is done by telling it in one's own words: "I think she must resign" demands it.
_HOLDING = frozenset({"believe", "think"})
# Acts that the first person performs by naming them; others only tell of what was said or thought.
_PERFORMED = frozenset(
    {"accuse", "criticise", "praise", "support", "demand", "reject", "refuse", "promise", "threaten", "warn", "deny"}
    | {"admit", "propose", "agree"}
)
# Those of them that a speaker takes at the time of saying where his words are reported in the past.
_TAKEN = frozenset({"criticise", "praise", "support", "reject"})
# What who says it is not feels about what others did.
_CONTENT = frozenset({"glad", "happy", "pleased", "satisfied"})
# What a speaker is who believes that it will turn out so.
_SURE = frozenset(
    {"certain", "confident", "convinced", "hopeful", "optimistic", "pessimistic", "sceptical", "skeptical"}
)
# What is put before an act that is thereby performed: "I would like to thank", "let me apologise".
_PREFACES = frozenset({"want", "like", "wish", "let", "love", "have", "need"})


# What who is glad of what others did feels, and how he came to know of it: "glad to see that", not "glad to be home".
GLAD = frozenset({"delighted", "glad", "grateful", "happy", "honoured", "honored", "pleased", "proud", "thankful"})
_LEARNING = frozenset({"find", "hear", "learn", "note", "read", "see", "welcome"})


@dataclass(frozen=True, slots=True)
class Clauses(Commitments):
    """Reads the clauses of one attribution."""

    def act(self, predicate: Token) -> Act | None:
        """What the speaker does by one clause, or None where it only tells something."""
        if (told := cleft(predicate)) is not None:
            return self.act(told)
        own = self.is_own(predicate)
        if own and predicate.lemma_ in _HOLDING and self.direct(predicate):
            held = next(iter(grammar.labelled(predicate, "ccomp")), None)  # "I think she must resign"
            return self.act(held) if held is not None and not is_negated(predicate) else None
        for find in (
            self._performed,
            self.wronged,
            self.blamed,
            self._urged,
            self.sided,
            self.committed,
            self.denied,
            self.complained,
            self.mocked,
        ):
            if (act := find(predicate, own)) is not None:
                return act
        return self._judged(predicate, own) if states(predicate) else None

    def _judged(self, predicate: Token, own: bool) -> Act | None:
        """Somebody or something is called good or bad; who says it of himself owns up to it."""
        if own and predicate.lower_ in _SURE and not is_negated(predicate):
            return "believe"
        # Of "our patience" it is told that it ends.
        # Nor is whatever somebody is involved in or hurt by: "was involved in the murder".
        beside = (child for child in predicate.children if child.dep_ != "nsubj" and not child.dep_.startswith("obl"))
        found = judged_in([[predicate, *(child for child in beside if (child.dep_, child.pos_) != ("conj", "VERB"))]])
        subject = subjects.subject(predicate) or subjects.passive_subject(predicate)
        feeling = EMOTIONS | (_CONTENT if found == "criticise" else frozenset())
        feels = predicate.lower_ in feeling and subject is not None and subject.tag_ == "PRP"
        if feels and is_grief(predicate):
            return None
        if found is None and is_bond(predicate):
            return "praise"
        if own and found == "praise" and not _is_thanks(predicate):
            return None  # nobody praises himself: "we have been patient"
        if own and (found == "criticise" or feels):
            # "I would rather be wrong" owns up to nothing.
            return "criticise" if feels else None if self.is_ahead(predicate) else "admit"
        if found is None and not own and predicate.lemma_.lower() in BAD_OF_ACTORS and not is_negated(predicate):
            mention = self.mentions.of(subject) if subject is not None else None
            actor = mention is not None and mention.kind in ("person", "organization", "country", "place", "group")
            return "criticise" if actor or (subject is not None and subject.lower_ in _OTHERS) else None
        return found

    def _performed(self, predicate: Token, own: bool) -> Act | None:
        """The speaker names what he does: "we reject this"."""
        helpers = {child.lower_ for child in grammar.children(predicate, "aux")}
        inner = next(grammar.children(predicate, "xcomp", "ccomp"), None)
        if inner is not None and predicate.lemma_ in _PREFACES and (own or predicate.lemma_ == "let"):
            # "I want to thank", "let me congratulate", "I must condemn" do what they say they would.
            inner = occasioned(inner)
            act = act_named(cue_lemma([inner], inner)) if not grammar.negated(predicate) else None
            by_self = predicate.lemma_ != "let" or any(
                child.lower_ in ("me", "us") for child in (*predicate.children, *inner.children)
            )
            if act in _PERFORMED and inner.tag_ == "VB" and by_self:
                return act
        # "It said it rejected this" does so; "warned the company in March" tells of another time.
        active = not any(grammar.children(predicate, "aux:pass", "nsubj:pass"))
        told = (
            active and predicate.tag_ in ("VBD", "VBN") and not self.direct(predicate) and predicate.lemma_ != "regret"
        )
        # "We are calling on both sides to stop", in the speaker's own words.
        doing = predicate.tag_ == "VBG" and predicate.lemma_ in _CALLING and self.direct(predicate)
        if not (told or doing or predicate.tag_ in ("VB", "VBP", "VBZ")) or not own:
            return None
        if states(predicate) or helpers - (_DOING | _BEING if doing else _DOING):
            return None
        act = act_named(cue_lemma([predicate], predicate))
        if act == "ask" and pleads(predicate):
            act = "demand"  # "I appeal to all sides to exercise restraint"
        if grammar.negated(predicate) and predicate.lemma_ in _ACCEPTABLE:
            return "reject"
        if act is None or predicate.lemma_ in ("have", "regret"):
            return None  # what is regretted, `wronged` looks at
        other = next(grammar.children(predicate, "obj"), None)
        other = other or (subjects.subject(inner) if inner is not None else None)
        asked = other is not None and (self.mentions.of(other) or self.owner(other)) is not None
        asked = asked and not grammar.negated(predicate)
        if predicate.lemma_ in ("expect", "want") and asked and act_of(predicate.lemma_, predicate) == "demand":
            return "demand"
        if predicate.lemma_ in MINDS and self.direct(predicate) and not any(grammar.children(predicate, "obj")):
            return "believe"
        if grammar.negated(predicate):
            return "reject" if act in ("agree", "support") else None
        if is_negated(predicate):
            return None  # "I sign nothing"
        if predicate.lemma_ in ("expect", "want") and any(grammar.children(predicate, "obj", "ccomp", "xcomp")):
            return None
        if act == "ask" and not told and predicate.dep_ != "conj" and wants_of_another(predicate):
            return "ask"  # "we ask both sides to talk"
        return act if act in (_TAKEN if told else _PERFORMED) else None

    def _urged(self, predicate: Token, own: bool) -> Act | None:
        """Others are told what to do: "Ankara must withdraw", "the cost should be borne by"."""
        helpers = {child.lower_ for child in grammar.children(predicate, "aux")}
        subject = subjects.subject(predicate)
        passive = any(grammar.children(predicate, "aux:pass", "nsubj:pass"))
        if self._is_bidden(predicate, helpers):
            return "demand"
        if self._is_for_us(predicate):
            return "propose"
        if own or helpers & WILL or any(token.text == "?" for token in predicate.sent[-3:]):
            return None
        if due(predicate) is not None:
            return "demand"  # "it is time to act"
        owed = any(child.tag_ == "TO" for each in grammar.children(predicate, "xcomp") for child in each.children)
        bound = helpers & MUST or (predicate.lemma_ in _DUTIES and owed)  # "has to go", not "had gone"
        done = predicate.lemma_ == "have" and any(grammar.children(predicate, "obj"))
        if passive and owed and predicate.lemma_ in _ADVISING and not is_negated(predicate):
            present = any(child.lower_ in ("is", "are") for child in grammar.labelled(predicate, "aux:pass"))
            if present and not any(grammar.case(each) == "by" for each in grammar.labelled(predicate, "obl")):
                return "demand"
        if not helpers & MUST and (done or passive):
            return None  # "had ten years to bring peace", "the tax was needed to pay off debt"
        actor = subject is not None and (self.mentions.of(subject) is not None or subject.lower_ in PRONOUNS)
        if "should" in helpers and predicate.lemma_ in _DESERVING and not passive:
            return None
        if passive and predicate.lemma_ in _NOTED and any(grammar.children(predicate, "ccomp", "csubj")):
            return None  # "it should be noted that"
        return "demand" if bound and (actor or passive) and "have" not in helpers else None

    def _is_for_us(self, predicate: Token) -> bool:
        """What several might do together: "let us sit down and talk", and not "let us be clear"."""
        inner = next(grammar.children(predicate, "xcomp", "ccomp"), None)
        if predicate.lemma_ != "let" or predicate.tag_ != "VB" or inner is None or not self.direct(predicate):
            return False
        us = any(child.lower_ in ("us", "'s", "’s") for child in (*predicate.children, *inner.children))
        return us and inner.lemma_ not in _PAUSING and not (grammar.negated(predicate) or grammar.negated(inner))

    def _is_bidden(self, predicate: Token, helpers: set[str]) -> bool:
        """Somebody is told to do something for the speaker, or not to: "give us the figures", "do not shoot"."""
        bare = predicate.tag_ == "VB" and not (helpers - _DOING) and predicate.pos_ == "VERB"
        if not bare or not self.direct(predicate) or subjects.subject(predicate) is not None:
            return False
        if predicate.dep_ not in ("ROOT", "ccomp", "parataxis") or any(
            child.tag_ == "TO" for child in predicate.children
        ):
            return False
        first = next(token for token in (predicate.left_edge, *predicate.subtree) if not token.is_punct)
        if not first.is_sent_start and (first.i == 0 or not first.nbor(-1).is_quote):
            return False  # 'fish "do not vote"'
        to_us = any(child.lower_ in ("me", "us") for child in grammar.children(predicate, "iobj", "obj"))
        reminded = predicate.lemma_ in _CALMING  # "don't forget that it was us", "do not worry"
        return predicate.lemma_ != "let" and (to_us or (grammar.negated(predicate) and not reminded))


def _is_thanks(predicate: Token) -> bool:
    """Who says it of himself is glad of what somebody else is or did."""
    if predicate.lower_ not in GLAD or "if" in conditions(predicate):
        return False
    return all(inner.lemma_ in _LEARNING for inner in grammar.children(predicate, "xcomp"))
