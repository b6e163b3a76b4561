"""`python -m execbook`: see `execbook.cli.main`."""

import sys

from execbook.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
