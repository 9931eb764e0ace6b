"""The sentences that go with figures, both languages side by side, so that a reader of both can check them.

Fixed labels of templates are translated with gettext; what depends on figures is here, next to the core that
decides it.
"""

from __future__ import annotations

from stats.labels import Label, Language

EDITION = Label("Edition {number}", "Édition {number}")
EDITION_UNTIL = Label("Edition {number}, figures to {until}", "Édition {number}, données jusqu’à {until}")
CUT_OFF = Label("extracted {day}", "extraites le {day}")
STATED = Label("As published.", "Tel que publié.")
STATED_ALL = Label("Totals as published, not added up here.", "Totaux publiés, non calculés ici.")
SUM = Label("Sum of {parts} published figures.", "Somme de {parts} chiffres publiés.")
SUM_HIDDEN = Label(
    "Sum of {parts} published figures; {hidden} of them are suppressed and add nothing to the sum.",
    "Somme de {parts} chiffres publiés, dont {hidden} supprimés qui n’ajoutent rien à la somme.",
)
SUM_HIDDEN_ONE = Label(
    "Sum of {parts} published figures; one of them is suppressed and adds nothing to the sum.",
    "Somme de {parts} chiffres publiés, dont un supprimé qui n’ajoute rien à la somme.",
)
SUMS = Label("Sums of published figures, {parts} in all.", "Sommes de chiffres publiés, {parts} en tout.")
SUMS_HIDDEN = Label(
    "Sums of published figures, {parts} in all; {hidden} of them are suppressed and add nothing to the sums.",
    "Sommes de chiffres publiés, {parts} en tout, dont {hidden} supprimés qui n’ajoutent rien aux sommes.",
)
SUMS_HIDDEN_ONE = Label(
    "Sums of published figures, {parts} in all; one of them is suppressed and adds nothing to the sums.",
    "Sommes de chiffres publiés, {parts} en tout, dont un supprimé qui n’ajoute rien aux sommes.",
)
LIES_BETWEEN = Label(
    "Because of rounding the true number lies between {low} and {high}.",
    "En raison de l’arrondissement, le nombre réel se situe entre {low} et {high}.",
)
LIES_BETWEEN_HIDDEN = Label(
    "Because of rounding and suppression the true number lies between {low} and {high}.",
    "En raison de l’arrondissement et de la suppression, le nombre réel se situe entre {low} et {high}.",
)
ALMOST_CERTAINLY = Label(
    "Because of rounding the true number almost certainly lies between {low} and {high}.",
    "En raison de l’arrondissement, le nombre réel se situe presque certainement entre {low} et {high}.",
)
ALMOST_CERTAINLY_HIDDEN = Label(
    "Because of rounding and suppression the true number almost certainly lies between {low} and {high}.",
    "En raison de l’arrondissement et de la suppression, le nombre réel se situe presque certainement "
    "entre {low} et {high}.",
)
MODELLED = Label("This edition holds modelled figures.", "Cette édition contient des chiffres modélisés.")
SUPPRESSED_KEY = Label(
    "-- stands for a number that is suppressed because it is small ({range}).",
    "-- remplace un nombre supprimé parce qu’il est petit ({range}).",
)
SUPPRESSED_KEY_PLAIN = Label(
    "-- stands for figures that are suppressed because they are small.",
    "-- remplace des chiffres supprimés parce qu’ils sont petits.",
)
MISSING_KEY = Label(".. means not available.", ".. signifie non disponible.")
NOT_APPLICABLE_KEY = Label("... means not applicable.", "... signifie sans objet.")
EXTENT = Label("{shown} of {count}", "{shown} sur {count}")
RANK_SPOKEN = Label("{rank}, tied", "{rank}, à égalité")
UNRANKED = Label("no rank", "sans rang")
CROPPED = Label("{count} more rows are not shown.", "{count} autres lignes ne sont pas affichées.")
CROPPED_ONE = Label("One more row is not shown.", "Une autre ligne n’est pas affichée.")
ALL = Label("All", "Ensemble")
PERIOD = Label("Period", "Période")
FROM_TO = Label("{first} to {last}", "{first} à {last}")
BAR_DESCRIPTION = Label(
    "Bar chart of {count} bars. Largest: {largest}. The figures are in the table below.",
    "Diagramme à {count} barres. La plus longue : {largest}. Les chiffres sont dans le tableau ci-dessous.",
)
LINE_DESCRIPTION = Label(
    "Line chart from {first} to {last}: {lines}. The figures are in the table below.",
    "Graphique linéaire de {first} à {last} : {lines}. Les chiffres sont dans le tableau ci-dessous.",
)


def say(label: Label, language: Language, **figures: object) -> str:
    """A sentence with its figures, which come formatted."""
    return label.in_language(language).format(**figures)
