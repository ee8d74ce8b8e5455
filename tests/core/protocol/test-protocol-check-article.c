/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "protocol-fixture.h"

#include <string.h>

#include "meso-core-error.h"

static const char *const article_ids[] = { "PREG", "LACT", "MENS", "ENDO", "TUM-A", "TUM-H" };

/* (transfer full): the article's part, with the first @old of it made @new */
static char *
edit_article (const char *old,
              const char *new)
{
  const char *at = strstr (protocol_fixture_article, old);
  GString *edited = g_string_new (protocol_fixture_article);

  g_assert_nonnull (at);
  g_string_erase (edited, at - protocol_fixture_article, strlen (old));
  g_string_insert (edited, at - protocol_fixture_article, new);
  return g_string_free_and_steal (edited);
}

static void
assert_edit (const char *old,
             const char *new,
             const char *fault)
{
  g_autofree char *edited = edit_article (old, new);

  if (fault)
    protocol_fixture_assert_fault (edited, fault);
  else
    protocol_fixture_assert_sound (edited);
}

static void
test_whole (void)
{
  g_autoptr (MesoProtocol) protocol = protocol_fixture_new ("");

  g_assert_cmpuint (meso_protocol_get_rules (protocol)->len, ==, G_N_ELEMENTS (article_ids));
}

/* Each of the six in its turn is taken out: a set without it is refused, and says which it lacks. */
static void
test_each_is_needed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (article_ids); i++)
    {
      g_autofree char *old = g_strdup_printf ("<rule id='%s'", article_ids[i]);
      g_autofree char *fault = g_strdup_printf ("9:1: the rule %s of the article is missing; it may be made stricter, but "
                                                "not removed", article_ids[i]);

      assert_edit (old, "<rule id='OTHER'", fault);
    }
}

static void
test_nothing_at_all (void)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = protocol_fixture_wrap ("");

  /* Files without any of them may be the other part of the content; a whole content may not. */
  protocol_fixture_add (documents, "t.xml", xml);
  g_assert_null (meso_protocol_new (documents, &error));
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "t.xml:1:1: the rule PREG of the article is missing; it may be made stricter, but "
                   "not removed");
  protocol_fixture_assert_sound ("");
  protocol_fixture_assert_sound (ANSWER ("q") RULE ("", CASE ("outcome='caution'", YES ("q"))));
}

static void
test_origin (void)
{
  assert_edit ("<rule id='LACT' origin='article'", "<rule id='LACT' origin='clinic'",
               "10:1: the rule LACT comes from the article, so its “origin” is article");
}

static void
test_strictness (void)
{
  /* Stricter is the clinic's right. */
  assert_edit ("<case outcome='defer'>", "<case outcome='block'>", NULL);
  assert_edit ("outcome='clearance'><when question='tumour-history'", "outcome='block'><when question='tumour-history'",
               NULL);
  assert_edit ("<case outcome='block'>", "<case outcome='clearance'>",
               "9:1: a yes to “pregnant” must be enough for PREG to give block or a stricter outcome");
  assert_edit ("<case outcome='defer'>", "<case outcome='caution'>",
               "11:1: a yes to “menstruating” must be enough for MENS to give defer or a stricter outcome");
  assert_edit ("outcome='clearance'><when question='endocrine-uncontrolled'",
               "outcome='caution'><when question='endocrine-uncontrolled'",
               "12:1: a yes to “endocrine-uncontrolled” must be enough for ENDO to give clearance or a stricter outcome");
}

static void
test_yes_is_enough (void)
{
  assert_edit ("<when question='tumour-active' is='yes'/>",
               "<when question='tumour-active' is='yes'/><when question='tumour-history' is='yes'/>",
               "13:1: a yes to “tumour-active” must be enough for TUM-A to give block or a stricter outcome");
  assert_edit ("<when question='tumour-active' is='yes'/>",
               "<when question='tumour-active' is='yes'/><when fact='age' at-least='40'/>",
               "13:1: a yes to “tumour-active” must be enough for TUM-A to give block or a stricter outcome");
  assert_edit ("<when question='tumour-active' is='yes'/>", "<when question='tumour-history' is='yes'/>",
               "13:1: a yes to “tumour-active” must be enough for TUM-A to give block or a stricter outcome");

  /* The parent must have been answered anyway. */
  assert_edit ("<when question='endocrine-uncontrolled' is='yes'/>",
               "<when question='endocrine-disorder' is='yes'/><when question='endocrine-uncontrolled' is='yes'/>", NULL);
}

/* A rule whose question is never asked has been removed in all but name. */
static void
test_questions_stay_in_sight (void)
{
  assert_edit ("id='pregnant' type='answer' forms='full' unless-sex='male'", "id='pregnant' type='answer' forms='full'",
               NULL);
  assert_edit ("id='tumour-active' type='answer' forms='full' ", "id='tumour-active' type='answer' forms='full' "
               "unless-sex='male' ", "7:1: “tumour-active” belongs to a rule of the article and concerns men too");
  assert_edit ("id='tumour-active' type='answer' forms='full' ", "id='tumour-active' type='answer' forms='full' "
               "required='false' ", "7:1: “tumour-active” belongs to a rule of the article: it is a required question of "
               "type answer in the full form");
  assert_edit ("id='pregnant' type='answer' forms='full' ", "id='pregnant' type='answer' forms='short' ",
               "2:1: “pregnant” belongs to a rule of the article: it is a required question of type answer in the full form");
  assert_edit ("id='tumour-active' type='answer' forms='full' ", "id='tumour-active' type='answer' forms='full' "
               "parent='tumour-history' ", "7:1: “tumour-active” belongs to a rule of the article: “tumour-history” can't "
               "hide it");
  assert_edit ("parent='endocrine-disorder'", "", NULL);
  assert_edit ("id='pregnant' type='answer' forms='full' unless-sex='male'", "id='pregnant' type='answer' forms='full' "
               "unless-sex='female'", "2:1: “pregnant” belongs to a rule of the article and concerns women");
}

/* A clinic may choose, where sources disagree; but nothing that is looser than what the article asks. */
static void
test_nothing_looser_to_choose (void)
{
  assert_edit ("<case outcome='defer'>", "<case outcome='defer' choose='block'>", NULL);
  assert_edit ("<case outcome='defer'>", "<case outcome='defer' choose='caution'>",
               "11:81: a rule of the article can't be made looser, so that “choose” names a stricter outcome");
}

static void
test_no_fewer_days_to_set (void)
{
  g_autofree char *edited = edit_article ("<case outcome='defer'>",
                                          "<case outcome='defer' event='day' days='7' days-from='6' days-to='20'>");
  g_autofree char *wider = g_strconcat (edited, DATE ("day"), NULL);
  g_autofree char *same = edit_article ("<case outcome='defer'>",
                                        "<case outcome='defer' event='day' days='7' days-from='7' days-to='20'>");
  g_autofree char *narrow = g_strconcat (same, DATE ("day"), NULL);

  protocol_fixture_assert_sound (narrow);
  protocol_fixture_assert_fault (wider, "11:81: a rule of the article can't be made looser, so that “days-from” isn't less "
                                 "than “days”");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/protocol-check-article/whole", test_whole);
  g_test_add_func ("/protocol-check-article/each-is-needed", test_each_is_needed);
  g_test_add_func ("/protocol-check-article/nothing-at-all", test_nothing_at_all);
  g_test_add_func ("/protocol-check-article/origin", test_origin);
  g_test_add_func ("/protocol-check-article/strictness", test_strictness);
  g_test_add_func ("/protocol-check-article/yes-is-enough", test_yes_is_enough);
  g_test_add_func ("/protocol-check-article/questions-stay-in-sight", test_questions_stay_in_sight);
  g_test_add_func ("/protocol-check-article/nothing-looser-to-choose", test_nothing_looser_to_choose);
  g_test_add_func ("/protocol-check-article/no-fewer-days-to-set", test_no_fewer_days_to_set);

  return g_test_run ();
}
