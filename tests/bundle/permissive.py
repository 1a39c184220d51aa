"""The control: a reader as one writes it in an afternoon, on `zipfile`.

It believes the directory, checks the signature and each listed hash, and looks no further. That is not little, and the
corpus and the mutations must still get past it, or they would prove nothing about ours.
"""

import base64
import hashlib
import io
import re
import zipfile

from assessor_app.bundle import layout
from tests.bundle.builders import check


def accepts(data: bytes) -> bool:
    """Whether it would use this ZIP."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            manifest = archive.read(layout.ASIC_MANIFEST_NAME)
            check(manifest, archive.read(layout.SIGNATURE_NAME))
            lines = re.findall(r'URI="([^"]*)">.*?<ds:DigestValue>([^<]*)<', manifest.decode())
            return bool(lines) and all(_sha256(archive.read(name)) == digest for name, digest in lines)
    except Exception:  # noqa: BLE001  a reader that gives up, in whatever way, did not accept
        return False


def _sha256(content: bytes) -> str:
    return base64.b64encode(hashlib.sha256(content).digest()).decode()
