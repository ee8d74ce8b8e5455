#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""`protocol`, `plan`, `calendar` and usage in general."""

import datetime
import os
import string
from pathlib import Path

from mesoctl import BAD_INPUT, Case, main, run, safely

PROTOCOL = Path(os.environ['MESOCLINIC_DATA_DIR']) / 'protocol'
NAMESPACE = 'https://example.org/mesoclinic/protocol'


class Protocol(Case):
    def test_show(self):
        shown = self.ok('protocol', 'show').json
        questions = [q['id'] for q in shown['questions']]
        for question in ('pregnant', 'breastfeeding', 'menstruating', 'period-started-on', 'endocrine-disorder',
                         'endocrine-uncontrolled', 'tumour-active', 'tumour-history'):
            self.assertIn(question, questions)
        rules = {r['id']: r for r in shown['rules']}
        for rule, outcome in (('PREG', 'block'), ('LACT', 'block'), ('MENS', 'defer'), ('ENDO', 'clearance'),
                              ('TUM-A', 'block'), ('TUM-H', 'clearance')):
            self.assertEqual((rules[rule]['outcome'], rules[rule]['origin']), (outcome, 'article'))
        article = [i['id'] for i in shown['ingredients'] if i['origin'] == 'article']
        self.assertEqual(set(article), {'zinc', 'iron', 'copper', 'selenium', 'potassium', 'biotin', 'b-complex',
                                        'pantothenic-acid', 'amino-acids', 'hyaluronic-acid', 'antioxidants'})
        plans = {p['id']: p for p in shown['plans']}
        self.assertEqual((plans['mild']['sessions'], plans['noticeable']['sessions']), ([1, 2], [4, 10]))
        self.assertEqual(len(shown['side_effects']), 4)
        self.assertEqual(len([e for e in shown['evidence'] if e['origin'] == 'article']), 4)
        self.assertEqual(len([e for e in shown['evidence'] if not e['found']]), 1)
        self.assertLessEqual({'before', 'aftercare', 'information'}, {h['kind'] for h in shown['handouts']})

    def test_salts_weigh_what_their_atoms_weigh(self):
        # abridged standard atomic weights (IUPAC 2021), in µg/mmol
        atoms = {'H': 1008, 'C': 12011, 'O': 15999, 'Na': 22990, 'Mg': 24305, 'S': 32060, 'Cl': 35450, 'K': 39098, 'Fe': 55845,
                 'Cu': 63546, 'Zn': 65380, 'Se': 78971}
        elements = {'zinc': 'Zn', 'iron': 'Fe', 'copper': 'Cu', 'selenium': 'Se', 'potassium': 'K', 'magnesium': 'Mg'}
        made_of = {
            'zinc-sulfate-heptahydrate': 'Zn S O11 H14', 'zinc-sulfate-monohydrate': 'Zn S O5 H2', 'zinc-chloride': 'Zn Cl2',
            'zinc-gluconate': 'Zn C12 H22 O14', 'ferrous-sulfate-heptahydrate': 'Fe S O11 H14',
            'copper-sulfate-pentahydrate': 'Cu S O9 H10', 'copper-chloride-dihydrate': 'Cu Cl2 O2 H4',
            'copper-gluconate': 'Cu C12 H22 O14', 'selenious-acid': 'Se H2 O3', 'sodium-selenite': 'Na2 Se O3',
            'sodium-selenite-pentahydrate': 'Na2 Se O8 H10', 'potassium-chloride': 'K Cl',
            'magnesium-sulfate-heptahydrate': 'Mg S O11 H14', 'magnesium-chloride-hexahydrate': 'Mg Cl2 O6 H12'}
        seen = set()
        for ingredient in self.ok('protocol', 'show').json['ingredients']:
            for salt in ingredient['salts']:
                parts = {part.rstrip('0123456789'): int(part.lstrip(string.ascii_letters) or 1)
                         for part in made_of[salt['id']].split()}
                self.assertEqual(salt['molar_mass_ug_per_mmol'], sum(atoms[atom] * n for atom, n in parts.items()), salt['id'])
                self.assertEqual(ingredient['molar_mass_ug_per_mmol'], atoms[elements[ingredient['id']]])
                self.assertEqual(salt['elements'], parts[elements[ingredient['id']]])
                seen.add(salt['id'])
        self.assertEqual(seen, set(made_of))

    def test_show_says_what_a_clinic_may_choose(self):
        shown = self.ok('protocol', 'show').json
        for question in shown['questions']:
            self.assertIn('unit', question)
            self.assertIsInstance(question['known_weight'], bool)
            for known in question['known']:
                self.assertIn(known['in'], ('medicine', 'condition', 'allergy'))
                self.assertIn(known['origin'], ('prescribed', 'self-chosen', None))
                self.assertIsInstance(known['ended'], bool)
                self.assertTrue(known['text'])
        for rule in shown['rules']:
            self.assertIsInstance(rule['suspends'], bool)
            for case in rule['cases']:
                self.assertIn(case['choose'], ('block', 'defer', 'clearance', 'caution', None))
                self.assertNotEqual(case['choose'], case['outcome'])
                if case['event']:
                    self.assertTrue(case['days_from'] <= case['days'] <= case['days_to'])

    def test_persian_is_complete(self):
        def texts(value):
            if isinstance(value, dict):
                for key, inner in value.items():
                    if key in ('text', 'help', 'find_out', 'reason', 'advice', 'benefit', 'caution', 'claim', 'study',
                               'result', 'name', 'note', 'detail', 'title') and inner is not None:
                        yield inner
                    else:
                        yield from texts(inner)
            elif isinstance(value, list):
                for inner in value:
                    yield from texts(inner)
        shown = list(texts(self.ok('protocol', 'show', '--language', 'fa').json))
        self.assertGreater(len(shown), 200)
        for text in shown:
            self.assertRegex(text, '[\u0600-\u06ff]|PRP')

    def test_validate(self):
        files = sorted(PROTOCOL.glob('*.xml'))
        self.assertEqual(self.ok('protocol', 'validate', *files).out, b'')

    def test_faults_have_a_place(self):
        path = self.folder / 'bad.xml'
        for text, place in (
                ('', 'bad.xml:1:1:'),
                ('<protocol', 'bad.xml:1:'),
                (f'<protocol xmlns="{NAMESPACE}" version="1.0.0">\n  <!-- شوره --> <qestion id="x"/></protocol>', 'bad.xml:2:17:'),
                (f'<!DOCTYPE x><protocol xmlns="{NAMESPACE}" version="1.0.0"/>', 'bad.xml:1:1:'),
                (f'<protocol xmlns="{NAMESPACE}" version="1.0.0"/><protocol/>', 'bad.xml:1:'),
                (f'<protocol xmlns="{NAMESPACE}" version="1.0.0" version="2"/>', 'bad.xml:1:'),
                ('<other/>', 'bad.xml:1:1:'),
                ('<a>' * 200000, 'bad.xml:1:')):
            with self.subTest(text[:60]):
                path.write_text(text)
                result = run('protocol', 'validate', path)
                self.assertEqual(result.status, BAD_INPUT)
                self.assertIn(place, result.out.decode() + result.error)
        path.write_bytes(b'\xff\xfe<protocol/>')
        self.assertEqual(run('protocol', 'validate', path).status, BAD_INPUT)
        self.refused('protocol', 'validate', self.folder / 'none.xml', place='none.xml')
        self.refused('protocol', 'validate')


class Plan(Case):
    def plan(self, *args):
        return self.ok('plan', *args).json['sessions']

    def dates(self, sessions, kind):
        return [datetime.date.fromisoformat(s['date']) for s in sessions if s['kind'] == kind]

    def test_noticeable(self):
        sessions = self.plan('--template', 'noticeable', '--start', '2026-11-22', '--sessions', '6', '--interval', '14')
        treatments = self.dates(sessions, 'treatment')
        self.assertEqual(treatments, [datetime.date(2026, 11, 22) + datetime.timedelta(14 * n) for n in range(6)])
        self.assertEqual([s['n'] for s in sessions], list(range(1, len(sessions) + 1)))

    def test_closed_days(self):
        sessions = self.plan('--template', 'noticeable', '--start', '2026-11-20', '--sessions', '10', '--interval', '7',
                             '--closed', 'fri,thu')
        for session in sessions:
            self.assertNotIn(datetime.date.fromisoformat(session['date']).isoweekday(), (4, 5))
        treatments = self.dates(sessions, 'treatment')
        self.assertEqual((len(treatments), treatments[0]), (10, datetime.date(2026, 11, 21)))
        self.assertTrue(all((b - a).days >= 7 for a, b in zip(treatments, treatments[1:])))

    def test_maintenance(self):
        sessions = self.plan('--template', 'maintenance', '--start', '2026-11-30', '--sessions', '3')
        self.assertEqual({s['kind'] for s in sessions}, {'maintenance'})
        self.assertEqual([s['date'] for s in sessions], ['2026-11-30', '2027-02-28', '2027-05-30'])

    def test_bad_input(self):
        base = ('--template', 'noticeable', '--start', '2026-11-22')
        for args, place in ((('--start', '2026-11-22'), '--template'), (('--template', 'noticeable'), '--start'),
                            (('--template', 'none', '--start', '2026-11-22'), 'none'),
                            (('--template', 'noticeable', '--start', '2026-02-30'), '--start'),
                            (('--template', 'noticeable', '--start', '1405-09-01'), '--start'),
                            (base + ('--sessions', '11'), '10'), (base + ('--sessions', '3'), '4'),
                            (base + ('--sessions', '0'), '--sessions'), (base + ('--sessions', '-1'), '--sessions'),
                            (base + ('--sessions', 'x'), 'x'), (base + ('--interval', '0'), '--interval'),
                            (base + ('--closed', 'fry'), 'fry'),
                            (base + ('--closed', 'mon,tue,wed,thu,fri,sat,sun'), ''),
                            (base + ('--patient', '1', '--database', self.folder / 'none.db'), None)):
            with self.subTest(args):
                if place is None:
                    self.refused('plan', *args, status=3)
                else:
                    self.refused('plan', *args, place=place)

    def test_stored_plan_heeds_the_screening(self):
        self.init()
        leila = self.add_patient()
        answers = safely({'menstruating': 'yes', 'period-started-on': '2026-11-20'})
        args = ('--patient', leila['id'], '--database', self.database)
        run('screen', '--answers', '-', *args, stdin={'date': '2026-11-22', 'answers': answers})
        sessions = self.plan('--template', 'mild', '--start', '2026-11-22', *args)
        self.assertEqual(sessions[0]['date'], '2026-11-27')
        run('screen', '--answers', '-', *args, stdin={'date': '2026-11-23', 'answers': {**answers, 'pregnant': 'yes'}})
        self.refused('plan', '--template', 'mild', '--start', '2026-11-23', *args, status=1, place='do not treat')


class Calendar(Case):
    def test_vectors(self):
        for persian, gregorian in (('1395-01-23', '2016-04-11'), ('1357-11-22', '1979-02-11'), ('1399-12-30', '2021-03-20'),
                                   ('1403-12-30', '2025-03-20'), ('1404-01-01', '2025-03-21'), ('1408-12-30', '2030-03-20')):
            expected = {'gregorian': gregorian, 'persian': persian}
            self.assertEqual(self.ok('calendar', persian, '--from', 'persian', '--to', 'gregorian').json, expected)
            self.assertEqual(self.ok('calendar', gregorian, '--to', 'persian').json, expected)
            self.assertEqual(self.ok('calendar', gregorian).json, expected)
            self.assertEqual(self.ok('calendar', persian, '--to', 'gregorian').json, expected)

    def test_impossible(self):
        for args in (('1404-12-30', '--from', 'persian'), ('1404-12-30', '--to', 'gregorian'), ('1403-13-01', '--from', 'persian'), ('1403-07-31', '--from', 'persian'),
                     ('2026-02-29',), ('2026-2-1',), ('0000-01-01',), ('today',), ('',), ('2026-11-22', '--from', 'julian'), ()):
            with self.subTest(args):
                self.refused('calendar', *args)


class Usage(Case):
    def test_unknown(self):
        for args in ((), ('frobnicate',), ('patient',), ('patient', 'fly'), ('formula',)):
            result = run(*args)
            self.assertEqual(result.status, BAD_INPUT)
            self.assertIn('Usage', result.error)
        for args in (('--help',), ('help',), ('-h',), ('plan', '--help'), ('patient', 'add', '-h')):
            self.assertIn('Usage', self.ok(*args).out.decode())
        self.assertRegex(self.ok('--version').out.decode(), r'mesoclinicctl \d')
        self.refused('patient', 'show', place='patient show ID')


if __name__ == '__main__':
    main()
