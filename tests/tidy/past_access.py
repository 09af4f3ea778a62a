"""Code that reads rows past the policy: what somebody asks for goes through `accounts.access` or a room that asks it.

A model with ``RESOURCE`` stands under the policy. Its rows are reached by a manager only in the modules below, each
with its reason; and no face takes what is there for the house's own work.
"""

import ast
from collections.abc import Iterable, Iterator

from tests.tidy.tree import SourceFile

MANAGERS = ("objects", "_default_manager", "_base_manager")
ACCOUNTS, LICENSING, OUTBOX = "src/cocket/accounts/", "src/cocket/licensing/", "src/cocket/outbox/"
ALLOWED = {
    f"{ACCOUNTS}access.py": "it is the policy's own way to rows",
    f"{ACCOUNTS}audit.py": "adds to chains whatever the actor may see; reading asks first",
    f"{ACCOUNTS}people.py": "adds what it was let to add; whether there are accounts, whether a password fits",
    f"{ACCOUNTS}tokens.py": "finds who somebody is, before there is an actor",
    f"{LICENSING}records/finding.py": "find_licence is for the gate, which compares whatever licence is named",
    f"{LICENSING}records/moving.py": "takes steps that `orders` or a decided case has let through, under lock",
    f"{LICENSING}records/orders.py": "reads the step that it has just let through, for the audit",
    f"{LICENSING}records/reporting.py": "tells the gate what is reported; keeps what `orders.refuse` let through",
    f"{LICENSING}cases/finding.py": "reads back for the house; `seen` is what faces ask",
    f"{LICENSING}cases/taking.py": "asks refuse_moving for the row that it locks",
    f"{LICENSING}cases/filing.py": "locks the case of an application that `freeze` then asks access for",
    f"{LICENSING}cases/deciding.py": "writes what follows from a step that was let through",
    f"{LICENSING}cases/amending.py": "compares the holder with who files, in a step that was let through",
    f"{LICENSING}cases/decided.py": "reads back for the house; `decisions` is what faces ask",
    f"{LICENSING}cases/watching.py": "asks access_verb first; notes only for who may watch",
    f"{LICENSING}filings/drafting.py": "locks through access_rows; the rest hangs on that row",
    f"{LICENSING}filings/documents.py": "documents of an application that its callers have asked for",
    f"{LICENSING}filings/attaching.py": "finds and locks through access_rows; documents hang on that row",
    f"{LICENSING}filings/inviting.py": "lets in by an invitation, and locks the application that it is for",
    f"{LICENSING}cases/papers.py": "asks access_rows for the case or the application; documents hang on it",
    f"{OUTBOX}subscriptions.py": "makes one for who was let to add it",
    f"{OUTBOX}posting.py": "finds by access_seers whom to tell",
    f"{LICENSING}filings/finding.py": "drafts through access_rows; filings for rooms that have asked",
}
SQL_ALLOWED = {
    "src/cocket/api/once.py": "the keys of requests, which are no rows of the policy",
    f"{ACCOUNTS}audit.py": "sets how the whole audit is read, by who may read it",
    f"{LICENSING}statistics/gathering.py": "counts over all cases, for who may see them all",
}
FACES = ("src/cocket/api/", "src/cocket/cli/", "src/cocket/config/")
HOUSE_ONLY = {
    "find_licence", "steps_of", "moving", "find_case", "case_of", "events_of", "filing_of", "find_filing",
    "documents_of", "document_of", "standing", "reported",
    "find_decision", "decisions_of", "near_decisions", "replay",
}  # fmt: skip
FACES_ALLOWED: dict[str, str] = {}


def guarded_models(files: Iterable[SourceFile]) -> set[str]:
    """The names of all models that stand under the policy."""
    return {
        node.name
        for file in files
        if file.path.startswith("src/") and file.path.endswith("/models.py")
        for node in ast.walk(ast.parse(file.text))
        if isinstance(node, ast.ClassDef) and "RESOURCE" in _assigned(node)
    }


def past_access(file: SourceFile, models: set[str]) -> list[str]:
    """Managers of guarded models, under whatever name they were imported, and relations that lead to them."""
    if not file.path.startswith("src/") or "/migrations/" in file.path or file.path in ALLOWED:
        return []
    tree = ast.parse(file.text)
    names = {alias.asname or alias.name for alias in _imported(tree) if alias.name in models} | models
    related = {f"{name.lower()}_set" for name in models}
    return [f"{file.path}:{line}: {what}" for line, what in _reached(tree, names, related)]


def _reached(tree: ast.AST, names: set[str], related: set[str]) -> Iterator[tuple[int, str]]:
    remedy = "ask access_rows, or a room that asks it"
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        written = node.value
        name = written.id if isinstance(written, ast.Name) else getattr(written, "attr", "")
        if node.attr in MANAGERS and name in names:
            yield node.lineno, f"reads {name}.{node.attr} past the policy; {remedy}"
        if node.attr in related or node.attr == "get_model":
            yield node.lineno, f"reaches rows by {node.attr} past the policy; {remedy}"


def sql_past_access(file: SourceFile) -> list[str]:
    """Statements of one's own on Django's connection; the ledger and the gate have theirs, and tables of their own."""
    if not file.path.startswith("src/") or "/migrations/" in file.path or file.path in SQL_ALLOWED:
        return []
    tree = ast.parse(file.text)
    django = any(
        isinstance(node, ast.ImportFrom)
        and node.module == "django.db"
        and any("connection" in a.name for a in node.names)
        for node in ast.walk(tree)
    )
    return [
        f"{file.path}:{node.lineno}: a statement of its own, which asks nobody what he may see"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and (node.attr == "raw" or (django and node.attr == "cursor"))
    ]


def house_only_in_a_face(file: SourceFile) -> list[str]:
    if not file.path.startswith(FACES) or file.path in FACES_ALLOWED:
        return []
    found = sorted(
        {
            f"{node.module}.{alias.name}"
            for node in ast.walk(ast.parse(file.text))
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cocket.licensing.")
            for alias in node.names
            if alias.name in HOUSE_ONLY
        }
    )
    return [f"{file.path}: takes {one}, which asks nobody what he may see" for one in found]


def _assigned(node: ast.ClassDef) -> set[str]:
    targets: list[ast.expr] = []
    for one in node.body:
        targets += (
            one.targets if isinstance(one, ast.Assign) else [one.target] if isinstance(one, ast.AnnAssign) else []
        )
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _imported(tree: ast.AST) -> Iterator[ast.alias]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from node.names
