"""`okrlint plugins`: who brings what."""

from __future__ import annotations

import click

from okrlint.commands.options import complain, emit


@click.command("plugins")
def command() -> int:
    """List the plugins with their versions and the hooks they implement.

    OKRLINT_DISABLE_PLUGINS=name,name leaves plugins out; OKRLINT_TRACE_PLUGINS=1 tells each hook call.
    """
    from okrlint.plugins.host import host  # noqa: PLC0415 - `--help` needs none

    loaded = host()
    for plugin in loaded.plugins:
        origin = f" ({plugin.distribution})" if plugin.distribution else ""
        emit([f"{plugin.label}{origin}: {', '.join(plugin.hooks) or 'no hook'}\n"])
    complain(loaded.faults)
    return 3 if loaded.faults else 0
