#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""Checks the formula check: formula-oracle.py FORMULA-LINES FORMULARY PHRASES [COUNT [SEED]]; with MESO_TEST_LONG in the environment
100,000 of them.

Makes random formulas, works each out with fractions from the contract's words alone, and compares every number and
every finding with what the program says. Nothing here is taken from the program's code.
"""

import os
import random
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from fractions import Fraction

NAMESPACE = '{https://example.org/mesoclinic/protocol}'
XML_LANG = '{http://www.w3.org/XML/1998/namespace}lang'
LIMIT = 2 ** 63

MASS = {'ng': 1, 'µg': 10 ** 3, 'μg': 10 ** 3, 'ug': 10 ** 3, 'mcg': 10 ** 3, 'mg': 10 ** 6, 'g': 10 ** 9}
ACTIVITY = {'mIU': 1, 'IU': 1000, 'U': 1000}
VOLUME = {'µL': 1, 'μL': 1, 'uL': 1, 'ul': 1, 'µl': 1, 'mL': 1000, 'ml': 1000, 'L': 10 ** 6}

# The rows of the contract's table, in the order in which findings are shown.
ORDER = {
    'block': 'excluded allergy banned incompatible own-syringe off-by-default over-volume weight-missing strength-limit '
             'anaesthetic-fraction total-volume point-volume cap weight-cap points-mismatch',
    'warn': 'cap weight-cap caution-pair total-volume point-volume points-mismatch components anaesthetic-fraction '
            'allergies-unknown rounding',
    'info': 'no-data',
}
RANK = {(severity, code): (place, rank) for place, severity in enumerate(('block', 'warn', 'info'))
        for rank, code in enumerate(ORDER[severity].split())}


class BadInput(Exception):
    """The path that the message must begin with is the argument."""


# ---- the formulary, read from the same file -------------------------------------------------------------------------

def plain(text):
    """A quantity of the formulary, in the fixed unit."""
    number, unit = text.split()
    return Fraction(number) * {**MASS, **ACTIVITY}[unit]


def plain_strength(text):
    number, unit = text.split()
    return Fraction(number) * (10 ** 7 if unit == '%' else {**MASS, **ACTIVITY}[unit.removesuffix('/mL')])


class Formulary:
    def __init__(self, path):
        root = ElementTree.parse(path).getroot()
        self.ingredients = {e.get('id'): e for e in root.iter(NAMESPACE + 'ingredient')}
        self.products = {e.get('id'): e for e in root.iter(NAMESPACE + 'product')}
        self.excipient_pairs = list(root.iter(NAMESPACE + 'excipient-pair'))
        self.pairs = {frozenset((e.get('a'), e.get('b'))): e.get('severity') for e in root.iter(NAMESPACE + 'pair')}

    def quantity(self, ingredient, attribute):
        text = self.ingredients[ingredient].get(attribute)
        return plain(text) if text else None

    def strength(self, ingredient, attribute):
        text = self.ingredients[ingredient].get(attribute)
        return plain_strength(text) if text else None

    def flag(self, ingredient, attribute):
        return self.ingredients[ingredient].get(attribute) == 'true'

    def units(self, ingredient):
        return ACTIVITY if self.ingredients[ingredient].get('dimension') == 'activity' else MASS

    def salts(self, ingredient):
        return {e.get('id'): e for e in self.ingredients[ingredient].findall(NAMESPACE + 'salt')}

    def molar(self, ingredient, salt=None):
        """ng in one mmol of what is weighed"""
        text = (self.salts(ingredient)[salt] if salt else self.ingredients[ingredient]).get('molar-mass')
        return Fraction(text.split()[0]) * 10 ** 6 if text else None

    def elemental(self, ingredient, salt, strength):
        """What of the strength is the element, to 10^-9 ng per mL"""
        if not salt:
            return strength
        atoms = int(self.salts(ingredient)[salt].get('elements', 1))
        share = atoms * self.molar(ingredient) / self.molar(ingredient, salt)
        return Fraction(half_even(strength * share * 10 ** 9), 10 ** 9)

    def names(self, ingredient):
        element = self.ingredients[ingredient]
        return [ingredient] + [name.text for path in ('name', f'salt/{NAMESPACE}name')
                               for name in element.findall(NAMESPACE + path)]


# ---- random formulas ------------------------------------------------------------------------------------------------

def write_number(rng, value):
    """A decimal number in any of the forms that may be typed."""
    text = value.replace('.', rng.choice('...,,٫'))
    digits = rng.choice(('0123456789',) * 4 + ('۰۱۲۳۴۵۶۷۸۹', '٠١٢٣٤٥٦٧٨٩'))
    return ''.join(digits[int(c)] if c in '0123456789' else c for c in text)


def random_decimal(rng, largest, places):
    """(text with '.', Fraction): more than zero"""
    while True:
        scale = rng.randint(0, places)
        top = max(1, int(largest * 10 ** scale))
        digits = rng.choice((rng.randint(1, top), rng.randint(1, min(top, 50)), top))
        value = Fraction(digits, 10 ** scale)
        if value > 0:
            whole, part = divmod(digits, 10 ** scale)
            return (f'{whole}.{part:0{scale}d}' if scale else str(whole)), value


class Writer:
    """One formula as the program's line and as the oracle's numbers, side by side."""

    def __init__(self, rng, formulary):
        self.rng, self.formulary = rng, formulary
        self.fields, self.items = [], []
        self.diluent = self.to_volume = self.per_point = self.allergies = None
        self.points, self.dead_space, self.weight, self.excluded = 0, Fraction(0), 0, []

    def quantity(self, units, largest, places=3):
        """largest: in the fixed unit"""
        unit = self.rng.choice(list(units))
        if largest * 1000 < units[unit]:
            unit = min(units, key=units.get)
        text, value = random_decimal(self.rng, max(Fraction(largest) / units[unit], Fraction(1, 1000)), places)
        return write_number(self.rng, text) + self.rng.choice(('', ' ', '\u00a0', '\u202f')) + unit, value * units[unit]

    def volume(self, largest_ul):
        """Nearly always whole microlitres, now and then not."""
        unit = self.rng.choice(list(VOLUME))
        if self.rng.random() < 0.004:
            return '0.0005 mL', Fraction(1, 2)
        if self.rng.random() < 0.3:
            # the limits themselves, and what adds up to them
            value = self.rng.choice([v for v in (50, 100, 200, 500, 1000, 2500, 5000, 10000) if v <= max(largest_ul, 50)])
            return f'{write_number(self.rng, str(value))} µL', Fraction(value)
        places = {1: 0, 1000: 3, 10 ** 6: 6}[VOLUME[unit]]
        text, value = random_decimal(self.rng, max(Fraction(largest_ul, VOLUME[unit]), Fraction(1, 10 ** places)), places)
        return f'{write_number(self.rng, text)} {unit}', value * VOLUME[unit]

    def strength(self, ingredient, largest, salt=None):
        units, rng = self.formulary.units(ingredient), self.rng
        molar = self.formulary.molar(ingredient, salt)
        if molar and rng.random() < 0.1:
            text, value = random_decimal(rng, max(Fraction(largest) / molar, Fraction(1, 1000)), 4)
            return f'{write_number(rng, text)} mmol/mL', value * molar
        if units is MASS and rng.random() < 0.25:
            text, value = random_decimal(rng, max(Fraction(largest, 10 ** 7), Fraction(1, 1000)), 3)
            return write_number(rng, text) + rng.choice(('%', ' %', '٪')), value * 10 ** 7
        text, value = self.quantity(units, largest)
        return text + rng.choice(('/mL', '/ml')), value

    def add_item(self):
        rng, formulary = self.rng, self.formulary
        if rng.random() < 0.1:
            product = rng.choice(list(formulary.products))
            text, volume = self.volume(3000)
            self.fields += [f'product={product}', f'volume={text}']
            self.items.append({'product': product, 'volume': volume})
            return
        ingredient = rng.choice(list(formulary.ingredients))
        cap = formulary.quantity(ingredient, 'cap') or Fraction(10 ** 8)
        salts = list(formulary.salts(ingredient))
        salt = rng.choice(salts) if salts and rng.random() < 0.5 else None
        text, strength = self.strength(ingredient, int(cap * rng.choice((Fraction(1, 10), 1, 3))) + 1, salt)
        if salt and rng.random() < 0.02:
            text, strength = '0.000000001 ng/mL', Fraction(1, 10 ** 9)
        if rng.random() < 0.02:
            text, strength = '2000 mg/mL', Fraction(2 * 10 ** 9)
        item = {'ingredient': ingredient, 'salt': salt, 'strength': strength, 'wrong': formulary.units(ingredient) is ACTIVITY and
                strength == 2 * 10 ** 9}
        self.fields += [f'ingredient={ingredient}', f'strength={text}'] + ([f'salt={salt}'] if salt else [])
        if rng.random() < 0.5:
            text, item['volume'] = self.volume(rng.choice((10, 500, 2000, 6000)))
            self.fields.append(f'volume={text}')
        else:
            molar = formulary.molar(ingredient, salt)
            if molar and rng.random() < 0.1:
                number, value = random_decimal(rng, Fraction(1, 5), 4)
                text, item['amount'] = f'{write_number(rng, number)} mmol', value * molar
            elif rng.random() < 0.2 and cap.denominator == 1:
                # exactly a limit, or a part of it that is often added up to the whole
                item['amount'] = Fraction(int(cap / rng.choice((1, 1, 2, 4))))
                text = f'{item["amount"]} {"ng" if formulary.units(ingredient) is MASS else "mIU"}'
            else:
                text, item['amount'] = self.quantity(formulary.units(ingredient), int(cap * rng.choice((1, 2))))
            self.fields.append(f'amount={text}')
        self.items.append(item)

    def add_patient(self):
        rng = self.rng
        if rng.random() < 0.8:
            self.weight = rng.choice((rng.randint(40000, 110000), rng.randint(1, 120000)))
            self.fields.append(f'weight={self.weight}')
        if rng.random() < 0.85:
            known = ['penicillin', 'latex', 'lidocaine', 'LIDOCAÏNE', 'لیدوكائین', 'benzyl alcohol', 'paraben', 'zinc oxide',
                     'روى', 'sodium metabisulfite', 'vitamin b12', 'benzalkonium', 'nuts']
            self.allergies = rng.sample(known, rng.choice((0, 0, 0, 1, 2)))
            self.fields.append('allergies=' + ','.join(self.allergies))
        if rng.random() < 0.15:
            self.excluded = rng.sample(list(self.formulary.ingredients), rng.randint(1, 3))
            self.fields.append('excluded=' + ','.join(self.excluded))

    def add_syringe(self):
        rng, formulary = self.rng, self.formulary
        if rng.random() < 0.6:
            self.diluent = rng.choice([i for i in formulary.ingredients if formulary.flag(i, 'diluent')])
            text, self.to_volume = self.volume(rng.choice((3000, 6000, 15000)))
            self.fields += [f'diluent={self.diluent}', f'to={text}']
        if rng.random() < 0.6:
            self.points = rng.choice((1, 20, 50, rng.randint(1, 200)))
            self.fields.append(f'points={self.points}')
        if rng.random() < 0.6:
            text, self.per_point = self.volume(rng.choice((100, 200, 300)))
            self.fields.append(f'per-point={text}')
        if rng.random() < 0.4:
            text, self.dead_space = rng.choice((('0 mL', Fraction(0)), self.volume(200), self.volume(10000)))
            self.fields.append(f'dead={text}')

    def write(self):
        for _ in range(self.rng.choice((1, 1, 2, 2, 3, 4, 6, 8))):
            self.add_item()
        self.add_patient()
        self.add_syringe()
        return '|'.join(self.fields)


# ---- what must come out ---------------------------------------------------------------------------------------------

def half_even(value):
    """Python rounds a Fraction half to even, exactly."""
    return round(value)


def fold(text):
    table = str.maketrans({'ى': 'ی', 'ي': 'ی', 'ك': 'ک', 'ï': 'i', '-': ' '})
    return text.lower().translate(table).split()


def same_word(a, b):
    short, long = sorted((a, b), key=len)
    return short == long or (len(short) >= 4 and len(long) - len(short) == 1 and long.startswith(short))


def within(inner, outer):
    return any(all(same_word(x, y) for x, y in zip(inner, outer[start:]))
               for start in range(len(outer) - len(inner) + 1))


def means(allergy, substance):
    a, s = fold(allergy), fold(substance)
    return within(a, s) or within(s, a)


def draw(formulary, item, index):
    """The lines of one item: (ingredient, product, salt, strength as typed, volume, asked amount or None)"""
    path = f'items[{index}]'
    if 'product' in item:
        if item['volume'].denominator != 1:
            raise BadInput(path + '.volume: ')
        return [(c.get('ingredient'), item['product'], c.get('salt'), plain_strength(c.get('strength')), int(item['volume']), None)
                for c in formulary.products[item['product']].iter(NAMESPACE + 'component')]
    mass = formulary.units(item['ingredient']) is MASS
    if item['wrong'] or (mass and item['strength'] > 10 ** 9):
        raise BadInput(path + '.strength: ')
    if formulary.elemental(item['ingredient'], item['salt'], item['strength']) == 0:
        raise BadInput(path + '.strength: ')
    what = (item['ingredient'], '', item['salt'], item['strength'])
    if 'volume' in item:
        if item['volume'].denominator != 1:
            raise BadInput(path + '.volume: ')
        return [(*what, int(item['volume']), None)]
    asked = item['amount'] * 1000 / item['strength']
    volume = half_even(asked)
    if volume == 0 or volume >= LIMIT:
        raise BadInput(path + '.amount: ')
    return [(*what, volume, item['amount'])]


class Oracle:
    def __init__(self, formulary, formula):
        self.formulary, self.formula = formulary, formula
        self.findings = []
        self.work_out()
        self.check_ingredients()
        self.check_pairs()
        self.check_excipients()
        self.check_anaesthetics()
        self.check_syringe()
        self.findings.sort(key=lambda finding: RANK[finding[:2]])

    def add(self, severity, code, *ingredients):
        self.findings.append((severity, code, '+'.join(ingredients)))

    def work_out(self):
        formula = self.formula
        lines = [draw(self.formulary, item, index) for index, item in enumerate(formula.items)]
        for value, path in ((formula.to_volume, 'diluent.to_volume: '), (formula.per_point, 'volume_per_point: '),
                            (formula.dead_space, 'dead_space: ')):
            if value is not None and value.denominator != 1:
                raise BadInput(path)
        self.sum = sum(item_lines[0][4] for item_lines in lines)
        self.total = max(self.sum, int(formula.to_volume or 0))
        self.diluent = self.total - self.sum if formula.diluent else 0
        self.lines, self.held, self.rounded = [], {}, set()
        for ingredient, product, salt, typed, volume, asked in (line for item in lines for line in item):
            amount = self.formulary.elemental(ingredient, salt, typed) * volume / 1000
            weighed = typed * volume / 1000
            exact = half_even(weighed) == (weighed if asked is None else asked)
            if half_even(weighed) >= LIMIT:
                raise BadInput('')
            self.lines.append((ingredient, product, volume, half_even(amount), int(exact),
                               half_even(amount * 1000 / self.total), salt or '', half_even(weighed) if salt else 0))
            self.held[ingredient] = self.held.get(ingredient, 0) + amount
            if not exact:
                self.rounded.add(ingredient)
        self.stocks = {}
        for ingredient, _, salt, typed, _, _ in (line for item in lines for line in item):
            self.stocks.setdefault(ingredient, []).append(self.formulary.elemental(ingredient, salt, typed))
        self.all = list(self.held)
        if formula.diluent and formula.diluent not in self.held:
            self.all.append(formula.diluent)
        self.components = [i for i in self.all if not self.formulary.flag(i, 'diluent')]

    def check_ingredients(self):
        for ingredient in self.all:
            if ingredient in self.formula.excluded:
                self.add('block', 'excluded', ingredient)
            availability = self.formulary.ingredients[ingredient].get('availability')
            if availability == 'off':
                self.add('block', 'off-by-default', ingredient)
            if availability == 'banned':
                self.add('block', 'banned', ingredient)
            if availability == 'own-syringe' and any(other != ingredient for other in self.components):
                self.add('block', 'own-syringe', ingredient)
            if ingredient in self.held:
                self.check_limits(ingredient)
            if ingredient in self.rounded:
                self.add('warn', 'rounding', ingredient)
        self.check_allergies()

    def check_limits(self, ingredient):
        formulary, held = self.formulary, self.held[ingredient]
        severity = formulary.ingredients[ingredient].get('cap-severity', 'warn')
        cap, per_kg = formulary.quantity(ingredient, 'cap'), formulary.quantity(ingredient, 'cap-per-kg')
        if cap is not None and held > cap:
            self.add(severity, 'cap', ingredient)
        if per_kg is not None:
            if not self.formula.weight:
                self.add('block', 'weight-missing', ingredient)
            elif held > per_kg * Fraction(self.formula.weight, 1000):
                self.add(severity, 'weight-cap', ingredient)
        final, stock = formulary.strength(ingredient, 'max-final'), formulary.strength(ingredient, 'stock-below')
        if (stock is not None and any(s >= stock for s in self.stocks[ingredient])) or \
                (final is not None and held * 1000 / self.total > final):
            self.add('block', 'strength-limit', ingredient)

    def check_allergies(self):
        allergies, formulary = self.formula.allergies, self.formulary
        if allergies is None:
            self.add('warn', 'allergies-unknown')
            return
        for ingredient in self.all:
            words = formulary.names(ingredient) + formulary.ingredients[ingredient].get('excipients', '').split()
            if any(means(allergy, word) for allergy in allergies for word in words):
                self.add('block', 'allergy', ingredient)
        for product in dict.fromkeys(item['product'] for item in self.formula.items if 'product' in item):
            element = formulary.products[product]
            if any(means(allergy, word) for allergy in allergies for word in element.get('excipients', '').split()):
                self.add('block', 'allergy', *(c.get('ingredient') for c in element.iter(NAMESPACE + 'component')))

    def check_pairs(self):
        unknown = set()
        for index, a in enumerate(self.all):
            for b in self.all[index + 1:]:
                severity = self.formulary.pairs.get(frozenset((a, b)))
                if severity == 'incompatible':
                    self.add('block', 'incompatible', a, b)
                elif severity == 'caution':
                    self.add('warn', 'caution-pair', a, b)
                elif severity is None and a in self.components and b in self.components:
                    unknown |= {a, b}
        if unknown:
            self.add('info', 'no-data', *(i for i in self.all if i in unknown))

    def check_excipients(self):
        formulary = self.formulary
        for row in formulary.excipient_pairs:
            ingredient, words = row.get('ingredient'), row.get('excipients').split()
            if ingredient not in self.all:
                continue

            def meant(element):
                return any(within(fold(word), fold(excipient)) for word in words
                           for excipient in element.get('excipients', '').split())

            for product in dict.fromkeys(item['product'] for item in self.formula.items if 'product' in item):
                element = formulary.products[product]
                if meant(element) or ('alkaline' in words and Fraction(element.get('ph', '0')) > 7):
                    components = (c.get('ingredient') for c in element.iter(NAMESPACE + 'component'))
                    self.add(*(('block', 'incompatible') if row.get('severity') == 'incompatible' else ('warn', 'caution-pair')),
                             ingredient, *(c for c in components if c != ingredient))
            for carrier in self.all:
                known = formulary.pairs.get(frozenset((ingredient, carrier)))
                if meant(formulary.ingredients[carrier]) and known not in ('incompatible', 'caution'):
                    self.add('warn', 'caution-pair', *dict.fromkeys((ingredient, carrier)))

    def check_anaesthetics(self):
        total, named = Fraction(0), []
        for ingredient, held in self.held.items():
            if not self.formulary.flag(ingredient, 'anaesthetic'):
                continue
            cap, per_kg = (self.formulary.quantity(ingredient, name) for name in ('cap', 'cap-per-kg'))
            limits = [cap] if cap is not None else []
            if per_kg is not None and self.formula.weight:
                limits.append(per_kg * Fraction(self.formula.weight, 1000))
            if limits:
                total += held / min(limits)
                named.append(ingredient)
        if total > Fraction(1, 2):
            self.add('block' if total > 1 else 'warn', 'anaesthetic-fraction', *named)

    def check_syringe(self):
        formula = self.formula
        if formula.to_volume is not None and formula.to_volume < self.sum:
            self.add('block', 'over-volume')
        if self.total > 5000:
            self.add('block' if self.total > 10000 else 'warn', 'total-volume')
        if formula.per_point is not None and formula.per_point > 100:
            self.add('block' if formula.per_point > 200 else 'warn', 'point-volume')
        if formula.points and formula.per_point is not None:
            difference = formula.points * formula.per_point - self.total
            if abs(difference) > formula.dead_space:
                self.add('block' if difference > 0 else 'warn', 'points-mismatch')
        if len(self.components) > 5:
            self.add('warn', 'components', *self.components)

    def result(self):
        ok = int(all(severity != 'block' for severity, _, _ in self.findings))
        return '\t'.join((str(ok), str(self.total), str(self.diluent),
                          ' '.join(','.join(map(str, line)) for line in self.lines),
                          ' '.join(':'.join(finding) for finding in self.findings)))


# ---- scaling, rounding to marks, splitting ---------------------------------------------------------------------------

# Common scales: size and distance of the marks, in µL.
SYRINGES = {1000: 10, 2000: 100, 2500: 100, 3000: 100, 5000: 200, 10000: 200, 20000: 1000, 50000: 1000}


class Nobody:
    """A formula without a patient, made of numbers."""

    def __init__(self, items, formula, to_volume):
        self.items, self.diluent, self.to_volume = items, formula.diluent, to_volume
        self.points, self.per_point, self.dead_space = formula.points, formula.per_point, formula.dead_space
        self.allergies, self.weight, self.excluded = [], 0, []


def item_volumes(formulary, items):
    return [draw(formulary, item, index)[0][4] for index, item in enumerate(items)]


def scale(formulary, formula, to_ul):
    """The line of adjustments, and the scaled formula"""
    total = Oracle(formulary, formula).total
    ratio = Fraction(to_ul, total)
    before, items, exact = item_volumes(formulary, formula.items), [], []
    for index, item in enumerate(formula.items):
        key = 'amount' if 'amount' in item else 'volume'
        value = item[key] * ratio
        if not 0 < half_even(value) < LIMIT:
            raise BadInput(f'items[{index}].{key}: ')
        exact.append(value.denominator == 1)
        items.append({**item, key: Fraction(half_even(value))})
    to_volume, rows = formula.to_volume, []
    if to_volume is not None:
        value = to_volume * ratio
        if not 0 < half_even(value) < LIMIT:
            raise BadInput('diluent.to_volume: ')
        rows = [(-1, int(to_volume), half_even(value), int(value.denominator == 1), 0)]
        to_volume = Fraction(half_even(value))
    after = item_volumes(formulary, items)
    rows = [(i, before[i], after[i], int(exact[i]), 0) for i in range(len(items))] + rows
    return rows, Nobody(items, formula, to_volume)


def to_marks(formulary, formula, size):
    Oracle(formulary, formula)
    rows, items = [], []

    def rounded(volume):
        fitting = [s for s in SYRINGES if s >= volume] or [max(SYRINGES)]
        mark = SYRINGES[size] if size in SYRINGES else SYRINGES[min(fitting) if fitting != [50000] else 50000]
        value = half_even(Fraction(volume, mark)) * mark
        if value >= LIMIT:
            value = (LIMIT - 1) // mark * mark
        return value

    for index, volume in enumerate(item_volumes(formulary, formula.items)):
        value = rounded(volume)
        item = formula.items[index]
        rows.append((index, volume, value or volume, int(value == volume), int(value == 0)))
        if value not in (0, volume):
            item = {**{k: v for k, v in item.items() if k != 'amount'}, 'volume': Fraction(value)}
        items.append(item)
    to_volume = formula.to_volume
    if to_volume is not None:
        volume, value = int(to_volume), rounded(int(to_volume))
        rows.append((-1, volume, value or volume, int(value == volume), int(value == 0)))
        to_volume = Fraction(value or volume)
    return rows, Nobody(items, formula, to_volume)


def split(total, count, step):
    each = total // count // step * step
    return f'{int(each > 0)},{count},{each},{total - count * each}'


def fill(total, each):
    count = total // each
    return f'{int(count > 0)},{count},{each},{total - count * each}'


def ask_more(rng, total):
    """A question beyond the check: its words in front of the line"""
    near = rng.choice((total, total * 2, max(total // 2, 1), rng.randint(1, 20000), rng.choice(list(SYRINGES))))
    what = rng.choice(('scale', 'scale', 'marks', 'marks', 'split', 'fill'))
    if what == 'scale':
        return what, (near,), f'scale={near}|'
    if what == 'marks':
        size = rng.choice((0, *SYRINGES))
        return what, (size,), f'marks={size}|'
    if what == 'split':
        count, step = rng.choice((1, 2, 3, 7, rng.randint(1, 10000))), rng.choice((1, 10, 100, 200))
        return what, (count, step), f'split={count}/{step}|'
    return what, (near,), f'fill={near}|'


def guess_total(formulary, formula):
    try:
        return Oracle(formulary, formula).total
    except BadInput:
        return 5000


def expect_more(formulary, formula, what, numbers):
    try:
        if what in ('split', 'fill'):
            return {'split': split, 'fill': fill}[what](Oracle(formulary, formula).total, *numbers), [what]
        rows, adjusted = {'scale': scale, 'marks': to_marks}[what](formulary, formula, *numbers)
        result = Oracle(formulary, adjusted).result()
    except BadInput as bad:
        return 'error\t' + bad.args[0], [what + ' bad input']
    return ' '.join(','.join(map(str, row)) for row in rows) + '\t' + result, [what]


def expect(formulary, formula):
    try:
        oracle = Oracle(formulary, formula)
    except BadInput as bad:
        return 'error\t' + bad.args[0], ['bad input']
    return oracle.result(), [':'.join(finding[:2]) for finding in oracle.findings]


def main():
    program, formulary_path, phrases = sys.argv[1:4]
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 100000 if os.environ.get('MESO_TEST_LONG') else 20000
    seed = int(sys.argv[5]) if len(sys.argv) > 5 else int.from_bytes(os.urandom(4), 'big')
    print('TAP version 13\n1..2')
    print(f'# seed {seed}, {count} formulas')
    rng, formulary = random.Random(seed), Formulary(formulary_path)
    formulas = [Writer(rng, formulary) for _ in range(count)]
    lines = [formula.write() for formula in formulas]
    # Each formula is also scaled, rounded, or split.
    asked = [ask_more(rng, guess_total(formulary, formula)) for formula in formulas]
    lines += [words + line for (_, _, words), line in zip(asked, lines)]
    answers = subprocess.run([program, formulary_path, phrases], input='\n'.join(lines) + '\n', text=True,
                             encoding='utf-8', capture_output=True, check=False)
    if answers.returncode != 0:
        sys.exit(f'Bail out! {program} failed: {answers.stderr}')

    seen, wrong = {}, 0
    results = answers.stdout.splitlines()
    for number, (line, result) in enumerate(zip(lines, results)):
        formula = formulas[number % count]
        if number < count:
            expected, codes = expect(formulary, formula)
        else:
            expected, codes = expect_more(formulary, formula, *asked[number - count][:2])
        for code in codes:
            seen[code] = seen.get(code, 0) + 1
        agrees = result.startswith(expected) if expected.startswith('error') else result == expected
        if not agrees:
            wrong += 1
            if wrong <= 5:
                print(f'# formula  {line}\n# expected {expected}\n# got      {result}')
    print('# ' + ', '.join(f'{code} {seen[code]}' for code in sorted(seen)))
    good = wrong == 0 and len(results) == len(lines)
    print(f'{"ok" if good else "not ok"} 1 - {count} formulas agree with rational arithmetic ({wrong} do not)')
    missing = [':'.join(key) for key in RANK if ':'.join(key) not in seen] + [
        c for c in ('bad input', 'scale', 'scale bad input', 'marks', 'split', 'fill') if c not in seen]
    print(f'{"ok" if not missing else "not ok"} 2 - every severity of every code came up {" ".join(missing)}')
    sys.exit(0 if good and not missing else 1)


if __name__ == '__main__':
    main()
