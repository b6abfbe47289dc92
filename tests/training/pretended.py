"""A device that is not there: what is computed on it is computed by the processor, but never mixed with what is there.

So that code for a GPU can be tested without one. Tensors say that they are on the device "pretended"; as on a real one,
no operation takes some from there and some from the processor, but for copies, indices and single numbers, and none can
be read by NumPy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode, return_and_correct_aliasing
from torch.utils._pytree import tree_flatten, tree_map
from torch.utils.backend_registration import _setup_privateuseone_for_python_backend

NAME = "pretended"
_aten = torch.ops.aten
_KERNELS = torch.library.Library("aten", "IMPL", "PrivateUse1")  # they go when it goes
# Copies, and indices, which a GPU takes from the processor too.
_MAY_MIX = (_aten._to_copy, _aten.copy_, _aten.index, _aten.index_put_, _aten.index_put, _aten._index_put_impl_)


class _Pretended(Tensor):
    """A tensor that says it is on the device; `raw` is where its numbers are."""

    raw: Tensor

    @staticmethod
    def __new__(cls, raw: Tensor) -> _Pretended:
        made: _Pretended = torch.Tensor._make_wrapper_subclass(
            cls, raw.size(), raw.stride(), raw.storage_offset(), dtype=raw.dtype, device=torch.device(NAME, 0)
        )
        made.raw = raw
        return made

    __torch_function__ = torch._C._disabled_torch_function_impl

    @classmethod
    def __torch_dispatch__(
        cls, operation: Any, types: Any, args: Sequence[Any] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        return _computed(operation, args, dict(kwargs or {}))


class Pretended(TorchDispatchMode):
    """Within it, `torch.device(NAME)` can be used."""

    def __torch_dispatch__(
        self, operation: Any, types: Any, args: Sequence[Any] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        return _computed(operation, args, dict(kwargs or {}))


def _computed(operation: Any, args: Sequence[Any], kwargs: dict[str, Any]) -> Any:
    if operation.overloadpacket is _aten._fused_sdp_choice:
        return 0  # attention in plain operations: faster ones are of one device
    given = [one for one in tree_flatten((args, kwargs))[0] if isinstance(one, Tensor)]
    there = [one for one in given if isinstance(one, _Pretended)]
    here = [one for one in given if not isinstance(one, _Pretended) and one.dim()]
    if there and here and operation.overloadpacket not in _MAY_MIX:
        raise RuntimeError(f"{operation} takes tensors of two devices")
    wanted = kwargs.get("device")
    placed = bool(there) if wanted is None else torch.device(wanted).type == NAME
    if wanted is not None and placed:
        kwargs["device"] = torch.device("cpu")
    raw_args, raw_kwargs = tree_map(lambda one: one.raw if isinstance(one, _Pretended) else one, (args, kwargs))
    found = operation(*raw_args, **raw_kwargs)
    if operation.overloadpacket is _aten.copy_:
        return args[0]
    if not placed:
        return found
    wrapped = tree_map(lambda one: _Pretended(one) if isinstance(one, Tensor) else one, found)
    return return_and_correct_aliasing(operation, args, kwargs, wrapped)


def _empty_strided(size: Sequence[int], stride: Sequence[int], *, dtype: torch.dtype, **_: Any) -> Tensor:
    return _Pretended(torch.empty_strided(size, stride, dtype=dtype))


def _copied(source: Tensor, target: _Pretended, non_blocking: bool = False) -> Tensor:
    target.raw.copy_(source)
    return target


def registered() -> str:
    """The name of the device, made known to torch once."""
    if torch._C._get_privateuse1_backend_name() != NAME:
        _setup_privateuseone_for_python_backend(NAME)
        # Of lists as indices torch makes tensors past all that is written in Python.
        _KERNELS.impl("empty_strided", _empty_strided)
        _KERNELS.impl("_copy_from", _copied)
    return f"{NAME}:0"
