"""Where messages may go."""

import socket

import pytest

from cocket.outbox.errors import OutboxError
from cocket.outbox.receiver import read_receiver

PRIVATE = ("127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "::1", "fd00::1", "::ffff:10.0.0.1", "0.0.0.0")


def leads_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 443)) for one in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: found)


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/", "ftp://example.org/", "https:///x", "example.org", "https://a:b@example.org/",
        "https://example.org/#x", "https://example.org:99999/", "https://exämple.org/", "https://example.org/\n",
        "file:///etc/passwd", "",
    ],
)  # fmt: skip
def test_what_is_no_safe_address_is_refused(url: str) -> None:
    with pytest.raises(OutboxError) as told:
        read_receiver(url, inside=False)
    assert told.value.key == "url"


@pytest.mark.parametrize("address", PRIVATE)
def test_a_name_that_leads_behind_the_walls_is_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    leads_to(monkeypatch, "93.184.216.34", address)
    with pytest.raises(OutboxError, match="behind the walls"):
        read_receiver("https://example.org/x", inside=False).addresses()
    assert address in read_receiver("https://example.org/x", inside=True).addresses()


def test_a_public_address_is_taken_with_its_path(monkeypatch: pytest.MonkeyPatch) -> None:
    leads_to(monkeypatch, "93.184.216.34")
    receiver = read_receiver("https://example.org/hook?a=1", inside=False)
    assert (receiver.secure, receiver.port, receiver.path) == (True, 443, "/hook?a=1")
    assert receiver.addresses() == ("93.184.216.34",)
