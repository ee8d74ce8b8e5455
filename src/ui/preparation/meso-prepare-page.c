/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-prepare-page-private.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-local-day.h"
#include "meso-prepare-beginning.h"
#include "meso-prepare-picking.h"
#include "meso-stack-leaving.h"
#include "meso-staff-service.h"

/* What is mixed now is mixed a little later each time somebody looks. */
#define CLOCK_SECONDS 20

G_DEFINE_FINAL_TYPE (MesoPreparePage, meso_prepare_page, ADW_TYPE_NAVIGATION_PAGE)

gboolean
meso_prepare_page_is_idle (MesoPreparePage *self)
{
  return self->form != NULL && !self->signing && !self->signed_now;
}

/* Who makes it: whoever is at the desk; of what is corrected, who made that. (transfer full) */
static MesoStaff *
dup_preparer (MesoPreparePage *self)
{
  if (self->facts->original != NULL && self->facts->preparer != NULL)
    return meso_staff_copy (self->facts->preparer);
  return meso_staff_service_dup_desk (meso_context_get_clinic (self->context));
}

static void
show_before (MesoPreparePage *self)
{
  MesoCivilTime now = meso_context_get_now (self->context);
  MesoCivilTime mixed = meso_prepare_form_get_mixed (self->form, now);
  g_autofree char *now_utc = meso_local_day_moment_at (now);
  g_autofree char *mixed_at = meso_calendar_date_is_set (mixed.date) ? meso_local_day_moment_at (mixed) : NULL;
  g_autofree char *use_before = mixed_at != NULL ? meso_prepare_form_get_use_before (self->form, self->facts, mixed_at) : NULL;

  meso_prepare_details_show_before (self->details, use_before, use_before != NULL && g_strcmp0 (use_before, now_utc) <= 0);
}

/* What was made once is recorded rightly, whatever is known of the patient since. */
static gboolean
is_barred (MesoPreparePage *self)
{
  return self->facts->original == NULL && self->facts->plan->bar != MESO_PREPARATION_OPEN;
}

MesoPreparation *
meso_prepare_page_build (MesoPreparePage *self)
{
  char *none[MESO_PREPARE_N_FIELDS] = { NULL };
  char *faults[MESO_PREPARE_N_FIELDS] = { NULL };
  MesoCivilTime now = meso_context_get_now (self->context);
  g_autoptr(MesoStaff) preparer = dup_preparer (self);
  MesoPreparation *preparation = meso_prepare_form_build (self->form, self->facts, now, preparer, faults);
  guint missing = meso_prepare_form_count_open (self->form, self->facts, now) + (is_barred (self) ? 1 : 0);

  meso_prepare_details_show_faults (self->details, self->tried ? faults : none);
  show_before (self);
  for (int i = 0; i < MESO_PREPARE_N_FIELDS; i++)
    {
      missing += faults[i] != NULL ? 1 : 0;
      g_free (faults[i]);
    }
  meso_session_bar_show_missing (self->bar, self->context, missing);
  if (missing > 0)
    g_clear_pointer (&preparation, meso_preparation_free);
  return preparation;
}

void
meso_prepare_page_show (MesoPreparePage *self)
{
  g_autoptr(MesoStaff) preparer = dup_preparer (self);
  g_autoptr(MesoPreparation) preparation = NULL;

  /* Who checks may have taken the desk meanwhile, and isn't in the list then. */
  if (g_strcmp0 (self->form->checked_by, preparer->id) == 0)
    g_clear_pointer (&self->form->checked_by, g_free);
  meso_prepare_items_show (self->items, self->context, self->facts, self->form);
  preparation = meso_prepare_page_build (self);
}

/* By the person's hand. Another time of mixing may mean other lots. */
static void
form_changed (MesoPreparePage *self)
{
  MesoCivilTime now = meso_context_get_now (self->context);
  MesoCivilTime before;
  g_autoptr(MesoPreparation) preparation = NULL;

  if (!meso_prepare_page_is_idle (self))
    return;
  before = meso_prepare_form_get_mixed (self->form, now);
  meso_prepare_details_read (self->details, self->form);
  if (meso_civil_time_compare (before, meso_prepare_form_get_mixed (self->form, now)) != 0)
    meso_prepare_items_show (self->items, self->context, self->facts, self->form);
  preparation = meso_prepare_page_build (self);
  meso_prepare_page_keep_draft (self);
}

static void
lot_chosen (MesoPreparePage *self)
{
  g_autoptr(MesoPreparation) preparation = meso_prepare_page_build (self);

  meso_prepare_page_keep_draft (self);
}

static void
show_facts (MesoPreparePage *self)
{
  const MesoPreparationPlan *plan = self->facts->plan;
  g_autofree char *title = meso_prepare_beginning_dup_title (self->context, self->facts);
  g_autofree char *subtitle = meso_prepare_beginning_dup_subtitle (self->context, self->facts);
  g_autofree char *barred = meso_prepare_beginning_dup_bar (plan);
  g_autoptr(MesoStaff) preparer = dup_preparer (self);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  adw_banner_set_title (self->forbidden, barred);
  adw_banner_set_revealed (self->forbidden, is_barred (self));
  gtk_widget_set_visible (GTK_WIDGET (self->patient_card), self->facts->overview != NULL);
  if (self->facts->overview != NULL)
    meso_prepare_patient_show (self->patient_card, self->context, self->facts->overview);
  meso_prepare_details_show_facts (self->details, self->facts, preparer);
}

/* What the clinic's stock says now is shown at its row; where that explains nothing, the refusal speaks for itself. */
static void
say_refused (MesoPreparePage *self)
{
  g_autoptr(GError) error = g_steal_pointer (&self->refused);

  if (error == NULL)
    return;
  if (meso_prepare_form_count_open (self->form, self->facts, meso_context_get_now (self->context)) == 0)
    {
      meso_error_presenter_alert (GTK_WIDGET (self), _("sign the preparation"), error);
      return;
    }
  meso_error_presenter_say (GTK_WIDGET (self), _("Nothing was stored: the stock has changed meanwhile"), NULL);
  meso_prepare_items_grab_open (self->items);
}

/* What was missing may have come meanwhile; what was chosen stays. */
static void
take_offers (MesoPreparePage *self)
{
  GPtrArray *draws = meso_prepare_picking_complete (self->facts->plan, self->form->draws);

  g_ptr_array_unref (self->form->draws);
  self->form->draws = draws;
}

static void
facts_loaded (GtkWidget    *widget,
              gpointer      result,
              const GError *error,
              gpointer      user_data)
{
  MesoPreparePage *self = MESO_PREPARE_PAGE (widget);

  if (GPOINTER_TO_UINT (user_data) != self->asked)
    return;
  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("open the preparation"), error);
      return;
    }
  g_set_object (&self->facts_row, result);
  self->facts = meso_row_get_value (result);
  show_facts (self);
  if (self->form != NULL)
    {
      take_offers (self);
      meso_prepare_page_show (self);
      say_refused (self);
      return;
    }
  if (self->keeper != NULL)
    return;
  self->keeper = meso_draft_keeper_new (self->context, "preparation", self->facts->plan->version->patient != NULL
                                                                        ? self->facts->plan->version->patient
                                                                        : self->facts->plan->version->formula_id);
  meso_session_bar_set_keeper (self->bar, self->keeper);
  meso_draft_keeper_load (self->keeper, widget, meso_prepare_page_take_draft, NULL);
}

MesoPrepareRequest *
meso_prepare_page_make_request (MesoPreparePage *self)
{
  MesoPrepareRequest *request = g_new0 (MesoPrepareRequest, 1);

  request->formula = g_strdup (self->formula);
  request->version = self->facts != NULL ? self->facts->plan->version->version : self->version;
  request->amends = g_strdup (self->amends);
  request->language = g_strdup (meso_context_get_language (self->context));
  request->today = meso_context_get_today (self->context);
  return request;
}

void
meso_prepare_page_load (MesoPreparePage *self)
{
  self->asked++;
  meso_context_call (self->context, GTK_WIDGET (self), meso_prepare_call_load, meso_prepare_page_make_request (self),
                     (GDestroyNotify) meso_prepare_request_free, g_object_unref, facts_loaded, GUINT_TO_POINTER (self->asked));
}

static void
clinic_changed (MesoPreparePage *self,
                const char      *what,
                const char      *id)
{
  static const char *const watched[] = { "stock", "preparation", "formula", "screening", "decision", "patient", "staff", "desk",
                                         "protocol", NULL };

  if (meso_prepare_page_is_idle (self) && g_strv_contains (watched, what))
    meso_prepare_page_load (self);
}

static void
sign_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  meso_prepare_page_sign (MESO_PREPARE_PAGE (widget));
}

static void
open_formula (MesoPreparePage *self)
{
  const MesoFormulaVersion *version = self->facts->plan->version;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.formula", "(ss)", version->patient != NULL ? version->patient : "",
                              version->formula_id);
}

static gboolean
tick (gpointer data)
{
  MesoPreparePage *self = data;

  if (meso_prepare_page_is_idle (self) && self->form->now)
    show_before (self);
  return G_SOURCE_CONTINUE;
}

static void
meso_prepare_page_hidden (AdwNavigationPage *page)
{
  ADW_NAVIGATION_PAGE_CLASS (meso_prepare_page_parent_class)->hidden (page);
  /* What is signed isn't gone back to as a form. */
  if (MESO_PREPARE_PAGE (page)->signed_now)
    meso_stack_leave (page);
}

static void
meso_prepare_page_dispose (GObject *object)
{
  MesoPreparePage *self = MESO_PREPARE_PAGE (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  if (self->keeper != NULL)
    meso_draft_keeper_flush (self->keeper);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PREPARE_PAGE);
  g_clear_object (&self->keeper);
  self->facts = NULL;
  g_clear_object (&self->facts_row);
  g_clear_pointer (&self->form, meso_prepare_form_free);
  g_clear_error (&self->refused);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_prepare_page_parent_class)->dispose (object);
}

static void
meso_prepare_page_finalize (GObject *object)
{
  MesoPreparePage *self = MESO_PREPARE_PAGE (object);

  g_free (self->formula);
  g_free (self->amends);
  G_OBJECT_CLASS (meso_prepare_page_parent_class)->finalize (object);
}

static void
meso_prepare_page_class_init (MesoPreparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_prepare_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = meso_prepare_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hidden = meso_prepare_page_hidden;
  g_type_ensure (MESO_TYPE_PREPARE_PATIENT);
  g_type_ensure (MESO_TYPE_PREPARE_ITEMS);
  g_type_ensure (MESO_TYPE_PREPARE_DETAILS);
  g_type_ensure (MESO_TYPE_SESSION_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-prepare-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MesoPreparePage, name)
  BIND (window_title);
  BIND (resumed);
  BIND (forbidden);
  BIND (content);
  BIND (patient_card);
  BIND (items);
  BIND (details);
  BIND (bar);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, meso_prepare_page_start_afresh);
  gtk_widget_class_bind_template_callback (widget_class, open_formula);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
  gtk_widget_class_bind_template_callback (widget_class, lot_chosen);
  gtk_widget_class_install_action (widget_class, "session.sign", NULL, sign_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "session.sign", NULL);
}

static void
meso_prepare_page_init (MesoPreparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.sign", FALSE);
}

static MesoPreparePage *
create (MesoContext *context,
        const char  *formula,
        int          version,
        const char  *amends)
{
  MesoPreparePage *self = g_object_new (MESO_TYPE_PREPARE_PAGE, NULL);

  self->context = g_object_ref (context);
  self->formula = g_strdup (formula);
  self->version = version;
  self->amends = g_strdup (amends);
  self->clock = g_timeout_add_seconds (CLOCK_SECONDS, tick, self);
  meso_prepare_details_set_context (self->details, context);
  meso_session_bar_set_sign_label (self->bar, amends != NULL ? _("_Sign Correction") : _("_Sign Preparation"));
  g_signal_connect_object (meso_context_get_clinic (context), "changed", G_CALLBACK (clinic_changed), self, G_CONNECT_SWAPPED);
  meso_prepare_page_load (self);
  return self;
}

MesoPreparePage *
meso_prepare_page_new (MesoContext *context,
                       const char  *formula,
                       int          version)
{
  return create (context, formula, version, NULL);
}

MesoPreparePage *
meso_prepare_page_new_amend (MesoContext *context,
                             const char  *preparation)
{
  return create (context, NULL, 0, preparation);
}
