"""Facings: whom somebody asks in one breath with turning to him: "summoned the ambassador and demanded an apology"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.acts.actors import actors
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar
from kg.model import Mention

# By which one turns to whom one wants something of, and what also is done among those who want it of others.
_TURNING = frozenset("approach cable confront contact lobby petition phone summon telephone write".split())
_TALKING = frozenset("meet speak talk".split())
# What is wanted is of whom one turned to; what one calls for may be of anybody.
_WANTING = frozenset({"ask", "demand", "request", "seek"})
# Who may be sent home for what his state does.
_ENVOYS = frozenset({"ambassador", "envoy", "diplomat", "consul", "attaché", "attache"})


def faced(cue: Token, mentions: Mentions) -> list[Mention]:
    """To whom whoever asks or demands turns by the verb beside it; of an envoy the state.

    Args:
        cue: governing token of the cue.
        mentions: of the article.
    """
    above = cue.head
    if cue.lemma_ not in _WANTING or cue.dep_ not in ("conj", "advcl") or above.pos_ != "VERB":
        return []
    if above.lemma_ not in _TURNING and not (above.lemma_ in _TALKING and cue.lemma_ != "demand"):
        return []
    things = [*grammar.labelled(above, "obj"), *grammar.labelled(above, "obl")]
    whom = [each for each in things if each.dep_ == "obj" or grammar.case(each) in ("to", "with")]
    return next((found for each in whom if (found := actors([envoys_state(each) or each], mentions))), [])


def envoys_state(noun: Token) -> Token | None:
    """The state whose envoy is meant: "Oslo's ambassador"."""
    owners = grammar.children(noun, "nmod:poss", "amod", "nmod") if noun.lemma_ in _ENVOYS else iter(())
    return next(owners, None)
