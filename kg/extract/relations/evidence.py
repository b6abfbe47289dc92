"""Evidence: the stretch of text that tells a relation."""

from __future__ import annotations

from kg.extract.mentions.mentions import Mentions
from kg.model import Mention, Span


def whole(mentions: Mentions, *parts: Mention) -> tuple[Span, ...]:
    """From the first word of the parts, titles included, to the last."""
    spans = [mentions.titles.get(mention.span, mention.span) for mention in parts]
    return ((min(start for start, _ in spans), max(end for _, end in spans)),)
