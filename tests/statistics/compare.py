"""Compares the figures of src/statistics.rs with those of statsmodels, which knows nothing of them.

The tests of `statistics` run it, where the Python of target/tools/python (`.ci/run` makes it) or python3 has statsmodels. By hand, from
the root of the repository:

    pip install statsmodels
    cargo test --test suite statistics      # writes target/statistics-cases.csv
    python tests/statistics/compare.py      # or with the path of the file, where the target folder is elsewhere

landlord.py, beside it, holds the figures of all councils together against statsmodels.

Without a population, intervals and differences are statsmodels' own. With one, which statsmodels does not know, the
interval is solved anew here: its bounds are where the score test stands at its limit. The answers needed are counted
up to, one by one. It prints the largest difference of each kind, and exits with 1 where one is over 1e-9 (1e-7 in per
cent), a verdict or a count differs, or cases are missing.
"""

import csv
import math
import sys
from collections import Counter
from functools import cache

from scipy.optimize import brentq
from scipy.stats import norm
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

Z = 1.959964
ALPHA = 2 * norm.sf(Z)
TOLERANCE = 1e-9 * 100
LEAST_CASES = 5_000


@cache
def interval(k, n, population):
    """The interval in fractions."""
    if population is None:
        return proportion_confint(k, n, alpha=ALPHA, method="wilson")
    if n >= population:
        return k / n, k / n
    left = (population - n) / (population - 1)

    def score(p):
        return (k / n - p) ** 2 - Z * Z * left * p * (1 - p) / n

    # Where none (all) are satisfied, the score itself is one solution, and the search begins beside it.
    low = 0.0 if k == 0 else brentq(score, 0.0, min(k / n, 1 - 1e-12), xtol=1e-15)
    high = 1.0 if k == n else brentq(score, max(k / n, 1e-12), 1.0, xtol=1e-15)
    return low, high


@cache
def difference(before, after):
    """The interval of the later less the earlier, in fractions."""
    (k1, n1, population1), (k2, n2, population2) = before, after
    if population1 is None and population2 is None:
        return confint_proportions_2indep(k2, n2, k1, n1, method="newcomb", compare="diff", alpha=ALPHA)
    p1, p2 = k1 / n1, k2 / n2
    (l1, u1), (l2, u2) = interval(*before), interval(*after)
    return p2 - p1 - math.hypot(p2 - l2, u1 - p1), p2 - p1 + math.hypot(u2 - p2, p1 - l1)


@cache
def needed(population, points):
    for n in range(1, population):
        left = Z * Z * (population - n) / (population - 1)
        if 100 * math.sqrt(left) / (n + left) * math.sqrt(n / 4 + left / 4) <= points:
            return n
    return population


def wave(row, which):
    population = row["population" + which]
    return int(row["satisfied" + which]), int(row["base" + which]), int(population) if population else None


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "target/statistics-cases.csv"
    largest, cases, wrong = Counter(), Counter(), []

    def hold(kind, row, given, expected):
        apart = abs(float(given) - 100 * expected)
        largest[kind] = max(largest[kind], apart)
        if not apart <= TOLERANCE:
            wrong.append(f"{kind}: {given}, not {100 * expected!r}: {row}")

    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            before, after = wave(row, "1"), wave(row, "2")
            for which, one in ("1", before), ("2", after):
                kind = "interval, statsmodels" if one[2] is None else "interval, finite population"
                cases[kind] += 1
                low, high = interval(*one)
                hold("score", row, row["percent" + which], one[0] / one[1])
                hold(kind, row, row["low" + which], low)
                hold(kind, row, row["high" + which], high)
            own = before[2] is None and after[2] is None
            kind = "difference, statsmodels" if own else "difference, finite population"
            cases[kind] += 1
            low, high = difference(before, after)
            hold("points", row, row["points"], after[0] / after[1] - before[0] / before[1])
            hold(kind, row, row["low"], low)
            hold(kind, row, row["high"], high)
            verdict = "Up" if low > 0 else "Down" if high < 0 else "Inconclusive"
            # Within the tolerance of zero, two honest computations may stand on either side of it.
            if verdict != row["verdict"] and min(abs(low), abs(high)) > TOLERANCE / 100:
                wrong.append(f"verdict: not {verdict}: {row}")
            if after[2] is not None:
                cases["answers needed"] += 1
                count = needed(after[2], float(row["precision"]))
                if count != int(row["needed"]):
                    wrong.append(f"answers needed: not {count}: {row}")

    total = cases["difference, statsmodels"] + cases["difference, finite population"]
    if total < LEAST_CASES or not cases["difference, statsmodels"]:
        wrong.append(f"only {total} cases in {path}")
    for kind, count in sorted(cases.items()):
        print(f"{count:7} {kind}")
    for kind, apart in sorted(largest.items()):
        print(f"{apart:7.1e} per cent at most: {kind}")
    for line in wrong[:20]:
        print(line, file=sys.stderr)
    print(f"{len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
