"""The quarterly report as one page that needs nothing else: letter forms and style are inside it."""

from base64 import b64encode
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

import resources
from vrn_desktop.central.report.figure_view import figure_views
from vrn_desktop.central.report.quarterly_report import Report

_FACES = ((400, "400Regular"), (700, "700Bold"))


def report_as_html(report: Report) -> bytes:
    """The page; the same report gives the same bytes."""
    page = _templates().get_template("report.html")
    figures = [figure_views(step.figures) for step in report.steps]
    text = page.render(report=report, figures=figures, style=_style())
    return text.encode("utf-8")


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("resources.central"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style() -> Markup:
    """Letter forms, then the charts' style, then the report's own."""
    root = files(resources)
    faces = (
        '@font-face { font-family: "Atkinson Hyperlegible Next"; '
        f"font-weight: {weight}; src: url(data:font/ttf;base64,{_encoded(name)}); }}"
        for weight, name in _FACES
    )
    styles = (
        (root / "central" / "static" / name).read_text(encoding="utf-8")
        for name in ("charts.css", "report.css")
    )
    return Markup("\n".join((*faces, *styles)))  # noqa: S704 - our own files


def _encoded(name: str) -> str:
    file = files(resources) / "fonts" / f"AtkinsonHyperlegibleNext_{name}.ttf"
    return b64encode(file.read_bytes()).decode("ascii")
