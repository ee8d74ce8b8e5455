/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-naming.h"

#include <string.h>

#define PEOPLE 3000

static gboolean
is_in (const MesoDemoNameList *list,
       const char             *persian,
       const char             *latin)
{
  for (guint i = 0; i < list->n_names; i++)
    if (g_str_equal (list->names[i].persian, persian) && g_str_equal (list->names[i].latin, latin))
      return TRUE;
  return FALSE;
}

/* Every letter of one script, and of no other */
static gboolean
is_in_script (const char     *text,
              GUnicodeScript  script)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c) && g_unichar_get_script (c) != script)
        return FALSE;
    }
  return g_utf8_validate (text, -1, NULL) && *text != '\0';
}

static void
check_list (const MesoDemoNameList *list,
            gsize                   weights)
{
  for (guint i = 0; i < list->n_names; i++)
    {
      const MesoDemoName *name = &list->names[i];

      g_assert_true (is_in_script (name->persian, G_UNICODE_SCRIPT_ARABIC));
      g_assert_true (is_in_script (name->latin, G_UNICODE_SCRIPT_LATIN));
      /* Letters of an Arabic keyboard have no place in a Persian name. */
      g_assert_null (strstr (name->persian, "ي"));
      g_assert_null (strstr (name->persian, "ك"));
      g_assert_cmpuint (strlen (name->weights), ==, weights);
      g_assert_cmpuint (strspn (name->weights, "0123456789"), ==, weights);
      g_assert_cmpuint (strspn (name->weights, "0"), <, weights);
      for (guint j = 0; j < i; j++)
        if (g_str_equal (list->names[j].persian, name->persian) && g_str_equal (list->names[j].latin, name->latin))
          g_error ("%s is there twice", name->latin);
    }
}

static void
test_lists (void)
{
  check_list (meso_demo_names_get_women (), MESO_DEMO_GENERATIONS);
  check_list (meso_demo_names_get_men (), MESO_DEMO_GENERATIONS);
  for (int part = MESO_DEMO_FAMILY_COMMON; part <= MESO_DEMO_FAMILY_PLACE; part++)
    check_list (meso_demo_names_get_families ((MesoDemoFamilyPart) part), 1);
  for (int origin = MESO_DEMO_ORIGIN_PERSIAN + 1; origin < MESO_DEMO_N_ORIGINS; origin++)
    {
      const MesoDemoNameSet *set = meso_demo_names_get_set ((MesoDemoOrigin) origin);

      check_list (&set->women, 1);
      check_list (&set->men, 1);
      check_list (&set->families, 1);
    }
}

/* A woman has a woman's name, whatever her age and origin; the same name stands in both scripts. */
static void
test_names_fit (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (int i = 0; i < PEOPLE; i++)
    {
      gboolean woman = i % 2 == 0;
      MesoDemoOrigin origin = meso_demo_naming_choose_origin (rand);
      g_auto(MesoDemoNaming) naming = { 0 };
      const MesoDemoNameList *list;

      meso_demo_naming_init (&naming, rand, origin, woman, 1940 + i % 75);
      if (origin == MESO_DEMO_ORIGIN_PERSIAN)
        list = woman ? meso_demo_names_get_women () : meso_demo_names_get_men ();
      else
        list = woman ? &meso_demo_names_get_set (origin)->women : &meso_demo_names_get_set (origin)->men;
      g_assert_true (is_in (list, naming.given[MESO_DEMO_SCRIPT_PERSIAN], naming.given[MESO_DEMO_SCRIPT_LATIN]));
      g_assert_true (is_in_script (naming.family[MESO_DEMO_SCRIPT_PERSIAN], G_UNICODE_SCRIPT_ARABIC));
      g_assert_true (is_in_script (naming.family[MESO_DEMO_SCRIPT_LATIN], G_UNICODE_SCRIPT_LATIN));
    }
}

/* Fashions: nobody who was born in the fifties is called as girls are now. */
static void
test_names_come_and_go (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (int i = 0; i < PEOPLE; i++)
    {
      g_auto(MesoDemoNaming) old = { 0 };
      g_auto(MesoDemoNaming) young = { 0 };

      meso_demo_naming_init (&old, rand, MESO_DEMO_ORIGIN_PERSIAN, TRUE, 1955);
      meso_demo_naming_init (&young, rand, MESO_DEMO_ORIGIN_PERSIAN, TRUE, 2006);
      g_assert_cmpstr (old.given[MESO_DEMO_SCRIPT_LATIN], !=, "Hasti");
      g_assert_cmpstr (young.given[MESO_DEMO_SCRIPT_LATIN], !=, "Mahin");
    }
}

/* Spelt otherwise it stays in its script, and is never empty. */
static void
test_other_spellings (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  int other = 0;

  for (int i = 0; i < PEOPLE; i++)
    {
      g_auto(MesoDemoNaming) naming = { 0 };
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      meso_demo_naming_init (&naming, rand, MESO_DEMO_ORIGIN_PERSIAN, i % 2 == 0, 1985);
      before = g_strjoin ("|", naming.given[0], naming.given[1], naming.family[0], naming.family[1], NULL);
      meso_demo_naming_respell (&naming, rand);
      after = g_strjoin ("|", naming.given[0], naming.given[1], naming.family[0], naming.family[1], NULL);
      for (int script = 0; script < MESO_DEMO_N_SCRIPTS; script++)
        {
          GUnicodeScript expected = script == MESO_DEMO_SCRIPT_LATIN ? G_UNICODE_SCRIPT_LATIN : G_UNICODE_SCRIPT_ARABIC;

          g_assert_true (is_in_script (naming.given[script], expected));
          g_assert_true (is_in_script (naming.family[script], expected));
        }
      other += !g_str_equal (before, after);
    }
  g_assert_cmpint (other, >, PEOPLE / 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/demo-naming/lists", test_lists);
  g_test_add_func ("/services/demo-naming/names-fit", test_names_fit);
  g_test_add_func ("/services/demo-naming/names-come-and-go", test_names_come_and_go);
  g_test_add_func ("/services/demo-naming/other-spellings", test_other_spellings);

  return g_test_run ();
}
