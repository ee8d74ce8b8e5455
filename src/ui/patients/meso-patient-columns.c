/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-columns.h"

#include <glib/gi18n.h>

#include "meso-patient-fact.h"
#include "meso-patient-row.h"

#define COLUMN "meso-column"
#define SAMPLE "meso-sample"
#define FINDER "meso-finder"
#define SHOWN "meso-shown"

typedef enum { FILE_NUMBER, BORN, PHONE, NEXT } Facts;

/* In characters: the width follows the size of the text. What is dialled, or looked for on the shelf, is never cut short: there is room
 * for the widest that is common, in digits of either kind, and the column grows for what is wider still. */
static const struct
{
  const char *title;
  Facts facts;
  guint min_chars;
  guint chars;
  const char *sample;   /* (nullable) */
} columns[] = {
  { NC_("column", "File"), FILE_NUMBER, 5, 8, "00000\n۰۰۰۰۰" },
  { NC_("column", "Born"), BORN, 10, 17, "29 September 1980\n۲۹ اردیبهشت ۱۳۶۰" },
  { NC_("column", "Phone"), PHONE, 8, 17, "+98 000 000 0000\n+۹۸ ۰۰۰ ۰۰۰ ۰۰۰۰" },
  { NC_("column", "Next"), NEXT, 10, 25, NULL },
};

/* Whether what is to be shown isn't what is in sight: most of what is told of all rows concerns few of them. */
static gboolean
begin_showing (GObject          *item,
               const MesoGlance *glance)
{
  guint64 serial = glance != NULL ? glance->serial : 0;
  guint64 *shown = g_object_get_data (item, SHOWN);

  if (shown != NULL && *shown == serial)
    return FALSE;
  if (shown == NULL)
    {
      shown = g_new (guint64, 1);
      g_object_set_data_full (item, SHOWN, shown, g_free);
    }
  *shown = serial;
  return TRUE;
}

static void
show_label (GtkListItem      *item,
            const MesoGlance *glance)
{
  gtk_list_item_set_accessible_label (item, glance != NULL ? glance->words : _("Loading"));
}

static void
update_row (GtkListItem *item)
{
  MesoPatientFinder *finder = g_object_get_data (G_OBJECT (item), FINDER);
  gpointer patient = gtk_list_item_get_item (item);
  const MesoGlance *glance = patient != NULL ? meso_patient_finder_get_glance (finder, patient) : NULL;

  if (patient == NULL)
    return;
  meso_patient_row_show (MESO_PATIENT_ROW (gtk_list_item_get_child (item)), glance, meso_patient_finder_get_form (finder));
  if (!GTK_IS_COLUMN_VIEW_CELL (item) && begin_showing (G_OBJECT (item), glance))
    show_label (item, glance);
}

/* One line, or two of which one explains the other. */
static void
get_facts (const MesoGlance     *glance,
           Facts                 facts,
           const MesoMarkedText *lines[2])
{
  lines[1] = NULL;
  switch (facts)
    {
    case FILE_NUMBER:
      lines[0] = glance->file;
      break;
    case BORN:
      lines[0] = glance->born;
      lines[1] = glance->age;
      break;
    case PHONE:
      lines[0] = glance->phone;
      break;
    case NEXT:
    default:
      lines[0] = glance->next_title;
      lines[1] = glance->next;
    }
}

static void
update_fact (GtkListItem *item)
{
  MesoPatientFinder *finder = g_object_get_data (G_OBJECT (item), FINDER);
  Facts facts = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), COLUMN));
  gpointer patient = gtk_list_item_get_item (item);
  const MesoGlance *glance = patient != NULL ? meso_patient_finder_get_glance (finder, patient) : NULL;
  const MesoMarkedText *lines[2] = { NULL, NULL };

  if (patient == NULL || !begin_showing (G_OBJECT (item), glance))
    return;
  if (glance != NULL)
    get_facts (glance, facts, lines);
  meso_patient_fact_show (MESO_PATIENT_FACT (gtk_list_item_get_child (item)), lines[0], lines[1]);
}

static void
follow (GtkListItem       *item,
        MesoPatientFinder *finder,
        GCallback          update)
{
  g_object_set_data (G_OBJECT (item), FINDER, finder);
  /* A row that stays where it is still shows what is typed now. */
  g_signal_connect_object (finder, "restyled", update, item, G_CONNECT_SWAPPED);
}

static void
set_up_row (MesoPatientFinder *finder,
            GtkListItem       *item)
{
  gtk_list_item_set_child (item, meso_patient_row_new (item));
  follow (item, finder, G_CALLBACK (update_row));
}

static void
set_up_fact (MesoPatientFinder  *finder,
             GtkListItem        *item,
             GtkListItemFactory *factory)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), COLUMN));
  guint n_lines = columns[index].facts == NEXT || columns[index].facts == BORN ? 2 : 1;

  g_object_set_data (G_OBJECT (item), COLUMN, GUINT_TO_POINTER (columns[index].facts));
  gtk_list_item_set_child (item, meso_patient_fact_new (n_lines, columns[index].min_chars, columns[index].chars,
                                                           g_object_get_data (G_OBJECT (factory), SAMPLE)));
  follow (item, finder, G_CALLBACK (update_fact));
}

/* The record may come later than its row, and may change while it is in sight. */
static void
bind_row (MesoPatientFinder *finder,
          GtkListItem       *item)
{
  update_row (item);
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::patient", G_CALLBACK (update_row), item, G_CONNECT_SWAPPED);
}

static void
unbind_row (MesoPatientFinder *finder,
            GtkListItem       *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), update_row, item);
}

static void
bind_fact (MesoPatientFinder *finder,
           GtkListItem       *item)
{
  update_fact (item);
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::patient", G_CALLBACK (update_fact), item, G_CONNECT_SWAPPED);
}

static void
unbind_fact (MesoPatientFinder *finder,
             GtkListItem       *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), update_fact, item);
}

/* What a screen reader says of a row of the table as a whole. */
static void
update_whole_row (GtkColumnViewRow *row)
{
  MesoPatientFinder *finder = g_object_get_data (G_OBJECT (row), FINDER);
  gpointer patient = gtk_column_view_row_get_item (row);
  const MesoGlance *glance = patient != NULL ? meso_patient_finder_get_glance (finder, patient) : NULL;

  if (patient != NULL && begin_showing (G_OBJECT (row), glance))
    gtk_column_view_row_set_accessible_label (row, glance != NULL ? glance->words : _("Loading"));
}

static void
set_up_whole_row (MesoPatientFinder *finder,
                  GtkColumnViewRow  *row)
{
  g_object_set_data (G_OBJECT (row), FINDER, finder);
  g_signal_connect_object (finder, "restyled", G_CALLBACK (update_whole_row), row, G_CONNECT_SWAPPED);
}

static void
bind_whole_row (MesoPatientFinder *finder,
                GtkColumnViewRow  *row)
{
  update_whole_row (row);
  g_signal_connect_object (gtk_column_view_row_get_item (row), "notify::patient", G_CALLBACK (update_whole_row), row,
                           G_CONNECT_SWAPPED);
}

static void
unbind_whole_row (MesoPatientFinder *finder,
                  GtkColumnViewRow  *row)
{
  g_signal_handlers_disconnect_by_func (gtk_column_view_row_get_item (row), update_whole_row, row);
}

static GtkListItemFactory *
make_factory (MesoPatientFinder *finder,
              GCallback          bind,
              GCallback          unbind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "bind", bind, finder, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", unbind, finder, G_CONNECT_SWAPPED);
  return factory;
}

GtkListItemFactory *
meso_patient_columns_row_factory (MesoPatientFinder *finder)
{
  GtkListItemFactory *factory = make_factory (finder, G_CALLBACK (bind_row), G_CALLBACK (unbind_row));

  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_row), finder, G_CONNECT_SWAPPED);
  return factory;
}

static void
add_column (GtkColumnView      *view,
            const char         *title,
            GtkListItemFactory *factory,
            gboolean            expand)
{
  g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_append_column (view, column);
}

void
meso_patient_columns_add (GtkColumnView     *view,
                          MesoPatientFinder *finder)
{
  g_autoptr(GtkListItemFactory) rows = make_factory (finder, G_CALLBACK (bind_whole_row), G_CALLBACK (unbind_whole_row));

  add_column (view, C_("column", "Name"), meso_patient_columns_row_factory (finder), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = make_factory (finder, G_CALLBACK (bind_fact), G_CALLBACK (unbind_fact));

      g_object_set_data (G_OBJECT (factory), COLUMN, GUINT_TO_POINTER (i));
      if (columns[i].sample != NULL)
        g_object_set_data_full (G_OBJECT (factory), SAMPLE, meso_fact_sample_new (columns[i].sample),
                                (GDestroyNotify) meso_fact_sample_unref);
      g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_fact), finder, G_CONNECT_SWAPPED);
      add_column (view, g_dpgettext2 (NULL, "column", columns[i].title), factory, FALSE);
    }
  g_signal_connect_object (rows, "setup", G_CALLBACK (set_up_whole_row), finder, G_CONNECT_SWAPPED);
  gtk_column_view_set_row_factory (view, rows);
}
