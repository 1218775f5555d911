"""The site, as Pelican reads it. A company edits the first block; the rest is how Byline works."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parent

# --- Yours -----------------------------------------------------------------------------------------------------------
SITENAME = "Our blog"
SITEURL = "http://localhost:8000"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "en"
THEME = "themes/byline"
DEFAULT_PAGINATION = 20
BYLINE_SITE = {"organisation": ""}
BYLINE_MEASURES = {"source": "logs"}  # reports may show what was imported; pages load nothing for it: docs/measuring.md
BYLINE_LEGAL = {  # the law's pages; docs/settings.md says what each line is for
    "publisher": "",
    "form": "",
    "registration": "",
    "address": "",
    "email": "",
    "phone": "",
    "director": "",
    "host": "",
    "host_address": "",
    "host_contact": "",
}
BYLINE_BRAND = tomllib.loads((ROOT / "brand.toml").read_text("utf-8"))

# --- Where pages stand: change these to keep the addresses of a blog that moves in -----------------------------------
ARTICLE_URL = "articles/{slug}/"
ARTICLE_SAVE_AS = "articles/{slug}/index.html"
ARTICLE_LANG_URL = "{lang}/articles/{slug}/"
ARTICLE_LANG_SAVE_AS = "{lang}/articles/{slug}/index.html"
DRAFT_URL = DRAFT_LANG_URL = "drafts/{id}/"
DRAFT_SAVE_AS = DRAFT_LANG_SAVE_AS = "drafts/{id}/index.html"
PAGE_URL = "pages/{slug}/"
PAGE_SAVE_AS = "pages/{slug}/index.html"
PAGE_LANG_URL = "{lang}/pages/{slug}/"
PAGE_LANG_SAVE_AS = "{lang}/pages/{slug}/index.html"
DRAFT_PAGE_URL = "drafts/pages/{slug}/"
DRAFT_PAGE_SAVE_AS = "drafts/pages/{slug}/index.html"
DRAFT_PAGE_LANG_URL = "drafts/pages/{lang}/{slug}/"
DRAFT_PAGE_LANG_SAVE_AS = "drafts/pages/{lang}/{slug}/index.html"
AUTHOR_URL = "authors/{slug}/"
CATEGORY_URL = "categories/{slug}/"
TAG_URL = "tags/{slug}/"

# --- How Byline works -------------------------------------------------------------------------------------------------
PATH = "content"
OUTPUT_PATH = "output"
PLUGIN_PATHS = ["plugins"]
PLUGINS = [
    "byline.manuscripts",  # what people wrote, read once: front matter checked, HTML made safe
    "byline.edition",  # authors, articles, campaigns: gathered once, frozen
    "byline.evidence",  # who stands behind what has changed, and which bylines carry a signature
    "byline.profiles",  # a page for each author
    "byline.lists",  # home, archive, categories, tags, series, in each language
    "byline.legal",  # legal notice, privacy, accessibility: what the law asks for
    "byline.measures",  # where numbers come from, and what pages load for that
    "byline.pictures",  # every picture people use: guarded, resized, named by content
    "byline.sharing",  # links that tell where a visit came from, texts to share, short links
    "byline.cards",  # the picture that networks show
    "byline.feeds",  # RSS, Atom, JSON
    "byline.redirects",  # old addresses, and what the host is told
    "byline.sitemap",  # what search engines are told
    "byline.identity",  # icons, manifest, whom to tell of a weakness
    "byline.recognition",  # badges, and challenges that all reach together
    "byline.planning",  # when to share what: calendars, files for schedulers (internal)
    "byline.stats",  # who contributed (internal)
    "byline.hub",  # what an ambassador opens (internal)
    "byline.weekly",  # the week's best stories, to send (internal)
    "byline.form",  # writing in a browser (internal, off until BYLINE_FORM has an origin)
    "byline.preview",  # what comms reads before saying yes (internal)
    "byline.checks",  # what an editor would remark
    "byline.press",  # renders, verifies
    "byline.search",  # indexes what press printed
]

ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
ARTICLE_TRANSLATION_ID = PAGE_TRANSLATION_ID = "translation"
READERS = {"rst": None, "html": None, "htm": None}
USE_FOLDER_AS_CATEGORY = False
FILENAME_METADATA = PATH_METADATA = ""
WITH_FUTURE_DATES = True  # Byline decides what is scheduled, by its own clock
LOCALE = ["C.UTF-8"]
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}

# Pelican's own lists miss translators and its copier publishes whatever is linked: Byline prints and guards these.
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ARCHIVES_SAVE_AS = ""
DIRECT_TEMPLATES: list[str] = []
STATIC_PATHS: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = None
FEED_ALL_RSS = CATEGORY_FEED_RSS = AUTHOR_FEED_RSS = None
