/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* Formulas, Formulary: what everybody may read, what a physician may change, and how a mistake is said. */

#include <string.h>

#include "meso-component-rows.h"
#include "meso-field.h"
#include "meso-formulary-dialog.h"
#include "meso-formulary-form.h"
#include "meso-formulary-view.h"
#include "meso-formulary-words.h"
#include "meso-staff-service.h"
#include "ui-fixture.h"

typedef struct
{
  UiFixture *fixture;
  GtkWindow *window;
  GtkWidget *view;
  AdwDialog *dialog;       /* (nullable) */
} Test;

static void
settle (Test *self)
{
  ui_fixture_settle (self->fixture);
  ui_wait (400);
}

static Test *
set_up (const char *language,
        int         width)
{
  Test *self = g_new0 (Test, 1);

  self->fixture = ui_fixture_new (language, 0);
  self->view = g_object_new (MESO_TYPE_FORMULARY_VIEW, NULL);
  meso_formulary_view_set_context (MESO_FORMULARY_VIEW (self->view), self->fixture->context);
  self->window = ui_show (self->view, width, 800);
  settle (self);
  return self;
}

static void
show_dialog (Test      *self,
             AdwDialog *dialog)
{
  self->dialog = dialog;
  adw_dialog_present (dialog, self->view);
  settle (self);
}

static void
tear_down (Test *self)
{
  if (self->dialog != NULL)
    adw_dialog_force_close (self->dialog);
  gtk_window_destroy (self->window);
  ui_fixture_settle (self->fixture);
  ui_fixture_free (self->fixture);
  g_free (self);
}

static const MesoProtocol *
get_protocol (Test *self)
{
  return meso_context_get_protocol (self->fixture->context);
}

static void
press (Test       *self,
       const char *label)
{
  GtkWidget *button = ui_get (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  settle (self);
}

static void
type (Test       *self,
       const char *title,
       const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_get (GTK_WIDGET (self->dialog), ADW_TYPE_ENTRY_ROW, title)), text);
}

static gboolean
is_faulty (Test       *self,
           const char *title)
{
  return meso_field_has_error (ui_get (GTK_WIDGET (self->dialog), ADW_TYPE_ENTRY_ROW, title));
}

static void
give_reason (Test       *self,
             const char *button)
{
  GtkWidget *why = ui_get (GTK_WIDGET (self->dialog), ADW_TYPE_ENTRY_ROW, "Why");

  /* Without a reason nothing is stored. */
  press (self, button);
  g_assert_true (meso_field_has_error (why));
  gtk_editable_set_text (GTK_EDITABLE (why), "A & B <i>");
  press (self, button);
}

static guint
count_rows (Test *self)
{
  g_autofree char *words = ui_dup_words (self->view);
  g_auto(GStrv) lines = g_strsplit (words, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += g_str_equal (lines[i], meso_formulary_words_origin (MESO_ORIGIN_ARTICLE)) ||
         g_str_equal (lines[i], meso_formulary_words_origin (MESO_ORIGIN_RESEARCH)) ||
         g_str_equal (lines[i], meso_formulary_words_origin (MESO_ORIGIN_CLINIC));
  return n;
}

static void
search (Test       *self,
        const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_get (self->view, GTK_TYPE_SEARCH_ENTRY, NULL)), text);
  ui_wait (50);
}

static void
test_list (gconstpointer language)
{
  Test *self = set_up (language, 900);
  guint n = meso_protocol_get_ingredients (get_protocol (self))->len;

  g_assert_cmpuint (count_rows (self), ==, n);
  search (self, "zinc");
  g_assert_cmpuint (count_rows (self), ==, 1);
  search (self, "روی");
  g_assert_cmpuint (count_rows (self), >=, 1);
  search (self, "cobalt");
  g_assert_cmpuint (count_rows (self), ==, 2);
  search (self, "no such thing");
  g_assert_cmpuint (count_rows (self), ==, 0);
  g_assert_true (gtk_widget_get_mapped (ui_get (self->view, ADW_TYPE_STATUS_PAGE, NULL)));
  search (self, "");
  g_assert_cmpuint (count_rows (self), ==, n);
  tear_down (self);
}

static gpointer
take_desk_as_nurse (MesoClinic  *clinic,
                    gpointer     request,
                    GError     **error)
{
  g_autoptr(MesoStaff) nurse = meso_staff_new ();
  g_autofree char *id = NULL;

  g_set_str (&nurse->name, "N. <b> & Co");
  nurse->role = MESO_ROLE_NURSE;
  nurse->active = TRUE;
  id = meso_staff_service_add (clinic, nurse, error);
  meso_staff_service_take_desk (clinic, id, error);
  return NULL;
}

/* Whoever isn't a physician reads, and is told who may change it. */
static void
test_read_only (void)
{
  Test *self = set_up ("en", 900);
  g_autofree char *words = NULL;

  ui_fixture_call (self->fixture, take_desk_as_nurse, NULL);
  settle (self);
  words = ui_dup_words (self->view);
  g_assert_nonnull (strstr (words, "Only a physician at the desk can change it"));
  g_assert_false (gtk_widget_get_sensitive (ui_get (self->view, GTK_TYPE_BUTTON, "New Product…")));
  show_dialog (self, meso_formulary_dialog_new (self->fixture->context, "zinc"));
  g_assert_false (gtk_widget_get_sensitive (ui_get (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, "Switch Off…")));
  tear_down (self);
}

static void
test_switch_and_reset (void)
{
  Test *self = set_up ("en", 900);
  g_autofree char *words = NULL;

  show_dialog (self, meso_formulary_dialog_new (self->fixture->context, "zinc"));
  press (self, "Switch Off…");
  give_reason (self, "Switch Off");
  g_assert_cmpint (meso_protocol_lookup_ingredient (get_protocol (self), "zinc")->availability, ==, MESO_AVAILABILITY_OFF);
  /* The page and the list show it, the reason as it was written. */
  words = ui_dup_words (GTK_WIDGET (self->dialog));
  g_assert_nonnull (strstr (words, "A & B <i>"));
  g_assert_true (ui_shows (self->view, "Changed here"));
  press (self, "Reset to What Ships…");
  give_reason (self, "Reset");
  g_assert_cmpint (meso_protocol_lookup_ingredient (get_protocol (self), "zinc")->availability, ==, MESO_AVAILABILITY_ON);
  g_assert_false (ui_shows (self->view, "Changed here"));
  tear_down (self);
}

/* What is banned can't be touched, and what blocks can't be loosened. */
static void
test_never_looser (void)
{
  Test *self = set_up ("en", 900);

  show_dialog (self, meso_formulary_dialog_new (self->fixture->context, "buflomedil"));
  g_assert_null (ui_find (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, "Switch On…"));
  g_assert_null (ui_find (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, "Change…"));
  adw_dialog_force_close (self->dialog);
  show_dialog (self, meso_formulary_dialog_new (self->fixture->context, "lidocaine"));
  press (self, "Change…");
  type (self, "Cap per session", "301 mg");
  press (self, "Look at the Change");
  g_assert_true (is_faulty (self, "Cap per session"));
  type (self, "Cap per session", "300 IU");
  press (self, "Look at the Change");
  g_assert_true (is_faulty (self, "Cap per session"));
  type (self, "Cap per session", "۲۵۰ mg");
  press (self, "Look at the Change");
  give_reason (self, "Store");
  g_assert_cmpint (meso_protocol_lookup_ingredient (get_protocol (self), "lidocaine")->cap.value, ==, 250000000);
  tear_down (self);
}

static void
choose_component (Test       *self,
                  const char *ingredient,
                  const char *strength)
{
  GtkWidget *rows = ui_get (GTK_WIDGET (self->dialog), MESO_TYPE_COMPONENT_ROWS, NULL);
  g_autofree char *text = g_strdup_printf ("%s\t%s\t", ingredient, strength);

  meso_component_rows_set_text (MESO_COMPONENT_ROWS (rows), text);
}

static GtkDropDown *
get_component_choice (Test  *self,
                      guint  n)
{
  GtkWidget *rows = ui_get (GTK_WIDGET (self->dialog), MESO_TYPE_COMPONENT_ROWS, NULL);
  GtkWidget *choice = gtk_widget_get_first_child (gtk_widget_get_parent (ui_get (rows, GTK_TYPE_DROP_DOWN, NULL)));

  while (n-- > 0)
    choice = gtk_widget_get_next_sibling (choice);
  return GTK_DROP_DOWN (choice);
}

static const char *
get_stored_salt (Test *self)
{
  const MesoProduct *product = g_ptr_array_index (meso_protocol_get_products (get_protocol (self)), 0);

  return ((const MesoProductComponent *) g_ptr_array_index (product->components, 0))->salt;
}

/* What the strength on a label is of: asked where the ingredient has salts, kept, and shown. */
static void
test_salt_of_a_component (void)
{
  Test *self = set_up ("en", 360);
  const MesoIngredient *zinc = meso_protocol_lookup_ingredient (get_protocol (self), "zinc");
  const MesoSalt *salt = g_ptr_array_index (zinc->salts, 1);
  g_autofree char *id = g_strdup (salt->id);
  g_autofree char *name = g_strdup (meso_local_text_get (salt->name, "en"));
  g_autofree char *words = NULL;

  show_dialog (self, meso_formulary_dialog_new_form (self->fixture->context, MESO_FORMULARY_PRODUCT));
  type (self, "Trade name", "Vial");
  type (self, "One container holds", "5 mL");
  choose_component (self, "biotin", "1 mg/mL");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_component_choice (self, 1))));
  choose_component (self, "zinc", "1 mg/mL");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_component_choice (self, 1))));
  g_assert_cmpuint (gtk_drop_down_get_selected (get_component_choice (self, 1)), ==, 0);
  gtk_test_accessible_assert_property (get_component_choice (self, 1), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       gtk_widget_get_tooltip_text (GTK_WIDGET (get_component_choice (self, 1))));
  gtk_drop_down_set_selected (get_component_choice (self, 1), 2);
  press (self, "Look at the Change");
  give_reason (self, "Store");
  self->dialog = NULL;
  g_assert_cmpstr (get_stored_salt (self), ==, id);

  /* It stands there again; another ingredient has none of it. */
  show_dialog (self, meso_formulary_dialog_new (self->fixture->context,
                                                ((MesoProduct *) g_ptr_array_index (meso_protocol_get_products (get_protocol (self)), 0))->id));
  press (self, "Edit…");
  g_assert_cmpuint (gtk_drop_down_get_selected (get_component_choice (self, 1)), ==, 2);
  gtk_drop_down_set_selected (get_component_choice (self, 1), 0);
  press (self, "Look at the Change");
  /* what it was, by its name */
  words = ui_dup_words (GTK_WIDGET (self->dialog));
  g_test_message ("%s", words);
  g_assert_nonnull (strstr (words, name));
  g_assert_null (strstr (words, id));
  give_reason (self, "Store");
  g_assert_null (get_stored_salt (self));
  tear_down (self);
}

static void
test_new_product (gconstpointer language)
{
  Test *self = set_up (language, 420);
  const GPtrArray *products;
  const MesoProduct *product;

  show_dialog (self, meso_formulary_dialog_new_form (self->fixture->context, MESO_FORMULARY_PRODUCT));
  press (self, "Look at the Change");
  g_assert_true (is_faulty (self, "Trade name"));
  type (self, "Trade name", "Vial A & B <i>");
  type (self, "pH", "6.555");
  type (self, "Licensed by", "FDA");
  type (self, "One container holds", "5 mg");
  choose_component (self, "", "1 mg/mL");
  press (self, "Look at the Change");
  g_assert_true (ui_shows (GTK_WIDGET (self->dialog), "Choose the ingredient of each component."));
  choose_component (self, "zinc", "1 U/mL");
  press (self, "Look at the Change");
  g_assert_false (is_faulty (self, "Trade name"));
  g_assert_true (is_faulty (self, "pH"));
  g_assert_true (is_faulty (self, "Licensed by"));
  g_assert_true (is_faulty (self, "One container holds"));
  type (self, "pH", "۶٫۵");
  type (self, "Licence number", "77");
  type (self, "One container holds", "5 mL");
  type (self, "Excipients", "Benzyl alcohol; Propylene glycol");
  choose_component (self, "zinc", "1 mg/mL");
  press (self, "Look at the Change");
  give_reason (self, "Store");
  self->dialog = NULL;
  products = meso_protocol_get_products (get_protocol (self));
  g_assert_cmpuint (products->len, ==, 1);
  product = g_ptr_array_index (products, 0);
  g_assert_cmpint (product->ph_centi, ==, 650);
  g_assert_cmpint (product->container_ul, ==, 5000);
  g_assert_cmpstr (g_ptr_array_index (product->excipients, 0), ==, "benzyl-alcohol");
  g_assert_cmpstr (g_ptr_array_index (product->excipients, 1), ==, "propylene-glycol");
  g_assert_true (ui_shows (self->view, "Vial A & B <i>"));

  /* Taken out, it is gone from the list, and the dialog with it. */
  show_dialog (self, meso_formulary_dialog_new (self->fixture->context, product->id));
  press (self, "Remove…");
  give_reason (self, "Remove");
  self->dialog = NULL;
  g_assert_cmpuint (meso_protocol_get_products (get_protocol (self))->len, ==, 0);
  g_assert_false (ui_shows (self->view, "Vial A & B <i>"));
  tear_down (self);
}

/* What was typed is there again after the dialog was closed. */
static void
test_draft (void)
{
  Test *self = set_up ("en", 900);
  GtkWidget *name;

  show_dialog (self, meso_formulary_dialog_new_form (self->fixture->context, MESO_FORMULARY_INGREDIENT));
  type (self, "Name", "Half a na");
  adw_dialog_force_close (self->dialog);
  settle (self);
  show_dialog (self, meso_formulary_dialog_new_form (self->fixture->context, MESO_FORMULARY_INGREDIENT));
  name = ui_get (GTK_WIDGET (self->dialog), ADW_TYPE_ENTRY_ROW, "Name");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Half a na");
  press (self, "Start Over");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "");
  tear_down (self);
}

/* A pair that nothing is known of says so, and never reads as compatible. */
static void
test_pairs (void)
{
  Test *self = set_up ("en", 900);
  const MesoProtocol *protocol = get_protocol (self);
  g_autofree char *words = NULL;
  g_autofree char *cautions = NULL;

  g_assert_null (meso_protocol_lookup_pair (protocol, "zinc", "biotin"));
  show_dialog (self, meso_formulary_dialog_new (self->fixture->context, "zinc"));
  words = ui_dup_words (GTK_WIDGET (self->dialog));
  g_assert_nonnull (strstr (words, "No data"));
  g_assert_nonnull (strstr (words, "Biotin"));
  g_assert_null (strstr (words, "Compatible"));
  /* What a vial may hold besides is among what is known. */
  g_assert_null (strstr (words, "Phosphate buffer"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ui_get (GTK_WIDGET (self->dialog), ADW_TYPE_EXPANDER_ROW, "With caution")), TRUE);
  ui_wait (400);
  cautions = ui_dup_words (GTK_WIDGET (self->dialog));
  g_assert_nonnull (strstr (cautions, "Phosphate buffer\nZinc may precipitate with phosphate."));
  gtk_widget_activate_action (ui_get (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, "Change…"), "formulary.pair", "s", "biotin");
  settle (self);
  press (self, "Look at the Change");
  g_assert_true (is_faulty (self, "Reason"));
  type (self, "Reason", "Seen cloudy.");
  press (self, "Look at the Change");
  give_reason (self, "Store");
  g_assert_cmpint (meso_protocol_lookup_pair (get_protocol (self), "zinc", "biotin")->severity, ==, MESO_PAIR_INCOMPATIBLE);
  press (self, "Reset to What Ships");
  give_reason (self, "Reset");
  g_assert_null (meso_protocol_lookup_pair (get_protocol (self), "zinc", "biotin"));
  tear_down (self);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/formulary/list/en", "en", test_list);
  g_test_add_data_func ("/formulary/list/fa", "fa", test_list);
  g_test_add_func ("/formulary/read-only", test_read_only);
  g_test_add_func ("/formulary/switch-and-reset", test_switch_and_reset);
  g_test_add_func ("/formulary/never-looser", test_never_looser);
  g_test_add_data_func ("/formulary/new-product", "en", test_new_product);
  g_test_add_func ("/formulary/salt", test_salt_of_a_component);
  g_test_add_func ("/formulary/draft", test_draft);
  g_test_add_func ("/formulary/pairs", test_pairs);
  return g_test_run ();
}
