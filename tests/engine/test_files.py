"""A path stands for itself, or for what lies below it and some format reads."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from okrlint.engine.files import excluded, files
from okrlint.errors import ReadError


@pytest.fixture
def tree(tmp_path: Path) -> Iterator[Path]:
    """A folder that is the working folder for the time of a test."""
    before = Path.cwd()
    (tmp_path / "tree").mkdir()
    os.chdir(tmp_path / "tree")
    yield tmp_path / "tree"
    os.chdir(before)


def write(folder: Path, *paths: str) -> None:
    """Write a draft under each path."""
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("# Objective 1: Boats land on time\n")


def ignore(folder: Path, *lines: str) -> None:
    """Write a .gitignore."""
    (folder / ".gitignore").write_text("".join(f"{line}\n" for line in lines))


def found(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    """Return what paths stand for; an error as its sentence."""
    return [str(one) for one in files(paths) if not excluded(str(one), exclude, Path.cwd())]


def test_a_folder_is_walked_in_the_order_of_its_names(tree: Path) -> None:
    """Every ending that a format reads is taken, in any case, and others are not."""
    write(tree, "b.md", "a.yaml", "C.MD", "z/c.json", "m/d.jsonl", "notes.log", "picture.png", "Makefile")
    write(tree, "okrlint.toml", "pyproject.toml")  # configuration is no document

    assert found(".") == ["./C.MD", "./a.yaml", "./b.md", "./m/d.jsonl", "./z/c.json"]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [("plans", "plans/q3.md"), ("plans/", "plans/q3.md"), ("./plans", "./plans/q3.md"), ("../tree/plans", None)],
)
def test_a_path_is_told_as_the_person_wrote_it(given: str, wanted: str | None, tree: Path) -> None:
    """A person finds the path that they typed."""
    write(tree, "plans/q3.md")

    assert found(given) == [wanted or "../tree/plans/q3.md"]


def test_hidden_and_foreign_folders_are_passed_over(tree: Path) -> None:
    """Nobody keeps OKRs where tools keep their own."""
    write(tree, ".git/a.md", ".cache/b.md", "node_modules/c.md", "x/__pycache__/d.md", ".hidden.md", "x/seen.md")

    assert found(".") == ["./x/seen.md"]


@pytest.mark.parametrize("path", [".hidden.md", ".cache/b.md", "ignored.md", "notes.log", "node_modules/c.md"])
def test_a_file_that_is_named_is_always_read(path: str, tree: Path) -> None:
    """Who names a file means it, whatever a folder would have left out."""
    write(tree, path)
    ignore(tree, "*.md")

    assert found(path) == [path]
    assert found(".") == []


def test_a_hidden_folder_that_is_named_is_walked(tree: Path) -> None:
    """The same holds for a folder."""
    write(tree, ".drafts/a.md", ".drafts/.deeper/b.md")

    assert found(".drafts") == [".drafts/a.md"]


def test_gitignore_leaves_out_what_git_leaves_out(tree: Path) -> None:
    """Patterns with and without a slash, of folders and exceptions, mean what they mean to git."""
    paths = ["a.md", "old/a.md", "x/old/b.md", "draft-1.md", "x/draft-2.md", "top/only.md", "x/top/only.md", "out.md"]
    write(tree, *paths, "x/draft-keep.md")
    ignore(tree, "# a comment", "old/", "draft-*", "!draft-keep.md", "/top", "", "out.md")
    subprocess.run(["git", "init", "--quiet", "."], check=True)
    listed = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard", "*.md"], capture_output=True, text=True, check=True
    ).stdout

    assert sorted(found(".")) == [f"./{path}" for path in sorted(listed.split())]
    assert found(".") == ["./a.md", "./x/draft-keep.md", "./x/top/only.md"]


def test_a_gitignore_below_holds_below_it_alone(tree: Path) -> None:
    """What one team leaves out, another may keep."""
    write(tree, "harbour/a.md", "harbour/deep/a.md", "quay/a.md", "a.md")
    ignore(tree / "harbour", "a.md")

    assert found(".") == ["./a.md", "./quay/a.md"]


@pytest.mark.parametrize(
    ("exclude", "wanted"),
    [
        ((), ["./a.md", "./old/b.md", "./x/old/c.md"]),
        (("old/",), ["./a.md"]),
        (("/old/",), ["./a.md", "./x/old/c.md"]),
        (("*.md", "!a.md"), ["./a.md"]),
        (("x/**/c.md",), ["./a.md", "./old/b.md"]),
    ],
    ids=str,
)
def test_a_house_can_exclude_what_git_keeps(exclude: tuple[str, ...], wanted: list[str], tree: Path) -> None:
    """The patterns are those of a .gitignore, from the folder where the configuration lies."""
    write(tree, "a.md", "old/b.md", "x/old/c.md")

    assert found(".", exclude=exclude) == wanted


def test_a_link_out_of_the_tree_is_not_followed(tree: Path) -> None:
    """Neither a file nor a folder comes in by a link; who names the link means it."""
    write(tree.parent, "outside/far.md")
    write(tree, "near.md")
    (tree / "file.md").symlink_to("../outside/far.md")
    (tree / "folder").symlink_to("../outside", target_is_directory=True)

    assert found(".") == ["./near.md"]
    assert found("file.md") == ["file.md"]
    assert found("folder") == ["folder/far.md"]


def test_a_link_to_a_neighbour_is_the_neighbour_once(tree: Path) -> None:
    """One file under two names is read under the first."""
    write(tree, "b.md")
    (tree / "a.md").symlink_to("b.md")

    assert found(".") == ["./a.md"]


def test_a_loop_of_links_ends(tree: Path) -> None:
    """A folder that holds itself is walked once; a link that leads to itself is no file."""
    write(tree, "x/a.md")
    (tree / "x" / "again").symlink_to("..", target_is_directory=True)
    (tree / "x" / "round.md").symlink_to("round.md")

    assert found(".") == ["./x/a.md"]


def test_a_file_that_is_named_twice_is_read_once(tree: Path) -> None:
    """By its path, by another path, and by its folder."""
    write(tree, "x/a.md")

    assert found("x/a.md", "./x/a.md", "x", "x/../x") == ["x/a.md"]


@pytest.mark.parametrize("path", ["gone.md", "gone/", "dangling.md"])
def test_a_path_that_is_not_there_is_an_error_among_the_others(path: str, tree: Path) -> None:
    """The others are still found, before and after it."""
    write(tree, "a.md", "b.md")
    (tree / "dangling.md").symlink_to("nowhere.md")

    first, error, last = files(["a.md", path, "b.md"])

    assert (first, last) == ("a.md", "b.md")
    assert isinstance(error, ReadError)
    assert str(error) == f"{path}: no such file or folder"


def test_an_empty_folder_stands_for_nothing(tree: Path) -> None:
    """No file and no error."""
    (tree / "empty").mkdir()

    assert found("empty") == []


def repository(tree: Path) -> None:
    """Make the folder a repository."""
    subprocess.run(["git", "init", "--quiet", str(tree)], check=True)


def test_what_stands_above_a_folder_in_its_repository_holds_in_it(tree: Path) -> None:
    """Git reads every .gitignore up to the top, and the list that a person keeps for one clone."""
    repository(tree)
    write(tree, "okrs/a.md", "okrs/draft-b.md", "okrs/mine/c.md", "okrs/own.md", "okrs/kept/draft-d.md")
    ignore(tree, "draft-*", "/okrs/mine/")
    ignore(tree / "okrs" / "kept", "!draft-*")
    (tree / ".git" / "info" / "exclude").write_text("own.md\n")

    assert found("okrs") == ["okrs/a.md", "okrs/kept/draft-d.md"]


def test_a_gitignore_outside_the_repository_does_not_hold(tree: Path) -> None:
    """Nor does one above a folder that is in none."""
    write(tree, "inner/a.md", "loose/a.md")
    ignore(tree, "*.md")
    repository(tree / "inner")

    assert found("inner") == ["inner/a.md"]
    assert found("loose") == ["loose/a.md"]


def test_a_folder_that_git_leaves_out_is_walked_when_it_is_named(tree: Path) -> None:
    """Who names it means it, as with a file; what stands in it still holds."""
    repository(tree)
    write(tree, "drafts/a.md", "drafts/deep/b.md", "drafts/c.md")
    ignore(tree, "drafts/")
    ignore(tree / "drafts", "c.md")

    assert found(".") == []
    assert found("drafts") == ["drafts/a.md", "drafts/deep/b.md"]
    assert found("drafts/deep") == ["drafts/deep/b.md"]


def test_folders_nested_deeper_than_anybody_keeps_them_are_said(tree: Path) -> None:
    """What stands above is found."""
    write(tree, "a.md")
    deep = tree
    for _ in range(150):
        deep = deep / "d"
        deep.mkdir()
    write(deep, "b.md")

    first, error = files(["."])

    assert first == "./a.md"
    assert str(error).endswith("the folders are nested too deeply")
