"""Pages to look at: HTML that holds no script, asks for nothing, and shows text as text."""

from communique.pages.article import article_page, framed

__all__ = ["article_page", "framed"]
