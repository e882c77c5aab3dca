"""Where the bundled `vrn-central` begins."""

import sys

from vrn_desktop.central.__main__ import main

sys.exit(main())
