#!/usr/bin/env python3
"""A real receiver on loopback: verifies Standard Webhooks signatures and writes what it accepted.

usage: receiver.py PORT SECRET OUT.jsonl [--fail N] [--status-file F]
  OUT.jsonl gets {"id", "body", "at"} for every accepted message; a wrong signature is answered 401.
  --fail N         answers 500 to the first N requests
  --status-file F  answers with the status in F while F exists (hang: never answers; redirect: 302; endless: no end of body)
"""
import base64, hashlib, hmac, http.server, json, os, socketserver, sys, threading, time

port, secret, out = int(sys.argv[1]), sys.argv[2], sys.argv[3]
fail = int(sys.argv[sys.argv.index('--fail') + 1]) if '--fail' in sys.argv else 0
status_file = sys.argv[sys.argv.index('--status-file') + 1] if '--status-file' in sys.argv else None
key = base64.b64decode(secret.removeprefix('whsec_'))
lock = threading.Lock()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def answer(self, status, body=b'ok'):
        self.send_response(status)
        self.send_header('content-length', str(len(body)))
        if status == 302:
            self.send_header('location', 'http://127.0.0.1:1/elsewhere')
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        global fail
        body = self.rfile.read(int(self.headers.get('content-length', '0')))
        mode = open(status_file).read().strip() if status_file and os.path.exists(status_file) else ''
        if mode == 'hang':
            time.sleep(600)
        if mode == 'endless':
            self.send_response(200)
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b'x' * 65536)
            except OSError:
                return
        if mode:
            return self.answer(302 if mode == 'redirect' else int(mode), b'as told')
        with lock:
            if fail > 0:
                fail -= 1
                return self.answer(500, b'as told')
        name, stamp, given = (self.headers.get('webhook-' + k, '') for k in ('id', 'timestamp', 'signature'))
        made = 'v1,' + base64.b64encode(hmac.new(key, f'{name}.{stamp}.'.encode() + body, hashlib.sha256).digest()).decode()
        if made not in given.split(' ') or abs(time.time() - int(stamp or 0)) > 300:
            return self.answer(401, b'wrong signature')
        with lock, open(out, 'a') as f:
            f.write(json.dumps({'id': name, 'body': body.decode(), 'at': time.time()}) + '\n')
        self.answer(200)

    def log_message(self, *args):
        pass


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128

    def handle_error(self, request, client_address):
        pass                                  # a sender that was killed in the middle is no news

    def server_bind(self):                    # without the look-up of our own name, which hangs where there is no network
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address


Server(('127.0.0.1', port), Handler).serve_forever()
