"""``python -m cocket`` is the command ``cocket``."""

import sys

from cocket.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
