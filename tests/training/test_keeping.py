"""How far what one network scores is from what another one does; needs torch, which not everybody has."""

from __future__ import annotations

from dataclasses import fields, replace
from types import SimpleNamespace
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="training needs torch: pip install --group training")
pytest.importorskip("transformers", reason="training needs transformers: pip install --group training")

SIZES = {
    "starts": 2, "tags": 5, "names": 5, "roles": 7, "arcs": 4, "dependent": 6, "head": 6, "links": 8, "mentions": 8,
    "stances": 3, "sayings": 9,
}  # fmt: skip


class Labels:
    """A network, as far as it is asked: arcs are labelled by the sum of their ends."""

    def labels(self, dependent: Any, head: Any) -> Any:
        return dependent + head


def scores(seed: int) -> Any:
    """Scores of two texts of four words."""
    from training.network import Scores

    generator = torch.Generator().manual_seed(seed)
    return Scores(**{name: torch.randn(2, 4, size, generator=generator) for name, size in SIZES.items()})


def kept(found: Any, wanted: Any, present: Any) -> float:
    from training import keeping

    return float(keeping.kept(Labels(), found, Labels(), wanted, SimpleNamespace(present=present)))  # type: ignore[arg-type]


ALL = torch.ones(2, 4, dtype=torch.bool)


def test_what_scores_the_same_is_nothing_apart() -> None:
    assert kept(scores(1), scores(1), ALL) == pytest.approx(0, abs=1e-5)
    assert kept(scores(1), scores(2), ALL) > 1


@pytest.mark.parametrize("name", [name for name in SIZES if name != "sayings"])
def test_each_head_but_that_of_acts_counts(name: str) -> None:
    assert kept(replace(scores(1), **{name: getattr(scores(2), name)}), scores(1), ALL) > 0.01


def test_what_is_done_by_saying_something_may_change() -> None:
    assert kept(replace(scores(1), sayings=scores(2).sayings), scores(1), ALL) == pytest.approx(0, abs=1e-5)


def test_where_no_words_are_nothing_is_asked() -> None:
    present = ALL.clone()
    present[1, 2:] = False
    changed = {}
    for field in fields(scores(1)):
        value = getattr(scores(1), field.name).clone()
        value[1, 2:] += 7
        if field.name == "arcs":
            value[1, :, 2:] += 7
        changed[field.name] = value
    assert kept(replace(scores(1), **changed), scores(1), present) == pytest.approx(0, abs=1e-5)
