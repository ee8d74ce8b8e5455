# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""Every page of the demo clinic, in every dress, for eyes: narrow, usual and wide; light, dark and high
contrast; both languages; text at 200 %"""

import os
import pathlib
import subprocess

from desk import Desk
from words import Words, digits

MOST_PICTURES = 20
SIZES = ((360, 760), (800, 800), (1400, 900))
DRESSES = {
    'light': {},
    'dark': {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'},
    'contrast': {'ADW_DEBUG_HIGH_CONTRAST': '1'},
    'dark-contrast': {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark', 'ADW_DEBUG_HIGH_CONTRAST': '1'},
    'large': {},
}
# How large text is, the toolkit takes from the X server's resources; a file of one's own can stand for them.
LARGE_TEXT = 'Xft.dpi: 192\n'


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
            self.settle(f'{name}-{width}')
        self.desk.resize(1280, 860)

    def settle(self, name):
        """What slides or is still being laid out on a busy machine is no picture: one is taken until two are alike"""
        before = None
        # A tooltip is a window of its own, and would be taken for ours.
        subprocess.run(['xdotool', 'mousemove', '1599', '1199'], check=True, stdin=subprocess.DEVNULL)
        for _ in range(MOST_PICTURES):
            # Whoever answers is done with laying out.
            self.desk.headings()
            path = self.desk.picture(name)
            now = subprocess.run(['identify', '-format', '%#', str(path)], capture_output=True, text=True, check=True).stdout
            if now == before:
                return
            before = now

    def place(self, number, name):
        self.desk.press(f'alt+{number}')
        self.desk.pause()
        self.take(name)

    def walk(self):
        desk, _ = self.desk, self._
        desk.find(_('New Patient'), 'button')
        for number, name in enumerate(('today', 'patients', 'formulas', 'stock', 'handouts', 'evidence'), 1):
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
        desk.click(_('Open Record'))
        desk.find(_('Timeline'), None)
        self.take('patient')
        desk.press('alt+1')
        desk.click(_('Record Session %s') % digits('5', desk.language))
        desk.find(_('Volume injected'), 'text')
        self.take('session')
        # An answer is a draft, and Today takes it up again in the dialog.
        desk.press('n')
        desk.press('alt+1')
        desk.click(_('_Resume'))
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


def make_dress(name):
    environment = dict(DRESSES[name])
    if name == 'large':
        path = pathlib.Path(os.environ['HOME'], 'large-text')
        path.write_text(LARGE_TEXT)
        environment['XENVIRONMENT'] = str(path)
    return environment


def look(folder, language, dress):
    desk = Desk(language, folder / language / dress, arguments=['--demo'])
    try:
        desk.start({'ADW_DEBUG_COLOR_SCHEME': 'prefer-light', 'ADW_DEBUG_HIGH_CONTRAST': '0', **make_dress(dress)})
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


def look_at_everything(folder, make_home, only=()):
    """only: the dresses to see, as “fa/dark”; none for all"""
    fine = True
    for language in ('en', 'fa'):
        for dress in DRESSES:
            if only and f'{language}/{dress}' not in only:
                continue
            with make_home():
                fine = look(folder, language, dress) and fine
    return fine
