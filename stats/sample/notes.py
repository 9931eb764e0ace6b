"""What the workbooks of the sample say under their tables, and how editions are marked as modelled."""

from stats.labels import Label

MODELLED = Label(
    "Modelled sample data: no figure in it is IRCC's own.",
    "Données d'exemple modélisées : aucun chiffre n'est celui d'IRCC.",
)
ROUNDED = Label(
    "Notes:\n— Modelled sample data in the layout of IRCC's tables. Figures from 1 to 4 are hidden (“--”) "
    "and all others rounded to a multiple of five, so parts may not add up to a total.",
    "Remarques :\n— Données d'exemple modélisées, dans la présentation des tableaux d'IRCC. Les chiffres "
    "de 1 à 4 sont masqués (« -- ») et les autres arrondis à un multiple de cinq ; les parties peuvent ne "
    "pas donner le total.",
)
SEVERAL_PERMITS = Label(
    "— A person may hold several kinds of permits and is counted once in each total.",
    "— Une personne peut détenir plusieurs types de permis et n'est comptée qu'une fois dans chaque total.",
)


def only(en: str, fr: str) -> Label:
    """The note of an edition in which one figure is a fact."""
    return Label(
        f"Modelled sample data: only {en} is IRCC's own.",
        f"Données d'exemple modélisées : seul {fr} est d'IRCC.",
    )
