"""What extraction hands to resolution: findings by spans, and what the grammar tells of them.

Nothing of it is in the graph. As in `kg.model`, every class is frozen and slotted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kg.model import Attribution, Meeting, Mention, Relation, Span, Statement, Token

#: The lemma of an appearance by which nobody speaks, but which tells on what day a communiqué was issued.
ISSUED = "issue"


@dataclass(frozen=True, slots=True)
class Traits:
    """What the grammar of its sentence tells about a mention: all that resolution knows of the text's grammar.

    Attributes:
        text: the words of the name or of the description's head noun phrase, white space folded.
        label: the network's label of a name (PER, ORG, LOC, MISC, DATE), empty for other mentions.
        noun: lemma of the head noun of a description ("minister"), lower-case form of a pronoun ("he").
        sentence, paragraph: where it stands, counted from 0.
        function: its place in the clause.
        acting: it does, undergoes or is addressed by what only an actor can ("Ankara demanded", "accused Ankara").
        locative: it says where something is or happens ("in Ankara", "the Ankara talks").
        plural: it stands for several.
        definite: "the minister", "his minister"; a description without it introduces somebody new.
        gender: of a title or a pronoun.
        title: lemma of the noun that stands before a person's name, a post or not ("the activist X").
        post: the post that stands by a name ("Deputy Foreign Minister"), or a description is ("foreign minister").
        within: spans of the names and pronouns that modify it: "Russian" in "the Russian minister".
        equals: span of the mention that the text puts it equal to, by apposition or copula.
        quoted: it stands in quotation marks, where "I" is the speaker.
        where: of people, the words that say which: "in Chihuahua" of "farmers in Chihuahua".
        several: how many a description speaks of, where it says so and they are known ("both governments": 2).
        presumed: no list has the noun of a description for an actor, and only its place tells that somebody is meant.
        joined: spans of the names that are coordinated with it ("Kenya and Ethiopia").
        antecedents: spans of earlier mentions that a pronoun or description may take up, with the log-odds that it does
            (0: as likely as that it takes up none), the likeliest first.
        elsewhere: log-odds that an "it" or "they" takes up a noun that is no mention ("the bill"); None where the
            network was not asked.
        apart: spans of the mentions that a pronoun does not mean, for it stands beside them ("Trump praised him").
        above: span of whoever does what the clause around a pronoun's own tells.
        nobodys: it describes nobody who could be named: "the next president", "if X becomes the nominee".
        reporter: span of whoever says or does what an "it" or "they" is a part of ("Norway said it would").
    """

    text: str
    label: str = ""
    noun: str = ""
    sentence: int = 0
    paragraph: int = 0
    function: Literal["subject", "object", "oblique", "modifier", "other"] = "other"
    acting: bool = False
    locative: bool = False
    plural: bool = False
    definite: bool = True
    gender: Literal["f", "m"] | None = None
    title: str = ""
    post: str | None = None
    within: tuple[Span, ...] = ()
    equals: Span | None = None
    quoted: bool = False
    where: str = ""
    several: int | None = None
    presumed: bool = False
    joined: tuple[Span, ...] = ()
    antecedents: tuple[tuple[Span, float], ...] = ()
    elsewhere: float | None = None
    apart: tuple[Span, ...] = ()
    above: Span | None = None
    nobodys: bool = False
    reporter: Span | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """What the words that tell of a meeting say beside it: by this resolution knows a meeting that is told of again.

    Attributes:
        word: lemma of the verb or noun ("round").
        sentence: where it stands, counted from 0.
        definite: it is spoken of as known ("the talks", "their meeting").
        together: some who take part were named before ("the two met").
        ordinal: "third" in "the third round".
        presumed: the place only stands before the noun ("the Astana talks").
        aside: it is on the sidelines of another.
        there: it is where something was told before ("there she met").
        bare: nothing but an article tells which ("the talks").
    """

    word: str
    sentence: int = 0
    definite: bool = False
    together: bool = False
    ordinal: str | None = None
    presumed: bool = False
    aside: bool = False
    there: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Alternative:
    """A statement is `statement` instead of the one with the same id, if its speaker speaks for what `home` names.

    "Baku will pay" is a promise of Azerbaijan's minister, and anybody else's claim.
    """

    home: Mention
    statement: Statement


@dataclass(frozen=True, slots=True)
class Findings:
    """What was read off one article before anybody is identified: mentions bear no ids yet.

    `traits` is parallel to `mentions`, which are sorted by span; a span occurs once. `tellings` is parallel to
    `meetings`, of which several may be the same meeting. `alternatives` has one for some of the statements.
    `appearances` are statements without content: where and when somebody is told to speak, and before whom.
    `presented` are the words by which those who issue the text say who "we" are.
    """

    mentions: tuple[Mention, ...] = ()
    traits: tuple[Traits, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    appearances: tuple[Statement, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    tellings: tuple[Telling, ...] = ()
    relations: tuple[Relation, ...] = ()
    presented: Span | None = None
    tokens: tuple[Token, ...] = field(default=(), repr=False)
