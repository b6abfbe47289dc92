"""From scores of arcs to a tree: the maximum spanning tree with one root (Chu and Liu, Edmonds)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kg.annotate.pieces import Ints

_NEVER = -1e9  # the score of an arc that can't be
_ROOT_COST = 1e6  # above any sum of scores of a sentence: a tree has no second root if one is enough


def tree(arcs: NDArray[np.float64]) -> Ints:
    """Heads of the words of a sentence; the root is its own head.

    Args:
        arcs: [words, words] score of each dependent and head; the diagonal holds the scores as root.
    """
    greedy: Ints = arcs.argmax(1)
    if _is_tree(greedy):
        return greedy
    size = len(arcs)
    # Node 0 is a root above the words; whoever hangs on it is a root of the sentence.
    scores = np.full((size + 1, size + 1), _NEVER)
    scores[1:, 1:] = arcs
    scores[1:, 0] = arcs.diagonal() - _ROOT_COST
    np.fill_diagonal(scores, _NEVER)
    heads = _spanning_tree(scores)[1:] - 1
    return np.where(heads < 0, np.arange(size), heads)


def _is_tree(heads: Ints) -> bool:
    """One word is its own head, and all others come to it by following their heads."""
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    if len(roots) != 1:
        return False
    reached = heads
    for _ in range(len(heads).bit_length()):  # each round doubles the number of steps
        reached = reached[reached]
    return bool((reached == roots[0]).all())


def _cycle(heads: Ints) -> list[int]:
    """The nodes of some cycle, or an empty list; node 0 has no head."""
    state = np.zeros(len(heads), np.int64)
    state[0] = -1
    for start in range(1, len(heads)):
        node = start
        while state[node] == 0:
            state[node] = start
            node = int(heads[node])
        if state[node] == start:
            nodes = [node]
            while (node := int(heads[node])) != nodes[0]:
                nodes.append(node)
            return nodes
    return []


def _spanning_tree(scores: NDArray[np.float64]) -> Ints:
    """Heads of the best tree below node 0; what is returned for node 0 has no meaning.

    Contracts cycles until there are none, then opens them again in reverse order. A contracted cycle keeps the number
    of its first node; nodes that are part of another are `gone`.
    """
    scores = scores.copy()
    size = len(scores)
    steps: list[tuple[list[int], Ints, Ints, Ints]] = []
    while True:
        heads: Ints = scores.argmax(1)
        heads[0] = 0
        cycle = _cycle(heads)
        if not cycle:
            break
        nodes = np.array(cycle)
        outside = np.setdiff1d(np.arange(size), nodes)
        # An arc into the cycle breaks the arc that its dependent had in it.
        gains = scores[nodes] - scores[nodes, heads[nodes]][:, None]
        entered = gains.argmax(0)
        left = scores[:, nodes].argmax(1)
        into, out_of = gains.max(0), scores[:, nodes].max(1)
        first = cycle[0]
        steps.append((cycle, heads, nodes[entered], nodes[left]))
        scores[nodes] = _NEVER * 2
        scores[:, nodes] = _NEVER * 2
        scores[first, outside] = into[outside]
        scores[outside, first] = out_of[outside]
        scores[first, first] = _NEVER * 2
        for node in cycle[1:]:
            scores[node, 0] = 0.0  # gone: hangs on node 0, has no dependents, so is never part of a cycle
    for cycle, before, entered, left in reversed(steps):
        first = cycle[0]
        head = int(heads[first])
        inside = set(cycle)
        for node in range(1, size):
            if node not in inside and heads[node] == first:
                heads[node] = left[node]
        for node in cycle:
            heads[node] = before[node]
        heads[entered[head]] = head
    return heads
