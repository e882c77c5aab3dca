"""Letters and sheets made in memory as accessible PDF; the only place where ReportLab draws."""

import sys
from types import ModuleType

# ReportLab otherwise runs ~/.reportlab_mods and ~/.reportlab_settings as code when it is imported.
for _name in ("reportlab_mods", "reportlab_settings"):
    sys.modules.setdefault(_name, ModuleType(_name))
