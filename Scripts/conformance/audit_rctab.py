"""RCTab's regression cases: each configuration becomes a rule of ours, each file of cast vote records a
table of ranked ballots, and every figure of the expected report is compared, round by round.
"""
import json
import subprocess
import tempfile
from decimal import Decimal
from pathlib import Path

import rctab_ballots

DOBUSH = ".build/release/dobush"
METHODS = {
    "singleWinnerMajority": "instant-runoff",
    "multiWinnerAllowMultipleWinnersPerRound": "single-transferable-vote",
    "multiWinnerAllowOnlyOneWinnerPerRound": "single-transferable-vote-one-a-round",
    "bottomsUp": "last-left",
    "bottomsUpUsingPercentageThreshold": "last-left-above-share",
    "multiPassIrv": "one-after-another",
}
OVERVOTES = {
    "exhaustImmediately": "exhaust",
    "alwaysSkipToNextRank": "skip",
    "exhaustIfMultipleContinuing": "exhaust-if-several-continue",
}
# RCTab's names for what ballots rest on, and ours.
INACTIVE = {
    "exhaustedChoices": "exhausted",
    "overvotes": "overvote",
    "repeatedRankings": "repeated",
    "skippedRankings": "skipped",
    "finalRoundSurplus": "final-surplus",
}


def is_case(folder):
    return folder.is_dir() and any(folder.glob("*_config.json"))


def is_set(folder):
    return is_case(folder) or any(is_case(p) for p in folder.iterdir())


def run(folder, report):
    cases = [folder] if is_case(folder) else sorted(p for p in folder.iterdir() if is_case(p))
    for case in cases:
        try:
            one_case(case, report)
        except (OSError, KeyError, ValueError, rctab_ballots.NotSupported) as trouble:
            report.check(case.name, False, f"{type(trouble).__name__}: {trouble}")


def flag(value):
    return value is True or str(value).lower() == "true"


def number(text):
    return None if text in (None, "", "unlimited", "max") else int(Decimal(str(text)))


def tie_rule(rules):
    seed = {"seed": str(rules.get("randomSeed") or "0")}
    lot = dict(seed, by="java-random")
    steps = {
        "random": [lot],
        "previousRoundCountsThenRandom": [{"by": "earlier-rounds"}, lot],
        "useCandidateOrder": [{"by": "ballot-order"}],
        "generatePermutation": [dict(seed, by="java-shuffle")],
        "stopCountingAndAsk": [{"by": "nobody"}],
        "previousRoundCountsThenAsk": [{"by": "earlier-rounds"}, {"by": "nobody"}],
    }[rules["tiebreakMode"]]
    return {"steps": steps}


def rule_of(config):
    """Our rule, and our ids by RCTab's names. Ids are in the order of the names, as lots want them."""
    rules = config["rules"]
    names = [c["name"] for c in config["candidates"]]
    write_in = rctab_ballots.WRITE_IN
    if any(s.get("undeclaredWriteInLabel") for s in config["cvrFileSources"]) or flag(
            rules.get("treatBlankAsUndeclaredWriteIn")):
        names.append(write_in)
    ids = {name: f"c{place:03}" for place, name in enumerate(sorted(names), 1)}
    rule = {
        "title": {"en": config["outputSettings"]["contestName"]},
        "text": {"en": rules.get("rulesDescription") or "no text"},
        "candidates": [
            {"id": ids[n], "name": {"en": n}, "kind": "write-in" if n == write_in else "candidate"}
            for n in names],
        "withdrawn": [ids[c["name"]] for c in config["candidates"] if flag(c.get("excluded"))],
        "method": METHODS[rules["winnerElectionMode"]],
        "seats": max(1, number(rules["numberOfWinners"]) or 1),
        "quota": "hare" if flag(rules.get("hareQuota")) else "droop",
        "fractionalQuota": flag(rules.get("nonIntegerWinningThreshold")),
        "quotaOfFirstRound": flag(rules.get("doesFirstRoundDetermineThreshold")),
        "decimals": number(rules["decimalPlacesForVoteArithmetic"]),
        "leastVotes": number(rules.get("minimumVoteThreshold")) or 0,
        "overvote": OVERVOTES[rules["overvoteRule"]],
        "repeated": "exhaust" if flag(rules.get("exhaustOnDuplicateCandidate")) else "skip",
        "batchElimination": flag(rules.get("batchElimination")),
        "continueToTwo": flag(rules.get("continueUntilTwoCandidatesRemain")),
        "tie": tie_rule(rules),
    }
    skipped = number(rules.get("maxSkippedRanksAllowed"))
    if skipped is not None:
        rule["skippedRanksAllowed"] = skipped
    stop = number(rules.get("stopTabulationEarlyAfterRound"))
    if stop:
        rule["stopAfterRound"] = stop
    share = rules.get("multiSeatBottomsUpPercentageThreshold")
    if share:
        rule["shareHundredths"] = int(Decimal(str(share)) * 100)
    return rule, ids


def one_case(case, report):
    config = json.loads(next(case.glob("*_config.json")).read_text(encoding="utf-8"))
    expected = sorted(case.glob("*_expected_detailed_report.json")) or sorted(
        case.glob("*_expected_summary.json"))
    if not expected:
        report.check(case.name, False, "no expected report")
        return
    paths = [(case / s["filePath"]).resolve() for s in config["cvrFileSources"]]
    if not all(p.exists() for p in paths):
        report.skip(case.name, "no ballots in the data")
        return
    rule, ids = rule_of(config)
    ballots = []
    for source, path in zip(config["cvrFileSources"], paths):
        ballots += rctab_ballots.read(source, path, config)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "rule.json").write_text(json.dumps(rule), encoding="utf-8")
        rctab_ballots.write(ballots, ids, place / "ballots.csv")
        code, out, err = dobush(
            "declare", "ranked", "--rule", place / "rule.json", "--ballots", place / "ballots.csv",
            "--json", "--out", place / "out")
        if code not in (0, 1) or not out:
            report.check(case.name, False, err.strip())
            return
        replayed, _, _ = dobush("declare", "replay", place / "out/rounds.json")
        wanted = json.loads(expected[0].read_text(encoding="utf-8"))
        differences = compare(json.loads(out)["result"], wanted, {i: n for n, i in ids.items()}, config)
        if replayed != 0:
            differences.append("its own file does not replay")
        report.check(case.name, not differences, "; ".join(differences[:5]))


def dobush(*words):
    done = subprocess.run([DOBUSH, *map(str, words)], capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout, done.stderr


def amounts(table):
    return {name: Decimal(str(value)) for name, value in table.items()}


def compare(result, wanted, names, config):
    """Every figure that differs, in words."""
    found = []

    def same(what, ours, theirs):
        if ours != theirs:
            found.append(f"{what}: {ours} for {theirs}")

    same("rounds", len(result["rounds"]), len(wanted["results"]))
    for ours, theirs in zip(result["rounds"], wanted["results"]):
        at = f"round {theirs['round']}"
        same(f"{at} number", ours["number"], theirs["round"])
        same(f"{at} threshold", Decimal(ours["threshold"]), Decimal(str(theirs["threshold"])))
        same(f"{at} tally", {names[i]: Decimal(v) for i, v in ours["tally"].items()},
             amounts(theirs["tally"]))
        inactive = {k: Decimal(ours["inactive"][v]) for k, v in INACTIVE.items()}
        same(f"{at} inactive", inactive, {
            k: Decimal(str(theirs["inactiveBallots"].get(k, 0))) for k in INACTIVE})
        moves = {}
        for move in ours["transfers"]:
            to = names[move["to"]] if move.get("to") else move["end"].replace("-", " ")
            moves.setdefault(names[move["from"]], {})[to] = Decimal(move["votes"])
        for kind in ("elected", "eliminated"):
            same(f"{at} {kind}", sorted(names[i] for i in ours[kind]),
                 sorted(t[kind] for t in theirs["tallyResults"] if kind in t))
        for decided in theirs["tallyResults"]:
            name = decided.get("elected") or decided.get("eliminated")
            same(f"{at} transfers of {name}", moves.pop(name, {}), amounts(decided["transfers"]))
        same(f"{at} other transfers", moves, {})
    summary = wanted["summary"]
    same("final threshold", Decimal(result["rounds"][-1]["threshold"]), Decimal(summary["finalThreshold"]))
    same("ballots", result["ballots"], int(summary["totalNumBallots"]))
    same("blank ballots", result["blank"], int(summary["undervotes"]))
    same("candidates", len(names), summary["numCandidates"])
    if "numWinners" in summary and number(config["rules"]["numberOfWinners"]):
        same("winners", len(result["elected"]), summary["numWinners"])
    return found
