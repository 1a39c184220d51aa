"""The directory at the end: after the members it is known to the last byte, so it is compared and not interpreted.

Where it differs, the differing field gives the reason its name.
"""

from collections.abc import Sequence

from assessor_app.bundle import layout
from assessor_app.bundle.forward import Forward
from assessor_app.bundle.refusal import BundleRefusedError, RefusalCode

_UP_TO_DISK = slice(0, 34)  # after it come the disk, the attributes, which were looked at before, and the place


def check_directory(archive: Forward, entries: Sequence[layout.Entry]) -> None:
    """Read the directory and the end records; BundleRefusedError where they differ from what was read before them."""
    begins = archive.position
    for position, entry in enumerate(entries, start=1):
        _check_entry(archive, layout.directory_entry(entry), position)
    expected = layout.end_of_archive(entries, offset=begins)
    mark = archive.exactly(4)
    if mark == layout.DIRECTORY_MARK:
        raise BundleRefusedError(RefusalCode.DIRECTORY_DISAGREES, "its directory names a part that it does not have")
    found = mark + archive.exactly(len(expected) - 4)
    if found != expected:
        if found[:-2] == expected[:-2]:
            raise BundleRefusedError(RefusalCode.COMMENT, "it carries a comment")
        raise BundleRefusedError(RefusalCode.END_DISAGREES, "its last part does not agree with the rest")
    archive.expect_end()


def _check_entry(archive: Forward, expected: bytes, position: int) -> None:
    fixed = archive.exactly(4)
    if fixed == layout.LOCAL_MARK:
        raise BundleRefusedError(RefusalCode.UNLISTED_MEMBER, "it has a part that is not in its manifest")
    if fixed in (layout.END_MARK, layout.END64_MARK):
        raise BundleRefusedError(RefusalCode.DIRECTORY_DISAGREES, "its directory leaves out a part")
    if fixed != layout.DIRECTORY_MARK:
        raise BundleRefusedError(RefusalCode.DATA_BETWEEN, "something stands where its directory has to")
    fixed += archive.exactly(layout.DIRECTORY.size - 4)
    if fixed != expected[: layout.DIRECTORY.size]:
        raise _differing(fixed, expected[: layout.DIRECTORY.size], position)
    if archive.exactly(len(expected) - len(fixed)) != expected[len(fixed) :]:
        raise _refused(RefusalCode.DIRECTORY_DISAGREES, position, "in its name")


def _differing(found: bytes, expected: bytes, position: int) -> BundleRefusedError:
    (_, made_by, _, flags, method, _, _, _, _, _, _, extra, comment, _, internal, external, _) = (
        layout.DIRECTORY.unpack(found)
    )
    (_, good_made_by, _, _, _, _, _, _, _, _, _, good_extra, _, _, _, _, _) = layout.DIRECTORY.unpack(expected)
    if (made_by, internal, external) != (good_made_by, 0, 0):
        return _refused(RefusalCode.LINK_OR_ATTRIBUTES, position, "by calling it something other than a plain file")
    if comment:
        return _refused(RefusalCode.COMMENT, position, "by adding a comment")
    if extra != good_extra:
        return _refused(RefusalCode.EXTRA_FIELD, position, "by adding data")
    if method:
        return _refused(RefusalCode.COMPRESSED, position, "by calling it compressed")
    if flags:
        return _refused(RefusalCode.FLAGS, position, "by asking for a way of reading that is not used here")
    if found[_UP_TO_DISK] == expected[_UP_TO_DISK]:
        return _refused(RefusalCode.OVERLAP, position, "by placing it elsewhere")
    return _refused(RefusalCode.DIRECTORY_DISAGREES, position, "in what it says")


def _refused(code: RefusalCode, position: int, how: str) -> BundleRefusedError:
    return BundleRefusedError(code, f"its directory contradicts part {position}, {how}")
