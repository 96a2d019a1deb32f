"""The shapes in which YAML, JSON and TOML hold OKRs: what a key means, and where in a tree the sets are.

People and tools name their keys as they like (`krs`, `KeyResults`, `résultats_clés`), and put OKRs under teams, under
quarters, under projects. Keys are matched by meaning; the walk goes down until it finds objectives or key results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import yaml

from okrlint.reading.fold import fold
from okrlint_formats.titles import title

#: What a key may be called, folded and with underscores, by its canonical name. A canonical key is always its own.
KEYS: Final[dict[str, tuple[str, ...]]] = {
    "objectives": (
        "objectives",
        "objectifs",
        "goals",
        "okrs",
        "objective_list",
        "company_objectives",
        "team_objectives",
    ),
    "key_results": (
        "key_results",
        "krs",
        "kr",
        "keyresults",
        "resultats_cles",
        "rcs",
        "results",
        "measures",
        "metrics",
    ),
    "initiatives": ("initiatives", "actions", "projets", "bets", "paris"),
    "objective": ("objective", "objectif", "objective_title", "objective_name", "o", "goal"),
    "key_result": ("key_result", "resultat_cle", "keyresult", "kr_title", "kr_name"),
    "initiative": ("initiative", "action"),
    "text": (
        "text",
        "title",
        "name",
        "desc",
        "description",
        "statement",
        "titre",
        "libelle",
        "nom",
        "summary",
        "metric",
    ),
    "owner": ("owner", "responsable", "porteur", "porteuse", "pilote", "assignee", "dri", "owned_by", "lead"),
    "baseline": ("baseline", "start", "start_value", "initial", "initial_value", "from", "depart", "valeur_de_depart"),
    "target": ("target", "target_value", "goal_value", "to", "cible", "valeur_cible"),
    "unit": ("unit", "unite", "unit_type"),
    "deadline": ("deadline", "due", "due_date", "end", "end_date", "by", "echeance", "date_limite", "target_date"),
    "score": ("score", "prog", "progress", "done", "grade", "avancement", "progression", "percent_complete"),
    "confidence": ("confidence", "conf", "confiance"),
    "status": ("status", "state", "statut", "etat"),
    "priority": ("priority", "priorite", "weight", "poids"),
    "annotation": ("annotation", "comment", "comments", "notes", "note", "commentaire"),
    "rationale": ("why", "rationale", "pourquoi", "context", "contexte", "reason"),
    "team": ("team", "equipe", "group", "department", "business_unit"),
    "cycle": ("cycle", "quarter", "period", "trimestre", "periode", "time_period", "timeframe"),
    "check_ins": ("check_ins", "checkins", "points_d_etape", "updates"),
    "parent": ("parent", "parent_objective", "supports", "aligned_to", "objectif_parent"),
    "language": ("language", "langue", "lang"),
    "organisation": ("organisation", "organization", "company", "entreprise"),
    "level": ("level", "niveau"),
}
_MEANS: Final = {name: key for key, names in reversed(KEYS.items()) for name in names}
_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
#: What deeper nesting than this would be is no set of OKRs.
DEEPEST: Final = 12


def key(written: str) -> str:
    """Return what a key means, or itself, folded, where it means nothing known."""
    plain = re.sub(r"[\s\-.']+", "_", fold(_CAMEL.sub("_", written)).strip())
    return _MEANS.get(plain, plain)


def fields_of(node: yaml.MappingNode) -> dict[str, yaml.Node]:
    """Return the values of a mapping by what their keys mean; where two mean the same, the canonical one counts."""
    found: dict[str, yaml.Node] = {}
    for written, value in node.value:
        if isinstance(written, yaml.ScalarNode):
            name = key(str(written.value))
            if name not in found or str(written.value) == name:
                found[name] = value
            plain = re.sub(r"[\s-]+", "_", fold(str(written.value)))
            found.setdefault(plain, value)
    return found


#: Keys of a statement that `KEYS` has no other names for.
_PLAIN_KEYS: Final = frozenset(
    {"id", "metric", "source", "kind", "decision", "depends_on", "related", "commitment", "role"}
)


def unknown_keys(node: yaml.MappingNode) -> list[yaml.ScalarNode]:
    """Return the keys of a statement that mean nothing known: a slip, or what another tool keeps there."""
    written = [key_node for key_node, _ in node.value if isinstance(key_node, yaml.ScalarNode)]
    return [one for one in written if key(str(one.value)) not in _PLAIN_KEYS | KEYS.keys()]


@dataclass
class SetNode:
    """A mapping that holds objectives or key results, with the names of what it stands under."""

    fields: dict[str, yaml.Node]
    node: yaml.MappingNode | None = None
    inherited: dict[str, yaml.Node] = field(default_factory=dict)


def set_nodes(root: yaml.Node, inherited: dict[str, yaml.Node] | None = None, depth: int = 0) -> Iterator[SetNode]:
    """Yield every mapping of a tree that holds a set, outermost first."""
    inherited = inherited or {}
    if depth > DEEPEST:
        return
    if isinstance(root, yaml.SequenceNode):
        if _is_list_of_objectives(root):
            yield SetNode({"objectives": root}, None, inherited)
            return
        for item in root.value:
            yield from set_nodes(item, inherited, depth + 1)
        return
    if not isinstance(root, yaml.MappingNode):
        return
    fields = fields_of(root)
    lists = [fields.get(name) for name in ("objectives", "key_results", "initiatives")]
    if isinstance(fields.get("sets"), yaml.SequenceNode):
        yield from set_nodes(fields["sets"], {**inherited, **_names(fields)}, depth + 1)
        return
    whole = isinstance(fields.get("objective"), yaml.ScalarNode) and isinstance(lists[1], yaml.SequenceNode)
    if whole or any(isinstance(one, yaml.SequenceNode) and _holds_statements(one) for one in lists):
        yield SetNode(fields, root, inherited)
        return
    names = {**inherited, **_names(fields)}
    for written, value in root.value:
        if isinstance(value, yaml.MappingNode | yaml.SequenceNode):
            opened = title(str(written.value)) if isinstance(written, yaml.ScalarNode) else None
            below = {**names, "cycle": written} if opened is not None and opened.period else names
            yield from set_nodes(value, below, depth + 1)


def _names(fields: dict[str, yaml.Node]) -> dict[str, yaml.Node]:
    found = {name: fields[name] for name in ("team", "cycle", "organisation", "level", "language") if name in fields}
    if "team" not in found and isinstance(fields.get("name"), yaml.ScalarNode):
        found["team"] = fields["name"]
    return {name: value for name, value in found.items() if isinstance(value, yaml.ScalarNode)}


def _is_list_of_objectives(node: yaml.SequenceNode) -> bool:
    """Whether every entry of a list is an objective with its key results, and none is a set with names of its own."""
    entries = [fields_of(item) for item in node.value if isinstance(item, yaml.MappingNode)]
    return len(entries) == len(node.value) > 0 and all(
        isinstance(one.get("objective"), yaml.ScalarNode)
        and isinstance(one.get("key_results"), yaml.SequenceNode)
        and not {"team", "cycle", "organisation", "level"} & one.keys()
        for one in entries
    )


def _holds_statements(node: yaml.SequenceNode) -> bool:
    """Whether a list holds statements, and not containers of sets that are called the same ("results", "goals")."""
    words = ("objective", "key_result", "initiative", "text")
    return any(
        isinstance(item, yaml.ScalarNode)
        or (isinstance(item, yaml.MappingNode) and any(name in fields_of(item) for name in words))
        for item in node.value
    )
