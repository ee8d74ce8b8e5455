/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "protocol-fixture.h"

#include <string.h>

#define BY_ARTICLE " origin='article' source='article' grade='C' review='unreviewed'"
#define ARTICLE_QUESTION(id, attributes) "<question id='" id "' type='answer' forms='full' " attributes BY_ARTICLE ">" \
                                         TEXT "<find-out>F</find-out></question>\n"
#define ARTICLE_RULE(id, question, attributes) "<rule id='" id "'" BY_ARTICLE "><case " attributes "><when question='" \
                                               question "' is='yes'/><reason>R</reason><advice>A</advice></case></rule>\n"

const char protocol_fixture_article[] =
  ARTICLE_QUESTION ("pregnant", "unless-sex='male'")
  ARTICLE_QUESTION ("breastfeeding", "unless-sex='male'")
  ARTICLE_QUESTION ("menstruating", "unless-sex='male'")
  ARTICLE_QUESTION ("endocrine-disorder", "")
  ARTICLE_QUESTION ("endocrine-uncontrolled", "parent='endocrine-disorder'")
  ARTICLE_QUESTION ("tumour-active", "")
  ARTICLE_QUESTION ("tumour-history", "")
  ARTICLE_RULE ("PREG", "pregnant", "outcome='block'")
  ARTICLE_RULE ("LACT", "breastfeeding", "outcome='block'")
  ARTICLE_RULE ("MENS", "menstruating", "outcome='defer'")
  ARTICLE_RULE ("ENDO", "endocrine-uncontrolled", "outcome='clearance'")
  ARTICLE_RULE ("TUM-A", "tumour-active", "outcome='block'")
  ARTICLE_RULE ("TUM-H", "tumour-history", "outcome='clearance'");

#define BOTH(name, english, persian) "<" name ">" english "</" name "><" name " xml:lang='fa'>" persian "</" name ">"

const char protocol_fixture_everything[] =
  "<!-- everything -->\n"
  "<question id='ill' type='answer' forms='full short' required='true' indication='false'" FROM ">"
  BOTH ("text", "Ill?", "بیمارید؟") BOTH ("help", "Why", "چرا") BOTH ("find-out", "Ask", "بپرسید")
  "<known in='medicine' origin='prescribed'>" BOTH ("text", "warfarin; heparin", "وارفارین؛ هپارین") "</known>"
  "<known in='condition' ended='true'>" BOTH ("text", "flu", "آنفلوانزا") "</known></question>\n"
  "<question id='ill-since' type='date' forms='full' parent='ill' unless-sex='female' required='false'" FROM ">"
  BOTH ("text", "Since when?", "از کی؟") "</question>\n"
  "<question id='systolic' type='number' forms='short' min='40' max='299.5' unit='kg' known='weight' required='false'" FROM ">"
  BOTH ("text", "Pressure", "فشار خون") "</question>\n"
  "<question id='hair' type='choice' forms='full' required='false'" FROM ">" BOTH ("text", "Hair", "مو")
  "<choice id='dry'>" BOTH ("text", "Dry", "خشک") "</choice><choice id='oily'>" BOTH ("text", "Oily", "چرب")
  "</choice></question>\n"
  "<rule id='ILL-1' overridable='true' suspends='true' findings='first'" FROM ">"
  "<case outcome='defer' event='ill-since' days='14' choose='clearance' days-from='7' days-to='28'><when question='ill' is='yes'/>"
  "<when question='ill-since' days-ago-below='14'/>" BOTH ("reason", "R", "د") BOTH ("advice", "A", "ر") "</case>"
  "<case outcome='caution'><when question='ill' is='yes'/>" BOTH ("reason", "R", "د") BOTH ("advice", "A", "ر")
  "</case></rule>\n"
  "<rule id='BP' findings='all'" FROM ">"
  "<case outcome='block'><when question='systolic' at-least='180'/>" BOTH ("reason", "R", "د") BOTH ("advice", "A", "ر")
  "</case><case outcome='exclude' ingredient='zinc'><when question='hair' is='dry'/><when fact='age' below='18'/>"
  BOTH ("reason", "R", "د") BOTH ("advice", "A", "ر") "</case></rule>\n"
  "<ingredient id='zinc' group='minerals' availability='off' dimension='mass' cap='3 mg' cap-per-kg='0.05 mg' "
  "cap-source='Label' cap-severity='warn' molar-mass='65.38 mg/mmol' max-final='20 mg/mL' stock-below='50 mg/mL' "
  "excipients='benzyl-alcohol sulfite' strengths='1 mg/mL; 3 mg/mL'" FROM ">"
  BOTH ("name", "Zinc", "روی") BOTH ("benefit", "B", "ف") BOTH ("caution", "C", "ه") BOTH ("sold", "D", "و")
  BOTH ("storage", "E", "ن")
  "<salt id='zinc-salt' molar-mass='287.541 g/mol' elements='1'>" BOTH ("name", "Salt", "نمک") "</salt></ingredient>\n"
  "<ingredient id='lidocaine' group='other' availability='on' dimension='mass' cap-per-kg='4.5 mg' cap-severity='block' "
  "anaesthetic='true'" FROM ">" BOTH ("name", "Lidocaine", "لیدوکائین") BOTH ("benefit", "B", "ف") "</ingredient>\n"
  "<ingredient id='saline' group='other' availability='on' dimension='mass' diluent='true'" FROM ">"
  BOTH ("name", "Saline", "سالین") BOTH ("benefit", "B", "ف") "</ingredient>\n"
  "<ingredient id='toxin' group='other' availability='own-syringe' dimension='activity' cap='100 U' cap-severity='block'"
  FROM ">" BOTH ("name", "Toxin", "توکسین") BOTH ("benefit", "B", "ف") "</ingredient>\n"
  "<pair a='zinc' b='lidocaine' severity='incompatible'" FROM ">" BOTH ("reason", "R", "د") "</pair>\n"
  "<excipient-pair id='zinc-sulfite' ingredient='zinc' excipients='sulfite metabisulfite' severity='incompatible'" FROM ">"
  BOTH ("reason", "R", "د") "</excipient-pair>\n"
  "<product id='mix-1' excipients='sulfite' maker='Maker' licence='123' authority='FDA' form='emulsion' ph='6.5' container='2.5 mL' "
  "doses='multi' opened-life-h='672'" FROM ">" BOTH ("name", "Mix", "مخلوط") BOTH ("storage", "E", "ن")
  "<component ingredient='zinc' strength='1 mg/mL' salt='zinc-salt'/><component ingredient='toxin' strength='50 U/mL'/></product>\n"
  "<plan id='mild' maintenance='false' min-sessions='2' max-sessions='6' default-sessions='4'" FROM ">"
  BOTH ("name", "Mild", "ملایم") BOTH ("note", "Note", "یادداشت")
  "<step gap-days='14' repeats='3'/><step gap-months='3' repeats='0'/></plan>\n"
  "<evidence id='study' found='true' reference='doi:10.1/x' ingredients='zinc toxin'" FROM ">"
  BOTH ("claim", "C", "ا") BOTH ("study", "S", "پ") BOTH ("result", "R", "ن") "</evidence>\n"
  "<evidence id='lost' found='false' reference=''" FROM ">"
  BOTH ("claim", "C", "ا") BOTH ("study", "S", "پ") BOTH ("result", "R", "ن") "</evidence>\n"
  "<entry id='pain' list='side-effect'" FROM ">" BOTH ("text", "Pain", "درد") BOTH ("detail", "D", "ج") "</entry>\n"
  "<entry id='excipient-sulfite' list='excipient'" FROM ">" BOTH ("text", "Sulfite", "سولفیت") "</entry>\n"
  "<handout kind='aftercare' text-version='2'" FROM ">" BOTH ("title", "After", "پس از")
  "<item id='no-wash' section='avoid' duration='PT24H' icon='shower' avoid='true' when-ingredient='zinc' when-flag='own'"
  FROM ">" BOTH ("text", "Not until {until}", "تا {until} نه") BOTH ("detail", "D", "ج") "</item>"
  "<item id='walk' section='do' duration='P7D'" FROM ">" BOTH ("text", "Walk", "راه بروید") "</item></handout>\n"
  "<phrase id='page-of'>" BOTH ("text", "Page {n} of {total}", "صفحهٔ {n} از {total}") "</phrase>\n";

/* (transfer full): a document whose entries begin in line 2 */
char *
protocol_fixture_wrap (const char *entries)
{
  return g_strconcat ("<protocol xmlns='https://example.org/mesoclinic/protocol' version='1.0.0'>\n", entries,
                      "\n</protocol>\n", NULL);
}

void
protocol_fixture_add (GPtrArray  *documents,
                      const char *name,
                      const char *xml)
{
  /* A copy of just this length, so that a read behind the end is seen. */
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));

  g_ptr_array_add (documents, meso_protocol_document_new (name, bytes));
}

static GPtrArray *
wrap_document (const char *entries)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);
  g_autofree char *xml = protocol_fixture_wrap (entries);

  protocol_fixture_add (documents, "t.xml", xml);
  return documents;
}

/* (transfer full): what is wrong with one document of @entries */
GPtrArray *
protocol_fixture_validate (const char *entries)
{
  g_autoptr (GPtrArray) documents = wrap_document (entries);

  return meso_protocol_validate (documents);
}

/* (transfer full): a protocol of the article's rules and then @entries, which must be sound */
MesoProtocol *
protocol_fixture_new (const char *entries)
{
  g_autofree char *all = g_strconcat (protocol_fixture_article, entries, NULL);
  g_autoptr (GPtrArray) documents = wrap_document (all);
  g_autoptr (GError) error = NULL;
  MesoProtocol *protocol = meso_protocol_new (documents, &error);

  g_assert_no_error (error);
  g_assert_nonnull (protocol);
  return protocol;
}

void
protocol_fixture_assert_sound (const char *entries)
{
  g_autoptr (GPtrArray) faults = protocol_fixture_validate (entries);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

void
protocol_fixture_assert_fault (const char *entries,
                               const char *fault)
{
  g_autoptr (GPtrArray) faults = protocol_fixture_validate (entries);
  g_autofree char *expected = g_strconcat ("t.xml:", fault, NULL);

  for (guint i = 0; i < faults->len && faults->len != 1; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (faults, 0), ==, expected);
}

static void
test_case (gconstpointer data)
{
  const FaultCase *fault_case = data;

  protocol_fixture_assert_sound (fault_case->sound);
  protocol_fixture_assert_fault (fault_case->broken, fault_case->fault);
}

void
protocol_fixture_add_cases (const char      *path,
                            const FaultCase *cases,
                            gsize            n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", path, cases[i].name);

      g_test_add_data_func (name, &cases[i], test_case);
    }
}

void
protocol_fixture_mutate (GRand             *rand,
                         GString           *document,
                         const char *const *pieces)
{
  gsize at = g_rand_int_range (rand, 0, document->len);
  gsize from = g_rand_int_range (rand, 0, document->len);
  gsize length = g_rand_int_range (rand, 1, 80);

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      document->str[at] = g_rand_int_range (rand, 0, 256);
      break;
    case 1:
      g_string_erase (document, at, MIN (length, document->len - at));
      break;
    case 2:
      g_string_insert (document, at, pieces[g_rand_int_range (rand, 0, g_strv_length ((char **) pieces))]);
      break;
    case 3:
      {
        g_autofree char *copy = g_strndup (document->str + from, MIN (length, document->len - from));

        g_string_insert (document, at, copy);
        break;
      }
    default:
      g_string_truncate (document, at);
      break;
    }

  if (document->len == 0)
    g_string_assign (document, "<");
}
