"""What an editor would remark: rules about words, headings, pictures, links, and what must not leave the company."""

from .excerpt import told as told
from .plugin import register as register
