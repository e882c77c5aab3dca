"""The figures of the four steps, each with the table behind it, and the quarterly report as a page and a PDF."""

import sys
from types import ModuleType

# ReportLab otherwise runs ~/.reportlab_mods and ~/.reportlab_settings as code when it is imported.
for _name in ("reportlab_mods", "reportlab_settings"):
    sys.modules.setdefault(_name, ModuleType(_name))
