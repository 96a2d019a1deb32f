from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.organisation import Planted, write
from tests.audit.organisation import told


@pytest.fixture(scope="session")
def organisation(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Planted]:
    """Return the folder of an organisation of fifty teams over three cycles, and what was planted in it."""
    folder = tmp_path_factory.mktemp("organisation") / "okrs"
    return folder, write(folder, teams=50, cycles=3, seed=7)


@pytest.fixture(scope="session")
def audit(organisation: tuple[Path, Planted]) -> dict[str, Any]:
    """Return its audit."""
    return told(organisation[0], "--teams", "teams.csv")
