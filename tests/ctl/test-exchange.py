#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""`import csv`, `export csv`: all or nothing, each fault at its place, and what goes out comes in again."""

import csv
import io
import json
import os
import random
import resource
import signal
import subprocess
import time
from pathlib import Path

from mesoctl import BAD_INPUT, COULD_NOT, PROGRAM, Case, main, run


class Exchange(Case):
    def setUp(self):
        super().setUp()
        self.init()

    def put(self, content, name='people.csv'):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def load(self, content, *args, **kwargs):
        return self.ok('import', 'csv', self.put(content), '--database', self.database, *args, **kwargs).json

    def names(self):
        return sorted(f"{p['given_name']} {p['family_name']}".strip()
                      for p in self.ok('patient', 'list', '--database', self.database).json)

    def assert_untouched(self, before):
        self.assertEqual(self.dump(), before)
        self.assertEqual([p.name for p in self.folder.iterdir() if 'import' in p.name or p.name.endswith('.part')], [])


class Import(Exchange):
    def test_people(self):
        report = self.load('نام,نام خانوادگی,جنسیت,تاریخ تولد,موبایل,کد ملی,حساسیت\r\n'
                           'علی‌رضا,كريمي,مرد,۱۳۶۹/۲/۱۱,۰۹۱۲ ۳۴۵ ۶۷۸۹,۰۹۳۲۸۳۳۸۱۰,پنی‌سیلین؛ لاتکس\r\n'
                           'Leila,"O""Neill",F,1990-05-01,,,none known\r\n')
        self.assertEqual((report['read'], report['imported'], report['refused'], report['twins']), (2, 2, [], []))
        self.assertEqual((report['dates']['persian'], report['dates']['gregorian']), (1, 1))
        ali = self.ok('patient', 'search', 'علیرضا', '--database', self.database).json[0]
        self.assertEqual((ali['birth_date'], ali['phone'], ali['national_id'], ali['sex']),
                         ('1990-05-01', '+989123456789', '0932833810', 'male'))
        shown = self.ok('patient', 'show', ali['id'], '--database', self.database).json
        self.assertEqual([item['what'] for item in shown['allergies']], ['پنی‌سیلین', 'لاتکس'])
        self.assertEqual(self.names(), ['Leila O"Neill', 'علی‌رضا كريمي'])
        self.assertTrue(self.ok('check', '--database', self.database).json['ok'])
        self.assertTrue(self.ok('audit', 'verify', '--database', self.database).json['ok'])

    def test_bad_files(self):
        before = self.dump()
        big = b'x' * (10 << 20)
        for content, place, what in (
                ('name,sex\n"Lei"la,f\n', '2:6', 'quote'),
                ('name,sex\nLei"la,f\n', '2:4', 'quote'),
                ('name,sex\nLeila,f\nSara,"f\n', '3:6', 'never closed'),
                (b'name,sex\nLei\0la,f\n', '2:4', 'NUL'),
                ('name,sex\nلیلا,f\n'.encode('cp1256', 'replace'), '2:', 'encoding'),
                ('name,sex\nLeila,f\n'.encode('utf-16'), '1:1', 'utf-16'),
                (b'name,notes\nLeila,"' + big + b'"\n', '2:7', 'bytes'),
                (b'name,notes\nLeila,"' + big, '2:7', 'never closed'),
                ('name,sex\nab\u202ecd,f\n', '2:3', 'direction'),
                ('name,sex\nLeila,f,x\n', '2:9', '3 cells'),
                ('name,sex\nLeila\n', '2:6', '1 cells'),
                ('name,dob\nLeila,1990-02-30\n', '2:7', '1990-02-30'),
                ('name,dob\nLeila,1404-12-30\n', '2:7', '1404-12-30'),
                ('name,dob\nLeila,60\n', '2:7', '60'),
                ('name,dob\nLeila,1990\n', '2:7', 'year'),
                ('name,dob\nلیلا,03/04/1990\n', '2:6', '03/04/1990'),
                ('name,sex\n\nLeila,perhaps\n', '3:7', 'perhaps'),
                ('given_name,phone\n,0912\n', '2:1', 'name'),
                ('', '1:1', 'header')):
            with self.subTest(str(content)[:50]):
                error = self.refused('import', 'csv', self.put(content), '--database', self.database, place=f'people.csv:{place}')
                self.assertIn(what, error)
                self.assert_untouched(before)

    def test_a_header_without_a_name(self):
        before = self.dump()
        error = self.refused('import', 'csv', self.put('foo,bar\n1,2\n'), '--database', self.database, place='people.csv:1:1: ')
        self.assertIn('No column has a name', error)
        self.assertEqual(self.dump(), before)

    def test_memory_stays_bounded(self):
        path = self.put(b'name,notes\nLeila,"' + b'x' * (200 << 20))
        # AddressSanitizer sets terabytes of addresses aside.
        limit = None if b'__asan_init' in Path(PROGRAM).read_bytes() else \
            lambda: resource.setrlimit(resource.RLIMIT_DATA, (160 << 20, 160 << 20))
        done = subprocess.run([PROGRAM, 'import', 'csv', str(path), '--database', str(self.database)], capture_output=True,
                              preexec_fn=limit)
        self.assertEqual(done.returncode, BAD_INPUT, done.stderr)
        self.assertIn(b'people.csv:2:7', done.stderr)

    def test_all_faults_are_told(self):
        error = self.refused('import', 'csv', self.put('name,sex\na,x\nb,f\nc,y\n'), '--database', self.database)
        self.assertIn('people.csv:2:3', error)
        self.assertIn('people.csv:4:3', error)

    def test_dry_run(self):
        before = self.dump()
        done = run('import', 'csv', self.put('name,sex\na,x\nb,f\n'), '--dry-run', '--database', self.database)
        self.assertEqual(done.status, BAD_INPUT)
        self.assertEqual(done.json['refused'][0] | {'what': ''},
                         {'line': 2, 'column': 3, 'field': 'sex', 'kind': 'sex', 'what': ''})
        report = self.load('name,sex\nb,f\n', '--dry-run')
        self.assertEqual((report['read'], report['imported'], report['dry_run']), (1, 0, True))
        self.assert_untouched(before)

    def test_skip_bad(self):
        report = self.load('name,sex\na,x\nb,f\nc,y\n', '--skip-bad')
        self.assertEqual((report['read'], report['imported'], [r['line'] for r in report['refused']]), (3, 1, [2, 4]))
        self.assertEqual(self.names(), ['b'])
        self.refused('import', 'csv', self.put('name,sex\nc,f\n"d"x,f\n'), '--skip-bad', '--database', self.database, place=':3:4')

    def test_twins(self):
        self.add_patient(national_id='0932833810')
        people = 'first name,last name,dob,national id\nLeila,Karimi,1990-05-01,0932833810\nZoe,Smith,1970-01-01,\n'
        report = self.load(people, '--twins', 'skip')
        self.assertEqual((report['imported'], report['twins_skipped']), (1, 1))
        self.assertEqual((report['twins'][0]['line'], report['twins'][0]['file_number']), (2, '0001'))
        self.assertIn('national-id', report['twins'][0]['reasons'])
        self.assertEqual(self.names(), ['Leila Karimi', 'Zoe Smith'])
        self.assertEqual(self.load(people)['imported'], 2)

    def test_excel(self):
        rows = 'sep=;\r\nName;Birthday;Mobile\r\nLeila;32994;\'+98 21 8888\r\n'
        report = self.load(b'\xef\xbb\xbf' + rows.encode())
        self.assertEqual((report['imported'], report['dates']['serial']), (1, 1))
        found = self.ok('patient', 'search', 'leila', '--database', self.database).json[0]
        self.assertEqual((found['birth_date'], found['phone']), ('1990-05-01', '+98 21 8888'))
        self.load('نام\tتلفن\r\nپریسا\t1234\r\n'.encode('utf-16'), '--encoding', 'utf-16')
        self.load('نام;تلفن\r\nژاله;1234\r\n'.encode('cp1256', 'replace'), '--encoding', 'windows-1256')
        self.assertEqual(len(self.names()), 3)

    def test_mapping(self):
        people = 'A,B,C,D\nLeila,Karimi,03/04/1990,Tamin\n'
        self.load(people, '--map', 'given_name=A', '--map', 'family_name=2', '--map', 'birth_date=C', '--dates', 'mdy', '--map', 'keep=D')
        found = self.ok('patient', 'search', 'leila', '--database', self.database).json[0]
        self.assertEqual((found['family_name'], found['birth_date'], found['notes']), ('Karimi', '1990-03-04', 'D: Tamin'))
        mapping = self.put(json.dumps({'fields': {'full_name': 'A', 'birth_date': 'C'}, 'dates': 'dmy', 'keep': ['B']}), 'm.json')
        self.load(people, '--mapping', str(mapping))
        found = self.ok('patient', 'search', 'leila', '--database', self.database).json
        self.assertEqual(sorted(p['birth_date'] for p in found), ['1990-03-04', '1990-04-03'])
        for args, place in ((('--map', 'given_name=Z'), '--map'), (('--map', 'nose=A'), '--map'), (('--map', 'A'), '--map'),
                            (('--dates', 'ydm'), 'dates'), (('--calendar', 'lunar'), 'calendar'), (('--twins', 'eat'), '--twins'),
                            (('--encoding', 'ebcdic'), '--encoding'), (('--separator', 'x'), '--separator'),
                            ((), 'name'), (('--map', 'given_name=A', '--mapping', self.folder / 'none.json'), 'none.json')):
            with self.subTest(str(args)):
                self.refused('import', 'csv', self.put(people), *args, '--database', self.database, place=place)

    def test_standard_input_and_places(self):
        report = self.ok('import', 'csv', '-', '--database', self.database, stdin=b'name\nLeila\n').json
        self.assertEqual(report['imported'], 1)
        self.refused('import', 'csv', '-', '--database', self.database, stdin=b'name\n"a"b\n', place='standard input:2:4')
        self.refused('import', 'csv', self.folder / 'none.csv', '--database', self.database, place='none.csv')
        self.refused('import', 'csv', self.folder, '--database', self.database)
        self.refused('import', 'csv', self.database, '--database', self.database)
        self.assertEqual(self.names(), ['Leila'])

    def many(self, n):
        rows = ''.join(f'Leila{i},Karimi,19{i % 100:02}-05-01,0912{i:07}\n' for i in range(n))
        return self.put('given_name,family_name,dob,phone\n' + rows, 'many.csv')

    def test_kill(self):
        path, before = self.many(4000), self.dump()
        seed = random.randrange(1 << 32)
        print('seed', seed)
        rand = random.Random(seed)
        for turn in range(8):
            child = subprocess.Popen([PROGRAM, 'import', 'csv', str(path), '--database', str(self.database)],
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(rand.uniform(0, 1.5 if turn % 2 else 0.4))
            child.send_signal(signal.SIGKILL)
            child.wait()
            info = self.ok('info', '--database', self.database).json
            self.assertIn(info['patients'], (0, 4000))
            if info['patients'] == 4000:
                break
            self.assert_untouched(before)
        self.assertTrue(self.ok('check', '--database', self.database).json['ok'])

    def test_full_disk(self):
        path, before = self.many(3000), self.dump()
        size = os.path.getsize(self.database)
        for more in (1 << 14, 1 << 18, 1 << 20):
            with self.subTest(more):
                done = subprocess.run([PROGRAM, 'import', 'csv', str(path), '--database', str(self.database)], capture_output=True,
                                      preexec_fn=lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
                                                          resource.setrlimit(resource.RLIMIT_FSIZE, (size + more, size + more))))
                self.assertEqual(done.returncode, COULD_NOT, done.stderr)
                self.assert_untouched(before)
        self.assertTrue(self.ok('check', '--database', self.database).json['ok'])


class Export(Exchange):
    def test_there_and_back(self):
        self.init_demo()
        self.add_patient(given_name='=1+1', notes='a\n"b",c', allergies=[{'what': 'latex; x', 'detail': 'rash | y', 'severity': 'severe'}])
        first = self.folder / 'first.csv'
        done = self.ok('export', 'csv', first, '--database', self.database).json
        rows = list(csv.DictReader(io.StringIO(first.read_text(newline=''), newline='')))
        self.assertEqual(done['patients'], len(rows))
        self.assertEqual([r['given_name'] for r in rows if '1+1' in r['given_name']], ["'=1+1"])
        self.assertFalse([cell for row in rows for cell in row.values() if cell[:1] in ('=', '-', '@', '\t', '\r')])
        other = self.folder / 'other.db'
        self.ok('init', '--database', other)
        report = self.ok('import', 'csv', first, '--database', other).json
        self.assertEqual((report['imported'], report['renumbered']), (len(rows), 0))
        second = self.ok('export', 'csv', '-', '--database', other).out
        self.assertEqual(second, first.read_bytes())
        self.assertEqual(self.ok('patient', 'export', '-', '--database', other).out, second)

    def init_demo(self):
        self.database.unlink()
        self.init('--demo', '20', '--seed', '7')

    def test_form(self):
        self.add_patient()
        path = self.folder / 'out.csv'
        self.ok('export', 'csv', path, '--bom', '--separator', ';', '--database', self.database)
        text = path.read_bytes()
        self.assertTrue(text.startswith(b'\xef\xbb\xbffile_number;'))
        self.assertIn(b'1990-05-01;1369-02-11', text)
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        rows = self.ok('audit', 'list', '--database', self.database).json
        self.assertEqual((rows[0]['action'], rows[0]['entity']), ('export', 'clinic'))

    def test_places(self):
        before = self.dump()
        for name in (self.database, f'{self.database}-wal'):
            open(name, 'ab').close()
            self.refused('export', 'csv', name, '--database', self.database, place='belongs to the clinic’s own file')
        self.refused('export', 'csv', '/dev/null', '--database', self.database)
        self.refused('export', 'csv', self.folder / 'none' / 'x.csv', '--database', self.database, status=COULD_NOT,
                     place=f"x.csv can't be written: there is no folder {self.folder / 'none'}.")
        self.refused('export', 'csv', '--database', self.database)
        self.refused('export', 'csv', 'x', '--who', 'me', '--database', self.database, place='--who')
        self.assert_untouched(before)


if __name__ == '__main__':
    main()
