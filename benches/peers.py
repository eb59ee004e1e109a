#!/usr/bin/env python3
"""Measures avouch beside its peers in one run: `benches/peers.py FOLDER`, after `cargo build --release`.

Writes the workload into FOLDER, the same lines as Python for ruff, and the published Markdown as a site for hugo, then
lets hyperfine time all of them. A peer that is not installed is named and left out. Nothing is deleted between runs:
file systems are slow to use again what was just freed.
"""

import itertools
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent
AVOUCH = HERE / "target/release/avouch"
KEYWORDS = {"from", "is", "in", "with", "class", "if", "except", "until"}


def main():
    if len(sys.argv) != 2:
        sys.exit("peers.py FOLDER")
    folder = pathlib.Path(sys.argv[1])
    policies = folder / "policies"
    workload("2000", policies)
    workload("10MB", folder / "one.policy")
    python, site = folder / "python", folder / "site"
    ruff(policies, python)
    hugo(policies, folder / "first", site)

    one = policies / "desk-00001.policy"
    empty = empty_binary(folder)
    time("start-up", empty, f"{AVOUCH} --version", "ruff --version")
    time("one policy", f"{AVOUCH} check {one}", f"cedar check-parse -p {folder}/one.cedar")
    time("check of 2,000", f"{AVOUCH} check {policies}", f"ruff check -q --no-cache --isolated {python}")
    time("10 MB", f"{AVOUCH} check {folder}/one.policy")
    # Each run builds into a folder of its own.
    fresh = "sh -c '{} {}/'$(date +%s%N)"
    time("build", fresh.format(f"{AVOUCH} build {policies} -o", folder), fresh.format(f"hugo --quiet -s {site} -d", folder), runs=6)
    time("build again", f"{AVOUCH} build {policies} -o {folder}/first")


def workload(size, place):
    if not place.exists():
        run("cargo", "run", "-q", "--release", "--example", "workload", "--", str(place), size)


def ruff(policies, python):
    """The policies as Python: each statement a call, each block a list of calls."""
    python.mkdir(exist_ok=True)
    for policy in policies.glob("*.policy"):
        (python / f"{policy.stem.replace('-', '_')}.py").write_text(as_python(policy.read_text()))


def as_python(policy):
    lines, depth = [], 0
    for line in policy.splitlines():
        line, indent = line.strip(), "    " * depth
        if not line or line.startswith("#"):
            lines.append(line)
        elif line == "}":
            depth -= 1
            lines.append("    " * depth + ("])," if depth else "])"))
        else:
            opens = line.endswith("{")
            inner = None if line.startswith('"') else re.match(r"(.*?)\{(.*)\}$", line)
            words = texts(inner[1] if inner else line.removesuffix("{"))
            named = re.fullmatch(r'"[a-z-]+"', words[0])
            name = words[0].strip('"').replace("-", "_") if named else "row"
            arguments = words[1:] if named else words
            if inner:
                arguments.append(f"means({', '.join(texts(inner[2]))})")
            name += "_" if name in KEYWORDS else ""
            if opens:
                lines.append(f"{indent}{name}({', '.join([*arguments, 'body=['])}")
                depth += 1
            else:
                lines.append(f"{indent}{name}({', '.join(arguments)})" + ("," if depth else ""))
    code = "\n".join(lines) + "\n"
    names = sorted(set(re.findall(r"\b([a-z_]+)\(", re.sub(r'"[^"]*"', "", code))))
    return "from policy import (\n" + "".join(f"    {name},\n" for name in names) + ")\n\n" + code


def texts(words):
    return [word if word.startswith('"') else f'"{word}"' for word in re.findall(r'"[^"]*"|[^\s"]+', words)]


def hugo(policies, built, site):
    """The Markdown that avouch publishes, as the pages of a site with the plainest of layouts."""
    run(AVOUCH, "build", policies, "-o", built)
    (site / "content").mkdir(parents=True, exist_ok=True)
    (site / "layouts/_default").mkdir(parents=True, exist_ok=True)
    (site / "config.toml").write_text('disableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section"]\n')
    (site / "layouts/_default/single.html").write_text(
        "<!doctype html><html><head><meta charset=utf-8><title>{{ .Title }}</title></head>"
        "<body><nav>{{ .TableOfContents }}</nav><main>{{ .Content }}</main></body></html>\n"
    )
    for page in built.glob("*.md"):
        (site / "content" / page.name).write_text(f'---\ntitle: "{page.stem}"\n---\n{page.read_text()}')


def empty_binary(folder):
    source, binary = folder / "empty.rs", folder / "empty"
    source.write_text("fn main() {}\n")
    run("rustc", "-O", "-o", binary, source)
    return str(binary)


def time(title, *commands, runs=None):
    there = [command for command in commands if found(command)]
    print(f"\n## {title}", *(f"({command.split()[0]} is not installed)" for command in commands if not found(command)))
    shell = [] if runs is None else ["--runs", str(runs)]
    plain = ["-N", "--warmup", "3"] if runs is None else []
    subprocess.run(["hyperfine", "--style", "basic", *plain, *shell, *there], check=True, stderr=subprocess.DEVNULL)


def found(command):
    first = next(itertools.dropwhile(lambda word: word in {"sh", "-c"}, command.replace("'", "").split()))
    return shutil.which(first) is not None


def run(*words):
    subprocess.run([str(word) for word in words], check=True, cwd=HERE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


main()
