"""One message over HTTP. Redirects are not followed: they would lead past the test of the address."""

import http.client
import socket
import ssl
from typing import Final

from cocket.outbox.errors import OutboxError
from cocket.outbox.receiver import Receiver

SECONDS_MAX: Final = 10
READ_MAX: Final = 1024


def send(receiver: Receiver, headers: dict[str, str], body: bytes) -> tuple[bool, str]:
    """Whether it arrived, and what was answered or went wrong."""
    try:
        connection = _connected(receiver)
    except (OSError, OutboxError) as error:
        return False, str(error)[:200]
    try:
        connection.request("POST", receiver.path, body, headers)
        answer = connection.getresponse()
        answer.read(READ_MAX)
    except (OSError, http.client.HTTPException) as error:
        return False, f"{type(error).__name__}: {error}"[:200]
    finally:
        connection.close()
    return 200 <= answer.status < 300, f"{answer.status} {answer.reason}"[:200]


def _connected(receiver: Receiver) -> http.client.HTTPConnection:
    """Connected to an address that was tested, and not to one that the name leads to a moment later."""
    address = receiver.addresses()[0]
    plain = socket.create_connection((address, receiver.port), timeout=SECONDS_MAX)
    connection = http.client.HTTPConnection(receiver.host, receiver.port, timeout=SECONDS_MAX)
    try:
        secure = (
            ssl.create_default_context().wrap_socket(plain, server_hostname=receiver.host) if receiver.secure else None
        )
    except OSError:
        plain.close()
        raise
    connection.sock = secure or plain
    return connection
