"""One article as one file: the page that was built, with all that it shows inside, to be read anywhere and approved."""

from .page import one_page as one_page
