"""Works out instants with Python's own clocks (zoneinfo) and NumPy's business days, for tests/counted.rs to hold ours against.

Out: `cases.txt` beside this file. It is made once and kept, so that the test needs no Python:

    python3 -m venv target/counted && target/counted/bin/pip install numpy==2.4.6 tzdata==2026.5
    PYTHONTZPATH= target/counted/bin/python tests/counted/make.py

Nothing here knows how we count: open time is a table of stretches for each calendar, made day by day from what `zoneinfo` says
of its local times, and deadlines are looked up in its running sums.
"""

import datetime
import pathlib
import random
import zoneinfo

import numpy
import tzdata

ZONES = """Africa/Cairo Africa/Casablanca Africa/Johannesburg America/Asuncion America/Bogota America/Chicago America/Havana
America/Los_Angeles America/Mexico_City America/New_York America/Nuuk America/Santiago America/Sao_Paulo America/St_Johns
Asia/Beirut Asia/Dubai Asia/Gaza Asia/Jerusalem Asia/Kathmandu Asia/Kolkata Asia/Tehran Asia/Tokyo Australia/Adelaide
Australia/Lord_Howe Australia/Sydney Europe/Amsterdam Europe/Athens Europe/Dublin Europe/Lisbon Europe/London Europe/Moscow
Pacific/Apia Pacific/Auckland Pacific/Chatham Pacific/Honolulu UTC""".split()
HOURS = ["09:00-17:00", "08:00-12:00 13:00-17:30", "07:30-19:00", "22:00-06:00", "00:00-24:00", "10:15-10:45 14:00-20:00", ""]
DAY = datetime.timedelta(days=1)
DRAWN = random.Random(20260326)


def instant(zone, date, minutes):
    """The seconds of UTC at so many minutes after the midnight of a date; the first of two, later by the gap where clocks skip it."""
    local = datetime.datetime.combine(date, datetime.time()) + datetime.timedelta(minutes=minutes)
    return int(local.replace(tzinfo=zone).timestamp())


def changes(zone, first, last):
    """The instants at which the clocks of a zone are changed, to the minute."""
    found, at = [], first
    offset = lambda at: datetime.datetime.fromtimestamp(at, zone).utcoffset()
    while at < last:
        if offset(at) != offset(at + 86400):
            low, high = at, at + 86400
            while high - low > 60:
                middle = (low + high) // 120 * 60
                low, high = (middle, high) if offset(middle) == offset(low) else (low, middle)
            found.append(high)
        at += 86400
    return found


def local_times(out):
    for name in ZONES:
        zone = zoneinfo.ZoneInfo(name)
        first, last = (int(datetime.datetime(year, 1, 1, tzinfo=datetime.UTC).timestamp()) for year in (1990, 2037))
        near = changes(zone, first, last)
        for number in range(28):
            at = DRAWN.choice(near) + DRAWN.randrange(-7200, 7200, 300) if near and number % 4 else DRAWN.randrange(first, last)
            # The wall of either side of a change, which the other side skips or shows again.
            shown = datetime.datetime.fromtimestamp(at - DRAWN.choice([0, 3600]), zone)
            local = shown.replace(tzinfo=None) + datetime.timedelta(seconds=DRAWN.choice([0, 3600]))
            out.append(f"local {name} {local.isoformat()} {int(local.replace(tzinfo=zone).timestamp())}")


def business_days(out):
    for _ in range(500):
        mask = [DRAWN.random() < (0.9 if day < 5 else 0.2) for day in range(7)]
        mask[DRAWN.randrange(7)] = True
        start = datetime.date(2024, 1, 1) + DAY * DRAWN.randrange(1500)
        holidays = sorted({start + DAY * DRAWN.randrange(-20, 60) for _ in range(DRAWN.randrange(12))})
        count = DRAWN.randrange(1, 25)
        calendar = numpy.busdaycalendar(weekmask=mask, holidays=holidays)
        later = lambda count, roll: numpy.busday_offset(start, count, roll=roll, busdaycal=calendar)
        days = "".join("1" if day else "0" for day in mask)
        closed = ",".join(map(str, holidays)) or "-"
        forward, include, keep = later(count, "forward"), later(count - 1, "forward"), later(count, "backward")
        out.append(f"days {days} {closed} {start} {count} {forward} {include} {keep}")


def stretches(zone, hours, closed, first, days):
    """Open stretches in UTC, in order, with those of closed days taken out from midnight to midnight."""
    spans = []
    for date in (first + DAY * number for number in range(days)):
        for span in hours[date.weekday()].split():
            begin, end = ((int(clock[:2]) * 60 + int(clock[3:])) for clock in span.split("-"))
            spans.append((instant(zone, date, begin), instant(zone, date, end + 1440 * (end <= begin))))
    for date in closed:
        begin, end = instant(zone, date, 0), instant(zone, date + DAY, 0)
        spans = [part for low, high in spans for part in ((low, min(high, begin)), (max(low, end), high)) if part[0] < part[1]]
    return numpy.array(sorted(spans), dtype=numpy.int64)


def open_time(out):
    for number in range(75):
        name = DRAWN.choice(ZONES)
        zone = zoneinfo.ZoneInfo(name)
        # A day has hours that begin in the night only where the day before does not run into it.
        night = DRAWN.random() < 0.3
        usual = "22:00-06:00" if night else DRAWN.choice([hours for hours in HOURS if hours and hours != "22:00-06:00"])
        other = ["22:00-06:00", "09:00-17:00", ""] if night else [hours for hours in HOURS if hours != "22:00-06:00"]
        hours = [usual if DRAWN.random() < 0.8 else DRAWN.choice(other) for _ in range(7)]
        hours[DRAWN.randrange(7)] = usual
        first = datetime.date(2010, 1, 1) + DAY * DRAWN.randrange(9000)
        closed = sorted({first + DAY * DRAWN.randrange(200) for _ in range(DRAWN.randrange(15))})
        table = stretches(zone, hours, closed, first - 3 * DAY, 300)
        sums = numpy.concatenate(([0], numpy.cumsum(table[:, 1] - table[:, 0])))
        week = ";".join(span.replace(" ", "+") for span in hours)
        out.append(f"calendar {name} {week} {','.join(map(str, closed)) or '-'}")

        def before(at):
            place = numpy.searchsorted(table[:, 0], at, side="right")
            part = 0 if place == 0 else min(at, table[place - 1, 1]) - table[place - 1, 0]
            return (sums[place - 1] if place else 0) + part

        begin = instant(zone, first, 0)
        for _ in range(20):
            at = begin + DRAWN.randrange(60 * 86400)
            if DRAWN.random() < 0.3:
                # Right at an opening or a closing.
                at = int(table[DRAWN.randrange(20, 60), DRAWN.randrange(2)])
            length = DRAWN.choice([900, 3600, 8 * 3600, DRAWN.randrange(1, 40 * 3600), int(table[30, 1] - table[30, 0])])
            due = before(at) + length
            place = numpy.searchsorted(sums[1:], due, side="left")
            out.append(f"due {at} {length} {table[place, 0] + due - sums[place]}")
            later = at + DRAWN.randrange(20 * 86400)
            out.append(f"between {at} {later} {before(later) - before(at)}")


def main():
    out = [f"# Made by make.py with NumPy {numpy.__version__} and the time zones of {tzdata.IANA_VERSION}."]
    local_times(out)
    business_days(out)
    open_time(out)
    path = pathlib.Path(__file__).with_name("cases.txt")
    path.write_text("\n".join(out) + "\n", encoding="ascii")


main()
