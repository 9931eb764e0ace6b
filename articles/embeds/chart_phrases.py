"""The sentences that describe embeds to those who do not see them, both languages side by side."""

from __future__ import annotations

from stats.labels import Label

BARS = Label("Bar chart of {count} bars.", "Diagramme à {count} barres.")
LINES = Label("Line chart from {first} to {last}.", "Graphique linéaire de {first} à {last}.")
MAP = Label(
    "Map of {count} provinces and territories as tiles of one size.",
    "Carte de {count} provinces et territoires en tuiles de même taille.",
)
GROUPED = Label(
    "Grouped bars of {count}: {names}; in each {parts}.",
    "Barres groupées, {count} groupes : {names} ; dans chacun {parts}.",
)
STACKED = Label(
    "Stacked bars, {count}: {names}; each made of {parts}.",
    "Barres empilées, {count} : {names} ; chacune composée de {parts}.",
)
SLOPES = Label(
    "Slope chart ({count}), from {first} to {last}.", "Diagramme de pentes ({count}), de {first} à {last}."
)
MULTIPLES = Label(
    "Small line charts on one scale ({count}), from {first} to {last}.",
    "Petits graphiques linéaires à la même échelle ({count}), de {first} à {last}.",
)
KEY_FIGURES = Label("Key figures, {count}.", "Chiffres clés, au nombre de {count}.")
UP_FROM = Label("up from {figure} in {period}", "en hausse : {figure} ({period})")
DOWN_FROM = Label("down from {figure} in {period}", "en baisse : {figure} ({period})")
BEFORE = Label("{figure} in {period}", "{figure} ({period})")
RANKING = Label("Ranking of {count}.", "Classement de {count} éléments.")
TABLE = Label(
    "Table of {rows} rows and {columns} columns.", "Tableau de {rows} lignes et {columns} colonnes."
)
BEHIND = Label("The figures are in the table below.", "Les chiffres sont dans le tableau ci-dessous.")

HIGHEST = Label("Highest: {name}, {figure}.", "Maximum : {name}, {figure}.")
HIGHEST_OPEN = Label(
    "Highest: {names}; the figures do not settle which.",
    "Maximum : {names} ; les chiffres ne permettent pas de les départager.",
)
HIGHEST_MANY = Label(
    "Highest: {name}, {figure}, though the figures do not settle it against {count} others.",
    "Maximum : {name}, {figure}, sans que les chiffres le départagent de {count} autres.",
)
LOWEST = Label("Lowest: {name}, {figure}.", "Minimum : {name}, {figure}.")
LOWEST_OPEN = Label(
    "Lowest: {names}; the figures do not settle which.",
    "Minimum : {names} ; les chiffres ne permettent pas de les départager.",
)
LOWEST_MANY = Label(
    "Lowest: {name}, {figure}, though the figures do not settle it against {count} others.",
    "Minimum : {name}, {figure}, sans que les chiffres le départagent de {count} autres.",
)
NAMED = Label("{name} ({figure})", "{name} ({figure})")
OR = Label(" or ", " ou ")
ONE_HIDDEN = Label("One figure is suppressed.", "Un chiffre est supprimé.")
HIDDEN = Label("{count} figures are suppressed.", "{count} chiffres sont supprimés.")
ONE_MISSING = Label("One figure is not available.", "Un chiffre n’est pas disponible.")
MISSING = Label("{count} figures are not available.", "{count} chiffres ne sont pas disponibles.")

COURSE = Label("{name}: {first} in {start}, {last} in {end}.", "{name} : {first} ({start}), {last} ({end}).")
ROSE = Label(
    "{name}: up from {first} in {start} to {last} in {end}.",
    "{name} : hausse de {first} ({start}) à {last} ({end}).",
)
FELL = Label(
    "{name}: down from {first} in {start} to {last} in {end}.",
    "{name} : baisse de {first} ({start}) à {last} ({end}).",
)
OPEN_COURSES = Label(
    "The figures do not settle whether these rose or fell: {names}.",
    "Les chiffres n’indiquent ni hausse ni baisse certaine pour : {names}.",
)
