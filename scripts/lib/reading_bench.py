"""scripts/bench reading: pages and feeds through `tocsin extract --batch`, answers as JSON included, beside peers from PyPI in one run.

Pages and feeds are those of the evaluation folder (TOCSIN_EVALUATION, default ../shared beside the repository). The peers are installed into a
virtual environment outside the repository (TOCSIN_BENCH_FOLDER, default /tmp/tocsin-reading-bench); what cannot be had is named and skipped.
"""
import argparse, json, os, subprocess, sys, time
from pathlib import Path
from peers import python_with

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EVALUATION = os.environ.get('TOCSIN_EVALUATION') or os.path.join(os.path.dirname(ROOT), 'shared')
WORK = os.environ.get('TOCSIN_BENCH_FOLDER') or '/tmp/tocsin-reading-bench'
TOCSIN = os.environ.get('TOCSIN') or f'{ROOT}/.build/release/tocsin'
PEER = '''
import sys, time
kind, paths = sys.argv[1], open(sys.argv[2]).read().split('\\n')
data = [open(path, 'rb').read() for path in paths]
if kind == 'trafilatura':
    from trafilatura import bare_extraction
    read = lambda one: bare_extraction(one, with_metadata=True)
elif kind == 'resiliparse':
    from resiliparse.extract.html2text import extract_plain_text
    read = lambda one: extract_plain_text(one.decode('utf-8', 'replace'), main_content=True)
else:
    import feedparser
    read = feedparser.parse
start = time.process_time()
for one in data:
    try:
        read(one)
    except Exception:
        pass
print(time.process_time() - start)
'''
TINY = b'<rss version="2.0"><channel><title>T</title><item><title>Lachin</title><link>http://example.org/1</link><guid>1</guid></item></channel></rss>'


ROUNDS = 3


def ours(orders):
    """Seconds of processor for all answers, start of the program included; the best of a few runs, as of the peers."""
    Path(f'{WORK}/orders').write_text('\n'.join(json.dumps(order) for order in orders))

    def once():
        before = os.times()
        subprocess.run([TOCSIN, 'extract', '--batch', f'{WORK}/orders'], stdout=subprocess.DEVNULL, check=True)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system
    return min(once() for _ in range(ROUNDS))


def peer(kind, paths):
    packages, modules = (['trafilatura', 'lxml_html_clean'], 'trafilatura, lxml.html.clean') if kind == 'trafilatura' else ([kind], kind)
    python = python_with(WORK, packages, modules)
    if not python:
        print(f'{kind} cannot be had: not measured')
        return None
    Path(f'{WORK}/paths').write_text('\n'.join(paths))
    Path(f'{WORK}/peer.py').write_text(PEER)
    spent = []
    for _ in range(ROUNDS):
        made = subprocess.run([python, f'{WORK}/peer.py', kind, f'{WORK}/paths'], capture_output=True, text=True)
        if made.returncode:
            print(f'{kind} failed: {(made.stderr.splitlines() or ["?"])[-1]}')
            return None
        spent.append(float(made.stdout.split()[-1]))
    return min(spent)


def row(what, name, seconds, size, count, mine):
    if seconds:
        print(f'| {what} | {name} | {count / seconds:,.0f} | {size / seconds / 1e6:.1f} | {seconds / mine:.1f} |', flush=True)


def main():
    folder = f'{EVALUATION}/corpus/extraction/wcxb'
    if not os.path.isdir(folder):
        print('the evaluation folder is not here (TOCSIN_EVALUATION): reading is not measured')
        return 0
    os.makedirs(f'{WORK}/pages', exist_ok=True)
    sys.path.insert(0, f'{EVALUATION}/score')
    import extract_score as scorer
    pages, size = [], 0
    for number, page in enumerate(scorer.LOADERS['wcxb'](Path(folder), argparse.Namespace(split='dev', page_type='article'))):
        data = scorer._bytes(page['path'])
        Path(f'{WORK}/pages/{number}').write_bytes(data)
        pages.append((f'{WORK}/pages/{number}', page.get('url')))
        size += len(data)
    print('\n| what | by | a second | MB/s | time, ours = 1 |\n|---|---|---|---|---|')
    mine = ours([{'id': number, 'html': path, 'url': url} for number, (path, url) in enumerate(pages)])
    row(f'{len(pages)} pages', 'tocsin, all fields', mine, size, len(pages), mine)
    for kind, note in (('trafilatura', 'trafilatura with metadata'), ('resiliparse', 'resiliparse, body alone')):
        row(f'{len(pages)} pages', note, peer(kind, [path for path, _ in pages]), size, len(pages), mine)
    feeds = sorted(str(path) for path in Path(f'{EVALUATION}/corpus/feeds/real').iterdir())
    size = sum(os.path.getsize(path) for path in feeds)
    rounds = 20
    mine = ours([{'case': str(number), 'file': path} for number, path in enumerate(feeds * rounds)]) / rounds
    row(f'{len(feeds)} real feeds', 'tocsin, all fields', mine, size, len(feeds), mine)
    row(f'{len(feeds)} real feeds', 'feedparser', peer('feedparser', feeds), size, len(feeds), mine)
    Path(f'{WORK}/tiny').write_bytes(TINY)
    mine = ours([{'case': '1', 'file': f'{WORK}/tiny'}] * 50_000)
    row(f'a feed of {len(TINY)} bytes', 'tocsin, all fields', mine, len(TINY) * 50_000, 50_000, mine)
    return 0


if __name__ == '__main__':
    sys.exit(main())
