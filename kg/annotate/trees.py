"""From scores of arcs to a tree: the maximum spanning tree with one root (Chu and Liu, Edmonds)."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kg.annotate.pieces import Ints

Arcs: TypeAlias = NDArray[np.float64]

_NEVER = -1e9  # the score of an arc that can't be


def tree(arcs: Arcs) -> Ints:
    """Heads of the words of a sentence; the root is its own head.

    Args:
        arcs: [words, words] score of each dependent and head; the diagonal holds the scores as root.
    """
    size = len(arcs)
    below = arcs.copy()
    np.fill_diagonal(below, _NEVER)
    # No tree with the root r scores more than if every other word had the head it likes best. Roots are tried from the
    # most promising on, until no other can win; mostly that is after one or two.
    likeliest = below.max(1)
    bounds = arcs.diagonal() + (likeliest.sum() - likeliest)
    best, best_score = np.zeros(size, np.int64), -np.inf
    for root in np.argsort(-bounds, kind="stable").tolist():
        if bounds[root] <= best_score:
            break
        heads = _spanning_tree(below, root)
        score = arcs[np.arange(size), heads].sum()
        if score > best_score:
            best, best_score = heads, score
    return best


def are_trees(heads: Ints, firsts: Ints) -> NDArray[np.bool_]:
    """Whether the heads of each sentence make a tree: one word is its own, and all others come to it by following them.

    Args:
        heads: of all words, none outside its sentence.
        firsts: index of the first word of each sentence, the first being 0.
    """
    words = np.arange(len(heads))
    own = heads == words
    sizes = np.diff(firsts, append=len(heads))
    reached = heads
    for _ in range(int(sizes.max()).bit_length()):  # each round doubles the number of steps
        reached = reached[reached]
    root = np.maximum.reduceat(np.where(own, words, -1), firsts)
    single = np.add.reduceat(own, firsts, dtype=np.int64) == 1
    return np.asarray(single & np.logical_and.reduceat(reached == np.repeat(root, sizes), firsts))


def _cycle(heads: list[int], root: int) -> list[int]:
    """The nodes of some cycle, or an empty list; the root has no head."""
    seen = [-1] * len(heads)
    seen[root] = len(heads)
    for start in range(len(heads)):
        node = start
        while seen[node] < 0:
            seen[node] = start
            node = heads[node]
        if seen[node] == start and node != root:
            nodes = [node]
            while (node := heads[node]) != nodes[0]:
                nodes.append(node)
            return nodes
    return []


def _spanning_tree(arcs: Arcs, root: int) -> Ints:
    """Heads of the best tree below a root, which is its own head.

    Contracts cycles until there are none, then opens them again in reverse order. A contracted cycle bears the number
    of its first node; its other nodes hang on the root, and nothing hangs on them, until it is opened.
    """
    heads: Ints = arcs.argmax(1)
    heads[root] = root
    cycle = _cycle(heads.tolist(), root)
    if not cycle:
        return heads
    scores = arcs.copy()
    hanging = np.zeros(len(heads), np.bool_)
    contracted: list[tuple[list[int], Ints, Ints, Ints]] = []
    while cycle:
        nodes = np.array(cycle)
        first = cycle[0]
        # An arc into the cycle breaks the arc that its dependent had in it.
        within = scores[nodes]
        gains = within - within[np.arange(len(cycle)), heads[nodes]][:, None]
        across = scores[:, nodes]
        entered, left = gains.argmax(0), across.argmax(1)
        into, out_of = gains.max(0), across.max(1)
        into[nodes] = out_of[nodes] = 2 * _NEVER
        contracted.append((cycle, heads.copy(), nodes[entered], nodes[left]))
        scores[nodes] = scores[:, nodes] = 2 * _NEVER
        scores[first], scores[:, first] = into, out_of
        heads[nodes[1:]] = root
        heads[first] = into.argmax()
        # Whoever hung on the cycle still does: no other arc of its row has changed but for that one.
        hanging[:] = False
        hanging[nodes] = True
        heads[hanging[heads] & ~hanging] = first
        cycle = _cycle(heads.tolist(), root)
    for cycle, before, entered, left in reversed(contracted):
        first = cycle[0]
        head = int(heads[first])
        dependents = np.flatnonzero(heads == first)
        heads[dependents] = left[dependents]
        heads[cycle] = before[cycle]
        heads[entered[head]] = head
    return heads
