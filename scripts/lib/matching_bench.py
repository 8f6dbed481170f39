"""scripts/bench matching: the matcher alone beside its peers, all on one workload whose truth is known, in one run.

The workload, its truth and the peers come from the evaluation folder (TOCSIN_EVALUATION, default ../shared beside the repository);
without it this says so and measures nothing. Peers are built outside the repository.
"""
import array, json, os, re, shutil, subprocess, sys
from peers import python_with

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EVALUATION = os.environ.get('TOCSIN_EVALUATION') or os.path.join(os.path.dirname(ROOT), 'shared')
WORK = os.environ.get('TOCSIN_BENCH_FOLDER') or '/tmp/tocsin-matching-bench'
SETS = (100, 1000, 10_000, 100_000)


def run(*words, **options):
    return subprocess.run(words, capture_output=True, text=True, **options)


def build_peer(name, source, *flags):
    target = f'{WORK}/{name}'
    if not os.path.exists(target):
        made = run('g++', '-O3', '-std=c++17', f'{EVALUATION}/score/peers/{source}', '-o', target, *flags)
        if made.returncode:
            print(f'{name} could not be built: {made.stderr.splitlines()[0] if made.stderr else ""}')
            return None
    return target


def check(name, path):
    """Distinct pairs of article and watch against the truth: missed and false ones."""
    made = run(sys.executable, f'{EVALUATION}/score/peers/check.py', f'{WORK}/data', name, path)
    truth = json.loads(made.stdout)
    return truth['recall_token'], truth['false_vs_token']


def peer(binary, pattern, *words, before=()):
    found = re.search(pattern, run(binary, *before, f'{WORK}/data', *words).stdout) if binary else None
    return float(found.group(1)) if found else None


def lucene():
    """Lucene's Monitor from Debian's packages: its module is not among them, so it is compiled from Debian's source. The class path, or None."""
    folder = f'{WORK}/lucene'
    jars = [f'{folder}/usr/share/java/lucene-{name}-8.7.0.jar' for name in ('core', 'memory', 'analyzers-common', 'queryparser', 'queries')]
    path = ':'.join([f'{folder}/peer', f'{folder}/monitor', *jars])
    if os.path.exists(f'{folder}/peer/LuceneMonitor.class'):
        return path
    if not shutil.which('javac'):
        print('Lucene Monitor is not measured: no javac (Debian: openjdk-17-jdk-headless)')
        return None
    os.makedirs(f'{folder}/lists/partial', exist_ok=True)
    keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'
    open(f'{folder}/source.list', 'w').write(f'deb-src [signed-by={keyring}] http://deb.debian.org/debian bookworm main\n')
    apt = ['apt-get', '-o', f'Dir::Etc::sourcelist={folder}/source.list', '-o', 'Dir::Etc::sourceparts=-', '-o', f'Dir::State::lists={folder}/lists']
    steps = [[*apt, 'update'], [*apt, 'source', '--download-only', '--tar-only', 'lucene8'], ['apt-get', 'download', 'liblucene8-java']]
    unpack = ('dpkg-deb -x liblucene8-java_*.deb . && tar xf lucene8_*.orig.tar.xz && mkdir -p monitor peer'
              f' && javac -nowarn -d monitor -cp {path} $(find lucene-*/monitor/src/java -name "*.java")'
              f' && javac -nowarn -d peer -cp {path} {EVALUATION}/score/peers/LuceneMonitor.java')
    for step in [*steps, ['bash', '-c', unpack]]:
        made = run(*step, cwd=folder)
        if made.returncode:
            print(f'Lucene Monitor could not be built: {(made.stderr.splitlines() or ["?"])[-1]}')
            return None
    return path


def others(ours):
    """Peers that are given folded text and look for letters: those of PyPI (whose check of the ends of words, in Python, is not counted),
    RE2 from Debian, grep. On fewer texts, for they are slow."""
    python = python_with(
        WORK, ['ahocorasick_rs', 'daachorse', 'pyahocorasick', 'flashtext'], 'ahocorasick_rs, daachorse, ahocorasick, flashtext')
    if not python:
        print('the peers of PyPI cannot be had: not measured')
    re2 = build_peer('re2_driver', 're2_driver.cpp', '-w', '-lre2', '-lpthread') if os.path.exists('/usr/include/re2/set.h') else None
    print('\n| others, given folded text | ' + ' | '.join(f'{size:,} phrases: MB/s, ours = 1, recall, false' for size in (1000, 100_000)) + ' |\n|---|---|---|')

    def measured(name, size, words, count, key):
        """One peer on one set; nothing when it cannot be had or takes too long."""
        try:
            made = run(*words, timeout=600)
        except (subprocess.TimeoutExpired, FileNotFoundError):
            return '-'
        found = re.search(rf'"{key}": ?([\d.]+)', made.stdout)
        if made.returncode or not found:
            return '-'
        truth = json.loads(run(sys.executable, f'{EVALUATION}/score/peers/check.py', f'{WORK}/data', str(size), f'{WORK}/data/out.{name}.{size}.bin', str(count)).stdout)
        mine = ours['phrases', size, 'workload'][0]
        return f'{float(found[1]):.1f}, {mine / max(float(found[1]), .01):,.1f}, {truth["recall_token"]}, {truth["false_vs_token"]}'

    scripts = f'{EVALUATION}/score/peers/pypeers.py'
    for name, title in (('ac_rs_dfa', 'aho-corasick (Rust, DFA)'), ('ac_rs_nfa', 'aho-corasick (Rust, NFA)'), ('daachorse_b', 'daachorse'), ('pyac', 'pyahocorasick'),
                        ('flashtext', 'flashtext')) if python else ():
        cells = [measured(name, size, [python, scripts, name, str(size), f'{WORK}/data', '1000'], 1000, 'scan_MBs') for size in (1000, 100_000)]
        print(f'| {title} | {cells[0]} | {cells[1]} |', flush=True)
    if re2:
        cells = [measured('re2_set', size, [re2, f'{WORK}/data', str(size), str(count), str(memory)], count, 'full_MBs')
                 for size, count, memory in ((1000, 1000, 512), (100_000, 100, 8192))]
        print(f'| RE2 (sets of patterns) | {cells[0]} | {cells[1]} |', flush=True)
    cells = []
    lines = open(f'{WORK}/data/phrases.txt', 'rb').read().split(b'\n')
    for size in (1000, 100_000):
        open(f'{WORK}/phrases.{size}', 'wb').write(b'\n'.join(lines[:size]) + b'\n')
        before = os.times()
        run('grep', '-c', '-a', '-Fwf', f'{WORK}/phrases.{size}', f'{WORK}/data/docs_folded.bin')
        after = os.times()
        rate = os.path.getsize(f'{WORK}/data/docs_folded.bin') / 1e6 / (after.children_user + after.children_system - before.children_user - before.children_system)
        cells.append(f'{rate:.1f}, {ours["phrases", size, "workload"][0] / rate:,.1f}, says only which lines')
    print(f'| grep -Fwf | {cells[0]} | {cells[1]} |', flush=True)


def main():
    if not os.path.exists(f'{EVALUATION}/score/match_workload.py'):
        print('the evaluation folder is not here (TOCSIN_EVALUATION): the matcher is not measured')
        return 0
    os.makedirs(WORK, exist_ok=True)
    if not os.path.exists(f'{WORK}/data/meta.json'):
        print('making the workload (half a minute)', flush=True)
        made = run(sys.executable, f'{EVALUATION}/score/match_workload.py', '--out', f'{WORK}/data', '--docs', '10000')
        if made.returncode:
            print(made.stderr.splitlines()[-1])
            return 1
    limit = build_peer('limit', 'limit.cpp', '-w')
    watch = build_peer('watch', 'watch.cpp', '-w')
    hyperscan = build_peer('hs_driver', 'hs_driver.cpp', '-w', '-lhs', '-I/usr/include/hs') if shutil.which('g++') else None
    monitor = lucene()

    def lucene_rate(which, documents, key):
        """The better of its two ways of choosing what to look at first."""
        if not monitor:
            return None
        rates = [peer('java', f'"{key}":([\\d.]+)', which, mode, 'contract', str(documents), '1', before=['-Xmx4g', '-XX:+UseSerialGC', '-cp', monitor, 'LuceneMonitor'])
                 for mode in ('default', 'freq')]
        return max((one for one in rates if one), default=None)
    ours = {}
    for line in run(f'{ROOT}/.build/release/bench', 'matching', f'{WORK}/data').stdout.splitlines():
        print('  ' + line, flush=True)
        found = re.match(r'(phrases|watches) (\d+), (\w+) contract: (\d+) MB/s, (\d+) articles/s', line)
        if found:
            kind, size, contract, megabytes, articles = found.groups()
            ours[kind, int(size), contract] = (float(megabytes), float(articles))
    print('\n| set | MB/s, workload contract | MB/s, our rules | our C++ loop | ratio | Hyperscan literals | ratio | Lucene Monitor | ratio | recall, false |\n|---|---|---|---|---|---|---|---|---|---|')
    for size in SETS:
        mine, standard = ours['phrases', size, 'workload'][0], ours['phrases', size, 'standard'][0]
        loop = peer(limit, r'"cpp_v2".*?"full_MBs":([\d.]+)', str(size))
        literal = peer(hyperscan, r'"full_MBs":([\d.]+)', str(size), 'lit')
        index = lucene_rate(str(size), 1000 if size == 100_000 else 5000, 'full_MBs')
        recall, wrong = check(str(size), f'{WORK}/data/out.tocsin.{size}.bin')
        show = lambda x: f'{x:.0f}' if x else '-'
        ratio = lambda x: f'{mine / x:.2f}' if x else '-'
        print(f'| {size:,} phrases | {mine:.0f} | {standard:.0f} | {show(loop)} | {ratio(loop)} | {show(literal)} | {ratio(literal)} | {index or 0:.1f} | {mine / index if index else 0:.0f} | {recall}, {wrong} |', flush=True)
    print('\n| set | articles/s, workload contract | our rules | our C++ loop | ratio | Lucene Monitor | ratio | recall, false |\n|---|---|---|---|---|---|---|---|')
    for size in SETS[:3]:
        mine, standard = ours['watches', size, 'workload'][1], ours['watches', size, 'standard'][1]
        loop = peer(watch, r'"full_docs_s":(\d+)', str(size))
        index = lucene_rate(f'w{size}', 2000, 'full_docs_s')
        recall, wrong = check(f'w{size}', f'{WORK}/data/out.tocsin.w{size}.bin')
        print(f'| {size:,} boolean watches | {mine:,.0f} | {standard:,.0f} | {loop or 0:,.0f} | {mine / loop if loop else 0:.2f} | {index or 0:,.0f} | {mine / index if index else 0:.0f} | {recall}, {wrong} |')
    others(ours)
    return 0


if __name__ == '__main__':
    sys.exit(main())
