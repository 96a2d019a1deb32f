"""The YAML front matter of a Markdown document: team, cycle, language and the like."""

from __future__ import annotations

from typing import Any

import yaml

from okrlint.errors import ReadError
from okrlint.model import Source, Text
from okrlint_formats.labels import SET_FIELDS, label
from okrlint_formats.scalars import scalar


def front_fields(source: Source, start: int, end: int) -> dict[str, Text]:
    """Return the fields of the front matter that say something of the set, by their English names.

    Raises:
        ReadError: The front matter is not YAML.
    """
    try:
        node = yaml.compose(source.text[start:end], Loader=loader())
    except yaml.YAMLError as error:
        raise broken(source, error, start) from None
    fields: dict[str, Text] = {}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = _meaning(str(key.value))
            if name in SET_FIELDS and isinstance(value, yaml.ScalarNode) and value.value:
                fields[name] = scalar(source, value, start)
    return fields


def front_title(source: Source, start: int, end: int) -> str | None:
    """Return the title that the front matter gives the page, if it gives one."""
    node = yaml.compose(source.text[start:end], Loader=loader())
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    values = (value for key, value in pairs if str(key.value).lower() in {"title", "titre"})
    return next((str(value.value) for value in values if isinstance(value, yaml.ScalarNode)), None)


def _meaning(key: str) -> str:
    found = label(f"{key}:")
    return str(found.meaning) if found else key


def loader() -> Any:  # noqa: ANN401 - PyYAML types its loaders as anything
    """Return the safe loader, in C where it was built."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def broken(source: Source, error: yaml.YAMLError, base: int = 0) -> ReadError:
    """Return the error of broken YAML, with its line and column."""
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "this is no YAML"
    if mark is None:
        return ReadError(f"broken YAML: {problem}", culprit=source.path)
    line, column = source.place(min(base + mark.index, len(source.text)))
    return ReadError(f"broken YAML: {problem}", culprit=source.path, line=line, column=column)
