"""How what is seen of mentions is fitted; needs torch, which only those who train have."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from kg.ids import digest
from kg.model import COREFERENCE
from training import antecedents

torch = pytest.importorskip("torch", reason="training needs torch: pip install --group training")
pytest.importorskip("transformers", reason="training needs transformers: pip install --group training")


def test_a_mention_takes_up_a_right_one_or_nothing() -> None:
    from training.mentions import _FOUND, Text, _loss

    later, earlier = torch.tensor([1, 2, 2]), torch.tensor([0, 0, 1])
    right = torch.tensor([True, False, False])
    text = Text(torch.zeros(3, 1), later, earlier, torch.zeros(3, 1), right)
    lost = float(_loss(torch.tensor([1.0, 0.5, -1.0]), text))
    first = _FOUND * math.log((1 + math.e) / math.e)
    none = math.log(1 + math.exp(0.5) + math.exp(-1))
    assert lost == pytest.approx((first + none) / 2, abs=1e-5)  # the first of a text has nothing to take up


def test_of_news_only_what_is_annotated_is_asked_for(tmp_path: Path) -> None:
    from kg.annotate import Annotator
    from training.mentions import _of_news

    text = "Anna Moen came. An agent saw her.\n\nMoen said he lied. She left him."
    her = text.index("her")
    table = tmp_path / "antecedents.tsv"
    table.write_text(f"{digest('one')}\t{her} {her + 3} 0 9\n", encoding="utf-8")
    ((document, doc),) = antecedents.annotated({digest("one"): text}, Annotator(), table)
    found = _of_news(document, doc)
    heads = doc.user_data[COREFERENCE].heads
    assert {doc[heads[i]].text for i in found.later.tolist()} == {"her"}
    taken_up = [doc[heads[i]].text for i in found.earlier[found.right].tolist()]
    assert taken_up == ["Anna"]  # the head of the name


def test_the_product_scores_as_the_network_that_was_fitted() -> None:
    from kg.annotate.pairs import pairs
    from kg.annotate.scorer import Scorer, Weights
    from tests.annotate.test_mentions import AGAIN, ENVOY, ENVOYS, THEY, mentions
    from training.mentions import GAIN, SEEN, Seen, Text

    torch.manual_seed(1)
    seen, found = Seen().eval(), mentions()
    others = np.array([ENVOYS, AGAIN, ENVOY])
    traits = torch.from_numpy(found.traits)
    pairs = torch.from_numpy(pairs(found, np.array([THEY]), others))
    text = Text(traits, torch.full((3,), THEY), torch.from_numpy(others), pairs, torch.zeros(3, dtype=torch.bool))
    constants = {name.removeprefix("mentions."): value.numpy() for name, value in seen.constants().items()}
    scores = Scorer(found, Weights(**constants))(np.array([THEY]), others)
    assert scores == pytest.approx(SEEN * seen(text).detach().numpy() + GAIN, abs=1e-4)
