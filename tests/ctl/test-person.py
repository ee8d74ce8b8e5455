#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""`patient twins|merge|unmerge|history|archive|restore|erase|release`, and `handout record`."""

import json
import subprocess

from mesoctl import Case, main


class Person(Case):
    def setUp(self):
        super().setUp()
        self.init()

    def call(self, *args):
        return self.ok('patient', *args, '--database', self.database).json

    def no(self, *args, **kwargs):
        return self.refused('patient', *args, '--database', self.database, **kwargs)

    def seat_physician(self):
        """No command gives anyone the desk: the file's own first member of staff becomes one."""
        subprocess.run(['sqlite3', '-unsafe-testing', str(self.database), "UPDATE staff SET role = 'physician'"], check=True)

    def test_twins(self):
        first = self.add_patient()
        second = self.add_patient(given_name='Karimi', family_name='Leila')
        self.add_patient(given_name='Sara')
        pair, = self.call('twins')
        self.assertEqual((pair['first']['id'], pair['second']['id']), (first['id'], second['id']))
        self.assertEqual((pair['grade'], pair['reasons']), ('likely', ['name-swapped', 'birth-date']))
        match, = self.call('twins', first['id'])
        self.assertEqual(match['patient']['id'], second['id'])
        self.assertEqual(match['grade'], 'likely')
        self.no('twins', '--limit', '0', place='--limit')
        self.no('twins', '17', place='17')

    def test_merge_and_back(self):
        first = self.add_patient()
        second = self.add_patient(given_name='Leyla', phone='09123456789')
        kept = self.call('merge', second['file_number'], '--into', first['id'], '--reason', 'same phone', '--take', 'phone')
        self.assertEqual((kept['id'], kept['phone']), (first['id'], '+989123456789'))
        self.assertEqual(self.call('show', second['id'])['id'], first['id'])
        self.assertEqual(self.call('twins'), [])
        self.no('merge', second['id'], '--into', first['id'], '--reason', 'again', place='one record already', status=1)
        back = self.call('unmerge', second['id'], '--reason', 'sisters')
        self.assertEqual((back['patient']['id'], back['kept']['phone'], back['given_back']), (second['id'], '', ['phone']))
        self.no('unmerge', second['id'], '--reason', 'again', place='merge')
        for bad in (['--into', first['id']], ['--reason', 'x'], ['--into', first['id'], '--reason', 'x', '--take', 'id']):
            self.no('merge', second['id'], *bad)

    def test_history(self):
        first = self.add_patient(phone='09121111111')
        self.call('archive', first['id'], '--reason', 'moved away')
        self.assertTrue(self.call('show', first['id'])['archived'])
        self.assertFalse(self.call('restore', first['file_number'])['archived'])
        changes = self.call('history', first['id'], '--field', 'archived')
        self.assertEqual([(change['old'], change['new'], change['reason']) for change in changes],
                         [('yes', 'no', ''), ('no', 'yes', 'moved away')])
        phone, = self.call('history', first['id'], '--field', 'phone')
        self.assertEqual((phone['old'], phone['new'], phone['action']), ('', '+989121111111', 'create'))
        self.assertEqual(self.call('history', first['id'], '--before', phone['seq']), [])

    def test_erase(self):
        first = self.add_patient(family_name='Quxandari')
        self.no('erase', first['id'], '--reason', 'asked for', place='--yes')
        self.no('erase', first['id'], '--reason', 'asked for', '--yes', place='physician', status=1)
        self.seat_physician()
        self.no('erase', first['id'], '--yes', place='reason')
        self.no('erase', first['id'], '--reason', 'Mrs Quxandari asked', '--yes', place='name')
        erased = self.call('erase', first['id'], '--reason', 'asked for', '--basis', 'Article 17', '--yes')
        self.assertEqual((erased['records'], erased['file_rewritten'], erased['legal_basis']), (1, True, 'Article 17'))
        self.assertNotIn(b'Quxandari', self.database.read_bytes())
        self.assertEqual(self.call('show', first['file_number'])['family_name'], '')
        self.assertEqual(self.ok('check', '--database', self.database).status, 0)
        self.assertEqual(self.ok('audit', 'verify', '--database', self.database).status, 0)

    def test_release(self):
        first = self.add_patient(notes='Likes tea.')
        out = self.folder / 'out'
        made = self.call('release', first['id'], '--to', 'Dr Ahmadi', '--reason', 'referral', '--output', out,
                         '--date', '2026-11-22T10:00')
        self.assertEqual(made['file_number'], first['file_number'])
        data = json.loads((out / f'record-{first["file_number"]}.json').read_text())
        self.assertEqual((data['format'], data['patient']['notes']), ('mesoclinic-patient-record', 'Likes tea.'))
        self.assertTrue((out / f'record-{first["file_number"]}.pdf').read_bytes().startswith(b'%PDF'))
        log = self.ok('audit', 'list', '--database', self.database).json
        self.assertIn(('release', 'referral'), [(row['action'], row['reason']) for row in log])
        self.no('release', first['id'], '--to', 'x', '--output', out, place='reason')
        self.no('release', first['id'], '--reason', 'x', '--output', out, place='recipient')
        self.no('release', first['id'], '--to', 'x', '--reason', 'x', place='--output')

    def test_record_sheet(self):
        first = self.add_patient()
        sheet = self.folder / 'record.pdf'
        for language in ('en', 'fa'):
            made = self.ok('handout', 'record', '--patient', first['id'], '--language', language, '--output', sheet,
                           '--date', '2026-11-22T10:00', '--database', self.database).json
            self.assertEqual((made['kind'], made['language']), ('record', language))
            once = sheet.read_bytes()
            self.ok('handout', 'record', '--patient', first['id'], '--language', language, '--output', sheet,
                    '--date', '2026-11-22T10:00', '--database', self.database)
            self.assertEqual(sheet.read_bytes(), once)
        self.refused('handout', 'record', '--output', sheet, place='--patient')
        kinds = self.ok('handout', '--all-kinds', '--patient', first['id'], '--output', self.folder / 'all',
                        '--database', self.database).json
        self.assertIn('record', [made['kind'] for made in kinds])


if __name__ == '__main__':
    main()
