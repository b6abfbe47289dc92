"""Grievances: clauses by which a speaker complains of what he or others suffered, and tells whom he trusts.

"It was disappointed", "the count was rigged", "we were promised", "he has our full confidence".
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.acts.blame import Blame
from kg.extract.acts.ownership import SELVES
from kg.extract.acts.shortcomings import is_ruled_out, is_wanting
from kg.extract.acts.threats import forebodes, is_imminent
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.predicates import WILL, states
from kg.extract.words.modality import is_negated
from kg.extract.words.valence import EMOTIONS, GRIEF, MISFORTUNES, judged
from kg.model import Act

# Wrongs that nobody suffers by chance, so that whoever is said to suffer them accuses somebody: "the count was rigged".
_PLOTS = frozenset(
    """
    fabricate falsify forge harass intimidate launder loot manipulate massacre poison rig sabotage steal torture
    """.split()
)
# Who tells that he had to ask, wait or hear promises complains.
_ASKING = frozenset({"ask", "request", "warn", "wait", "write"})
# How often or how long he had to; who asked once only tells of it.
_IN_VAIN = frozenset(
    "again already constantly decade enough long month never repeatedly still time twice week year".split()
)
# What he got for it: "I asked for a judge and they gave me a plane".
_INSTEAD = frozenset({"give", "offer", "say", "tell"})
_TOLD = frozenset({"tell", "promise", "assure", "offer", "answer", "treat", "ignore"})
#: What one has in whom one stands behind, and how it is told.
TRUST = frozenset({"backing", "confidence", "faith", "support", "trust"})
_WHOLE = frozenset({"full", "complete", "every", "total", "absolute", "my", "our"})


@dataclass(frozen=True, slots=True)
class Grievances(Blame):
    """Reads the clauses of one attribution for what the speaker holds against somebody, and whom he trusts."""

    def wronged(self, predicate: Token, own: bool) -> Act | None:
        """Somebody was passed over, or hurt, or wronged by some plot, or may be."""
        if is_wanting(predicate):
            return "criticise"
        if is_imminent(predicate) or (not own and forebodes(predicate)):
            return "warn"
        if own and _is_hurt(predicate):
            return "criticise"
        if own and predicate.lemma_ == "regret" and predicate.pos_ == "VERB":
            return self._regretted(predicate)
        if _is_plot(predicate) and not own:
            return "accuse"
        return None

    def _regretted(self, predicate: Token) -> Act:
        """What the speaker himself did is admitted, what others did is criticised."""
        clause = next(grammar.children(predicate, "ccomp", "xcomp"), None)
        thing = next(grammar.children(predicate, "obj"), None)
        mine = clause is not None and (clause.dep_ == "xcomp" or self.is_own(clause))
        mine |= thing is not None and any(map(self.is_own, grammar.labelled(thing, "acl:relcl")))  # "what I said"
        ours = thing is not None and any(child.tag_ == "PRP$" for child in thing.children)
        # Of "the distress caused to families" the tree makes an object or a clause.
        what = thing or (subjects.subject(clause) if clause is not None else None)
        befell = what is not None and what.lemma_ in MISFORTUNES
        return "admit" if mine or ours or befell else "criticise"

    def sided(self, predicate: Token, own: bool) -> Act | None:
        """Somebody is trusted, or something turned down: "he has our trust", "we are against it", "a non-starter"."""
        # Of "it was opposed to" the tree makes an "it" that means nothing.
        if (own or any(grammar.labelled(predicate, "expl"))) and not is_negated(predicate) and _is_against(predicate):
            return "reject"
        if not own and is_ruled_out(predicate):
            return "reject"
        if own and predicate.lemma_ == "stand" and not is_negated(predicate):  # "will always stand by them"
            beside = {grammar.case(each) for each in grammar.children(predicate, "obl")}
            clauses = grammar.children(predicate, "xcomp", "advcl")  # "will stand by them to make it a success"
            aided = any(child.tag_ == "TO" for clause in clauses for child in grammar.labelled(clause, "mark"))
            return "support" if beside & {"alongside", "behind", "beside", "by", "with"} and not aided else None
        if predicate.lemma_ not in ("have", "enjoy") or is_negated(predicate):
            return None
        for thing in grammar.children(predicate, "obj") if predicate.lemma_ == "have" or not own else ():
            words = {child.lower_ for child in grammar.children(thing, "nmod:poss", "amod", "det")}
            if thing.lemma_ in TRUST and words & _WHOLE and (own or words & SELVES or "full" in words):
                return "support"
        return None

    def complained(self, predicate: Token, own: bool) -> Act | None:
        """The speaker had to ask or was put off: "we have asked three times", "I was promised", in his own words.

        Or he does not trust somebody any longer, or says that something does not add up.
        """
        subject = subjects.subject(predicate) or subjects.passive_subject(predicate)
        unsound = predicate.lemma_ == "add" and any(grammar.children(predicate, "compound"))
        negated = grammar.negated(predicate) or any(child.lower_ == "longer" for child in predicate.children)
        entitled = predicate.lemma_ == "have" and any(
            each.lower_ in ("right", "business") for each in grammar.children(predicate, "obj")
        )
        known = predicate.lemma_ in ("hear", "see") and any(child.lower_ == "before" for child in predicate.children)
        if known and own and not is_negated(predicate):
            return "criticise"  # "we have heard such promises before"
        if entitled and not own and is_negated(predicate):
            return "criticise"  # "Oslo had no right to object", "no business telling us"
        if predicate.lemma_ == "deserve" and any(each.lower_ == "better" for each in predicate.children):
            return "criticise"  # "nurses deserve better"
        if (unsound or (own and predicate.lemma_ in ("trust", "respect"))) and negated:
            return "criticise"
        if not own or subject is None or subject.lower_ not in SELVES or predicate.pos_ != "VERB":
            return None
        if grammar.tense(predicate) != "past" or is_negated(predicate):
            return None
        passive = any(grammar.children(predicate, "aux:pass", "nsubj:pass"))
        if passive:
            return "criticise" if predicate.lemma_ in _TOLD else None
        in_vain = any(token.lemma_.lower() in _IN_VAIN for token in predicate.subtree)
        in_vain |= any(
            token.lemma_ in _INSTEAD for tokens in self.one.contents for token in tokens if token.i > predicate.i
        )
        return "criticise" if predicate.lemma_ in _ASKING and in_vain else None

    def mocked(self, predicate: Token, own: bool) -> Act | None:
        """A name that somebody or something gets in the reporter's words is quoted: 'the plan was "a gift to Moscow"'.

        Reporters cut a quotation so where its words are loaded.
        """
        subject = subjects.subject(predicate)
        if own or subject is None or self.direct(subject) or not self.direct(predicate) or subject.i > predicate.i:
            return None
        helpers = {child.lower_ for child in grammar.children(predicate, "aux")}
        if is_negated(predicate) or subject.lower_ == "it" or helpers & (WILL | {"had", "has", "have"}):
            return None
        # A whole name is quoted, with its article; 'is a "lawful source of income"' only takes a word over.
        named = predicate.pos_ == "NOUN" and any(
            child.lower_ in ("a", "an") and self.direct(child) for child in predicate.children
        )
        good = judged([[predicate, *predicate.children]]) is not None
        return "criticise" if named and states(predicate) and not good else None


def _is_against(predicate: Token) -> bool:
    """The speaker is not for it: "is against the plan", "was opposed to any cut"."""
    if predicate.lemma_ == "oppose" and predicate.tag_ == "VBN":
        return any(grammar.case(each) == "to" for each in grammar.children(predicate, "obl"))
    return predicate.lower_ == "against" or (states(predicate) and grammar.case(predicate) == "against")


def _is_hurt(predicate: Token) -> bool:
    """The speaker, who is the subject, is disappointed."""
    subject = subjects.subject(predicate) or subjects.passive_subject(predicate)
    if subject is None or subject.tag_ != "PRP" or is_negated(predicate):
        return False
    felt = any(grammar.children(predicate, "aux:pass", "cop"))
    return felt and predicate.lower_ in EMOTIONS and not is_grief(predicate)


def is_grief(feeling: Token) -> bool:
    """What is felt is no blame of a deed: "we are shocked", "saddened by the deaths"."""
    if feeling.lower_ not in GRIEF:
        return False
    over = list(grammar.children(feeling, "obl", "nmod", "ccomp", "advcl", "xcomp"))
    return not any(each.lemma_ not in MISFORTUNES and each.dep_ != "xcomp" for each in over)


def _is_plot(predicate: Token) -> bool:
    """Something was done to somebody that nobody suffers by chance."""
    passive = predicate.tag_ == "VBN" and any(grammar.children(predicate, "aux:pass", "nsubj:pass"))
    return passive and predicate.lemma_ in _PLOTS and not is_negated(predicate)
