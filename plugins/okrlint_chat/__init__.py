"""Better sentences from a language model that a house runs, by the chat-completions protocol."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from okrlint import Ask, Rewriter, hookimpl


def _rewrite(ask: Ask, settings: Mapping[str, Any]) -> Iterable[str]:
    from okrlint_chat.chat import propose  # noqa: PLC0415 - most runs ask no model

    return propose(ask, settings)


@hookimpl
def okrlint_rewrites() -> list[Rewriter]:
    """Bring the model that `[rewrites.chat]` names."""
    return [Rewriter("chat", _rewrite)]
