"""scripts/bench hostile: hostile pages at one, two and four times their size, seconds of a whole `tocsin extract` each. Linear is 1 : 2 : 4."""
import os, resource, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TOCSIN = os.environ.get('TOCSIN') or f'{ROOT}/.build/release/tocsin'
P = '<p>The Lachin corridor was closed on Monday, officials said, after days of talks.</p>'
PAGES = [
    ('nested elements', 100_000, lambda n: '<body>' + '<div>' * n + P),
    ('nested cards with links and headings', 15_000,
     lambda n: '<body>' + '<div class="card"><a href=x>A headline of some words here</a><h3>x</h3><div><div></div><div></div><div>' * n + P),
    ('nested inline elements in a paragraph', 100_000, lambda n: '<body><h1>T</h1><p>' + '<span>' * n + 'Twelve words ' * 6 + '.' + P),
    ('attributes of one element', 100_000, lambda n: '<body><div ' + ' '.join(f'a{i}="x"' for i in range(n)) + '>' + P),
    ('an attribute of many megabytes', 2_000_000, lambda n: '<body><div class="' + 'x' * n + '">' + P),
    ('paragraphs', 10_000, lambda n: '<body><article>' + P * n),
    ('lines with numbers and no date', 50_000, lambda n: '<body><h1>A headline with words in it</h1>' + '<div>posted 3 of 2023, 7 may</div>' * n + P * 3),
    ('teasers', 20_000, lambda n: '<body><ul>' + '<li><a href=x>A headline with words in it</a><img src=x></li>' * n + '</ul>' + P * 3),
    ('nested figures', 50_000, lambda n: '<body>' + '<figure>' * n + P),
    ('references', 400_000, lambda n: '<body><p>' + '&amp;&nbsp;&bogus;&#x2019;' * (n // 4)),
    ('formatting that never ends', 30_000, lambda n: '<body>' + '<b><i><p></x>' * n + P),
    ('entries of a live blog without times', 50_000, lambda n: '<body>' + '<div class="live-blog-post"><time>' * n + P),
    ('a head that never ends', 50_000, lambda n: '<html><head>' + '<meta name=a content=b>' * n + P),
]
worst = 0.0
print('| page | once | twice | four times | growth from twice to four times |\n|---|---|---|---|---|')
with tempfile.TemporaryDirectory() as work:
    for name, size, make in PAGES:
        spent = []
        for factor in (1, 2, 4):
            with open(f'{work}/page.html', 'w') as page:
                page.write(make(size * factor))
            begun = time.time()
            done = subprocess.run([TOCSIN, 'extract', f'{work}/page.html'], capture_output=True, text=True)
            spent.append(time.time() - begun)
            if done.returncode not in (0, 1):
                print(f'{name}: ended with {done.returncode}')
                sys.exit(1)
        worst = max(worst, spent[2] / spent[1])
        print(f'| {name} | {spent[0]:.2f} s | {spent[1]:.2f} s | {spent[2]:.2f} s | {spent[2] / spent[1]:.1f} |', flush=True)
print(f'worst growth: {worst:.1f}; most memory of any: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB')
