"""The Open XML SDK's validator, which `make validator` installs."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

VALIDATOR = (
    Path(__file__).parent / "open_xml_sdk" / "node_modules" / "@xarsh"
    / "ooxml-validator-linux-x64" / "ooxml-validator"
)  # fmt: skip
RULES = "Microsoft365"


def complaints(validator: Path, file: Path) -> list[str]:
    """Return what the validator says of a file, a line for each error."""
    ran = subprocess.run(
        [str(validator), str(file), RULES], capture_output=True, text=True, timeout=120, check=False
    )
    said = json.loads(ran.stdout)
    return [f"{file.name}: {error['path']}: {error['description']}" for error in said["errors"]]
