"""The press: every page is a value until here; then it is rendered, the whole is verified, and a command commits it."""

from .plugin import register as register
