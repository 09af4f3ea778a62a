"""A draft of an instrument, for tests of what a draft would change."""

from pathlib import Path

from tests.cli.command import ROOT, written

EXTENSION = ROOT / "examples" / "draft-law" / "extension-of-70.yaml"

FREE_18 = """\
instrument: draft/free-18
regime: dual_use
kind: announcement
number: {zh: 草案, en: a draft}
title: {zh: 暂停实施2025年第18号公告（假设）, en: Suspension of Announcement 18 of 2025 (assumed)}
authority: [cn/mofcom]
issued: "2030-02-01"
in_force: {from: "2030-03-01"}
checked_until: "2030-02-01"
sources: [our own]
record: [{known_from: "2030-02-01", basis: our own}]
acts:
  - {id: suspend, do: suspend, target: [cn/mofcom-gac/2025/18], during: {from: "2030-03-01", until: "2030-08-31"}}
"""


def free_18(folder: Path, old: str = "", new: str = "") -> Path:
    return written(folder / "draft.yaml", [FREE_18.replace(old, new) if old else FREE_18])
