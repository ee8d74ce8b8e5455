#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""`patient`: odd names are kept as typed, wrong ones are refused, and every spelling finds them."""

import subprocess

from mesoctl import PROGRAM, Case, main, run


class Patient(Case):
    def setUp(self):
        super().setUp()
        self.init()

    def search(self, text, *args):
        return self.ok('patient', 'search', text, '--database', self.database, *args).json

    def test_odd_names_are_kept(self):
        for name in ('A & B', '<b>"x"</b>', "O'Neill; DROP TABLE patient;--", 'x' * 200, 'علی‌رضا Karimi', '٪%s%n', '%', 'ß'):
            with self.subTest(name):
                stored = self.add_patient(given_name=name)
                shown = self.ok('patient', 'show', stored['id'], '--database', self.database).json
                self.assertEqual(shown['given_name'], name)
                self.assertEqual(self.ok('patient', 'show', stored['file_number'], '--database', self.database).json, shown)

    def test_only_a_name_is_needed(self):
        shown = self.ok('patient', 'show', self.ok('patient', 'add', '--database', self.database,
                                                   stdin={'family_name': 'کریمی'}).json['id'],
                        '--database', self.database).json
        self.assertEqual((shown['given_name'], shown['sex'], shown['birth_date'], shown['phone']), ('', 'unknown', None, ''))

    def test_bad_records(self):
        before = self.dump()
        for record, place in (
                ({}, 'name'),
                ({'given_name': '   '}, 'name'),
                ({'given_name': 'x' * 201}, 'name'),
                ({'given_name': 'two\nlines'}, 'name'),
                ({'given_name': 'nul\u0000'}, 'standard input'),
                ({'given_name': 'over\u202eride'}, 'name'),
                ({'given_name': 3}, 'given_name'),
                ({'given_name': 'X', 'birth_date': '2026-02-30'}, 'birth_date'),
                ({'given_name': 'X', 'birth_date': '3026-01-01'}, 'birth date'),
                ({'given_name': 'X', 'sex': 'f'}, 'sex'),
                ({'given_name': 'X', 'email': 'nowhere'}, 'email'),
                ({'given_name': 'X', 'language': 'de'}, 'language'),
                ({'given_name': 'X', 'nmae': 'Y'}, 'nmae'),
                ({'given_name': 'X', 'notes': 'n' * 200000}, 'note')):
            with self.subTest(str(record)[:60]):
                error = self.refused('patient', 'add', '--database', self.database, stdin=record)
                self.assertIn(place, error.lower())
        self.assertEqual(self.dump(), before)

    def test_search(self):
        self.add_patient(given_name='علی‌رضا', family_name='كريمي', phone='0912 345 6789', birth_date='1990-05-01')
        self.add_patient(given_name='Zoë', family_name="O'Neill")
        for text in ('علیرضا', 'علی رضا', 'علی‌رضا', 'کریمی', 'كريمي', 'کری', 'علی کر', '09123456789', '+98912345', '345', '۰۹۱۲',
                     '0098912', '98912'):
            with self.subTest(text):
                self.assertEqual([p['family_name'] for p in self.search(text)], ['كريمي'])
        for text in ('zoe', 'ONEILL', "o'neill", 'Zoë o'):
            with self.subTest(text):
                self.assertEqual([p['given_name'] for p in self.search(text)], ['Zoë'])
        for text in ('nobody', '', '"', 'zoe AND', '*', "'; --", 'NEAR(', 'x' * 5000):
            with self.subTest(text[:20]):
                self.assertEqual(self.search(text), [])
        self.assertEqual(len(self.search('o', '--limit', '1')), 1)
        self.assertEqual(self.search('o', '--limit', '0'), [])
        self.assertEqual(set(self.search('zoe')[0]), {'id', 'file_number', 'given_name', 'family_name', 'sex', 'birth_date',
                                                       'phone', 'email', 'national_id', 'language', 'notes'})

    def test_a_wrong_national_id_is_a_warning(self):
        wrong = run('patient', 'add', '--database', self.database, stdin={'given_name': 'X', 'national_id': '0932833811'})
        self.assertEqual((wrong.status, len(wrong.json['warnings'])), (0, 1))
        self.assertIn('national_id', wrong.error)
        self.assertNotIn('warnings', self.add_patient(national_id='0932833810'))

    def test_marks_of_direction_go(self):
        stored = self.add_patient(given_name='اف\u202bتخاری\u202c')
        self.assertEqual(self.search('افتخاری')[0]['id'], stored['id'])

    def test_stored_although_it_could_not_be_said(self):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([PROGRAM, 'patient', 'add', '--database', str(self.database)], stdout=full,
                                  stderr=subprocess.PIPE, input=b'{"given_name": "Leila"}')
        self.assertEqual(done.returncode, 3)
        self.assertIn(b'0001', done.stderr)

    def test_usage(self):
        self.refused('patient', 'show', '4711', '--database', self.database, place='4711')
        self.refused('patient', 'show', '--database', self.database)
        self.refused('patient', 'search', 'a', 'b', '--database', self.database)
        self.refused('patient', 'search', 'a', '--limit', '-1', '--database', self.database, place='--limit')

    def test_reading_is_logged(self):
        stored = self.add_patient()
        self.ok('patient', 'show', stored['id'], '--database', self.database)
        rows = self.ok('audit', 'list', '--database', self.database).json
        self.assertEqual((rows[0]['action'], rows[0]['entity_id']), ('read', stored['id']))


if __name__ == '__main__':
    main()
