# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""Every page of the demo clinic, in every dress, for eyes: narrow, usual and wide; light and dark; both languages; large text"""

import os
import pathlib

from desk import Desk
from words import Words, digits

SIZES = ((360, 760), (800, 800), (1400, 900))
LARGE = 2.0


def write_settings(dark, scale):
    folder = pathlib.Path(os.environ['XDG_CONFIG_HOME'], 'gtk-4.0')
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'settings.ini').write_text(
        '[Settings]\ngtk-font-name=Cantarell 11\ngtk-icon-theme-name=Adwaita\ngtk-enable-animations=false\n'
        f'gtk-cursor-blink=false\ngtk-xft-dpi={int(96 * scale) * 1024}\n')
    os.environ['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-dark' if dark else 'prefer-light'


class Gallery:
    """One dress: opens each page in turn and takes its picture at each width"""

    def __init__(self, desk, words, sizes):
        self.desk = desk
        self._ = words
        self.sizes = sizes

    def take(self, name):
        for width, height in self.sizes:
            self.desk.resize(width, height)
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


def look_at_everything(folder, make_home):
    fine = True
    for language in ('en', 'fa'):
        for dress, dark, scale, sizes in (('light', False, 1.0, SIZES), ('dark', True, 1.0, SIZES),
                                          ('large', False, LARGE, SIZES)):
            with make_home():
                write_settings(dark, scale)
                desk = Desk(language, folder / language / dress, arguments=['--demo'])
                try:
                    desk.start()
                    Gallery(desk, Words(language), sizes).walk()
                    desk.kill()
                    print(f'ok  looks {language} {dress}')
                except Exception as error:
                    print(f'FAILED  looks {language} {dress}: {error}')
                    fine = False
                    if desk.process is not None and desk.process.poll() is None:
                        desk.picture('where-it-ended')
                        desk.kill()
            write_settings(False, 1.0)
    return fine
