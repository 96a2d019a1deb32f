"""Many documents as one organisation: what each team says in each cycle, and how it hangs together."""

from __future__ import annotations

from okrlint.organisation.build import groups_of, organisation_of, stated_of
from okrlint.organisation.data import Group, Stated
from okrlint.organisation.links import Reached, reached
from okrlint.organisation.whole import Organisation

__all__ = ["Group", "Organisation", "Reached", "Stated", "groups_of", "organisation_of", "reached", "stated_of"]
