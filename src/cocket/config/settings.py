"""Django's settings, made from the table. Django reads this module by its name; nobody else imports it."""

import os
from typing import Final

from django.utils.functional import SimpleLazyObject

from cocket.config.database import django_database, ledger_address
from cocket.config.secret_key import secret_key
from cocket.config.table import read_configuration

_CONFIGURATION: Final = read_configuration(os.environ)

# only what signs needs it: to show a licence no key has to be made
SECRET_KEY = SimpleLazyObject(lambda: secret_key(_CONFIGURATION.secret_key_file))
DEBUG = False
ALLOWED_HOSTS = list(_CONFIGURATION.allowed_hosts)
DATABASES = {"default": django_database(_CONFIGURATION.database_url)}
DOCUMENTS_FOLDER = _CONFIGURATION.documents_folder
SEAL_KEY_FILE = _CONFIGURATION.seal_key_file
LEDGER_ADDRESS = ledger_address(_CONFIGURATION.database_url)
INSTALLED_APPS = [
    "cocket.accounts",
    "cocket.outbox",
    "cocket.licensing.records",
    "cocket.licensing.filings",
    "cocket.licensing.cases",
    "cocket.api",
]
MIDDLEWARE = ["cocket.api.guard.Guard"]
ROOT_URLCONF = "cocket.api.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = str(_CONFIGURATION.time_zone)
LANGUAGE_CODE = "en"
USE_I18N = False
APPEND_SLASH = False
# a licence of a hundred lines is some tens of kilobytes
DATA_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024
# What a client did wrong it is told itself; the error stream has what went wrong here.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"dated": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "dated"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "ERROR", "propagate": True},
        # it warns of a single request that waits a moment for one of the threads
        "waitress.queue": {"level": "ERROR"},
    },
}
