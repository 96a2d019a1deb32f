"""Nothing heavy is imported before it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("spacy", "numpy", "rich", "pygls", "openpyxl", "docx", "lxml")
ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["check", "--help"],
        ["outline", "--help"],
        ["convert", "--help"],
        ["explain", "IMP001"],
        ["explain", "IMP001", "--language", "fr"],
        ["rules"],
        ["profiles"],
        ["schema"],
        ["plugins"],
        ["check", "--fast", "examples/en"],
        ["lsp", "--help"],
    ],
    ids=" ".join,
)
def test_these_commands_import_nothing_heavy(arguments: list[str]) -> None:
    """Whoever asks for help or reads a rule does not wait for a parser."""
    code = (
        "import sys\n"
        "from okrlint.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    code = end.code\n"
        f"loaded = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "print(code, loaded, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert done.stderr.splitlines()[-1] == "0 []"


def test_importing_okrlint_loads_neither_pydantic_nor_plugins() -> None:
    """The package's face costs nothing until something of it is used."""
    code = "import sys, okrlint; print([m for m in ('pydantic', 'pluggy', 'yaml', 'click') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)

    assert done.stdout == "[]\n"
