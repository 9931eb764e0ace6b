"""The sentences that go with figures, both languages side by side, so that a reader of both can check them.

Fixed labels of templates are translated with gettext; what depends on figures is here, next to the core that
decides it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stats.answers import RemarkKind
from stats.labels import Label, Language
from stats.questions import Before, Measure

EDITION = Label("Edition {number}", "Édition {number}")
EDITION_UNTIL = Label("Edition {number}, figures to {until}", "Édition {number}, données jusqu’à {until}")
CUT_OFF = Label("extracted {day}", "extraites le {day}")
STATED = Label("As published.", "Tel que publié.")
STATED_ALL = Label("Totals as published, not added up here.", "Totaux publiés, non calculés ici.")


@dataclass(frozen=True, slots=True)
class MadeOf:
    """How figures were made of published ones, of which none, one or several are suppressed."""

    none: Label
    one: Label
    several: Label


SUM = MadeOf(
    Label("Sum of {parts} published figures.", "Somme de {parts} chiffres publiés."),
    Label(
        "Sum of {parts} published figures; one of them is suppressed and adds nothing to the sum.",
        "Somme de {parts} chiffres publiés, dont un supprimé qui n’ajoute rien à la somme.",
    ),
    Label(
        "Sum of {parts} published figures; {hidden} of them are suppressed and add nothing to the sum.",
        "Somme de {parts} chiffres publiés, dont {hidden} supprimés qui n’ajoutent rien à la somme.",
    ),
)
SUMS = MadeOf(
    Label("Sums of published figures, {parts} in all.", "Sommes de chiffres publiés, {parts} en tout."),
    Label(
        "Sums of published figures, {parts} in all; one of them is suppressed and adds nothing to the sums.",
        "Sommes de chiffres publiés, {parts} en tout, dont un supprimé qui n’ajoute rien aux sommes.",
    ),
    Label(
        "Sums of published figures, {parts} in all; {hidden} of them are suppressed "
        "and add nothing to the sums.",
        "Sommes de chiffres publiés, {parts} en tout, dont {hidden} supprimés "
        "qui n’ajoutent rien aux sommes.",
    ),
)
DERIVED = MadeOf(
    Label(
        "Computed from published figures, {parts} in all.",
        "Calculé à partir de chiffres publiés, {parts} en tout.",
    ),
    Label(
        "Computed from published figures, {parts} in all, one of them suppressed.",
        "Calculé à partir de chiffres publiés, {parts} en tout, dont un supprimé.",
    ),
    Label(
        "Computed from published figures, {parts} in all, {hidden} of them suppressed.",
        "Calculé à partir de chiffres publiés, {parts} en tout, dont {hidden} supprimés.",
    ),
)
DERIVED_ALL = MadeOf(
    Label("Computed from published figures.", "Calculés à partir de chiffres publiés."),
    Label(
        "Computed from published figures, one of them suppressed.",
        "Calculés à partir de chiffres publiés, dont un supprimé.",
    ),
    Label(
        "Computed from published figures, some of them suppressed.",
        "Calculés à partir de chiffres publiés, dont certains supprimés.",
    ),
)
"""Of several figures, which may share what they are measured against: counting it for each would mislead."""
UNITS: Mapping[Measure, Label] = {
    Measure.CHANGE: Label("difference from {other}", "écart par rapport à : {other}"),
    Measure.PERCENT_CHANGE: Label("percent difference from {other}", "écart en % par rapport à : {other}"),
    Measure.RATIO: Label("multiple of the figure for {other}", "multiple du chiffre : {other}"),
    Measure.CONTRIBUTION: Label(
        "contribution in percentage points, {other}", "contribution en points de pourcentage, {other}"
    ),
}
"""What a column of a measure is called that compares with other members; shares have names of their own."""
UNITS_IN_TIME: Mapping[Measure, Label] = {
    **UNITS,
    Measure.INDEX: Label("index, {other} = 100", "indice, {other} = 100"),
    Measure.CHANGE: Label("change from {other}", "variation par rapport à {other}"),
    Measure.PERCENT_CHANGE: Label("percent change from {other}", "variation en % par rapport à {other}"),
}
"""The same where the members are the same and the period, or the edition, is another."""
TWELVE_MONTHS = Label("twelve months to {month}", "douze mois se terminant en {month}")
IN_TWELVE_MONTHS = Label("{unit} in twelve months", "{unit} en douze mois")
MOVING_SUMS = Label(
    "Each figure adds up the twelve months that end with its month.",
    "Chaque chiffre additionne les douze mois qui se terminent par son mois.",
)
SHARES_OF = Label("Shares of: {other}.", "Parts de l’ensemble : {other}.")
COMPARED_WITH = Label("Compared with {other}.", "Par rapport à : {other}.")
SHARE_OF_FIGURE = Label("A share of: {other} ({figure}).", "Part de l’ensemble : {other} ({figure}).")
COMPARED_WITH_FIGURE = Label("Compared with {other} ({figure}).", "Par rapport à : {other} ({figure}).")
AMONG = Label("A place among {count}, 1 for the largest.", "Rang parmi {count}, du plus grand au plus petit.")
OTHERWISE = Label(
    "The parts that are printed too add up to {figure}, which cannot be reconciled with it.",
    "Les parties, publiées elles aussi, totalisent {figure}, ce qui ne peut être concilié avec ce chiffre.",
)
BEFORE: Mapping[Before, Label] = {
    Before.YEAR_BEFORE: Label("a year before", "un an plus tôt"),
    Before.PREVIOUS: Label("the period before", "la période précédente"),
}
NO_ONE_NUMBER = Label(
    "The figures support no single number here; a range is given.",
    "Les chiffres ne permettent pas de donner un seul nombre ici; une fourchette est donnée.",
)
ROUNDING = Label("rounding", "de l’arrondissement")
SUPPRESSION = Label("suppression", "de la suppression")
AND = Label(" and ", " et ")
LIES_BETWEEN = Label(
    "Because of {why} the true number lies between {low} and {high}.",
    "En raison {why}, le nombre réel se situe entre {low} et {high}.",
)
ALMOST_CERTAINLY = Label(
    "Because of {why} the true number almost certainly lies between {low} and {high}.",
    "En raison {why}, le nombre réel se situe presque certainement entre {low} et {high}.",
)
LIES_ABOVE = Label(
    "Because of {why} the true number is at least {low}, and how much more cannot be said.",
    "En raison {why}, le nombre réel est d’au moins {low}, sans limite supérieure connue.",
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
HOLD = Label("These {count} hold {share} of {whole}.", "Ces {count} rangs réunissent {share} de {whole}.")
HOLDS_ONE = Label("The first holds {share} of {whole}.", "Le premier rang réunit {share} de {whole}.")
WHOLE = Label("all {unit}", "l’ensemble des {unit}")
WHOLE_WHERE = Label("all {unit} ({members})", "l’ensemble des {unit} ({members})")
WHOLE_OF_PARTS = Label("the whole that they are part of", "l’ensemble dont ils font partie")
NOT_RANKED_INCLUDED = Label(
    "{whole}, those that are not ranked included", "{whole}, y compris ce qui n’est pas classé"
)
MOVED_FROM = Label("change in rank from {other}", "variation du rang par rapport à : {other}")
MOVED_UP = Label("up {places}", "gagne {places}")
MOVED_DOWN = Label("down {places}", "perd {places}")
PLACE = Label("1 place", "1 rang")
PLACES = Label("{number} places", "{number} rangs")
PLACES_BETWEEN = Label("{first} to {last} places", "{first} à {last} rangs")
SAME_PLACE = Label("same place", "même rang")
NEW_PLACE = Label("new", "entrée")
NEW_PLACE_SPOKEN = Label("new, had no rank before", "nouvelle entrée, sans rang auparavant")
OPEN_MOVE = Label("open", "incertain")
OPEN_MOVE_SPOKEN = Label(
    "open: at worst {worst}, at best {best}", "incertain : au pire {worst}, au mieux {best}"
)
OPEN_MOVES = Label(
    "Open: the figures do not settle whether the place changed, or in which direction.",
    "Incertain : les chiffres ne permettent pas de savoir si le rang a changé, ni dans quel sens.",
)
NO_MOVE = Label("no earlier rank", "sans rang antérieur")
SMALL = Label("Small: may be less than {number}.", "Faible : peut être inférieur à {number}.")
SMALL_COMPARED = Label(
    "Small: the figure, or the one that it is compared with, may be less than {number}.",
    "Faible : le chiffre, ou celui auquel il est comparé, peut être inférieur à {number}.",
)
CROPPED_ROWS = Label(
    "Shown are the first {shown} of {count} rows.", "Sont affichées les {shown} premières lignes sur {count}."
)
CROPPED_ROW = Label(
    "Shown is only the first of {count} rows.", "Seule la première de {count} lignes est affichée."
)
CROPPED_COLUMNS = Label(
    "Shown are the first {shown} of {count} columns.",
    "Sont affichées les {shown} premières colonnes sur {count}.",
)
CROPPED_PERIODS = Label(
    "Shown are the newest {shown} of {count} periods.",
    "Sont affichées les {shown} périodes les plus récentes sur {count}.",
)
PARTIAL = Label(
    "{whole} in part only: the edition ends with {until}.",
    "{whole}, en partie seulement : l’édition s’arrête en {until}.",
)
REMARKS: Mapping[RemarkKind, Label] = {
    RemarkKind.REMAINDER: Label(
        "A remainder: what the publisher does not name by itself.",
        "Un reste : ce que l’éditeur des données ne nomme pas séparément.",
    ),
    RemarkKind.NOT_STATED: Label(
        "Counted, though the publisher does not say to which of the others it belongs.",
        "Compté, sans que l’éditeur des données dise à quoi le rattacher.",
    ),
    RemarkKind.UNDIVIDED: Label(
        "Published only as a whole, without this breakdown.",
        "Publié seulement dans son ensemble, sans cette ventilation.",
    ),
    RemarkKind.COMPUTED: Label(
        "Added up here from published figures; the others are as published.",
        "Somme calculée ici à partir de chiffres publiés ; les autres sont tels que publiés.",
    ),
    RemarkKind.SUPPRESSED: Label(
        "{count} suppressed figures add nothing to these sums.",
        "{count} chiffres supprimés n’ajoutent rien à ces sommes.",
    ),
    RemarkKind.SMALL: Label(
        "Small: at least one figure may be less than {count}.",
        "Faible : au moins un chiffre peut être inférieur à {count}.",
    ),
}
ONE_SUPPRESSED = Label(
    "One suppressed figure adds nothing to these sums.", "Un chiffre supprimé n’ajoute rien à ces sommes."
)
ALL = Label("All", "Ensemble")
PERIOD = Label("Period", "Période")
FROM_TO = Label("{first} to {last}", "{first} à {last}")


def say(label: Label, language: Language, **figures: object) -> str:
    """A sentence with its figures, which come formatted."""
    return label.in_language(language).format(**figures)
