"""What each head is to learn: losses over a batch."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional

from kg.annotate.coreference import phrases
from kg.annotate.pieces import Ints
from training.batches import Batch
from training.documents import IGNORE
from training.network import AIM, COREFERENCE, LINK, Network, Scores, antecedent_features

ILLEGAL = -1e4


def losses(network: Network, scores: Scores, batch: Batch, steps: dict[str, Tensor]) -> dict[str, Tensor]:
    """The loss of each head about which the batch knows something.

    Args:
        network: gives the parameters that are no head's own.
        scores: of the batch.
        batch: what is right.
        steps: for "names" and "roles" what is legal, [label, next label]: 0 or `ILLEGAL`.
    """
    found: dict[str, Tensor] = {}
    labels = batch.labels
    for task in ("starts", "tags"):
        if task in labels:
            found[task] = cross_entropy(getattr(scores, task), labels[task])
    for task, learned in (("names", network.name_steps), ("roles", network.role_steps)):
        if task in labels:
            emitted = getattr(scores, task)
            found[task] = cross_entropy(emitted, labels[task])
            if task == "roles":
                found["borders"] = random_field(emitted, labels[task], batch.present, learned + steps[task])
            else:
                found["name_borders"] = random_field(emitted, labels[task], batch.present, learned + steps[task])
    if "heads" in labels:
        arcs = scores.arcs.masked_fill(~batch.present.unsqueeze(1), ILLEGAL)
        found["arcs"] = cross_entropy(arcs, labels["heads"])
        heads = labels["heads"].clamp(min=0).unsqueeze(-1).expand_as(scores.head)
        found["labels"] = cross_entropy(
            network.labels(scores.dependent, torch.gather(scores.head, 1, heads)), labels["deps"]
        )
    if any(document.attributions for document in batch.documents):
        found["links"] = _links(scores.links, batch)
    if any(document.clusters for document in batch.documents):
        found["coreference"] = _clusters(network, scores.mentions, batch)
    if any(document.choices for document in batch.documents):
        found["choices"] = _choices(network, scores.mentions, batch)
    if any(document.targets for document in batch.documents):
        found["stances"] = _stances(scores.stances, batch)
    return found | sayings(network, scores.sayings, batch)


def cross_entropy(scores: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=IGNORE)


def random_field(emitted: Tensor, labels: Tensor, present: Tensor, steps: Tensor) -> Tensor:
    """Negative log-likelihood per word of a linear-chain conditional random field.

    Words of which nothing is known may have any label. Row 0 of the steps stands for what is before the first word.
    """
    known = functional.one_hot(labels.clamp(min=0), emitted.size(-1)).bool()
    allowed = known | (labels == IGNORE).unsqueeze(-1)
    # Both sums in one go: their many small steps take longer than what is computed in them.
    both = torch.cat([emitted, emitted.masked_fill(~allowed, ILLEGAL)])
    every, right = _log_sum(both, present.repeat(2, 1), steps).chunk(2)
    return (every - right).sum() / present.sum()


def _log_sum(emitted: Tensor, present: Tensor, steps: Tensor) -> Tensor:
    """Logarithm of the sum over all label sequences, [texts]."""
    best = emitted[:, 0] + steps[0]
    for i in range(1, emitted.size(1)):
        following = torch.logsumexp(best.unsqueeze(-1) + steps, 1) + emitted[:, i]
        best = torch.where(present[:, i : i + 1], following, best)
    return torch.logsumexp(best, -1)


def link_scores(seeking: Tensor, sought: Tensor) -> Tensor:
    """[words seeking, words sought + 1]; the first column, for none, is 0."""
    scores = seeking @ sought.transpose(-1, -2) / math.sqrt(seeking.size(-1))
    return functional.pad(scores, (1, 0))


def _links(vectors: Tensor, batch: Batch) -> Tensor:
    """Each word of a cue finds a word of its source, each word of a content one of its cue."""
    total = vectors.new_zeros(())
    count = 0
    for i, document in enumerate(batch.documents):
        words = vectors[i, : len(document.words)]
        cue, source, content, sought = words.split(LINK, -1)
        for seeking, found, pairs in (
            (cue, source, [(one.cue, one.source) for one in document.attributions]),
            (content, sought, [(one.content, one.cue) for one in document.attributions]),
        ):
            if not any(each for each, _ in pairs):
                continue
            total = total + _found(link_scores(seeking, found), pairs)
            count += 1
    return total / max(1, count)


def _found(scores: Tensor, pairs: list[tuple[list[int], list[int]]]) -> Tensor:
    rows, right = [], torch.zeros(scores.shape, dtype=torch.bool, device=scores.device)
    for seeking, found in pairs:
        rows += seeking
        for word in seeking:
            right[word, [column + 1 for column in found] or [0]] = True
    chosen = torch.tensor(sorted(set(rows)), device=scores.device)
    return _one_of(scores[chosen], right[chosen]).mean()


def _one_of(scores: Tensor, right: Tensor) -> Tensor:
    """Negative logarithm, for each row, of the probability that one of the right columns is chosen."""
    return torch.logsumexp(scores, -1) - torch.logsumexp(scores.masked_fill(~right, ILLEGAL), -1)


def antecedent_scores(network: Network, vectors: Tensor, known: Ints) -> Tensor:
    """How likely each word is the head of an antecedent of each, [words, words]; 0 is as likely as that it has none.

    Args:
        network: gives what distance and sameness weigh.
        vectors: [words, 2 * COREFERENCE].
        known: of each word, from `kg.annotate.coreference.phrases`.
    """
    anaphor, antecedent = vectors.split(COREFERENCE, -1)
    rows, columns = (feature.to(vectors.device) for feature in antecedent_features(known))
    nearness = network.nearness[rows, columns]
    return anaphor @ antecedent.transpose(0, 1) / math.sqrt(COREFERENCE) + nearness


def _clusters(network: Network, vectors: Tensor, batch: Batch) -> Tensor:
    """Each word finds an earlier mention of what it stands for, or nothing; the batch is one text in text order."""
    words = [word for document in batch.documents for word in document.words]
    tags = [tag for document in batch.documents for tag in document.tags]
    scores = antecedent_scores(network, vectors[batch.present], phrases(words, tags))
    place = torch.arange(len(words), device=scores.device)
    scores = functional.pad(scores.masked_fill(place[None, :] >= place[:, None], ILLEGAL), (1, 0))
    right = torch.zeros_like(scores, dtype=torch.bool)
    for chain in batch.documents[0].clusters:
        for i, head in enumerate(chain[1:], start=1):
            right[head, [earlier + 1 for earlier in chain[:i]]] = True
    anaphoric = right.any(-1)
    right[~anaphoric, 0] = True
    lost = _one_of(scores, right)
    asked = torch.ones_like(anaphoric)
    if batch.documents[0].mentions is not None:
        asked[:] = False
        asked[batch.documents[0].mentions] = True
        return lost[asked].mean()
    return lost[anaphoric].mean() + 3 * lost[~anaphoric].mean()


def _choices(network: Network, vectors: Tensor, batch: Batch) -> Tensor:
    """A pronoun finds one of two names, or neither of them."""
    found = []
    for i, document in enumerate(batch.documents):
        known = phrases(document.words, document.tags)
        scores = antecedent_scores(network, vectors[i, : len(document.words)], known)
        for choice in document.choices:
            row = scores[choice.pronoun]
            ahead = torch.arange(len(document.words), device=row.device) >= choice.pronoun
            right = torch.zeros_like(ahead)
            if choice.right is None:
                # It means something else: any other word, or none.
                right[:] = True
                right[list(choice.names)] = False
            else:
                name = document.words[choice.names[choice.right]]
                right[[j for j, word in enumerate(document.words) if word == name]] = True
            ahead[list(choice.names)] = False
            row = functional.pad(row.masked_fill(ahead, ILLEGAL), (1, 0))
            found.append(_one_of(row, functional.pad(right, (1, 0), value=choice.right is None)))
    return torch.stack(found).mean()


def _stances(scores: Tensor, batch: Batch) -> Tensor:
    rows, right = [], []
    for i, document in enumerate(batch.documents):
        for begin, end, label in document.targets:
            rows.append(scores[i, begin:end].mean(0))
            right.append(label)
    return functional.cross_entropy(torch.stack(rows), torch.tensor(right, device=scores.device), label_smoothing=0.05)


def sayings(network: Network, vectors: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Each cue with its content finds its act, and a word that names at whom it is aimed, or nobody.

    Args:
        network: gives what is computed outside the heads.
        vectors: `Scores.sayings`.
        batch: what is right; nothing is found where it knows of none.
    """
    if not any(document.sayings for document in batch.documents):
        return {}
    said, acts, aims = [], [], []
    for i, document in enumerate(batch.documents):
        words = vectors[i, : len(document.words)]
        for one in document.sayings:
            saying = network.saying(words, one.cue, one.content)
            said.append(saying)
            acts.append(one.act)
            if one.aim is not None:
                right = torch.zeros(len(document.words) + 1, dtype=torch.bool, device=words.device)
                right[[word + 1 for word in one.aim] or [0]] = True
                aims.append(_one_of(link_scores(network.aim(saying), words[:, -AIM:]), right))
    right_acts = torch.tensor(acts, device=vectors.device)
    found = {"acts": functional.cross_entropy(network.act(torch.stack(said)), right_acts, label_smoothing=0.05)}
    return found | ({"aims": torch.stack(aims).mean()} if aims else {})


def legal_steps(labels: tuple[str, ...]) -> Tensor:
    """[label, next label]: 0, or `ILLEGAL` where an I- follows what is not of its kind."""
    return torch.tensor(
        [[ILLEGAL if after[:2] == "I-" and before[2:] != after[2:] else 0.0 for after in labels] for before in labels]
    )


def weighted(found: dict[str, Tensor], weights: dict[str, float]) -> Tensor:
    """The sum of the losses, each times its weight."""
    return torch.stack([weights[task] * loss for task, loss in found.items()]).sum()
