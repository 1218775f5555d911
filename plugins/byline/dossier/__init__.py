"""The data protection papers of a site, in English and French, written from the schemas and `governance.toml`."""

from .papers import PAPERS, dossier_files, gaps

__all__ = ["PAPERS", "dossier_files", "gaps"]
