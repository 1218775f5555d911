"""What sharing gives to the other rooms: channels, kits, short links; and what must be true before it does."""

from __future__ import annotations

from collections.abc import Mapping

from ..build import Build
from ..channels import known_channels
from ..made import Made
from ..settings import SettingsError
from ..tokens import Secrets, secrets_of
from .checking import share_findings
from .kits import Sharing
from .looking import shared_texts
from .offered import accepted, misplaced
from .settings import SharingSettings
from .short_links import lost, read_short_links
from .short_pages import by_id


def read_secrets(build: Build, environment: Mapping[str, str]) -> None:
    """Take the keys of personal links into the build; raises `SettingsError` when one could be guessed."""
    try:
        build.settings[Secrets] = secrets_of(environment)
    except ValueError as error:
        raise SettingsError(str(error)) from None


def name_links(build: Build) -> None:
    """Tell the build by which links people may come; raises `SettingsError` when measured people have no key."""
    settings = build.setting(SharingSettings)
    _need_secret(build, build.setting(Secrets))
    build.channels = {one.id: one for one in settings.for_kits()} | known_channels(settings.add)
    build.short_links, faults = read_short_links(build.run.programme)
    build.programme_findings += [*faults, *lost(build.short_links.values(), by_id(build))]


def hand_over(build: Build) -> None:
    """Fill the sharing room's fields of the build; raises `SettingsError` when measured people have no key."""
    name_links(build)
    settings, secrets, today = build.setting(SharingSettings), build.setting(Secrets), build.now.date()
    programme, articles = build.programme, by_id(build)
    build.programme_findings += misplaced(programme, articles, build.channels)
    words = accepted(programme, {author.id: author.name for author in build.edition.authors}, today)
    sharing = Sharing(build.edition, settings, today, programme.people, secrets, words, build.short_links)
    public, private = share_findings(shared_texts(build, sharing))
    build.findings += public
    build.programme_findings += private
    build.kit_for = sharing.kit_for
    build.kit_inputs = sharing.kit_inputs
    published = {article.source: article for article in build.edition.published}
    build.kits = Made(published, lambda source: sharing.kit(published[source]))
    build.account_kits = Made(published, lambda source: sharing.account_kit(published[source]))
    if build.since and not build.run.checking:  # a preview report shows them
        proposed = (a for a in build.edition.articles if a.source in build.since.paths)
        build.share_texts = {a.source: sharing.kit(a).texts for a in proposed}


def _need_secret(build: Build, secrets: Secrets) -> None:
    """Somebody chose to be measured: without a key nobody is, which is a fault in public and worth a word elsewhere."""
    measured = [one for one in build.programme.people.values() if one.measured(build.now.date())]
    if secrets.current or not measured:
        return
    whom = "one person" if len(measured) == 1 else f"{len(measured)} people"
    sentence = f"{whom} chose to be measured, but there is no BYLINE_SECRET: nobody gets personal links"
    if build.production:
        raise SettingsError(f"{sentence}. Set it: at least 32 characters, the same in every build")
    build.notes.append(sentence)
