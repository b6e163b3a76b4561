"""`python -m execbook`: see `execbook.cli`."""

import sys

from execbook.cli import main

if __name__ == "__main__":
    sys.exit(main())
