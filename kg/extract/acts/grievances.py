"""Grievances: clauses by which a speaker blames or complains of whoever did not do right by him or by others.

"Denmark violated the accord", "it was disappointed", "the count was rigged".
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.acts.ownership import SELVES, Ownership
from kg.extract.acts.shortcomings import by_design, does_damage, is_ruled_out, is_spoilt, is_wanting
from kg.extract.acts.threats import forebodes, is_imminent
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.predicates import MUST, WILL, states
from kg.extract.words.modality import is_negated
from kg.extract.words.valence import BLAME, DUTIES, EMOTIONS, GRIEF, MISFORTUNES, WRONGS, judged
from kg.model import Act, Mention

# What somebody did to the speaker by these is told by the words that follow.
_LEAVING = frozenset({"have", "keep", "make", "give", "help"})
# Wrongs that nobody suffers by chance, so that whoever is said to suffer them accuses somebody: "the count was rigged".
_PLOTS = frozenset(
    """
    fabricate falsify forge harass intimidate launder loot manipulate massacre poison rig sabotage steal torture
    """.split()
)
# Who tells that he had to ask, wait or hear promises complains.
_ASKING = frozenset({"ask", "request", "warn", "wait", "write"})
_TOLD = frozenset({"tell", "promise", "assure", "offer", "answer", "treat", "ignore"})
# What only a defender says that somebody never did, besides other wrongs.
_INJURIES = frozenset({"hit", "hurt", "harm", "beat", "shoot", "strike", "touch"})
#: What one has in whom one stands behind, and how it is told.
TRUST = frozenset({"backing", "confidence", "faith", "support", "trust"})
# Verbs of which a quoted fragment tells no doing: 'Ankara was "watching closely"'.
_MINDFUL = frozenset(
    """
    agree believe consider examine expect hope know listen look monitor need remain respect share stay study support
    think understand want watch welcome
    """.split()
)
# What is only tried by several.
_SETTLING = frozenset({"agree", "reach", "settle"})
# Who counts those to whom it was done reports it; by other words, too, he may accuse somebody of it.
_VIOLENCE = frozenset({"abduct", "attack", "detain", "execute", "jail", "kidnap", "kill", "murder", "shoot"})
# Whom nobody knows, nobody accuses.
_ASSAILANTS = frozenset({"assailant", "attacker", "bandit", "bomber", "gunman", "kidnapper", "robber", "shooter"})
# What rests with whoever is to blame, or is borne by him.
_BURDENS = frozenset({"blame", "fault", "responsibility"})
_RESTING = frozenset({"fall", "lie", "rest"})
_BEARING = frozenset({"bear", "bore", "carry"})  # "bore" is known by itself to some trees
_NUMBERS = frozenset({"dozen", "hundred", "score", "thousand"})
_WHOLE = frozenset({"full", "complete", "every", "total", "absolute", "my", "our"})


@dataclass(frozen=True, slots=True)
class Grievances(Ownership):
    """Reads the clauses of one attribution for what the speaker holds against somebody, and whom he trusts."""

    def wronged(self, predicate: Token, own: bool) -> Act | None:
        """Somebody was passed over, or hurt, or wronged by some plot, or may be; or something was spoilt."""
        if is_wanting(predicate):
            return "criticise"
        if is_imminent(predicate) or (not own and forebodes(predicate)):
            return "warn"
        if _is_hurt(predicate) if own else is_spoilt(predicate):
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

    def blamed(self, predicate: Token, own: bool) -> Act | None:
        """Somebody else did wrong: "Kazakhstan violated the accord", "Baku has itself to blame"."""
        if not own and (act := by_design(predicate)) is not None:
            return act
        if held_to_blame(predicate) is not None:
            return None if is_negated(predicate) else "accuse"
        subject = subjects.subject(predicate)
        if own or subject is None:
            return None
        if subject.tag_ in ("WP", "WDT"):
            subject = subjects.antecedent(subject)
        mention = self.mentions.of(subject) or self.owner(subject)
        if (mention is None or mention.kind == "event") and does_damage(predicate, subject):
            return "accuse" if grammar.tense(predicate) == "past" else "criticise"
        if mention is None and subject.lower_ not in ("he", "she", "they"):
            return None
        if mention is not None and mention.kind in ("date", "event"):
            return None
        helpers = {child.lower_ for child in grammar.children(predicate, "aux")}
        if helpers & {"should", "ought"} and "have" in helpers:
            return "criticise"  # "the ministry should have listened"
        if is_negated(predicate):
            held = predicate.lemma_ in DUTIES  # never replied, where "never proposed it" defends who did not
            told = grammar.tense(predicate) == "past" and predicate.pos_ == "VERB"
            undone = grammar.negated(predicate) and (told or predicate.tag_ == "VBG")
            if undone and not held and predicate.lemma_ in WRONGS | _INJURIES:
                return "deny"  # "he never hit anybody", "the navy was not blocking the port"
            return "accuse" if told and held else None
        if helpers & MUST and "have" not in helpers:
            return None  # what he must do he did not do yet
        if predicate.lemma_ == "fail" and any(c.lemma_ in _SETTLING for c in grammar.children(predicate, "xcomp")):
            return None  # "leaders failed to agree" is news
        if subject.lemma_ in _ASSAILANTS:
            return None
        if predicate.lemma_ in _VIOLENCE and any(map(_is_counted, grammar.children(predicate, "obj"))):
            return None  # and so is "gunmen killed two guards"
        verbs = {predicate.lemma_, *(child.lemma_ for child in grammar.children(predicate, "xcomp"))}
        beside = [predicate, *grammar.children(predicate, "obj", "obl")]  # "walked out", "walked out of a meeting"
        particles = (each for one in beside for each in grammar.children(one, "compound", "advmod", "case"))
        verbs |= {f"{predicate.lemma_} {each.lower_}" for each in particles}
        if predicate.pos_ == "VERB" and verbs & WRONGS and grammar.tense(predicate) != "future":
            return "accuse"
        borne = grammar.children(predicate, "obj") if predicate.lemma_ in _BEARING else ()
        if any(each.lemma_ in _BURDENS and not _is_duty(each) for each in borne):
            return "accuse"
        if predicate.lemma_ in ("act", "behave") and any(_case(each) in ("like", "as") for each in predicate.children):
            return "accuse"
        if self._is_fragment(predicate, mention):
            return "accuse"
        if not states(predicate) and predicate.lemma_ != "have":
            return None
        near = (token for token in predicate.subtree if predicate in (token, token.head, token.head.head))
        return "accuse" if any(token.lemma_.lower() in BLAME and not _is_virtue(token) for token in near) else None

    def owner(self, subject: Token) -> Mention | None:
        """Whose the subject is: "a Danish boat", "Denmark's ships"."""
        for child in grammar.children(subject, "nmod:poss", "amod", "compound"):
            mention = self.mentions.of(child)
            if mention is not None and mention.kind in ("nationality", "country", "organization"):
                return mention
        return None

    def _is_fragment(self, predicate: Token, mention: Mention | None) -> bool:
        """Of what somebody else did only the verb and what follows are quoted: 'Ankara had "discovered the fish"'.

        Reporters cut a quotation so where its words are loaded.
        """
        subject = subjects.subject(predicate)
        if mention is None or subject is None or mention.form == "pronoun" or predicate.pos_ != "VERB":
            return False
        future = grammar.tense(predicate) == "future" or is_negated(predicate)
        if predicate.lemma_ in _MINDFUL:
            return False
        if predicate.lemma_ in _LEAVING and any(
            each.lower_ in ("me", "us") for each in grammar.children(predicate, "obj")
        ):
            return False  # 'the navy had "kept us safe"'
        return not future and self.direct(predicate) and not self.direct(subject) and subject.i < predicate.i

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
        return "criticise" if predicate.lemma_ in (_TOLD if passive else _ASKING) else None

    def mocked(self, predicate: Token, own: bool) -> Act | None:
        """Of a clause in the reporter's words what it says of its subject is quoted: 'the plan was "a gift to Moscow"'.

        Reporters cut a quotation so where its words are loaded.
        """
        subject = subjects.subject(predicate) or subjects.passive_subject(predicate)
        if own or subject is None or self.direct(subject) or not self.direct(predicate) or subject.i > predicate.i:
            return None
        helpers = {child.lower_ for child in grammar.children(predicate, "aux")}
        if is_negated(predicate) or subject.lower_ == "it" or helpers & (WILL | {"had", "has", "have"}):
            return None
        # A whole name is quoted, with its article; 'is a "lawful source of income"' only takes a word over.
        named = predicate.pos_ == "NOUN" and any(
            child.lower_ in ("a", "an") and self.direct(child) for child in predicate.children
        )
        verb = predicate.tag_ == "VBZ" and predicate.lemma_ not in ("remain", "stay", "be", "have")
        if judged([[predicate, *predicate.children]]) is not None:
            return None
        return "criticise" if verb or (named and states(predicate)) else None


def _is_counted(thing: Token) -> bool:
    """Of how many it is told: "six people", "dozens of villagers"."""
    return thing.lemma_ in _NUMBERS or any(grammar.children(thing, "nummod"))


def _is_duty(burden: Token) -> bool:
    """It is for what somebody is to do: "responsibility for protecting civilians", "to protect them"."""
    behind = burden.doc[burden.i + 1 : min(burden.i + 3, grammar.sentence_end(burden))]
    return any(token.tag_ in ("TO", "VBG") for token in behind)


def held_to_blame(predicate: Token) -> Token | None:
    """Who is held responsible for something: "we hold Baku fully responsible", "responsibility rests with Baku"."""
    if predicate.lemma_ in _RESTING and (subject := subjects.subject(predicate)) is not None:
        where = (each for each in grammar.children(predicate, "obl") if grammar.case(each) in ("on", "upon", "with"))
        return next(where, None) if subject.lemma_ in _BURDENS else None
    if predicate.lemma_ != "hold":
        return None
    blame = (child.lemma_.lower() in BLAME for child in grammar.children(predicate, "xcomp", "ccomp"))
    return next(grammar.children(predicate, "obj"), None) if any(blame) else None


def _is_against(predicate: Token) -> bool:
    """The speaker is not for it: "is against the plan", "was opposed to any cut"."""
    if predicate.lemma_ == "oppose" and predicate.tag_ == "VBN":
        return any(grammar.case(each) == "to" for each in grammar.children(predicate, "obl"))
    return predicate.lower_ == "against" or (states(predicate) and grammar.case(predicate) == "against")


def voices_regret(first: Token) -> bool:
    """What others did is regretted: "voiced regret at the ban", not "at the deaths", "for its mistake"."""
    regret = next((one for one in (first, first.head, *first.head.children) if one.lemma_ == "regret"), None)
    at = [regret, *([regret.head] if regret.dep_ == "obj" else [])] if regret is not None else []
    over = [each for one in at for each in grammar.children(one, "nmod", "obl") if each.i > one.i]
    over += [first] if first is not regret and first.pos_ == "NOUN" else []
    cases = {grammar.case(one) for one in over}
    ours = any(child.tag_ == "PRP$" for one in over for child in one.children)
    return bool(cases & {"at", "over", "about"}) and not ours and not any(o.lemma_ in MISFORTUNES for o in over)


def _is_virtue(word: Token) -> bool:
    """Responsible among others that somebody is, or in a way, and for nothing: "kind and", "fiscally responsible"."""
    in_a_way = any(child.lower_.endswith("ally") for child in grammar.children(word, "advmod"))
    beside = in_a_way or word.dep_ == "conj" or any(grammar.children(word, "conj", "cc"))
    return word.lower_ in ("responsible", "accountable") and beside and "for" not in map(_case, word.children)


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


def _case(token: Token) -> str:
    return next((child.lower_ for child in grammar.labelled(token, "case", "mark")), "")
