"""Pictures as evidence: drawn anew before they are kept, so that no place, device or time hides inside; thumbnails.

Refuses a picture that cannot be read: what cannot be drawn anew cannot be cleaned.
"""

import mimetypes
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from assessor_app.domain.errors import KnownError
from assessor_app.usecases.keep_evidence import LARGEST_FILE

THUMB = 88
_JPEG_QUALITY = 90
_CLEAN = ("image/jpeg", "image/png", "image/gif", "image/bmp", "image/webp")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileGiven:
    """A file that the person gave, ready to be kept."""

    name: str
    media_type: str
    data: bytes

    @property
    def is_picture(self) -> bool:
        """Whether it can be shown as a thumbnail."""
        return self.media_type.startswith("image/")


def read_given(path: Path) -> FileGiven:
    """Reads a file from the disk; a picture is cleaned. KnownError where it cannot be read or cleaned."""
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise KnownError("The file is larger than 200 MB.", advice="Attach a shorter extract.", code="file-large")
        data = path.read_bytes()
    except OSError as error:
        raise KnownError(
            f"{path.name} cannot be read.", advice="Check that it is still there and try again.", code="file-unread"
        ) from error
    if not media_type.startswith("image/"):
        return FileGiven(name=path.name, media_type=media_type, data=data)
    return clean_picture(path.name, data)


def clean_picture(name: str, data: bytes) -> FileGiven:
    """The same picture, turned as it was meant to be seen, without anything that was written about it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        raise KnownError(
            f"{name} cannot be read as a picture, so it cannot be freed of the place where it was taken.",
            advice="Save it as JPEG or PNG and attach that.",
            code="picture-unread",
        )
    return encoded(name, image)


def encoded(name: str, image: QImage) -> FileGiven:
    """A picture as bytes: PNG where it has transparent parts, else JPEG."""
    image = image.copy()
    for key in image.textKeys():
        image.setText(key, "")
    is_png = image.hasAlphaChannel()
    out = QByteArray()
    buffer = QBuffer(out)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG" if is_png else "JPEG", -1 if is_png else _JPEG_QUALITY)  # type: ignore[call-overload]
    suffix = ".png" if is_png else ".jpg"
    stem = Path(name).stem or "picture"
    return FileGiven(name=stem + suffix, media_type="image/png" if is_png else "image/jpeg", data=bytes(out.data()))


def thumbnail(data: bytes) -> QImage | None:
    """A square picture of `THUMB` pixels, or None where the data is no picture."""
    image = QImage.fromData(data)
    if image.isNull():
        return None
    scaled = image.scaled(
        QSize(THUMB, THUMB), Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    return scaled.copy((scaled.width() - THUMB) // 2, (scaled.height() - THUMB) // 2, THUMB, THUMB)
