"""Rules for the host, as Netlify and Cloudflare Pages read them; `docs/` has the same for nginx."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from ..model import Site
from ..policy import CONTENT_SECURITY_POLICY

UNUSED = ("accelerometer", "browsing-topics", "camera", "geolocation", "gyroscope", "magnetometer", "microphone")
EVERYWHERE = (
    f"Content-Security-Policy: {CONTENT_SECURITY_POLICY}",
    "Strict-Transport-Security: max-age=63072000; includeSubDomains",
    "X-Content-Type-Options: nosniff",
    "X-Frame-Options: DENY",
    "Referrer-Policy: strict-origin-when-cross-origin",
    f"Permissions-Policy: {', '.join(f'{name}=()' for name in (*UNUSED, 'payment', 'usb'))}",
    "Cross-Origin-Opener-Policy: same-origin",
    "Cross-Origin-Resource-Policy: same-origin",
)
# Their names carry a hash of their content, so that they never change.
IMMUTABLE = ("Cache-Control: public, max-age=31536000, immutable",)
# `!` takes back what `/*` says: two rules of one name would be joined into a value that means nothing.
CROSS_ORIGIN = ("! Cross-Origin-Resource-Policy", "Cross-Origin-Resource-Policy: cross-origin")
RULES = {
    "/theme/*": IMMUTABLE,
    "/icons/*": IMMUTABLE,
    "/cards/*": CROSS_ORIGIN + IMMUTABLE,
    "/images/*": CROSS_ORIGIN + IMMUTABLE,
    "/authors/*.webp": IMMUTABLE,  # portraits stand beside the pages of their people
    # Hosts guess a type from the file's ending, and not all know this one.
    "/manifest.webmanifest": ("Content-Type: application/manifest+json",),
}


def redirects_file(redirects: Mapping[str, str], site: Site) -> bytes:
    """`_redirects`: one permanent redirect per line, by old address."""
    pairs = ((quote(old), quote(new, "/%?#=&")) for old, new in sorted(redirects.items()))
    lines = (f"{site.base}{old} {site.base}{new} 301\n" for old, new in pairs)
    return "".join(lines).encode()


def headers_file(site: Site, production: bool) -> bytes:
    """`_headers`: the security headers of every page, and how long what never changes may be kept."""
    hidden = () if production else ("X-Robots-Tag: noindex, nofollow",)
    rules = {"/*": EVERYWHERE + hidden, **RULES}
    blocks = ("\n".join([site.base + path, *(f"  {line}" for line in lines)]) for path, lines in rules.items())
    return ("\n".join(blocks) + "\n").encode()
