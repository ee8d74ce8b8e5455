#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""A clinic's own protocol: `protocol import`, `export`, `versions`, and what the other commands make of it."""

from mesoctl import BAD_INPUT, COULD_NOT, NO, Case, main, run, safely

OWN = "origin='clinic' source='ours' grade='GK' review='unreviewed'"
QUESTION = f"""<question id='tattoo' type='answer' forms='full' {OWN}>
<text>Is there a tattoo?</text><text xml:lang='fa'>آیا خالکوبی هست؟</text><find-out>Look.</find-out></question>"""
RULE = f"""<rule id='TATTOO' {OWN}><case outcome='block'><when question='tattoo' is='yes'/>
<reason>Pigment.</reason><reason xml:lang='fa'>رنگدانه</reason><advice>No.</advice></case></rule>"""
DAYS = "<change rule='MENS' case='1' days='9'><why>a week is too short</why></change>"

INGREDIENT = f"""<ingredient id='tranexamic-acid' group='other' availability='on' dimension='mass' {OWN}>
<name>Tranexamic acid</name><name xml:lang='fa'>ترانکسامیک اسید</name><benefit>None known for the hair.</benefit></ingredient>"""
PRODUCT = f"""<product id='tranex-5' excipients='benzyl-alcohol' maker='A &amp; B' licence='77' authority='FDA' form='solution' ph='6.5'
container='5 mL' doses='multi' {OWN}><name>Tranex</name><component ingredient='tranexamic-acid' strength='100 mg/mL'/></product>"""
PAIR = f"<pair a='zinc' b='biotin' severity='caution' {OWN}><reason>Seen cloudy.</reason></pair>"
IRON = "<adjust ingredient='iron' availability='on'><why>our choice</why></adjust>"


def document(*entries):
    return ("<protocol xmlns='https://example.org/mesoclinic/protocol' version='1'>\n" + '\n'.join(entries) + '\n</protocol>\n').encode()


class Protocol(Case):
    def setUp(self):
        super().setUp()
        self.init('--demo', '2', '--seed', '1')

    def protocol(self, command, *args, **kwargs):
        return self.ok('protocol', command, *args, '--database', self.database, **kwargs)

    def bring(self, *entries):
        return self.protocol('import', '-', '--reason', 'ours', stdin=document(*entries)).json

    def versions(self):
        return self.protocol('versions').json['versions']

    def test_days_of_one_read_well(self):
        """A clinic may let alcohol wait for a day only."""
        self.bring("<change rule='ALC' case='1' days='1'><why>a day is enough</why></change>")
        shown = self.protocol('show').json
        alcohol = next(q for q in shown['questions'] if q['id'] == 'alcohol-recent')
        rule = next(r for r in shown['rules'] if r['id'] == 'ALC')
        self.assertEqual(alcohol['text'], 'Was alcohol drunk in the last day?')
        self.assertTrue(rule['advice'].startswith('Wait for 1 day after'), rule['advice'])

    def test_show_says_which_number_is_the_smaller(self):
        below = {q['id']: q['below'] for q in self.protocol('show').json['questions']}
        self.assertEqual(below['diastolic'], 'systolic')
        self.assertEqual({q for q, other in below.items() if other is not None}, {'diastolic'})

    def test_import_shows_what_changes(self):
        for dry in (True, False):
            options = ('--dry-run',) if dry else ('--reason', 'we agreed')
            answer = self.protocol('import', '-', *options, stdin=document(QUESTION, RULE, DAYS)).json
            self.assertEqual((answer['version'], answer['applied']), (0, False) if dry else (1, True))
            changes = {(c['entry'], c['id']): c for c in answer['changes']}
            self.assertEqual(changes['case', 'MENS']['what'], 'outcome')
            self.assertEqual(changes['case', 'MENS']['effect'], 'stricter')
            self.assertEqual((changes['case', 'MENS']['old']['days'], changes['case', 'MENS']['new']['days']), (7, 9))
            self.assertEqual(changes['rule', 'TATTOO']['what'], 'added')
            self.assertIsNone(changes['rule', 'TATTOO']['old'])
            self.assertEqual(changes['question', 'tattoo']['new']['text'], 'Is there a tattoo?')
            self.assertEqual(len(self.versions()), 0 if dry else 1)
        version, = self.versions()
        self.assertEqual((version['number'], version['action'], version['reason']), (1, 'import', 'we agreed'))
        self.assertEqual(version['author'], 'Dr Mina Rahimi')

    def test_export_and_back(self):
        self.bring(QUESTION, RULE, DAYS)
        file = self.folder / 'ours.xml'
        self.protocol('export', file)
        self.assertIn('آیا خالکوبی هست؟', file.read_text())
        self.ok('protocol', 'validate', file)
        answer = self.protocol('import', file, '--reason', 'again').json
        self.assertEqual((answer['applied'], answer['changes'], answer['version']), (False, [], 1))
        self.assertEqual(len(self.versions()), 1)
        self.assertEqual(self.protocol('export', '-').out, file.read_bytes())
        self.refused('protocol', 'export', self.folder / 'none' / 'x.xml', '--database', self.database, status=COULD_NOT,
                     place=f"x.xml can't be written: there is no folder {self.folder / 'none'}.")

    def test_export_of_what_ships(self):
        file = self.folder / 'nothing.xml'
        self.protocol('export', file)
        self.assertFalse(self.protocol('import', file, '--reason', 'x').json['applied'])

    def test_show(self):
        self.bring(QUESTION, RULE, DAYS, "<switch-off rule='KEL'><why>never seen</why></switch-off>")
        shipped = self.ok('protocol', 'show').json
        ours = self.protocol('show', '--language', 'fa').json
        self.assertEqual(ours['version'], shipped['version'] + '+clinic.1')
        self.assertNotEqual(ours['hash'], shipped['hash'])
        rules = {r['id']: r for r in ours['rules']}
        self.assertEqual((rules['TATTOO']['origin'], rules['TATTOO']['reason']), ('clinic', 'رنگدانه'))
        self.assertEqual(rules['MENS']['cases'][0]['days'], 9)
        self.assertNotIn('KEL', rules)
        self.assertEqual(ours['switched_off'], [{'id': 'KEL', 'why': 'never seen'}])
        self.assertEqual(shipped['switched_off'], [])
        self.assertIn('KEL', {r['id'] for r in shipped['rules']})

    def test_formulary(self):
        answer = self.bring(INGREDIENT, PRODUCT, PAIR, IRON)
        changes = {(c['entry'], c['id'], c['field']): c for c in answer['changes']}
        self.assertEqual(changes['ingredient', 'tranexamic-acid', None]['what'], 'added')
        self.assertEqual(changes['ingredient', 'iron', 'availability']['effect'], 'looser')
        self.assertEqual(changes['ingredient', 'iron', 'availability']['old']['value'], 'off')
        self.assertEqual(changes['pair', 'zinc', 'severity']['other'], 'biotin')
        ours = self.protocol('show', '--language', 'fa').json
        ingredients = {i['id']: i for i in ours['ingredients']}
        self.assertEqual((ingredients['iron']['availability'], ingredients['iron']['origin']), ('on', 'article'))
        self.assertEqual((ingredients['tranexamic-acid']['name'], ingredients['tranexamic-acid']['origin']), ('ترانکسامیک اسید', 'clinic'))
        product, = ours['products']
        self.assertEqual((product['maker'], product['ph'], product['container_ul'], product['multi_dose']), ('A & B', '6.5', 5000, True))
        self.assertEqual(self.ok('protocol', 'show').json['products'], [])
        file = self.folder / 'ours.xml'
        self.protocol('export', file)
        self.assertEqual(self.protocol('import', file, '--reason', 'again').json['changes'], [])

    def test_formulary_in_a_formula(self):
        formula = {'patient': {'sex': 'female', 'weight_kg': 61, 'allergies': ['benzyl alcohol'], 'excluded': []},
                   'items': [{'product': 'tranex-5', 'volume': '1 mL'}, {'ingredient': 'iron', 'strength': '20 mg/mL', 'volume': '0.1 mL'}]}
        self.bring(INGREDIENT, PRODUCT, IRON)
        check = run('formula', 'check', '-', '--database', self.database, stdin=formula).json
        self.assertEqual({f['code'] for f in check['findings'] if f['severity'] == 'block'}, {'allergy'})

    def test_what_a_product_holds_besides(self):
        """As the clinic wrote it down from the box: a preservative, a buffer, an antioxidant, an alkaline pH."""
        pairs = self.ok('protocol', 'show').json['excipient_pairs']
        self.assertEqual({(p['ingredient'], p['excipients'][0]): p['severity'] for p in pairs}, {
            ('hyaluronic-acid', 'benzalkonium'): 'incompatible', ('thiamine', 'sulfites'): 'incompatible',
            ('thiamine', 'alkaline'): 'incompatible', ('b-complex', 'sulfites'): 'incompatible',
            ('zinc', 'phosphate'): 'caution', ('magnesium', 'phosphate'): 'caution'})
        for excipients, ingredient, expected in (
                ('benzalkonium-chloride', 'hyaluronic-acid', ('block', 'incompatible')), ('sodium-metabisulfite', 'thiamine', ('block', 'incompatible')),
                ('disodium-phosphate', 'zinc', ('warn', 'caution-pair')), ('benzyl-alcohol', 'hyaluronic-acid', None),
                ('sodium-sulfate', 'thiamine', None), ('disodium-edetate', 'zinc', None)):
            with self.subTest(excipients):
                self.bring(INGREDIENT, PRODUCT.replace('benzyl-alcohol', excipients))
                formula = {'patient': {'sex': 'female', 'weight_kg': 61, 'allergies': [], 'excluded': []}, 'items': [
                    {'product': 'tranex-5', 'volume': '1 mL'}, {'ingredient': ingredient, 'strength': '1 mg/mL', 'volume': '0.5 mL'}]}
                check = run('formula', 'check', '-', '--database', self.database, stdin=formula).json
                found = [(f['severity'], f['code']) for f in check['findings'] if f['code'] in ('incompatible', 'caution-pair')]
                self.assertEqual(found, [expected] if expected else [])
        self.refused('formula', 'check', '-', stdin=formula)

    def test_formulary_never_looser(self):
        for entry, place in (
                ("<adjust ingredient='buflomedil' availability='on'><why>w</why></adjust>", 'buflomedil is banned, and stays so'),
                ("<adjust ingredient='prp' availability='on'><why>w</why></adjust>", 'prp needs its own syringe'),
                ("<adjust ingredient='lidocaine' cap='301 mg'><why>w</why></adjust>", 'going over the cap of lidocaine blocks'),
                (PAIR.replace('biotin', 'iron').replace('caution', 'compatible'), 'it can be made stricter, not looser'),
                (INGREDIENT.replace('Tranexamic acid', 'Buflomedil'), 'is named like buflomedil, which is banned')):
            message = self.refused('protocol', 'import', '-', '--reason', 'x', '--database', self.database, stdin=document(entry))
            self.assertIn(place, message)
        self.assertEqual(self.versions(), [])

    def test_screen(self):
        self.bring(QUESTION, RULE)
        answers = {'patient': {'sex': 'male', 'birth_date': '1990-05-01'}, 'date': '2026-11-22', 'form': 'full',
                   'answers': safely({'tattoo': 'yes'})}
        result = run('screen', '--answers', '-', '--database', self.database, stdin=answers)
        self.assertEqual(result.status, NO, result.error)
        self.assertEqual(result.json['verdict'], 'block')
        self.assertEqual(result.json['findings'][0]['rule'], 'TATTOO')
        self.refused('screen', '--answers', '-', stdin=answers, place='tattoo')
        self.assertEqual(self.ok('screen', '--replay', 'all', '--database', self.database).json['differences'], [])

    def test_bad_files_change_nothing(self):
        before = self.dump()
        for place, content in (
                ('-:2:1: PREG comes from the article', document("<switch-off rule='PREG'><why>w</why></switch-off>")),
                ('-:2:1: “PREG” has been used before', document(RULE.replace('TATTOO', 'PREG').replace("'tattoo'", "'pregnant'"))),
                ('-:2:1: “pregnant” has been used before', document(QUESTION.replace('tattoo', 'pregnant'))),
                ('there is no question “tattoo”', document(RULE)),
                ('a condition can\'t be “no”', document(QUESTION, RULE.replace("is='yes'", "is='no'"))),
                ('lead back to one of them', document(QUESTION.replace("type=", "parent='tattoo' type="))),
                ('-:2:', document('<rule')),
                ('-:1:1: ', b''),
                ('-:1:1: ', b'<!DOCTYPE x [<!ENTITY a "b">]>' + document(DAYS)),
                ('-:1:1: ', document('<!--' + 'x' * (1 << 20) + '-->')),
                ('-:', document('<rule>' * 1000)),
        ):
            message = self.refused('protocol', 'import', '-', '--reason', 'x', '--database', self.database, stdin=content)
            self.assertIn(place, message.replace('standard input', '-'))
        self.assertEqual(self.dump(), before)

    def test_all_faults_are_said(self):
        message = self.refused('protocol', 'import', '-', '--dry-run', '--database', self.database,
                               stdin=document("<switch-off rule='PREG'><why>w</why></switch-off>", "<change rule='LACT' case='2' days='1'/>"))
        self.assertEqual(len(message.strip().split('\n')), 3)

    def test_needs_a_reason(self):
        self.refused('protocol', 'import', '-', '--database', self.database, stdin=document(DAYS), place='--reason')
        self.refused('protocol', 'import', '-', '--reason', ' ', '--database', self.database, stdin=document(DAYS), place='reason')
        self.assertEqual(self.versions(), [])

    def test_only_a_physician_may(self):
        self.database = self.folder / 'desk.db'
        self.init()
        self.refused('protocol', 'import', '-', '--reason', 'x', '--database', self.database, stdin=document(DAYS), status=NO,
                     place='physician')
        self.assertTrue(self.protocol('import', '-', '--dry-run', stdin=document(DAYS)).json['changes'])

    def test_validate_lays_a_clinics_file_over_what_ships(self):
        file = self.folder / 'any-name.xml'
        file.write_bytes(document(QUESTION, RULE, DAYS))
        self.assertEqual(self.ok('protocol', 'validate', file).out, b'')
        file.write_bytes(document(RULE, DAYS.replace('9', '4')))
        result = run('protocol', 'validate', file)
        self.assertEqual(result.status, BAD_INPUT)
        lines = result.out.decode().strip().split('\n')
        self.assertEqual(len(lines), 2)
        self.assertRegex(lines[0], r'any-name\.xml:2:\d+: there is no question “tattoo”')
        self.assertRegex(lines[1], r"any-name\.xml:4:1: 4 days can't be set for this case of MENS")

    def test_validate_a_clinic(self):
        self.bring(QUESTION, RULE)
        self.assertEqual(self.protocol('validate').out, b'')
        self.refused('protocol', 'validate', place='--database')


if __name__ == '__main__':
    main()
