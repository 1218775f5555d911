"""The security policy of every page (https://www.w3.org/TR/CSP3/): nothing comes from, or goes to, another host."""

from __future__ import annotations

# What a browser obeys only in a header (CSP3, 3.3).
HEADER_ONLY = "frame-ancestors 'none'; "

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "media-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; object-src 'none'; "
    f"base-uri 'none'; form-action 'self'; {HEADER_ONLY}upgrade-insecure-requests"
)
# The same for a page that says it itself, where a host sets no headers.
PAGE_POLICY = CONTENT_SECURITY_POLICY.replace(HEADER_ONLY, "")
