"""A configuration is found from the checked file's own folder upwards, and every value knows its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrlint.config import config_for, find_file
from okrlint.errors import ConfigError


def write(path: Path, text: str) -> Path:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def folder(path: Path) -> Path:
    """Make a folder."""
    path.mkdir(parents=True, exist_ok=True)
    return path


@pytest.fixture(autouse=True)
def nothing_above(tmp_path: Path) -> None:
    """The search ends at the root of the disk, where a machine could have a file of its own."""
    assert find_file(tmp_path.resolve()) is None


def test_the_nearest_file_wins_and_is_not_merged(tmp_path: Path) -> None:
    """A team's file stands alone: what the house's file says further up does not leak in."""
    write(tmp_path / "okrlint.toml", 'profile = "classic"\nnotes_per_statement = 5\n')
    own = write(tmp_path / "team" / "okrlint.toml", "notes_per_statement = 1\n")

    origin = config_for(folder(tmp_path / "team" / "cycle"))

    assert origin.path == own
    assert (origin.config.notes_per_statement, origin.config.profile) == (1, "impact")
    assert origin.of["notes_per_statement"] == str(own)
    assert origin.of["profile"] == "the default"


def test_okrlint_toml_wins_over_pyproject_in_one_folder(tmp_path: Path) -> None:
    """The file that is ours alone says more than the shared one."""
    write(tmp_path / "pyproject.toml", '[tool.okrlint]\nlanguage = "fr"\n')
    own = write(tmp_path / "okrlint.toml", 'language = "en"\n')

    assert find_file(tmp_path) == own
    assert config_for(tmp_path).config.language == "en"


def test_a_nearer_pyproject_wins_over_a_farther_okrlint_toml(tmp_path: Path) -> None:
    """Nearness decides before the name does."""
    write(tmp_path / "okrlint.toml", 'language = "en"\n')
    near = write(tmp_path / "team" / "pyproject.toml", '[tool.okrlint]\nlanguage = "fr"\n')

    origin = config_for(tmp_path / "team")

    assert (origin.path, origin.config.language) == (near, "fr")


@pytest.mark.parametrize("text", ["", '[project]\nname = "x"\n', "[tool.ruff]\nline-length = 99\n"])
def test_a_pyproject_that_says_nothing_of_okrlint_is_passed_by(text: str, tmp_path: Path) -> None:
    """Other people's files do not stop the search."""
    house = write(tmp_path / "okrlint.toml", 'language = "fr"\n')
    write(tmp_path / "team" / "pyproject.toml", text)

    assert find_file(tmp_path / "team") == house


def test_an_empty_okrlint_toml_stops_the_search(tmp_path: Path) -> None:
    """A team can say that it keeps to the defaults."""
    write(tmp_path / "okrlint.toml", 'language = "fr"\n')
    own = write(tmp_path / "team" / "okrlint.toml", "")

    origin = config_for(tmp_path / "team")

    assert (origin.path, origin.config.language) == (own, None)


def test_a_folder_named_okrlint_toml_is_no_configuration(tmp_path: Path) -> None:
    """Only files are read."""
    folder(tmp_path / "team" / "okrlint.toml")
    house = write(tmp_path / "okrlint.toml", "")

    assert find_file(tmp_path / "team") == house


def test_without_any_file_the_defaults_hold(tmp_path: Path) -> None:
    """Nobody has to write a configuration."""
    origin = config_for(tmp_path)

    assert origin.path is None
    assert set(origin.of.values()) == {"the default"}
    assert origin.config.profile == "impact"


def test_the_command_line_wins_and_what_it_leaves_out_stays(tmp_path: Path) -> None:
    """An option that was not given changes nothing."""
    house = write(tmp_path / "okrlint.toml", 'profile = "classic"\nfail_on = "info"\n')

    origin = config_for(tmp_path, {"fail_on": "never", "language": None})

    assert (origin.config.fail_on, origin.config.profile) == ("never", "classic")
    assert (origin.of["fail_on"], origin.of["profile"]) == ("the command line", str(house))
    assert origin.of["language"] == "the default"


def test_a_named_file_stands_instead_of_the_search(tmp_path: Path) -> None:
    """--config looks nowhere else."""
    write(tmp_path / "team" / "okrlint.toml", 'language = "fr"\n')
    named = write(tmp_path / "strict.toml", 'fail_on = "info"\n')

    origin = config_for(tmp_path / "team", file=named)

    assert (origin.path, origin.config.fail_on, origin.config.language) == (named, "info", None)


def test_the_search_starts_where_the_folder_really_is(tmp_path: Path) -> None:
    """A link is followed before the search goes up, so that two ways to a folder give one answer."""
    house = write(tmp_path / "house" / "okrlint.toml", 'language = "fr"\n')
    (tmp_path / "link").symlink_to(folder(tmp_path / "house" / "team"), target_is_directory=True)

    assert config_for(tmp_path / "link").path == house


def test_a_byte_order_mark_is_taken_off(tmp_path: Path) -> None:
    """Some editors put one before the first key."""
    (tmp_path / "okrlint.toml").write_bytes(b"\xef\xbb\xbflanguage = 'fr'\n")

    assert config_for(tmp_path).config.language == "fr"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param('profil = "classic"', "unknown key 'profil', did you mean 'profile'?", id="a slip"),
        pytest.param('Language = "fr"', "unknown key 'Language', did you mean 'language'?", id="a capital"),
        pytest.param("zzz = 1", "unknown key 'zzz'", id="nothing near"),
        pytest.param("notes_per_statement = 0", "notes_per_statement: ", id="too small"),
        pytest.param("question_below = 1.5", "question_below: ", id="not a share"),
        pytest.param('fail_on = "sometimes"', "fail_on: ", id="not among the choices"),
        pytest.param('ignore = "FOC001"', "ignore: ", id="a word for a list"),
        pytest.param('[rules.FOC001]\nseverity = "loud"', "rules.FOC001.severity", id="inside a rule"),
        pytest.param('language = "fr"\nignore = [\n', "broken TOML: ", id="not TOML"),
    ],
)
@pytest.mark.parametrize("name", ["okrlint.toml", "pyproject.toml"])
def test_a_wrong_file_is_refused_with_its_path(name: str, text: str, told: str, tmp_path: Path) -> None:
    """One sentence: which file, which key, and what was meant."""
    if name == "pyproject.toml":
        text = "[tool.okrlint]\n" + text.replace("[rules.", "[tool.okrlint.rules.")
    path = write(tmp_path / name, text)

    with pytest.raises(ConfigError) as caught:
        config_for(tmp_path)

    assert str(caught.value).startswith(f"{path}: {told}")
    assert "\n" not in str(caught.value)


def test_broken_toml_is_told_with_its_line_and_column(tmp_path: Path) -> None:
    """The reader goes straight to the place."""
    write(tmp_path / "okrlint.toml", '# ours\nlanguage = "fr"\nprofile == "x"\n')

    with pytest.raises(ConfigError, match=r"at line 3, column 10"):
        config_for(tmp_path)


def test_a_file_that_is_not_text_is_refused_with_its_path(tmp_path: Path) -> None:
    """Bytes of another encoding are no stack trace."""
    path = tmp_path / "okrlint.toml"
    path.write_bytes(b"# \xe9quipe\n")

    with pytest.raises(ConfigError, match="cannot be read") as caught:
        config_for(tmp_path)
    assert caught.value.culprit == str(path)


def test_a_named_file_that_is_missing_is_refused(tmp_path: Path) -> None:
    """A slip in --config does not fall back to the search."""
    write(tmp_path / "okrlint.toml", "")

    with pytest.raises(ConfigError, match="cannot be read"):
        config_for(tmp_path, file=tmp_path / "okrlnt.toml")


def test_a_wrong_option_is_told_as_the_command_line_s(tmp_path: Path) -> None:
    """The culprit is not the file that happened to lie there."""
    write(tmp_path / "okrlint.toml", 'language = "fr"\n')

    with pytest.raises(ConfigError, match=r"^the command line: fail_on: "):
        config_for(tmp_path, {"fail_on": "sometimes"})
