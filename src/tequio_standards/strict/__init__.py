"""JSON, XML and archives from strangers, read safely: limits, duplicate keys, entities, paths."""

from tequio_standards.strict.archives import ArchiveLimits, Member
from tequio_standards.strict.canonical import jcs
from tequio_standards.strict.errors import DuplicateKey, Malformed, StrictError, TooDeep, TooLarge, Unsafe
from tequio_standards.strict.jsontext import load_json
from tequio_standards.strict.opening import read_archive
from tequio_standards.strict.tars import read_tar
from tequio_standards.strict.xmltext import open_xml
from tequio_standards.strict.zips import read_zip

__all__ = [
    "ArchiveLimits",
    "DuplicateKey",
    "Malformed",
    "Member",
    "StrictError",
    "TooDeep",
    "TooLarge",
    "Unsafe",
    "jcs",
    "load_json",
    "open_xml",
    "read_archive",
    "read_tar",
    "read_zip",
]
