"""``python -m summariser``: the command line without the console script."""

import sys

from summariser.cli import main

if __name__ == "__main__":
    sys.exit(main())
