"""An author's public keys, laid out for git in a folder that lasts as long as one question.

Only whole, well-formed keys are laid out, in our own words: nothing that somebody wrote becomes an option of ssh-keygen
or gpg, and the person's own keyring is never asked.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

SSH_KEY = re.compile(
    r"(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)"
    r"|sk-ssh-ed25519@openssh\.com|sk-ecdsa-sha2-nistp256@openssh\.com) ([A-Za-z0-9+/]{40,4000}={0,2})(?: [^\n]*)?"
)
GPG_KEY = re.compile(
    r"-----BEGIN PGP PUBLIC KEY BLOCK-----\n[\x20-\x7e\n]{1,60000}\n-----END PGP PUBLIC KEY BLOCK-----"
)


@dataclass(frozen=True)
class Keyring:
    """The keys of one person, and the options and variables that let git see these alone."""

    author: str
    folder: Path

    @property
    def options(self) -> tuple[str, ...]:
        allowed = self.folder / "allowed_signers"
        return (
            *("-c", f"gpg.ssh.allowedSignersFile={allowed}", "-c", "gpg.ssh.revocationFile="),
            *("-c", "gpg.program=gpg", "-c", "gpg.openpgp.program=gpg", "-c", "gpg.ssh.program=ssh-keygen"),
            *("-c", "gpg.x509.program=false", "-c", "gpg.minTrustLevel=undefined"),
        )

    @property
    def variables(self) -> dict[str, str]:
        return {"GNUPGHOME": str(self.folder / "gnupg")}


def usable(keys: Iterable[str]) -> list[str]:
    """Those that are SSH or GPG public keys; an SSH key without its comment."""
    found = []
    for key in (one.strip().replace("\r\n", "\n") for one in keys):
        if ssh := SSH_KEY.fullmatch(key):
            found.append(f"{ssh[1]} {ssh[2]}")
        elif GPG_KEY.fullmatch(key):
            found.append(key)
    return found


@contextmanager
def keyring(author: str, keys: Iterable[str]) -> Iterator[Keyring]:
    """A keyring that holds the usable keys of one author and nothing else."""
    with TemporaryDirectory(prefix="byline-keys-") as name:
        folder = Path(name)
        home = folder / "gnupg"
        home.mkdir(mode=0o700)
        (home / "gpg.conf").write_text("no-autostart\nno-auto-key-retrieve\nno-auto-check-trustdb\n")
        ssh = []
        for key in usable(keys):
            if key.startswith("-----"):
                _import(home, key)
            else:
                ssh.append(f'{author} namespaces="git" {key}\n')
        (folder / "allowed_signers").write_text("".join(ssh))
        yield Keyring(author, folder)


def _import(home: Path, key: str) -> None:
    """Without gpg on this machine its keys prove nothing, which is what a signature then counts for."""
    command = ["gpg", "--homedir", str(home), "--batch", "--quiet", "--no-autostart", "--import"]
    try:
        subprocess.run(command, input=key.encode(), capture_output=True, check=False, timeout=30)
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return
