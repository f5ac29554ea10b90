"""PostgreSQL that is stopped, crashes and comes back; and two offices on one database."""
import time

from database import Database
from disk_faults import healthy, trouble
from night import Night, read_log, wait_until
from restarted_office import Client, Served


def run(tally, work, wanted):
    with Database() as database:
        served = Served("--database", database.url).start()
        try:
            night = Night(served, filers=3)
            night.run(lambda: time.sleep(0.7))
            database.stop()
            answer = night.filers[0].first.call("POST", "/api/v1/sheets", {}, key="a-key-of-its-own")
            tally.check(
                (answer.status, answer.problem) == (503, "storage.unavailable") and answer.headers["Retry-After"],
                "a database that is down: a deed is answered 503, storage.unavailable", repr(answer)[:200])
            trouble(tally, "a database that is down", served, night, "storage.unavailable")
            database.start()
            seconds = wait_until(lambda: healthy(served), 6)
            tally.check(seconds is not None, "a database that is back: the office is well without a restart",
                        seconds is not None and f"{seconds:.1f} s")

            def disturb():
                for way in (database.crash, database.stop, database.crash):
                    time.sleep(0.8)
                    way()
                    time.sleep(0.8)
                    database.start()
                time.sleep(0.8)

            night.run(disturb)
            faults = night.faults()
            tally.check(
                not faults, "a database that crashed twice and was restarted while filing: what was acknowledged is "
                "there, once", "; ".join(faults[:4]) or f"{night.sheets} sheets, {len(night.acts)} acts")
            database.stop()
            served.kill()
            later = Served("--database", database.url, port=served.port).launch()
            try:
                later.process.wait(10)
                tally.check(
                    later.process.returncode not in (0, None) and "storage.unavailable" in later.words(),
                    "an office that finds no database says so and ends", f"exit {later.process.returncode}")
            finally:
                later.close()
        finally:
            served.close()


def run_pair(tally, work, wanted):
    with Database() as database:
        first = Served("--database", database.url).start()
        second = Served("--database", database.url)
        try:
            night = Night(first, filers=4)
            second.start()
            reader = Client(second.url)
            lags = []

            def watch():
                for _ in range(30):
                    time.sleep(0.1)
                    act = Client(first.url).must("GET", "/health").json["act"]
                    lags.append(wait_until(lambda: reader.must("GET", "/health").json["act"] >= act, 5, step=0.01))

            night.run(watch)
            told = f"longest {max(lag or 9 for lag in lags):.2f} s of {len(lags)}"
            tally.check(
                None not in lags and max(lags) < 2, "two offices on one database: what one does, the other shows "
                "within two seconds", told)
            # Half of the people work at the second office.
            for filer in night.filers[::2]:
                for client in (filer.first, filer.second, filer.officer):
                    client.close()
                    client.host = second.url.removeprefix("http://")
            night.run(lambda: time.sleep(3))
            time.sleep(1)
            faults = night.faults()
            tally.check(
                not faults, "two offices writing at once leave one chain, and nothing twice",
                "; ".join(faults[:4]) or f"{night.sheets} sheets, {len(night.acts)} acts")
            left, right = (Client(office.url).must("GET", "/api/v1/results").body for office in (first, second))
            tally.check(left == right, "both show the same results")
            log, _ = read_log(night.administrator)
            tally.check(len(log) >= len(night.acts), "the log holds the acts of both", f"{len(log)} acts")
        finally:
            first.close()
            second.close()
