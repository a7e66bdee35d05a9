"""Pages to look at: HTML that asks for nothing over the network, and shows text as text."""

from communique.pages.article import article_page, framed, record_rows, safe_url
from communique.pages.report import report_page
from communique.pages.summary import summary_page

__all__ = ["article_page", "framed", "record_rows", "report_page", "safe_url", "summary_page"]
