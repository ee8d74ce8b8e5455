#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""The clinic's file as a whole: made, opened, refused, copied, restored; and what a kill leaves."""

import fcntl
import os
import random
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from mesoctl import COULD_NOT, DONE, NO, PROGRAM, Case, main, run


class Database(Case):
    def could_not(self, *args, place='', **kwargs):
        return self.refused(*args, status=COULD_NOT, place=place, **kwargs)

    def test_init_info_check(self):
        info = self.init().json
        self.assertEqual((info['patients'], info['demo'], info['database']), (0, False, str(self.database)))
        self.assertEqual(self.ok('check', '--database', self.database).json, {'ok': True, 'problems': []})
        self.could_not('init', '--database', self.database)
        self.assertFalse((self.folder / 'clinic.db-shm').exists())

    def test_default_place(self):
        self.ok('init')
        self.assertTrue((self.folder / 'data' / 'mesoclinic' / 'clinic.db').exists())
        self.assertEqual(self.ok('info').json['patients'], 0)

    def test_a_bad_demo_makes_nothing(self):
        for number in ('-1', '1000001', 'x'):
            self.refused('init', '--demo', number, '--database', self.database, place='demo')
        self.assertFalse(self.database.exists())

    def test_demo(self):
        info = self.init('--demo', '12', '--seed', '7').json
        self.assertEqual((info['patients'], info['demo']), (12, True))
        people = self.ok('patient', 'list', '--database', self.database).json
        other = self.folder / 'other.db'
        self.ok('init', '--database', other, '--demo', '12', '--seed', '7')
        again = self.ok('patient', 'list', '--database', other).json
        self.assertEqual([(p['given_name'], p['family_name'], p['phone']) for p in people],
                         [(p['given_name'], p['family_name'], p['phone']) for p in again])
        self.assertEqual(self.ok('screen', '--replay', 'all', '--database', self.database).json['differences'], [])
        self.assertTrue(self.ok('check', '--database', self.database).json['ok'])
        self.assertTrue(self.ok('audit', 'verify', '--database', self.database).json['ok'])

    def test_a_demo_speaks(self):
        """In which script most names come first goes by the language, and so do the staff."""
        def first_letters(language):
            database = self.folder / f'{language}.db'
            self.ok('init', '--demo', '60', '--language', language, '--database', database)
            people = self.ok('patient', 'list', '--limit', '100', '--database', database).json
            return sum(person['family_name'].isascii() for person in people)
        self.assertGreater(first_letters('en'), 25)
        self.assertLess(first_letters('fa'), 25)

    def begin_long_demo(self):
        """One that nobody waits for the end of; its file is under way"""
        child = subprocess.Popen([PROGRAM, 'init', '--demo', '1000000', '--database', str(self.database)],
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(child.stderr.close)
        self.addCleanup(child.stdout.close)
        while not any(self.folder.glob('clinic.db.new-wal')):
            self.assertIsNone(child.poll())
            time.sleep(0.01)
        time.sleep(0.2)
        return child

    def test_a_demo_that_is_stopped_leaves_nothing(self):
        for sign in (signal.SIGINT, signal.SIGTERM):
            child = self.begin_long_demo()
            child.send_signal(sign)
            self.assertEqual(child.wait(30), COULD_NOT)
            self.assertEqual(child.stderr.read(), b'mesoclinicctl: It was stopped. Nothing was changed.\n')
            self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_demo_that_is_killed_is_no_clinic(self):
        child = self.begin_long_demo()
        child.kill()
        child.wait(30)
        self.assertFalse(self.database.exists())
        self.assertEqual(self.init('--demo', '3').json['patients'], 3)
        self.assertEqual([path.name for path in self.folder.iterdir()], ['clinic.db'])

    def test_what_is_not_ours_is_left_alone(self):
        self.init('--demo', '3')
        whole = self.database.read_bytes()
        newer = bytearray(whole)
        newer[60:64] = (9999).to_bytes(4, 'big')
        other = bytearray(whole)
        other[68:72] = b'XXXX'
        for content in (b'', b'not a database', b'SQLite format 3\0' + b'\0' * 84, whole[:100], whole[:4096],
                        whole[:len(whole) // 2], bytes(newer), bytes(other), random.Random(1).randbytes(20000)):
            with self.subTest(content[:20]):
                path = self.folder / 'bad.db'
                path.write_bytes(content)
                for args in (('info',), ('patient', 'list'), ('backup', self.folder / 'copy.db')):
                    self.could_not(*args, '--database', path)
                self.could_not('patient', 'add', '--database', path, stdin={'given_name': 'X'})
                self.could_not('init', '--database', path)
                self.could_not('restore', path, '--into', self.folder / 'restored.db')
                self.assertEqual(path.read_bytes(), content)
                self.assertFalse((self.folder / 'copy.db').exists())
                self.assertFalse((self.folder / 'restored.db').exists())

    def test_places(self):
        self.assertIn('init', self.could_not('info', '--database', self.folder / 'none.db', place='none.db'))
        self.could_not('info', '--database', self.folder)
        self.could_not('init', '--database', self.folder / 'no' / 'such' / 'folder.db')
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), [])

    def test_backup_and_restore_on_an_empty_machine(self):
        self.init('--demo', '5')
        self.add_patient(given_name='A & <b>"B"</b>')
        copy = self.folder / 'copy.db'
        receipt = self.ok('backup', copy, '--database', self.database).json
        self.assertEqual(receipt['patients'], 6)
        before = self.ok('patient', 'list', '--database', self.database).json
        self.could_not('backup', copy, '--database', self.database)
        self.could_not('backup', self.database, '--database', self.database)
        self.could_not('restore', copy, '--into', self.database)

        empty = self.folder / 'empty'
        empty.mkdir()
        self.ok('restore', copy, '--into', empty / 'clinic.db')
        self.assertEqual(self.ok('patient', 'list', '--database', empty / 'clinic.db').json, before)
        self.assertTrue(self.ok('check', '--database', empty / 'clinic.db').json['ok'])
        self.assertEqual(self.ok('info', '--database', self.database).json['last_backup_path'], str(copy))

    def test_backup_through_standard_output_and_input(self):
        self.init('--demo', '3')
        before = self.ok('patient', 'list', '--database', self.database).json
        copy = self.ok('backup', '-', '--database', self.database).out
        self.assertTrue(copy.startswith(b'SQLite format 3'))
        self.assertIsNone(self.ok('info', '--database', self.database).json['last_backup_path'])
        self.assertEqual(self.ok('audit', 'list', '--limit', '1', '--database', self.database).json[0]['action'], 'export')
        restored = self.folder / 'restored.db'
        self.ok('restore', '-', '--into', restored, stdin=copy)
        self.assertEqual(self.ok('patient', 'list', '--database', restored).json, before)
        self.could_not('restore', '-', '--into', self.folder / 'other.db', stdin=copy[:5000])
        self.assertFalse((self.folder / 'other.db').exists())

    def test_tampering_with_the_audit_log_is_found(self):
        self.init()
        self.add_patient()
        sql = ("PRAGMA writable_schema=ON; DELETE FROM sqlite_schema WHERE type='trigger' AND tbl_name LIKE 'audit%';",
               "UPDATE audit SET reason = 'tampered' WHERE seq = (SELECT max(seq) - 1 FROM audit);")
        for statement in sql:
            subprocess.run(['sqlite3', '-unsafe-testing', str(self.database), statement], check=True)
        result = run('audit', 'verify', '--database', self.database)
        self.assertEqual(result.status, NO, result.error)
        self.assertGreater(result.json['first_bad'], 0)
        self.assertEqual(run('check', '--database', self.database).status, NO)

    def test_second_process_is_told(self):
        """The lock file is one of two belts; tests/store proves SQLite's own lock with a second process."""
        self.init()
        with open(str(self.database) + '.lock', 'ab') as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.assertIn('open', self.could_not('info', '--database', self.database))
            self.assertIn('open', self.could_not('backup', self.folder / 'copy.db', '--database', self.database))
        self.ok('info', '--database', self.database)

    def test_kill_at_any_moment(self):
        """Each acknowledged patient is there after a kill, and the file is sound; more often in tests/store."""
        self.init()
        dice = random.Random(20261122)
        acknowledged = []
        for n in range(40):
            name = f'Patient{n}'
            child = subprocess.Popen([PROGRAM, 'patient', 'add', '--database', str(self.database)],
                                     stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            child.stdin.write(b'{"given_name": "%s"}' % name.encode())
            child.stdin.close()
            time.sleep(dice.uniform(0, 0.06))
            child.send_signal(signal.SIGKILL)
            if b'file_number' in child.stdout.read():
                acknowledged.append(name)
            child.stdout.close()
            child.wait()
        self.assertTrue(self.ok('check', '--database', self.database).json['ok'])
        stored = [p['given_name'] for p in self.ok('patient', 'list', '--database', self.database).json]
        self.assertEqual(len(stored), len(set(stored)))
        self.assertLessEqual(set(acknowledged), set(stored))


class Permissions(Case):
    """What may not be read or written. Root may do everything, so root steps down for these."""

    def setUp(self):
        super().setUp()
        self.init()
        self.nobody = 65534 if os.getuid() == 0 else None
        self.folder.chmod(0o777)
        # the build may lie where nobody else can look
        elsewhere = tempfile.TemporaryDirectory()
        self.addCleanup(elsewhere.cleanup)
        self.program = shutil.copy(PROGRAM, elsewhere.name)
        self.content = shutil.copytree(os.environ['MESOCLINIC_DATA_DIR'], Path(elsewhere.name) / 'data')
        Path(elsewhere.name).chmod(0o755)

    def as_nobody(self, *args):
        done = subprocess.run([self.program, *map(str, args)], capture_output=True, stdin=subprocess.DEVNULL,
                              user=self.nobody, group=self.nobody,
                              env={**os.environ, 'MESOCLINIC_DATA_DIR': str(self.content)})
        return done.returncode, done.stderr.decode()

    def test_read_only_file(self):
        self.database.chmod(0o444)
        before = self.database.read_bytes()
        status, error = self.as_nobody('info', '--database', self.database)
        self.assertEqual(status, COULD_NOT, error)
        self.assertIn(str(self.database), error)
        self.assertEqual(self.database.read_bytes(), before)

    def test_folder_that_cannot_be_written(self):
        self.database.chmod(0o666)
        for path in self.folder.iterdir():
            path.chmod(0o666)
        self.folder.chmod(0o555)
        self.addCleanup(self.folder.chmod, 0o777)
        before = self.database.read_bytes()
        for args in (('info', '--database', self.database), ('init', '--database', self.folder / 'new.db')):
            status, error = self.as_nobody(*args)
            self.assertEqual(status, COULD_NOT, error)
        self.assertEqual(self.database.read_bytes(), before)


if __name__ == '__main__':
    main()
