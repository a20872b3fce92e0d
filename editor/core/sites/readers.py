"""What the configuration of each generator says, by the names of its settings."""

from editor.core.sites.config_data import (
    Data,
    find_flag,
    find_setting,
    find_text,
    find_texts,
)
from editor.core.sites.configuration import Generator, MarkdownOptions, SiteConfiguration


def read_hugo(data: Data) -> SiteConfiguration:
    """Read the configuration of Hugo.

    Args:
        data: The settings.

    Returns:
        What the site says, in its own words.
    """
    language = find_text(data, "languageCode") or find_text(data, "defaultContentLanguage")
    default = find_text(data, "defaultContentLanguage") or "en"
    own = find_setting(data, "languages", default)
    goldmark = find_setting(data, "markup", "goldmark")
    quotes = find_setting(goldmark, "extensions", "typographer")
    if isinstance(quotes, dict):
        disabled = find_flag(quotes, "disable")
        quotes = None if disabled is None else not disabled
    permalinks = find_setting(data, "permalinks")
    if isinstance(permalinks, dict) and isinstance(permalinks.get("page"), dict):
        permalinks = permalinks["page"]
    return SiteConfiguration(
        Generator.HUGO,
        find_text(data, "title") or find_text(own, "title"),
        find_text(data, "baseURL"),
        find_text(own, "languageCode") or language,
        find_text(data, "timeZone"),
        (find_text(own, "contentDir") or find_text(data, "contentDir") or "content",),
        (*(find_texts(data, "staticDir") or ("static",)), "assets"),
        _texts(permalinks),
        markdown=MarkdownOptions(
            quotes if isinstance(quotes, bool) else None,
            find_flag(goldmark, "renderer", "hardWraps"),
            find_flag(goldmark, "extensions", "linkify"),
            find_flag(goldmark, "renderer", "unsafe"),
        ),
    )


def read_zola(data: Data) -> SiteConfiguration:
    """Read the configuration of Zola.

    Args:
        data: The settings.

    Returns:
        What the site says, in its own words.
    """
    return SiteConfiguration(
        Generator.ZOLA,
        find_text(data, "title"),
        find_text(data, "base_url"),
        find_text(data, "default_language") or "en",
        "",
        ("content",),
        ("static",),
        markdown=MarkdownOptions(find_flag(data, "markdown", "smart_punctuation")),
    )


def read_jekyll(data: Data) -> SiteConfiguration:
    """Read the configuration of Jekyll.

    Args:
        data: The settings.

    Returns:
        What the site says, in its own words.
    """
    source = find_text(data, "source").strip("./")
    wraps = find_flag(data, "kramdown", "hard_wrap")
    return SiteConfiguration(
        Generator.JEKYLL,
        find_text(data, "title"),
        _join(find_text(data, "url"), find_text(data, "baseurl")),
        find_text(data, "lang") or find_text(data, "default_lang") or find_text(data, "locale"),
        find_text(data, "timezone"),
        (source,),
        (source,),
        _for_all(find_text(data, "permalink")),
        file="{date}-{slug}.md",
        markdown=MarkdownOptions(hard_wraps=wraps),
    )


def read_hexo(data: Data) -> SiteConfiguration:
    """Read the configuration of Hexo.

    Args:
        data: The settings.

    Returns:
        What the site says, in its own words.
    """
    source = find_text(data, "source_dir") or "source"
    return SiteConfiguration(
        Generator.HEXO,
        find_text(data, "title"),
        _join(find_text(data, "url"), find_text(data, "root")),
        find_text(data, "language"),
        find_text(data, "timezone"),
        (source,),
        (source,),
        _for_all(find_text(data, "permalink")),
        file=_rename(find_text(data, "new_post_name")),
        markdown=MarkdownOptions(
            find_flag(data, "marked", "smartypants"), find_flag(data, "marked", "breaks")
        ),
    )


def _rename(pattern: str) -> str:
    """Hexo's words for the parts of a name in ours."""
    for old, new in ((":year-:month-:day", "{date}"), (":title", "{slug}"), (":year", "{year}")):
        pattern = pattern.replace(old, new)
    return "" if ":" in pattern else pattern


def read_eleventy(data: Data) -> SiteConfiguration:
    """Read the configuration of Eleventy.

    Args:
        data: The settings.

    Returns:
        What the site says, in its own words.
    """
    source = find_text(data, "input").strip("./")
    return SiteConfiguration(
        Generator.ELEVENTY,
        find_text(data, "title"),
        find_text(data, "url"),
        find_text(data, "language") or find_text(data, "lang"),
        "",
        (source,),
        ("public", "static", source),
        markdown=MarkdownOptions(
            find_flag(data, "typographer"),
            find_flag(data, "breaks"),
            find_flag(data, "linkify"),
            find_flag(data, "html"),
        ),
    )


def read_astro(data: Data) -> SiteConfiguration:
    """Read the configuration of Astro.

    Args:
        data: The settings.

    Returns:
        What the site says, in its own words.
    """
    source = find_text(data, "srcDir").strip("./") or "src"
    return SiteConfiguration(
        Generator.ASTRO,
        address=_join(find_text(data, "site"), find_text(data, "base")),
        language=find_text(data, "defaultLocale"),
        content=(f"{source}/content", f"{source}/pages", source),
        static=(find_text(data, "publicDir").strip("./") or "public",),
        markdown=MarkdownOptions(find_flag(data, "smartypants")),
    )


def read_docusaurus(data: Data) -> SiteConfiguration:
    """Read the configuration of Docusaurus.

    Args:
        data: The settings.

    Returns:
        What the site says, in its own words.
    """
    return SiteConfiguration(
        Generator.DOCUSAURUS,
        find_text(data, "title"),
        _join(find_text(data, "url"), find_text(data, "baseUrl")),
        find_text(data, "defaultLocale") or "en",
        static=("static",),
    )


def read_gatsby(data: Data) -> SiteConfiguration:
    """Read the configuration of Gatsby.

    Args:
        data: The settings.

    Returns:
        What the site says, in its own words.
    """
    return SiteConfiguration(
        Generator.GATSBY,
        find_text(data, "title"),
        find_text(data, "siteUrl"),
        find_text(data, "lang") or find_text(data, "language"),
        content=("content", "src/content", "src/pages", "src"),
        static=("static",),
    )


def read_mkdocs(data: Data) -> SiteConfiguration:
    """Read the configuration of MkDocs.

    Args:
        data: The settings.

    Returns:
        What the site says, in its own words.
    """
    folder = find_text(data, "docs_dir") or "docs"
    extensions = find_setting(data, "markdown_extensions")
    names: list[str] = []
    for each in extensions if isinstance(extensions, list) else [extensions]:
        names += [str(key) for key in each] if isinstance(each, dict) else []
        names += [each] if isinstance(each, str) else []
    return SiteConfiguration(
        Generator.MKDOCS,
        find_text(data, "site_name"),
        find_text(data, "site_url"),
        find_text(data, "theme", "language") or find_text(data, "theme", "locale") or "en",
        content=(folder,),
        static=(folder,),
        markdown=MarkdownOptions(
            True if "smarty" in names or "markdown.extensions.smarty" in names else None,
            True if "nl2br" in names else None,
            extensions=tuple(names),
        ),
    )


def read_pelican(data: Data) -> SiteConfiguration:
    """Read the configuration of Pelican.

    Args:
        data: The settings.

    Returns:
        What the site says, in its own words.
    """
    folder = find_text(data, "PATH").strip("./") or "content"
    configs = find_setting(data, "MARKDOWN", "extension_configs")
    names = tuple(map(str, configs)) if isinstance(configs, dict) else ()
    return SiteConfiguration(
        Generator.PELICAN,
        find_text(data, "SITENAME"),
        find_text(data, "SITEURL"),
        find_text(data, "DEFAULT_LANG") or "en",
        find_text(data, "TIMEZONE"),
        (folder,),
        (folder, *(f"{folder}/{name}" for name in find_texts(data, "STATIC_PATHS"))),
        _for_all(find_text(data, "ARTICLE_URL")),
        markdown=MarkdownOptions(find_flag(data, "TYPOGRIFY"), extensions=names),
    )


def _join(address: str, path: str) -> str:
    """An address with the path of the site on its host."""
    if not address or not path.strip("/"):
        return address
    return f"{address.rstrip('/')}/{path.strip('/')}/"


def _for_all(pattern: str) -> dict[str, str]:
    """A pattern of addresses that all sections have."""
    return {"": pattern} if pattern else {}


def _texts(data: object) -> dict[str, str]:
    if not isinstance(data, dict):
        return {}
    return {str(key): value for key, value in data.items() if isinstance(value, str)}
