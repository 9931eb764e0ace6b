"""The phrases in which a statement over a series is said, both languages side by side.

Each is a part of a sentence that its writer makes: *Permits were {phrase}*, *Permits {phrase}*. French has no
noun whose gender the phrase could take, so it speaks of a level.
"""

from __future__ import annotations

from collections.abc import Mapping

from stats.labels import Label
from stats.periods import Frequency
from stats.questions import Wording

HIGHEST, LOWEST = Label("highest", "haut"), Label("lowest", "bas")
EXTREMES: Mapping[Wording, Label] = {
    Wording.HIGHEST_SINCE: HIGHEST,
    Wording.HIGHEST_PLACE: HIGHEST,
    Wording.LOWEST_SINCE: LOWEST,
    Wording.LOWEST_PLACE: LOWEST,
}
SINCE = Label("the {extreme} since {period}", "le plus {extreme} niveau depuis {period}")
SINCE_AT_LEAST = Label(
    "the {extreme} since at least {period}", "le plus {extreme} niveau depuis au moins {period}"
)
ON_RECORD = Label(
    "the {extreme} on record since {first}", "le plus {extreme} niveau enregistré depuis {first}"
)
NOT_BEYOND: Mapping[Label, Label] = {
    HIGHEST: Label("no higher than in {period}", "à un niveau qui n’est pas supérieur à celui {of}"),
    LOWEST: Label("no lower than in {period}", "à un niveau qui n’est pas inférieur à celui {of}"),
}
PERHAPS_NOT_BEYOND: Mapping[Label, Label] = {
    HIGHEST: Label(
        "perhaps no higher than in {period}", "à un niveau qui n’est peut-être pas supérieur à celui {of}"
    ),
    LOWEST: Label(
        "perhaps no lower than in {period}", "à un niveau qui n’est peut-être pas inférieur à celui {of}"
    ),
}
ABOVE, BELOW = (
    Label("above {number}", "au-dessus de {number}"),
    Label("below {number}", "au-dessous de {number}"),
)
SIDES: Mapping[Wording, Label] = {
    Wording.FIRST_ABOVE: ABOVE,
    Wording.LAST_ABOVE: ABOVE,
    Wording.FIRST_BELOW: BELOW,
    Wording.LAST_BELOW: BELOW,
}
FIRST_TIME = Label("{side} for the first time {within}", "{side} pour la première fois {within}")
FIRST_TIME_SINCE = Label(
    "{side} for the first time since at least {first}, {within}",
    "{side} pour la première fois depuis au moins {first}, {within}",
)
LAST_TIME = Label("{side} for the last time {within}", "{side} pour la dernière fois {within}")
BETWEEN = Label("between {first} and {last}", "entre {first} et {last}")
ALREADY = Label("already {side} {within}", "déjà {side} {within}")
STILL = Label("still {side} {within}", "encore {side} {within}")
NEVER = Label("never {side} since {first}", "jamais {side} depuis {first}")
PERHAPS_FROM = Label("perhaps {side}, {within} at the earliest", "peut-être {side}, au plus tôt {within}")
PERHAPS_UNTIL = Label("perhaps {side}, {within} at the latest", "peut-être {side}, au plus tard {within}")

ROSE, FELL = Label("rose", "{have} augmenté"), Label("fell", "{have} diminué")
VERBS: Mapping[Wording, Label] = {Wording.RISES: ROSE, Wording.FALLS: FELL}
IN_A_ROW = Label("{verb} for {ordinal} in a row", "{verb} pour {ordinal} de suite")
AT_LEAST_IN_A_ROW = Label("{verb} for at least {ordinal} in a row", "{verb} pour au moins {ordinal} de suite")
DID_NOT: Mapping[Label, Label] = {
    ROSE: Label("did not rise", "n’{have} pas augmenté"),
    FELL: Label("did not fall", "n’{have} pas diminué"),
}
PERHAPS_NOT: Mapping[Label, Label] = {
    ROSE: Label("may not have risen", "n’{have} peut-être pas augmenté"),
    FELL: Label("may not have fallen", "n’{have} peut-être pas diminué"),
}
ORDINALS: Mapping[Frequency, Label] = {
    Frequency.MONTH: Label("the {place} month", "le {place} mois"),
    Frequency.QUARTER: Label("the {place} quarter", "le {place} trimestre"),
    Frequency.YEAR: Label("the {place} year", "la {place} année"),
}
PLACE_OF_ALL = Label("the {place} of {count}", "le {place} sur {count}")
FIRST_PLACE = Label("{extreme}", "plus {extreme} niveau")
PLACE = Label("{place}-{extreme}", "{place} plus {extreme} niveau")
ONE_OF_TWO_PLACES = Label("{first}- or {last}-{extreme}", "{first} ou {last} plus {extreme} niveau")
PLACES_BETWEEN = Label(
    "between {first}- and {last}-{extreme}, of {count}",
    "entre le {first} et le {last} plus {extreme} niveau sur {count}",
)
COUNTS: Mapping[Frequency, Label] = {
    Frequency.MONTH: Label("{count} months", "{count} mois"),
    Frequency.QUARTER: Label("{count} quarters", "{count} trimestres"),
    Frequency.YEAR: Label("{count} years", "{count} années"),
}
THE = Label("the {name}", "le {name}")
THE_MONTHS = Label("the {name}", "les {name}")
IN_THE_MONTHS = Label("in the {name}", "pendant les {name}")

SPAN = Label("{first} to {last}", "{first} à {last}")
SETTLED: Mapping[str, Label] = {
    "sure": Label(
        "The figures leave no other outcome, by all that rounding and suppression almost certainly hide.",
        "Les chiffres ne laissent aucune autre issue, quoi que l’arrondissement et la suppression cachent "
        "presque certainement.",
    ),
    "hard": Label(
        "The figures leave no other outcome, whatever rounding and suppression hide.",
        "Les chiffres ne laissent aucune autre issue, quoi que cachent l’arrondissement et la suppression.",
    ),
}
OPEN = Label(
    "Rounding and suppression leave more than one outcome open; the words say what all of them share.",
    "L’arrondissement et la suppression laissent plusieurs issues possibles ; les mots disent ce qu’elles "
    "ont en commun.",
)
WOULD_SAY = Label(
    "The printed figures would say “{printed}”, but rounding and suppression leave another outcome open.",
    "Les chiffres publiés diraient « {printed} », mais l’arrondissement et la suppression laissent une autre "
    "issue possible.",
)
NAMES: Mapping[Wording, Label] = {
    Wording.HIGHEST_SINCE: Label("the highest since when", "le plus haut niveau depuis quand"),
    Wording.LOWEST_SINCE: Label("the lowest since when", "le plus bas niveau depuis quand"),
    Wording.RISES: Label("how many times in a row it rose", "combien de fois de suite il y a eu hausse"),
    Wording.FALLS: Label("how many times in a row it fell", "combien de fois de suite il y a eu baisse"),
    Wording.HIGHEST_PLACE: Label("its place from the highest down", "sa place à partir du plus haut niveau"),
    Wording.LOWEST_PLACE: Label("its place from the lowest up", "sa place à partir du plus bas niveau"),
    Wording.FIRST_ABOVE: Label(
        "when first above a number", "quand pour la première fois au-dessus d’un nombre"
    ),
    Wording.LAST_ABOVE: Label(
        "when last above a number", "quand pour la dernière fois au-dessus d’un nombre"
    ),
    Wording.FIRST_BELOW: Label(
        "when first below a number", "quand pour la première fois au-dessous d’un nombre"
    ),
    Wording.LAST_BELOW: Label(
        "when last below a number", "quand pour la dernière fois au-dessous d’un nombre"
    ),
}
"""What forms and dialogs offer to say."""
