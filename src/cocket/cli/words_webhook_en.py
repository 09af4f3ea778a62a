"""The words of ``cocket webhook``, in English."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "webhook.added": (
        "{name}: messages go to {url}\n"
        "Secret: {secret}\n"
        "It is told this once. Whoever receives verifies each message with it (Standard Webhooks)."
    ),
    "webhook.all_topics": "all topics",
    "webhook.line": "{name}  {url}  {topics}",
    "webhook.for": "  told what may be seen by the role {role} of {organisation}",
    "webhook.state": "  waiting {waiting}, given up {given_up}",
    "webhook.nobodys": (
        "{name} is told nothing: it was made before subscriptions belonged to anyone. Add it anew under another name, "
        "with a token where it is somebody's, and end this one with cocket webhook remove {name}."
    ),
    "webhook.none": "Nobody is told of anything.",
    "webhook.removed": "{name} gets no more messages; what waited for it is not sent.",
    "webhook.arrived": "{topic}  {subject}  to {name}: arrived ({answer})",
    "webhook.again": "{topic}  {subject}  to {name}: not arrived ({answer}); it will be tried again",
    "webhook.given_up": "{topic}  {subject}  to {name}: given up ({answer})",
    "help.webhook": "Tell other systems what happens to licences, by signed messages.",
    "help.webhook.add": "Send messages to URL from now on, under NAME. Prints the secret that verifies them, once.",
    "help.webhook.add.topic": "Only these, such as licence.suspend; may be repeated. Left out: all.",
    "help.webhook.add.inside": "URL may be in this machine or a private network, and http.",
    "help.webhook.list": "Who gets messages, and how many wait or were given up.",
    "help.webhook.remove": "Send no more messages to NAME.",
    "help.webhook.deliver": "Send what is due, until stopped. With --once ends with 1 where a message did not arrive.",
    "help.webhook.deliver.once": "End when nothing is due.",
}
