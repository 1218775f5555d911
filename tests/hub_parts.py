"""A hub in memory: a build with channels and kits as the sharing room gives them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from built import a_build
from byline.build import Build
from byline.channels import known_channels
from byline.hub.files import hub_output
from byline.hub.settings import HubSettings
from byline.made import Made
from byline.model import Ambassador, Edition, Programme
from byline.sharing.kits import Sharing
from byline.sharing.settings import SharingSettings
from byline.tokens import Secrets

SECRET = "a secret that nobody guesses, long enough"


def a_hub_build(edition: Edition, programme: Programme | None = None, **fields: Any) -> Build:
    """A build that can print its hub."""
    settings = SharingSettings()
    programme = programme or Programme()
    build = a_build(edition, HubSettings(), settings, programme=programme, **fields)
    sharing = Sharing(edition, settings, build.now.date(), programme.people, Secrets(SECRET))
    build.channels = {one.id: one for one in settings.for_kits()} | known_channels(settings.add)
    published = {one.source: one for one in edition.published}
    build.kits = Made(published, lambda source: sharing.kit(published[source]))
    build.kit_for, build.kit_inputs = sharing.kit_for, sharing.kit_inputs
    return build


def hub_files(build: Build) -> Mapping[str, bytes]:
    """Every file of the hub by its path below `internal/`."""
    return {file.save_as: file.data for file in hub_output(build)}


def people(*all_of_them: Ambassador) -> dict[str, Ambassador]:
    """Ambassadors by id."""
    return {one.id: one for one in all_of_them}
