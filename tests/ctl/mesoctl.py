# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""Runs mesoclinicctl as a script would: what goes in, what comes out, and the exit status."""

import functools
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = os.environ['MESOCLINICCTL']
DONE, NO, BAD_INPUT, COULD_NOT = 0, 1, 2, 3


class Result:
    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout
        self.error = done.stderr.decode()

    @property
    def json(self):
        return json.loads(self.out)


def run(*args, stdin=None, env=None, cwd=None, timeout=120):
    """stdin: None, bytes, or anything that JSON can hold."""
    if stdin is not None and not isinstance(stdin, bytes):
        stdin = json.dumps(stdin, ensure_ascii=False).encode()
    done = subprocess.run([PROGRAM, *map(str, args)], input=stdin if stdin is not None else b'',
                          capture_output=True, timeout=timeout, cwd=cwd,
                          env={**os.environ, **(env or {})})
    return Result(done)


@functools.cache
def questions():
    """All that may be asked, as `protocol show` lists it"""
    return tuple(run('protocol', 'show').json['questions'])


def safely(answers, form='full'):
    """These answers, and no to whatever else the form asks of anybody because of them; None stands for no answer"""
    whole = dict(answers)
    for question in questions():
        opened_by = re.findall(r'(\S+) != no', question['asked_when'] or '')
        if (question['type'] == 'answer' and question['required'] and form in question['forms']
                and all(whole.get(parent) in ('yes', 'unknown') for parent in opened_by)):
            whole.setdefault(question['id'], 'no')
    return {key: value for key, value in whole.items() if value is not None}


class Case(unittest.TestCase):
    """A test with a folder of its own; the default database lies in there too."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.database = self.folder / 'clinic.db'
        os.environ['XDG_DATA_HOME'] = str(self.folder / 'data')

    def ok(self, *args, **kwargs):
        result = run(*args, **kwargs)
        self.assertEqual(result.status, DONE, result.error or result.out)
        return result

    def refused(self, *args, place='', status=BAD_INPUT, **kwargs):
        """It ends with this status and one plain sentence that names the place; nothing is printed."""
        result = run(*args, **kwargs)
        self.assertEqual(result.status, status, result.error or result.out)
        self.assertIn(place, result.error)
        self.assertTrue(result.error.startswith('mesoclinicctl: '), result.error)
        self.assertNotIn('CRITICAL', result.error)
        self.assertEqual(result.out, b'')
        return result.error

    def init(self, *args):
        return self.ok('init', '--database', self.database, *args)

    def add_patient(self, **record):
        record = {'given_name': 'Leila', 'family_name': 'Karimi', 'sex': 'female', 'birth_date': '1990-05-01', **record}
        return self.ok('patient', 'add', '--database', self.database, stdin=record).json

    def dump(self):
        """Everything that is stored, read by the sqlite3 shell while nobody has the file open."""
        done = subprocess.run(['sqlite3', str(self.database), '.dump'], capture_output=True, check=True)
        return done.stdout


def main():
    unittest.main(verbosity=2, argv=sys.argv)
