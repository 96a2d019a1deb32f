"""Plugins come in by the entry point alone, each in its own try, and each fault under the plugin's own name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

OKR = "# Objective 1: Shops reorder without calling us\n\n- KR 1: Launch the new portal\n"
CARD = """\
code: FOC901
name: house-shout
family: focus
severity: info
applies_to: [objective]
check: {kind: house-shout}
texts:
  en: {title: A shout, noticed: [It shouts.], why: Because., question: [Why?]}
  fr: {title: Un cri, noticed: [Ça crie.], why: Parce que., question: [Pourquoi ?]}
sources: [{who: the house, where: here}]
examples:
  en: {bad: [GROW], good: [grow]}
  fr: {bad: [GRANDIR], good: [grandir]}
"""


def install(site: Path, name: str, code: str, **files: str) -> str:
    """Install a real distribution with an entry point into a folder of packages; return what PYTHONPATH needs."""
    info = site / f"{name}-2.5.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 2.5\n")
    (info / "entry_points.txt").write_text(f"[okrlint]\n{name} = {name}\n")
    (site / f"{name}.py").write_text(code)
    for path, text in files.items():
        (site / path).mkdir(exist_ok=True)
        (site / path / "card.yaml").write_text(text)
    return str(site)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("1 / 0\n", "could not be loaded: ZeroDivisionError"),
        ("import nowhere_at_all\n", "could not be loaded: ModuleNotFoundError"),
        (
            "from okrlint import hookimpl\n@hookimpl\ndef okrlint_formatz():\n    return []\n",
            "okrlint_formatz",
        ),
        (
            "from okrlint import hookimpl\n@hookimpl\ndef okrlint_formats():\n    raise OSError('no luck')\n",
            "okrlint_formats failed: OSError: no luck",
        ),
    ],
    ids=["raises at import", "lacks a module", "unknown hook", "hook raises"],
)
def test_a_broken_plugin_is_named_with_its_version_and_stops_nothing(
    code: str, said: str, run: Run, tmp_path: Path
) -> None:
    """Whoever reads the message knows which plugin to update, and still gets the coaching."""
    site = install(tmp_path / "site", "brokenhouse", code)
    (tmp_path / "draft.md").write_text(OKR)

    done = run("check", "draft.md", PYTHONPATH=site)

    assert done.code == 3
    assert "plugin brokenhouse 2.5" in done.err
    assert said in done.err
    assert "IMP001" in done.out


def test_a_rule_of_a_plugin_that_raises_is_told_under_its_name(run: Run, tmp_path: Path) -> None:
    """A house's own check that fails costs its own findings alone."""
    code = (
        "from pathlib import Path\n"
        "from pydantic import BaseModel\n"
        "from okrlint import hookimpl\n"
        "from okrlint.checks import CheckKind\n"
        "class Nothing(BaseModel):\n"
        "    pass\n"
        "def look(parameters, roles, document):\n"
        "    raise LookupError('the list of shouts is gone')\n"
        "    yield\n"
        "@hookimpl\n"
        "def okrlint_checks():\n"
        "    return [CheckKind('house-shout', Nothing, look)]\n"
        "@hookimpl\n"
        "def okrlint_rules():\n"
        "    return [Path(__file__).parent / 'housecards']\n"
    )
    site = install(tmp_path / "site", "shouting", code, housecards=CARD)
    (tmp_path / "draft.md").write_text(OKR)

    done = run("check", "draft.md", PYTHONPATH=site)

    assert done.code == 3
    assert "plugin shouting 2.5: rule FOC901 failed on draft.md: LookupError: the list of shouts is gone" in done.err
    assert "IMP001" in done.out


def test_a_plugin_can_be_left_out(run: Run, tmp_path: Path) -> None:
    """Whoever looks for the plugin at fault leaves one out after the other."""
    site = install(tmp_path / "site", "brokenhouse", "1 / 0\n")

    done = run("plugins", PYTHONPATH=site, OKRLINT_DISABLE_PLUGINS="brokenhouse")

    assert (done.code, done.err) == (0, "")
    assert "brokenhouse" not in done.out


def test_each_hook_call_can_be_traced(run: Run, tmp_path: Path) -> None:
    """A trace says which hook of which plugin is called, on standard error."""
    (tmp_path / "draft.md").write_text(OKR)

    done = run("check", "draft.md", OKRLINT_TRACE_PLUGINS="1")

    assert "okrlint: okrlint_formats of formats 0.1.0\n" in done.err
    assert "okrlint: okrlint_languages of french 0.1.0\n" in done.err


def test_plugins_lists_name_version_and_hooks(run: Run) -> None:
    """The built-in ones come in by the same door and are listed like a stranger's."""
    done = run("plugins")

    assert done.code == 0
    assert "french 0.1.0 (okrlint): okrlint_languages\n" in done.out


def test_a_report_that_raises_is_told_under_its_plugin_s_name(run: Run, tmp_path: Path) -> None:
    """What was written before stands, and nothing is called a fault of okrlint itself."""
    code = (
        "from okrlint import Reporter, hookimpl\n"
        "def write(run, page):\n    yield 'so far\\n'\n    raise OSError('no ink')\n"
        "@hookimpl\ndef okrlint_reports():\n    return [Reporter('inky', 'check', write)]\n"
    )
    (tmp_path / "okr.md").write_text(OKR, "utf-8")

    done = run("check", "okr.md", "--format", "inky", PYTHONPATH=install(tmp_path / "site", "house", code))

    assert done.code == 3
    assert done.out == "so far\n"
    assert "house 2.5: report inky failed: OSError: no ink" in done.err
    assert "itself" not in done.err
