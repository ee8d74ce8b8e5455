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
                error = self.refused('patient', 'add', '--database', self.database, stdin=record, place='mesoclinicctl: standard input: ')
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

    def test_a_phone_that_lost_a_digit_is_a_warning(self):
        odd = run('patient', 'add', '--database', self.database,
                  stdin={'given_name': 'X', 'phone': '0912 345 678', 'second_phone': '+98 21 8877 665', 'national_id': '0932833811',
                         'next_of_kin_phone': '0912 345 67890'})
        self.assertEqual(odd.status, 0)
        self.assertEqual([warning.split(':')[0] for warning in odd.json['warnings']],
                         ['national_id', 'phone', 'second_phone', 'next_of_kin_phone'])
        self.assertIn('phone: An Iranian number has ten digits', odd.error)
        self.assertNotIn('warnings', self.add_patient(phone='0912 345 6789', second_phone='+49 30 123456', next_of_kin_phone=''))

    def show(self, number):
        return self.ok('patient', 'show', number, '--database', self.database).json

    def test_a_whole_record(self):
        record = {
            'given_name': 'Leila', 'family_name': 'Karimi', 'other_given_name': 'لیلا', 'other_family_name': 'کریمی', 'sex': 'female',
            'birth_date': '1990-05-01', 'second_phone': '021 8877 6655', 'national_id': '1234567890',
            'national_id_reason': 'as on the card', 'address': 'Vali-e-Asr St\nتهران', 'next_of_kin_name': 'Sara',
            'next_of_kin_relation': 'sister', 'next_of_kin_phone': '0912 765 4321', 'referred_by': 'Dr Ahmadi', 'weight_kg': 61.5,
            'weight_on': '2026-01-02', 'blood_group': 'AB-', 'hair_since': 'two years', 'hair_onset': 'gradual', 'hair_family': 'yes',
            'hair_treatments': 'minoxidil, 2025', 'hair_notes': 'dandruff',
            'allergies': [{'what': 'لیدوکائین', 'ingredient': 'lidocaine', 'detail': 'rash', 'severity': 'severe', 'since': '2010'},
                          {'what': 'Latex'}],
            'medicines': [{'what': 'Warfarin', 'detail': '5 mg', 'origin': 'prescribed'}], 'conditions': []}
        shown = self.show(self.add_patient(**record)['id'])
        told = {key: shown[key] for key in record if key not in ('second_phone', 'next_of_kin_phone', 'allergies', 'medicines')}
        self.assertEqual(told, {key: record[key] for key in told})
        self.assertEqual(shown['next_of_kin_phone'], '+989127654321')
        self.assertEqual(shown['allergies'][0], record['allergies'][0])
        self.assertEqual(shown['allergies'][1], {'what': 'Latex', 'ingredient': '', 'detail': '', 'severity': 'unknown', 'since': ''})
        self.assertEqual(shown['medicines'], [{'what': 'Warfarin', 'ingredient': '', 'detail': '5 mg', 'origin': 'prescribed',
                                               'since': ''}])
        self.assertEqual((shown['age'], shown['archived'], shown['has_photo']), (None, False, False))

    def test_not_asked_differs_from_none_known(self):
        shown = self.show(self.add_patient(allergies=[], medicines=None)['id'])
        self.assertEqual((shown['allergies'], shown['medicines'], shown['conditions']), ([], None, None))

    def test_only_the_age_is_known(self):
        shown = self.show(self.add_patient(age=0, birth_date='')['id'])
        self.assertEqual((shown['age'], shown['birth_date']), (0, None))
        self.assertRegex(shown['age_on'], r'^\d{4}-\d\d-\d\d$')
        shown = self.show(self.add_patient(age=43, age_on='2020-02-29', birth_date=None)['id'])
        self.assertEqual((shown['age'], shown['age_on']), (43, '2020-02-29'))

    def test_bad_parts_of_a_record(self):
        before = self.dump()
        for part, place in (
                ({'age': -1}, 'age'), ({'age': 131}, 'age'), ({'age': 30.5}, 'age'), ({'age': '30'}, 'age'),
                ({'age': 30, 'birth_date': '1990-05-01'}, 'age'), ({'age_on': '2020-01-01'}, 'age_on'),
                ({'age': 30, 'age_on': '3026-01-01'}, 'age'), ({'weight_kg': 0.4}, 'weight_kg'), ({'weight_kg': 501}, 'weight_kg'),
                ({'weight_kg': '61'}, 'weight_kg'), ({'weight_on': '2020-01-01'}, 'weight_on'),
                ({'weight_kg': 61, 'weight_on': '3026-01-01'}, 'weight_g'), ({'blood_group': 'Z'}, 'blood_group'),
                ({'hair_onset': 'soon'}, 'hair_onset'), ({'hair_family': 'maybe'}, 'hair_family'),
                ({'second_phone': 'none'}, 'second_phone'), ({'next_of_kin_phone': 'x'}, 'next_of_kin_phone'),
                ({'other_given_name': 'over\u202eride'}, 'other_given_name'), ({'address': 'nul\u0001'}, 'address'),
                ({'allergies': 'none'}, 'allergies'), ({'allergies': ['Latex']}, 'allergies[0]'),
                ({'allergies': [{'what': 'Latex'}, {'what': ' '}]}, 'allergies[1].what'),
                ({'allergies': [{'what': 'Latex', 'severity': 'awful'}]}, 'allergies[0].severity'),
                ({'allergies': [{'what': 'Latex', 'origin': 'prescribed'}]}, 'allergies[0].origin'),
                ({'medicines': [{'what': 'Warfarin', 'severity': 'mild'}]}, 'medicines[0].severity'),
                ({'medicines': [{'what': 'Warfarin', 'dose': '5 mg'}]}, 'medicines[0].dose'),
                ({'conditions': [{'what': 'x' * 201}]}, 'conditions[0].what'),
                ({'conditions': [{'what': 'x', 'ingredient': 'Zinc oxide'}]}, 'conditions[0].ingredient')):
            with self.subTest(str(part)[:60]):
                self.refused('patient', 'add', '--database', self.database, stdin={'given_name': 'X', **part}, place=place)
        self.assertEqual(self.dump(), before)

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
        self.refused('patient', 'find', 'a', place='“patient find”')
        self.refused('patients', 'add', place='“patients”')

    def test_reading_is_logged(self):
        stored = self.add_patient()
        self.ok('patient', 'show', stored['id'], '--database', self.database)
        rows = self.ok('audit', 'list', '--database', self.database).json
        self.assertEqual((rows[0]['action'], rows[0]['entity_id']), ('read', stored['id']))


if __name__ == '__main__':
    main()
