#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""`stock list|receive|state` and `recall`."""

import csv
import datetime
import io

from mesoctl import NO, Case, main

MONTH = f'{datetime.date.today().year + 3}-06'
LOT = {'number': 'AB 12-3', 'components': [{'ingredient': 'biotin', 'strength': '۵ mg/mL'}], 'expiry': MONTH, 'container': '2 mL',
       'containers': 5}


def lot(**changes):
    return {key: value for key, value in {**LOT, **changes}.items() if value is not None}


class Stock(Case):
    def call(self, *args, **kwargs):
        return self.ok(*args, '--database', self.database, **kwargs).json

    def no(self, *args, **kwargs):
        return self.refused(*args, '--database', self.database, **kwargs)

    def receive(self, **changes):
        return self.call('stock', 'receive', stdin=lot(**changes))

    def test_receive(self):
        self.init()
        self.assertEqual(self.call('stock', 'list'), [])
        stored = self.receive(supplier='A & B', multi_dose=True)
        self.assertEqual((stored['name'], stored['expiry'], stored['balance_ul'], stored['containers']),
                         ('Biotin', f'{MONTH}-30', 10000, 5))
        self.assertEqual((stored['state'], stored['usable'], stored['why'], stored['openings']), ('available', True, None, []))
        self.assertEqual(stored['components'], [{'ingredient': 'biotin', 'salt': None, 'strength': '۵ mg/mL'}])
        self.assertEqual(self.call('stock', 'list'), [stored])

    def test_bad_input(self):
        """Each is named at its place, and nothing is stored."""
        self.init()
        for place, changes in (
                ('number: ', {'number': None}), ('number: ', {'number': '  '}), ('expiry: ', {'expiry': None}),
                ('expiry: ', {'expiry': '2020-01'}), ('expiry: ', {'expiry': '1405-09-01'}), ('expiry: ', {'expiry': '2030-02-30'}),
                ('expiry: ', {'expiry': '2030-13'}), ('expiry: ', {'expiry': '2090-01'}), ('received_on: ', {'received_on': '2090-01-01'}),
                ('container: ', {'container': '2'}), ('container: ', {'container': '0 mL'}), ('container: ', {'container': '-2 mL'}),
                ('container: ', {'container': '2 mg'}), ('container: ', {'container': '1.5.2 mL'}),
                ('container: ', {'container': '99999999999999999999 L'}), ('container_ul: ', {'container': None}),
                ('containers: ', {'containers': 0}), ('containers: ', {'containers': 1.5}), ('containers: ', {'containers': 10001}),
                ('components: ', {'components': []}), ('components[0].ingredient: ', {'components': [{'strength': '1 mg/mL'}]}),
                ('components[0].strength: ', {'components': [{'ingredient': 'biotin'}]}),
                ('components[0].strength: ', {'components': [{'ingredient': 'biotin', 'strength': '5 IU/mL'}]}),
                ('product: ', {'product': 'no-such'}), ('multi_dose: ', {'multi_dose': 'yes'}), ('colour: ', {'colour': 'red'})):
            with self.subTest(place=place, **changes):
                self.no('stock', 'receive', stdin=lot(**changes), place=place)
        self.assertEqual(self.call('stock', 'list', '--all'), [])

    def test_expired(self):
        self.init()
        stored = self.receive(expiry='2020-01', expired=True)
        self.assertEqual((stored['expiry'], stored['usable'], stored['why']), ('2020-01-31', False, 'expired'))

    def test_state(self):
        self.init()
        stored = self.receive()
        self.assertEqual(self.call('stock', 'state', 'ab۱۲3', 'quarantine', '--reason', 'cloudy')['why'], 'quarantined')
        self.assertEqual(self.call('stock', 'state', stored['id'], 'recall', '--reason', 'letter')['state'], 'recalled')
        self.no('stock', 'state', stored['id'], 'recall', place='reason')
        self.no('stock', 'state', stored['id'], 'release', '--reason', 'x', place='physician', status=NO)
        self.no('stock', 'state', stored['id'], 'sell', '--reason', 'x', place='sell')
        self.no('stock', 'state', 'no-such', 'recall', '--reason', 'x', place='no-such')
        self.receive(maker='Another')
        self.no('stock', 'state', 'AB 12-3', 'quarantine', '--reason', 'x', place='2 lots')

    def test_recall(self):
        self.init()
        stored = self.receive()
        recall = self.call('recall', 'ab12 3')
        self.assertEqual(([found['id'] for found in recall['lots']], recall['preparations'], recall['patients']), ([stored['id']], [], 0))
        self.no('recall', 'no-such', place='no-such')
        self.no('recall')

    def test_demo(self):
        """Every demo has a lot that was recalled after it had gone into patients: whom to call, and by which phone"""
        self.init('--demo', '60', '--seed', '22')
        lots = self.call('stock', 'list', '--all')
        self.assertEqual({'recalled', 'quarantined', 'available'}, {lot['state'] for lot in lots})
        recalled, = (lot for lot in lots if lot['state'] == 'recalled')
        recall = self.call('recall', recalled['number'])
        people = {entry['patient']['id'] for entry in recall['preparations']}
        self.assertEqual(recall['patients'], len(people))
        self.assertGreater(len(people), 0)
        self.assertTrue(any(entry['session'] for entry in recall['preparations']))
        text = self.ok('recall', recalled['id'], '--csv', '--database', self.database).out.decode()
        rows = list(csv.DictReader(io.StringIO(text)))
        self.assertEqual([(row['preparation'], row['patient'], row['volume_ul']) for row in rows],
                         [(entry['id'], entry['patient']['id'], str(entry['volume_ul'])) for entry in recall['preparations']])
        self.assertEqual({row['lot_number'] for row in rows}, {recalled['number']})
        audit = self.call('audit', 'list', '--limit', '2')
        self.assertEqual({(row['action'], row['entity'], row['entity_id']) for row in audit}, {('read', 'lot', recalled['id'])})


if __name__ == '__main__':
    main()
