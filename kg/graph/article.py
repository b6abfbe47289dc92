"""The graph of one article: its text, who is mentioned where, who said and met and is what."""

from __future__ import annotations

from collections.abc import Mapping

from kg.graph.description import describe, membership, membership_name, period, post_node
from kg.graph.nquads import Lines, decimal, instant
from kg.ids import Iris, digest, slug
from kg.model import Article, Extraction, Meeting, Mention, Predicate, Relation, Role, Span, Statement, Time
from kg.vocabulary import ACT, DCTERMS, OA, PREFIXES, PROV, RAP, RDF, RDFS, SCHEMA, SEM, XSD

#: The property of each relation; holds_post has none, for it is written as a membership.
PROPERTIES: dict[Predicate, str] = {
    "member_of": RAP.memberOf,
    "spokesperson_for": RAP.spokespersonFor,
    "part_of": RAP.partOf,
    "located_in": RAP.locatedIn,
    "represents": RAP.represents,
    "allied_with": RAP.alliedWith,
    "opposed_to": RAP.opposedTo,
}

# A thousandth is far below what the network's scores can tell apart; more digits would differ between processors.
CONFIDENCE_DIGITS = 3


class ArticleGraph:
    """The graph of one article while it is written.

    Args:
        extraction: what was found in the article.
        iris: the IRIs of the data.
    """

    def __init__(self, extraction: Extraction, iris: Iris) -> None:
        self.extraction = extraction
        self.article: Article = extraction.article
        self.iris = iris
        self.node = iris.article(self.article.id)
        self.lines = Lines(self.node)
        self.day: str | None = None
        self.prefix = iris.part(self.article.id, "")
        self.spans: dict[Span, str] = {}
        self.entities: dict[str, str] = {}
        self.mentions: dict[Span, str] = {}

    def written(self, *, run: str, digest: str) -> bytes:
        """All lines; for arguments and errors see ``kg.graph.rdf.article_quads``."""
        self._article(run, digest)
        for mention in self.extraction.mentions:
            self._mention(mention)
        posts = self._posts()
        for entity in self.extraction.entities:
            describe(self.lines, entity, self.iris)
            for role in entity.roles:
                self._role(role, entity.id, posts)
        for statement in self.extraction.statements:
            self._statement(statement)
        for meeting in self.extraction.meetings:
            self._meeting(meeting)
        self._relations(posts)
        self._excerpts()
        return self.lines.sorted()

    def _article(self, run: str, digest: str) -> None:
        article, lines, node = self.article, self.lines, self.node
        lines.link(node, RDF.type, RAP.Article)
        lines.text(node, DCTERMS.identifier, article.id)
        lines.text(node, RAP.digest, digest)
        for decision in self.extraction.decisions:
            lines.text(node, RAP.decision, decision)
        lines.link(node, PROV.wasGeneratedBy, self.iris.run(run))
        lines.text(node, RAP.text, article.text)
        lines.text(node, RAP.dateline, article.dateline)
        lines.text(node, SCHEMA.headline, article.title)
        lines.text(node, SCHEMA.author, article.author)
        lines.text(node, SCHEMA.inLanguage, article.language)
        if article.url:
            lines.value(node, SCHEMA.url, article.url, XSD.anyURI)
        if article.published:
            value, datatype, self.day = instant(article.published, article.source or article.id)
            lines.value(node, SCHEMA.datePublished, value, datatype)
        if article.publisher:
            publisher = self.iris.publisher(article.publisher)
            lines.link(node, SCHEMA.publisher, publisher)
            lines.link(publisher, RDF.type, RAP.Publisher)
            lines.text(publisher, RDFS.label, article.publisher)

    def _excerpt(self, span: Span) -> str:
        node = self.spans.get(span)
        if node is None:
            node = self.spans[span] = self.iris.span(self.article.id, span)
        return node

    def _excerpts(self) -> None:
        """Every stretch used, once: offsets are xsd:integer, for Oxigraph gives its derived types back as that."""
        text, lines = self.article.text, self.lines
        for (start, end), node in self.spans.items():
            if not 0 <= start < end <= len(text):
                raise ValueError(f"{self.article.id}: the excerpt {start}-{end} is outside of the text")
            lines.link(node, RDF.type, RAP.Excerpt)
            lines.link(node, OA.hasSource, self.node)
            lines.value(node, OA.start, str(start), XSD.integer)
            lines.value(node, OA.end, str(end), XSD.integer)
            lines.text(node, OA.exact, text[start:end])

    def _mention(self, mention: Mention) -> str | None:
        """The mention's node; None where the mention names no entity (a date), for then it isn't written."""
        if mention.actor is None:
            return None
        lines = self.lines
        node = self.mentions.get(mention.span)
        if node is None:
            node = self._part(f"mention-{mention.start}-{mention.end}")
            self.mentions[mention.span] = node
            lines.link(node, RDF.type, RAP.Mention)
            lines.link(node, OA.hasTarget, self._excerpt(mention.span))
        lines.link(node, OA.hasBody, self._entity(mention.entity))
        if mention.refers_to != mention.entity:
            lines.link(node, RAP.refersTo, self._entity(mention.refers_to))
        lines.flag(node, RAP.figurative, mention.figurative)
        lines.text(node, RAP.linkedBy, mention.why)
        return node

    def _part(self, name: str) -> str:
        return self.prefix + name

    def _entity(self, entity: str | None) -> str | None:
        if entity is None:
            return None
        node = self.entities.get(entity)
        if node is None:
            node = self.entities[entity] = self.iris.entity(entity)
        return node

    def _actor(self, mention: Mention | None) -> str | None:
        return None if mention is None else self._entity(mention.actor)

    def _posts(self) -> dict[str, str]:
        """One label for each post of the article, though articles spell it now with capitals and now without."""
        texts = {role.post for entity in self.extraction.entities for role in entity.roles}
        texts |= {relation.post for relation in self.extraction.relations if relation.post}
        return {slug(text): text for text in sorted(texts, reverse=True)}

    def _role(self, role: Role, holder: str, posts: Mapping[str, str]) -> None:
        holder = role.holder or holder
        node = self._part(membership_name(role, holder))
        membership(self.lines, node, role, holder=holder, post=posts[slug(role.post)], iris=self.iris)
        for span in role.evidence:
            self.lines.link(node, RAP.evidence, self._excerpt(span))

    def _statement(self, statement: Statement) -> None:
        lines, node = self.lines, self._part(statement.id)
        lines.link(node, RDF.type, RAP.Statement)
        self._event(node, statement)
        lines.text(node, RAP.speakerKind, statement.speaker.kind)
        speaker = statement.speaker
        words = speaker.span
        if speaker.mention is not None:
            self._mention(speaker.mention)
            lines.link(node, RAP.speaker, self._actor(speaker.mention))
            words = words or speaker.mention.span
        if words is not None:
            lines.link(node, RAP.speakerExcerpt, self._excerpt(words))
        lines.link(node, RAP.cue, self._excerpt(statement.cue.span))
        lines.text(node, RAP.cueLemma, statement.cue.lemma)
        lines.flag(node, RAP.cueNegated, statement.cue.negated)
        lines.link(node, RAP.act, getattr(ACT, statement.act))
        lines.text(node, RAP.form, statement.form)
        for addressee in statement.addressees:
            self._mention(addressee)
            lines.link(node, RAP.addressee, self._actor(addressee))
        if statement.parent is not None:
            lines.link(node, RAP.reportedIn, self._part(statement.parent))
        self._claim(node, statement)

    def _claim(self, expressed_by: str, statement: Statement) -> None:
        lines, node = self.lines, self._part(f"{statement.id}-claim")
        lines.link(expressed_by, RAP.expresses, node)
        lines.link(node, RDF.type, RAP.Claim)
        lines.text(node, RAP.text, statement.text)
        lines.text(node, RAP.polarity, statement.polarity)
        lines.text(node, RAP.certainty, statement.certainty)
        if statement.deed is not None:
            lines.link(node, RAP.deed, f"{PREFIXES['plover']}{statement.deed}")
        for span in statement.content:
            lines.link(node, RAP.content, self._excerpt(span))
        for number, about in enumerate(statement.about):
            mention = self._mention(about.mention)
            if mention is None:
                continue
            aboutness = self._part(f"{statement.id}-about-{number}")
            lines.link(node, RAP.about, aboutness)
            lines.link(aboutness, RDF.type, RAP.Aboutness)
            lines.link(aboutness, RAP.entity, self._actor(about.mention))
            lines.link(aboutness, RAP.mention, mention)
            lines.text(aboutness, RAP.aboutRole, about.role)
            lines.text(aboutness, RAP.stance, about.stance)

    def _meeting(self, meeting: Meeting) -> None:
        lines, node = self.lines, self._part(meeting.id)
        lines.link(node, RDF.type, RAP.Meeting)
        self._event(node, meeting)
        if meeting.place is None and meeting.dateline is not None:
            lines.link(node, SEM.hasPlace, self._entity(meeting.dateline))
        lines.text(node, RAP.meetingFormat, meeting.format)
        lines.text(node, RAP.status, meeting.status)
        lines.text(node, RAP.topic, meeting.topic)
        for number, participant in enumerate(meeting.participants):
            actor = self._actor(participant.mention)
            if actor is None:
                continue
            self._mention(participant.mention)
            part = self._part(f"{meeting.id}-participant-{number}")
            lines.link(node, RAP.participation, part)
            lines.link(node, SEM.hasActor, actor)
            lines.link(part, RDF.type, RAP.Participation)
            lines.link(part, RAP.participant, actor)
            lines.text(part, RAP.participantRole, participant.role)

    def _event(self, node: str, event: Statement | Meeting) -> None:
        lines = self.lines
        lines.link(node, RDF.type, RAP.Event)
        lines.link(node, RAP.inArticle, self.node)
        if self.day is not None:
            lines.value(node, RAP.published, self.day, XSD.date)
        lines.value(node, RAP.confidence, decimal(event.confidence, CONFIDENCE_DIGITS), XSD.decimal)
        for span in event.evidence:
            lines.link(node, RAP.evidence, self._excerpt(span))
        if event.place is not None:
            self._mention(event.place)
            lines.link(node, SEM.hasPlace, self._entity(event.place.entity or event.place.refers_to))
        if event.time is not None:
            self._time(node, event.time)

    def _time(self, node: str, time: Time) -> None:
        begin, end = period(time.value)
        self.lines.value(node, RAP.begin, begin.isoformat(), XSD.date)
        self.lines.value(node, RAP.end, end.isoformat(), XSD.date)
        self.lines.text(node, RAP.timeValue, time.value)
        self.lines.text(node, RAP.granularity, time.granularity)
        self.lines.text(node, RAP.timeText, time.text)

    def _relations(self, posts: Mapping[str, str]) -> None:
        """Each relation once, with the evidence of all places that say so and the confidence of the surest."""
        confidence: dict[str, float] = {}
        for relation in self.extraction.relations:
            subject, target = relation.subject.actor, relation.object.actor if relation.object else None
            if subject is None:
                continue
            if relation.predicate == "holds_post":
                if relation.post:
                    role = Role(post=relation.post, organization=target, evidence=relation.evidence)
                    self._role(role, subject, posts)
            elif target is not None:
                node = self._relation(relation, subject, target, posts)
                confidence[node] = max(relation.confidence, confidence.get(node, 0.0))
        for node, value in confidence.items():
            self.lines.value(node, RAP.confidence, decimal(value, CONFIDENCE_DIGITS), XSD.decimal)

    def _relation(self, relation: Relation, subject: str, target: str, posts: Mapping[str, str]) -> str:
        lines, predicate = self.lines, PROPERTIES[relation.predicate]
        node = self._part(f"relation-{digest(subject, relation.predicate, target)}")
        lines.link(self.iris.entity(subject), predicate, self.iris.entity(target))
        lines.link(node, RDF.type, RAP.Relation)
        lines.link(node, RAP.subject, self.iris.entity(subject))
        lines.link(node, RAP.predicate, predicate)
        lines.link(node, RAP.object, self.iris.entity(target))
        if relation.post:
            lines.link(node, RAP.post, post_node(lines, posts[slug(relation.post)], self.iris))
        for span in relation.evidence:
            lines.link(node, RAP.evidence, self._excerpt(span))
        return node
