"""Memory while idle, over ten thousand requests, and over many readers that come and go."""
import socket
import time

import synthetic_country as country
from night import Night
from restarted_office import Client, Served

REQUESTS = 10_000


def run(tally, work, wanted):
    served = Served("--data", str(work / "data")).start()
    try:
        night = Night(served, filers=4)
        night.run(lambda: time.sleep(1))
        ask(served, night, REQUESTS)
        warm = served.resident()
        time.sleep(3)
        idle = served.resident()
        ask(served, night, REQUESTS)
        asked = served.resident()
        # The allocator gives each of the server's threads room of its own; that is reached in the
        # first rounds.
        for _ in range(3):
            readers(served, 300)
        first = served.resident()
        for _ in range(2):
            readers(served, 300)
        read = served.resident()
        figures = f"{warm:.0f} MB, after 3 s idle {idle:.0f}, after {REQUESTS} more requests {asked:.0f}, " \
                  f"after 900 live readers {first:.0f}, after 600 more {read:.0f}"
        tally.check(idle - warm < 3, "memory does not grow while idle", figures)
        tally.check(asked - idle < 12, "memory does not grow with requests", figures)
        tally.check(read - first < 6, "memory does not grow with readers that left", figures)
    finally:
        served.close()


def ask(served, night, count):
    """Public pages, pages of people, refused requests, pictures."""
    reader = Client(served.url)
    person = night.administrator
    for number in range(count):
        station = country.station(number % 400)
        if number % 5 == 0:
            person.must("GET", "/api/v1/log?limit=5")
        elif number % 5 == 1:
            reader.call("GET", f"/api/v1/nothing/{number}")
        elif number % 5 == 2:
            reader.must("GET", "/api/v1/results/president")
        elif number % 5 == 3:
            reader.must("GET", f"/api/v1/stations/{station}?unknown={number}")
        else:
            reader.must("GET", f"/api/v1/stations/{station}")


def readers(served, count):
    """Live readers, a hundred at a time, that leave without a word."""
    for _ in range(count // 100):
        lines = []
        for _ in range(100):
            line = socket.create_connection(("127.0.0.1", served.port), timeout=5)
            line.sendall(b"GET /api/v1/events HTTP/1.1\r\nHost: x\r\n\r\n")
            lines.append(line)
        for line in lines:
            line.recv(64)
            line.close()
    # Those who left are found out by the next heartbeat, every ten seconds.
    time.sleep(11)
