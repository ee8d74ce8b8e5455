# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""One visit, end to end, as the front desk, the nurse and the physician walk it

First start, a new patient, screening, verdict and signature, plan, formula, session, sheet, next date. Each step ends in a picture
and leads to the next by the button that the window itself offers.
"""

import time

from words import digits

# Nobody of this name; the family name shows that data is never read as markup.
PATIENT = {
    'en': {'Given name': 'Nasrin', 'Family name': 'Moradi & Sons <b>', 'Date of birth': '1997-03-14', 'Phone': '0912 555 0199'},
    'fa': {'Given name': 'نسرین', 'Family name': 'مرادی', 'Date of birth': '۱۳۷۵/۱۲/۲۴', 'Phone': '۰۹۱۲ ۵۵۵ ۰۱۹۹'},
}
CLINIC = {'en': ('Mehr Hair Clinic', 'Dr Navid Rahimi'), 'fa': ('کلینیک موی مهر', 'دکتر نوید رحیمی')}
# Ingredient, strength of the stock, volume.
FORMULA = [('biotin', '5 mg/mL', '1 mL'), ('zinc', '1 mg/mL', '1 mL'), ('pantothenic-acid', '250 mg/mL', '0.5 mL')]
# A question counts as read, and is answered, only after that many seconds.
READ = 0.3
ONE_YES = 1          # the first question, an indication, is answered yes; all others no


class Visit:
    def __init__(self, desk, words):
        self.desk = desk
        self._ = words
        self.n = 0

    def see(self, name):
        self.n += 1
        self.desk.picture(f'{self.n:02}-{name}')

    def walk(self):
        self.first_start()
        self.new_patient()
        self.screening()
        self.plan()
        self.formula()
        self.session()
        self.sheet()
        self.next_date()

    def first_start(self):
        desk, _ = self.desk, self._
        desk.find(_('Welcome to Meso Clinic'), 'heading')
        if desk.language == 'fa':
            desk.find('فارسی', 'radio button')
        self.see('first-start')
        desk.click(_('_New Clinic'))
        name, physician = CLINIC[desk.language]
        desk.write(_('Name, as it stands on paper'), name)
        desk.write(_('Physician’s name'), physician)
        self.see('new-clinic')
        desk.click(_('_Create the Clinic'))
        desk.find(_('Start Screening'), 'button')
        self.see('today-empty')

    def new_patient(self):
        desk, _ = self.desk, self._
        desk.click(_('New Patient'))
        for field, text in PATIENT[desk.language].items():
            desk.write(_(field), text)
        self.see('new-patient')
        desk.click(_('_Save'))
        desk.find(_('Timeline'), 'page tab')
        self.see('patient')

    def screening(self):
        desk, _ = self.desk, self._
        desk.click(_('Start Screening'))
        desk.click(_('Female'))
        desk.write(_('Weight in kg (may be left empty)'), digits('62', desk.language))
        self.see('screening-facts')
        desk.click(_('_Continue'))
        desk.gone(_('Weight in kg (may be left empty)'))
        asked = 0
        while desk.look(_('_Finish'), 'button') is None:
            question = self.question()
            if asked in (0, 7):
                self.see(f'screening-question-{asked + 1}')
            # What comes sooner than it can be read is no answer.
            time.sleep(READ)
            # The weight stands in its question already.
            desk.click_one_of((_('Yes') if asked < ONE_YES else _('No'), _('_Skip'), _('_Continue')))
            desk.wait(lambda: desk.look(_('_Finish'), 'button') or self.question() not in (None, question), 'the next question')
            asked += 1
        self.see('screening-verdict')
        desk.click(_('_Finish'))
        desk.click(_('_Sign'))
        desk.find(_('Choose a _Plan…'), 'button')
        self.see('screening-signed')

    def question(self):
        """What is asked now: the dialog's heading before its answers"""
        dialog = self.desk.look(self._('Screening'), 'dialog')
        if dialog is None or not any(self.desk.look(self._(way), 'button') for way in ('No', '_Skip', '_Continue')):
            return None
        headings = [name for name in self.desk.headings() if name != self._('Why We Ask')]
        return headings[-1] if headings else None

    def plan(self):
        desk, _ = self.desk, self._
        desk.click(_('Choose a _Plan…'))
        desk.find(_('Dates'), None)
        desk.find(_('_Save Plan'), 'button')
        self.see('plan')
        desk.click(_('_Save Plan'))
        desk.gone(_('_Save Plan'), 'button')
        if desk.look(_('_Done'), 'button'):
            desk.click(_('_Done'))

    def formula(self):
        desk, _ = self.desk, self._
        desk.click(_('Build Formula'))
        desk.find(_('Total volume'), 'text')
        for ingredient, strength, volume in FORMULA:
            self.add(_.ingredient(ingredient), strength, volume)
        self.fill(_('Total volume'), '5 mL')
        self.fill(_('Number of points'), '50')
        self.fill(_('Volume per point'), '0.1 mL')
        desk.click(_('None Known'), 'toggle button')
        self.see('formula')
        desk.click(_('Check and _Save'))
        desk.find(_('_Next Step'), 'button')
        self.see('formula-saved')

    def add(self, name, strength, volume):
        desk, _ = self.desk, self._
        desk.click_one_of((_('Add %s') % name, name))
        self.fill(_.context('entry of a mixture', '%s, %s') % (_('Stock strength'), name), strength)
        self.fill(_.context('entry of a mixture', '%s, %s') % (_('Volume'), name), volume)

    def fill(self, field, text):
        self.desk.write(field, digits(text, self.desk.language))

    def session(self):
        desk, _ = self.desk, self._
        desk.click(_('_Next Step'))
        desk.find(_('Volume injected'), 'text')
        self.see('session-new')
        self.answer_no()
        self.fill(_('Points'), '50')
        self.fill(_('Volume injected'), '4.9 mL')
        self.fill(_('Thrown away'), '0.1 mL')
        desk.click(_('Mild') if desk.look(_('Mild'), 'toggle button') else digits('2', desk.language), 'toggle button')
        desk.write(_('Notes'), 'A & B <i>')
        self.see('session')
        desk.click(_('_Sign Session'))

    def answer_no(self):
        """The questions of the day on the page of the session, where the full screening hasn't answered them"""
        desk, _ = self.desk, self._
        if desk.click_all(_('No'), 'toggle button'):
            desk.find(_('Nothing stands in the way. The answers are stored with the session.'), None)
            self.see('short-form')

    def sheet(self):
        desk, _ = self.desk, self._
        desk.find(_('Sheet'), 'document text')
        desk.find(_('Save _PDF…'), 'button')
        self.see('aftercare')
        self.save_sheet('aftercare.pdf')

    def save_sheet(self, name):
        """The file dialog is the desktop's own, so its words are not ours: Enter takes the name that was typed"""
        desk, _ = self.desk, self._
        path = (desk.folder / name).resolve()
        path.unlink(missing_ok=True)
        desk.click(_('Save _PDF…'))
        desk.find(_('Save Sheet'), 'dialog')
        desk.press('ctrl+a')
        desk.type(str(path))
        desk.press('Return')
        desk.wait(lambda: path.exists() and path.stat().st_size > 0, f'the PDF {name}')
        desk.come_back()

    def next_date(self):
        desk, _ = self.desk, self._
        desk.click_one_of((_('Next Date…'), _('_Next Step')))
        desk.find(_('_Book'), 'button')
        self.fill(_('Time'), '10:30')
        self.see('next-date')
        desk.click(_('_Book'))
        desk.gone(_('_Book'), 'button')
        desk.press('alt+1')
        desk.find(_('New Patient'), 'button')
        self.see('today')
