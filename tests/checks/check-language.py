#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that the window can speak every language of po/ on a PC that has no locale but C.UTF-8: check-language.py BUILD_ROOT

gettext answers in the source's language there, whatever LANGUAGE says, until the program's own locale is loaded.
"""

import ctypes
import gettext
import locale
import os
import pathlib
import sys

from checks import report

DOMAIN = 'mesoclinic'
BUILD_ROOT = pathlib.Path(sys.argv[1])
LIBC = ctypes.CDLL(None)
for function in (LIBC.setlocale, LIBC.bindtextdomain, LIBC.bind_textdomain_codeset, LIBC.textdomain, LIBC.gettext):
    function.restype = ctypes.c_char_p
LANGUAGES = sorted(path.name for path in (BUILD_ROOT / 'po').iterdir() if (path / f'LC_MESSAGES/{DOMAIN}.mo').exists())


def load_locale():
    """As the program does it."""
    os.environ['LOCPATH'] = str(BUILD_ROOT / 'data/locale')
    loaded = LIBC.setlocale(locale.LC_MESSAGES, b'en_MC')
    del os.environ['LOCPATH']
    return [] if loaded == b'en_MC' else [f'setlocale said {loaded}']


def speak(language, words):
    os.environ['LANGUAGE'] = language
    LIBC.textdomain(DOMAIN.encode())   # makes gettext look at LANGUAGE again
    return LIBC.gettext(words.encode()).decode()


def catalogue(language):
    """Some of its words, as they stand in the built file."""
    with open(BUILD_ROOT / f'po/{language}/LC_MESSAGES/{DOMAIN}.mo', 'rb') as file:
        words = gettext.GNUTranslations(file)._catalog   # pylint: disable=protected-access
    return [(source, words[source]) for source in words if isinstance(source, str) and source and '\x04' not in source][:20]


def speaks(language):
    words = catalogue(language)
    return [f'{source!r} is said as {said!r}' for source, translated in words
            if (said := speak(language, source)) != translated] + ([] if words else ['no words'])


def main():
    LIBC.setlocale(locale.LC_ALL, b'C.UTF-8')
    LIBC.bindtextdomain(DOMAIN.encode(), os.fsencode(BUILD_ROOT / 'po'))
    LIBC.bind_textdomain_codeset(DOMAIN.encode(), b'UTF-8')
    results = [('the catalogues are built', [] if LANGUAGES else ['none in ' + str(BUILD_ROOT / 'po')]),
               ('the program\'s own locale is loaded', load_locale())]
    results += [(f'{language} is spoken', speaks(language)) for language in LANGUAGES]
    results += [('and English again', [f'{said!r}' for source, _ in catalogue(LANGUAGES[0])
                                       if (said := speak('en', source)) != source])]
    return report(results)


if __name__ == '__main__':
    sys.exit(main())
