"""Where a reason, a means, an aside or a second commitment begins in French."""

from __future__ import annotations

from typing import Final

PURPOSE: Final = (
    r"(?:\bafin (?:de|que|d')|\bpour que|\bde (?:maniere|facon|sorte) (?:a|que)"
    r"|\ben vue d(?:e|')|\bdans le but d(?:e|')|\bpour(?= (?:ne |mieux |en |y "
    r"|le |la |les |l'|se |s'|davantage )*[a-z']+(?:er|ir|re)\b))"
)

MEANS: Final = (
    r"(?:\bgrace (?:a|au|aux)\b|\bvia\b|(?<!\btout )\ben(?! (?:gardant"
    r"|maintenant|conservant|restant|preservant|limitant|evitant)\b)(?= [a-z']+ant\b)|\bpar le biais\b"
    r"|\bau moyen\b|\bpar l'intermediaire\b|\bavec (?:l'aide|l'appui|le soutien)"
    r"|\bpar (?:la mise|le deploiement|l'ajout|la creation|un test|l'automatisation"
    r"|le lancement|la refonte)\b|\ba l'aide\b|\ba travers\b|\bau travers\b)"
)

JOINTS: Final = (
    r"(?:;|\bet\b|&|\+|\b(?:tout )?en(?= (?:gardant|maintenant|conservant|restant|preservant|limitant"
    r"|evitant)\b)|\btout en\b|\bainsi que\b|\bpuis\b|\bsans\b|\. (?=[a-z])"
    r"|\bmais\b|\bavec(?= (?:un|une|au moins|moins|plus|#)))"
)

ASIDES: Final = r"\b(?:dont|notamment|par exemple|comme|tels? que|telles? que|y compris|en particulier|ex\.?)\b"
