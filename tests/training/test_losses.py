"""Losses and windows; needs torch, which only those who train have."""

from __future__ import annotations

from itertools import product

import pytest

torch = pytest.importorskip("torch", reason="training needs torch: pip install --group training")
pytest.importorskip("transformers", reason="training needs transformers: pip install --group training")


def test_the_random_field_is_what_all_sequences_give() -> None:
    from training.documents import IGNORE
    from training.losses import random_field

    torch.manual_seed(1)
    emitted, steps = torch.randn(1, 3, 3), torch.randn(3, 3)

    def score(path: tuple[int, ...]) -> float:
        return float(sum(emitted[0, i, label] + steps[path[i - 1] if i else 0, label] for i, label in enumerate(path)))

    every = torch.tensor([score(path) for path in product(range(3), repeat=3)]).logsumexp(0)
    known = torch.tensor([[1, IGNORE, 2]])
    right = torch.tensor([score((1, label, 2)) for label in range(3)]).logsumexp(0)
    loss = random_field(emitted, known, torch.ones(1, 3, dtype=torch.bool), steps)
    assert float(loss) == pytest.approx(float(every - right) / 3, abs=1e-5)


def test_padding_changes_no_random_field() -> None:
    from training.losses import random_field

    torch.manual_seed(1)
    emitted, steps = torch.randn(2, 4, 3), torch.randn(3, 3)
    labels = torch.randint(0, 3, (2, 4))
    present = torch.tensor([[True] * 4, [True, True, False, False]])
    both = random_field(emitted, labels.masked_fill(~present, -100), present, steps)
    alone = [
        random_field(emitted[i : i + 1, :n], labels[i : i + 1, :n], torch.ones(1, n, dtype=torch.bool), steps) * n
        for i, n in ((0, 4), (1, 2))
    ]
    assert float(both) == pytest.approx(float(sum(alone)) / 6, abs=1e-5)


def test_a_step_that_is_illegal_costs_much() -> None:
    from training.losses import ILLEGAL, legal_steps

    steps = legal_steps(("O", "B-A", "I-A", "B-B", "I-B"))
    assert steps[0, 2] == steps[3, 2] == ILLEGAL
    assert steps[1, 2] == steps[2, 2] == steps[0, 1] == 0


def test_nearness_knows_distance_sameness_and_what_comes_after() -> None:
    from kg.annotate.coreference import DIFFERENT, DISTANCES, SAME, phrases
    from training.network import antecedent_features

    rows, columns = antecedent_features(phrases(["Moen", "left", "moen"], ["NNP", "VBD", "NNP"]))
    assert (rows[2, 0], columns[2, 0]) == (1, SAME)  # two words back, the same word
    assert (rows[2, 1], columns[2, 1]) == (0, DIFFERENT)
    assert (rows[0, 2], columns[0, 2]) == (len(DISTANCES), SAME)
