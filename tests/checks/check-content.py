#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves what must hold for the clinical content as built: check-content.py BUILT_DATA_FOLDER, or --self-test

That every section and row of the article is in it, that every entry says where it comes from, and that it is
whole in Persian too: each text has its twin, and nothing in a line from right to left is turned around.
"""

import re
import xml.etree.ElementTree as ElementTree

from checks import main

FOLDER = 'protocol'
NAMESPACE = '{https://example.org/mesoclinic/protocol}'
LANGUAGE = '{http://www.w3.org/XML/1998/namespace}lang'
ENTRIES = ('question', 'rule', 'ingredient', 'pair', 'excipient-pair', 'product', 'plan', 'evidence', 'entry', 'handout', 'item')
TRANSLATED = ('text', 'help', 'find-out', 'reason', 'advice', 'name', 'benefit', 'caution', 'claim', 'study', 'result',
              'note', 'detail', 'title', 'sold', 'storage')

# The article, row by row: what stands for it, and what of it is more than its being there.
ARTICLE = [
    ('key ingredients', 'ingredient', {
        **dict.fromkeys(('zinc', 'iron', 'copper', 'selenium', 'potassium'), {'group': 'minerals'}),
        **dict.fromkeys(('biotin', 'b-complex', 'pantothenic-acid'), {'group': 'vitamins'}),
        **dict.fromkeys(('amino-acids', 'hyaluronic-acid', 'antioxidants'), {'group': 'other'}),
    }),
    ('evidence', 'evidence', {
        'aledani24': {'found': 'true'}, 'jdt23': {'found': 'true'}, 'prp-comparison': {'found': 'false'},
        'moftah13': {'found': 'true'},
    }),
    ('who can benefit, asked', 'question', dict.fromkeys(
        ('gradual-thinning', 'localised-bald-spots', 'dry-brittle-damaged', 'oily-flaky', 'early-genetic-signs'),
        {'indication': 'true', 'required': 'false'})),
    ('who can benefit, told', 'entry', dict.fromkeys(
        ('indication-thinning', 'indication-damaged', 'indication-scalp', 'indication-genetic'),
        {'list': 'indication'})),
    ('who should avoid it, asked', 'question', {
        'pregnant': {'unless-sex': 'male', 'forms': 'full short'}, 'breastfeeding': {'unless-sex': 'male'},
        'menstruating': {'unless-sex': 'male', 'forms': 'full short'},
        'period-started-on': {'type': 'date', 'parent': 'menstruating', 'forms': 'full short'},
        'endocrine-disorder': {}, 'endocrine-uncontrolled': {'parent': 'endocrine-disorder'},
        'tumour-active': {}, 'tumour-history': {},
    }),
    ('who should avoid it, ruled', 'rule', {
        'PREG': {'overridable': 'false'}, 'LACT': {'overridable': 'false'}, 'MENS': {'overridable': 'true'},
        'ENDO': {'overridable': 'true'}, 'TUM-A': {'overridable': 'false'}, 'TUM-H': {},
    }),
    ('top benefits', 'entry', dict.fromkeys(
        ('benefit-less-loss', 'benefit-growth', 'benefit-scalp', 'benefit-shine', 'benefit-breakage'),
        {'list': 'benefit'})),
    ('side effects', 'entry', dict.fromkeys(
        ('effect-pain', 'effect-swelling-bruising', 'effect-itching-redness', 'effect-nausea'),
        {'list': 'side-effect'})),
    ('pre-treatment tips', 'item', {
        'before-thinners': {'duration': 'P7D'}, 'before-alcohol': {'duration': 'P3D'}, 'before-medicines': {},
        'before-wash': {}, 'before-benefit': {},
    }),
    ('aftercare', 'item', {
        'after-wash': {'duration': 'PT24H'}, 'after-sport': {'duration': 'PT24H'}, 'after-pool': {'duration': 'P7D'},
        'after-sun': {'duration': 'P7D'}, 'after-alcohol': {'duration': 'P3D'}, 'after-benefit-steps': {},
    }),
    ('sessions', 'plan', {
        'mild': {'min-sessions': '1', 'max-sessions': '2'}, 'noticeable': {'min-sessions': '4', 'max-sessions': '10'},
        'maintenance': {'maintenance': 'true'},
    }),
    ('what it is, for whom, by whom', 'item', dict.fromkeys(
        ('info-what', 'info-differs', 'info-sexes', 'info-safe', 'info-ask', 'info-sessions-course'), {})),
]
# Outcomes of the article's rules in the order of their cases, with what they wait for.
OUTCOMES = {
    'PREG': ['block'], 'LACT': ['block'], 'MENS': ['defer period-started-on 7', 'clearance'],
    'ENDO': ['clearance', 'caution'], 'TUM-A': ['block'], 'TUM-H': ['clearance'],
}

NO_ENTRY_NEEDED = {'article', 'GK'}
ISOLATED = re.compile('[\u2066-\u2068][^\u2066-\u2069]*\u2069')
PLACEHOLDER = re.compile(r'\{([A-Za-z0-9_/:-]+)\}')
UNIT = re.compile(r'[0-9] (?:ng|µg|mg|g|µL|mL|L|U|IU|mIU|mmol|mm|%|°C)(?![A-Za-z])')


def documents(tree):
    for path in tree.below(FOLDER, suffixes=('.xml',)):
        yield path, ElementTree.fromstring(tree.text(path))


def kind(element):
    return element.tag.removeprefix(NAMESPACE)


def entries(tree):
    """(path, element) for each entry; in them an item of a handout is one of its own."""
    for path, root in documents(tree):
        for element in root.iter():
            if kind(element) in ENTRIES:
                yield path, element


def name(element):
    return element.get('id') or element.get('kind') or f'{element.get("a")} + {element.get("b")}'


def texts(tree):
    """(path, parent, English text, Persian text or none) for each translated element."""
    for path, root in documents(tree):
        for parent in root.iter():
            children = list(parent)
            for child, following in zip(children, children[1:] + [None]):
                if kind(child) not in TRANSLATED or child.get(LANGUAGE):
                    continue
                twin = following is not None and following.tag == child.tag and following.get(LANGUAGE) == 'fa'
                yield path, parent, child.text or '', (following.text or '') if twin else None


def persian(tree):
    for path, _, english, translation in texts(tree):
        if translation is not None:
            yield path, english, translation


def article_is_whole(tree):
    by_id = {(kind(element), element.get('id')): (path, element) for path, element in entries(tree)}
    nowhere = (next((path for path, _ in documents(tree)), FOLDER), None)
    faults = []
    for section, what, rows in ARTICLE:
        for row, attributes in rows.items():
            path, element = by_id.get((what, row), nowhere)
            if element is None:
                faults.append(f'{path}: the article’s “{section}” has no {what} {row}')
                continue
            for attribute, value in ({'origin': 'article'} | attributes).items():
                if element.get(attribute) != value:
                    faults.append(f'{path}: {row} of “{section}” has {attribute} {element.get(attribute)}, not {value}')
    return faults


def article_rules_judge(tree):
    faults = []
    for path, element in entries(tree):
        if kind(element) != 'rule' or element.get('id') not in OUTCOMES:
            continue
        found = [' '.join(filter(None, (case.get('outcome'), case.get('event'), case.get('days'))))
                 for case in element.iter(NAMESPACE + 'case')]
        if found != OUTCOMES[element.get('id')]:
            faults.append(f'{path}: {element.get("id")} gives {found}, not {OUTCOMES[element.get("id")]}')
    return faults


def provenance(tree):
    allowed = {'origin': {'article', 'research', 'clinic'}, 'grade': {'A', 'B', 'C', 'GK'}}
    faults = []
    for path, element in entries(tree):
        for attribute, values in allowed.items():
            if element.get(attribute) not in values:
                faults.append(f'{path}: {name(element)} has {attribute} {element.get(attribute)}')
        if not element.get('source'):
            faults.append(f'{path}: {name(element)} has no source')
        if element.get('review') != 'unreviewed':
            faults.append(f'{path}: {name(element)} ships as {element.get("review")}; only a clinic’s physician reviews')
    return faults


def sources_known(tree):
    known = {element.get('id') for _, element in entries(tree) if kind(element) == 'evidence'}
    return [f'{path}: {name(element)} leans on {key}, which the evidence library lacks'
            for path, element in entries(tree) for key in (element.get('source'), element.get('cap-source'))
            if key and key not in NO_ENTRY_NEEDED and key.lower() not in known]


def links_lead_somewhere(tree):
    ingredients = {element.get('id') for _, element in entries(tree) if kind(element) == 'ingredient'}
    faults = []
    for path, element in entries(tree):
        linked = [element.get('a'), element.get('b'), element.get('when-ingredient')]
        linked += (element.get('ingredients') or '').split()
        linked += [case.get('ingredient') for case in element.iter(NAMESPACE + 'case')]
        faults += [f'{path}: {name(element)} names the ingredient {other}, which is not there'
                   for other in linked if other and other not in ingredients]
    return faults


def one_version(tree):
    versions = {path: root.get('version') for path, root in documents(tree)}
    first = next(iter(versions.values()), None)
    return [f'{path}: version {version}, others have {first}' for path, version in versions.items() if version != first]


def both_languages(tree):
    return [f'{path}: no Persian for “{english}” of {name(parent)}'
            for path, parent, english, translation in texts(tree) if not translation]


def same_placeholders(tree):
    return [f'{path}: other placeholders in the Persian of “{english}”' for path, english, translation in persian(tree)
            if sorted(PLACEHOLDER.findall(english)) != sorted(PLACEHOLDER.findall(translation))]


def isolates_balanced(tree):
    return [f'{path}: an isolate left open or nested in “{text}”' for path, _, text in persian(tree)
            if re.search('[\u2066-\u2069]', ISOLATED.sub('', text))]


def latin_isolated(tree):
    """Digits and Latin letters outside of an isolate are put in order with their neighbours: 5.5- for -5.5."""
    return [f'{path}: “{loose[0]}” is not isolated in “{text}”' for path, _, text in persian(tree)
            if (loose := re.search('[A-Za-z0-9]+', PLACEHOLDER.sub('', ISOLATED.sub('', text))))]


def persian_letters(tree):
    return [f'{path}: {wrong[0]!a} is Arabic’s, not Persian’s, in “{text}”' for path, _, text in persian(tree)
            if (wrong := re.search('[\u064a\u0649\u0643\u0660-\u0669\u0629]', text))]


def units_kept(tree):
    return [f'{path}: a number may be parted from its unit in “{text}”'
            for path, _, english, translation in texts(tree) for text in (english, translation or '')
            if UNIT.search(text)]


RULES = [
    ('every row of the article is there', article_is_whole),
    ('the article’s rules judge as they must', article_rules_judge),
    ('every entry says where it comes from', provenance),
    ('every source is in the evidence library', sources_known),
    ('every link to an ingredient leads somewhere', links_lead_somewhere),
    ('all files are of one version', one_version),
    ('every text is there in Persian', both_languages),
    ('placeholders are the same in Persian', same_placeholders),
    ('isolates are balanced', isolates_balanced),
    ('Latin runs in Persian are isolated', latin_isolated),
    ('Persian is written with Persian letters', persian_letters),
    ('numbers keep to their units', units_kept),
]

PROVENANCE = 'origin="article" source="article" grade="C" review="unreviewed"'
WORDS = '<text>Stay {name} for 5\u00a0mg</text><text xml:lang="fa">{name} تا \u20665\u00a0mg\u2069 بماند</text>'


def document(body, version='1.0.0'):
    namespace = NAMESPACE.strip('{}')
    return f'<protocol xmlns="{namespace}" version="{version}">{body}</protocol>'


def entry(words=WORDS, marks=PROVENANCE, what='entry', **attributes):
    written = ' '.join(f'{key.replace("_", "-")}="{value}"' for key, value in attributes.items())
    return f'<{what} {written} {marks}>{words}</{what}>'


def write_article():
    """The least content that has every row."""
    body = ''
    for _, what, rows in ARTICLE:
        for row, attributes in rows.items():
            cases = ''
            for outcome, *event in map(str.split, OUTCOMES.get(row, [])):
                waits = f' event="{event[0]}" days="{event[1]}"' if event else ''
                cases += f'<case outcome="{outcome}"{waits}/>'
            body += entry(WORDS + cases, what=what, id=row, **attributes)
    return document(body)


def one(words=WORDS, **more):
    return {'protocol/b.xml': document(entry(words, id='b', list='benefit', **more))}


ARTICLE_TEXT = write_article()
CLEAN = {'protocol/a.xml': ARTICLE_TEXT} | one()
VIOLATIONS = [
    ('every row of the article is there', 'a row left out', {'protocol/a.xml': ARTICLE_TEXT.replace('"zinc"', '"zync"')}),
    ('every row of the article is there', 'an origin lost',
     {'protocol/a.xml': ARTICLE_TEXT.replace('origin="article"', 'origin="clinic"', 1)}),
    ('every row of the article is there', 'the study not found shown as found',
     {'protocol/a.xml': ARTICLE_TEXT.replace('found="false"', 'found="true"')}),
    ('every row of the article is there', 'a shorter time', {'protocol/a.xml': ARTICLE_TEXT.replace('PT24H', 'PT12H')}),
    ('the article’s rules judge as they must', 'a rule made weaker',
     {'protocol/a.xml': ARTICLE_TEXT.replace('outcome="block"', 'outcome="caution"', 1)}),
    ('the article’s rules judge as they must', 'a shorter wait',
     {'protocol/a.xml': ARTICLE_TEXT.replace('days="7"', 'days="6"')}),
    ('every entry says where it comes from', 'no source', one(marks='origin="article" grade="C" review="unreviewed"')),
    ('every entry says where it comes from', 'an unknown grade', one(marks=PROVENANCE.replace('"C"', '"D"'))),
    ('every entry says where it comes from', 'a review nobody made', one(marks=PROVENANCE.replace('unrev', 'rev'))),
    ('every source is in the evidence library', 'an unknown key', one(marks=PROVENANCE.replace('="article"', '="X1"'))),
    ('every source is in the evidence library', 'an unknown source of a cap', one(cap_source='X1')),
    ('every link to an ingredient leads somewhere', 'one in a sheet', one(when_ingredient='zync')),
    ('every link to an ingredient leads somewhere', 'one in a study', one(ingredients='zinc zync')),
    ('all files are of one version', 'an older file', {'protocol/b.xml': document('', version='0.9.0')}),
    ('every text is there in Persian', 'none', one('<text>Yes</text>')),
    ('every text is there in Persian', 'none after the second', one(WORDS + '<detail>Yes</detail>')),
    ('placeholders are the same in Persian', 'one lost', one('<text>{a}</text><text xml:lang="fa">بله</text>')),
    ('isolates are balanced', 'one left open', one('<text>A</text><text xml:lang="fa">\u2066A</text>')),
    ('isolates are balanced', 'one closed twice', one('<text>A</text><text xml:lang="fa">\u2066A\u2069\u2069</text>')),
    ('Latin runs in Persian are isolated', 'a number', one('<text>A</text><text xml:lang="fa">تا 24 ساعت</text>')),
    ('Latin runs in Persian are isolated', 'a name', one('<text>A</text><text xml:lang="fa">روش PRP</text>')),
    ('Persian is written with Persian letters', 'Arabic’s yeh', one('<text>A</text><text xml:lang="fa">پي</text>')),
    ('Persian is written with Persian letters', 'Arabic’s digits', one('<text>A</text><text xml:lang="fa">٤</text>')),
    ('numbers keep to their units', 'a space', one('<text>5 mg</text><text xml:lang="fa">بله</text>')),
]

if __name__ == '__main__':
    main(RULES, CLEAN, VIOLATIONS)
