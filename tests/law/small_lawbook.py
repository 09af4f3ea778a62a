"""A lawbook of a few lines in a folder of its own, for tests that change it one line at a time."""

from dataclasses import dataclass, field
from pathlib import Path

from cocket.law.errors import LawError
from cocket.law.lawbook import Lawbook, load_lawbook

LAWBOOK = """\
name: small
as_of: "2025-12-31"
checked_until: "2025-12-15"
regimes:
  dual_use: {title: {zh: 两用物项, en: dual-use}, covered_from: "2025-01-01"}
not_encoded: {}
"""

VOCABULARY = """\
kinds:
  magnet: {en: magnet, zh: 磁体}
  oxide: {en: oxide, zh: 氧化物}
  motor: {en: motor, zh: 电机}
  ceramic: {en: ceramic, zh: 陶瓷}
  powder: {en: powder, zh: 粉末, may_be: [oxide, ceramic]}
families:
  NdFeB: {en: neodymium-iron-boron, zh: 钕铁硼}
  SmCo: {en: samarium-cobalt, zh: 钐钴}
movements:
  export: {en: export, zh: 出口}
  transit: {en: transit, zh: 过境}
end_user_types:
  civil: {en: civil, zh: 民用}
  military: {en: military, zh: 军用}
end_uses:
  civil: {en: civil use, zh: 民用}
  military: {en: military use, zh: 军用}
technology_fields:
  mining: {en: mining, zh: 开采}
temporary_kinds:
  none: {en: not temporary, zh: 非临时}
parameters:
  density_g_cm3: {en: density, zh: 密度}
groups:
  kind:
    magnet_products: [motor]
"""

HEADINGS = """\
- {prefix: "8505", text: {zh: 磁铁, en: magnets}, goods: {kind: magnet}}
"""

HEAD = """\
instrument: cn/office/2025/1
regime: dual_use
kind: announcement
number: {zh: 第1号, en: No. 1}
title: {zh: 决定, en: a decision}
authority: [cn/office]
issued: "2025-04-04"
in_force: {from: "2025-04-04"}
checked_until: "2025-12-15"
sources: [an address]
record: [{known_from: "2025-04-04", basis: the gazette}]
"""

ENTRIES = """\
entries:
  - id: "1C905.a.4"
    at: item 4
    text: {zh: 含镝永磁, en: magnets with dysprosium}
    controls: {kind: magnet, family: NdFeB, contains: Dy}
    open_kinds: "@magnet_products"
    hs_hint: {codes: ["8505110000"], confidence: inferred}
"""

RULES = """\
rules:
  - id: licence
    at: closing words
    says: {zh: 须许可, en: a licence is needed}
    on: {entries: own}
    when: {movement: export}
    effect: licence
"""

INSTRUMENT = HEAD + ENTRIES + RULES
FIRST = "cn/office/2025/001.yaml"


@dataclass
class SmallLawbook:
    """Files by their place in the lawbook; ``read`` writes them out and loads them without the cache."""

    root: Path
    files: dict[str, str] = field(
        default_factory=lambda: {
            "lawbook.yaml": LAWBOOK,
            "vocabulary.yaml": VOCABULARY,
            "customs-numbers.yaml": HEADINGS,
            FIRST: INSTRUMENT,
        }
    )

    def replace(self, old: str, new: str, file: str = FIRST) -> "SmallLawbook":
        """The one place where ``old`` stands, said otherwise."""
        assert self.files[file].count(old) == 1, f"'{old}' stands {self.files[file].count(old)} times"
        self.files[file] = self.files[file].replace(old, new)
        return self

    def add(self, text: str, file: str = FIRST) -> "SmallLawbook":
        self.files[file] = self.files.get(file, "") + text
        return self

    def add_instrument(self, number: int, text: str, issued: str = "2025-06-01") -> "SmallLawbook":
        """Another instrument of the same office, with a plain head and the given parts."""
        head = HEAD.replace("2025/1", f"2025/{number}").replace("2025-04-04", issued)
        return self.add(head + text, f"cn/office/2025/{number:03}.yaml")

    def write(self) -> Path:
        for name, text in self.files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return self.root

    def read(self) -> Lawbook:
        return load_lawbook(self.write(), cache=False)

    def refusal(self) -> LawError:
        """The error that reading ends with; fails if the lawbook is accepted."""
        try:
            self.read()
        except LawError as error:
            return error
        raise AssertionError("the lawbook was accepted")

    def line_of(self, text: str, file: str = FIRST) -> int:
        """The line, counted from 1, on which ``text`` begins."""
        return self.files[file][: self.files[file].index(text)].count("\n") + 1
