"""The statements of a real article, as a person read them: speaker, act, form and about of each."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.annotate import Annotator
from kg.line import Line
from kg.model import Article
from kg.read import read

SHARED = Path(os.environ.get("KG_CORPORA", Path(__file__).parents[2] / "shared" / "corpora")).parent
ARTICLE = SHARED / "articles" / "000_10d7cd864ddea161.txt"

# Speaker, lemma of the cue, act, form, whom it is about at least (targets are marked by "!").
STATEMENTS = [
    ("person/donald-trump", "say", {"say", "intend"}, "indirect", {"country/RUS", "country/SYR"}),
    ("person/jim-mattis", "reject", {"reject"}, "indirect", {"country/RUS"}),
    ("person/jim-mattis", "claim", {"claim"}, "direct", {"country/RUS", "organization/nato"}),
    ("person/rex-tillerson", "say", {"say", "demand"}, "direct", {"!country/RUS", "country/UKR", "country/USA"}),
    ("country/RUS", "hope", {"believe"}, "indirect", {"country/SYR"}),
    ("person/gennady-gatilov", "call", {"say"}, "mixed", {"place/1526273"}),
    ("person/bashar-al-jaafari", "accuse", {"accuse"}, "mixed", {"!country/TUR"}),
    ("person/bashar-al-jaafari", "say", {"accuse"}, "mixed", {"!country/TUR"}),
    (
        "person/bashar-al-jaafari",
        "demand",
        {"demand"},
        "indirect",
        {"!person/recep-tayyip-erdogan", "country/TUR", "country/SYR"},
    ),
    ("person/bashar-al-jaafari", "say", {"accuse"}, "mixed", {"!country/TUR"}),
]


@pytest.mark.skipif(not ARTICLE.exists(), reason=f"{ARTICLE} is not here")
def test_the_ten_statements_are_read_right() -> None:
    (article,) = read([str(ARTICLE)])
    assert isinstance(article, Article)
    outer = [one for one in Line(annotator=Annotator()).extraction(article).statements if one.parent is None]
    assert [(one.speaker.entity, one.cue.lemma, one.form) for one in outer] == [
        (speaker, lemma, form) for speaker, lemma, _, form, _ in STATEMENTS
    ]
    for found, (speaker, lemma, acts, _, about) in zip(outer, STATEMENTS, strict=True):
        assert found.act in acts, (speaker, lemma)
        named = {item.mention.actor for item in found.about}
        named |= {f"!{item.mention.actor}" for item in found.about if item.role == "target"}
        assert about <= named, (speaker, lemma)
