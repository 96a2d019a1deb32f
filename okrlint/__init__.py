"""okrlint reads OKRs in French and English, tells doing from changing, and coaches.

The public face. Everything here is loaded when it is first asked for, so that importing okrlint costs nothing.
"""

from __future__ import annotations

from importlib import import_module, metadata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from okrlint.engine.languages import read
    from okrlint.errors import OkrlintError, RunnerError
    from okrlint.hookspecs import Ask, Command, Format, Reporter, Rewriter, Runner, hookimpl
    from okrlint.reading import Language, Reading

_HOMES = {
    "Ask": "okrlint.hookspecs",
    "Command": "okrlint.hookspecs",
    "Format": "okrlint.hookspecs",
    "Language": "okrlint.reading",
    "OkrlintError": "okrlint.errors",
    "Reading": "okrlint.reading",
    "Reporter": "okrlint.hookspecs",
    "Rewriter": "okrlint.hookspecs",
    "Runner": "okrlint.hookspecs",
    "RunnerError": "okrlint.errors",
    "hookimpl": "okrlint.hookspecs",
    "read": "okrlint.engine.languages",
}

__all__ = [
    "Ask",
    "Command",
    "Format",
    "Language",
    "OkrlintError",
    "Reading",
    "Reporter",
    "Rewriter",
    "Runner",
    "RunnerError",
    "hookimpl",
    "read",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - it hands out every public name
    if name == "__version__":
        return metadata.version("okrlint")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'okrlint' has no attribute {name!r}")
