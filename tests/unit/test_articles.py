"""Loading articles: encodings, binary files, web pages, dates, limits; every refusal is typed."""

from __future__ import annotations

import codecs
import hashlib
import io
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser import articles
from summariser.articles import (
    MAX_BYTES,
    MAX_CHARACTERS,
    Article,
    article_from_bytes,
    load_article,
    parse_date,
)
from summariser.decoding import looks_binary, single_byte_guess
from summariser.errors import (
    ArticleTooLong,
    BadDate,
    EmptyArticle,
    InputError,
    NotText,
    UnreadableSource,
)

ENGLISH = (
    "Two soldiers died near the café in Ménaka on Sunday, the mayor’s office said – “no one else was hurt”."
)
FRENCH = (
    "Des milliers de déplacés ont été accueillis à l’école de Gao ; où iront-ils, demande l’État ? Ça brûle."
)
GERMAN = "Über 300 Häuser wurden zerstört, größere Schäden meldet München; niemand weiß, wie es weitergeht."
SPANISH = (
    "¿Qué pasó? El ejército llegó a la región de Nariño el año pasado, según el señor Muñoz. 12 km² ardieron."
)
ARABIC = "قتل ثلاثة جنود قرب المدينة يوم الأحد، وفر آلاف المدنيين إلى المخيم، حسب SDF."
PERSIAN = "چهار سرباز در نزديكي پل كشته شدند و هزاران نفر گريختند."


class TestText:
    @pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff", "\u200b\u200e\u2060", "…—!", "- - -\n***"])
    def test_nothing_to_read(self, text: str) -> None:
        with pytest.raises(EmptyArticle):
            Article(text)

    @pytest.mark.parametrize(
        ("text", "why"),
        [
            ("a\x00b c d e f g h i j k l m", "a NUL"),
            ("half \ud83d of a character", "a lone surrogate"),
            ("\x01\x02\x03\x04 abc", "mostly control characters"),
            ("caf\ufffd r\ufffdsum\ufffd na\ufffdve", "decoded wrongly before"),
            (b"bytes", "not str"),
        ],
    )
    def test_not_text(self, text: str, why: str) -> None:
        with pytest.raises(NotText):
            Article(text)

    @pytest.mark.parametrize(
        "text",
        [
            "One line with a bell \x07 in it is still a text.",
            "One damaged letter \ufffd in a text that is otherwise whole.",
            "\x1b[1mColoured\x1b[0m, by some old tool, but a text of reasonable length all the same.",
            "7",
            "\ufeffA byte order mark in the text itself is kept.",
            "line\r\nends\rof\nall\x85kinds\u2028stay",
        ],
    )
    def test_text_is_kept_letter_for_letter(self, text: str) -> None:
        assert Article(text).text == text

    def test_length_limit_is_exact(self) -> None:
        assert len(Article("a" * MAX_CHARACTERS).text) == MAX_CHARACTERS
        with pytest.raises(ArticleTooLong, match="2,000,001 characters"):
            Article("a" * (MAX_CHARACTERS + 1))

    def test_sha256_is_of_the_utf8_text(self) -> None:
        assert Article("Ménaka").sha256 == hashlib.sha256("Ménaka".encode()).hexdigest()

    @pytest.mark.parametrize("field", ["source", "title", "name"])
    @pytest.mark.parametrize("value", ["\udc80", 7])
    def test_labels_are_unicode_text(self, field: str, value: object) -> None:
        # A lone surrogate comes from an undecodable argument and would break the JSON much later.
        with pytest.raises(InputError):
            Article("text", **{field: value})


class TestDates:
    @pytest.mark.parametrize(
        "text",
        [
            "2019-3-12",
            "12/03/2019",
            "20190312",
            "2019-W11-2",
            "2019-03-12T10:00",
            " 2019-03-12",
            "2019-03-12\n",
            "٢٠١٩-٠٣-١٢",
            "2019-02-30",
            "0000-01-01",
            "yesterday",
            "",
        ],
    )
    def test_only_iso_days(self, text: str) -> None:
        with pytest.raises(BadDate, match="YYYY-MM-DD"):
            parse_date(text)

    def test_iso_day(self) -> None:
        assert parse_date("2019-03-12") == date(2019, 3, 12)

    def test_tomorrow_is_today_somewhere_but_the_day_after_is_not(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(articles, "_today", lambda: date(2025, 12, 31))
        assert parse_date("2026-01-01") == date(2026, 1, 1)
        with pytest.raises(BadDate, match="future"):
            parse_date("2026-01-02")

    def test_today_is_that_of_utc(self) -> None:
        assert abs(articles._today() - datetime.now(UTC).date()) <= timedelta(days=1)

    @pytest.mark.parametrize("published", ["2019-03-12", datetime(2019, 3, 12), 20190312])
    def test_an_article_takes_plain_dates_only(self, published: object) -> None:
        with pytest.raises(BadDate):
            Article("text", published=published)  # type: ignore[arg-type]


class TestEncodings:
    @pytest.mark.parametrize(
        ("text", "encoding", "why"),
        [
            (ENGLISH, "utf-8", "plain"),
            (ENGLISH, "utf-8-sig", "its mark is no character of the text"),
            (ENGLISH, "utf-16", "with its mark"),
            (ENGLISH, "utf-32", "its mark begins with that of UTF-16"),
            (ARABIC, "utf-16", "with its mark"),
            (ENGLISH, "cp1252", "curly quotes and accents"),
            ("“Nobody”, the mayor’s office said – and that was that…", "cp1252", "typography only"),
            (FRENCH, "cp1252", "many accents"),
            (GERMAN, "iso-8859-1", "a subset of Windows-1252"),
            (SPANISH, "iso-8859-1", "signs before words, a square"),
            (ARABIC, "cp1256", "a Latin word in it"),
            (PERSIAN, "cp1256", "Persian letters"),
        ],
    )
    def test_decoded_exactly(self, text: str, encoding: str, why: str) -> None:
        assert article_from_bytes(text.encode(encoding), name="x").text == text

    @pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
    def test_either_order_of_bytes(self, mark: bytes) -> None:
        body = ENGLISH.encode("utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be")
        assert article_from_bytes(mark + body, name="x").text == ENGLISH

    @pytest.mark.parametrize(
        ("text", "encoding"),
        [
            ("Тысячи людей покинули город после обстрела.", "cp1251"),
            ("Тысячи людей покинули город после обстрела.", "koi8-r"),
            ("Diyarbakır'da çıkan çatışmada üç asker yaralandı.", "cp1254"),
            ("Żołnierze ewakuowali tysiące ludzi z Łodzi.", "cp1250"),
            ("Novinar Milošević je rekao da je kuća uništena, a četa poražena.", "cp1250"),
            ("Idős emberek menekültek, erdő égett, a nő sírt.", "cp1250"),
            ("Χιλιάδες άνθρωποι έφυγαν από την πόλη.", "cp1253"),
            ("אלפי אנשים עזבו את העיר אחרי ההפגזה.", "cp1255"),
            (ARABIC, "iso-8859-6"),
            (ENGLISH, "mac_roman"),
            (SPANISH.replace("²", ""), "cp850"),
            ("数千人在洪水后离开了城市，市长说。", "gb18030"),
            ("数千人が避難したと市長は述べた。", "shift_jis"),
            ("수천 명이 대피했다고 시장이 말했다.", "euc_kr"),
            ("数千人が避難した。", "iso2022_jp"),
            (ENGLISH, "utf-16-le"),
            (ARABIC, "utf-16-be"),
        ],
    )
    def test_never_guessed_wrongly(self, text: str, encoding: str) -> None:
        with pytest.raises(NotText, match="UTF-8"):
            article_from_bytes(text.encode(encoding), name="x.txt")

    def test_damaged_utf8_is_not_taken_for_something_else(self) -> None:
        data = f"{FRENCH} {SPANISH}".encode()
        cut = data[: data.rindex("²".encode()) + 1]
        with pytest.raises(NotText, match=f"damaged at byte {len(cut) - 1}"):
            article_from_bytes(cut, name="x")

    def test_damaged_utf16_says_so(self) -> None:
        with pytest.raises(NotText, match="damaged"):
            article_from_bytes(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x00", name="x")

    @given(
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
            lambda t: any(map(str.isalnum, t))
        )
    )
    def test_any_text_comes_back_from_utf8(self, text: str) -> None:
        plain = "x " + text.replace("\ufffd", "") + " \r\n y"
        assert article_from_bytes(plain.encode(), name="x").text == plain

    @given(st.binary(max_size=400))
    def test_any_bytes_give_an_article_or_a_typed_error(self, data: bytes) -> None:
        try:
            outcome: Article | InputError = article_from_bytes(data, name="x")
        except InputError as error:
            outcome = error
        assert outcome.text if isinstance(outcome, Article) else outcome.advice

    @given(st.text("abcdefghij é è ç à ô ü ñ á “ ” ’ –", min_size=1))
    def test_a_guess_is_one_of_its_two_encodings(self, text: str) -> None:
        guess = single_byte_guess(text.encode("cp1252"))
        assert guess is None or guess.text in {text, text.encode("cp1252").decode("cp1256")}


class TestBinary:
    @pytest.mark.parametrize(
        ("data", "what"),
        [
            (b"PK\x03\x04\x14\x00" + bytes(30) + b"xl/workbook.xml", "Excel"),
            (b"PK\x03\x04\x14\x00\x06\x00" + bytes(20), "ZIP"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(8), "old Office"),
            (b"{\\rtf1\\ansi Text}", "rich text"),
            (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
            (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
            (b"GIF89a\x01\x00", "GIF"),
            (b"\x7fELF\x02\x01\x01\x00", "program"),
            (b"MZ\x90\x00\x03\x00", "program"),
            (b"\x1f\x8b\x08\x00", "archive"),
            (b"SQLite format 3\x00", "database"),
            (b"GGUF\x03\x00\x00\x00", "model"),
            (b"\x00\x00\x00\x18ftypmp42", "video"),
            (b"From: <Saved by Blink>\r\nMIME-Version: 1.0", "web page archive"),
        ],
    )
    def test_named_for_what_it_is(self, data: bytes, what: str) -> None:
        with pytest.raises(NotText, match=rf"x\.bin looks like .*{what}.* save it as plain text"):
            article_from_bytes(data, name="x.bin")

    @pytest.mark.parametrize(
        "text",
        [
            "BM is an abbreviation that begins this text.",
            "MZ is another one, and no programme.",
            "PK, a bank, closed its branches.",
            "RIFF raff was arrested, police said.",
            "II* is a Roman figure with a footnote.",
            "PAR1S is misspelt here.",
            "GIF images were posted by the group.",
            "ID3 of the panel was withdrawn.",
        ],
    )
    def test_text_that_begins_like_a_binary_format(self, text: str) -> None:
        assert looks_binary(text.encode()) is None
        assert article_from_bytes(text.encode(), name="x").text == text

    def test_nul_without_a_known_format(self) -> None:
        with pytest.raises(NotText, match="NUL"):
            article_from_bytes(b"abc\x00\x00\x01\x02def", name="x")


PARAGRAPHS = "".join(
    f"<p>On day {n} the residents of Ménaka saw soldiers &amp; trucks pass the market "
    "and leave it again by night.</p>"
    for n in range(5)
)


def page(head: str = "", body: str = PARAGRAPHS) -> bytes:
    return (
        f"<!DOCTYPE html><html><head><title>A night in Ménaka</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav><article>{body}</article>"
        "<footer>Copyright 2001-02-03 Imprint</footer></body></html>"
    ).encode()


class TestWebPages:
    def test_the_article_without_the_rest(self) -> None:
        article = article_from_bytes(
            page(
                '<meta property="og:site_name" content="Harmattan Wire">'
                '<meta property="article:published_time" content="2024-03-05T23:30:00+00:00">'
            ),
            name="x",
        )
        assert "soldiers & trucks pass the market" in article.text
        assert "Sport" not in article.text
        assert "Imprint" not in article.text
        assert (article.published, article.source) == (date(2024, 3, 5), "Harmattan Wire")
        assert article.title == "A night in Ménaka"

    def test_the_caller_knows_better(self) -> None:
        head = '<meta name="date" content="2024-03-05"><meta property="og:site_name" content="Wire">'
        article = article_from_bytes(page(head), name="x", published=date(2024, 3, 6), source="Mine")
        assert (article.published, article.source) == (date(2024, 3, 6), "Mine")

    @pytest.mark.parametrize(
        ("head", "day", "why"),
        [
            ("", None, "the copyright line is no date of publication"),
            ('<meta content="2024-03-05" name="DC.date.issued">', date(2024, 3, 5), "any order, any case"),
            ('<meta name="modified" content="2024-03-05">', None, "a change is not the publication"),
            (
                '<script type="application/ld+json">{"@id":"x","datePublished":"2024-03-05"}</script>',
                date(2024, 3, 5),
                "linked data",
            ),
            (
                '<script type="application/ld+json">[{"datePublished":"2024-03-05"},'
                '{"datePublished":"2024-03-06"}]</script>',
                None,
                "two articles: not said which",
            ),
            ('<script>var x = {"datePublished":"2024-03-05"}</script>', None, "a script is no markup"),
            ('<meta name="date" content="2094-03-05">', None, "the future"),
            ('<meta name="date" content="2024-02-31">', None, "no such day"),
            ('<meta name="date" content="5 March 2024">', None, "not ISO: nothing is guessed"),
            ("<meta name=date><meta property>", None, "nothing in it"),
        ],
    )
    def test_date_only_where_the_markup_declares_it(self, head: str, day: date | None, why: str) -> None:
        assert article_from_bytes(page(head), name="x").published == day

    @pytest.mark.parametrize(
        "html",
        [
            b"<html></html>",
            b"<html><body><form><input name=user><input name=password></form></body></html>",
            b"<!doctype html><html><body><ul>"
            + b"<li><a href=x>Menu item</a></li>" * 30
            + b"</ul></body></html>",
            b"<html><body>" + b"<div>" * 5000,
        ],
    )
    def test_a_page_without_an_article(self, html: bytes) -> None:
        with pytest.raises(EmptyArticle, match="no article was found"):
            article_from_bytes(html, name="x.html")

    def test_declared_encoding(self) -> None:
        html = page('<meta charset="iso-8859-1">').decode().encode("latin-1")
        assert "Ménaka" in article_from_bytes(html, name="x").text
        turkish = "<p>Şırnak'ta çıkan çatışmada üç asker yaralandı, dedi sözcü, ve iki ev yıkıldı.</p>" * 2
        html = page('<meta charset="windows-1254">', turkish).decode().replace("é", "e").encode("cp1254")
        assert "Şırnak'ta" in article_from_bytes(html, name="x").text

    def test_a_declared_codec_that_is_no_encoding_is_not_used(self) -> None:
        html = page('<meta charset="unicode_escape">').decode().encode("mac_roman")
        with pytest.raises(NotText):
            article_from_bytes(html, name="x")

    @pytest.mark.parametrize(
        "text",
        [
            "The sign said <html> and nobody knew why.",
            "<3 was sprayed on the wall, a witness said.",
            "< 20 people were hurt.",
        ],
    )
    def test_text_with_angle_brackets_is_text(self, text: str) -> None:
        assert article_from_bytes(text.encode(), name="x").text == text

    def test_other_xml_is_refused(self) -> None:
        with pytest.raises(NotText, match="XML"):
            article_from_bytes(b'<?xml version="1.0"?><rss><channel/></rss>', name="feed")


class TestSources:
    def test_a_file(self, tmp_path: Path) -> None:
        path = tmp_path / "article.txt"
        path.write_bytes(b"One.\r\nTwo.\n")
        article = load_article(path, published=date(2024, 1, 2), source="Wire")
        assert article == Article("One.\r\nTwo.\n", date(2024, 1, 2), "Wire", None, str(path))

    def test_standard_input(self) -> None:
        article = load_article("-", stdin=io.BytesIO("Ménaka\r\n".encode()))
        assert (article.text, article.name) == ("Ménaka\r\n", "standard input")

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("missing.txt", r"missing\.txt does not exist"),
            ("", "is a directory. Name the files in it"),
            ("article.txt/x", "cannot be read"),
            ("a\x00b", "cannot be read"),
            ("x" * 5000, "cannot be read"),
        ],
    )
    def test_unreadable(self, tmp_path: Path, name: str, message: str) -> None:
        (tmp_path / "article.txt").write_text("Text.")
        with pytest.raises(UnreadableSource, match=message):
            load_article(tmp_path / name)

    def test_an_address_is_not_fetched(self) -> None:
        with pytest.raises(UnreadableSource, match="save the page to a file"):
            load_article("https://example.org/story.html")

    def test_no_permission(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "secret.txt"
        path.write_text("Text.")

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)  # the tests may run as a user whom nothing is refused
        with pytest.raises(UnreadableSource, match="permissions"):
            load_article(path)

    def test_empty_file(self, tmp_path: Path) -> None:
        path = tmp_path / "empty.txt"
        path.touch()
        with pytest.raises(EmptyArticle, match="is empty"):
            load_article(path)

    def test_a_large_file_is_not_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "large.txt"
        with path.open("wb") as file:
            file.truncate(50_000_000)
        monkeypatch.setattr(articles, "_read_at_most", lambda *_: pytest.fail("it was read"))
        with pytest.raises(ArticleTooLong, match="50 MB; the limit is 20 MB"):
            load_article(path)

    def test_a_stream_without_end(self) -> None:
        class Endless(io.RawIOBase):
            given = 0

            def read(self, size: int = -1) -> bytes:
                assert size > 0, "it must not be read to its end"
                self.given += size
                return b"a" * size

        stream = Endless()
        with pytest.raises(ArticleTooLong, match="more than 20 MB"):
            load_article("-", stdin=stream)  # type: ignore[arg-type]
        assert stream.given == MAX_BYTES + 1

    def test_a_name_that_is_no_unicode(self, tmp_path: Path) -> None:
        path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
        path.write_text("Text.")
        name = load_article(path).name
        assert name is not None
        assert name.encode()  # it reaches messages and logs


def test_words_half_latin_half_arabic_are_another_encoding() -> None:
    """cp1256 gives almost every byte a letter, so a damaged Western text would pass for Arabic."""
    with pytest.raises(NotText, match="encoding"):
        article_from_bytes(b"Los ni\xf1os y \x81\x8d\x8f\x90", name="a.txt")
