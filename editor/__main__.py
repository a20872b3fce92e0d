"""``python -m editor``: the same as the command ``rundbrief``."""

import sys

from editor.cli.main import main

sys.exit(main())
