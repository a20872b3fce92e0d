"""What a bundle starts: no other package can stand in the place of ours there."""

import sys

from editor.cli.main import main

sys.exit(main())
