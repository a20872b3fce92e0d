"""The kinds of page that the configuration of an editor describes.

Decap, Netlify and Sveltia CMS (``admin/config.yml``), Front Matter (``frontmatter.json`` and
``.frontmatter/``), Pages CMS (``.pages.yml``), Forestry (``.forestry/``). One more is a function
and a row of ``EDITORS``.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from editor.core.profiles.cms_fields import ConfiguredKind, FieldReader
from editor.core.profiles.profile import FieldKind
from editor.core.sites.config_data import Data, find_setting, find_text, find_texts


def _clean(folder: str) -> str:
    return folder.replace("[[workspace]]", "").replace("\\", "/").strip("/ ").removeprefix("./")


def _rename(pattern: str, names: Mapping[str, str], suffix: str = "md") -> str:
    """A pattern of names in our words; "" where it knows what we do not."""
    for old, new in names.items():
        pattern = pattern.replace(old, new)
    pattern = pattern.removesuffix(f".{suffix}")
    probe = pattern
    for known in ("{date}", "{year}", "{month}", "{slug}"):
        probe = probe.replace(known, "")
    return f"{pattern}.{suffix}" if pattern and not set(probe) & set("{}[]") else ""


_DATES = {"{{year}}-{{month}}-{{day}}": "{date}", "{year}-{month}-{day}": "{date}"}
_DECAP = {
    "string": FieldKind.TEXT,
    "text": FieldKind.LONG,
    "code": FieldKind.LONG,
    "number": FieldKind.NUMBER,
    "datetime": FieldKind.DATETIME,
    "date": FieldKind.DATE,
    "boolean": FieldKind.FLAG,
    "select": FieldKind.CHOICE,
    "list": FieldKind.LIST,
    "object": FieldKind.MAP,
    "image": FieldKind.IMAGE,
    "file": FieldKind.FILE,
    "relation": FieldKind.PAGE,
    "color": FieldKind.COLOR,
    "hidden": FieldKind.TEXT,
    "uuid": FieldKind.TEXT,
    "keyvalue": FieldKind.MAP,
}


def _read_decap(files: Mapping[str, Data], language: str) -> tuple[list[ConfiguredKind], list[str]]:
    kinds: list[ConfiguredKind] = []
    unmapped: list[str] = []
    for data in files.values():
        media = _clean(find_text(data, "media_folder"))
        words = {"key": "name", "kind": "widget", "help": "hint"}
        reader = FieldReader(_DECAP, ("markdown", "richtext"), words, language, media, unmapped)
        reader.is_required = True
        collections = find_setting(data, "collections")
        for entry in collections if isinstance(collections, list) else ():
            folder = _clean(find_text(entry, "folder"))
            if not folder:
                continue  # single files, most of them data
            suffix = find_text(entry, "extension") or "md"
            slug = find_text(entry, "slug")
            name = _rename(slug, {**_DATES, "{{slug}}": "{slug}", "{{title}}": "{slug}"}, suffix)
            fields = reader.read_fields(find_setting(entry, "fields"))
            label = find_text(entry, "label")
            kinds.append(ConfiguredKind(find_text(entry, "name"), folder, fields, label, name))
    return kinds, unmapped


_FRONT_MATTER = {
    "string": FieldKind.TEXT,
    "number": FieldKind.NUMBER,
    "datetime": FieldKind.DATETIME,
    "boolean": FieldKind.FLAG,
    "draft": FieldKind.FLAG,
    "image": FieldKind.IMAGE,
    "file": FieldKind.FILE,
    "choice": FieldKind.CHOICE,
    "tags": FieldKind.TAGS,
    "categories": FieldKind.TAGS,
    "taxonomy": FieldKind.TAGS,
    "list": FieldKind.LIST,
    "fields": FieldKind.MAP,
    "block": FieldKind.ROWS,
    "slug": FieldKind.TEXT,
    "json": FieldKind.LONG,
    "contentrelationship": FieldKind.PAGE,
    "datafile": FieldKind.CHOICE,
    "customfield": FieldKind.TEXT,
}


def _read_front_matter_cms(
    files: Mapping[str, Data], language: str
) -> tuple[list[ConfiguredKind], list[str]]:
    types: dict[str, Data] = {}
    folders: list[Data] = []
    media = ""
    for path, data in files.items():
        if "/contenttypes/" in path.lower():
            types[find_text(data, "name")] = data
        elif "/pagefolders/" in path.lower():
            folders.append(data)
        for entry in _maps(data.get("frontMatter.taxonomy.contentTypes")):
            types[find_text(entry, "name")] = entry
        folders += _maps(data.get("frontMatter.content.pageFolders"))
        media = media or _clean(str(data.get("frontMatter.content.publicFolder") or ""))
    unmapped: list[str] = []
    words = {"key": "name", "kind": "type", "label": "title", "help": "fieldDescription"}
    reader = FieldReader(_FRONT_MATTER, ("heading", "divider"), words, language, media, unmapped)
    fields = {
        name: tuple(reader.read_fields(find_setting(entry, "fields")))
        for name, entry in types.items()
    }
    kinds = []
    for entry in folders:
        wanted = find_texts(entry, "contentTypes") or ("default",)
        own = next((fields[name] for name in wanted if name in fields), ())
        folder, label = _clean(find_text(entry, "path")), find_text(entry, "title")
        if own and folder:
            kinds.append(ConfiguredKind(folder.rpartition("/")[2], folder, own, label))
    return kinds, unmapped


def _maps(value: object) -> list[Data]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


_PAGES = {
    "string": FieldKind.TEXT,
    "text": FieldKind.LONG,
    "code": FieldKind.LONG,
    "number": FieldKind.NUMBER,
    "date": FieldKind.DATE,
    "boolean": FieldKind.FLAG,
    "select": FieldKind.CHOICE,
    "image": FieldKind.IMAGE,
    "file": FieldKind.FILE,
    "object": FieldKind.MAP,
    "block": FieldKind.ROWS,
    "reference": FieldKind.PAGE,
    "uuid": FieldKind.TEXT,
}


def _read_pages_cms(
    files: Mapping[str, Data], language: str
) -> tuple[list[ConfiguredKind], list[str]]:
    kinds: list[ConfiguredKind] = []
    unmapped: list[str] = []
    for data in files.values():
        media = _clean(find_text(data, "media", "input") or find_text(data, "media"))
        words = {"key": "name", "kind": "type", "help": "description"}
        reader = FieldReader(_PAGES, ("rich-text",), words, language, media, unmapped)
        for entry in _maps(find_setting(data, "content")):
            if find_text(entry, "type") != "collection" or not find_text(entry, "path"):
                continue
            names = {**_DATES, "{primary}": "{slug}", "{fields.title}": "{slug}"}
            kinds.append(
                ConfiguredKind(
                    find_text(entry, "name"),
                    _clean(find_text(entry, "path")),
                    reader.read_fields(find_setting(entry, "fields")),
                    find_text(entry, "label"),
                    _rename(find_text(entry, "filename"), names),
                )
            )
    return kinds, unmapped


_FORESTRY = {
    "text": FieldKind.TEXT,
    "textarea": FieldKind.LONG,
    "number": FieldKind.NUMBER,
    "datetime": FieldKind.DATETIME,
    "boolean": FieldKind.FLAG,
    "tag_list": FieldKind.TAGS,
    "list": FieldKind.LIST,
    "select": FieldKind.CHOICE,
    "file": FieldKind.FILE,
    "image_gallery": FieldKind.LIST,
    "color": FieldKind.COLOR,
    "field_group": FieldKind.MAP,
    "field_group_list": FieldKind.ROWS,
    "blocks": FieldKind.ROWS,
}


def _read_forestry(
    files: Mapping[str, Data], language: str
) -> tuple[list[ConfiguredKind], list[str]]:
    unmapped: list[str] = []
    words = {"key": "name", "kind": "type", "help": "description", "required": "config.required"}
    settings = next((data for path, data in files.items() if path.endswith("settings.yml")), {})
    media = _clean(find_text(settings, "upload_dir"))
    reader = FieldReader(_FORESTRY, ("include",), words, language, media, unmapped)
    kinds = []
    for path, data in files.items():
        if "/templates/" not in path:
            continue
        name = path.rpartition("/")[2].partition(".")[0]
        fields = reader.read_fields(find_setting(data, "fields"))
        pages = find_texts(data, "pages")
        folders = sorted({page.rpartition("/")[0] for page in pages if "/" in page})
        kinds += [
            ConfiguredKind(name, folder, fields, find_text(data, "label")) for folder in folders
        ]
    return kinds, unmapped


class EditorRow(NamedTuple):
    """An editor whose configuration is read."""

    name: str
    files: tuple[str, ...]
    """Patterns of its files, from the root of the site."""
    read: Callable[[Mapping[str, Data], str], tuple[list[ConfiguredKind], list[str]]]


EDITORS = (
    EditorRow(
        "Decap CMS",
        tuple(
            f"{folder}admin/config.{suffix}"
            for folder in ("", "static/", "public/", "src/", "source/", "content/", "app/")
            for suffix in ("yml", "yaml")
        ),
        _read_decap,
    ),
    EditorRow(
        "Front Matter",
        ("frontmatter.json", ".frontmatter/**/*.json"),
        _read_front_matter_cms,
    ),
    EditorRow("Pages CMS", (".pages.yml", ".pages.yaml"), _read_pages_cms),
    EditorRow(
        "Forestry",
        (".forestry/settings.yml", ".forestry/front_matter/templates/*.yml"),
        _read_forestry,
    ),
)


def read_configured_kinds(
    files: Mapping[str, Data], row: EditorRow, language: str
) -> tuple[list[ConfiguredKind], list[str]]:
    """Read the kinds of page that an editor's configuration describes.

    Args:
        files: Its files that the site has, by their paths from the root.
        row: The editor.
        language: The language of labels and help, ISO 639-1; "" counts as English.

    Returns:
        The kinds, one for each folder, and the fields whose kind is not known here, which count as
        texts, in words.
    """
    kinds, unmapped = row.read(files, language or "en")
    by_folder = {kind.folder: kind for kind in reversed(kinds)}
    return list(reversed(by_folder.values())), unmapped
