"""The bill of materials: valid, complete, and the same wherever it is made."""

import json
import shutil

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from execbook.project import Project
from execbook.takeaway import build_facts, lockfile, sbom
from tests import ROOT


def errors(bill: str) -> str | None:
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill)
    return error and str(error)[:300]


def test_it_keeps_the_schema_and_the_schema_is_asked():
    bill = sbom.bill(ROOT)
    assert errors(bill) is None
    assert errors(bill.replace('"library"', '"anything"', 1)) is not None


def test_it_names_all_that_is_locked():
    named = {one["purl"] for one in json.loads(sbom.bill(ROOT))["components"]}
    assert {
        f"pkg:pypi/{pin.name}@{pin.version}" for pin in lockfile.pins((ROOT / lockfile.NAME).read_text())
    } <= named
    for lock in lockfile.npm_locks(ROOT):
        for module in lockfile.modules(lock):
            assert f"pkg:npm/{module.name.replace('@', '%40')}@{module.version}" in named


def test_the_site_offers_it_and_elsewhere_it_is_the_same(tmp_path):
    for lock in (ROOT / lockfile.NAME, *lockfile.npm_locks(ROOT)):
        target = tmp_path / lock.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(lock, target)
    (site := tmp_path / "site").mkdir()
    sbom.publish(Project(tmp_path), site)
    assert (site / "sbom.json").read_text("utf-8") == sbom.bill(ROOT)
    assert [one["file"] for one in build_facts.downloads(site)] == ["sbom.json"]


def test_another_lock_is_another_bill(tmp_path):
    bills = []
    for version in ("1", "2"):
        (tmp_path / lockfile.NAME).write_text(
            f"rich=={version} ; sys_platform == 'linux' \\\n    --hash=sha256:0\n"
        )
        bills.append(json.loads(sbom.bill(tmp_path)))
    assert bills[0]["serialNumber"] != bills[1]["serialNumber"]
    (rich,) = bills[1]["components"]
    assert (rich["version"], rich["properties"][0]["value"]) == ("2", 'sys_platform == "linux"')
