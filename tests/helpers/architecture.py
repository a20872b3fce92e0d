"""The picture of the packages in ARCHITECTURE.md, drawn from pyproject.toml's import contracts.

``python tests/helpers/architecture.py`` writes it; a test holds it up to date.
"""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "editor" / "ARCHITECTURE.md"
_PICTURE = re.compile(r"```mermaid\n.*?```\n", re.DOTALL)


def draw() -> str:
    """Draw the layers of each floor: an arrow means "may import", and so on all the way down."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    lines = ["flowchart TB"]
    ends = {}
    for contract in reversed(contracts):
        for container in contract.get("containers", ()):
            floor = container.rpartition(".")[2]
            layers = [_draw_layer(floor, layer) for layer in contract["layers"]]
            lines += [f"  subgraph {floor}", "    direction TB"]
            lines += [f"    {name}[{label}]" for name, label in layers]
            pairs = zip(layers, layers[1:], strict=False)
            lines += [f"    {upper[0]} --> {lower[0]}" for upper, lower in pairs]
            lines.append("  end")
            ends[floor] = (layers[0][0], layers[-1][0])
    floors = list(ends)
    for upper, lower in zip(floors, floors[1:], strict=False):
        lines.append(f"  {ends[upper][1]} --> {ends[lower][0]}")
    return "```mermaid\n" + "\n".join(lines) + "\n```\n"


def _draw_layer(floor: str, layer: str) -> tuple[str, str]:
    """Return the node of a layer and its label."""
    packages = [package.strip() for package in layer.split("|")]
    return f"{floor}_{packages[0]}", '"' + " · ".join(packages) + '"'


def current() -> str:
    """Return the picture that is in the page."""
    match = _PICTURE.search(PAGE.read_text(encoding="utf-8"))
    return match[0] if match else ""


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(_PICTURE.sub(lambda _: draw(), page, count=1), encoding="utf-8")
