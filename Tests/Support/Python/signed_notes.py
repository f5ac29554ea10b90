"""Signed notes as c2sp.org/signed-note writes them, by the `cryptography` package."""
import base64
import hashlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


class Signer:
    def __init__(self, name):
        self.name = name
        self.key = Ed25519PrivateKey.generate()
        public = b"\x01" + self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.identity = hashlib.sha256(name.encode() + b"\n" + public).digest()[:4]
        #: As it is registered for the station.
        self.text = f"{name}+{self.identity.hex()}+{base64.b64encode(public).decode()}"

    def line(self, text):
        return f"\u2014 {self.name} {base64.b64encode(self.identity + self.key.sign(text.encode())).decode()}\n"


def note(text, signers):
    return text + "\n" + "".join(signer.line(text) for signer in signers)
