"""All that this room knows of Pelican: it is the last that is asked, and the only one that writes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from ..brand import hard_to_read
from ..build import Build
from ..glue import build_of, use_settings
from ..settings import SettingsError
from .looking import look
from .theme import load_theme
from .theme_settings import ThemeSettings
from .writer import Collector


def register() -> None:
    signals.initialized.connect(read_settings)
    signals.initialized.connect(refuse_unknown)
    signals.initialized.connect(name_assets)
    signals.initialized.connect(spare_contents)
    signals.article_generator_init.connect(need_no_template)
    signals.page_generator_init.connect(need_no_template)
    signals.all_generators_finalized.connect(keep_context)
    signals.get_writer.connect(collect)
    signals.finalized.connect(print_build)


def read_settings(pelican: Pelican) -> None:
    """Validate `BYLINE_THEME`."""
    use_settings(pelican, "BYLINE_THEME", ThemeSettings)


def refuse_unknown(pelican: Pelican) -> None:
    """The last room to be initialized knows which settings nobody asked for."""
    build: Build = pelican.settings["byline"]
    known = {*build.setting_names, "BYLINE_SITE", "BYLINE_RUN", "BYLINE_BRAND"}
    for name in sorted(name for name in pelican.settings if name.startswith("BYLINE_") and name not in known):
        raise SettingsError(f"unknown setting {name!r} (known: {', '.join(sorted(known - {'BYLINE_RUN'}))})")


def name_assets(pelican: Pelican) -> None:
    """Other rooms may point to a theme's file: a feed to its style sheet."""
    build: Build = pelican.settings["byline"]
    theme = load_theme(Path(pelican.theme), build.brand, build.run.root)
    build.theme = theme
    build.assets = {name: f"/{file.save_as}" for name, file in theme.assets.items()}
    build.notes += hard_to_read(build.brand)
    if build.assets:  # ours carry a hash in their names; Pelican would copy them a second time, without
        pelican.settings["THEME_STATIC_PATHS"] = []


def spare_contents(pelican: Pelican) -> None:
    """Pelican's own objects for texts cost more than all the rest, and only others ask for them."""
    build: Build = pelican.settings["byline"]
    if not build.theme.classic and all(name.startswith("byline.") for name in pelican.settings["PLUGINS"]):
        pelican.settings.update(ARTICLE_PATHS=[], PAGE_PATHS=[])


def need_no_template(generator: Generator) -> None:
    """Pelican looks a template up for every text; ours speak languages that only the press installs."""
    generator.get_template = str


def keep_context(generators: Sequence[Generator]) -> None:
    """A classic theme is printed with Pelican's own context, which `finalized` no longer gives."""
    build_of(generators).context = generators[0].context


def collect(_pelican: Pelican) -> type[Writer]:
    return Collector


def print_build(pelican: Pelican) -> None:
    """Into Pelican's output folder, which is a stage when the `byline` command runs; a check only looks."""
    build: Build = pelican.settings["byline"]
    whole = look(build)
    if not build.run.checking:
        from .printing import print_all  # with all that renders

        print_all(build, whole, Path(pelican.output_path))
