"""The words of the audit itself, in both languages; what rules say comes from their cards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Each text by its name: English, French. French is typeset where it is shown.
TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "title": ("The audit of an organisation's OKRs", "L'audit des OKR d'une organisation"),
    "made": ("{documents} · {teams} · {statements} · {date}", "{documents} · {teams} · {statements} · {date}"),
    "documents": ("{n} document|{n} documents", "{n} document|{n} documents"),
    "teams": ("{n} team|{n} teams", "{n} équipe|{n} équipes"),
    "statements": ("{n} statement|{n} statements", "{n} énoncé|{n} énoncés"),
    "nothing": ("No OKRs were found here.", "Aucun OKR n'a été trouvé ici."),
    "changes": ("Key results that are changes", "Résultats clés qui sont des changements"),
    "interval": ("between {low} and {high}, with 95% confidence", "entre {low} et {high}, avec une confiance de 95 %"),
    "too_few": ("fewer than five: no share is told", "moins de cinq : aucune part n'est donnée"),
    "measured": ("with a start and a target", "avec un départ et une cible"),
    "aimed": ("with a target", "avec une cible"),
    "informing": ("that inform a decision", "qui éclairent une décision"),
    "learning": ("checked in, with something learnt", "suivis, avec quelque chose d'appris"),
    "crowded": ("due on the last day of the cycle", "dus le dernier jour du cycle"),
    "key_results": ("key results", "résultats clés"),
    "objectives": ("objectives", "objectifs"),
    "cycles": ("Over the cycles", "Au fil des cycles"),
    "levels": ("By level", "Par niveau"),
    "teams_head": ("Teams", "Équipes"),
    "team": ("Team", "Équipe"),
    "level": ("Level", "Niveau"),
    "cycle": ("Cycle", "Cycle"),
    "coach": ("Coach", "Coach"),
    "rules": ("What is found most often", "Ce que l'on trouve le plus souvent"),
    "rule": ("Rule", "Règle"),
    "found_on": ("{n} note|{n} notes", "{n} note|{n} notes"),
    "in_teams": ("in {n} team|in {n} teams", "dans {n} équipe|dans {n} équipes"),
    "alignment": ("How it hangs together", "Comment tout se tient"),
    "linked": (
        "{linked} of {n} objectives say what they serve; leading to nothing that anybody wrote: {orphans}.",
        "{linked} objectifs sur {n} disent ce qu'ils servent ; menant à ce que personne n'a écrit : {orphans}.",
    ),
    "circles": ("Objectives that serve themselves in the end", "Objectifs qui, au bout du compte, se servent eux-mêmes"),
    "depth": ("Steps on the longest way up", "Marches sur le plus long chemin vers le haut"),
    "pairs": ("Said twice: two teams, nearly the same words", "Dit deux fois : deux équipes, presque les mêmes mots"),
    "equal_pairs": ("with the same figures", "avec les mêmes chiffres"),
    "opposed": ("Key results that another team pulls the other way", "Résultats clés qu'une autre équipe tire dans l'autre sens"),
    "copies": ("Texts copied from a parent", "Textes recopiés d'un parent"),
    "focus": ("Focus", "Concentration"),
    "most_objectives": ("Most objectives of one team in one cycle", "Le plus d'objectifs pour une équipe dans un cycle"),
    "most_key_results": ("Most key results under one objective", "Le plus de résultats clés sous un objectif"),
    "moved": ("From work to a change", "Du travail au changement"),
    "before": ("before", "avant"),
    "after": ("after", "après"),
    "agenda": ("Conversations worth having", "Des conversations qui valent la peine"),
    "agenda_why": (
        "For each team, in the order of the organisation: what its latest cycle gives to talk about. It ranks nobody.",
        "Pour chaque équipe, dans l'ordre de l'organisation : ce dont son dernier cycle donne à parler. Personne n'est classé.",
    ),
    "listen": ("Listen for", "Écoutez"),
    "quiet": ("Nothing that asks for a conversation.", "Rien qui demande une conversation."),
    "remarks": ("What the documents disagree on", "Ce en quoi les documents se contredisent"),
    "left_out": ("Left out, and why", "Laissé de côté, et pourquoi"),
    "statements_head": ("Every statement, with its notes", "Chaque énoncé, avec ses notes"),
    "per_note": ("Notes on a statement", "Notes par énoncé"),
    "heat": ("Notes for a hundred statements, by team and family", "Notes pour cent énoncés, par équipe et par famille"),
    "tree": ("Who serves whom", "Qui sert qui"),
    "change": ("change", "changement"),
    "work": ("work", "travail"),
    "other": ("neither, or not to be told", "ni l'un ni l'autre, ou indécis"),
    "more": ("and {n} more", "et {n} de plus"),
    "no_cycle_name": ("no cycle", "sans cycle"),
    "no_team_name": ("no team", "sans équipe"),
    "on_group": ("On the whole", "Sur l'ensemble"),
    "contents": ("On this page", "Sur cette page"),
    "owner": ("Owner", "Responsable"),
    "families": ("Family", "Famille"),
    "shift": ("From doing to changing, over the cycles", "De l'action au changement, au fil des cycles"),
    "shift_is": (
        "Share of key results that are changes in each cycle; the shade is where it may lie, with 95% confidence.",
        "Part des résultats clés qui sont des changements, par cycle ; l'ombre montre où elle peut se situer, avec une confiance de 95 %.",
    ),
    "heat_is": (
        "In the organisation's own order. A high figure is much to talk about, and no mark.",
        "Dans l'ordre de l'organisation. Un chiffre élevé dit qu'il y a de quoi parler ; ce n'est pas une note.",
    ),
    "per_note_is": (
        "How many statements drew no note, one, two…",
        "Combien d'énoncés n'ont reçu aucune note, une, deux…",
    ),
    "change_many": ("changes", "changements"),
    "what": ("What is noticed", "Ce qui est remarqué"),
    "notes_head": ("Notes", "Notes"),
    "nowhere": ("serves what nobody wrote:", "sert ce que personne n'a écrit :"),
    "ring": ("serves itself in the end", "se sert elle-même au bout du compte"),
    "also": ("serves too:", "sert aussi :"),
    "alone": ("Above and below nobody:", "Au-dessus et au-dessous de personne :"),
    "quoted": ("“{said}”", "« {said} »"),
    "earlier_short": (
        "Of earlier cycles only the titles of notes stand here; the other formats have them in full.",
        "Des cycles antérieurs, seuls les titres des notes figurent ici ; les autres formats les donnent en entier.",
    ),
    "trend": ("What changed from audit to audit", "Ce qui a changé d'un audit à l'autre"),
    "trend_made": ("{audits}, from {first} to {last}", "{audits}, du {first} au {last}"),
    "trend_one": ("One audit, of {first}: there is nothing yet to hold it against.", "Un seul audit, du {first} : il n'y a encore rien à lui comparer."),
    "trend_none": ("No audit was saved in this file.", "Aucun audit n'a été enregistré dans ce fichier."),
    "audits": ("{n} audit|{n} audits", "{n} audit|{n} audits"),
    "audits_head": ("The audits", "Les audits"),
    "versions": (
        "They were read by different versions of okrlint ({versions}): another version may find other things.",
        "Ils ont été lus par différentes versions d'okrlint ({versions}) : une autre version peut trouver autre chose.",
    ),
    "date": ("Date", "Date"),
    "event": ("Event", "Événement"),
    "statements_many": ("Statements", "Énoncés"),
    "side_by_side": ("The cycles side by side", "Les cycles côte à côte"),
    "side_is": ("Each as the latest audit that has it saw it.", "Chacun tel que l'a vu le dernier audit où il figure."),
    "teams_many": ("Teams", "Équipes"),
    "key_results_many": ("Key results", "Résultats clés"),
    "seen_on": ("Seen on", "Vu le"),
    "rate": ("Findings for 100 statements", "Constats pour 100 énoncés"),
    "moved_none": ("No key result was rewritten from work to a change.", "Aucun résultat clé n'est passé du travail au changement."),
    "moved_back": ("{n} went the other way.|{n} went the other way.", "{n} est passé dans l'autre sens.|{n} sont passés dans l'autre sens."),
    "moved_one": ("“{before}” became “{after}”", "« {before} » est devenu « {after} »"),
    "after_event": ("After “{event}” ({date})", "Après « {event} » ({date})"),
    "after_waits": ("No audit was saved since.", "Aucun audit n'a été enregistré depuis."),
    "after_few": (
        "Fewer than five statements are new or changed since: nothing is told of them.",
        "Moins de cinq énoncés sont nouveaux ou modifiés depuis : rien n'en est dit.",
    ),
    "after_written": (
        "{written}, of {teams}, were written between then and {until}. Held against what stood before:",
        "{written}, de {teams}, ont été écrits entre cette date et le {until}. Par rapport à ce qui existait auparavant :",
    ),
    "after_quiet": ("no rule was found clearly more often, or clearly less.", "aucune règle n'a été constatée nettement plus ou nettement moins souvent."),
    "faded": ("faded", "s'est estompée"),
    "grew": ("grew", "s'est accentuée"),
    "whence": ("What comes after an event need not come from it.", "Ce qui vient après un événement n'en vient pas forcément."),
    "share_of": ("{share} of {n}", "{share} de {n}"),
    "movement": ("Movement", "Mouvement"),
    "limits": (
        "A share is told from five statements on. What each figure counts, and what it does not see, is in docs/audit.md.",
        "Une part n'est donnée qu'à partir de cinq énoncés. Ce que compte chaque chiffre, et ce qu'il ne voit pas, est dans docs/audit.fr.md.",
    ),
}  # fmt: skip

FAMILIES: Final[Mapping[str, tuple[str, str]]] = {
    "impact": ("Impact", "Impact"),
    "intent": ("Intention", "Intention"),
    "measure": ("Measure", "Mesure"),
    "learning": ("Learning", "Apprentissage"),
    "focus": ("Focus", "Concentration"),
}

#: What to listen for in a conversation about a rule of a family.
LISTEN: Final[Mapping[str, tuple[str, str]]] = {
    "impact": (
        "who would notice, and by what they would do differently; “it depends” is a good beginning, “we will have shipped it” is not there yet",
        "qui s'en apercevrait, et à ce que ces personnes feraient autrement ; « ça dépend » est un bon début, « on l'aura livré » n'y est pas encore",
    ),
    "intent": (
        "whether everybody in the room names the same people and the same change, in words that they would use at lunch",
        "si chacun, dans la pièce, nomme les mêmes personnes et le même changement, avec les mots qu'il emploierait à midi",
    ),
    "measure": (
        "what they would do if the figure stayed where it is; if the answer is “the same”, it is not the figure to follow",
        "ce que l'équipe ferait si le chiffre ne bougeait pas ; si la réponse est « pareil », ce n'est pas le chiffre à suivre",
    ),
    "learning": (
        "a moment in which something surprised them, and what they changed because of it",
        "un moment où quelque chose a surpris l'équipe, et ce qu'elle a changé à cause de cela",
    ),
    "focus": (
        "what they would drop first, and who would have to be asked",
        "ce que l'équipe lâcherait d'abord, et à qui il faudrait le demander",
    ),
}  # fmt: skip

_REMARKS: Final[Mapping[str, tuple[str, str]]] = {
    "parents": (
        "Team “{team}”{when} serves “{one}” in {path}, and “{other}” in {beside}.",
        "L'équipe « {team} »{when} sert « {one} » dans {path}, et « {other} » dans {beside}.",
    ),
    "doubles": (
        "Team “{team}”{when} stands in two documents, {path} and {beside}; both are counted.",
        "L'équipe « {team} »{when} figure dans deux documents, {path} et {beside} ; tous deux sont comptés.",
    ),
    "mixed": (
        "{count} teams write in more than one language: {teams}. Each statement was read in its own.",
        "{count} équipes écrivent en plusieurs langues : {teams}. Chaque énoncé a été lu dans la sienne.",
    ),
    "no_cycle": (
        "No document tells a cycle, so nothing is shown over time.",
        "Aucun document ne dit son cycle : rien n'est montré au fil du temps.",
    ),
}


def text(name: str, language: str, **slots: object) -> str:
    """Return a text of the audit in a language, typeset; of two forms (`one|many`), the one that {n} asks for."""
    said = TEXTS[name][language == "fr"]
    one, bar, many = said.partition("|")
    if bar:
        n = slots["n"]
        assert isinstance(n, int)
        # French has one of nothing, English many.
        said = one if n == 1 or (n == 0 and language == "fr") else many
        slots["n"] = number(n, language)
    return typeset(said.format(**slots), language)


def listen(family: str, language: str) -> str:
    """Return what to listen for; nothing for the family of a house."""
    return typeset(LISTEN[family][language == "fr"], language) if family in LISTEN else ""


def family(name: str, language: str) -> str:
    """Return the name of a family of rules."""
    return FAMILIES[name][language == "fr"] if name in FAMILIES else name


def remark(name: str, language: str, **slots: object) -> str:
    """Return a remark on what documents disagree on."""
    cycle = slots.get("cycle")
    when = f" ({cycle})" if cycle else ""
    return typeset(_REMARKS[name][language == "fr"].format(when=when, **slots), language)


def percent(share: float | None, language: str) -> str:
    """Return a share as people write it, or a dash."""
    if share is None:
        return "–"
    return f"{round(100 * share)}\u00a0%" if language == "fr" else f"{round(100 * share)}%"


def colon(language: str) -> str:
    """Return a colon as people of a language write it."""
    return "\u00a0:" if language == "fr" else ":"


def number(n: int, language: str) -> str:
    """Return a number with its thousands parted as people do."""
    return f"{n:,}".replace(",", "\u202f" if language == "fr" else ",")


def typeset(said: str, language: str) -> str:
    """Return words as a language sets them; as they are in one that nobody knows."""
    from okrlint.engine.languages import knows  # noqa: PLC0415 - only where there is something to say
    from okrlint.engine.languages import language as language_named  # noqa: PLC0415 - as above

    return language_named(language).typeset(said) if knows(language) else said
