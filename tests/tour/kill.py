# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""The visit, ended by SIGKILL at any moment

After each kill the clinic's file must be sound, hold every record that the window had said was stored, and every text that had been
typed for more than a second.
"""

import contextlib
import json
import os
import random
import sqlite3
import subprocess
import threading
import time

from desk import Desk, Lost
from visit import Visit
from words import Words

KILLS = int(os.environ.get('MESO_TOUR_KILLS', '7'))
SECONDS_TYPED = 1.0
# What the end of a step promises: a table, and how many rows of it there are then.
PROMISES = {
    'new_patient': ('patient', 1),
    'screening': ('screening_decision', 1),
    'plan': ('plan', 1),
    'formula': ('formula_version', 1),
    'session': ('treatment_session', 1),
    'sheet': ('handout_issue', 1),
}


class Watched(Visit):
    """Notes when each step was done and when each text was typed"""

    def __init__(self, desk, words, doomed, strike_soon):
        super().__init__(desk, words)
        self.doomed = doomed
        self.strike_soon = strike_soon
        self.done = []
        self.typed = []
        write = desk.write

        def noted(field, text, *rest):
            node = write(field, text, *rest)
            self.typed.append((time.monotonic(), text))
            return node

        desk.write = noted

    def see(self, name):
        """No pictures: a kill is to fall into the program's work, not ours"""

    def walk(self):
        for step in (self.first_start, self.new_patient, self.screening, self.plan, self.formula, self.session, self.sheet,
                     self.next_date):
            if step.__name__ == self.doomed:
                self.strike_soon()
            step()
            self.done.append(step.__name__)


def rows(connection, table):
    return connection.execute(f'SELECT count(*) FROM {table}').fetchone()[0]


def everything_kept(connection):
    """All texts of the file that somebody typed, drafts and records alike"""
    found = []
    for (text,) in connection.execute('SELECT text FROM draft'):
        found += [str(value) for value in strings(json.loads(text))]
    for table in ('patient', 'treatment_session', 'formula_item', 'formula_version', 'clinic_setting', 'staff'):
        for row in connection.execute(f'SELECT * FROM {table}'):
            found += [str(value) for value in row if value is not None]
    # A signed session holds its volumes in microlitres.
    for volumes in connection.execute('SELECT volume_ul, wasted_ul FROM treatment_session'):
        found += [f'{volume / 1000:g} mL' for volume in volumes]
    return found


def strings(value):
    if isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif value is not None:
        yield value


def bare(text):
    """A text as it may be stored: digits and marks of a number are written in another way than they were typed"""
    return ''.join(letter for letter in text if letter.isalnum()).lower()


def look_into(home, visit, killed_at):
    path = home / 'data' / 'mesoclinic' / 'clinic.db'
    if not path.exists():
        return ['first_start was done, and there is no file'] if 'first_start' in visit.done else []
    told = subprocess.run([os.environ['MESOCLINICCTL'], 'check', '--database', str(path)], capture_output=True, text=True, check=False)
    wrong = [] if told.returncode == 0 else [f'check: {told.stdout} {told.stderr}']
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for step, (table, count) in PROMISES.items():
            if step in visit.done and rows(connection, table) < count:
                wrong.append(f'{step} was done, and {table} has {rows(connection, table)} rows')
        kept = ' '.join(bare(text) for text in everything_kept(connection))
    for typed_at, text in visit.typed:
        # A record holds days and numbers in its own form: words are what can be found again.
        if killed_at - typed_at > SECONDS_TYPED and any(letter.isalpha() for letter in text) and bare(text) not in kept:
            wrong.append(f'“{text}” was typed {killed_at - typed_at:.1f} s before, and is gone')
    return wrong


def kill_within(step, seconds, folder, home):
    """Strikes so many seconds after the step has begun"""
    desk = Desk('en', folder)
    desk.start()
    killed = []

    def strike():
        killed.append(time.monotonic())
        desk.process.kill()

    timer = threading.Timer(seconds, strike)
    visit = Watched(desk, Words('en'), step, timer.start)
    try:
        visit.walk()
    except Exception:          # whatever the killed program's bus answers
        if not killed:
            raise
    timer.cancel()
    if not killed:
        strike()
    desk.process.wait()
    return visit, look_into(home, visit, killed[0])


def resume(folder, home):
    """It opens again by itself, on the clinic that was there, and puts it away when the computer's session ends"""
    desk = Desk('en', folder).start()
    try:
        desk.find('Today', 'list item', exact=False)
        status = desk.stop(desk.process.terminate)
        left = [each.name for each in (home / 'data' / 'mesoclinic').glob('clinic.db-*')]
        return status == 0 and not left
    except Lost:
        desk.picture('it-did-not-open')
        print(desk.dump())
        desk.kill()
        return False


def survive(folder, make_home):
    seed = int(os.environ.get('MESO_TOUR_SEED', time.time()))
    chance = random.Random(seed)
    fine = True
    print(f'   seed {seed}')
    for index in range(KILLS):
        with make_home() as home:
            # Each step in turn, so that none is spared; when in it, chance says.
            step = (*PROMISES, 'next_date')[index % (len(PROMISES) + 1)]
            seconds = chance.uniform(0.1, 8.0)
            visit, wrong = kill_within(step, seconds, folder / str(index), home)
            if 'first_start' in visit.done and not resume(folder / str(index), home):
                wrong.append('it did not open again')
        print(f'{"ok" if not wrong else "FAILED"}  killed {seconds:.1f} s into {step}')
        for line in wrong:
            print(f'   {line}')
        fine = fine and not wrong
    return fine
