"""Writes texts and their translations, made up by rule: what a translator can be tried on without any data.

numbers  Korean numbers, written in many ways, to digits, and digits to the standard Korean spelling, up to 10**13 - 1.
dates    Dates of 1900 to 2099, written in many ways in Korean and English, to ISO 8601. Of 3/5/2024 the month comes
         first, of 5.3.2024 the day; of two digits of a year 00 to 49 are 2000 to 2049.

    python3 Tests/Benchmarks/translate/make_rows.py numbers --rows 30000 --seed 1 -o numbers
    sluice train numbers/train.tsv --task translate --held-out numbers/test.tsv -o models/numbers

A value stands in one row of train.tsv or of test.tsv: what is validated and tested with is of numbers and days that were
not seen. But numbers below 100, which the others are made of, are all in train.tsv, each in every way to write it.
"""

import argparse
import datetime
import random
from pathlib import Path

DIGITS = ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"]
PLACES = ["", "십", "백", "천"]
GROUPS = ["", "만", "억", "조"]
NATIVE_ONES = ["", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"]
NATIVE_ONES_BEFORE_NOUNS = ["", "한", "두", "세", "네"] + NATIVE_ONES[5:]
NATIVE_TENS = ["", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December"]
KOREAN_MONTHS = ["일", "이", "삼", "사", "오", "유", "칠", "팔", "구", "시", "십일", "십이"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
KOREAN_WEEKDAYS = "월화수목금토일"
FIRST_DAY = datetime.date(1900, 1, 1)
DAYS = (datetime.date(2100, 1, 1) - FIRST_DAY).days


# Numbers


def sino_below_10000(value, between=""):
    """Sino-Korean of 1 to 9999; 1 is left out before 십, 백 and 천."""
    parts = []
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit:
            parts.append(("" if digit == 1 and place else DIGITS[digit]) + PLACES[place])
    return between.join(parts)


def native_below_100(value):
    return NATIVE_TENS[value // 10] + NATIVE_ONES[value % 10]


def native_before_nouns(value):
    """As before what is counted: 스물세 명, 스무 살."""
    return "스무" if value == 20 else NATIVE_TENS[value // 10] + NATIVE_ONES_BEFORE_NOUNS[value % 10]


def groups_of(value):
    """The parts below 10000 that are not 0, the largest first, each with the power of 10000 that it is of."""
    return [(value // 10000**power % 10000, power) for power in (3, 2, 1, 0) if value // 10000**power % 10000]


def korean(value, group_space=" ", inner_space="", one_before_man=False):
    """Standard: a space after 만, 억 and 조, and 만 alone for 10000."""
    if value == 0:
        return "영"
    parts = []
    for part, power in groups_of(value):
        is_bare = part == 1 and power == 1 and not one_before_man and not parts
        parts.append(("" if is_bare else sino_below_10000(part, inner_space)) + GROUPS[power])
    return group_space.join(parts)


def native_ending(value, below_100):
    """The last two digits are native, as in counting: 백스물셋."""
    rest, ending = value // 100 * 100, below_100(value % 100)
    return (korean(rest) if rest else "") + ending


def mixed(value, random):
    """Digits before 만, 억 and 조, and sometimes before 천 too: 3만 5천, 12억 3,400만."""
    parts = []
    for part, power in groups_of(value):
        if part % 1000 == 0 and random.random() < 0.7:
            digits = f"{part // 1000}천"
        elif part % 100 == 0 and part < 1000 and random.random() < 0.5:
            digits = f"{part // 100}백"
        else:
            digits = f"{part:,}" if random.random() < 0.4 else str(part)
        parts.append(digits + GROUPS[power])
    return random.choice([" ", " ", ""]).join(parts)


def number_row(value, random):
    """A text and its translation: to digits, or where the text is digits to Korean."""
    digits = str(value)
    if random.random() < 0.4:
        return (f"{value:,}" if random.random() < 0.3 else digits), korean(value)
    ways = [
        lambda: korean(value),
        lambda: korean(value),
        lambda: korean(value, group_space=""),
        lambda: korean(value, inner_space=" "),
        lambda: korean(value, one_before_man=True),
    ]
    if value >= 10000:
        ways += [lambda: mixed(value, random)] * 2
    if 0 < value % 100 and value < 10000:
        ways += [lambda: native_ending(value, native_below_100)] * 2
        ways += [lambda: native_ending(value, native_before_nouns)]
    return random.choice(ways)(), digits


def small_numbers():
    rows = []
    for value in range(100):
        rows += [(korean(value), str(value)), (str(value), korean(value))]
        if value:
            rows += [(way, str(value)) for way in sorted({native_below_100(value), native_before_nouns(value)})]
    return rows


def number(random):
    """Any number of digits from 3 to 13 as often as another; half of them with zeros at the end, as prices have."""
    length = random.randint(3, 13)
    value = random.randint(10 ** (length - 1), 10**length - 1)
    if random.random() < 0.5:
        zeros = random.randint(0, length - 1)
        value = value // 10**zeros * 10**zeros
    return value


# Dates


def ordinal(day):
    return str(day) + ("th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th"))


def date_row(day, random):
    y, m, d = day.year, day.month, day.day
    month, short = MONTHS[m - 1], MONTHS[m - 1][:3]
    weekday, korean_weekday = WEEKDAYS[day.weekday()], KOREAN_WEEKDAYS[day.weekday()]
    spoken = f"{korean(y, group_space='')}년 {KOREAN_MONTHS[m - 1]}월 {sino_below_10000(d)}일"
    comma = random.choice([",", ""])
    ways = [
        f"{y}년 {m}월 {d}일",
        f"{y}년{m}월{d}일",
        f"{y}년 {m:02}월 {d:02}일",
        f"{y}년 {m}월 {d}일 {korean_weekday}요일",
        f"{y}년 {m}월 {d}일({korean_weekday})",
        f"{y}. {m}. {d}.",
        f"{y}.{m:02}.{d:02}",
        f"{y}/{m}/{d}",
        f"{y}-{m}-{d}",
        f"{y}{m:02}{d:02}",
        spoken,
        spoken.replace(" ", ""),
        f"{month} {d}{comma} {y}",
        f"{month} {ordinal(d)}{comma} {y}",
        f"{short} {d}{comma} {y}",
        f"{short}. {d}{comma} {y}",
        f"{weekday}, {month} {d}, {y}",
        f"{weekday[:3]}, {d} {short} {y}",
        f"{d} {month} {y}",
        f"{d} {short} {y}",
        f"{ordinal(d)} of {month} {y}",
        f"the {ordinal(d)} of {month}, {y}",
        f"{d}-{short}-{y}",
        f"{m}/{d}/{y}",
        f"{m:02}/{d:02}/{y}",
        f"{d}.{m}.{y}",
    ]
    if 1950 <= y <= 2049:
        two = y % 100
        ways += [
            f"{two:02}.{m}.{d}",
            f"{two:02}. {m}. {d}.",
            f"'{two:02}년 {m}월 {d}일",
            f"{m}/{d}/{two:02}",
            f"{d} {short} '{two:02}",
        ]
    text = random.choice(ways)
    return (text.lower() if random.random() < 0.1 else text), day.isoformat()


def date(random):
    return FIRST_DAY + datetime.timedelta(days=random.randrange(DAYS))


# Files

# For each kind: a value, a row of it, and rows that stand in train.tsv in any case.
MAKERS = {"numbers": (number, number_row, small_numbers()), "dates": (date, date_row, [])}


def write(path, rows):
    path.write_text("text\ttranslation\n" + "".join(f"{text}\t{translation}\n" for text, translation in rows))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=MAKERS)
    parser.add_argument("--rows", type=int, default=30000, help="of train.tsv (default: %(default)s)")
    parser.add_argument("--test", type=int, default=2000, help="of test.tsv (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, default=Path("."), help="the folder to write (default: this one)")
    arguments = parser.parse_args()
    if arguments.kind == "dates" and arguments.rows + arguments.test > DAYS:
        parser.error(f"there are only {DAYS} days: ask for fewer rows")
    draw, row, always = MAKERS[arguments.kind]
    if arguments.rows < len(always):
        parser.error(f"ask for {len(always)} rows or more")
    generator = random.Random(arguments.seed)
    values = {}
    while len(values) < arguments.rows - len(always) + arguments.test:
        values[draw(generator)] = None
    rows = [row(value, generator) for value in values]
    order = list(range(len(rows)))
    generator.shuffle(order)
    arguments.output.mkdir(parents=True, exist_ok=True)
    write(arguments.output / "test.tsv", [rows[index] for index in order[: arguments.test]])
    training = always + [rows[index] for index in order[arguments.test :]]
    generator.shuffle(training)
    write(arguments.output / "train.tsv", training)


if __name__ == "__main__":
    main()
