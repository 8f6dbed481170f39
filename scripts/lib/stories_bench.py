"""scripts/bench stories: which articles become one story, on copies made of real articles, and what it costs.

Of each article of the evaluation folder (TOCSIN_EVALUATION, default ../shared beside the repository) seven copies are made: under
another headline, cut, with its paragraphs in another order, with an agency's head and foot, with its lead written anew, with every
twelfth word replaced, and as an update with new paragraphs in front. All go through the store's own transaction in random orders.
Articles are halved by their number: rules were made looking at the first half only. Two articles that somebody read and called one
event (scripts/lib/story-pairs.tsv) count as right together.
"""
import glob, itertools, json, os, random, re, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EVALUATION = os.environ.get('TOCSIN_EVALUATION') or os.path.join(os.path.dirname(ROOT), 'shared')
ORDERS = 4
FOOT = ('This article was produced by the wire service of the Agency and is published under licence. All rights reserved. No part of it '
        'may be stored, changed or sold without written permission. For corrections write to the desk. The Agency delivers news, '
        'photographs and graphics to papers, stations and portals in forty countries around the clock.')


def articles(names=None):
    """Headline and paragraphs of each; `names` is given the file of each."""
    found = []
    for path in sorted(glob.glob(f'{EVALUATION}/corpus/facts/newswire/original_articles/*.txt')):
        text = open(path, encoding='utf-8', errors='replace').read()
        link = re.match(r'(https?://\S+)\s+', text)
        headline = re.sub(r'[-_]+', ' ', link.group(1).rstrip('/').split('/')[-1]) if link else ''
        found.append((headline, text[link.end():] if link else text, os.path.basename(path)))
    for path in sorted(glob.glob(f'{EVALUATION}/corpus/extraction/wcxb/dev/ground-truth/*.json')):
        one = json.load(open(path))['ground_truth']
        found.append((one.get('title') or '', one.get('main_content') or '', os.path.basename(path)))
    clean = []
    for headline, text, name in found:
        paragraphs = [' '.join(part.split()) for part in re.split(r'\n+', text) if part.split()]
        if 150 <= sum(len(part.split()) for part in paragraphs) <= 3000 and len(paragraphs) >= 4:
            clean.append((headline, paragraphs))
            if names is not None:
                names.append(name)
    return clean


def copies(headline, paragraphs, dice, spare):
    words = sum(len(part.split()) for part in paragraphs)

    def until(share):
        taken, count = [], 0
        for part in paragraphs:
            if count >= words * share:
                break
            taken.append(part)
            count += len(part.split())
        return taken

    lead = len(until(0.3))
    order = paragraphs[:]
    dice.shuffle(order)
    fresh = []
    while sum(len(part.split()) for part in fresh) < words * 0.35:
        # Words of many articles: no two texts share what was written anew.
        fresh.append(' '.join(dice.choice(dice.choice(dice.choice(spare)[1]).split()) for _ in range(40)))
    edited = [' '.join(dice.choice(dice.choice(spare)[1][0].split()) if n % 12 == 5 else w for n, w in enumerate(part.split())) for part in paragraphs]
    return {
        'original': (headline, paragraphs), 'headline': (dice.choice(spare)[0], paragraphs), 'cut': (headline, until(0.45)),
        'reordered': (headline, order), 'head and foot': (headline, ['THE CAPITAL, June 26 (Agency) -', *paragraphs, FOOT]),
        'lead anew': (dice.choice(spare)[0], fresh + paragraphs[lead:]), 'edited': (headline, edited),
        'update': (headline, fresh + paragraphs),
    }


def group(items, order, folder):
    path = f'{folder}/items.jsonl'
    with open(path, 'w') as file:
        for number in order:
            one = items[number]
            file.write(json.dumps({'id': str(number), 'headline': one['headline'], 'text': '\n'.join(one['paragraphs'])}) + '\n')
    made = subprocess.run([f'{ROOT}/.build/release/bench', 'stories', f'{ROOT}/data/gazetteer.bin', path, 'group', folder],
                          capture_output=True, text=True, check=True).stdout
    stories = dict(line.split('\t') for line in made.splitlines() if '\t' in line)
    print(*(line for line in made.splitlines() if '\t' not in line), sep='\n')
    return [stories[str(number)] for number in range(len(items))]


def labels():
    """Pairs of files that somebody read: of one event, and not."""
    rows = [line.rstrip('\n').split('\t') for line in open(f'{ROOT}/scripts/lib/story-pairs.tsv') if line[0] != '#']
    return [{frozenset(row[:2]) for row in rows if row[2] == label} for label in '10']


def measure(items, stories, events):
    by = {}
    for number, story in enumerate(stories):
        by.setdefault(story, []).append(number)
    right = wrong = 0
    mixed = []
    for members in by.values():
        for a, b in itertools.combinations(members, 2):
            if items[a]['base'] == items[b]['base']:
                right += 1
            elif frozenset((items[a]['name'], items[b]['name'])) not in events:
                wrong += 1
                mixed.append((items[a]['base'], items[b]['base']))
    bases = {}
    for number, item in enumerate(items):
        bases.setdefault(item['base'], []).append(number)
    pairs = sum(len(m) * (len(m) - 1) // 2 for m in bases.values())
    print(f'  pairs {pairs}: P {right / max(1, right + wrong):.4f}  R {right / pairs:.4f}; stories with two articles in them: '
          f'{sorted(set(tuple(sorted(p)) for p in mixed))[:12]}')
    for kind in items[0]['kinds']:
        joined = total = 0
        for members in bases.values():
            own = [m for m in members if items[m]['kind'] == kind]
            first = [m for m in members if items[m]['kind'] == 'original']
            for m in own:
                total += 1
                joined += stories[m] == stories[first[0]]
        if kind != 'original':
            print(f'    {kind:14} joined to its original {joined} of {total}')


def labelled(found, names, folder):
    """Pairs of different articles that somebody read and called one event, or not."""
    same, other = labels()
    with open(f'{folder}/all.jsonl', 'w') as file:
        for number, (headline, paragraphs) in enumerate(found):
            file.write(json.dumps({'id': str(number), 'headline': headline, 'text': '\n'.join(paragraphs)}) + '\n')
    made = subprocess.run([f'{ROOT}/.build/release/bench', 'stories', f'{ROOT}/data/gazetteer.bin', f'{folder}/all.jsonl', 'pairs'],
                          capture_output=True, text=True, check=True).stdout
    joined = {frozenset((names[int(row[6])], names[int(row[7])])) for row in (line.split('\t') for line in made.splitlines()) if row[8] != '-'}
    print(f'hand-labelled pairs, {len(same)} of one event and {len(other)} like them that are not: joined {len(joined & same)} and {len(joined & other)}; '
          f'{len(joined - same - other)} joined pairs among {len(found)} articles were not read')


def main():
    names = []
    found = articles(names)
    if not found:
        print('no articles here (TOCSIN_EVALUATION): only the cost is measured')
    else:
        with tempfile.TemporaryDirectory() as folder:
            labelled(found, names, folder)
    spare, found = found[::5], [(*one, name) for n, (one, name) in enumerate(zip(found, names)) if n % 5]
    events = labels()[0]
    with tempfile.TemporaryDirectory() as folder:
        for name, half in (('first half', found[::2]), ('second half', found[1::2])):
            if not half:
                continue
            dice = random.Random(7)
            items = []
            for base, (headline, paragraphs, file) in enumerate(half):
                made = copies(headline, paragraphs, dice, spare)
                items += [{'base': base, 'name': file, 'kind': kind, 'headline': h, 'paragraphs': p, 'kinds': list(made)}
                          for kind, (h, p) in made.items()]
            orders = []
            for seed in range(1, ORDERS + 1):
                order = list(range(len(items)))
                random.Random(seed).shuffle(order)
                print(f'{name}: {len(half)} articles, {len(items)} texts, order {seed}')
                stories = group(items, order, folder)
                measure(items, stories, events)
                by = {}
                for number, story in enumerate(stories):
                    by.setdefault(story, []).append(number)
                orders.append({tuple(members) for members in by.values()})
            same = set.intersection(*orders)
            print(f'  stories that are the same in all {ORDERS} orders: {len(same)} of {", ".join(str(len(one)) for one in orders)}')
        subprocess.run([f'{ROOT}/.build/release/bench', 'stories', f'{ROOT}/data/gazetteer.bin', '-', 'cost', folder, *sys.argv[1:2]], check=True)


main()
