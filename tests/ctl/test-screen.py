#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""`screen`: the article's groups, and every way to answer wrongly."""

import datetime
import json
import random
import subprocess

from mesoctl import BAD_INPUT, DONE, NO, Case, main, questions, run, safely

ALL_NO = {'pregnant': 'no', 'breastfeeding': 'no', 'menstruating': 'no', 'endocrine-disorder': 'no',
          'tumour-active': 'no', 'tumour-history': 'no'}
DAY = '2026-11-22'


def request(sex='female', birth='1990-05-01', date=DAY, form='full', **answers):
    merged = {**ALL_NO, **{key.replace('_', '-'): value for key, value in answers.items()}}
    return {'patient': {'sex': sex, 'birth_date': birth, 'weight_kg': 61}, 'date': date, 'form': form,
            'answers': safely(merged, form)}


class Screen(Case):
    def screen(self, request_, *args):
        result = run('screen', '--answers', '-', *args, stdin=request_)
        self.assertIn(result.status, (DONE, NO), result.error)
        verdict = result.json
        self.assertEqual(result.status, DONE if verdict['verdict'] == 'suitable' else NO)
        return verdict

    def verdict(self, **kwargs):
        return self.screen(request(**kwargs))

    def rules(self, verdict):
        return {(f['rule'], f['outcome']) for f in verdict['findings']}

    def test_says_that_nobody_reviewed(self):
        """Whatever was answered, on either form and in either language: the rules that ship were signed by nobody."""
        seed = random.randrange(1 << 32)
        draw = random.Random(seed)
        unreviewed = {'en': 'No physician of this clinic has reviewed', 'fa': 'بازبینی نکرده'}
        for form in ('full', 'short'):
            asked = [q['id'] for q in questions() if q['type'] == 'answer' and form in q['forms']]
            for language, words in unreviewed.items():
                for share in (0, 0.02, 0.1, 0.5, 1):
                    answers = {q: draw.choice(('yes', 'unknown')) if draw.random() < share else 'no' for q in asked}
                    with self.subTest(seed=seed, form=form, language=language, share=share):
                        verdict = self.screen({**request(form=form), 'answers': answers}, '--language', language)
                        self.assertFalse(verdict['protocol']['reviewed'])
                        self.assertIn(words, verdict['notice'])

    def test_all_no_is_suitable(self):
        verdict = self.verdict()
        self.assertEqual(verdict['verdict'], 'suitable')
        self.assertEqual((verdict['findings'], verdict['missing'], verdict['cleared'], verdict['until']), ([], [], [], None))
        self.assertFalse(verdict['protocol']['reviewed'])
        self.assertTrue(verdict['notice'])

    def test_groups_of_the_article(self):
        for answers, expected, rule in (
                ({'pregnant': 'yes'}, 'block', ('PREG', 'block')),
                ({'breastfeeding': 'yes'}, 'block', ('LACT', 'block')),
                ({'tumour_active': 'yes'}, 'block', ('TUM-A', 'block')),
                ({'tumour_history': 'yes'}, 'clearance', ('TUM-H', 'clearance')),
                ({'endocrine_disorder': 'yes', 'endocrine_uncontrolled': 'yes'}, 'clearance', ('ENDO', 'clearance')),
                ({'endocrine_disorder': 'yes', 'endocrine_uncontrolled': 'no'}, 'caution', ('ENDO', 'caution')),
                ({'menstruating': 'yes', 'period_started_on': '2026-11-20'}, 'defer', ('MENS', 'defer'))):
            with self.subTest(answers):
                verdict = self.verdict(**answers)
                self.assertEqual(verdict['verdict'], expected)
                self.assertEqual(self.rules(verdict), {rule})
                for key in ('reason', 'advice', 'source'):
                    self.assertTrue(verdict['findings'][0][key])

    def test_menstruating_until(self):
        for started, until in (('2026-11-20', '2026-11-27'), ('2026-11-22', '2026-11-29'), ('2026-11-16', '2026-11-23'),
                               ('2026-11-15', '2026-11-23'), ('2026-11-13', '2026-11-23')):
            with self.subTest(started):
                verdict = self.verdict(menstruating='yes', period_started_on=started)
                self.assertEqual((verdict['verdict'], verdict['until']), ('defer', until))
                self.assertEqual(verdict['findings'][0]['until'], until)
                self.assertTrue(verdict['findings'][0]['overridable'])
                self.assertEqual(len(verdict['findings']), 1)

    def test_long_bleeding_needs_clearance_too(self):
        verdict = self.verdict(menstruating='yes', period_started_on='2026-11-10')
        self.assertEqual(self.rules(verdict), {('MENS', 'defer'), ('MENS', 'clearance')})
        self.assertEqual((verdict['verdict'], verdict['until']), ('defer', '2026-11-23'))

    def test_unknown_and_missing_are_incomplete(self):
        for question in ALL_NO:
            for answer, why in (('unknown', 'unknown'), (None, 'not-asked')):
                with self.subTest(question=question, answer=answer):
                    verdict = self.verdict(**{question: answer})
                    self.assertEqual(verdict['verdict'], 'incomplete')
                    self.assertIn({'question': question, 'why': why}, verdict['missing'])

    def test_contract_example(self):
        verdict = self.verdict(breastfeeding='unknown', menstruating='yes', period_started_on='2026-11-20')
        self.assertEqual((verdict['verdict'], verdict['until']), ('incomplete', None))
        self.assertEqual(self.rules(verdict), {('MENS', 'defer')})
        self.assertEqual(verdict['findings'][0]['until'], '2026-11-27')
        self.assertEqual(verdict['missing'], [{'question': 'breastfeeding', 'why': 'unknown'}])

    def test_contradiction(self):
        verdict = self.verdict(sex='male', pregnant='yes', breastfeeding=None, menstruating=None, may_become_pregnant=None)
        self.assertEqual(verdict['verdict'], 'incomplete')
        self.assertEqual(verdict['missing'], [{'question': 'sex', 'why': 'contradiction'}])
        self.assertEqual(verdict['cleared'], ['pregnant'])
        self.assertEqual(verdict['findings'], [])
        self.assertEqual(self.verdict(sex='male', pregnant='yes', tumour_active='yes')['verdict'], 'block')

    def test_a_man_is_not_asked_what_a_woman_is(self):
        women = [q['id'] for q in questions() if q['asked_when'] == 'sex != male' and q['required']]
        self.assertEqual(women[:3], ['pregnant', 'breastfeeding', 'menstruating'])
        left_out = {question.replace('-', '_'): None for question in women}
        self.assertEqual(self.verdict(sex='male', **left_out)['verdict'], 'suitable')
        verdict = self.verdict(sex='male')
        self.assertEqual((verdict['verdict'], verdict['cleared']), ('suitable', women))

    def test_other_and_unknown_are_asked_everything(self):
        for sex in ('other', 'unknown'):
            self.assertEqual(self.verdict(sex=sex, pregnant='yes')['verdict'], 'block')
            self.assertEqual(self.verdict(sex=sex, pregnant=None)['verdict'], 'incomplete')

    def test_strictest_wins_and_all_are_shown(self):
        verdict = self.verdict(pregnant='yes', tumour_history='yes', menstruating='yes', period_started_on='2026-11-20',
                               endocrine_disorder='yes', endocrine_uncontrolled='no')
        self.assertEqual([f['outcome'] for f in verdict['findings']], ['block', 'defer', 'clearance', 'caution'])
        self.assertEqual((verdict['verdict'], verdict['until']), ('block', None))

    def test_unasked_answer_is_cleared(self):
        verdict = self.verdict(endocrine_uncontrolled='yes')
        self.assertEqual((verdict['verdict'], verdict['cleared']), ('suitable', ['endocrine-uncontrolled']))
        verdict = self.verdict(form='short', tumour_active='yes')
        self.assertEqual(verdict['verdict'], 'suitable')
        self.assertIn('tumour-active', verdict['cleared'])

    def test_birth_date(self):
        verdict = self.verdict(birth=None)
        self.assertEqual(verdict['verdict'], 'incomplete')
        self.assertEqual([m['question'] for m in verdict['missing']], ['birth-date'])
        self.assertEqual(self.verdict(birth='2008-11-22')['verdict'], 'suitable')
        self.assertEqual(self.verdict(birth='2008-11-23')['verdict'], 'block')

    def test_localised_bald_spots(self):
        spots = {'localised-bald-spots': 'yes', 'bald-spots-sudden': 'no', 'bald-spots-scarring': 'no',
                 'bald-spots-fungal': 'no'}
        self.assertEqual(self.verdict(**spots, bald_spots_undiagnosed='yes')['verdict'], 'clearance')
        verdict = self.verdict(**spots, bald_spots_undiagnosed='no')
        self.assertEqual((verdict['verdict'], verdict['indications']), ('suitable', ['localised-bald-spots']))

    def test_today_overrides_date(self):
        verdict = self.screen(request(menstruating='yes', period_started_on='2026-11-20'), '--today', '2026-12-15')
        self.assertEqual(verdict['findings'][0]['until'], '2026-12-16')

    def test_persian(self):
        verdict = self.screen(request(pregnant='yes'), '--language', 'fa')
        self.assertRegex(verdict['findings'][0]['reason'], '[\u0600-\u06ff]')
        self.assertRegex(verdict['notice'], '[\u0600-\u06ff]')

    def test_same_answers_same_bytes(self):
        one, two = (run('screen', '--answers', '-', stdin=request(pregnant='yes')).out for _ in range(2))
        self.assertEqual(one, two)

    def test_bad_input(self):
        for change, place in (
                ({'answers': {'pregnat': 'no'}}, 'answers.pregnat'),
                ({'answers': {'pregnant': 'maybe'}}, 'pregnant'),
                ({'answers': {'pregnant': 3}}, 'pregnant'),
                ({'answers': {'pregnant': '2026-11-20'}}, 'pregnant'),
                ({'answers': {'pregnant': []}}, 'answers.pregnant'),
                ({'answers': {'systolic': '120'}}, 'answers.systolic: “120” is a text; a number stands without quotation marks'),
                ({'answers': {'systolic': 12000}}, 'answers.systolic'),
                ({'answers': {'period-started-on': 'yes'}}, 'period-started-on'),
                ({'answers': {'period-started-on': '2026-02-30'}}, 'period-started-on'),
                ({'answers': {'period-started-on': '2026-11-23'}}, 'answers.period-started-on'),
                ({'answers': []}, 'answers'),
                ({'date': '2026-13-01'}, 'date'),
                ({'date': 20261122}, 'date'),
                ({'form': 'long'}, 'form'),
                ({'patient': {'sex': 'f'}}, 'patient.sex'),
                ({'patient': {'birth_date': '2026-11-23'}}, 'birth'),
                ({'patient': {'birth_date': '1990-02-29'}}, 'patient.birth_date'),
                ({'patient': {'weight_kg': '61'}}, 'patient.weight_kg'),
                ({'patient': {'weight_kg': 0}}, 'patient.weight_kg'),
                ({'patient': {'weight_kg': -61}}, 'patient.weight_kg'),
                ({'patient': {'weight_kg': 1e400}}, ''),
                ({'patient': 'Leila'}, 'patient'),
                ({'anwsers': {}}, 'anwsers')):
            with self.subTest(change):
                whole = request()
                for key, value in change.items():
                    whole[key] = {**whole[key], **value} if isinstance(value, dict) and key in whole else value
                error = self.refused('screen', '--answers', '-', stdin=json.dumps(whole).encode(), place=place)
                self.assertTrue(error.startswith('mesoclinicctl: standard input:'), error)

    def test_bad_input_names_the_file_and_the_path(self):
        file = self.folder / 'leila.json'
        for change, place in (({'form': 'long'}, 'form'), ({'answers': {'pregnat': 'no'}}, 'answers.pregnat'),
                              ({'answers': {'pregnant': 3}}, 'answers.pregnant'), ({'patient': {'weight_kg': 0}}, 'patient.weight_kg'),
                              ({'patient': {'birth_date': '2026-11-23'}}, 'patient.birth_date')):
            file.write_text(json.dumps({**request(), **change}))
            self.refused('screen', '--answers', file, place=f'mesoclinicctl: {file}: {place}: ')

    def test_a_persian_year_is_told(self):
        for patient in ({}, {'birth_date': '1369-02-11'}):
            self.refused('screen', '--answers', '-', stdin={'date': '1405-09-01', 'patient': patient}, place='date: 1405-09-01 is before 1850')

    def test_messages_show_what_is_there(self):
        """No terminal is told to write backwards, or to go elsewhere."""
        error = self.refused('screen', '--answers', '-', stdin={'answers': {'preg\u202enant': 'no'}}, place='answers.preg')
        self.assertNotIn('\u202e', error)
        error = self.refused('screen', '--answers', '-', stdin={'\u001b[2Jkey': 1}, place='[2Jkey')
        self.assertNotIn('\u001b', error)

    def test_malformed_json(self):
        for text in (b'', b'{', b'[]', b'null', b'{"a":1,}', b'{"date":"2026-11-22","date":"2026-11-21"}',
                     b'{"patient":{"sex":"male","sex":"female"}}', b"{'date':'2026-11-22'}", b'{"date":NaN}',
                     b'{"date":"\xff"}', b'{"date":"2026-11-22\\u0000"}', b'[' * 1000000, b'{"a":' * 100000,
                     b'// c\n{}', b'{} {}', b'{"date":"' + b'x' * (5 << 20) + b'"}'):
            with self.subTest(text[:40]):
                self.refused('screen', '--answers', '-', stdin=text, place='standard input')
        self.assertIn('patient.sex', self.refused('screen', '--answers', '-', stdin=b'{"patient":{"sex":"male","sex":"female"}}'))
        self.assertIn('deep', self.refused('screen', '--answers', '-', stdin=b'[' * 1000000))
        self.assertIn(':2:', self.refused('screen', '--answers', '-', stdin=b'{"date":\n oops}'))

    def test_usage(self):
        self.refused('screen', place='--answers')
        self.refused('screen', '--answers', self.folder / 'none.json', place='none.json')
        self.refused('screen', '--answers', self.folder, place=str(self.folder))
        self.refused('screen', '--answers', '-', '--today', 'soon', stdin=request(), place='--today')
        self.refused('screen', '--answers', '-', '--frobnicate', stdin=request(), place='--frobnicate')
        self.refused('screen', '--answers', '-', '--language', 'de', stdin=request(), place='--language')
        self.refused('screen', '--replay', 'all', '--today', DAY, place='--today')
        self.refused('screen', '--replay', 'all', '--patient', '1', place='--patient')
        self.refused('screen', '--propose', '--patient', '1', '--today', DAY, place='--today')

    def test_nothing_is_made_without_a_patient(self):
        self.verdict()
        self.assertFalse((self.folder / 'data').exists())


class Stored(Case):
    def test_record_and_replay(self):
        self.init()
        leila = self.add_patient()
        for answers in ({'pregnant': 'yes'}, {}, {'menstruating': 'yes', 'period_started_on': '2026-11-20'},
                        {'tumour_history': 'unknown'}, {'endocrine_uncontrolled': 'yes'}):
            result = run('screen', '--answers', '-', '--patient', leila['id'], '--database', self.database,
                         stdin=request(**answers))
            self.assertIn(result.status, (DONE, NO), result.error)
        replayed = self.ok('screen', '--replay', 'all', '--database', self.database).json
        self.assertEqual((replayed['replayed'], replayed['differences']), (5, []))
        one = self.ok('screen', '--replay', result.json['screening'], '--database', self.database).json
        self.assertEqual(one['replayed'], 1)

    def test_replay_names_the_rule(self):
        self.init()
        leila = self.add_patient()
        where = ('--database', self.database)
        stored = [run('screen', '--answers', '-', '--patient', leila['id'], *where, stdin=request(pregnant=answer)).json
                  for answer in ('no', 'yes')]
        subprocess.run(['sqlite3', str(self.database), "DROP TRIGGER screening_answer_update; UPDATE screening_answer "
                        f"SET kind = 'yes' WHERE question = 'pregnant' AND screening = '{stored[0]['screening']}'"], check=True)
        for which, count in (('all', 2), (stored[0]['screening'], 1)):
            replayed = run('screen', '--replay', which, *where)
            self.assertEqual(replayed.status, NO, replayed.error)
            self.assertEqual((replayed.json['replayed'], len(replayed.json['differences'])), (count, 1))
            self.assertTrue(replayed.json['differences'][0].startswith(f"{stored[0]['screening']}: PREG: "))
        self.assertEqual(self.ok('screen', '--replay', stored[1]['screening'], *where).json['differences'], [])

    def test_sex_comes_from_the_record(self):
        self.init()
        man = self.add_patient(given_name='Reza', sex='male')
        self.refused('screen', '--answers', '-', '--patient', man['id'], '--database', self.database,
                     stdin=request(sex='female'), place='patient.sex')
        self.refused('screen', '--answers', '-', '--patient', man['file_number'], '--database', self.database,
                     stdin=request(sex='male', birth='1991-05-01', pregnant=None), place='patient.birth_date')
        own = request()
        del own['patient']
        verdict = run('screen', '--answers', '-', '--patient', man['id'], '--database', self.database, stdin=own).json
        self.assertEqual(verdict['verdict'], 'suitable')

    def test_what_the_record_proposes(self):
        self.init()
        known = [(question, known) for question in self.ok('protocol', 'show').json['questions']
                 for known in question['known'] if known['in'] == 'medicine' and known['origin'] != 'self-chosen'
                 and 'full' in question['forms']]
        medicines = [{'what': known['text'].split(';')[0] + ' 5 mg', 'origin': 'prescribed'} for _, known in known]
        weighed = [q['id'] for q in self.ok('protocol', 'show').json['questions'] if q['known_weight']]
        leila = self.add_patient(weight_kg=61.5, medicines=medicines)
        before = self.dump().count(b'INSERT INTO screening')
        shown = self.ok('screen', '--propose', '--patient', leila['id'], '--database', self.database).json
        proposals = {proposal['question']: proposal for proposal in shown['proposals']}
        self.assertEqual(shown['form'], 'full')
        for (question, _), medicine in zip(known, medicines):
            self.assertEqual(proposals[question['id']]['answer'], 'yes')
            self.assertIn({'kind': 'medicine', 'what': medicine['what']}, proposals[question['id']]['from'])
        for question in weighed:
            self.assertEqual(proposals[question], {'question': question, 'answer': 61.5, 'from': []})
        self.assertEqual(self.dump().count(b'INSERT INTO screening'), before)
        short = self.ok('screen', '--propose', '--patient', leila['id'], '--form', 'short', '--database', self.database).json
        self.assertLessEqual({p['question'] for p in short['proposals']},
                             {q['id'] for q in self.ok('protocol', 'show').json['questions'] if 'short' in q['forms']})

    def test_a_finding_says_whether_it_suspends(self):
        suspending = {rule['id']: rule['suspends'] for rule in self.ok('protocol', 'show').json['rules']}
        for answers in ({'pregnant': 'yes'}, {'tumour_history': 'yes', 'endocrine_disorder': 'yes'}):
            for finding in run('screen', '--answers', '-', stdin=request(**answers)).json['findings']:
                self.assertEqual(finding['suspends'], suspending[finding['rule']] and finding['outcome'] != 'exclude')

    def test_usage_of_proposals(self):
        self.init()
        leila = self.add_patient()
        where = ('--database', self.database)
        self.refused('screen', '--propose', *where, place='--patient')
        self.refused('screen', '--propose', '--patient', leila['id'], '--replay', 'all', *where, place='--replay')
        self.refused('screen', '--propose', '--patient', leila['id'], '--form', 'long', *where, place='--form')
        self.refused('screen', '--replay', 'all', '--form', 'short', *where, place='--form')
        self.refused('screen', '--propose', '--patient', '9999', *where, place='9999')

    def test_refused_input_stores_nothing(self):
        self.init()
        leila = self.add_patient()
        before = self.dump()
        self.refused('screen', '--answers', '-', '--patient', leila['id'], '--database', self.database,
                     stdin=request(pregnat='no'), place='pregnat')
        self.refused('screen', '--answers', '-', '--patient', '9999', '--database', self.database, stdin=request(),
                     place='9999')
        self.assertEqual(self.dump(), before)


if __name__ == '__main__':
    main()
