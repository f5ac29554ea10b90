"""The peer: FastAPI under uvicorn, answering what the office answers, from the same SQLite file.

The office's answers lie in that file in a table `answer`, put there by office.py beside the office's own
tables, so that this peer has nothing to compute. `/stations/{id}` and `/results/{contest}` send them as they
lie there, which is the fastest way that FastAPI has; under `/values` they pass through a dictionary, which is
how its handlers are usually written.
"""
import json
import os
import sqlite3
import threading

from fastapi import FastAPI, Response

app = FastAPI()
local = threading.local()


def look_up(path):
    if not hasattr(local, "base"):
        local.base = sqlite3.connect(f"file:{os.environ['ANSWERS']}?mode=ro", uri=True)
    return local.base.execute("SELECT body FROM answer WHERE path = ?", (path,)).fetchone()[0]


@app.get("/api/v1/stations/{station}")
async def station(station: str):
    return Response(look_up(f"/api/v1/stations/{station}"), media_type="application/json")


@app.get("/api/v1/results/{contest}")
async def results(contest: str):
    return Response(look_up(f"/api/v1/results/{contest}"), media_type="application/json")


@app.get("/values/api/v1/stations/{station}")
async def station_values(station: str):
    return json.loads(look_up(f"/api/v1/stations/{station}"))


@app.get("/values/api/v1/results/{contest}")
async def results_values(contest: str):
    return json.loads(look_up(f"/api/v1/results/{contest}"))
