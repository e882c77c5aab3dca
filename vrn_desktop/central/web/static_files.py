"""Stylesheet, script and letter forms, all from this program: pages load nothing from elsewhere."""

from importlib.resources import files

from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

import resources

STATIC = (
    Mount("/static/fonts", StaticFiles(directory=str(files(resources) / "fonts"))),
    Mount("/static", StaticFiles(directory=str(files(resources) / "central" / "static"))),
)
