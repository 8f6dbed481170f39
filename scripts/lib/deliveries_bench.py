"""scripts/bench deliveries: durable, signed deliveries a second over eight receivers; latency at a steady pace; opening a backlog; Alertmanager as a sender beside it.

Debian's nginx answers on loopback (one worker, 200 and nothing else). Packages are unpacked, not installed, into TOCSIN_RECEIVERS (default
~/.cache/tocsin-receivers). Everything in one run on one machine.
"""
import contextlib, json, os, random, re, shutil, signal, socket, sqlite3, subprocess, sys, tempfile, threading, time, urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TOCSIN = f'{ROOT}/.build/release/tocsin'
RIG = os.environ.get('TOCSIN_RECEIVERS') or os.path.expanduser('~/.cache/tocsin-receivers')
SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqr'
ARTICLES = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
BACKLOG = 1_000_000


def unpack(*packages):
    for name in packages:
        if os.path.exists(f'{RIG}/unpacked-{name}'):
            continue
        os.makedirs(f'{RIG}/debs', exist_ok=True)
        subprocess.run(['apt-get', 'download', '-qq', name], cwd=f'{RIG}/debs', check=True, capture_output=True)
        found = [f for f in os.listdir(f'{RIG}/debs') if f.startswith(name + '_')][0]
        subprocess.run(['dpkg-deb', '-x', f'{RIG}/debs/{found}', f'{RIG}/root'], check=True)
        open(f'{RIG}/unpacked-{name}', 'w').close()


def port():
    with contextlib.closing(socket.socket()) as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


def memory(process):
    status = open(f'/proc/{process.pid}/status').read()
    return {k: int(re.search(rf'{k}:\s+(\d+)', status).group(1)) // 1024 for k in ('VmHWM', 'VmRSS', 'RssAnon')}


def processor(process):
    fields = open(f'/proc/{process.pid}/stat').read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def nginx(folder, number):
    os.makedirs(f'{folder}/logs', exist_ok=True)
    paths = ' '.join(f'{kind}_temp_path {folder}/{kind};' for kind in ('client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'))
    open(f'{folder}/nginx.conf', 'w').write(f'''daemon off; worker_processes 1; pid {folder}/pid; error_log /dev/null;
events {{ worker_connections 1024; }}
http {{ log_format n '$uri'; access_log {folder}/hits n buffer=64k flush=1s; keepalive_requests 10000000; {paths}
  server {{ listen 127.0.0.1:{number}; location / {{ return 200 "ok"; }} }} }}''')
    return subprocess.Popen([f'{RIG}/root/usr/sbin/nginx', '-p', folder, '-c', f'{folder}/nginx.conf'], stderr=subprocess.DEVNULL)


class Service:
    def __init__(self, folder, text):
        self.folder = folder
        for name in ('etc', 'in', 'state'):
            os.makedirs(f'{folder}/{name}', exist_ok=True)
        open(f'{folder}/etc/tocsin.yaml', 'w').write(text)

    def start(self):
        began = time.time()
        self.process = subprocess.Popen([TOCSIN, 'run', '--config', f'{self.folder}/etc', '--state', f'{self.folder}/state', '--control',
                                         f'{self.folder}/c.sock', '--log', 'error'], stdout=subprocess.DEVNULL, stderr=open(f'{self.folder}/log', 'a'))
        while not os.path.exists(f'{self.folder}/c.sock') or socket.socket(socket.AF_UNIX).connect_ex(f'{self.folder}/c.sock'):
            time.sleep(0.005)
        return time.time() - began

    def ask(self, *words):
        return subprocess.run([TOCSIN, *words, '--control', f'{self.folder}/c.sock', '--json'], capture_output=True, text=True).stdout

    def status(self):
        return json.loads(self.ask('status'))

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=60)


def deliveries(folder):
    number = port()
    names = [f'r{n}' for n in range(8)]
    receivers = '\n'.join(f'  - {{ id: {n}, webhook: {{ url: "http://127.0.0.1:{number}/{n}", secret: "{SECRET}" }} }}' for n in names)
    service = Service(folder, f'''sources: [{{ id: in, folder: {folder}/in, settle: 1s }}]
receivers:
{receivers}
watches: [{{ id: ridge, any: [Ridge road], when: every, to: [{", ".join(names)}] }}]
''')
    service.start()
    with open(f'{folder}/all.jsonl', 'w') as file:
        for n in range(ARTICLES):
            # No two share a run of words: each is a story of its own.
            words = ' '.join(f'word{number}' for number in random.Random(n).choices(range(5000), k=60))
            file.write(json.dumps({'id': str(n), 'headline': f'Number {n}', 'text': f'On day {n} the Ridge road saw {words}.'}) + '\n')
    os.rename(f'{folder}/all.jsonl', f'{folder}/in/all.jsonl')
    want = ARTICLES * 8
    while service.status()['deliveries_waiting'] < want:
        time.sleep(0.2)
    sink = nginx(folder, number)
    time.sleep(0.5)
    before, start = processor(service.process), time.time()
    service.ask('deliveries', 'retry')
    while (left := service.status()['deliveries_waiting']) > 0:
        time.sleep(0.05)
    spent = time.time() - start
    used = memory(service.process)
    print(f'{want} deliveries of {ARTICLES} alerts to 8 receivers, signed and each settled on disk: {want / spent:,.0f} a second, '
          f'{(processor(service.process) - before) / want * 1e6:.0f} µs of processor each, {used["VmRSS"]} MB resident, {used["RssAnon"]} of them its own')
    service.stop()
    time.sleep(1.2)
    hits = sum(1 for _ in open(f'{folder}/hits'))
    print(f'   requests that nginx counted: {hits}')
    sink.terminate()
    sink.wait()


def pace(folder, rate=100, seconds=30):
    """From the close of a file to the first byte of its alert at the receiver, at a steady pace."""
    server = socket.create_server(('127.0.0.1', 0), backlog=128)
    came = {}

    def serve(connection):
        data = b''
        while True:
            chunk = connection.recv(65536)
            if not chunk:
                return
            now = time.time()
            if not data:
                first = now
            data += chunk
            head = data.find(b'\r\n\r\n')
            length = re.search(rb'content-length: (\d+)', data[:head], re.I) if head >= 0 else None
            if not length or len(data) < head + 4 + int(length.group(1)):
                continue
            came[int(re.search(rb'"headline":"Number (\d+)"', data).group(1))] = first
            data = b''
            connection.sendall(b'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n')

    def accept():
        while True:
            connection, _ = server.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=serve, args=(connection,), daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()
    service = Service(folder, f'''sources: [{{ id: in, folder: {folder}/in, settle: 1s }}]
receivers: [{{ id: r, webhook: {{ url: "http://127.0.0.1:{server.getsockname()[1]}/", secret: "{SECRET}" }} }}]
watches: [{{ id: ridge, any: [Ridge road], when: every, to: [r] }}]
''')
    service.start()
    began, left = time.time(), {}
    for n in range(rate * seconds):
        time.sleep(max(0, began + n / rate - time.time()))
        words = ' '.join(f'word{(n * 31 + k * 7) % 5000}' for k in range(300))
        with open(f'{folder}/in/{n}.txt', 'w') as file:
            file.write(f'Number {n}\n\nOn day {n} the Ridge road saw {words}.\n')
        left[n] = time.time()
    time.sleep(2)
    waits = sorted((came[n] - left[n]) * 1000 for n in left if n in came)
    print(f'{rate} articles a second for {seconds} s, each told: {len(waits)} messages; close of the file to first byte '
          f'p50 {waits[len(waits) // 2]:.1f} ms, p99 {waits[len(waits) * 99 // 100]:.1f} ms, most {waits[-1]:.1f} ms')
    service.stop()


def backlog(folder):
    service = Service(folder, f'''sources: [{{ id: in, folder: {folder}/in }}]
receivers: [{{ id: r, webhook: {{ url: "http://127.0.0.1:{port()}/", secret: "{SECRET}" }} }}]
watches: [{{ id: ridge, any: [Ridge road], to: [r] }}]
''')
    service.start()
    service.stop()
    store = [f for f in os.listdir(f'{folder}/state') if f.endswith('.db')][0]
    database = sqlite3.connect(f'{folder}/state/{store}')
    columns = [row[1] for row in database.execute('PRAGMA table_info(delivery)')]
    assert columns[:4] == ['id', 'alert', 'receiver', 'sequence'], columns
    now = int(time.time() * 1000)
    database.execute(f'''WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {BACKLOG})
        INSERT INTO delivery SELECT printf('%020x', i), 'al', 'r', i, 'application/json', randomblob(400), 'waiting', 0, {now}, {now}, NULL, NULL, NULL, 'st' || i FROM n''')
    database.commit()
    database.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    database.close()
    took = service.start()
    waiting = service.status()['deliveries_waiting']
    time.sleep(3)
    print(f'a store with {waiting:,} deliveries waiting answers after {took:.2f} s; {memory(service.process)["VmRSS"]} MB resident, '
          f'{memory(service.process)["RssAnon"]} of them its own')
    service.stop()


def alertmanager(folder, groups):
    """Debian's Alertmanager as a sender: as many groups of one alert, to the same nginx."""
    templates = '/usr/share/prometheus/alertmanager'
    placed = not os.path.exists(templates)
    if placed:
        shutil.copytree(f'{RIG}/root{templates}', templates)
    number, own = port(), port()
    open(f'{folder}/am.yml', 'w').write(f"""route: {{ receiver: sink, group_by: ['...'], group_wait: 5s, group_interval: 1h }}
receivers: [{{ name: sink, webhook_configs: [{{ url: 'http://127.0.0.1:{number}/am' }}] }}]
""")
    sink = nginx(folder, number)
    process = subprocess.Popen([f'{RIG}/root/usr/bin/prometheus-alertmanager', f'--config.file={folder}/am.yml', f'--storage.path={folder}/am',
                                f'--web.listen-address=127.0.0.1:{own}', '--cluster.listen-address='], stderr=subprocess.DEVNULL)
    while socket.socket().connect_ex(('127.0.0.1', own)):
        time.sleep(0.05)
    for first in range(0, groups, 1000):
        body = json.dumps([{'labels': {'alertname': 'a', 'n': str(n)}, 'annotations': {'text': 'x' * 1500}} for n in range(first, first + 1000)])
        urllib.request.urlopen(urllib.request.Request(f'http://127.0.0.1:{own}/api/v2/alerts', data=body.encode(),
                                                      headers={'content-type': 'application/json'})).read()

    def hits():
        return sum(1 for _ in open(f'{folder}/hits')) if os.path.exists(f'{folder}/hits') else 0
    while not hits():
        time.sleep(0.1)
    start, first = time.time(), hits()
    while (seen := hits()) < groups and time.time() - start < 300:
        time.sleep(0.5)
    print(f'Alertmanager 0.25, {groups} groups of one alert to the same nginx: {(seen - first) / (time.time() - start):,.0f} a second, '
          f'{memory(process)["VmHWM"]} MB resident at most')
    for one in (process, sink):
        one.terminate()
        one.wait()
    if placed:
        shutil.rmtree(templates)


unpack('nginx', 'prometheus-alertmanager')
for what in (deliveries,) if "quick" in sys.argv else (deliveries, pace, backlog, lambda folder: alertmanager(folder, 20_000)):
    with tempfile.TemporaryDirectory(prefix='tocsin-bench-') as folder:
        what(folder)
