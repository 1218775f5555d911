"""The form in a real browser, on a local repository: the folder picker is a stub, and all else is what people meet."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from checkouts import a_checkout
from hosting import hosted
from picture_files import as_bytes
from running import ROOT, Said, article, byline, site

PICKER = "window.showDirectoryPicker = async () => navigator.storage.getDirectory();"
PUT = """async (files) => {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle(".git", { create: true });
    for (const [path, text] of Object.entries(files)) {
        const parts = path.split("/"), name = parts.pop();
        let folder = root;
        for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
        const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await file.write(text);
        await file.close();
    }
}"""
GET = """async () => {
    const found = {};
    const walk = async (folder, path) => {
        for await (const [name, handle] of folder.entries()) {
            if (handle.kind === "directory") await walk(handle, `${path}${name}/`);
            else found[path + name] = [...new Uint8Array(await (await handle.getFile()).arrayBuffer())];
        }
    };
    await walk(await navigator.storage.getDirectory(), "");
    return found;
}"""
FORM = """
BYLINE_FORM = {"origin": "https://git.example.com", "host": "gitlab", "repository": "merrow/blog", "app_id": "a"}
"""


def camera(place: str) -> Image.Exif:
    """What a camera writes into a picture."""
    written = Image.Exif()
    written[0x010E] = place
    return written


PLACE = "48.8584 N, 2.2945 E"
COVER = as_bytes(Image.linear_gradient("L").resize((640, 360)), "JPEG", exif=camera(PLACE))
CATEGORIES = '[writing]\nname = "Writing"\n[trust]\nname = "Trust"\n'


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site whose form is turned on, built."""
    if not (ROOT / ".venv/form/index.js").is_file():
        say = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        say("the form is not installed: .ci/setup form")
    folder = a_checkout(tmp_path_factory.mktemp("form"))
    site(
        folder,
        **{
            "articles/2026/one/index.md": article(title="The first one", summary="What it is about."),
            "articles/2026/short.md": article(title="A short one", summary="What it is about."),
            "authors/omar-haddad.md": "---\nname: Omar Haddad\n---\n",
            "categories.toml": CATEGORIES,
            "site.toml": 'name = "A blog"\nlang = "en"\n',
        },
    )
    (folder / "pelicanconf.py").write_text((folder / "pelicanconf.py").read_text("utf-8") + FORM, "utf-8")
    (folder / ".venv").symlink_to(sys.prefix)
    said = run(folder, "build")
    assert said.code == 0, said
    return folder


def run(folder: Path, *arguments: str) -> Said:
    return byline(*arguments, cwd=folder, PYTHONPATH=str(folder / "plugins"))


@pytest.fixture
def form(browser: Browser, checkout: Path) -> Iterator[Page]:
    """The form as somebody sees it who has just chosen the folder of the repository."""
    sent: list[str] = []
    wrong: list[str] = []
    with hosted(checkout / "internal/admin") as url:
        context = browser.new_context(base_url=url, locale="en-US", viewport={"width": 1280, "height": 1000})
        context.add_init_script(PICKER)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        # The browser itself refuses what the policy forbids, before it is sent.
        page.on("requestfinished", lambda request: sent.append(request.url))
        page.goto("/")
        page.evaluate(PUT, contents(checkout))
        page.get_by_role("button", name="Work with Local Repository").click()
        yield page
        context.close()
        assert [one for one in sent if not one.startswith((url, "data:", "blob:"))] == []
        assert wrong == []


def contents(folder: Path) -> dict[str, str]:
    files = sorted(path for path in (folder / "content").rglob("*") if path.suffix in (".md", ".toml"))
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def saved(page: Page, checkout: Path) -> dict[str, bytes]:
    """What the form wrote, put into the checkout as a commit would."""
    before = {name: text.encode() for name, text in contents(checkout).items()}
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_text("Saved").or_(page.get_by_text("entry has been saved")).first).to_be_visible(timeout=20_000)
    files = {name: bytes(data) for name, data in page.evaluate(GET).items()}
    changed = {name: data for name, data in files.items() if before.get(name) != data}
    for name, data in changed.items():
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        (checkout / name).write_bytes(data)
    return changed


def test_an_article_that_the_form_saves_passes_the_check(form: Page, checkout: Path) -> None:
    form.get_by_role("button", name="New").first.click()
    form.get_by_role("textbox", name="Title").fill('Café: what the wind taught us, "twice"')
    form.get_by_role("checkbox", name="Jane Doe").click()
    form.get_by_role("checkbox", name="Omar Haddad").click()
    form.get_by_role("textbox", name="Summary").fill("What we learned: more than we asked for.")
    form.get_by_role("radio", name="Writing").click()
    form.get_by_role("textbox", name="Text", exact=True).click()
    form.keyboard.type("The first Friday felt like a mistake.")
    form.get_by_role("button", name="Browse").first.click()
    with form.expect_file_chooser() as chosen:
        form.get_by_role("dialog").get_by_role("button", name="Upload").click()
    chosen.value.set_files({"name": "Our office.jpg", "mimeType": "image/jpeg", "buffer": COVER})
    form.get_by_role("dialog").get_by_role("button", name="Insert").click()
    # It is drawn anew first, which takes a moment on a busy machine.
    expect(form.get_by_role("button", name="Replace Image")).to_be_visible(timeout=20_000)
    form.get_by_role("textbox", name="What the cover shows").fill("An empty office, chairs on the tables")
    form.get_by_role("textbox", name="Item Value").first.fill("four-day week")

    changed = saved(form, checkout)

    folder = "content/articles/2026/cafe-what-the-wind-taught-us-twice"
    assert sorted(changed) == [f"{folder}/index.md", f"{folder}/our-office.webp"]
    text = changed[f"{folder}/index.md"].decode()
    assert "image: our-office.webp" in text
    assert PLACE.encode() in COVER
    assert PLACE.encode() not in changed[f"{folder}/our-office.webp"]
    assert "authors:\n  - jane-doe\n  - omar-haddad\n" in text
    said = run(checkout, "check", "--format", "json")
    assert (said.code, said.out) == (0, "[]\n"), text


def test_an_article_that_is_there_can_be_edited_and_stays_in_its_file(form: Page, checkout: Path) -> None:
    form.get_by_text("The first one").first.click()
    form.get_by_role("textbox", name="Title").fill("The first one, mended")

    [(name, data)] = saved(form, checkout).items()

    text = data.decode()
    assert name == "content/articles/2026/one/index.md"
    assert "title: The first one, mended" in text
    assert "Some words." in text
    assert run(checkout, "check", "--format", "json").out == "[]\n"
