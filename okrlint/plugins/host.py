"""The plugin host: every plugin in its own try, and every fault under the plugin's own name."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata
from typing import Any, Final

import pluggy

from okrlint import hookspecs
from okrlint.errors import PluginError

GROUP: Final = "okrlint"


@dataclass(frozen=True)
class Plugin:
    """A loaded plugin as `okrlint plugins` shows it."""

    name: str
    version: str
    distribution: str
    hooks: tuple[str, ...]

    @property
    def label(self) -> str:
        """Name and version, as errors cite it."""
        return f"{self.name} {self.version}"


class Host:
    """Holds the plugins and calls their hooks one plugin at a time.

    Attributes:
        plugins: Those that loaded.
        faults: What went wrong with the others, or later in a call; the run goes on without them.
    """

    def __init__(self) -> None:
        self._manager = pluggy.PluginManager("okrlint")
        self._manager.add_hookspecs(hookspecs)
        self.plugins: list[Plugin] = []
        self.faults: list[PluginError] = []
        self._trace = bool(os.environ.get("OKRLINT_TRACE_PLUGINS"))

    def load(self) -> None:
        """Load every installed plugin of the entry point group, in the order of their names."""
        disabled = {name.strip() for name in os.environ.get("OKRLINT_DISABLE_PLUGINS", "").split(",")}
        points = {point.name: point for point in metadata.entry_points(group=GROUP)}
        for name in sorted(points.keys() - disabled):
            point = points[name]
            version = point.dist.version if point.dist else "unknown"
            distribution = point.dist.name if point.dist else ""
            try:
                self.register(name, point.load(), version=version, distribution=distribution)
            except PluginError as error:
                self.faults.append(error)
            except Exception as error:  # noqa: BLE001 - a stranger's module may raise anything at import
                self.faults.append(PluginError(_said(error, "could not be loaded"), culprit=f"{name} {version}"))

    def register(self, name: str, module: object, *, version: str, distribution: str = "") -> None:
        """Take in one plugin, or raise PluginError where it implements a hook that does not exist."""
        plugin_label = f"{name} {version}"
        self._manager.register(module, name=name)
        try:
            self._manager.check_pending()
        except pluggy.PluginValidationError as error:
            self._manager.unregister(name=name)
            raise PluginError(str(error).splitlines()[0], culprit=plugin_label) from None
        callers = self._manager.get_hookcallers(module) or []
        hooks = tuple(sorted(caller.name for caller in callers))
        self.plugins.append(Plugin(name, version, distribution, hooks))

    def module(self, name: str) -> object:
        """Return the module of a loaded plugin."""
        return self._manager.get_plugin(name)

    def gather(self, hook: str) -> list[tuple[Plugin, Any]]:
        """Call a hook of every plugin that has it and return what each one gave, item by item."""
        gathered: list[tuple[Plugin, Any]] = []
        for plugin in self.plugins:
            if hook not in plugin.hooks:
                continue
            module = self._manager.get_plugin(plugin.name)
            if self._trace:
                print(f"okrlint: {hook} of {plugin.label}", file=sys.stderr)  # noqa: T201 - asked for by name
            try:
                items: Iterable[Any] = getattr(module, hook)()
                gathered += [(plugin, item) for item in items]
            except Exception as error:  # noqa: BLE001 - a stranger's code may raise anything
                self.faults.append(PluginError(_said(error, f"{hook} failed"), culprit=plugin.label))
        return gathered


def _said(error: Exception, what: str) -> str:
    first = str(error).strip().splitlines()
    return f"{what}: {type(error).__name__}{': ' + first[0] if first else ''}"


@lru_cache(maxsize=1)
def host() -> Host:
    """Return the host with everything installed, loaded once in a process."""
    loaded = Host()
    loaded.load()
    return loaded
