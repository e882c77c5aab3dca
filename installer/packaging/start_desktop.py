"""Where the bundled `vrn-desktop` begins."""

import sys

from vrn_desktop.__main__ import main

sys.exit(main())
