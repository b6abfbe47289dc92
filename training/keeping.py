"""What a network says of a text as another one does: so that it can learn one task and stay the same at the others.

Rules are made on the trees, names and spans that one network finds, and a few arcs of a thousand that another one draws
otherwise cost them more than it gains. So it is asked to score as that one does on all that it reads (learning without
forgetting, Li and Hoiem 2016), and learns from annotation only what is done by saying something, and at whom.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.losses import ILLEGAL
from training.network import Dropout, Network, Scores

CHOSEN = ("starts", "tags", "names", "roles")  # scores of labels; what else a head gives is compared as it is
AS_IT_IS = ("links", "mentions", "stances")
OF_SEQUENCES = ("name_steps", "role_steps", "nearness")  # what is no head's own
DROPPED = 0.25  # of the usual dropout: what is dropped at random can't be scored as another network scores it
_SHARES = {"names": 2.0, "roles": 2.0, "links": 0.5, "mentions": 0.5, "stances": 0.5}


def prepare(network: Network, other: Network) -> None:
    """Take over from the other network what is no head's own, for good, and drop less."""
    for name in OF_SEQUENCES:
        same = getattr(network, name)
        same.data.copy_(getattr(other, name))
        same.requires_grad_(False)
    for module in network.modules():
        if isinstance(module, Dropout):
            module.share *= DROPPED


def kept(network: Network, scores: Scores, other: Network, wanted: Scores, batch: Batch) -> Tensor:
    """How far what a network scores is from what another one does: divergences of what they choose, and distances.

    Args:
        network: gives the labels of arcs.
        scores: of the batch.
        other: the network whose choices are to be kept.
        wanted: its scores of the batch.
        batch: tells where there are words.
    """
    present = batch.present
    lost = [_SHARES.get(task, 1.0) * _apart(getattr(scores, task), getattr(wanted, task), present) for task in CHOSEN]
    gaps = ~present.unsqueeze(1)
    arcs, wanted_arcs = scores.arcs.masked_fill(gaps, ILLEGAL), wanted.arcs.masked_fill(gaps, ILLEGAL)
    lost.append(2.0 * _apart(arcs, wanted_arcs, present))
    heads = wanted_arcs.argmax(-1, keepdim=True).expand(-1, -1, scores.head.size(-1))
    labels = network.labels(scores.dependent, torch.gather(scores.head, 1, heads))
    lost.append(_apart(labels, other.labels(wanted.dependent, torch.gather(wanted.head, 1, heads)), present))
    for task in AS_IT_IS:
        right = getattr(wanted, task)[present]
        away = functional.mse_loss(getattr(scores, task)[present], right) / right.var().clamp(min=1e-6)
        lost.append(_SHARES[task] * away)
    return torch.stack(lost).sum()


def _apart(scores: Tensor, wanted: Tensor, present: Tensor) -> Tensor:
    """Mean over words of the divergence of what is chosen from what is wanted (Kullback and Leibler)."""
    found, right = functional.log_softmax(scores[present], -1), functional.log_softmax(wanted[present], -1)
    return functional.kl_div(found, right, reduction="batchmean", log_target=True)
