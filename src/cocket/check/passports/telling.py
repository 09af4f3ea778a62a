"""A passport in the words of a file of answers: who stated what, when, and on what paper."""

from cocket.check.passports.book import Source, Unused
from cocket.check.passports.passport import Passport


def source_text(source: Source) -> str:
    """``composition.Dy 1.1, composition.Tb 0: Mei Lan (quality manager), Teapot, 2025-05-21, …``."""
    facts = ", ".join(f"{fact} {value}" for fact, value in source.facts.items())
    return f"{facts}: {who_and_when(source.passport)}"


def unused_text(unused: Unused) -> str:
    passport = unused.passport
    until = f" until {passport.valid_until}" if unused.why == "expired" else ""
    return f"{unused.why.replace('_', ' ')}{until}: {who_and_when(passport)}"


def who_and_when(passport: Passport) -> str:
    by, certificate = passport.said_by, passport.certificate
    parts = [f"{by.name} ({by.role})", by.firm, passport.said_on.isoformat()]
    if certificate is not None:
        parts.append(f"certificate {certificate.name} {f'sha256:{certificate.sha256}' if certificate.sha256 else ''}")
    return ", ".join((*(part.strip() for part in parts), f"statement {passport.id}"))
