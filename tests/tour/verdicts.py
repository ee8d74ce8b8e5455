# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""The screening, by keyboard alone, to each of its six verdicts, and what can be done about each

Which answers lead where is the clinical content's: questions are known by their ids, and read in the tour's language.
"""

import time

from desk import name_of
from keyboard import READ, KeyboardVisit
from words import plain

# What is answered otherwise than by no; a follow-up that isn't named here is a no as well. The day of a period is yesterday.
ANSWERS = {
    'suitable': {},
    'caution': {'endocrine-disorder': 'y'},
    'clearance': {'tumour-history': 'y'},
    'defer': {'menstruating': 'y', 'period-started-on': 'yesterday'},
    'incomplete': {'pregnant': 'u'},
    'block': {'breastfeeding': 'y'},
}
HEADLINES = {
    'suitable': 'Suitable',
    'caution': 'A Physician May Go On',
    'clearance': 'Needs a Written Clearance',
    'defer': 'Not Now',
    'incomplete': 'Incomplete',
    'block': 'Do Not Treat',
}
# Names that have nothing in common, so that nobody is taken for somebody else.
PEOPLE = (('Parisa', 'Ahmadi', '0912 555 0101'), ('Roxana', 'Bahrami', '0913 555 0202'), ('Shirin', 'Golzar', '0914 555 0303'),
          ('Mahnaz', 'Vaziri', '0915 555 0404'), ('Taraneh', 'Kohan', '0916 555 0505'), ('Zhaleh', 'Dolati', '0917 555 0606'))
FORWARD = ('_Sign', '_Sign…', 'Decide as _Physician…', '_Clearance…')


class Verdicts(KeyboardVisit):
    def __init__(self, desk, words):
        super().__init__(desk, words)
        self.ids = {text: identifier for identifier, text in words.questions().items()}

    def walk(self):
        for verdict, person in zip(ANSWERS, PEOPLE, strict=True):
            self.new_patient(*person)
            self.screen(ANSWERS[verdict])
            self.desk.find(self._(HEADLINES[verdict]), 'heading')
            self.desk.picture(f'{verdict}-found')
            getattr(self, verdict)()
            self.desk.press('Escape')
            self.desk.gone(self._('Screening Result'), 'dialog')
        return f'{len(ANSWERS)} verdicts, {self.desk.keys + self.desk.typed} keys'

    def screen(self, answers):
        desk, _ = self.desk, self._
        self.act(_('Start Screening'))
        desk.find(_('_Continue'), 'button')
        self.act(_('Female'))
        self.act(_('_Continue'))
        asked, optional = None, False
        while asked != 'nothing':
            asked, optional = desk.wait(lambda: self.look_on(asked), 'the next question')
            if asked != 'nothing':
                self.answer(answers.get(asked, 'n'), optional)

    def look_on(self, before):
        """The id of the next question, and whether it can be skipped; “nothing” at the result, None while it isn't there yet"""
        sight = {plain(name_of(node)) for node in self.desk.nodes(('heading', 'button'))}
        if sight & {self._('_Finish'), self._('_Finish as It Is')}:
            return 'nothing', False
        asked = next((self.ids[name] for name in sight if name in self.ids), None)
        return (asked, self._('_Skip') in sight) if asked not in (None, before) else None

    def answer(self, answer, optional):
        desk, _ = self.desk, self._
        # What comes sooner than it can be read is no answer.
        time.sleep(READ)
        if answer == 'yesterday':
            self.act(_('Yesterday'))
        elif answer == 'u':
            desk.press('u')
            # It says how to find out first.
            desk.find(_('How to Find Out'), 'heading')
            desk.picture('how-to-find-out')
            desk.press('Return')
        else:
            desk.press('u' if optional else answer)

    def finish(self, button='_Finish'):
        self.act(self._(button))
        self.desk.find(self._('Screening Result'), 'dialog')

    def cannot(self, *names):
        for name in names:
            if self.desk.look(self._(name), 'button'):
                raise AssertionError(f'“{name}” is offered')

    def suitable(self):
        self.finish()
        self.act(self._('_Sign'))
        self.desk.find(self._('Choose a _Plan…'), 'button')
        self.desk.picture('suitable-signed')

    def caution(self):
        desk, _ = self.desk, self._
        self.finish()
        self.act(_('Decide as _Physician…'))
        desk.find(_('_Go On and Sign'), 'button')
        # Without a reason there is no going on.
        self.act(_('_Go On and Sign'))
        desk.find(_('Write the reason: it is kept with your name and printed.'), None)
        desk.press('shift+Tab')
        self.enter(_('Why it is right to go on'), 'Tested in October')
        desk.picture('caution-reason')
        self.act(_('_Go On and Sign'))
        desk.find(_('Choose a _Plan…'), 'button')
        desk.picture('caution-signed')

    def clearance(self):
        desk, _ = self.desk, self._
        self.finish()
        self.act(_('_Clearance…'))
        self.enter(_('From whom: name and specialty'), 'Dr Sohrab Azari')
        self.enter(_('Which paper: letter, report, number'), 'Letter of the oncologist')
        self.enter(_('Date of the paper'), '2026-01-15')
        desk.picture('clearance-received')
        self.act(_('_Record Clearance'))
        desk.find(_('_Sign…'), 'button')
        desk.picture('clearance-decided')

    def defer(self):
        self.finish()
        self.desk.find(self._('_Done'), 'button')
        self.desk.picture('defer-stored')

    def incomplete(self):
        desk, _ = self.desk, self._
        # The button goes straight to the question, and what was said there is still said.
        self.act(_('_Answer What Is Missing'))
        desk.wait(lambda: self.look_on(None) == ('pregnant', False), 'the question that has no answer')
        time.sleep(READ)
        desk.press('Return')
        self.finish('_Finish as It Is')
        self.cannot(*FORWARD)
        desk.picture('incomplete-stored')

    def block(self):
        self.finish()
        self.cannot(*FORWARD, 'Choose a _Plan…')
        self.desk.picture('block-stored')
