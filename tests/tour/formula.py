# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""A formula from its first ingredient to who has to be called when a lot of it is recalled

Two things that don't bear each other block it; the finding's own remedy mends it; it is prepared from lots, checked by a second person,
labelled and given. Lots are received, and one is recalled, by the command line while the window is closed.
"""

import json
import os
import subprocess

from gi.repository import Atspi

from desk import Lost, name_of
from visit import PATIENT, Visit
from words import digits, plain

# Ingredient, strength of the vial, volume, number of the lot; the last one is the diluent.
PARTS = (('biotin', '5 mg/mL', '1 mL', 'B2407'), ('vitamin-b12', '1 mg/mL', '0.5 mL', 'C-12/9'), ('saline', '', '', 'N77'))
# It doesn't bear vitamin B12.
DISTURBER = ('vitamin-c', '100 mg/mL', '0.5 mL')
# The older one is offered first.
SPARE = ('biotin', '5 mg/mL', 'B2410')
NURSE = {'en': 'Mina Rad', 'fa': 'مینا راد'}


class FormulaVisit(Visit):
    def __init__(self, desk, words, home):
        super().__init__(desk, words)
        self.file = home / 'data' / 'mesoclinic' / 'clinic.db'

    def walk(self):
        self.first_start()
        self.employ()
        self.new_patient()
        self.screening()
        self.plan()
        self.close()
        self.receive()
        self.desk.start()
        self.build()
        self.mend()
        self.prepare()
        self.label()
        self.give()
        self.close()
        return self.recall()

    # The command line

    def ctl(self, *arguments, said=None):
        done = subprocess.run([os.environ['MESOCLINICCTL'], *arguments, '--database', str(self.file)], capture_output=True, text=True,
                              input=json.dumps(said) if said is not None else '', check=False)
        if done.returncode:
            raise AssertionError(f'{arguments}: {done.stdout} {done.stderr}')
        return json.loads(done.stdout) if done.stdout.strip() else None

    def close(self):
        status = self.desk.stop()
        if status:
            raise AssertionError(f'the program ended with {status}')

    def receive(self):
        for ingredient, strength, _, number in PARTS:
            self.receive_lot(ingredient, strength, number, '2031-01-31')
        self.receive_lot(*SPARE, '2031-06-30')

    def receive_lot(self, ingredient, strength, number, expiry):
        component = {'ingredient': ingredient, 'strength': strength} if strength else {'ingredient': ingredient}
        self.ctl('stock', 'receive', said={'components': [component], 'number': number, 'expiry': expiry, 'container': '10 mL',
                                           'containers': 2, 'multi_dose': True})

    # The window

    def employ(self):
        """A second person: whoever prepares doesn't check"""
        desk, _ = self.desk, self._
        desk.click(_('At the desk: %s').partition('%')[0].strip(), 'toggle button', exact=False)
        desk.click(_('_Manage Staff…'))
        desk.click(_('_Add a Person…'))
        desk.write(_('Name'), NURSE[desk.language])
        desk.click(_('_Save'))
        desk.find(NURSE[desk.language], None, exact=False)
        self.see('staff')
        desk.press('Escape')
        desk.gone(_('Staff'), 'dialog')

    def build(self):
        desk, _ = self.desk, self._
        desk.click(_('Build Formula'))
        desk.find(_('Total volume'), 'text')
        for ingredient, strength, volume, *_rest in (*PARTS[:2], DISTURBER):
            self.type_in(_.ingredient(ingredient), strength, volume)
        self.fill(_('Total volume'), '5 mL')
        self.fill(_('Number of points'), '50')
        self.fill(_('Volume per point'), '0.1 mL')
        desk.click(_('None Known'), 'toggle button')
        desk.find(_.context('finding', 'Blocks') + '.', 'grouping', exact=False)
        self.assert_off(_('_Prepare…'))
        self.see('blocked')

    def type_in(self, name, strength, volume):
        """By typing its name into the search, and Enter"""
        desk, _ = self.desk, self._
        desk.write(_('Add an ingredient'), name)
        desk.tab_to(_('Add an ingredient'))
        desk.press('Return')
        entry = _.context('entry of a mixture', '%s, %s')
        self.fill(entry % (_('Stock strength'), name), strength)
        self.fill(entry % (_('Volume'), name), volume)

    def assert_off(self, name):
        button = self.desk.find(name, 'button')
        if button.get_state_set().contains(Atspi.StateType.SENSITIVE):
            raise AssertionError(f'“{name}” can be pressed')

    def mend(self):
        """By the remedy that stands at the finding itself: the last of that name"""
        desk, _ = self.desk, self._
        remedy = plain(_('Remove %s') % _.ingredient(DISTURBER[0]))
        found = [node for node in desk.nodes(('button',)) if plain(name_of(node)) == remedy]
        if not found:
            raise Lost(f'“{remedy}”')
        Atspi.Action.do_action(found[-1], 0)
        desk.gone(_.context('finding', 'Blocks') + '.', 'grouping', exact=False)
        self.assert_off(_('_Prepare…'))
        desk.click(_('Check and _Save'))
        desk.find(_('_Next Step'), 'button')
        self.see('mended')

    def prepare(self):
        desk, _ = self.desk, self._
        desk.click(_('_Prepare…'))
        desk.find(_('Draw Up'), None)
        for number in (part[3] for part in PARTS):
            self.find_part(number)
        self.see('prepare')
        # Nothing is signed before a second person has checked it.
        desk.click(_('_Sign Preparation'))
        desk.find(_('Another person reads labels and volumes again: choose who did.'), None)
        self.choose(_('Checked by'), NURSE[desk.language])
        self.see('prepare-checked')
        desk.click(_('_Sign Preparation'))
        desk.find(_('_Print Label…'), 'button')
        self.see('prepared')

    def find_part(self, text):
        """A row that says that among other things"""
        self.desk.wait(lambda: any(text in plain(name_of(node)) for node in self.desk.nodes()), f'“…{text}…”')

    def choose(self, row, value):
        """The last of a list, which is the newest"""
        desk = self.desk
        desk.tab_to(row)
        desk.press('space')
        desk.press('End', 'Return')
        self.find_part(value)

    def label(self):
        """The paper says the same as the window: what, whose, from which lots"""
        desk, _ = self.desk, self._
        path = (desk.folder / 'label.pdf').resolve()
        path.unlink(missing_ok=True)
        desk.click(_('Save Label as _PDF…'))
        desk.find(_('Save Sheet'), 'dialog')
        desk.press('ctrl+a')
        desk.type(str(path))
        desk.press('Return')
        desk.wait(lambda: path.exists() and path.stat().st_size > 0, 'the PDF of the label')
        desk.come_back()
        text = subprocess.run(['pdftotext', '-layout', str(path), '-'], capture_output=True, text=True, check=True).stdout
        for number in (part[3] for part in PARTS):
            if number not in text:
                raise AssertionError(f'the label doesn’t name lot {number}:\n{text}')
        subprocess.run(['qpdf', '--check', str(path)], capture_output=True, check=True)

    def give(self):
        """The session gives what lies ready"""
        desk, _ = self.desk, self._
        desk.click_one_of((_('Record Session %s') % digits('1', desk.language), _('_Next Step')))
        desk.find(_('Volume injected'), 'text')
        self.find_part(_('Preparation'))
        self.answer_no()
        self.fill(_('Points'), '50')
        self.fill(_('Volume injected'), '5 mL')
        self.see('session')
        desk.click(_('_Sign Session'))
        desk.find(_('Sheet'), 'document text')

    def recall(self):
        """Who got it, by its number as somebody reads it out"""
        told = self.ctl('recall', PARTS[0][3].lower())
        family = PATIENT[self.desk.language]['Family name']
        found = told['preparations']
        if told['patients'] != 1 or len(found) != 1 or found[0]['patient']['family_name'] != family or not found[0]['session']:
            raise AssertionError(f'the recall doesn’t lead to {family}: {told}')
        spare = self.ctl('recall', SPARE[2])
        if spare['preparations']:
            raise AssertionError(f'nothing was drawn from {SPARE[2]}: {spare}')
        return f'{len(PARTS)} lots, one patient to call'
