"""Compares our public holidays with those of the package `holidays`, area by area, from 2015 to 2035.

In: a file of our days (lines `area,<code>,<first year>,<last year>` and `day,<code>,<date>,<from>,<to>,<name>`), and
`differences.txt`, in which every difference is explained. Out: nothing where all of them are; otherwise what is not
explained, and what is explained but no longer there, with exit code 1.
"""

import collections
import csv
import datetime
import fnmatch
import re
import sys

import holidays

VERSION = "0.109"
YEARS = range(2015, 2036)

# What we count as a holiday beside the ones that the package gives when it is asked for nothing in particular.
CATEGORIES = {
    "HK": ("public", "optional"),
    "TR": ("public", "half_day"),
    "AU": ("public", "half_day"),
    "CH": ("public", "half_day"),
    "IS": ("public", "half_day"),
    "SE": ("public", "de_facto"),
}

# Areas that the package has under other names.
NAMES = {"FR-67": "FR-6AE", "FR-68": "FR-6AE"}


def theirs(code, years):
    """The days that the package knows in these years, with their names."""
    country, _, region = NAMES.get(code, code).partition("-")
    categories = CATEGORIES.get(code, CATEGORIES.get(country))
    try:
        known = holidays.country_holidays(
            country, subdiv=region or None, years=years, categories=categories, language="en_US"
        )
    except NotImplementedError:
        # It does not divide this country, or not so.
        return None
    return {day: name for day, name in known.items() if day.year in years}


def ours(path):
    """Our areas with the years that they know, and their days."""
    areas, days = {}, collections.defaultdict(dict)
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            if row[0] == "area":
                areas[row[1]] = range(int(row[2]), int(row[3]) + 1)
            else:
                days[row[1]][datetime.date.fromisoformat(row[2])] = row[5]
    return areas, days


def explanations(path):
    """The lines `<areas> <ours|theirs> "<name>" <number>: <reason>`; a reason may go on in indented lines."""
    explained = []
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip() or line.startswith("#") or line.startswith(" "):
                continue
            match = re.fullmatch(r'(\S+) (ours|theirs) "([^"]*)" (\d+): (\S.*)\n?', line)
            if not match:
                sys.exit(f"{path}:{number}: no explanation such as `NL ours \"Name\" 3: reason`")
            areas, side, name, count, _ = match.groups()
            explained.append((number, areas.split(","), side, name, int(count)))
    return explained


def main():
    """Compares, and says what is wrong."""
    if holidays.__version__ != VERSION:
        sys.exit(f"the package `holidays` is {holidays.__version__}, and not {VERSION}")
    areas, days = ours(sys.argv[1])
    explained = explanations(sys.argv[2])
    met = collections.Counter()
    left = collections.defaultdict(list)
    compared = same = 0
    unknown = []
    for code, known in areas.items():
        years = [year for year in YEARS if year in known]
        there = theirs(code, years)
        if there is None:
            unknown.append(code)
            continue
        here = {day: name for day, name in days[code].items() if day.year in years}
        compared += 1
        same += len(here.keys() & there.keys())
        differences = [(day, "ours", here[day]) for day in here.keys() - there.keys()]
        differences += [(day, "theirs", there[day]) for day in there.keys() - here.keys()]
        for day, side, name in sorted(differences):
            for number, codes, on, pattern, _ in explained:
                fits = any(fnmatch.fnmatchcase(code, glob) for glob in codes)
                if fits and on == side and fnmatch.fnmatchcase(name, pattern):
                    met[number] += 1
                    break
            else:
                left[(side, name, code)].append(day)
    wrong = []
    grouped = collections.defaultdict(list)
    for (side, name, code), found in left.items():
        grouped[(side, name, tuple(found))].append(code)
    for (side, name, found), codes in sorted(grouped.items(), key=lambda item: item[1]):
        shown = " ".join(str(day) for day in found)
        wrong.append(f'{",".join(codes)} {side} "{name}" {len(found) * len(codes)}: {shown}')
    for number, codes, side, name, count in explained:
        if met[number] != count:
            wrong.append(f'{sys.argv[2]}:{number}: {",".join(codes)} {side} "{name}" {count}: there are {met[number]}')
    if wrong:
        print("\n".join(wrong))
    missing = [code for code in unknown if code not in UNKNOWN]
    if missing:
        print(f"unknown to the package: {' '.join(missing)}")
    print(f"{compared} areas compared, {len(unknown)} unknown to the package, {same} days alike, {sum(met.values())} explained")
    sys.exit(1 if wrong or missing else 0)


# Areas that the package does not know.
UNKNOWN = set()

if __name__ == "__main__":
    main()
