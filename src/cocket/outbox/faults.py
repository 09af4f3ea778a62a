"""What can be wrong with a subscription, and what to do."""

from typing import Final

from cocket.wording import Faults

ADDRESS: Final = "Write https://HOST/PATH"

wrong: Final = Faults(
    "outbox",
    {
        "taken": ("A subscription {name} was made before", "Names are given once: give it another one"),
        "unknown": ("There is no subscription {name!a}", "See which there are, and those you see"),
        "name": ("{name!a} is no name for a subscription", "Write small letters, digits, - and ."),
        "topic": ("There is no topic {topic!a}", "Known here: {known}"),
        "long_address": ("The address has {count} signs", "Use one of {most} at most"),
        "behind_walls": ("{host} is {address}, an address behind the walls", "Allow it with --inside"),
        "not_inside": (
            "An address behind the walls of this house is not yours to have written to",
            "Give one that all can reach by https; whoever runs this installation may send inside",
        ),
        "no_address": ("{url!a} is no address: {error}", ADDRESS),
        "not_of_the_web": ("{url!a} is no address of the web", ADDRESS),
        "password": ("{url!a} holds a password or a fragment", "Write the address without"),
        "not_encrypted": ("{url} is not encrypted", "Write https, or allow it with --inside"),
    },
)
