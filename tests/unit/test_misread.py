"""UTF-8 that was read in another encoding is put right where there is no doubt."""

import pytest

from summariser.misread import read_rightly
from summariser.normalise.numbers import find_numbers
from summariser.plain_text import plain_sentences, plain_text


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize(
    "text",
    ["“It’s over” – José said…", "blessés à Ménaka", "قتل الجيش خمسة", "Malmö, Łódź", "\ufeffTen – two"],
)
def test_signs_are_put_right(text: str, encoding: str) -> None:
    misread = "".join(
        bytes([b]).decode(encoding, "ignore") or chr(b) for b in text.encode()
    )  # bytes that Windows-1252 does not know pass as they are
    done = read_rightly(misread)
    assert done is not None
    assert done.after == text


@pytest.mark.parametrize(
    "text",
    [
        "LE CAFÉ» a fermé",
        "«À», «É», «Ê»",
        "MANHÃ…",
        "ÑANDÚ¡",
        "PERÚ”",
        "L’ÉTÉ…",
        "São Paulo – divisão",
        "Citroën’s",
    ],
)
def test_signs_that_are_meant_stay(text: str) -> None:
    assert read_rightly(text) is None
    assert plain_text(text) == text


def test_one_doubtful_place_in_a_text_of_good_signs_stays() -> None:
    assert read_rightly("“Bon”, dit-il à l’été – Ã© – “non”, répète-t-il.") is None


def test_a_misread_quotation_mark_is_no_sign_that_nobody_sees() -> None:
    given = "The army said â€œnoâ€\x9d to us."
    plain, _ = plain_sentences(given)
    assert plain.text == "The army said “no” to us."
    assert not plain.passed
    tagged = given + " JosÃ©\u200b left."
    plain, _ = plain_sentences(tagged)
    assert [tagged[p.start : p.end] for p in plain.passed] == ["\u200b"]


def test_a_citation_is_the_text_as_it_came() -> None:
    given = "JosÃ© saidâ€”twice."
    plain, _ = plain_sentences(given)
    assert plain.text == "José said—twice."
    assert [given[slice(*plain.back(a, b))] for a, b in ((0, 4), (9, 10))] == ["JosÃ©", "â€”"]


@pytest.mark.parametrize("number", ["killed", "12"])
def test_a_stop_without_a_blank_ends_a_sentence(number: str) -> None:
    given = f"Among them were {number}.The army left."
    plain, sentences = plain_sentences(given)
    assert plain.text == f"Among them were {number}. The army left."
    cited = [given[slice(*plain.back(s.start, s.end))] for s in sentences]
    assert cited == [f"Among them were {number}.", "The army left."]


@pytest.mark.parametrize("text", ["the U.S.Army", "3.5 km", "e.g.this", "Gen.K."])
def test_a_stop_inside_a_number_or_a_short_form_is_none(text: str) -> None:
    assert plain_text(text) == text


@pytest.mark.parametrize(
    "words", ["l00", "1O", "3,4OO", "l2", "1O0", "5O", "1,2OO", "O", "I0", "3.4OO", "12O"]
)
def test_an_unclear_number_of_a_scan_is_no_number_of_people(words: str) -> None:
    plain, sentences = plain_sentences(f"Some {words} people were killed in Karsa.")
    assert not [n for n in find_numbers(plain.text, sentences) if n.kind == "count"]
