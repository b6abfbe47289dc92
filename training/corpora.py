"""The corpora as documents to train on: words, and for each task what is right where the corpus tells."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc

from kg.annotate.windows import endings
from kg.evaluate import gap, stance, treebank
from kg.evaluate.corpus import Corpus
from kg.ids import digest
from training import antecedents, newswire, reports, sayings, sentiments
from training.documents import IGNORE, Attribution, Choice, Document
from training.holders import Cast, named
from training.words import begun_anew, cuts_before, mark, plain, tokenize, with_marks, with_paragraphs, within

NAMES = ("O", *(f"{part}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC", "DATE", "EVENT") for part in "BI"))
ROLES = ("O", *(f"{part}-{role}" for role in ("SOURCE", "CUE", "CONTENT") for part in "BI"))
TREEBANKS = {"ewt": "ewt_train.conllu.gz", "gum": "gum_train.conllu.gz"}
STANCES = ("negative", "neutral", "positive")

OWN = Path(__file__).parents[1] / "data/gold/training"

_SILVER = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC", "DATE": "DATE"}
_WORLDWIDE = {
    "Person": "PER", "Organization": "ORG", "Location": "LOC", "Facility": "LOC", "NORP": "MISC", "Product": "MISC",
    "Date": "DATE",
}  # fmt: skip
_POLITICS = {
    "politician": "PER", "person": "PER", "organisation": "ORG", "politicalparty": "ORG", "location": "LOC",
    "country": "LOC", "event": "EVENT", "election": "EVENT", "misc": "MISC",
}  # fmt: skip
_OWN = {
    "person": "PER", "organization": "ORG", "country": "LOC", "place": "LOC", "nationality": "MISC", "date": "DATE",
    "event": "EVENT", "group": "ORG",
}  # fmt: skip
# CrossNER marks no dates; a word that may be one is neither a name nor surely none.
_DATELIKE = re.compile(
    r"(January|February|March|April|May|June|July|August|September|October|November|December|"
    r"\d{4}s?|\d{1,2}(st|nd|rd|th)?|today|year|\w+day)$"
)


def trees(path: Path, labels: dict[str, tuple[str, ...]]) -> list[Document]:
    """A treebank in CoNLL-U: trees, tags and sentence starts, and where it tells, who is who (GUM)."""
    return tree_documents(treebank.texts(Corpus.read(path)), labels)


def tree_documents(texts: Iterable[treebank.Text], labels: dict[str, tuple[str, ...]]) -> list[Document]:
    """Texts of a treebank as documents."""
    tag_of, dep_of = ({label: i for i, label in enumerate(labels[task])} for task in ("tags", "deps"))
    found = []
    for text in texts:
        words, at = with_marks(text.words, text.paragraphs)
        tags, deps, heads, starts = (np.full(len(words), IGNORE) for _ in range(4))
        tags[at] = [tag_of.get(tag, IGNORE) for tag in text.tags]
        deps[at] = [dep_of.get(dep, IGNORE) for dep in text.deps]
        heads[at] = at[text.heads]
        starts[at] = 0
        starts[at[text.starts]] = 1
        clusters: dict[str, list[int]] = {}
        for mention in sorted(text.mentions, key=lambda mention: (mention.head, mention.begin)):
            chain = clusters.setdefault(mention.cluster, [])
            if not chain or chain[-1] != int(at[mention.head]):
                chain.append(int(at[mention.head]))
        tag_at = dict(zip(at.tolist(), text.tags, strict=True))
        found.append(
            Document(
                words=words,
                cuts=cuts_before(words, at[text.starts].tolist()),
                tags=[tag_at.get(i, "") for i in range(len(words))],
                labels={"tags": tags, "deps": deps, "heads": heads, "starts": starts},
                clusters=[chain for chain in clusters.values() if len(chain) > 1],
            )
        )
    return found


def holders(folder: Path, articles: list[Document], labels: dict[str, tuple[str, ...]]) -> list[Document]:
    """Sentences of the treebanks with somebody who has a post, by the names of the articles; see `training.holders`."""
    person, place = (NAMES.index(f"B-{kind}") for kind in ("PER", "LOC"))
    texts = (text for name in TREEBANKS.values() for text in treebank.texts(Corpus.read(folder / name)))
    return tree_documents(named(texts, Cast.of(articles, person, place), random.Random(1)), labels)


def news(attributions: Path, silver: Path) -> list[Document]:
    """PolNeAR: attributions marked by people, their acts by us; names and sentences marked by CoreNLP."""
    acts = sayings.read()
    programs = {record["id"]: record for _, record in Corpus.read(silver).records()}
    found: dict[str, Document] = {}
    for _, record in Corpus.read(attributions).records():
        if record["id"] in found:  # several people annotated some articles
            continue
        program = programs.get(record["id"])
        names = program and [(start, end, _SILVER[kind]) for start, end, kind in program["spans"] if kind in _SILVER]
        done = sayings.of_attributions(record["attributions"], acts.get(digest(record["id"]), {}))
        found[record["id"]] = _article(record, done, names, program and program["sentences"])
    return list(found.values())


def own(folder: Path) -> list[Document]:
    """The articles of ``data/gold/training``: attributions and names, annotated by hand."""
    records = (record for path in sorted(folder.glob("*/gold.jsonl")) for _, record in Corpus.read(path).records())
    return [
        _article(
            record,
            sayings.of_statements(record),
            [(one["start"], one["end"], _OWN[one["type"]]) for one in record["mentions"]],
        )
        for record in records
    ]


def own_reports(folder: Path) -> list[Document]:
    """The reports of ``data/gold/training/reports``: attributions, acts and their aims."""
    return [
        _article({"text": one.text, "attributions": one.attributions}, one.done, None) for one in reports.read(folder)
    ]


def _article(
    record: dict[str, Any],
    done: list[sayings.Done],
    names: Iterable[tuple[int, int, str]] | None,
    sentences: Iterable[tuple[int, int]] | None = None,
) -> Document:
    """An article: attributions, what is done, and names (start, end, kind) and sentences where these are known."""
    doc = tokenize(str(record["text"]))
    words, position = with_paragraphs(doc)
    document = Document(words=words)
    _attribute(document, doc, position, record["attributions"], done)
    if names is not None:
        document.labels["names"] = np.zeros(len(words), np.int64)
        for start, end, kind in names:
            mark(document.labels["names"], within(doc, position, start, end), NAMES.index(f"B-{kind}"))
    if sentences is None:
        document.cuts = cuts_before(words, np.flatnonzero(endings(words, []) == 2).tolist())
        return document
    first_at = {doc[i].idx: place for i, place in position.items()}
    begins = [first_at[start] for start, _ in sentences if start in first_at]
    starts = np.zeros(len(words), np.int64)
    starts[begins] = 1
    starts[np.setdiff1d(np.arange(len(words)), list(position.values()))] = IGNORE
    document.labels["starts"] = starts
    document.cuts = cuts_before(words, begins)
    return document


def _attribute(
    document: Document,
    doc: Doc,
    position: dict[int, int],
    attributions: Sequence[Mapping[str, sayings.Spans]],
    done: Iterable[sayings.Done],
) -> None:
    """Tell the document of its attributions, by characters of the text, and of what is done by them."""
    roles = np.zeros(len(document.words), np.int64)
    for role in ("content", "source", "cue"):  # of overlapping spans the shorter ones win
        for attribution in attributions:
            for start, end in attribution[role]:
                mark(roles, within(doc, position, start, end), ROLES.index(f"B-{role.upper()}"))
    begun_anew(roles)
    document.labels["roles"] = roles
    for attribution in attributions:
        cue, source, content = (
            [word for start, end in attribution[role] for word in within(doc, position, start, end)]
            for role in ("cue", "source", "content")
        )
        if cue:
            document.attributions.append(Attribution(sorted(cue), source, content))
    document.sayings = sayings.sayings(doc, position, done)


def worldwide(folder: Path, attributions: Path = sayings.ATTRIBUTIONS) -> list[Document]:
    """Worldwide Newswire: names in news from outside the West; where we annotated them, attributions and acts too."""
    attributed = sayings.whole(attributions)
    found = []
    for article in newswire.read(folder):
        doc = tokenize(article.text)
        words, position = with_paragraphs(doc)
        names = np.zeros(len(words), np.int64)
        names[[i for i, word in enumerate(words) if _DATELIKE.match(word)]] = IGNORE
        for begin, end, kind in article.names:
            span = within(doc, position, begin, end)
            if kind == "Misc":  # works, laws, diseases and events alike
                names[span] = IGNORE
            elif kind in _WORLDWIDE:
                mark(names, span, NAMES.index(f"B-{_WORLDWIDE[kind]}"))
        cuts = cuts_before(words, np.flatnonzero(endings(words, []) == 2).tolist())
        document = Document(words=words, cuts=cuts, labels={"names": names})
        if (told := attributed.get(digest(article.name))) is not None:
            _attribute(document, doc, position, *told)
        found.append(document)
    return found


def politics(path: Path) -> list[Document]:
    """CrossNER: names in sentences."""
    found = []
    for _, block in Corpus.read(path).blocks():
        rows = [row.split("\t") for row in block]
        words = [row[0] for row in rows]
        names = [
            (IGNORE if _DATELIKE.match(word) else 0) if label == "O" else NAMES.index(label[:2] + _POLITICS[label[2:]])
            for word, label in rows
        ]
        found.append(Document(words=words, labels={"names": np.array(names)}))
    return found


def stances(sentences: Iterable[stance.Sentence]) -> list[Document]:
    """The stance of a sentence towards somebody it names: NewsMTSC, and news annotated by us."""
    found = []
    for sentence in sentences:
        doc = tokenize(sentence.text)
        words, position = plain(doc)
        targets = []
        for target in sentence.targets:
            inside = within(doc, position, *target.span)
            if inside:
                targets.append((inside[0], inside[-1] + 1, STANCES.index(target.stance)))
        if targets and len(words) < 200:
            found.append(Document(words=words, targets=targets))
    return found


def pronouns(path: Path) -> list[Document]:
    """GAP: a pronoun and two names."""
    found = []
    for passage in gap.passages(Corpus.read(path)):
        doc = tokenize(passage.text)
        words, position = plain(doc)
        spans = passage.pronoun, *(name.span for name in passage.names)
        places = [within(doc, position, *span) for span in spans]
        right = [name.meant for name in passage.names]
        if all(places) and len(words) < 300:
            names = places[1][-1], places[2][-1]
            choice = Choice(places[0][-1], names, right.index(True) if any(right) else None)
            # It has no tags; what tells one name from another in it are names.
            tags = ["NNP" if word[0].isupper() else "" for word in words]
            found.append(Document(words=words, tags=tags, choices=[choice]))
    return found


def tree_labels(folder: Path) -> dict[str, tuple[str, ...]]:
    """The Penn tags ("tags") and UD labels ("deps") of the training parts of the treebanks in a folder."""
    tags, deps = set(), {"ROOT"}
    for name in TREEBANKS.values():
        for text in treebank.texts(Corpus.read(folder / name)):
            tags.update(text.tags)
            deps.update(text.deps)
    return {"tags": tuple(sorted(tags)), "deps": tuple(sorted(deps))}


def texts_of(folder: Path) -> dict[str, str]:
    """The articles that our tables tell of, by the digest of their names."""
    polnear = Corpus.read(folder / "attribution/train.jsonl.gz")
    found = {digest(record["id"]): str(record["text"]) for _, record in polnear.records()}
    return found | {digest(article.name): article.text for article in newswire.read(folder / "worldwide")}


def training(folder: Path, labels: dict[str, tuple[str, ...]]) -> dict[str, list[Document]]:
    """All that is trained on, by the names that the configuration gives shares to."""
    articles = news(folder / "attribution/train.jsonl.gz", folder / "ner_silver/train.jsonl.gz")
    world, texts = worldwide(folder / "worldwide"), texts_of(folder)
    return {
        "news": articles,
        "pud": trees(folder / "ud/pud_train.conllu.gz", labels),
        "holders": holders(folder / "ud", articles, labels),
        "own": own(OWN),
        "acts": sayings.examples(),
        "reports": own_reports(OWN / "reports"),
        "ewt": trees(folder / "ud" / TREEBANKS["ewt"], labels),
        "gum": trees(folder / "ud" / TREEBANKS["gum"], labels),
        "worldwide": [each for each in world if "roles" not in each.labels],
        "world": [each for each in world if "roles" in each.labels],
        "politics": politics(folder / "ner_gold/crossner_politics_train.conll.gz"),
        "stances": stances(stance.sentences(Corpus.read(folder / "stance/train.jsonl.gz"))),
        "our_stances": stances(sentiments.read(texts)),
        "antecedents": antecedents.documents(texts),
        "fiction": antecedents.fiction(folder / "litbank"),
        "pronouns": pronouns(folder / "gap/gap-development.tsv.gz"),
    }
