"""Aims: at whom a directed act is aimed, by the object of its cue or by what is said."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.acts.actors import WANTED_FOR, actors, is_matter, is_others_side, sufferer, undergoers
from kg.extract.acts.blame import held_to_blame
from kg.extract.acts.clauses import GLAD, Clauses
from kg.extract.acts.cueobjects import (
    FELT_CASES,
    is_of_others,
    is_only_owned,
    is_question,
    is_told_by_cue,
    objects,
    undergoers_of,
)
from kg.extract.acts.deeds import apposed, doers
from kg.extract.acts.facings import envoys_state, faced
from kg.extract.acts.grievances import TRUST
from kg.extract.attributions.links import Link
from kg.extract.attributions.receptions import receiver
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, subjects
from kg.extract.syntax.predicates import cleft, due, falls_to, occasioned, predicates
from kg.extract.syntax.sides import following
from kg.extract.words.cueacts import act_of
from kg.extract.words.cues import LABELLING, cue_lemma
from kg.extract.words.valence import EMOTIONS, HARMS
from kg.model import Act, Mention
from kg.vocabulary import DIRECTED_ACTS

#: Acts that are aimed at somebody, and those aimed at whoever their content is about, where the cue has no object:
#: "complained that Turkey ...". To whom a promise or a refusal is made is its addressee.
_DIRECTED = DIRECTED_ACTS - {"promise", "agree", "refuse"}
AIMED = frozenset({"accuse", "criticise", "demand", "praise", "threaten"})
# Cases of those who do what a noun tells: "an attack by", "a letter from".
_ITS_DOERS = frozenset({"of", "by", "from"})
# Before whom one stands by: "support for", "solidarity with", "trust in".
_BACKING = frozenset({"for", "in", "with", "to", "of"})


def targets_of(one: Link, act: Act, root: Token | None, mentions: Mentions, *, home: bool = False) -> list[Mention]:
    """At whom a directed act is aimed: the cue's object, else the subject of what is said of them.

    Args:
        one: the attribution.
        act: what it does.
        root: the main predicate of its content.
        mentions: of the article.
        home: a state or a body that the content names may be the speaker's own, and is.
    """
    if act not in _DIRECTED:
        return []
    if act == "ask" and is_question(one):
        return []
    if act not in ("demand", "ask", "threaten") and (found := apposed(one, mentions)):
        return found
    if (whom := receiver(one.head)) is not None:
        known = mentions.of(whom.head) if whom.dep_ == "appos" else None
        if known is not None and known.kind == "person":
            return [known]  # "Dahl, a former Bush official who received backing"
        return actors([whom], mentions) or whose([whom], act, mentions)
    by_cue = is_told_by_cue(one)
    undergoing = undergoers_of(one) if act in ("demand", "ask") else []
    done_to = WANTED_FOR if act == "demand" else frozenset()
    direct = [token for token in objects(one.head) if token.lemma_ not in done_to and token not in undergoing]
    if act == "ask" and (asked_for := subjects.passive_subject(one.head)) is not None and not mentions.of(asked_for):
        direct = [token for token in direct if token != asked_for]  # "Norwegian visas were requested"
    done = [token for token in direct if token.dep_ in ("obj", "iobj")]  # "blamed Oslo for Rome's losses"
    if by_cue and (found := actors(done, mentions) or actors(direct, mentions) or whose(direct, act, mentions)):
        return found
    if by_cue and act == "accuse" and any(grammar.children(one.head, "obj", "iobj")):
        return []  # of the "media" accused of a campaign no more is told
    if by_cue and act in ("demand", "ask") and is_of_others(one):
        return []
    if (
        one.head.lemma_ in LABELLING
        and act in AIMED | {"reject"}
        and (named := actors(direct, mentions) or whose(direct, act, mentions))
    ):
        return named  # "called his vote an irresponsible one"
    if not by_cue and (turn := falls_to(one.contents[0])) is not None:
        whom = following(one.head.doc[turn[0]])
        return actors([whom], mentions) if whom is not None else []
    if root is None or act not in AIMED | {"ask", "support"}:
        return []
    clauses = Clauses(one, mentions, mentions.quotes, home=home)
    if act == "support":
        return _trusted(root, mentions) or _backed(root, mentions, own=clauses.is_own(root))
    doing = root
    if not by_cue and clauses.act(root) != act:  # whom it is aimed at stands in the clause that does it
        doing = next((each for each in predicates(one.contents) if clauses.act(each) == act), root)
    tried = dict.fromkeys((doing, root))
    found = next((told for each in tried if (told := _told_of(each, act, one, mentions, clauses))), [])
    return found or (faced(one.head, mentions) if by_cue and act in ("demand", "ask") else [])


def _trusted(root: Token, mentions: Mentions) -> list[Mention]:
    """Who is trusted: "had full confidence in Vestby", "Vestby has our trust"."""
    for thing in grammar.children(root, "obj") if root.lemma_ in ("have", "enjoy") else ():
        if thing.lemma_ in TRUST:
            within = (each for each in (*thing.children, *root.children) if grammar.case(each) == "in")
            subject = subjects.subject(root)
            return actors(within, mentions) or actors([subject] if subject is not None else [], mentions)
    return []


def _backed(root: Token, mentions: Mentions, *, own: bool) -> list[Mention]:
    """Who is stood by: "its support for Oslo", "it stood by its ally", or did what is: "it supports the resolution"."""
    if root.pos_ == "NOUN" and root.lemma_ in TRUST | {"solidarity"}:
        return actors([each for each in grammar.children(root, "nmod") if grammar.case(each) in _BACKING], mentions)
    if not own or (verb := _performing(root, "support")) is None:
        return []
    behind = (each for each in grammar.children(verb, "obl") if grammar.case(each) in ("by", "behind"))
    things = [each for each in objects(verb) or behind if each.lower_ not in ("it", "them")]  # the talks
    return actors(things, mentions) or whose(things, "support", mentions)


def _told_of(root: Token, act: Act, one: Link, mentions: Mentions, clauses: Clauses) -> list[Mention]:
    """At whom a clause is aimed: its subject, or whom the speaker does something to in it."""
    done_to = WANTED_FOR if act == "demand" else frozenset()
    if act == "accuse" and (held := held_to_blame(root)) is not None:
        return actors([held], mentions) or whose([held], act, mentions)
    # "He no longer trusts them" is aimed at them.
    own = clauses.is_own(root)
    if root.pos_ == "ADJ" and any(grammar.children(root, "csubj", "expl", "xcomp")):
        # "It was not serious of Oslo to ask for more."
        whom = (each for each in grammar.children(root, "obl", "nmod") if grammar.case(each) == "of")
        if found := actors(whom, mentions):
            return found[:1]
    feels = root.lower_ in EMOTIONS | GLAD and not any(grammar.children(root, "obj"))  # but "had insulted the court"
    if (own and root.pos_ == "ADJ") or feels or root.lemma_ == "deserve":
        # "We are grateful to Oslo", "she was dismayed by Rome", "nurses deserve better from this minister".
        beside = grammar.children(root, "obl", "obl:agent", "nmod")
        felt = [each for each in beside if grammar.case(each) in FELT_CASES]
        each = (actors([whom], mentions) for whom in felt)
        found = next((whom for whom in each if whom), []) or whose(felt, act, mentions)[:1]
        if found or feels or root.lemma_ == "deserve":
            return found  # of "she was astonished" whoever astonished her is not told
    suffering = undergoers(root, mentions)
    who = subjects.subject(root)
    suffering += undergoers(who, mentions) if who is not None else []  # "Dahl's conviction showed"
    if root.pos_ == "NOUN" and root.lemma_ in done_to:
        return []
    if own and (verb := _performing(root, act)) is not None:
        blamed = (subjects.subject(clause) for clause in grammar.children(verb, "ccomp"))
        return actors(objects(verb), mentions) or actors([who for who in blamed if who is not None], mentions)[:1]
    if act == "ask":
        return []
    if act == "demand" and (clause := due(root)) is not None:
        who_is_to = subjects.subject(clause)  # "it is time that Oslo paid"
        return actors([who_is_to] if who_is_to is not None else [], mentions)
    # Whom something is done to is not who is to do it, nor to blame: of 9 who were blamed so in real news, 8 suffered.
    undergone = act == "demand" and any(grammar.children(root, "aux:pass"))
    undergone |= act in ("accuse", "criticise") and sufferer(root, mentions) is not None
    told = () if undergone or own else (subjects.subject(root), subjects.passive_subject(root))
    inner = [token for token in told if token is not None]
    if cleft(root) is not None:
        return actors([root], mentions)
    if root.pos_ in ("NOUN", "PROPN"):
        # "A victory for both" praises neither, nor is to whom something is a threat to blame.
        doing = (child for child in grammar.children(root, "nmod") if grammar.case(child) in _ITS_DOERS)
        inner.extend([root, *(child for child in doing if child not in suffering)])
    if act == "threaten":
        # Who threatens to do something is its subject by the tree.
        inner = [*_pressed(root, inner), *(who for who in inner if any(who in tokens for tokens in one.contents))]
    # "Others should follow its example" demands nothing of whose it is, nor is Norway to blame whom all forgot.
    if own or act in ("threaten", "praise"):
        inner.extend(grammar.children(root, "obj"))
    if (
        root.head.i == one.head.i and grammar.case(root) == "as"
    ):  # "condemned the launches as a breach of UN resolutions"
        judged = following(one.head)  # whatever the tree hangs it on
        inner = [judged] if judged is not None else []
    if act in ("accuse", "criticise"):  # "the text had been drafted in bad faith by Oslo"
        inner.extend(grammar.children(root, "obl:agent"))
    named = (actors([who], mentions) for who in inner)
    found = next((who for who in named if who), []) or whose(inner[:1], act, mentions)
    return found or ([] if own or undergone or suffering else _first_named(one, mentions))


def whose(things: list[Token], act: Act, mentions: Mentions) -> list[Mention]:
    """Who did what is spoken of: "welcomed the ruling", "the decision was wrong"; of what is to be done, nobody."""
    if act == "demand":
        return []
    return next((found for thing in things if (found := doers(thing, mentions))), [])


def _performing(root: Token, act: Act) -> Token | None:
    """The verb that does what it names, where the speaker's own side is its subject: "Oslo thanks", "want to thank"."""
    inner = (occasioned(child) for child in grammar.children(root, "xcomp") if child.tag_ == "VB")
    wanted = {act, "ask"} if act == "demand" else {act}  # "we ask both sides to talk"
    return next((verb for verb in (root, *inner) if act_of(cue_lemma([verb], verb), verb) in wanted), None)


def _pressed(root: Token, others: list[Token]) -> list[Token]:
    """Whom a threat is to move: who could turn it away, "unless Oslo pays", and whom it would hit, "tolls on Oslo"."""
    could = (_subject_of(clause) for clause in grammar.children(root, "advcl"))
    # "If it took effect": no more is told of what it is.
    found = [who for who in could if who is not None and who not in others and who.lower_ != "it"]
    if subjects.passive_subject(root) is None:
        things = ("obj", "iobj") if root.lemma_ in HARMS else ("obj",)  # but "threatened to ask Oslo to intervene"
        theirs = (each for each in grammar.children(root, *things) if not is_only_owned(each))
        hit = [each for obj in theirs for each in (envoys_state(obj), obj) if each is not None]
        found += [child for each in (root, *hit) for child in each.children if grammar.case(child) in ("on", "against")]
        found += hit
    return found


def _subject_of(clause: Token) -> Token | None:
    """Who does it, "unless Oslo pays", and be it by where he stands, where the tree hangs him elsewhere."""
    mark = next((child for child in clause.lefts if child.lower_ in ("if", "unless")), None)
    who = subjects.subject(clause)
    if mark is None or (who is not None and who.i > mark.i):
        return who
    between = [token for token in clause.doc[mark.i + 1 : clause.i] if token.pos_ in ("NOUN", "PROPN")]
    return between[-1] if between else None


def _first_named(one: Link, mentions: Mentions) -> list[Mention]:
    """The actor that the content opens with, where the tree does not tell: "demanded Erdogan withdraw"."""
    opening = [token for token in one.contents[0] if token.pos_ not in ("PUNCT", "DET", "SCONJ")][:2]
    # Not "what it called a breach", "Closing the ministry would", nor "the Russian connection is".
    if not opening or opening[0].tag_ in ("WP", "VBG"):
        return []
    named = (each for each in opening if not (each.dep_ in ("amod", "compound") and each.head not in opening))
    found = actors(named, mentions)[:1]
    heads = [(each, mentions.head(each)) for each in found]  # not "Dahl's killer", "the Iran deal"
    return [each for each, head in heads if not (is_others_side(head, each) or is_matter(head, each))]
