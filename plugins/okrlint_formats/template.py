"""Documents to start from, for `okrlint init`."""

from __future__ import annotations

from typing import Final

_MARKDOWN: Final = {
    "en": """---
team: ‹your team›
cycle: ‹2026-Q3›
owner: ‹one person›
language: en
---

# OKRs of ‹your team›

## Objective 1: ‹the change we want to see, and for whom›

- KR 1.1: ‹what is measured› from ‹today› to ‹target› by ‹date›
  - Owner: ‹one person›
  - Decision: ‹below which value would we adjust, or drop it?›
- KR 1.2: ‹who› ‹does what differently›: from ‹today› to ‹target›
  - Owner: ‹one person›

### Initiatives

- ‹what we try first, as a bet on KR 1.1›
""",
    "fr": """---
équipe : ‹votre équipe›
cycle : ‹T3 2026›
responsable : ‹une personne›
langue : fr
---

# OKR de ‹votre équipe›

## Objectif 1 : ‹le changement que nous voulons voir, et pour qui›

- RC 1.1 : ‹ce qui est mesuré› de ‹aujourd’hui› à ‹cible› d’ici ‹date›
  - Responsable : ‹une personne›
  - Décision : ‹sous quelle valeur faudrait-il ajuster, ou arrêter ?›
- RC 1.2 : ‹qui› ‹fait quoi autrement› : de ‹aujourd’hui› à ‹cible›
  - Responsable : ‹une personne›

### Initiatives

- ‹ce que nous essayons d’abord, en pariant sur RC 1.1›
""",
}

_YAML: Final = {
    "en": """# yaml-language-server: $schema=okr.schema.json
team: ‹your team›
cycle: ‹2026-Q3›
language: en
objectives:
  - id: O1
    objective: ‹the change we want to see, and for whom›
    owner: ‹one person›
    key_results:
      - id: KR1
        key_result: ‹what changes, for whom›
        metric: ‹what is measured›
        baseline: ‹today›
        target: ‹where we want it›
        decision: ‹below which value would we adjust, or drop it?›
        initiatives:
          - ‹what we try first›
""",
    "fr": """# yaml-language-server: $schema=okr.schema.json
team: ‹votre équipe›
cycle: ‹T3 2026›
language: fr
objectives:
  - id: O1
    objective: ‹le changement que nous voulons voir, et pour qui›
    owner: ‹une personne›
    key_results:
      - id: RC1
        key_result: ‹ce qui change, pour qui›
        metric: ‹ce qui est mesuré›
        baseline: ‹aujourd’hui›
        target: ‹ce que nous visons›
        decision: ‹sous quelle valeur faudrait-il ajuster, ou arrêter ?›
        initiatives:
          - ‹ce que nous essayons d’abord›
""",
}


def markdown(language: str) -> str:
    """Return an OKR document in Markdown to fill in, in English where the language has none."""
    return _MARKDOWN.get(language, _MARKDOWN["en"])


def yaml(language: str) -> str:
    """Return an OKR document in YAML to fill in, in English where the language has none."""
    return _YAML.get(language, _YAML["en"])
