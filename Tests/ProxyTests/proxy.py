"""nginx with the sample configuration in front of a service on a socket; nothing here asserts."""

import http.client
import os
import re
import socket
import ssl
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "Support", "Python"))
import office

NAME = "results.example.org"
SAMPLE = os.path.join(office.ROOT, "Operations", "nginx", "dobush.conf")


class SocketServer(office.Server):
    """The service as the unit starts it: on a socket, behind a proxy."""

    def __init__(self, path, data):
        self.path = path
        # Of two --listen the program would have to choose; so the words are put together here.
        self.log = open(path + ".log", "w+")
        self.process = subprocess.Popen(
            [office.PROGRAM, "serve", "--listen", f"unix:{path}", "--behind-proxy", "--json",
             "--data", data], stdout=subprocess.PIPE, stderr=self.log, text=True)
        if not self.process.stdout.readline():
            raise RuntimeError(f"the service did not start: {self.said()}")


class SocketLine(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=30)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(30)
        self.sock.connect(self.path)


class DirectClient(office.Client):
    """To the service itself."""

    def __init__(self, path):
        self.path, self.token, self.line = path, None, None

    def connect(self):
        return SocketLine(self.path)


class TLSLine(http.client.HTTPSConnection):
    """To 127.0.0.1, by the service's name, from an address of this machine."""

    def __init__(self, proxy, source):
        super().__init__(NAME, proxy.port, timeout=30, context=proxy.context)
        self.source = source

    def connect(self):
        self.sock = self._context.wrap_socket(
            socket.create_connection(("127.0.0.1", self.port), 30, (self.source, 0)),
            server_hostname=NAME)


class Client(office.Client):
    """Through the proxy."""

    def __init__(self, proxy, source="127.0.0.1"):
        self.proxy, self.source, self.token, self.line = proxy, source, None, None

    def connect(self):
        return TLSLine(self.proxy, self.source)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Proxy:
    """nginx of Debian's package in the foreground, in a folder of its own."""

    def __init__(self, folder, upstream):
        self.folder = folder
        self.port, self.plain = free_port(), free_port()
        self.certificate = os.path.join(folder, "certificate.pem")
        key = os.path.join(folder, "key.pem")
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-days", "2", "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}",
             "-keyout", key, "-out", self.certificate], check=True, capture_output=True)
        self.context = ssl.create_default_context(cafile=self.certificate)
        for name in ("cache", "site", "temporary"):
            os.mkdir(os.path.join(folder, name))
        self.access = os.path.join(folder, "access.log")
        with open(os.path.join(folder, "site.conf"), "w") as file:
            file.write(self.adapted(upstream, key))
        main = os.path.join(folder, "nginx.conf")
        with open(main, "w") as file:
            user = "user root;" if os.getuid() == 0 else ""
            kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
            places = "".join(f"{kind}_temp_path {folder}/temporary/{kind};" for kind in kinds)
            file.write(
                f"{user} daemon off; worker_processes 2; pid {folder}/pid;"
                f"error_log {folder}/error.log; events {{ worker_connections 1024; }}"
                f"http {{ {places} access_log off; include {folder}/site.conf; }}\n")
        self.process = subprocess.Popen(
            ["/usr/sbin/nginx", "-c", main, "-e", f"{folder}/error.log"],
            stderr=subprocess.PIPE, text=True)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.05)
        raise RuntimeError(f"nginx did not start: {self.errors()}")

    def adapted(self, upstream, key):
        """The sample with this folder's paths and free ports in place of its own."""
        with open(SAMPLE) as file:
            text = file.read()
        letters = f"/etc/letsencrypt/live/{NAME}/"
        for old, new in [
            ("unix:/run/dobush/http", f"unix:{upstream}"),
            ("/var/lib/nginx/dobush", f"{self.folder}/cache"),
            ("/var/log/nginx/dobush.log", self.access), ("/var/www/dobush/", f"{self.folder}/site/"),
            (letters + "fullchain.pem", self.certificate), (letters + "privkey.pem", key),
            ("listen 80;", f"listen 127.0.0.1:{self.plain};"),
            ("listen 443 ", f"listen 127.0.0.1:{self.port} "),
        ]:
            if old not in text:
                raise RuntimeError(f"the sample has no {old}")
            text = text.replace(old, new)
        # A machine may have no IPv6.
        return re.sub(r"(?m)^ *listen \[::\].*\n", "", text)

    def curl(self, *words):
        done = subprocess.run(
            ["curl", "-sS", "--max-time", "20", "--cacert", self.certificate,
             "--resolve", f"{NAME}:{self.port}:127.0.0.1", *words],
            capture_output=True, text=True)
        return done.stdout + done.stderr

    def url(self, path):
        return f"https://{NAME}:{self.port}{path}"

    def raw(self):
        return self.context.wrap_socket(
            socket.create_connection(("127.0.0.1", self.port), 15), server_hostname=NAME)

    def errors(self):
        with open(os.path.join(self.folder, "error.log")) as file:
            return file.read()[-2000:]

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
