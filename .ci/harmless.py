"""What a stranger's texts became, made fit for a comment: `harmless(text, links)`."""

import re
import unicodedata

LONGEST = 60_000  # GitHub takes 65,536 characters
KEPT = "\n\t\u200b\u200c\u200d\u2060"  # lines; joiners, which Persian and emoji need; what keeps signs apart
NOTHING = "\u200b"  # has no width, and keeps apart what would mean something together
CALL = re.compile(r"@(?=\w)")
REFERENCE = re.compile(r"(?<!&)#(?=\d)|\bGH-(?=\d)", re.IGNORECASE)
ADDRESS = re.compile(r"""[a-z][a-z0-9+-]*://[^\s<>"'()\[\]]*""", re.IGNORECASE)
# Other ways to write the signs of an address, which Markdown and HTML take for them.
ESCAPED = re.compile(r"\\+(?=[/:])")
ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|nbsp|#39|#34|#x27);)(?=#|\w)")
BARE = re.compile(r"(?<!:)//|www\.", re.IGNORECASE)


def harmless(text: str, links: list[str]) -> str:
    """The same words, without what could act."""
    text = "".join(c for c in text if c in KEPT or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co"})
    if len(text) > LONGEST:
        text = text[:LONGEST].rpartition("\n")[0] + "\n\n... shortened: the page of the preview has it all."
    text = ENTITY.sub("&amp;", ESCAPED.sub("", text))
    for meaning in (CALL, REFERENCE):
        text = meaning.sub(lambda found: found[0] + NOTHING, text)
    parts, end = [], 0
    for found in ADDRESS.finditer(text):
        ours = ".." not in found[0] and any(f"{found[0]}/".startswith(f"{link.rstrip('/')}/") for link in links if link)
        shown = found[0] if ours else BARE.sub(_apart, found[0].replace("://", f":{NOTHING}//", 1))
        parts += [BARE.sub(_apart, text[end : found.start()]), shown]
        end = found.end()
    return "".join([*parts, BARE.sub(_apart, text[end:])])


def _apart(found: re.Match[str]) -> str:
    return found[0][0] + NOTHING + found[0][1:]
