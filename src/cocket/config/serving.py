"""The server: waitress in this one process, whose threads share one ledger and so one commit for many draws."""

import gc
import ipaddress
import signal
import sys
from collections.abc import Callable
from typing import Final

from cocket.config.errors import ConfigError
from cocket.config.faults import wrong
from cocket.config.start import start

THREADS: Final = 32
"""Requests in flight; those that draw wait for the same commit. Each may hold a connection to PostgreSQL."""
BODY_MAX: Final = 32 * 1024 * 1024
"""What is larger than a licence or a document the application refuses in its own words; waitress only beyond this."""


def on_this_machine_only(host: str) -> bool:
    """Raises ConfigError for what is no address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        raise ConfigError(*wrong("no_host", host=host)) from None


def serve(host: str, port: int, ready: Callable[[str, bool], None]) -> None:
    """Serves until SIGTERM or SIGINT; requests on their way are answered first. ``ready`` is told the address and
    whether accounts are kept. Raises ConfigError, or LedgerError.

    Where nobody is asked who he is, whoever reaches the server may suspend and revoke: only this machine reaches it.
    """
    inside = on_this_machine_only(host)
    start()
    from cocket.accounts.people import any_accounts

    asked = any_accounts()
    if not inside and not asked:
        raise ConfigError(*wrong("open_to_all", host=host))
    import waitress
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    str(settings.SECRET_KEY)  # made now, so that what is wrong with it is told now
    application = get_wsgi_application()
    load()
    try:
        server = waitress.create_server(
            application, host=host, port=port, threads=THREADS, ident=None, max_request_body_size=BODY_MAX
        )
    except OSError as error:
        raise ConfigError(*wrong("port", host=host, port=port, error=error.strerror)) from None
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    ready(f"http://{f'[{host}]' if ':' in host else host}:{server.effective_port}", asked)
    try:
        server.run()
    finally:
        server.close()


def load() -> None:
    """Before the first request, which should not wait for it, and so that what is wrong is told at the start. What is
    loaded stays: the garbage collector need not go through it while somebody waits for an answer."""
    from cocket.api.desk import lawbook
    from cocket.api.urls import api

    lawbook()
    api.get_openapi_schema()
    gc.collect()
    gc.freeze()
