#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""`formula check`: the contract's example, each severity, and numbers as people mistype them."""

import json

from mesoctl import DONE, NO, Case, main, run


def formula(*items, patient=None, **rest):
    base = {'patient': {'sex': 'female', 'weight_kg': 61, 'allergies': [], 'excluded': []}, 'items': list(items)}
    base['patient'].update(patient or {})
    base.update(rest)
    return base


def item(ingredient, strength, volume=None, amount=None):
    line = {'ingredient': ingredient, 'strength': strength, 'volume': volume, 'amount': amount}
    return {key: value for key, value in line.items() if value is not None}


class Formula(Case):
    def check(self, request, *args):
        result = run('formula', 'check', '-', *args, stdin=request)
        self.assertIn(result.status, (DONE, NO), result.error)
        self.assertEqual(result.status == DONE, result.json['ok'])
        return result.json

    def codes(self, request):
        return {(f['severity'], f['code']) for f in self.check(request)['findings']}

    def test_contract_example(self):
        check = self.check(formula(item('zinc', '1 mg/mL', '2 mL'), item('biotin', '5 mg/mL', amount='10 mg'),
                                   diluent={'ingredient': 'saline', 'to_volume': '5 mL'}, points=50,
                                   volume_per_point='0.1 mL', dead_space='0 mL'))
        self.assertEqual((check['ok'], check['total_volume_ul']), (True, 5000))
        self.assertEqual(check['items'][0], {'ingredient': 'zinc', 'volume_ul': 2000, 'amount_ng': 2000000, 'exact': True,
                                             'final_ng_per_ml': 400000})
        self.assertEqual(check['items'][1]['volume_ul'], 2000)
        self.assertEqual({f['code'] for f in check['findings']}, {'no-data'})

    def test_blocks(self):
        for request, code in (
                (formula(item('zinc', '1 mg/mL', '1 mL'), patient={'excluded': ['zinc']}), 'excluded'),
                (formula(item('lidocaine', '10 mg/mL', '1 mL'), patient={'allergies': ['lidocaine']}), 'allergy'),
                (formula(item('buflomedil', '10 mg/mL', '1 mL')), 'banned'),
                (formula(item('iron', '20 mg/mL', '1 mL')), 'off-by-default'),
                (formula(item('vitamin-c', '100 mg/mL', '1 mL'), item('vitamin-b12', '1 mg/mL', '1 mL')), 'incompatible'),
                (formula(item('zinc', '1 mg/mL', '1 mL'), item('botulinum-toxin', '50 U/mL', '1 mL')), 'own-syringe'),
                (formula(item('zinc', '1 mg/mL', '3 mL'), diluent={'ingredient': 'saline', 'to_volume': '2 mL'}), 'over-volume'),
                (formula(item('minoxidil', '50 mg/mL', '0.1 mL')), 'strength-limit'),
                (formula(item('minoxidil', '25 mg/mL', '0.1 mL')), 'strength-limit'),
                (formula(item('amino-acids', '1 %', '10.001 mL')), 'total-volume'),
                (formula(item('zinc', '1 mg/mL', '1 mL'), points=4, volume_per_point='0.201 mL'), 'point-volume'),
                (formula(item('zinc', '1 mg/mL', '1 mL'), points=11, volume_per_point='0.1 mL'), 'points-mismatch'),
                (formula(item('lidocaine', '20 mg/mL', '14 mL')), 'weight-cap'),
                (formula(item('lidocaine', '20 mg/mL', '14 mL')), 'anaesthetic-fraction'),
                (formula(item('minoxidil', '5 mg/mL', '2.001 mL')), 'cap')):
            with self.subTest(code):
                self.assertIn(('block', code), self.codes(request))

    def test_weight_missing(self):
        request = formula(item('lidocaine', '10 mg/mL', '1 mL'))
        del request['patient']['weight_kg']
        self.assertIn(('block', 'weight-missing'), self.codes(request))

    def test_warnings(self):
        six = [item(i, '1 mg/mL', '0.5 mL') for i in ('zinc', 'biotin', 'amino-acids', 'hyaluronic-acid', 'niacinamide', 'taurine')
               if i != 'taurine'] + [item('pyridoxine', '50 mg/mL', '0.5 mL')]
        for request, code in (
                (formula(item('zinc', '1 mg/mL', '3.001 mL')), 'cap'),
                (formula(item('amino-acids', '1 %', '5.001 mL')), 'total-volume'),
                (formula(item('zinc', '1 mg/mL', '1 mL'), points=5, volume_per_point='0.101 mL'), 'point-volume'),
                (formula(item('zinc', '1 mg/mL', '1 mL'), points=9, volume_per_point='0.1 mL'), 'points-mismatch'),
                (formula(item('lidocaine', '10 mg/mL', '1 mL'), item('procaine', '10 mg/mL', '1 mL')), 'caution-pair'),
                (formula(item('lidocaine', '20 mg/mL', '8 mL')), 'anaesthetic-fraction'),
                (formula(*six), 'components'),
                (formula(item('zinc', '3 mg/mL', amount='1 mg')), 'rounding')):
            with self.subTest(code):
                self.assertIn(('warn', code), self.codes(request))
        request = formula(item('zinc', '1 mg/mL', '1 mL'))
        del request['patient']['allergies']
        self.assertIn(('warn', 'allergies-unknown'), self.codes(request))

    def test_at_the_limit_nothing_is_said(self):
        check = self.check(formula(item('zinc', '1 mg/mL', '3 mL'), points=30, volume_per_point='0.1 mL'))
        self.assertEqual(check['findings'], [])

    def test_salts(self):
        sulfate = {**item('zinc', '22 mg/mL', amount='10.01 mg'), 'salt': 'zinc-sulfate-heptahydrate'}
        check = self.check(formula(sulfate, diluent={'ingredient': 'saline', 'to_volume': '5 mL'}))
        self.assertEqual(check['items'], [{'ingredient': 'zinc', 'salt': 'zinc-sulfate-heptahydrate', 'salt_ng': 10010000,
                                           'volume_ul': 455, 'amount_ng': 2276036, 'exact': True, 'final_ng_per_ml': 455207}])
        self.refused('formula', 'check', '-', stdin=formula({**sulfate, 'salt': 'table-salt'}), place='items[0].salt')

    def test_number_forms(self):
        for volume in ('1.5 mL', '1,5 mL', '۱٫۵ mL', '١٫٥ mL', '1.5mL', '1500 uL', '1500 µL', '0.0015 L'):
            with self.subTest(volume):
                self.assertEqual(self.check(formula(item('zinc', '1 mg/mL', volume)))['items'][0]['volume_ul'], 1500)
        for strength, expected in (('1 %', 10000000), ('0.05 %', 500000), ('3 ug/mL', 3000), ('3 mcg/mL', 3000),
                                   ('0.001 g/mL', 1000000)):
            with self.subTest(strength):
                self.assertEqual(self.check(formula(item('zinc', strength, '1 mL')))['items'][0]['amount_ng'], expected)

    def test_activity(self):
        line = self.check(formula(item('botulinum-toxin', '50 U/mL', amount='50 U')))['items'][0]
        self.assertEqual((line['amount_miu'], line['volume_ul']), (50000, 1000))

    def test_bad_input(self):
        for bad in ('0 mL', '-1 mL', '', 'mL', '1.5.2 mL', '1,5,2 mL', 'NaN mL', 'inf mL', '1e3 mL', '1 furlong', '1',
                    '0.0005 mL', '99999999999999999999 mL', '9223372036854775807 L', '1 mg', '+1 mL', '1 000 mL', '0x1 mL'):
            with self.subTest(volume=bad):
                self.refused('formula', 'check', '-', stdin=formula(item('zinc', '1 mg/mL', bad)), place='items[0].volume')
        for bad in ('0 mg/mL', '-1 mg/mL', '5 IU/mL', '1001 mg/mL', '100.1 %', '1 mg', '1 mL/mL', 'NaN %', '1 mg/L x'):
            with self.subTest(strength=bad):
                self.refused('formula', 'check', '-', stdin=formula(item('zinc', bad, '1 mL')), place='items[0].strength')
        for request, place in (
                (formula(), 'items'),
                (formula(item('unobtainium', '1 mg/mL', '1 mL')), 'items[0]'),
                (formula(item('zinc', '1 mg/mL')), 'items[0]'),
                (formula(item('zinc', '1 mg/mL', '1 mL', '1 mg')), 'items[0]'),
                (formula({'product': 'none', 'volume': '1 mL'}), 'items[0]'),
                (formula({'ingredient': 'zinc', 'volume': '1 mL'}), 'items[0]'),
                (formula(item('zinc', '1 mg/mL', '1 mL'), diluent={'ingredient': 'zinc', 'to_volume': '5 mL'}), 'diluent'),
                (formula(item('zinc', '1 mg/mL', '1 mL'), diluent={'ingredient': 'saline'}), 'diluent'),
                (formula(item('zinc', '1 mg/mL', '1 mL'), points=-3), 'points'),
                (formula(item('zinc', '1 mg/mL', '1 mL'), points=2.5), 'points'),
                (formula(item('zinc', '1 mg/mL', '1 mL'), points=50.0004), 'points'),
                (formula(item('zinc', '1 mg/mL', '1 mL'), volume_per_point='x'), 'volume_per_point'),
                (formula(item('zinc', '1 mg/mL', '1 mL'), patient={'allergies': 'none'}), 'patient.allergies'),
                (formula(item('zinc', '1 mg/mL', '1 mL'), patient={'alergies': []}), 'patient.alergies'),
                (formula(item('zinc', 1, '1 mL')), 'items[0].strength')):
            with self.subTest(json.dumps(request)[-80:]):
                self.refused('formula', 'check', '-', stdin=request, place=place)

    def test_persian_sentences(self):
        check = self.check(formula(item('zinc', '1 mg/mL', '4 mL')), '--language', 'fa')
        self.assertRegex(check['findings'][0]['message'], '[\u0600-\u06ff]')

    def test_stored_versions(self):
        self.init()
        leila = self.add_patient()
        args = ('--patient', leila['id'], '--database', self.database)
        first = self.check(formula(item('zinc', '1 mg/mL', '1 mL')), *args)['formula_version']
        second = self.check(formula(item('zinc', '1 mg/mL', '2 mL')), *args)['formula_version']
        self.assertTrue(first.endswith('/1') and second.endswith('/2'), (first, second))
        blocked = self.check(formula(item('iron', '20 mg/mL', '1 mL')), *args)
        self.assertNotIn('formula_version', blocked)


if __name__ == '__main__':
    main()
