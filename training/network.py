"""The network in torch: an encoder, one projection for all heads, and what each head makes of its part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AttentionInterface, AttentionMaskInterface, AutoModel
from transformers.masking_utils import sdpa_mask
from transformers.models.bert.modeling_bert import BertLayer

from kg.annotate.coreference import DISTANCES, SAME, sameness
from kg.annotate.pieces import Ints

SHAPES = 6  # of words, see kg.annotate.pieces.case_of
WIDTH = 384  # of the encoder
_LEAST = 1e-9  # scale of what is all nothing
ARC, LABEL, LINK, COREFERENCE, STANCE, ACT, AIM = 256, 128, 64, 128, 128, 128, 64


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of the heads for a batch; unnormalised.

    Attributes:
        starts: [texts, words, 2].
        tags: [texts, words, tags].
        names, roles: [texts, words, BIO labels].
        arcs: [texts, words, words] dependent, head; a root points at itself.
        dependent, head: [texts, words, LABEL] what `Network.label` takes.
        links: [texts, words, 4 * LINK] of a cue seeking its source, a source, a content seeking its cue, a cue.
        mentions: [texts, words, 2 * COREFERENCE] as anaphor, as antecedent.
        stances: [texts, words, 3].
        sayings: [texts, words, 2 * ACT + 1 + AIM] what `Network.saying` takes: of a word of a cue, of a content, how
            much it counts in its content; and whether a word names at whom an act is aimed.
    """

    starts: Tensor
    tags: Tensor
    names: Tensor
    roles: Tensor
    arcs: Tensor
    dependent: Tensor
    head: Tensor
    links: Tensor
    mentions: Tensor
    stances: Tensor
    sayings: Tensor


class Dropout(nn.Module):
    """Drops the same features of all words of a text: drawing random numbers for each word took a third of a step."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, values: Tensor) -> Tensor:
        if not self.training:
            return values
        kept = values.new_empty(values.size(0), 1, values.size(-1)).bernoulli_(1 - self.share)
        return values * kept.div_(1 - self.share)


class Linear(nn.Linear):
    """A linear layer that, where `rounded`, computes with the eight bits to which the exported network rounds.

    Weights have a scale for each output, what is read one for each text; gradients pass as if nothing were rounded.
    """

    rounded = False

    def forward(self, values: Tensor) -> Tensor:
        if not self.rounded:
            return super().forward(values)
        scale = (self.weight.detach().abs().amax(1, keepdim=True) / 127).clamp(min=_LEAST)
        weight = self.weight + (torch.round(self.weight / scale) * scale - self.weight).detach()
        return functional.linear(_rounded(values), weight, self.bias)


class Embedding(nn.Embedding):
    """A table that, where `rounded`, gives rows with the eight bits of the exported network; one scale for all."""

    rounded = False

    def forward(self, rows: Tensor) -> Tensor:
        found = super().forward(rows)
        if not self.rounded:
            return found
        scale = (self.weight.detach().abs().amax() / 127).clamp(min=_LEAST)
        return found + (torch.round(found / scale) * scale - found).detach()


class Layer(BertLayer):
    """A layer whose feed-forward part reads the mark that begins a text on its own.

    There one feature of the mark is ten times as large as those of words. What is read together is rounded with one
    scale, so words had a tenth of the steps: the eight bits cost 1.7 of stances' F1 on dev-rw.
    """

    def feed_forward_chunk(self, attention_output: Tensor) -> Tensor:
        mark, words = attention_output[:, :1], attention_output[:, 1:]
        return torch.cat([super().feed_forward_chunk(mark), super().feed_forward_chunk(words)], 1)


def _attend(
    module: nn.Module, query: Tensor, key: Tensor, value: Tensor, attention_mask: Tensor | None, **_: object
) -> tuple[Tensor, None]:
    """Attention by plain products and a softmax, all of them in the sixteen bits of what it is given.

    torch's own kernel takes as long in sixteen bits as in 32 on a processor, and on the way back longer.
    """
    with torch.autocast(query.device.type, enabled=False):
        scores = torch.matmul(query * query.size(-1) ** -0.5, key.transpose(-1, -2))
        if attention_mask is not None:
            scores = scores.masked_fill(~attention_mask, torch.finfo(scores.dtype).min)
        found = torch.matmul(torch.softmax(scores, -1), value)
    return found.transpose(1, 2).contiguous(), None


AttentionInterface.register("plain", _attend)
AttentionMaskInterface.register("plain", sdpa_mask)


def _rounded(values: Tensor) -> Tensor:
    with torch.no_grad():
        inner = tuple(range(1, values.dim()))
        low = values.amin(inner, keepdim=True).clamp(max=0)
        scale = ((values.amax(inner, keepdim=True).clamp(min=0) - low) / 255).clamp(min=_LEAST)
        zero = torch.round(low / scale)
        change = (torch.round(values / scale - zero) + zero) * scale - values
    return values + change


class Network(nn.Module):
    """The encoder and its heads.

    Args:
        base: folder of all-MiniLM-L6-v2.
        pieces: number, in the base, of each word piece that is kept.
        labels: how many there are for "tags", "deps", "names", "roles" and "acts".
        dropout: of the words that the heads read.
        attention: "sdpa" to train, "plain" to train in sixteen bits, "eager" to export.
    """

    def __init__(
        self, base: Path, pieces: Tensor, labels: Mapping[str, int], *, dropout: float = 0.2, attention: str = "sdpa"
    ) -> None:
        super().__init__()
        # Without dropout of attention torch has a fast kernel: the step takes two thirds of the time.
        self.encoder = AutoModel.from_pretrained(base, attn_implementation=attention, attention_probs_dropout_prob=0.0)
        embeddings = self.encoder.embeddings
        embeddings.word_embeddings = nn.Embedding.from_pretrained(
            embeddings.word_embeddings.weight.detach()[pieces].clone(), freeze=False, padding_idx=0
        )
        self.encoder.pooler = None
        self.shape = nn.Embedding(SHAPES, WIDTH)
        nn.init.normal_(self.shape.weight, std=0.02)
        for module in list(self.encoder.modules()):
            for name, child in module.named_children():
                if isinstance(child, nn.Dropout) and child.p:
                    setattr(module, name, Dropout(child.p))
        self.dropout = Dropout(dropout)
        self.parts = {
            "starts": 2, "tags": labels["tags"], "names": labels["names"], "roles": labels["roles"],
            "arc_dependent": ARC, "arc_head": ARC, "label_dependent": LABEL, "label_head": LABEL,
            "links": 4 * LINK, "mentions": 2 * COREFERENCE, "stance": STANCE,
        }  # fmt: skip
        self.project = nn.Linear(WIDTH, sum(self.parts.values()))
        self.arc = nn.Parameter(torch.randn(ARC, ARC) * 0.02)
        self.arc_head = nn.Linear(ARC, 1)
        self.label = nn.Linear(3 * LABEL, labels["deps"])
        self.stance = nn.Linear(STANCE, 3)
        self.said = nn.Linear(WIDTH, 2 * ACT + 1 + AIM)
        self.act = nn.Linear(ACT, labels["acts"])
        self.aim = nn.Linear(ACT, AIM)
        # A conditional random field over BIO labels; row 0, "O", also stands for what comes before the first word.
        self.name_steps = nn.Parameter(torch.zeros(labels["names"], labels["names"]))
        self.role_steps = nn.Parameter(torch.zeros(labels["roles"], labels["roles"]))
        # How likely an antecedent is by its distance, and by how it is the same; the last row: it comes after.
        self.nearness = nn.Parameter(torch.zeros(len(DISTANCES) + 1, SAME + 1))
        for module in self.modules():
            # What is computed outside the exported graph is not rounded.
            if type(module) is nn.Linear and module not in (self.label, self.act, self.aim):
                module.__class__ = Linear
            elif type(module) is nn.Embedding:
                module.__class__ = Embedding
            elif type(module) is BertLayer:
                module.__class__ = Layer

    def round(self) -> None:
        """From now on learn with weights and activations rounded as in the exported network."""
        for module in self.modules():
            if isinstance(module, Linear | Embedding):
                module.rounded = True

    def words(self, ids: Tensor, shapes: Tensor, mask: Tensor | None, first: Tensor) -> Tensor:
        """What the encoder makes of each word: [texts, words, WIDTH], that of its first piece; no mask, no padding."""
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.shape(shapes)
        read = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return self.dropout(torch.gather(read, 1, first.unsqueeze(-1).expand(-1, -1, WIDTH)))

    def heads(self, words: Tensor) -> Scores:
        """The scores of all heads for words: [texts, words, WIDTH]."""
        part = dict(zip(self.parts, self.project(words).split(list(self.parts.values()), -1), strict=True))
        dependent, head = functional.gelu(part["arc_dependent"]), functional.gelu(part["arc_head"])
        arcs = (dependent @ self.arc) @ head.transpose(1, 2) + self.arc_head(head).transpose(1, 2)
        return Scores(
            starts=part["starts"],
            tags=part["tags"],
            names=part["names"],
            roles=part["roles"],
            arcs=arcs,
            dependent=functional.gelu(part["label_dependent"]),
            head=functional.gelu(part["label_head"]),
            links=part["links"],
            mentions=part["mentions"],
            stances=self.stance(functional.gelu(part["stance"])),
            sayings=self.said(words),
        )

    def labels(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Scores of the labels of arcs: [..., deps] from [..., LABEL] of their two ends."""
        scores: Tensor = self.label(torch.cat([dependent * head, dependent, head], -1))
        return scores

    def saying(self, words: Tensor, cue: list[int], content: list[int]) -> Tensor:
        """What is done by a cue with its content, [ACT], from [words, 2 * ACT + 1 + AIM]; see `Scores.sayings`."""
        of_cue, of_content, counts, _ = words.split((ACT, ACT, 1, AIM), -1)
        weights = torch.softmax(counts[content], 0)
        return functional.gelu(of_cue[cue].mean(0) + (weights * of_content[content]).sum(0))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None, first: Tensor) -> Scores:
        return self.heads(self.words(ids, shapes, mask, first))


def antecedent_features(known: Ints) -> tuple[Tensor, Tensor]:
    """Row and column in `Network.nearness` for each word and each candidate, each [words, words].

    Args:
        known: of each word, from `kg.annotate.coreference.phrases`.
    """
    place = torch.arange(len(known))
    away = place[:, None] - place[None, :]
    buckets = torch.bucketize(away.clamp(min=1), torch.from_numpy(DISTANCES), right=True) - 1
    buckets[away <= 0] = len(DISTANCES)
    return buckets, torch.from_numpy(sameness(known[:, None], known[None]))
