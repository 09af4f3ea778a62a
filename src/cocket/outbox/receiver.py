"""Where messages may go. A subscription must not become a way to reach what stands behind this house's own walls."""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from cocket.outbox.errors import OutboxError
from cocket.outbox.faults import wrong


@dataclass(frozen=True, slots=True)
class Receiver:
    """``inside``: addresses of this machine and of private networks are allowed, and plain http with them."""

    secure: bool
    host: str
    port: int
    path: str
    inside: bool

    def addresses(self) -> tuple[str, ...]:
        """Looked up for each delivery, for a name may lead elsewhere tomorrow. Raises OutboxError or OSError."""
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        addresses = tuple(dict.fromkeys(str(one[4][0]) for one in found))
        behind = [one for one in addresses if not ipaddress.ip_address(one).is_global]
        if behind and not self.inside:
            raise OutboxError(*wrong("behind_walls", host=self.host, address=behind[0]), "url")
        return addresses


def read_receiver(url: str, *, inside: bool) -> Receiver:
    """Raises OutboxError for what is no address that messages can be sent to; nothing is looked up yet."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise OutboxError(*wrong("no_address", url=url, error=error), "url") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or not url.isascii() or not url.isprintable():
        raise OutboxError(*wrong("not_of_the_web", url=url), "url")
    if parts.username or parts.password or parts.fragment:
        raise OutboxError(*wrong("password", url=url), "url")
    secure = parts.scheme == "https"
    if not secure and not inside:
        raise OutboxError(*wrong("not_encrypted", url=url), "url")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Receiver(secure, parts.hostname, port or (443 if secure else 80), path, inside)
