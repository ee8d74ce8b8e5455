# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""Every page of the demo clinic, in every dress, for eyes: narrow, usual and wide; light and dark; both languages; large text"""

import contextlib
import os
import pathlib
import subprocess

from desk import Desk
from words import Words, digits

SIZES = ((360, 760), (800, 800), (1400, 900))
LARGE = 2.0


@contextlib.contextmanager
def display(scale):
    """Text is as large as the X server says that its dots are: a larger one needs a server of its own"""
    if scale == 1.0:
        yield
        return
    reader, writer = os.pipe()
    server = subprocess.Popen(['Xvfb', '-displayfd', str(writer), '-screen', '0', '1600x1200x24', '-dpi', str(int(96 * scale)),
                               '-nolisten', 'tcp'], pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    before = {name: os.environ.get(name) for name in ('DISPLAY', 'XAUTHORITY')}
    try:
        with os.fdopen(reader) as answer:
            os.environ['DISPLAY'] = ':' + answer.readline().strip()
        os.environ.pop('XAUTHORITY', None)
        yield
    finally:
        os.environ.update({name: value for name, value in before.items() if value is not None})
        server.terminate()
        server.wait()


class Gallery:
    """One dress: opens each page in turn and takes its picture at each width"""

    def __init__(self, desk, words, sizes):
        self.desk = desk
        self._ = words
        self.sizes = sizes

    def take(self, name):
        for width, height in self.sizes:
            self.desk.resize(width, height)
            self.desk.pause()
            self.desk.pause()
            self.desk.picture(f'{name}-{width}')
        self.desk.resize(1280, 860)

    def place(self, number, name):
        self.desk.press(f'alt+{number}')
        self.desk.pause()
        self.take(name)

    def walk(self):
        desk, _ = self.desk, self._
        desk.find(_('New Patient'), 'button')
        for number, name in enumerate(('today', 'patients', 'formulas', 'handouts', 'evidence'), 1):
            self.place(number, name)
        self.dialog('ctrl+comma', 'preferences')
        self.dialog('ctrl+n', 'new-patient')
        self.patient()

    def dialog(self, keys, name):
        self.desk.press('alt+1')
        self.desk.press(keys)
        self.desk.pause()
        self.take(name)
        self.desk.press('Escape')
        self.desk.pause()

    def patient(self):
        desk, _ = self.desk, self._
        desk.press('alt+1')
        desk.click(_('Record Session %s') % digits('5', desk.language))
        desk.find(_('Volume injected'), 'text')
        self.take('session')
        desk.click(_('Answer…'))
        desk.find(_('No'), 'button')
        self.take('screening')
        desk.press('Escape')
        desk.pause()
        desk.press('alt+1')
        desk.click(_('Build Formula'))
        desk.find(_('Total volume'), 'text')
        self.take('formula')
        desk.press('alt+1')
        desk.click(_('Print Aftercare'))
        desk.find(_('Sheet'), 'document text')
        self.take('handout')
        desk.press('alt+1')
        desk.click(_('Sign Verdict'))
        desk.find(_('_Sign'), 'button')
        self.take('verdict')
        desk.press('Escape')


def look(folder, language, dress):
    os.environ['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-dark' if dress == 'dark' else 'prefer-light'
    desk = Desk(language, folder / language / dress, arguments=['--demo'])
    try:
        desk.start()
        Gallery(desk, Words(language), SIZES).walk()
        desk.kill()
    except Exception as error:      # the picture of it is worth most
        print(f'FAILED  looks {language} {dress}: {error}')
        if desk.process is not None and desk.process.poll() is None:
            desk.picture('where-it-ended')
            desk.kill()
        return False
    print(f'ok  looks {language} {dress}')
    return True


def look_at_everything(folder, make_home):
    fine = True
    for language in ('en', 'fa'):
        for dress, scale in (('light', 1.0), ('dark', 1.0), ('large', LARGE)):
            with make_home(), display(scale):
                fine = look(folder, language, dress) and fine
    return fine
