"""Extraction: from an annotated article to findings; who is who is left to resolution."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

from kg.extract.attributions import asides
from kg.extract.attributions.attributions import link
from kg.extract.attributions.blocks import find_blocks, link_blocks
from kg.extract.attributions.issuing import presented
from kg.extract.attributions.posts import find_posts, link_posts
from kg.extract.attributions.turns import find_turns, link_turns
from kg.extract.meetings.meetings import meetings
from kg.extract.mentions import nametrees
from kg.extract.mentions.equations import equate
from kg.extract.mentions.mentions import Mentions
from kg.extract.relations.relations import relations
from kg.extract.statements.appearances import appearances
from kg.extract.statements.communiques import issues
from kg.extract.statements.sittings import sitting
from kg.extract.statements.statements import Reader
from kg.extract.syntax import possessives
from kg.extract.syntax.quotes import Quotes
from kg.extract.syntax.settled import let_go, settled
from kg.findings import Findings
from kg.model import Article, Token


def extract(doc: Doc, article: Article, *, tokens: bool = False) -> Findings:
    """Everything that the text of one article tells, by spans; deterministic, with no knowledge of other articles.

    Args:
        doc: ``article.text``, annotated (see ``kg.annotate``).
        article: gives the id and the publication date.
        tokens: also hands on the tokens and their tree.
    """
    published = date.fromisoformat(article.published[:10]) if article.published else None
    turns = find_turns(article.text)
    posts = [] if turns else find_posts(article.text)
    blocks = [] if turns else find_blocks(article.text)
    spoken = sorted([*(turn.content for turn in (*turns, *posts)), *(block.content for block in blocks)])
    quotes = Quotes(article.text, tuple(spoken))
    possessives.mend(doc)
    nametrees.mend(doc)
    asides.mend(doc)
    doc = settled(doc)
    mentions = Mentions(doc, quotes)
    equate(mentions)
    labelled = [*link_turns(doc, turns, mentions, article), *link_posts(doc, posts, mentions)]
    links = [*labelled, *link_blocks(doc, blocks, link(doc, mentions))]
    sat = sitting(turns, mentions, published)
    reader = Reader(article=article, mentions=mentions, quotes=quotes, published=published, sitting=sat)
    statements = reader.statements(links)
    seen = appearances(links, statements, article, mentions, published)
    appeared = (*seen, *issues(article, mentions, published))
    released = {(block.content,) for block in blocks}  # a press release tells on the authority of who issues it
    told = relations(mentions, [one for one in statements if one.content not in released])
    met = meetings(article, mentions, published)
    found, traits = mentions.finish()
    findings = Findings(
        mentions=found,
        traits=traits,
        attributions=tuple(one.attribution() for one in links),
        statements=tuple(statements),
        alternatives=tuple(reader.alternatives[one.id] for one in statements if one.id in reader.alternatives),
        appearances=appeared,
        meetings=tuple(meeting for meeting, _ in met),
        tellings=tuple(telling for _, telling in met),
        relations=tuple(told),
        presented=presented(article, doc, quotes),
        tokens=tuple(_token(token, mentions) for token in mentions.tokens) if tokens else (),
    )
    let_go(doc)
    return findings


def _token(token: SpacyToken, mentions: Mentions) -> Token:
    return Token(token.idx, token.idx + len(token), token.tag_, token.head.i, token.dep_, mentions.sentence_of(token))
