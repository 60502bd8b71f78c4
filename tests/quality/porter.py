# SPDX-License-Identifier: GPL-3.0-or-later
"""The stemmer of M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), as published."""

import functools
import re

# Step 2 to 4: (suffix, replacement), longest first where one ends another.
STEP_2 = [
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"),
    ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
    ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
    ("iviti", "ive"), ("biliti", "ble")]  # fmt: skip
STEP_3 = [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")]
STEP_4 = [
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "sion", "tion", "ou", "ism",
    "ate", "iti", "ous", "ive", "ize"]  # fmt: skip


def shape(word):
    """The word in c (consonant) and v (vowel); y is a vowel after a consonant."""
    letters = ""
    for i, letter in enumerate(word):
        vowel = letter in "aeiou" or (letter == "y" and i > 0 and letters[-1] == "c")
        letters += "v" if vowel else "c"
    return letters


def measure(stem):
    """How often a vowel is followed by a consonant: m of the paper."""
    return len(re.findall("v+c+", shape(stem)))


def ends_double(word):
    return len(word) > 1 and word[-1] == word[-2] and shape(word)[-1] == "c"


def ends_short(word):
    """consonant, vowel, consonant that is not w, x or y: *o of the paper"""
    return shape(word)[-3:] == "cvc" and word[-1] not in "wxy"


def step_1(word):
    if word.endswith("sses") or word.endswith("ies"):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]

    cut = None
    if word.endswith("eed"):
        if measure(word[:-3]) > 0:
            word = word[:-1]
    elif word.endswith("ed") and "v" in shape(word[:-2]):
        cut = word[:-2]
    elif word.endswith("ing") and "v" in shape(word[:-3]):
        cut = word[:-3]
    if cut is not None:
        word = cut
        if word.endswith(("at", "bl", "iz")) or (measure(word) == 1 and ends_short(word)):
            word += "e"
        elif ends_double(word) and word[-1] not in "lsz":
            word = word[:-1]

    if word.endswith("y") and "v" in shape(word[:-1]):
        word = word[:-1] + "i"
    return word


def replace_suffix(word, table):
    """The longest suffix of the table decides, whether or not its condition holds."""
    for suffix, replacement in sorted(table, key=lambda row: -len(row[0])):
        if word.endswith(suffix):
            stem = word[: -len(suffix)]
            return stem + replacement if measure(stem) > 0 else word
    return word


def step_4(word):
    for suffix in sorted(STEP_4, key=len, reverse=True):
        if word.endswith(suffix):
            kept = 1 if suffix in ("sion", "tion") else 0  # of "ion" only, after s or t
            stem = word[: kept - len(suffix)]
            return stem if measure(stem) > 1 else word
    return word


def step_5(word):
    if word.endswith("e"):
        stem = word[:-1]
        if measure(stem) > 1 or (measure(stem) == 1 and not ends_short(stem)):
            word = stem
    if word.endswith("ll") and measure(word) > 1:
        word = word[:-1]
    return word


@functools.lru_cache(maxsize=None)
def stem(word):
    if len(word) < 3 or not re.fullmatch("[a-z]+", word):
        return word
    word = step_1(word)
    word = replace_suffix(word, STEP_2)
    word = replace_suffix(word, STEP_3)
    return step_5(step_4(word))


if __name__ == "__main__":
    # Words of the paper, and of its well-known vocabulary.
    known = (
        "caresses caress ponies poni ties ti cats cat feed feed agreed agre plastered plaster motoring motor sing sing "
        "conflated conflat troubled troubl sized size hopping hop falling fall hissing hiss failing fail filing file "
        "happy happi sky sky relational relat conditional condit rational ration valenci valenc digitizer digit "
        "radically radic vietnamization vietnam predication predic operator oper feudalism feudal decisiveness decis "
        "hopefulness hope callousness callous formality formal sensitivity sensit sensibility sensibl triplicate triplic "
        "formative form formalize formal electrical electr goodness good revival reviv allowance allow inference infer "
        "airliner airlin adjustable adjust defensible defens irritant irrit replacement replac adjustment adjust "
        "dependent depend adoption adopt communism commun activate activ effective effect bowdlerize bowdler probate "
        "probat rate rate cease ceas controll control roll roll generalizations gener oscillators oscil"
    ).split()
    for word, expected in zip(known[::2], known[1::2]):
        assert stem(word) == expected, (word, stem(word), expected)
    print(f"{len(known) // 2} words as published")
