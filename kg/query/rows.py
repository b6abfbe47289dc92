"""What the questions answer: rows that carry their evidence. ``dataclasses.asdict`` makes them JSON."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """The entity `id` is called `label`."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Source:
    """The article that something was read in.

    Attributes:
        published: date, or date and time, as the article has it.
    """

    id: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """From `start` to `end` (code points) the article's text reads `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class When:
    """The time that the article gives: from the day `begin` to the day `end`, both included."""

    begin: str
    end: str
    value: str
    granularity: str
    text: str


@dataclass(frozen=True, slots=True)
class AboutWhom:
    """A statement is about `entity`, as target or topic, in this stance; the article calls it `words`."""

    entity: Named
    role: str
    stance: str
    words: Excerpt | None = None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """`speaker` said `text` about `about`.

    Attributes:
        id: of the statement within its article.
        iri: of the statement.
        date: first day of `time`, else the day the article was published.
        speaker: None where nobody known speaks; `speaker_kind` says why.
        speaker_words: what the article calls the speaker ("he", "the minister").
        cue: the words that report it.
        negated: by the cue ("did not say").
        deed: code of the PLOVER class of what is said to have been done; None where it tells of none.
        parent: id of the statement that this one is reported in.
        evidence: the sentences it was read from, in text order.
    """

    id: str
    iri: str
    date: str | None
    speaker: Named | None
    speaker_kind: str
    speaker_words: Excerpt | None
    cue: Excerpt | None
    cue_lemma: str
    negated: bool
    act: str
    form: str
    text: str
    content: tuple[Excerpt, ...]
    addressees: tuple[Named, ...]
    about: tuple[AboutWhom, ...]
    polarity: str
    certainty: str
    deed: str | None
    time: When | None
    place: Named | None
    parent: str | None
    confidence: float
    article: Source
    evidence: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class TakingPart:
    """`entity` takes part in a meeting as `role`."""

    entity: Named
    role: str


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """`participants` met at `place`; `evidence` says so."""

    id: str
    iri: str
    date: str | None
    participants: tuple[TakingPart, ...]
    place: Named | None
    time: When | None
    format: str
    status: str
    topic: str | None
    confidence: float
    article: Source
    evidence: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class BareEdge:
    """`source` is tied to `target` by so many events of this kind.

    Attributes:
        kind: said_about, addressed, met, post or relation; only "met" has no direction.
        label: what ties them most often: a speech act, a kind of meeting, a post, a predicate.
        first, last: days of the first and the last of the events.
    """

    source: str
    target: str
    kind: str
    label: str
    count: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Edge(BareEdge):
    """The same with evidence.

    Attributes:
        date, article, evidence: of one of the events: the last one of this label.
    """

    date: str | None
    article: Source
    evidence: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """An entity in a neighbourhood, `distance` steps from the one that was asked for."""

    id: str
    label: str
    kind: str
    distance: int


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What surrounds the entity `centre`, nearest and most connected first.

    Attributes:
        cut: there may be more than the limit allowed.
    """

    centre: Node
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class BareNeighbourhood:
    """A neighbourhood whose edges have no evidence."""

    centre: Node
    nodes: tuple[Node, ...]
    edges: tuple[BareEdge, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class Connection:
    """A path: `nodes` from one entity to the other; `hops[i]` are the ties between ``nodes[i]`` and ``nodes[i+1]``."""

    nodes: tuple[Named, ...]
    hops: tuple[tuple[Edge, ...], ...]


@dataclass(frozen=True, slots=True)
class RoleRow:
    """Somebody holds or held the post `post` of `organization` from `since` to `until`, so many `articles` say.

    Attributes:
        articles: 0 where only the gazetteer knows of it.
    """

    post: str
    organization: Named | None
    since: str | None
    until: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class EntityRow:
    """What all articles and the gazetteer know of the entity `id`.

    Attributes:
        aliases: its other names, the most usual first.
        same_as: IRIs elsewhere.
        country: that it is of or in.
        latitude, longitude: WGS 84, in degrees.
        mentions, articles: how often it is mentioned, and in how many articles.
        statements: that it made; `statements_about` it, `statements_to` it.
        first, last: days of publication of the first and the last article that speaks of it.
    """

    id: str
    iri: str
    label: str
    kind: str
    aliases: tuple[str, ...]
    same_as: tuple[str, ...]
    country: Named | None
    latitude: float | None
    longitude: float | None
    roles: tuple[RoleRow, ...]
    mentions: int
    articles: int
    statements: int
    statements_about: int
    statements_to: int
    meetings: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class MentionRow:
    """The words from `start` to `end` (code points) name `entity`, and mean `refers_to` where that is another."""

    start: int
    end: int
    entity: Named | None
    refers_to: Named | None
    figurative: bool


@dataclass(frozen=True, slots=True)
class RelationRow:
    """`source` is tied to `target` by a post or another relation, which `label` names; `evidence` says so."""

    source: Named
    kind: str
    label: str
    target: Named
    evidence: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """The article `id` says `text`; the rest was read in it, in text order."""

    id: str
    iri: str
    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    language: str | None
    url: str | None
    dateline: str | None
    text: str
    mentions: tuple[MentionRow, ...]
    statements: tuple[StatementRow, ...]
    meetings: tuple[MeetingRow, ...]
    relations: tuple[RelationRow, ...]
