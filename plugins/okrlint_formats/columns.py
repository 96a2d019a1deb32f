"""The columns of a written table, in both languages: one for each field of the model, and which type a row is of.

A row is one statement or one check-in. It belongs to what stands above it: a key result to the last objective, an
initiative to the last key result, where the cells of these are filled; where they are empty, to the set itself.
"""

from __future__ import annotations

from typing import Final, Literal

#: What a row may be.
TYPES: Final = {
    "en": {
        "objective": "Objective", "key_result": "Key result", "initiative": "Initiative", "unknown": "Statement",
        "check_in": "Check-in",
    },
    "fr": {
        "objective": "Objectif", "key_result": "Résultat clé", "initiative": "Initiative", "unknown": "Énoncé",
        "check_in": "Point d’étape",
    },
}  # fmt: skip
#: The set's own fields; its owner and parent are named apart from those of a statement.
OF_SET: Final = ("organisation", "team", "cycle", "level", "set_owner", "set_parent")
#: A statement's words stand in the column of its role.
WORDS: Final = ("objective", "key_result", "initiative", "statement")
OF_STATEMENT: Final = (
    "id", "rationale", "metric", "baseline", "target", "unit", "deadline", "owner", "confidence", "kind", "decision",
    "source", "status", "score", "priority", "commitment", "annotation", "language",
)  # fmt: skip
LINKS: Final[tuple[Literal["parent", "depends_on", "related"], ...]] = ("parent", "depends_on", "related")
OF_CHECK_IN: Final = ("date", "value", "learning")
ORDER: Final = ("set", "document_language", *OF_SET, "type", *WORDS, *OF_STATEMENT, *LINKS, *OF_CHECK_IN)
HEADERS: Final = {
    "en": {
        "set": "Set", "document_language": "Document language", "organisation": "Organisation", "team": "Team",
        "cycle": "Cycle", "level": "Level", "set_owner": "Set owner", "set_parent": "Set parent", "type": "Type",
        "objective": "Objective", "key_result": "Key result", "initiative": "Initiative", "statement": "Statement",
        "id": "Id", "rationale": "Why", "metric": "Metric", "baseline": "Baseline", "target": "Target", "unit": "Unit",
        "deadline": "Deadline", "owner": "Owner", "confidence": "Confidence", "kind": "Kind", "decision": "Decision",
        "source": "Source", "status": "Status", "score": "Score", "priority": "Priority", "commitment": "Commitment",
        "annotation": "Annotation", "language": "Language", "parent": "Parent", "depends_on": "Depends on",
        "related": "Related to", "date": "Date", "value": "Value", "learning": "Learning",
    },
    "fr": {
        "set": "Ensemble", "document_language": "Langue du document", "organisation": "Organisation",
        "team": "Équipe", "cycle": "Cycle", "level": "Niveau", "set_owner": "Responsable de l’ensemble",
        "set_parent": "Parent de l’ensemble", "type": "Type", "objective": "Objectif", "key_result": "Résultat clé",
        "initiative": "Initiative", "statement": "Énoncé", "id": "Identifiant", "rationale": "Pourquoi",
        "metric": "Indicateur", "baseline": "Valeur de départ", "target": "Cible", "unit": "Unité",
        "deadline": "Échéance", "owner": "Responsable", "confidence": "Confiance", "kind": "Nature",
        "decision": "Décision", "source": "Source", "status": "Statut", "score": "Score", "priority": "Priorité",
        "commitment": "Type d’engagement", "annotation": "Annotation", "language": "Langue", "parent": "Parent",
        "depends_on": "Dépend de", "related": "En lien avec", "date": "Date", "value": "Valeur",
        "learning": "Enseignement",
    },
}  # fmt: skip
