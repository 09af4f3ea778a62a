"""The signature of a message, as Standard Webhooks 1.0 lays down (``v1``, symmetric): any library of it verifies it."""

import base64
import hashlib
import hmac
from typing import Final

PREFIX: Final = "whsec_"


def headers(secret: bytes, identifier: str, second: int, body: bytes) -> dict[str, str]:
    """What goes along with ``body``. ``second``: of the Unix time at which it is sent, by which a receiver refuses a
    message that somebody kept and sends again."""
    signed = b".".join((identifier.encode(), str(second).encode(), body))
    mark = base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
    return {
        "Content-Type": "application/json",
        "webhook-id": identifier,
        "webhook-timestamp": str(second),
        "webhook-signature": f"v1,{mark}",
    }


def shown(secret: bytes) -> str:
    """As the receiver's library takes it."""
    return PREFIX + base64.b64encode(secret).decode()
