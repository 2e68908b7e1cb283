"""The Open XML SDK's validator, which `make validator` installs."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

VALIDATOR = (
    Path(__file__).parent / "open_xml_sdk" / "node_modules" / "@xarsh"
    / "ooxml-validator-linux-x64" / "ooxml-validator"
)  # fmt: skip
RULES = "Microsoft365"

ENVIRONMENT = {**os.environ, "DOTNET_TieredPGO": "0", "DOTNET_gcConcurrent": "0"}
"""It runs for a second or two: what makes .NET faster in the long run takes half of that."""


def complaints(validator: Path, file: Path) -> list[str]:
    """Return what the validator says of a file, a line for each error."""
    ran = subprocess.run(
        [str(validator), str(file), RULES],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env=ENVIRONMENT,
    )
    said = json.loads(ran.stdout)
    return [f"{file.name}: {error['path']}: {error['description']}" for error in said["errors"]]
