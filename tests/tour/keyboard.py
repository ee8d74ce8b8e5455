# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""The same visit by keyboard alone: keys go to the window as from a keyboard, nothing is clicked or set from outside

What is looked at through AT-SPI is only where the focus is, as a person sees it. A practised typist needs 0.28 s for a key (Card,
Moran and Newell, 1983) and 1.35 s to make up their mind for each thing asked: from both follows how long a person takes.
"""

import time

from desk import Lost, name_of
from words import plain

KEY_SECONDS = 0.28
THOUGHT_SECONDS = 1.35
LIMIT_SECONDS = 180
LIMIT_TABS = 90
# A question counts as read, and is answered, only after that many seconds.
READ = 0.3


class KeyboardVisit:
    def __init__(self, desk, words):
        self.desk = desk
        self._ = words
        self.thoughts = 0
        self.started = None

    def walk(self):
        """From the door to the next date; the clinic is there already"""
        self.started = time.monotonic()
        self.new_patient()
        self.screening()
        self.plan()
        self.formula()
        self.session()
        self.sheet()
        self.next_date()
        return self.report()

    def report(self):
        machine = time.monotonic() - self.started
        keys = self.desk.keys + self.desk.typed
        person = keys * KEY_SECONDS + self.thoughts * THOUGHT_SECONDS
        return {'keys': keys, 'decisions': self.thoughts, 'machine': machine, 'person': person}

    def focus_is(self, names, roles=None):
        node = self.desk.focused()
        if node is None:
            return False
        try:
            own = {plain(name_of(each)) for each in (node, *self.desk.parents(node, 3))}
            return bool(own & {name for name in names} or own & {f'{name} {name}' for name in names}) and (
                roles is None or node.get_role_name() in roles)
        except Exception:      # it vanished while it was looked at
            return False

    def go(self, *names, roles=None):
        """Tab to where that is"""
        for _ in range(LIMIT_TABS):
            if self.focus_is(names, roles):
                self.thoughts += 1
                return
            self.desk.press('Tab')
        raise Lost(f'the focus on {" or ".join(names)}')

    def enter(self, name, text):
        self.go(name, roles=('text', 'entry'))
        self.desk.press('ctrl+a')
        self.desk.type(text)

    def act(self, *names):
        self.go(*names, roles=('button', 'push button', 'toggle button', 'radio button'))
        time.sleep(READ)
        self.desk.press('Return')

    def new_patient(self, given='Nasrin', family='Moradi', phone='0912 555 0199'):
        desk, _ = self.desk, self._
        desk.press('ctrl+n')
        desk.find(_('Given name'), 'text')
        self.enter(_('Given name'), given)
        self.enter(_('Family name'), family)
        self.enter(_('Date of birth'), '1997-03-14')
        self.enter(_('Phone'), phone)
        desk.press('ctrl+s')
        desk.find(_('Timeline'), 'page tab')

    def screening(self):
        desk, _ = self.desk, self._
        self.act(_('Start Screening'))
        desk.find(_('_Continue'), 'button')
        self.act(_('Female'))
        self.act(_('_Continue'))
        asked = 0
        while desk.look(_('_Finish'), 'button') is None:
            desk.wait(lambda: desk.look(_('No'), 'button') or desk.look(_('_Skip'), 'button'), 'a question')
            optional = desk.look(_('No'), 'button') is None
            before = self.question()
            self.thoughts += 1
            # What comes sooner than it can be read is no answer.
            time.sleep(READ)
            # What need not be answered is passed over by the key for what nobody knows.
            desk.press('u' if optional else 'y' if asked == 0 else 'n')
            desk.wait(lambda: desk.look(_('_Finish'), 'button') or self.question() not in (None, before), 'the next question')
            asked += 1
        self.act(_('_Finish'))
        desk.find(_('_Sign'), 'button')
        self.act(_('_Sign'))
        desk.find(_('Choose a _Plan…'), 'button')
        self.act(_('Choose a _Plan…'))

    def question(self):
        headings = [name for name in self.desk.headings() if name != self._('Why We Ask')]
        return headings[-1] if headings else None

    def plan(self):
        desk, _ = self.desk, self._
        desk.find(_('_Save Plan'), 'button')
        self.act(_('_Save Plan'))
        desk.gone(_('_Save Plan'), 'button')

    def formula(self):
        desk, _ = self.desk, self._
        self.act(_('Build Formula'))
        desk.find(_('Total volume'), 'text')
        for name, strength, volume in (('biotin', '5 mg/mL', '1 mL'), ('zinc', '1 mg/mL', '1 mL')):
            title = _.ingredient(name)
            self.enter(_('Add an ingredient'), title.lower())
            desk.press('Return')
            entry = _.context('entry of a mixture', '%s, %s')
            desk.find(entry % (_('Stock strength'), title), 'text')
            self.enter(entry % (_('Stock strength'), title), strength)
            self.enter(entry % (_('Volume'), title), volume)
        self.enter(_('Total volume'), '5 mL')
        self.enter(_('Number of points'), '50')
        self.enter(_('Volume per point'), '0.1 mL')
        desk.press('ctrl+s')
        desk.find(_('_Next Step'), 'button')
        self.act(_('_Next Step'))

    def session(self):
        desk, _ = self.desk, self._
        desk.find(_('Volume injected'), 'text')
        if desk.look(_('Questions of the Day'), None):
            while desk.look(_('Nothing stands in the way. The answers are stored with the session.'), None) is None:
                self.thoughts += 1
                desk.press('n')
        self.enter(_('Points'), '50')
        desk.press('ctrl+Return')
        desk.find(_('Sheet'), 'document text')

    def sheet(self):
        desk, _ = self.desk, self._
        path = (desk.folder / 'aftercare.pdf').resolve()
        path.unlink(missing_ok=True)
        desk.press('ctrl+s')
        desk.find(_('Save Sheet'), 'dialog')
        desk.press('ctrl+a')
        typed = desk.typed
        desk.type(str(path))
        desk.typed = typed        # a person takes the name that is offered
        desk.press('Return')
        desk.wait(lambda: path.exists() and path.stat().st_size > 0, 'the PDF')
        desk.come_back()

    def next_date(self):
        desk, _ = self.desk, self._
        desk.wait(lambda: desk.look(_('Next Date…'), 'button') or desk.look(_('_Next Step'), 'button'), 'the next step')
        self.act(_('Next Date…'), _('_Next Step'))
        desk.find(_('_Book'), 'button')
        self.enter(_('Time'), '10:30')
        desk.press('Return')
        desk.gone(_('_Book'), 'button')
