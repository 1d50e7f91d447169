"""``python -m summariser``: the command line without the console script."""

import sys

from summariser.start import main

if __name__ == "__main__":
    sys.exit(main())
