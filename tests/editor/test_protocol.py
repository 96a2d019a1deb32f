"""What the server holds of messages that are over."""

from __future__ import annotations

import asyncio

from lsprotocol import types

from okrlint_editor.server import made


def test_nothing_is_kept_of_a_notification_once_it_is_handled() -> None:
    """A change that somebody made an hour ago takes no memory."""

    async def session() -> int:
        protocol = made(fast=True).protocol
        changed = types.DidChangeWatchedFilesParams([])
        for _ in range(20):
            protocol._handle_notification(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, changed)
        held = len(protocol._request_futures)
        while asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert held  # they were under way
        return len(protocol._request_futures)

    assert asyncio.run(session()) == 0
