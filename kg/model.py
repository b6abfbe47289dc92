"""The nouns of Rapporteur: what passes from one stage of the line to the next.

Every class is frozen and slotted. Every span is a half-open range ``[start, end)`` of code points in ``Article.text``.
A finding (statement, meeting, role, relation) carries evidence: at least one span, checked when it is built.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, get_args

Span = tuple[int, int]

MentionKind = Literal["person", "organization", "place", "country", "group", "event", "date", "nationality"]
MentionForm = Literal["name", "description", "pronoun"]
EntityKind = Literal["person", "organization", "country", "group", "place"]
SpeakerKind = Literal["person", "organization", "country", "group", "unnamed", "author", "implicit"]
Act = Literal[
    "say",
    "claim",
    "announce",
    "ask",
    "propose",
    "demand",
    "promise",
    "agree",
    "refuse",
    "deny",
    "reject",
    "accuse",
    "criticise",
    "praise",
    "support",
    "threaten",
    "warn",
    "admit",
    "believe",
    "intend",
    "report",
]
StatementForm = Literal["direct", "indirect", "mixed"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Deed = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Granularity = Literal["day", "week", "month", "year"]
AboutRole = Literal["target", "topic"]
Stance = Literal["negative", "neutral", "positive"]
ParticipantRole = Literal["party", "host", "visitor", "mediator"]
MeetingFormat = Literal["meeting", "talks", "visit", "call", "summit", "conference"]
MeetingStatus = Literal["held", "planned", "called_off", "unknown"]
Predicate = Literal[
    "holds_post",
    "member_of",
    "spokesperson_for",
    "part_of",
    "located_in",
    "represents",
    "allied_with",
    "opposed_to",
]

ACTS: tuple[Act, ...] = get_args(Act)
PREDICATES: tuple[Predicate, ...] = get_args(Predicate)

#: The key of ``Doc.spans`` under which the annotation leaves attribution spans, labelled SOURCE, CUE or CONTENT.
#: It is the seam between annotate and extract, which never import each other.
ATTRIBUTION = "attribution"
#: The user data under which it offers who is meant, and the stance towards what each token names.
COREFERENCE, SAYINGS, STANCE = "coreference", "sayings", "stance"


def _require_evidence(finding: object, evidence: tuple[Span, ...]) -> None:
    if not evidence or any(start >= end for start, end in evidence):
        raise ValueError(
            f"{type(finding).__name__} needs evidence: at least one span that is not empty, got {evidence!r}"
        )


@dataclass(frozen=True, slots=True)
class Article:
    """An article says `text`; `publisher` published it on `published`, `author` wrote it.

    Attributes:
        id: given by the input, or a hash of the url, or of publisher, title, date and text (``ids.article_id``).
        published: ISO 8601 date, or date and time where it is known ("2017-02-19", "2017-02-19T08:30:00+01:00").
        language: ISO 639-1 code.
        text: the body after boilerplate is cut; paragraphs are parted by a blank line.
        source: where it was read: a path, or ``-`` for standard input; for messages only, never stored in the graph.
        dateline: the place named in the dateline ("BRUSSELS"), as the article writes it.
    """

    id: str
    text: str
    url: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    source: str = ""
    dateline: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """The words from `start` to `end` name, describe or stand in for the entity `entity`.

    Attributes:
        kind: what the words are about; a country that acts is a "country", and so is one where something happens.
        form: a name ("Jaafari"), a description ("the minister") or a pronoun ("he").
        head: the name itself, or the head noun, within the mention: "Gennady Gatilov" in "Deputy Foreign Minister
            Gennady Gatilov". Equal to the whole for a bare name.
        entity: id of what the words name (their literal reading); None before resolution, or when nothing fits.
        refers_to: id of what they stand for where that is something else: "Ankara" names ``place/323786`` and refers
            to ``country/TUR``.
        figurative: the words stand for something else (metonymy).
        why: the rule, the row of the gazetteer or the person's decision by which the mention has its ids, in words.
    """

    start: int
    end: int
    kind: MentionKind
    form: MentionForm = "name"
    head: Span | None = None
    entity: str | None = None
    refers_to: str | None = None
    figurative: bool = False
    why: str | None = None

    @property
    def span(self) -> Span:
        return (self.start, self.end)

    @property
    def actor(self) -> str | None:
        """Id of the entity that acts or is acted upon: what the words stand for, else what they name."""
        return self.refers_to or self.entity


@dataclass(frozen=True, slots=True)
class Role:
    """`holder` holds or held the post `post` (of `organization`) from `since` until `until`.

    Attributes:
        holder: id of the person; None inside an ``Entity`` that is the holder before ids are known.
        post: the post in words ("Deputy Foreign Minister").
        organization: id of the organization or country.
        since, until: ISO dates, as far as known.
        evidence: spans in the article; empty only where the gazetteer is the source.
    """

    post: str
    holder: str | None = None
    organization: str | None = None
    since: str | None = None
    until: str | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor or place that an article mentions, with what the article and the gazetteer say of it.

    Attributes:
        id: readable and stable: ``person/bashar-al-jaafari``, ``country/TUR``, ``place/1526273``; an entity local to
            its article has the article's id in it.
        label: the best name.
        aliases: other names the article (or the gazetteer, where the article uses them) has for it, sorted.
        same_as: identifiers elsewhere, as IRIs, sorted.
        country: ISO 3166-1 alpha-3 code.
        latitude, longitude: WGS 84, in degrees.
        government: the organization is a government body (a ministry, parliament, army, court, ...).
    """

    id: str
    kind: EntityKind
    label: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    government: bool = False
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """The words `text` say a time, in ISO 8601 by granularity: "2017-02-16", "2017-W08", "2017-02" or "2017"."""

    value: str
    granularity: Granularity
    text: str

    def days(self) -> tuple[date, date]:
        """The first and the last of its days."""
        if self.granularity == "day":
            day = date.fromisoformat(self.value)
            return day, day
        if self.granularity == "week":
            monday = date.fromisoformat(f"{self.value}-1")
            return monday, monday + timedelta(days=6)
        year, _, month = self.value.partition("-")
        first = date(int(year), int(month or 1), 1)
        after = date(first.year + (not month or first.month == 12), first.month % 12 + 1 if month else 1, 1)
        return first, after - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Attribution:
    """In the text, the words of `source` are given as the origin of `content` by the words of `cue`. Not resolved."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody of this kind speaks.

    Attributes:
        mention: the name, description or pronoun they are given by; None where the text has no words for them.
        span: all the words that say who speaks ("Syria's chief negotiator Bashar al-Jaafari").
    """

    kind: SpeakerKind
    mention: Mention | None = None
    span: Span | None = None

    @property
    def entity(self) -> str | None:
        return self.mention.actor if self.mention else None


@dataclass(frozen=True, slots=True)
class Cue:
    """The words at `span` report that something was said (*not* said if `negated`); `lemma` is their verb or noun."""

    span: Span
    lemma: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """A statement speaks of this mention: as its target (accused, praised, asked) or as a topic."""

    mention: Mention
    role: AboutRole = "topic"
    stance: Stance = "neutral"


@dataclass(frozen=True, slots=True)
class Statement:
    """`speaker` says `text` by the words of `cue`; an event, never asserted as fact.

    Attributes:
        id: hash of article, kind and spans (``ids.finding_id``).
        act: the speech act, a concept of ``ontology/speech-acts.ttl``.
        form: direct (all in quotation marks), mixed (partly) or indirect.
        content: the stretches of what is said, in text order.
        text: those stretches joined by " ... ", typographic quotation marks folded to straight ones.
        addressees: whom it is said to.
        about: whom and what it is about, in text order.
        polarity: negative where the cue or the content is negated.
        deed: code of the PLOVER class of what the content says is done, None where it tells of no such deed.
        parent: id of the statement that this one is reported in.
        confidence: 0 to 1.
        evidence: the sentences it was read from.
    """

    id: str
    speaker: Speaker
    cue: Cue
    act: Act
    form: StatementForm
    content: tuple[Span, ...]
    text: str
    evidence: tuple[Span, ...]
    addressees: tuple[Mention, ...] = ()
    about: tuple[About, ...] = ()
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    deed: Deed | None = None
    time: Time | None = None
    place: Mention | None = None
    parent: str | None = None
    confidence: float = 1.0

    def __post_init__(self) -> None:
        _require_evidence(self, self.evidence)


@dataclass(frozen=True, slots=True)
class Participant:
    """This mention takes part in a meeting in this role."""

    mention: Mention
    role: ParticipantRole = "party"


@dataclass(frozen=True, slots=True)
class Meeting:
    """`participants` meet at `place` and `time` about `topic`; `evidence` starts with the words that say so.

    Attributes:
        dateline: id of the place of the article's dateline, where the news is and no words name another.
    """

    id: str
    participants: tuple[Participant, ...]
    evidence: tuple[Span, ...]
    place: Mention | None = None
    time: Time | None = None
    format: MeetingFormat = "meeting"
    topic: str | None = None
    status: MeetingStatus = "unknown"
    confidence: float = 1.0
    dateline: str | None = None

    def __post_init__(self) -> None:
        _require_evidence(self, self.evidence)

    @property
    def venue(self) -> str | None:
        """Id of the place."""
        return self.place.entity if self.place is not None else self.dateline


@dataclass(frozen=True, slots=True)
class Relation:
    """`subject` stands in the relation `predicate` to `object`; for holds_post, that is where the post `post` is."""

    subject: Mention
    predicate: Predicate
    object: Mention | None
    evidence: tuple[Span, ...]
    post: str | None = None
    confidence: float = 1.0

    def __post_init__(self) -> None:
        _require_evidence(self, self.evidence)


@dataclass(frozen=True, slots=True)
class Token:
    """One token of the text: its Penn tag, the index of its head (itself for a root), its UD label, its sentence."""

    start: int
    end: int
    tag: str
    head: int
    label: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one article: what `kg extract` prints and the graph is written from.

    Attributes:
        decisions: those of people that it depends on, as they are written ("person/a is person/b"), sorted.
    """

    article: Article
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    relations: tuple[Relation, ...] = ()
    tokens: tuple[Token, ...] = field(default=(), repr=False)
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """All articles together know this of the entity `id`: what likely duplicates are told by.

    Attributes:
        names: all that it is called, sorted.
        country: ISO 3166-1 alpha-3 code.
        posts: (post, id of its organization or "") of a person, folded and sorted.
        articles: ids of those that speak of it.
        company: ids of the other actors in these.
        first, last: days on which the first and the last of them was published, as far as known.
        known: the gazetteer has it.
    """

    id: str
    label: str
    names: tuple[str, ...]
    country: str | None = None
    posts: tuple[tuple[str, str], ...] = ()
    articles: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    first: str | None = None
    last: str | None = None
    known: bool = False
