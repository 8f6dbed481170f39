#!/usr/bin/env python3
"""An SMTP server (aiosmtpd) for scripts/test-receivers: wants STARTTLS and a log-in, knows no nobody@, and greylists grey@ once.

usage: mail_judge.py PORT FOLDER    (FOLDER has server.pem and server.key; what was taken is written to FOLDER/mails)
"""
import email, email.policy, json, ssl, sys, time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

port, folder = int(sys.argv[1]), sys.argv[2]
open(f'{folder}/mails', 'w').close()
seen = set()


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith('nobody@'):
            return '550 5.1.1 no such user here'
        if address.startswith('grey@') and address not in seen:
            seen.add(address)
            return '451 4.7.1 greylisted, try again'
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        defects = [str(d) for part in message.walk() for d in part.defects]
        bodies = {part.get_content_type(): part.get_content() for part in message.walk() if not part.is_multipart()}
        with open(f'{folder}/mails', 'a') as file:
            file.write(json.dumps({
                'from': envelope.mail_from, 'to': envelope.rcpt_tos, 'subject': message['subject'], 'id': message['message-id'],
                'date': str(message['date'].datetime), 'plain': bodies.get('text/plain', ''), 'html': bodies.get('text/html', ''),
                'defects': defects, 'tls': session.ssl is not None}) + '\n')
        return '250 taken'


def allowed(server, session, envelope, mechanism, data):
    return AuthResult(success=data.login == b'tocsin' and data.password == b'right', handled=False)


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(f'{folder}/server.pem', f'{folder}/server.key')
Controller(Handler(), hostname='127.0.0.1', port=port, tls_context=context, require_starttls=True, auth_required=True,
           authenticator=allowed).start()
while True:
    time.sleep(60)
