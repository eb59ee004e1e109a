#!/usr/bin/env python3
"""Measures deadlines in memory beside NumPy and DuckDB: `benches/deadlines.py FOLDER [MILLIONS]`.

Needs `pip install numpy duckdb`, and builds the example `deadlines` of this project. All of them work out the same
deadlines, four open hours after each of some million instants, on one thread, from open stretches that are already in
memory; the stretches of NumPy and DuckDB are made by Python's own zoneinfo, and the run fails if any deadline differs.
"""

import datetime
import pathlib
import subprocess
import sys
import time
import zoneinfo

import duckdb
import numpy

HERE = pathlib.Path(__file__).resolve().parent.parent
ZONE = zoneinfo.ZoneInfo("Europe/Amsterdam")
HOLIDAYS = [f"{year}-{day}" for year in range(2024, 2029) for day in ("01-01", "04-27", "05-05", "12-25", "12-26")]
LENGTH = 4 * 3600


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit("deadlines.py FOLDER [MILLIONS]")
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    count = int(sys.argv[2] if len(sys.argv) == 3 else 4) * 1_000_000
    # From the first day on all have a stretch before them, and at the end there is open time left for all.
    first, end = (int(datetime.datetime(*date, tzinfo=ZONE).timestamp()) for date in ((2025, 1, 3), (2027, 6, 1)))
    instants = numpy.random.default_rng(1).integers(first, end, count, dtype=numpy.int64)
    opens, closes = stretches()
    sums = numpy.concatenate(([0], numpy.cumsum(closes - opens)))

    for order in ("in any order", "in order"):
        if order == "in order":
            instants.sort()
        expected, seconds = best(lambda: with_numpy(instants, opens, sums))
        show("NumPy prefix sums", order, count, seconds)
        connection = tables(instants, opens, closes, sums)
        _, seconds = best(lambda: with_duckdb(connection, "count(due)"), 2)
        show("DuckDB as-of joins", order, count, seconds)
        found = with_duckdb(connection, "instant, due").fetchnumpy()
        place = numpy.argsort(found["instant"], kind="stable")
        same("DuckDB", found["due"][place], expected[numpy.argsort(instants, kind="stable")])
        found, seconds = with_avouch(folder, instants)
        show("avouch", order, count, seconds)
        same("avouch", found, expected)


def stretches():
    """The open stretches of 2025 to 2027, Monday to Friday from 09:00 to 17:30."""
    day, opens, closes = datetime.date(2025, 1, 1), [], []
    while day.year < 2028:
        if day.weekday() < 5 and day.isoformat() not in HOLIDAYS:
            local = datetime.datetime(day.year, day.month, day.day, tzinfo=ZONE)
            opens.append(int(local.replace(hour=9).timestamp()))
            closes.append(int(local.replace(hour=17, minute=30).timestamp()))
        day += datetime.timedelta(days=1)
    return numpy.array(opens), numpy.array(closes)


def with_numpy(instants, opens, sums):
    last = numpy.searchsorted(opens, instants, side="right") - 1
    last = numpy.maximum(last, 0)
    passed = numpy.clip(instants - opens[last], 0, sums[last + 1] - sums[last])
    wanted = sums[last] + passed + LENGTH
    stretch = numpy.searchsorted(sums, wanted, side="left") - 1
    return opens[stretch] + wanted - sums[stretch]


def tables(instants, opens, closes, sums):
    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    before = sums[:-1]
    connection.register("told", {"instant": instants})
    connection.register("known", {"opens": opens, "closes": closes, "before": before})
    connection.execute("CREATE TABLE instants AS SELECT * FROM told")
    connection.execute("CREATE TABLE stretches AS SELECT * FROM known")
    return connection


def with_duckdb(connection, what):
    result = connection.execute(
        f"""
        WITH wanted AS (
            SELECT instant, before + least(instant, closes) - opens + {LENGTH} AS seconds
            FROM instants ASOF JOIN stretches ON instant >= opens
        )
        SELECT {what} FROM (
            SELECT instant, opens + seconds - before AS due
            FROM wanted ASOF JOIN stretches ON seconds > before
        )
        """
    )
    return result if "instant" in what else result.fetchall()


def with_avouch(folder, instants):
    instants.astype("<i8").tofile(folder / "instants")
    command = ["cargo", "run", "-q", "--release", "--example", "deadlines", "--"]
    command += [folder / "instants", str(LENGTH), folder / "due"]
    done = subprocess.run(command, cwd=HERE, input="\n".join(HOLIDAYS), capture_output=True, text=True, check=True)
    return numpy.fromfile(folder / "due", dtype="<i8"), float(done.stdout)


def best(work, turns=5):
    times = []
    for _ in range(turns):
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
    return result, min(times)


def show(who, order, count, seconds):
    print(f"{who:20} {order:14} {count / seconds / 1e6:8.1f} M/s", flush=True)


def same(who, found, expected):
    if not numpy.array_equal(found, expected):
        sys.exit(f"{who} has other deadlines")


main()
