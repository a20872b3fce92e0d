"""Tables and quotes of HTML made plain."""

import re

from bs4 import BeautifulSoup

BOLD = re.compile(r"(?<![-\w])font-weight:\s*(?:bold|[6-9]00)")
"""What in a style makes words bold."""
_QUOTE_STYLE = re.compile(r"Mso(?:Intense)?Quote|Zitat")


def make_quotes(soup: BeautifulSoup) -> None:
    """Read Word's styles for quotes, and drop what encyclopedias put behind a sentence.

    Args:
        soup: The parsed HTML, changed in place.
    """
    for paragraph in soup.find_all("p", class_=_QUOTE_STYLE):
        for mark in paragraph.find_all(["i", "em"]):
            mark.unwrap()  # the style is italic by itself
        paragraph.wrap(soup.new_tag("blockquote"))
    for reference in soup.find_all("sup", class_="reference"):
        reference.decompose()


def clean_tables(soup: BeautifulSoup) -> None:
    """Leave of tables that only place things their content; heads are bold by themselves.

    Args:
        soup: The parsed HTML, changed in place.
    """
    for table in soup.find_all("table"):
        rows = table.find_all("tr")
        widest = max((len(row.find_all(["td", "th"], recursive=False)) for row in rows), default=0)
        if table.get("role") == "presentation" or widest < 2:
            for part in table.find_all(["tbody", "thead", "tr", "td", "th"]):
                part.name = "div"
                part.attrs = {}
            table.name = "div"
            continue
        for cell in rows[0].find_all(["td", "th"]):
            for bold in cell.find_all(["b", "strong"]):
                bold.unwrap()
            for span in cell.find_all("span", style=BOLD):
                span.unwrap()
