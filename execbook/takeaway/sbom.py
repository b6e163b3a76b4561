"""The software bill of materials: all locked packages, as CycloneDX 1.6 (cyclonedx.org/docs/1.6/json).

Not written by cyclonedx-python-lib, which adds the time and would state that no package depends on another.
The tests validate it against the schema in this library. The hashes stay in the locks: a bill has one file
for each package, and a lock has those of every platform.
"""

from __future__ import annotations

import uuid
from pathlib import Path

from packageurl import PackageURL

from execbook.project import Project
from execbook.records.store import to_json
from execbook.takeaway import lockfile
from execbook.takeaway.archives import sha256

NAME = "sbom.json"


def publish(project: Project, site: Path) -> None:
    """Write `sbom.json` into a site. A project without a lock has none."""
    if (project.root / lockfile.NAME).is_file():
        (site / NAME).write_text(bill(project.root), "utf-8")


def bill(root: Path) -> str:
    """The bill of the project in a folder. The same locks give the same text, on every machine."""
    text = (root / lockfile.NAME).read_text("utf-8")
    components = {}
    for pin in lockfile.pins(text):
        one = _component("pypi", pin.name, pin.version)
        if pin.requirement.marker:
            one["properties"] = [{"name": "marker", "value": str(pin.requirement.marker)}]
        components[one["purl"]] = one
    for lock in lockfile.npm_locks(root):
        for module in lockfile.modules(lock):
            one = _component("npm", module.name, module.version)
            if module.licence:
                one["licenses"] = [{"expression": module.licence}]
            components[one["purl"]] = one
    listed = [components[purl] for purl in sorted(components)]
    return to_json(
        {
            "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "version": 1,
            "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, to_json(listed))}",
            "metadata": {
                "component": {
                    "type": "application",
                    "name": "execbook",
                    "properties": [{"name": "requirements_sha256", "value": sha256(text.encode())}],
                }
            },
            "components": listed,
        }
    )


def _component(kind: str, name: str, version: str) -> dict:
    scope, _, bare = name.rpartition("/")
    purl = PackageURL(type=kind, namespace=scope or None, name=bare, version=version).to_string()
    return {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl}
