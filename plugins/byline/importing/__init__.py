"""Documents that people bring, as the beginning of an article: its text, its pictures, and everything in doubt."""

from .document import Document as Document
from .reading import read_document as read_document
from .refusal import ImportingError as ImportingError
