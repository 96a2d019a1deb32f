"""From a finding to a note: what was noticed, why it matters, one good question, a frame for a better sentence."""

from __future__ import annotations

from okrlint.coaching.note import Note, again, note
from okrlint.coaching.proposals import with_proposals
from okrlint.coaching.select import notes, worth

__all__ = ["Note", "again", "note", "notes", "with_proposals", "worth"]
