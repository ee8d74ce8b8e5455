#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""`handout`: real PDFs with the patient's own dates, in both languages."""

import os
import stat
import subprocess
import unicodedata

from mesoctl import Case, main, questions, run, safely

MARKS = dict.fromkeys(map(ord, '\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'))


def words(path):
    text = subprocess.run(['pdftotext', str(path), '-'], capture_output=True, check=True).stdout.decode()
    return ' '.join(unicodedata.normalize('NFKC', text).translate(MARKS).split())


class Handout(Case):
    def make(self, kind, *args, env=None):
        path = self.folder / 'sheet.pdf'
        self.ok('handout', kind, '--output', path, *args, env=env)
        subprocess.run(['qpdf', '--check', str(path)], check=True, capture_output=True)
        return path

    def test_dates_in_english(self):
        text = words(self.make('aftercare', '--date', '2026-11-23T14:00'))
        for day in ('Tuesday 24 November 2026, 14:00', 'Thursday 26 November 2026, 14:00', 'Monday 30 November 2026, 14:00'):
            self.assertIn(day, text)

    def test_kinds_languages_papers(self):
        for kind in ('before', 'aftercare', 'information', 'screening', 'formula'):
            for language in ('en', 'fa'):
                for paper in ('a4', 'a5', 'letter'):
                    with self.subTest(kind=kind, language=language, paper=paper):
                        args = ('--language', language, '--paper', paper, '--date', '2026-11-23T14:00')
                        one = self.make(kind, *args).read_bytes()
                        self.assertEqual(one, self.make(kind, *args).read_bytes())

    def test_source_date_epoch(self):
        env = {'SOURCE_DATE_EPOCH': '1795000000'}
        self.assertEqual(self.make('information', env=env).read_bytes(), self.make('information', env=env).read_bytes())

    def test_all_kinds(self):
        self.ok('handout', '--all-kinds', '--output', self.folder / 'sheets', '--date', '2026-11-23')
        names = {p.name for p in (self.folder / 'sheets').iterdir()}
        self.assertLessEqual({'before.pdf', 'aftercare.pdf', 'information.pdf', 'screening.pdf', 'formula.pdf'}, names)

    def test_standard_output(self):
        self.assertTrue(self.ok('handout', 'before', '--output', '-', '--date', '2026-11-23').out.startswith(b'%PDF'))

    def test_without_a_patient_nothing_is_stored(self):
        self.make('aftercare', '--date', '2026-11-23')
        self.assertFalse((self.folder / 'data').exists())

    def test_patient(self):
        self.init()
        self.ok('clinic', 'set', '--database', self.database,
                stdin={'clinic-name': 'Narvan & Sons <Clinic>', 'phone': '021 1234 5670', 'address': '12 Narvan Alley\nTehran'})
        leila = self.add_patient(given_name='Leila <b>', family_name='A & B')
        args = ('--patient', leila['id'], '--database', self.database)
        self.ok('plan', '--template', 'noticeable', '--start', '2026-11-23', '--sessions', '6', *args)
        self.ok('formula', 'check', '-', *args, stdin={'patient': {'allergies': []}, 'items': [
            {'ingredient': 'biotin', 'strength': '5 mg/mL', 'volume': '2 mL'}]})
        path = self.make('aftercare', '--date', '2026-11-23T14:00', *args)
        text = words(path)
        for expected in ('Narvan & Sons <Clinic>', 'Leila <b> A & B', leila['file_number'], '021 1234 5670', 'biotin'):
            self.assertIn(expected, text)
        self.assertIn('7 December 2026', text)
        archived = subprocess.run(['sqlite3', str(self.database), 'SELECT hex(pdf) FROM handout_issue'],
                                  capture_output=True, check=True).stdout.decode().strip()
        self.assertEqual(bytes.fromhex(archived), path.read_bytes())

    def test_screening_questions_on_paper(self):
        full = [question for question in questions() if 'full' in question['forms']]
        texts = {question['id']: question['text'] for question in run('protocol', 'show', '--language', 'fa').json['questions']}
        for language in ('en', 'fa'):
            text = words(self.make('screening', '--language', language))
            for question in full:
                with self.subTest(language=language, question=question['id']):
                    asked = question['text'] if language == 'en' else texts[question['id']]
                    # the order of the words on a line of mixed scripts is the reader's matter
                    for word in asked.split() if language == 'en' else ():
                        self.assertIn(word.translate(MARKS), text)
            self.assertIn({'en': 'Not known', 'fa': 'معلوم نیست'}[language], text)
        self.assertFalse((self.folder / 'data').exists())

    def screen(self, patient, **answers):
        answers = {'pregnant': 'no', **{key.replace('_', '-'): value for key, value in answers.items()}}
        return run('screen', '--answers', '-', '--patient', patient['id'], '--database', self.database,
                   stdin={'patient': {'sex': 'female', 'birth_date': '1990-05-01', 'weight_kg': 61}, 'date': '2026-11-22',
                          'form': 'full', 'answers': safely(answers)}).json

    def test_verdict_on_paper(self):
        self.init()
        leila = self.add_patient()
        where = ('--patient', leila['id'], '--database', self.database, '--date', '2026-11-22')
        # nobody has screened her: the questions, with her name, and none that her record answers
        text = words(self.make('screening', *where))
        self.assertIn('Screening questions', text)
        self.assertIn('Leila Karimi', text)
        self.assertNotIn('Not asked of men', text)
        verdict = self.screen(leila, menstruating='yes', period_started_on='2026-11-20', pregnant='unknown')
        text = words(self.make('screening', *where))
        finding = verdict['findings'][0]
        for expected in ('Incomplete', finding['reason'], finding['advice'], 'Fri 27 Nov', finding['rule'], 'Leila Karimi',
                         leila['file_number'], 'Sunday 22 November 2026', 'full form', verdict['protocol']['hash'][:16],
                         verdict['protocol']['version'], 'No physician of this clinic has reviewed these rules yet.',
                         'No reason for the treatment was marked.', 'Nothing has been decided yet.', 'Signature', 'Page 1 of '):
            with self.subTest(expected):
                self.assertIn(expected, text)
        persian = words(self.make('screening', '--language', 'fa', *where))
        for expected in ('نتیجهٔ', 'قاعدگی', 'امضا', 'آذر', 'MENS'):
            with self.subTest(expected):
                self.assertIn(unicodedata.normalize('NFKC', expected), persian)
        # kept as printed, and of the day of the screening
        archived = subprocess.run(['sqlite3', str(self.database), "SELECT sheet_date FROM handout_issue WHERE kind = 'screening'"],
                                  capture_output=True, check=True).stdout.decode().split()
        self.assertEqual(archived, ['2026-11-22'] * 3)
        # before that day there was no verdict
        self.assertIn('Screening questions', words(self.make('screening', *where[:-1], '2026-11-20')))

    def test_worksheet(self):
        self.init()
        leila = self.add_patient()
        where = ('--patient', leila['id'], '--database', self.database, '--date', '2026-11-23')
        # nobody has written a formula for her: lines to write on, under her name
        text = words(self.make('formula', *where))
        self.assertIn('Formula worksheet', text)
        self.assertIn('Leila Karimi', text)
        self.assertNotIn('Volume to draw', text)
        self.ok('formula', 'check', '-', '--patient', leila['id'], '--database', self.database,
                stdin={'patient': {'weight_kg': 64, 'allergies': ['lidocaine']}, 'items': [
                    {'ingredient': 'zinc', 'strength': '1 mg/mL', 'amount': '3 mg'},
                    {'ingredient': 'procaine', 'strength': '1 %', 'volume': '0.5 mL'}],
                    'diluent': {'ingredient': 'saline', 'to_volume': '4 mL'}, 'points': 80, 'volume_per_point': '0.05 mL'})
        for language, more in (('en', ('Leila Karimi', leila['file_number'], 'born 1 May 1990', 'Lidocaine', 'Page 1 of ')),
                               ('fa', ('لیدوکائین', 'منبع', 'امضا'))):
            path = self.make('formula', '--language', language, *where)
            text = words(path)
            for expected in ('3 mg ÷ 1 mg/mL = 3 mL', '1 mg/mL × 3 mL = 3 mg', '3 mg ÷ 4 mL = 0.75 mg/mL',
                             '1 % = 10 mg/mL', '80 × 0.05 mL = 4 mL', '3 mg ÷ 3 mg = 100 %', '7 mg/kg × 64 kg = 448 mg',
                             'ZincLabel') + more:
                with self.subTest(language=language, expected=expected):
                    self.assertIn(unicodedata.normalize('NFKC', expected), text)
            self.assertEqual(path.read_bytes(), self.make('formula', '--language', language, *where).read_bytes())

    def test_the_emergency_number_is_public(self):
        self.init()
        self.refused('clinic', 'set', '--database', self.database, stdin={'emergency-phone': '09121112222'},
                     place='emergency-phone')
        self.ok('clinic', 'set', '--database', self.database, stdin={'emergency-phone': '112'})

    def test_language_of_the_patient(self):
        self.init()
        leila = self.add_patient(given_name='لیلا', family_name='کریمی', language='fa')
        text = words(self.make('before', '--patient', leila['id'], '--database', self.database, '--date', '2026-11-24T14:00'))
        self.assertIn('لیلا', text)
        self.assertIn('آذر', text)

    def test_special_files_are_written_into(self):
        pipe = self.folder / 'pipe'
        os.mkfifo(pipe)
        reader = subprocess.Popen(['cat', str(pipe)], stdout=subprocess.PIPE)
        self.ok('handout', 'before', '--output', pipe, '--date', '2026-11-23')
        self.assertTrue(reader.communicate()[0].startswith(b'%PDF'))
        self.assertTrue(stat.S_ISFIFO(pipe.stat().st_mode))

        link, target = self.folder / 'link.pdf', self.folder / 'target.pdf'
        target.write_bytes(b'old')
        link.symlink_to(target)
        self.ok('handout', 'before', '--output', link, '--date', '2026-11-23')
        self.assertTrue(link.is_symlink())
        self.assertTrue(target.read_bytes().startswith(b'%PDF'))
        self.refused('handout', 'before', '--output', self.folder, '--date', '2026-11-23', status=3)

    def test_records_are_never_written_over(self):
        self.init()
        leila = self.add_patient()
        other = self.folder / 'other.db'
        self.ok('init', '--database', other)
        before = self.database.read_bytes(), other.read_bytes()
        for output in (self.database, self.folder / '.' / 'clinic.db', other):
            self.refused('handout', 'aftercare', '--patient', leila['id'], '--output', output, '--database', self.database)
            self.refused('handout', 'aftercare', '--output', output, '--database', self.database)
        self.ok('info', '--database', self.database)
        self.assertEqual(other.read_bytes(), before[1])

    def test_bad_input(self):
        out = ('--output', self.folder / 'x.pdf')
        for args, place in ((('nothing', *out), 'nothing'), (('before',), '--output'), (out, 'KIND'),
                            (('before', *out, '--paper', 'a3'), 'a3'), (('before', *out, '--date', '2026-02-30'), '--date'),
                            (('before', *out, '--date', '1405-09-01'), '--date'), (('before', '--output', ''), 'empty'),
                            (('before', *out, '--date', '2026-11-22T24:00'), '--date'),
                            (('before', *out, '--date', '2026-11-22 14:00'), '--date'),
                            (('before', *out, '--language', 'de'), '--language')):
            with self.subTest(args):
                self.refused('handout', *args, place=place)
        self.refused('handout', 'before', '--output', self.folder / 'no' / 'x.pdf', status=3)
        self.refused('handout', 'before', *out, env={'SOURCE_DATE_EPOCH': 'soon'}, place='SOURCE_DATE_EPOCH')
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == '__main__':
    main()
