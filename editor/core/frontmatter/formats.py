"""The formats that front matter is read and written in.

One more is a module beside these, a row here, and a way to find it.
"""

from editor.core.frontmatter.json_format import JsonFormat
from editor.core.frontmatter.line_format import LineFormat
from editor.core.frontmatter.model import Format
from editor.core.frontmatter.toml_format import TomlFormat
from editor.core.frontmatter.yaml_format import YamlFormat

YAML: Format = YamlFormat()
TOML: Format = TomlFormat()
JSON: Format = JsonFormat()
LINES: Format = LineFormat()
