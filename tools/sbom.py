"""Write the software bill of materials to build/sbom.json (`make sbom`), the same as in the site."""

from __future__ import annotations

from pathlib import Path

from execbook.project import Project
from execbook.takeaway.sbom import NAME, publish

if __name__ == "__main__":
    project = Project(Path(__file__).resolve().parent.parent)
    project.build.mkdir(exist_ok=True)
    publish(project, project.build)
    print(f"wrote {project.relative(project.build / NAME)}")
