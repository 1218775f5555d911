"""Plain Pelican: the folders come from the environment, and `CACHED` asks for Pelican's own cache."""

import os
from pathlib import Path

from pelican import signals

PATH, OUTPUT_PATH = os.environ["CONTENT"], os.environ["OUTPUT"]
THEME = str(Path(__file__).parent / "theme")
SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG = "Company Blog", "https://blog.example.com", "UTC", "en"
ARTICLE_URL, ARTICLE_SAVE_AS = "{slug}/", "{slug}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "authors/{slug}/", "authors/{slug}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "categories/{slug}/", "categories/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "tags/{slug}/", "tags/{slug}/index.html"
AUTHORS_SAVE_AS, CATEGORIES_SAVE_AS, TAGS_SAVE_AS = (f"{kind}/index.html" for kind in ("authors", "categories", "tags"))
ARCHIVES_SAVE_AS, DIRECT_TEMPLATES = "", ["index", "authors", "categories", "tags"]
DEFAULT_PAGINATION = 20
PAGINATION_PATTERNS = (
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = None
FEED_ALL_RSS, AUTHOR_FEED_RSS = "index.xml", "authors/{slug}/index.xml"
FEED_MAX_ITEMS, RSS_FEED_SUMMARY_ONLY = 20, True
STATIC_PATHS: list[str] = []
USE_FOLDER_AS_CATEGORY = False
CACHE_CONTENT = LOAD_CONTENT_CACHE = bool(os.environ.get("CACHED"))
CACHE_PATH, CONTENT_CACHING_LAYER = os.environ.get("CACHED", ""), "generator"


def neighbors(generator):
    """Each article with the one before and the one after it, as a popular plugin gives them."""
    articles = [None, *generator.articles, None]
    for newer, article, older in zip(articles, articles[1:], articles[2:], strict=False):
        article.next_article, article.prev_article = newer, older


class Neighbors:
    """A plugin."""

    @staticmethod
    def register():
        signals.article_generator_finalized.connect(neighbors)


PLUGINS = [Neighbors]
