"""The family of a magnet, as far as its composition tells.

Our practice, not law. Necessary contents are set well below what any grade of the family has, so that they only
exclude what cannot be one (commercial NdFeB: about 27-33 % rare earth, 63-68 % Fe, 0.9-1.2 % B; SmCo: 23-37 % Sm,
40-67 % Co). Sufficient contents are typical grades; a composition between the two leaves the family open.
"""

from cocket.quantity.composition import Composition

PERCENT = 10_000_000  # ppb
NECESSARY = {
    "NdFeB": {"Fe": 40 * PERCENT, "B": PERCENT // 5},
    "SmCo": {"Sm": 10 * PERCENT, "Co": 25 * PERCENT},
    "SmFeN": {"Sm": 10 * PERCENT, "Fe": 40 * PERCENT},
}
SUFFICIENT = {
    "NdFeB": {"Nd": 15 * PERCENT, "Fe": 55 * PERCENT, "B": PERCENT // 2},
    "SmCo": {"Sm": 15 * PERCENT, "Co": 35 * PERCENT},
}

# What goods of a family are for the most part; no other element makes up half of them.
MADE_OF = {
    "NdFeB": ("Nd", "Pr", "Ce", "Fe", "Co"),
    "SmCo": ("Sm", "Co", "Fe"),
    "SmFeN": ("Sm", "Fe"),
    "ferrite": ("Fe", "O", "Sr", "Ba"),
    "AlNiCo": ("Al", "Ni", "Co", "Fe"),
    "Ce": ("Ce", "Nd", "Fe", "Co"),
}


def family_by_composition(composition: Composition, families: frozenset[str]) -> frozenset[str]:
    """The families that the composition allows; all of them when it says nothing."""
    for family, contents in SUFFICIENT.items():
        if all(composition.share(element).lo >= least for element, least in contents.items()):
            return frozenset({family})
    excluded = {
        family
        for family, contents in NECESSARY.items()
        if any(composition.share(element).hi < least for element, least in contents.items())
    }
    return families - excluded
