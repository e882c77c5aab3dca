"""Writes what is in a program as CycloneDX JSON; run by the building environment's Python.

usage: python -m installer.packaging.bill_of_materials vrn-desktop|vrn-central TARGET.json
"""

import sys
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from installer.packaging.bundled_libraries import bundled_libraries
from installer.packaging.static_parts import STATIC_PARTS
from vrn_desktop import __version__

EXTRAS = {"vrn-desktop": "", "vrn-central": "central"}
NOT_IN_CENTRAL = {"PySide6_Essentials", "shiboken6", "sqlcipher3", "pypdfium2", "nh3", "ijson"}
BAD_USAGE = 2


def main(arguments: list[str]) -> int:
    """Write the file; 2 for wrong arguments."""
    if len(arguments) != BAD_USAGE or arguments[0] not in EXTRAS:
        sys.stderr.write(__doc__ or "")
        return BAD_USAGE
    Path(arguments[1]).write_text(bill_of_materials(arguments[0]), "utf-8")
    return 0


def bill_of_materials(program: str) -> str:
    """The document, checked against CycloneDX's own schema.

    Raises:
        ValueError: the document does not fit the schema.
    """
    licences = LicenseFactory()
    bill = Bom()
    bill.metadata.component = root = Component(
        name=program, version=__version__, type=ComponentType.APPLICATION, bom_ref=program
    )
    left_out = NOT_IN_CENTRAL if program == "vrn-central" else set()
    libraries = [
        library for library in bundled_libraries(EXTRAS[program]) if library.name not in left_out
    ]
    components = {}
    for library in libraries:
        part = Component(
            name=library.name,
            version=library.version,
            licenses=[licences.make_from_string(library.licence)],
            purl=PackageURL("pypi", None, library.name.lower().replace("_", "-"), library.version),
            bom_ref=f"{library.name}-{library.version}",
        )
        components[library.name] = part
        bill.components.add(part)
    bill.register_dependency(root, components.values())
    for static in STATIC_PARTS:
        holder = components.get(static.inside)
        if holder is None:
            continue
        part = Component(
            name=static.name,
            version=static.version,
            licenses=[licences.make_from_string(static.licence)],
            properties=[Property(name="vrn:compiled-into", value=static.inside)],
            bom_ref=f"{static.name}-{static.version}-in-{static.inside}",
        )
        bill.components.add(part)
        bill.register_dependency(holder, [part])
    text = JsonV1Dot6(bill).output_as_string(indent=2)
    problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if problem is not None:
        raise ValueError(f"the bill of materials is not CycloneDX: {problem}")
    return str(text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
