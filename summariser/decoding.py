"""From the bytes of a file to text, or the reason why they are not text.

The order is from certain to uncertain: known binary formats by their first bytes, a byte order mark,
strict UTF-8, the encoding that an HTML page declares, and last a single-byte encoding. The last is a
guess, since *any* bytes decode as Windows-1252, so it is made only where every word that hangs on it
looks like a word, and refused where the neighbours of an encoding would read the same bytes as other
letters: a wrong letter in a name is worse than a refusal, because nobody would notice it.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from summariser.errors import NotText

_SAVE_AS_TEXT: Final = "Open it in the program it was made with and save it as plain text (UTF-8)"
_SAVE_AS_UTF8: Final = "Save it as UTF-8 and try again"

_MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    # Regular expressions on the first bytes. Where a format's mark could also begin a text ("BM",
    # "MZ"), a NUL or a control character near it is asked for as well.
    (rb"\s{0,64}%PDF-", "a PDF file"),
    (rb"PK\x03\x04.{0,4000}word/", "a Word document (.docx)"),
    (rb"PK\x03\x04.{0,4000}xl/", "an Excel workbook (.xlsx)"),
    (rb"PK\x03\x04.{0,100}mimetypeapplication/vnd\.oasis\.opendocument", "an OpenDocument file"),
    (rb"PK\x03\x04.{0,100}mimetypeapplication/epub", "an e-book (.epub)"),
    (rb"PK(\x03\x04|\x05\x06)", "a ZIP archive or an office document"),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls)"),
    (rb"\{\\rtf", "a rich text document (.rtf)"),
    (rb"\x89PNG\r\n\x1a\n", "a PNG image"),
    (rb"\xff\xd8\xff", "a JPEG image"),
    (rb"GIF8[79]a", "a GIF image"),
    (rb"RIFF....WEBP", "a WebP image"),
    (rb"II\*\x00|MM\x00\*", "a TIFF image"),
    (rb"BM.{4}\x00\x00\x00\x00", "a bitmap image"),
    (rb".{4}ftyp(heic|heix|mif1|avif)", "an image"),
    (rb".{4}ftyp", "a video"),
    (rb"\x7fELF|MZ.{0,64}\x00|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe|\x00asm", "a program"),
    (rb"\x1f\x8b|BZh[1-9]1AY&SY|\xfd7zXZ\x00|7z\xbc\xaf\x27\x1c|\x28\xb5\x2f\xfd|Rar!\x1a", "an archive"),
    (rb"ID3[\x02-\x04]|OggS\x00|fLaC\x00|RIFF.{4}WAVE", "a sound file"),
    (rb"SQLite format 3\x00", "a database"),
    (rb"GGUF[\x01-\x09]\x00", "a model file (.gguf)"),
    (rb"PAR1[\x00-\x1f]", "a Parquet table"),
    (rb"bplist0", "a binary property list or web archive"),
    (rb"From: <Saved by|MIME-Version:.{0,2000}multipart/related", "a saved web page archive (.mhtml)"),
)

_BOMS: Final = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_META_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{2,30})", re.IGNORECASE
)
_DECLARED: Final = {
    # What a browser takes for these labels: Windows-1252 is what "iso-8859-1" pages really hold.
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
}
_DECLARABLE: Final = re.compile(
    r"(utf-?8|cp\d+|windows-\d+|iso-8859-\d+|koi8-[ru]|gb18030|big5|euc-jp)", re.ASCII
)

# Letters and signs whose bytes mean something else in a neighbouring encoding: Turkish (1254), Central
# European (1250: "Milosevic" with its accents would come out as "Miloševiè", "idő" as "idõ"), Chinese.
_DOUBTFUL: Final = re.compile(
    r"[ÐÝÞðýþ]|[õÕ](?![eE])|[¨¤¦ˆ˜¸¯¬]|[šžŠŽ](?=.*[èæÈÆ])|[èæÈÆ](?=.*[šžŠŽ])", re.DOTALL
)
_TYPOGRAPHY: Final = re.compile("[‘’“”–—…«»•·€£°\u00a0]|\\b[kcm]?m[²³]|\\d[ºª]|§(?=\\s?[0-9])")
"""In the same place on every Western page, or in use beside plain English words and figures."""
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_BROKEN_WORD: Final = re.compile(
    # A sign right behind a letter or inside a word ("Bogot‡"), an Arabic letter behind a digit, or an
    # invisible mark of the Arabic page next to a Western letter, where Turkish has its dotless i.
    r"[^\W\d_][‚ƒ„†‡‰‹™¡¢¥©ª®±²³´µ¶¹º¼½¾¿×÷]|[‚ƒ†‡‰›§¢¥±²³´µ¶¹º¼½¾×÷][^\W\d_]|[0-9][\u0621-\u06d3]"
    r"|[A-Za-zÀ-ÿ][\u200c-\u200f]|[\u200c-\u200f][A-Za-zÀ-ÿ]"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the encoding it was read in."""

    text: str
    encoding: str


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file's bytes, line ends and all.

    Args:
        data: The whole file.
        name: How messages call it.

    Raises:
        NotText: It is a known binary format, or no encoding fits beyond doubt.
    """
    binary = looks_binary(data)
    if binary:
        raise NotText(f"{name} looks like {binary}", _SAVE_AS_TEXT, name=name, format=binary)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding, name)
    if b"\x00" in data:
        raise NotText(f"{name} {_describe_nul(data)}", _SAVE_AS_UTF8, name=name)
    if re.search(rb"\x1b\$[@AB)]", data):
        raise NotText(f"{name} is in an ISO-2022 encoding", _SAVE_AS_UTF8, name=name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, name, error)


def looks_binary(data: bytes) -> str | None:
    """What binary format the first bytes announce, as a reader would call it."""
    return next((what for magic, what in _MAGIC if re.match(magic, data, re.DOTALL)), None)


def _strictly(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, UnicodeError) as error:
        at = getattr(error, "start", 0)
        raise NotText(
            f"{name} is marked as {encoding} but damaged at byte {at}", _SAVE_AS_UTF8, name=name, byte=at
        ) from None


def _describe_nul(data: bytes) -> str:
    sample = data[:4000]
    # Two bytes a character, one of them 0 for every space and ASCII letter.
    halves = (sample[0::2].count(0), sample[1::2].count(0))
    if max(halves) >= len(sample) / 8 and min(halves) <= len(sample) / 100:
        return "looks like UTF-16 without its byte order mark"
    return "is binary: it holds NUL bytes"


def _not_utf8(data: bytes, name: str, error: UnicodeDecodeError) -> Decoded:
    lenient = data.decode("utf-8", errors="replace")
    good = sum(1 for c in lenient if ord(c) > 127 and c != "\ufffd")
    if good > lenient.count("\ufffd"):
        # Chance makes few valid multi-byte sequences, so this was UTF-8 before it was damaged or cut.
        raise NotText(
            f"{name} is UTF-8 damaged at byte {error.start}",
            "Fetch or save the file again",
            name=name,
            byte=error.start,
        )
    declared = _declared_encoding(data)
    if declared:
        return _strictly(data, declared, name)
    guess = single_byte_guess(data)
    if guess is None:
        raise NotText(
            f"{name} is not UTF-8 (byte {error.start}), and its encoding is not known",
            _SAVE_AS_UTF8,
            name=name,
            byte=error.start,
        )
    return guess


def _declared_encoding(data: bytes) -> str | None:
    match = _META_CHARSET.search(data[:4096])
    if match is None:
        return None
    label = match[1].decode("ascii").lower()
    label = _DECLARED.get(label, label)
    if not _DECLARABLE.fullmatch(label):  # never a codec such as "unicode_escape", which is code
        return None
    try:
        return codecs.lookup(label).name
    except LookupError:
        return None


_MIXED = re.compile(r"[a-zA-Z][\u0600-\u06ff]|[\u0600-\u06ff][a-zA-Z]")
"""No word is half Latin, half Arabic: such text was written in another encoding."""


def single_byte_guess(data: bytes) -> Decoded | None:
    """Windows-1252 (and ISO-8859-1 with it) or Windows-1256, where the words leave no doubt; else None."""
    candidates = []
    for encoding in ("cp1252", "cp1256"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        share = _share_of_words(text)
        if share >= 0.97 and not _DOUBTFUL.search(text) and not _MIXED.search(text):
            candidates.append((share, Decoded(text, encoding)))
    if not candidates:
        return None
    return max(candidates, key=lambda pair: pair[0])[1]  # max keeps the first of equals: Western


def _share_of_words(text: str) -> float:
    """The part of the words with characters outside ASCII that look like words of one script."""
    if any(unicodedata.category(c) == "Cc" and c not in "\t\n\r\f\v" for c in text):
        return 0.0
    words = [word for word in _TYPOGRAPHY.sub(" ", text).split() if not word.isascii()]
    # No such word: only typography is at stake, which all candidates hold in the same place.
    return sum(map(_is_word, words)) / len(words) if words else 1.0


def _is_word(word: str) -> bool:
    return not _BROKEN_WORD.search(word) and all(map(_is_of_one_script, _LETTERS.findall(word)))


def _is_of_one_script(letters: str) -> bool:
    high = [c for c in letters if ord(c) > 127]
    arabic = sum(1 for c in high if "\u0600" <= c <= "\u06ff")
    if arabic:
        return arabic == len(letters)
    # "Ïðèâåò" and "ÇáÌãåæÑíÉ": other scripts read as Western letters are nothing but accents.
    if len(letters) > 3 and len(high) * 2 > len(letters):
        return False
    # "MŽnaka", "cafŽ": an accented capital inside a word that is not all capitals.
    return letters.isupper() or not any(c.isupper() and ord(c) > 127 for c in letters[1:])
