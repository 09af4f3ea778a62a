"""What the command says of bills of materials, in English."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "bom.part": "Part",
    "bom.goods": "Goods",
    "bom.item": "Item",
    "bom.worth": "Worth, {currency}",
    "bom.no_price": "no price stated",
    "bom.counted": "Counted",
    "bom.item.yes": "counts",
    "bom.item.no": "no",
    "bom.item.open": "may count",
    "bom.share": "Of the value of {product}, Chinese items of annex 1 part 1 of No. 61 of 2025 are {share}.",
    "bom.reached": "The limit of {limit}, included, is reached.",
    "bom.below": "The limit of {limit}, included, is not reached.",
    "bom.open": "Whether the limit of {limit}, included, is reached is open.",
    "bom.find_out": "  find out of part {part} (row {row}): {missing}",
    "bom.facts": "what it is, what is in it, and where it comes from",
    "bom.price": "its price",
    "bom.exceeding": "note: the parts of {part} (row {row}) are priced above {part} itself; look at the prices again",
    "help.bom": (
        "How much of a product's value is Chinese items of annex 1, part 1, of No. 61 of 2025.\n\n"
        "Exit code: 0 the share lies clearly above or below every limit, 2 bad input, 3 open."
    ),
    "help.bom.json": "Print the valuation as one JSON object.",
    "bom.source": "Chinese items make up {share} of the value by the bill of materials {file} of {product}",
    "bom.stated": "the list states {stated}; {counts} counts",
    "bom.differs": "! the list states {stated}, which the bill excludes; {counts} is kept possible",
    "bom.unmatched": "the bill of materials {file} is of product {product}, and no line that could be read is",
    "check.by_bill": "Rows whose product has a bill of materials: {count}; cocket why --bom names what it gives",
    "warning.bill_differs_from_list": "the share stated differs from the bill of materials",
    "help.--bom": (
        "The bill of materials of a product of the list, as cocket bom reads it: its share of Chinese items counts for "
        "every line of that product. May be given several times."
    ),
}
