"""In place of Matplotlib's build system: pip asks for metadata before it keeps an archive, which has them."""

import shutil
from pathlib import Path


def prepare_metadata_for_build_wheel(metadata_directory: str, config_settings: object = None) -> str:
    """The hook of PEP 517, called in the unpacked archive."""
    folder = Path(metadata_directory, "archive.dist-info")
    folder.mkdir()
    shutil.copyfile("PKG-INFO", folder / "METADATA")
    return folder.name
