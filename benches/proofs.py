#!/usr/bin/env python3
"""Writes a policy of many rules over ten facts of eight values, with five sentences to prove.

In: how many rules. Out: the policy on standard output. 64 lines say a figure for each plan and severity; every other rule is an
exception for one value each of four other facts, drawn with a fixed seed. All sentences hold, so that no proof ends early.
"""

import random
import sys

VALUES = range(8)
UNIT = "business hours"


def policy(rules: int) -> str:
    draw = random.Random(7)
    lines = [
        'policy big "Big" { effective 2026-03-01; timezone Europe/Amsterdam; business hours office }',
        'calendar office "Office" { open Mon..Fri 09:00..17:00; closed on holidays NL }',
        'channel email "E-mail" { address "help@support.example"; open office }',
    ]
    lines += [f'severity s{n} "S{n}"' for n in VALUES]
    lines += [f'plan p{n} "P{n}"' + (f" {{ extends p{n - 1} }}" if n else "") for n in VALUES]
    for fact in range(2, 10):
        values = "; ".join(f'f{fact}v{n} "F{fact} V{n}"' for n in VALUES)
        lines.append(f'fact f{fact} "F{fact}" {{ {values} }}')
    lines.append('commitment first "First" {\n  from  received\n  until responded')
    for severity in VALUES:
        for plan in VALUES:
            figure = f"within {10 + 3 * severity - plan} {UNIT}"
            lines.append(f"  {figure} when severity is s{severity} and plan is p{plan}")
    cells = [(a, b, c, d) for a in VALUES for b in VALUES for c in VALUES for d in VALUES]
    draw.shuffle(cells)
    for number, cell in enumerate(cells[: max(0, rules - 64)]):
        when = " and ".join(f"f{fact} is f{fact}v{value}" for fact, value in zip(range(2, 6), cell))
        lines.append(f"  except within {1 + number % 30} {UNIT} when {when}")
    lines.append("}")
    lines.append(f'commitment fix "Fix" {{ from received; until resolved; within 200 {UNIT} }}')
    for sentence in [
        "first never slower on a higher plan",
        "first never slower on a graver severity",
        "every covered case has first",
        "first within 60 days",
        "first due before fix",
    ]:
        lines.append(f'ensure "{sentence}" {{ {sentence} }}')
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(policy(int(sys.argv[1])))
