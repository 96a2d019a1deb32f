"""The audit: a whole organisation's OKRs read as one, for the coach who talks with its teams."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from okrlint.hookspecs import Command, Reporter, Runner, hookimpl

if TYPE_CHECKING:
    import click


def _audit() -> click.Command:
    from okrlint_audit.command import command  # noqa: PLC0415 - imported when the command is called

    return command


def _trend() -> click.Command:
    from okrlint_audit.history.command import command  # noqa: PLC0415 - as above

    return command


@hookimpl
def okrlint_commands() -> Iterable[Command]:
    """Bring `okrlint audit` and `okrlint trend`."""
    return [
        Command("audit", "Read a whole organisation, for the coach of its teams.", _audit),
        Command("trend", "Show what changed from audit to audit.", _trend),
    ]


@hookimpl
def okrlint_runners() -> Iterable[Runner]:
    """Bring the runners of one machine: in this process, or in several."""
    from okrlint_audit.runners import HERE, PROCESSES  # noqa: PLC0415 - as above

    return [HERE, PROCESSES]


@hookimpl
def okrlint_reports() -> Iterable[Reporter]:
    """Bring the reports of an audit."""
    from okrlint_audit.reports import REPORTS  # noqa: PLC0415 - as above

    return REPORTS
