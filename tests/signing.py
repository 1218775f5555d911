"""Keys made for one test, and commits signed with them."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from pull_requests import STRANGER, commit


@dataclass(frozen=True)
class Key:
    """A key pair: `public` goes into an author's file, `options` let `git commit` sign with it."""

    public: str
    options: tuple[str, ...]
    variables: dict[str, str]

    def commit(self, root: Path, message: str, by: str = STRANGER) -> str:
        """A signed commit of everything as it stands; returns its name."""
        return commit(root, message, by, "--gpg-sign", configured=self.options, **self.variables)


def ssh_key(folder: Path, name: str = "jane", kind: str = "ed25519") -> Key:
    """As `ssh-keygen` makes it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    command = ["ssh-keygen", "-q", "-t", kind, "-N", "", "-C", f"{name}@laptop", "-f", str(file)]
    subprocess.run(command, check=True, capture_output=True)
    options = ("-c", "gpg.format=ssh", "-c", f"user.signingkey={file}.pub")
    return Key(file.with_suffix(".pub").read_text("utf-8").strip(), options, {})


def gpg_key(folder: Path, name: str = "Jane Doe <jane@example.com>") -> Key:
    """As `gpg` makes it, in a keyring of its own. Its folder's path must be short: gpg keeps sockets there."""
    folder.mkdir(mode=0o700)
    home = {"GNUPGHOME": str(folder)}
    gpg = ["gpg", "--homedir", str(folder), "--batch", "--quiet", "--passphrase", "", "--pinentry-mode", "loopback"]
    environment = {**os.environ, **home}
    subprocess.run([*gpg, "--quick-generate-key", name, "ed25519", "sign", "never"], check=True, capture_output=True,
                   env=environment)  # fmt: skip
    armored = subprocess.run([*gpg, "--armor", "--export"], check=True, capture_output=True, env=environment)
    return Key(armored.stdout.decode().strip(), ("-c", f"user.signingkey={name}", "-c", "gpg.format=openpgp"), home)
