/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-health-page.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-health-row.h"
#include "meso-health-words.h"
#include "meso-patient-words.h"

struct _MesoHealthPage
{
  AdwNavigationPage parent_instance;

  MesoHealthKind kind;
  GPtrArray *substances;
  GPtrArray *past;              /* MesoHealthItem: kept as they are */
  GPtrArray *past_rows;         /* GtkWidget, not owned */
  gboolean filling;

  AdwHeaderBar *bar;
  GtkWidget *asked;
  GtkCheckButton *not_asked;
  GtkCheckButton *none_known;
  GtkListBox *list;
  GtkButton *add;
  AdwPreferencesGroup *earlier;
};

G_DEFINE_FINAL_TYPE (MesoHealthPage, meso_health_page, ADW_TYPE_NAVIGATION_PAGE)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static MesoHealthRow *
get_row (MesoHealthPage *self,
         int             index)
{
  return MESO_HEALTH_ROW (gtk_list_box_get_row_at_index (self->list, index));
}

/* "Not asked" and "none known" are answers only while nothing is listed. */
static void
show_state (MesoHealthPage *self)
{
  gboolean listed = get_row (self, 0) != NULL;

  gtk_widget_set_visible (self->asked, !listed);
  gtk_widget_set_visible (GTK_WIDGET (self->list), listed);
}

static void
changed (MesoHealthPage *self)
{
  show_state (self);
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void row_removed (MesoHealthPage *self, MesoHealthRow *row);

static MesoHealthRow *
add_row (MesoHealthPage       *self,
         const MesoHealthItem *item,
         int                   index)
{
  GtkWidget *row = meso_health_row_new (item, self->substances);

  g_signal_connect_object (row, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (row_removed), self, G_CONNECT_SWAPPED);
  gtk_list_box_insert (self->list, row, index);
  return MESO_HEALTH_ROW (row);
}

typedef struct
{
  MesoHealthPage *page;
  MesoHealthItem *item;
  int index;
} Removed;

static void
removed_free (gpointer  data,
              GClosure *closure)
{
  Removed *self = data;

  g_object_unref (self->page);
  meso_health_item_free (self->item);
  g_free (self);
}

static void
put_back (AdwToast *toast,
          Removed  *removed)
{
  MesoHealthRow *row = add_row (removed->page, removed->item, removed->index);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  changed (removed->page);
}

static void
row_removed (MesoHealthPage *self,
             MesoHealthRow  *row)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  Removed *removed = g_new0 (Removed, 1);
  AdwToast *toast;

  removed->page = g_object_ref (self);
  removed->item = meso_health_row_dup_item (row);
  removed->index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  changed (self);
  if (toasts == NULL || *removed->item->what == '\0')
    {
      removed_free (removed, NULL);
      return;
    }
  toast = g_object_new (ADW_TYPE_TOAST, "title", _("Taken out"), "use-markup", FALSE, "button-label", _("_Undo"), NULL);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (put_back), removed, removed_free, G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), toast);
}

static void
add_clicked (MesoHealthPage *self)
{
  g_autoptr(MesoHealthItem) item = meso_health_item_new (self->kind, "");
  MesoHealthRow *row = add_row (self, item, -1);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  show_state (self);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
meso_health_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_HEALTH_PAGE);
  G_OBJECT_CLASS (meso_health_page_parent_class)->dispose (object);
}

static void
meso_health_page_finalize (GObject *object)
{
  MesoHealthPage *self = MESO_HEALTH_PAGE (object);

  g_clear_pointer (&self->substances, g_ptr_array_unref);
  g_clear_pointer (&self->past, g_ptr_array_unref);
  g_clear_pointer (&self->past_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (meso_health_page_parent_class)->finalize (object);
}

static void
meso_health_page_class_init (MesoHealthPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_health_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = meso_health_page_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-health-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoHealthPage, bar);
  gtk_widget_class_bind_template_child (widget_class, MesoHealthPage, asked);
  gtk_widget_class_bind_template_child (widget_class, MesoHealthPage, not_asked);
  gtk_widget_class_bind_template_child (widget_class, MesoHealthPage, none_known);
  gtk_widget_class_bind_template_child (widget_class, MesoHealthPage, list);
  gtk_widget_class_bind_template_child (widget_class, MesoHealthPage, add);
  gtk_widget_class_bind_template_child (widget_class, MesoHealthPage, earlier);
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked);
}

static void
meso_health_page_init (MesoHealthPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->substances = g_ptr_array_new ();
  self->past = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_health_item_free);
  self->past_rows = g_ptr_array_new ();
  show_state (self);
}

static const char *
get_add_label (MesoHealthKind kind)
{
  switch (kind)
    {
    case MESO_HEALTH_ALLERGY:
      return _("_Add Allergy");
    case MESO_HEALTH_MEDICINE:
      return _("_Add Medicine or Supplement");
    case MESO_HEALTH_CONDITION:
    default:
      return _("_Add Condition");
    }
}

MesoHealthPage *
meso_health_page_new (MesoHealthKind kind)
{
  MesoHealthPage *self = g_object_new (MESO_TYPE_HEALTH_PAGE, "title", meso_health_words_title (kind),
                                       "tag", meso_health_kind_to_list (kind), NULL);

  self->kind = kind;
  gtk_button_set_label (self->add, get_add_label (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, meso_health_words_title (kind), -1);
  return self;
}

void
meso_health_page_set_substances (MesoHealthPage *self,
                                 GPtrArray      *substances)
{
  g_ptr_array_unref (self->substances);
  self->substances = g_ptr_array_ref (substances);
}

static void
add_past (MesoHealthPage       *self,
          const MesoHealthItem *item)
{
  g_autofree char *detail = meso_health_words_detail (item);
  g_autoptr(GString) line = g_string_new (detail);
  g_autofree char *reason = *item->reason != '\0' ? meso_words_isolate (item->reason) : NULL;
  GtkWidget *row;

  g_ptr_array_add (self->past, meso_health_item_copy (item));
  /* What was written anew stands in the list itself, and in the history. */
  if (item->status == MESO_HEALTH_REPLACED)
    return;
  meso_words_append (line, item->status == MESO_HEALTH_ENTERED_IN_ERROR ? _("entered in error") : NULL);
  meso_words_append (line, reason);
  row = meso_data_row_new (ADW_TYPE_ACTION_ROW, item->what, line->str);
  gtk_widget_add_css_class (row, "dimmed");
  g_ptr_array_add (self->past_rows, row);
  adw_preferences_group_add (self->earlier, row);
}

void
meso_health_page_show (MesoHealthPage          *self,
                       const MesoPatientRecord *record)
{
  gboolean none = *meso_patient_asked_of (record->patient, self->kind) == MESO_ASKED_NONE;

  self->filling = TRUE;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->past_rows->len; i++)
    adw_preferences_group_remove (self->earlier, g_ptr_array_index (self->past_rows, i));
  g_ptr_array_set_size (self->past_rows, 0);
  g_ptr_array_set_size (self->past, 0);
  for (guint i = 0; i < record->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (record->items, i);

      if (item->kind != self->kind)
        continue;
      /* What a draft ended isn't over yet. */
      if (item->ended_at == NULL)
        add_row (self, item, -1);
      else
        add_past (self, item);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), self->past_rows->len > 0);
  gtk_check_button_set_active (none ? self->none_known : self->not_asked, TRUE);
  show_state (self);
  self->filling = FALSE;
}

void
meso_health_page_fill (MesoHealthPage    *self,
                       MesoPatientRecord *record)
{
  gboolean holds = FALSE;

  for (guint i = record->items->len; i > 0; i--)
    {
      if (((const MesoHealthItem *) g_ptr_array_index (record->items, i - 1))->kind == self->kind)
        g_ptr_array_remove_index (record->items, i - 1);
    }
  for (guint i = 0; i < self->past->len; i++)
    g_ptr_array_add (record->items, meso_health_item_copy (g_ptr_array_index (self->past, i)));
  for (int i = 0; get_row (self, i) != NULL; i++)
    {
      MesoHealthItem *item;

      if (meso_health_row_is_empty (get_row (self, i)))
        continue;
      item = meso_health_row_dup_item (get_row (self, i));
      holds = holds || item->status == MESO_HEALTH_ACTIVE;
      g_ptr_array_add (record->items, item);
    }
  *meso_patient_asked_of (record->patient, self->kind) =
    holds ? MESO_ASKED_LISTED
          : get_row (self, 0) == NULL && gtk_check_button_get_active (self->none_known) ? MESO_ASKED_NONE : MESO_ASKED_NOT;
}

char *
meso_health_page_dup_summary (MesoHealthPage *self)
{
  g_autoptr(MesoPatientRecord) record = meso_patient_record_new (meso_patient_new ());

  meso_health_page_fill (self, record);
  return meso_health_words_of (record, self->kind);
}

void
meso_health_page_add_button (MesoHealthPage *self,
                             GtkWidget      *button)
{
  adw_header_bar_pack_end (self->bar, button);
}

GtkWidget *
meso_health_page_check (MesoHealthPage *self)
{
  GtkWidget *first = NULL;

  for (int i = 0; get_row (self, i) != NULL; i++)
    {
      GtkWidget *field = meso_health_row_check (get_row (self, i));

      if (first == NULL)
        first = field;
    }
  return first;
}
