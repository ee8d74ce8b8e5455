# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""The window's own words in the language of the tour, so that one walk serves both languages"""

import gettext
import os
import pathlib
import re
import xml.etree.ElementTree as tree

PROTOCOL = '{https://example.org/mesoclinic/protocol}'
XML = '{http://www.w3.org/XML/1998/namespace}'
FIRST_ISOLATE, LAST_ISOLATE = '\u2066', '\u2069'
MARKS = '\u200e\u200f'


class Words:
    def __init__(self, language):
        self.language = language
        folder = os.environ.get('MESOCLINIC_LOCALE_DIR')
        self.translation = (gettext.translation('mesoclinic', folder, [language]) if language != 'en'
                            else gettext.NullTranslations())

    def __call__(self, english):
        """As it stands on a button: without the mnemonic's underline"""
        return plain(self.translation.gettext(english))


    def context(self, context, english):
        return plain(self.translation.pgettext(context, english))

    def ingredient(self, identifier):
        """The name that the clinical content gives it"""
        return self.of_content('ingredients.xml', 'ingredient', 'name')[identifier]

    def questions(self):
        """The words of each question of the screening, by its id"""
        return self.of_content('screening.xml', 'question', 'text')

    def of_content(self, document, kind, part):
        found = {}
        content = pathlib.Path(os.environ['MESOCLINIC_DATA_DIR'], 'protocol', document)
        for element in tree.parse(content).iter(f'{PROTOCOL}{kind}'):
            # Only line breaks are ours: a number and its unit are kept together.
            texts = {each.get(f'{XML}lang', 'en'): re.sub(r'[ \n]+', ' ', each.text).strip(' ')
                     for each in element.findall(f'{PROTOCOL}{part}')}
            found[element.get('id')] = plain(texts.get(self.language) or texts['en'])
        return found


def plain(text):
    """A label as it is read out"""
    text = re.sub(r'_(?=\w)', '', text)
    return ''.join(letter for letter in text if letter not in MARKS and not FIRST_ISOLATE <= letter <= LAST_ISOLATE)


def digits(text, language):
    """A number in the digits of a language"""
    return text.translate(str.maketrans('0123456789', '۰۱۲۳۴۵۶۷۸۹')) if language == 'fa' else text
