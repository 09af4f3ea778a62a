"""The words of ``cocket apply`` on documents and certificates, and of ``cocket seal``, in English."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "apply.attached": "Attached to {reference}: {line}",
    "apply.detached": "Document {number} of {reference} is taken off",
    "apply.no_document": "No document.",
    "apply.document": "{number}  {kind}{of}  {name}  {size} bytes  {sha256}",
    "apply.document.complete": "{number}  {kind}{of}  complete",
    "apply.document.there": "{number}  {kind}{of}",
    "apply.document.request": " of request {number}",
    "apply.document.sealed": "  sealed",
    "apply.document.signed": "  signed by {signer} of {organisation}",
    "apply.document.by_code": "  signed by {signer}, who came by a code: nobody looked at who it was",
    "apply.document.stale": "  FOR SOMETHING ELSE than what is asked now: it does not count and is not filed",
    "apply.out_there": "is there already",
    "apply.out_there.remedy": "Name a file that is not there yet",
    "apply.opened": "{name}, {size} bytes, {sha256}: as it was attached, in {out}",
    "apply.invited": (
        "The signatories of {organisation} may sign for request {number} of {reference}, for {days} days"
    ),
    "apply.code_once": (
        "Send this code to the end user of request {number} of {reference}: it is shown this once, is "
        "good once, for {days} days"
    ),
    "apply.not_declared": "nothing is declared, and a certificate without that is not taken",
    "apply.not_declared.remedy": "Run it without FILE first: it shows what is asked, and what to declare",
    "apply.no_signer": "nobody is said to sign",
    "apply.no_signer.remedy": "Give the name of whoever signs for the end user",
    "apply.code_and_as": "the code says already by what right",
    "apply.certified": (
        "The certificate for request {number} of {reference} is signed by {signer} and sealed. Only the "
        "authority opens it; the exporter is told that it is complete."
    ),
    "apply.asked.head": "Request {number} of {reference} asks for this:",
    "apply.asked.exporter": "  exporter     {name} ({country})",
    "apply.asked.importer": "  importer     {name} ({country})",
    "apply.asked.end_user": "  end user     {name} ({country})",
    "apply.asked.destination": "  destination  {country}",
    "apply.asked.goods": "  goods        {amount}  {goods} [{code}]",
    "apply.asked.end_use": "  end use      {uses}",
    "apply.declaration": (
        "Whoever signs declares for the end user that all of this is so, that it uses the goods for this "
        "end use and for no other, that it does not pass them on without permission (Export Control Law, "
        "Art. 16), and that the certificate attached is its own."
    ),
    "apply.to_declare": "To sign, name the certificate and add: --declare {digest}",
    "seal.first": "A seal key was made in {path}, for its owner only.",
    "seal.added": "A new seal key stands before the others in {path}; there are {count} now.",
    "seal.lost": (
        "Copy this file now, and keep the copy apart from the documents: without it nobody, not even "
        "whoever runs this installation, can ever open a sealed document again; and whoever has both can "
        "open all of them. A copy of the database holds no key."
    ),
    "seal.renewed": ("{count} sealed with the newest key. Older keys are needed for older copies of the folder only."),
    "help.apply.attach": "Attach FILE to a draft as one of the papers that the law asks for.",
    "help.apply.attach.kind": "The paper, by its name in the law: contract, identity, technical-description, …",
    "help.apply.attach.request": "The request that it belongs to; left out it is of the whole. A certificate needs it.",
    "help.apply.attach.sealed": "Only officer and approver open it; you too are then told only that it is there.",
    "help.apply.attach.hash": "The SHA-256 that the file has to have; refused if it has another.",
    "help.apply.detach": "Take a document of your own off a draft. What was filed before keeps it.",
    "help.apply.documents": "What is attached to an application, or filed with a case (A-… or C-…).",
    "help.apply.open_document": "Write one document into a file. Opening a sealed one is put down in the audit.",
    "help.apply.open_document.out": "The file to write; refused if it is there.",
    "help.apply.invite": "Invite the end user of a request to sign its certificate straight to the authority.",
    "help.apply.invite.request": "The request whose end user it is.",
    "help.apply.invite.organisation": "The end user as it is kept here; left out a code is printed, good once.",
    "help.apply.invite.days": "How long the invitation is good.",
    "help.apply.certificate": (
        "For the end user's signatory: without FILE what is asked, with FILE and --declare the signed "
        "certificate is handed in, sealed."
    ),
    "help.apply.certificate.request": "The request that you were invited to sign for.",
    "help.apply.certificate.declare": "The digest of what you have read and declare.",
    "help.apply.certificate.signer": "Who signs; left out the person that the token stands for.",
    "help.apply.certificate.code": "The code of the invitation, where there is no account; or COCKET_CODE.",
    "help.seal": "The keys that documents for the authority alone are sealed with.",
    "help.seal.new": "Make a seal key, or a new one before those there are.",
    "help.seal.renew": "Seal every sealed document anew with the newest key.",
}
