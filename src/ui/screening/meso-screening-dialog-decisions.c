/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-dialog-private.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "meso-clearance-page.h"
#include "meso-error-presenter.h"
#include "meso-override-page.h"
#include "meso-staff-service.h"

/* desk (transfer none): lives as long as the result is looked at */
static MesoResult
make_result (MesoScreeningDialog *self,
             const MesoStaff     *desk)
{
  const MesoScreeningFile *file = self->file;

  return (MesoResult) {
    .form = self->form, .protocol = file->protocol, .verdict = file->screening->verdict, .response = file->screening->response,
    .screening = file->screening, .decisions = file->decisions, .staff = file->staff, .desk = desk,
    .eligibility = file->eligibility, .next_step = file->chart->next_step, .today = meso_context_get_today (self->context),
  };
}

static MesoStaff *
dup_desk (MesoScreeningDialog *self)
{
  return meso_staff_service_dup_desk (meso_context_get_clinic (self->context));
}

/* From here on the questions are over. */
static void
end_interview (MesoScreeningDialog *self)
{
  g_clear_pointer (&self->interview, meso_interview_free);
  g_clear_object (&self->facts);
}

void
meso_screening_dialog_show_stored (MesoScreeningDialog *self)
{
  g_autoptr(MesoStaff) desk = dup_desk (self);
  MesoResult result = make_result (self, desk);
  gboolean was_asking = self->interview != NULL;

  if (was_asking && self->form == MESO_FORM_SHORT && !meso_result_needs_physician (&result) &&
      meso_eligibility_allows_session (result.screening, result.eligibility))
    {
      meso_error_presenter_say (GTK_WIDGET (self), _("The short form is stored: nothing speaks against today’s session."), NULL);
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  meso_screening_dialog_show_result (self, &result);
  if (adw_navigation_view_get_visible_page (self->view) == ADW_NAVIGATION_PAGE (self->verdict_page) && !was_asking)
    {
      meso_verdict_page_focus (self->verdict_page);
      return;
    }
  /* Somebody is deciding: what they write stays in front of them. */
  if (!was_asking && self->busy)
    return;
  adw_navigation_view_replace (self->view, (AdwNavigationPage **) &self->verdict_page, 1);
  end_interview (self);
  meso_screening_dialog_show_page (self);
}

static void
decided (GtkWidget    *widget,
         gpointer      result,
         const GError *error,
         gpointer      user_data)
{
  MesoScreeningDialog *self = MESO_SCREENING_DIALOG (widget);

  meso_screening_dialog_set_busy (self, FALSE);
  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("record the decision"), error);
      return;
    }
  if (self->reasons_keeper != NULL)
    meso_draft_keeper_discard (self->reasons_keeper);
  g_clear_object (&self->reasons_keeper);
  adw_navigation_view_pop_to_page (self->view, ADW_NAVIGATION_PAGE (self->verdict_page));
  meso_screening_dialog_load (self);
}

static void
send (MesoScreeningDialog  *self,
      MesoScreeningRequest *request)
{
  meso_screening_dialog_set_busy (self, TRUE);
  meso_context_call (self->context, GTK_WIDGET (self), meso_screening_call_decide, request, meso_screening_request_free, NULL,
                     decided, NULL);
}

/* rule NULL for the whole; reason (nullable) */
static MesoScreeningDecision *
make_decision (MesoScreeningDialog *self,
               MesoDecisionKind     kind,
               const char          *rule,
               const char          *reason)
{
  MesoScreeningDecision *decision = meso_screening_decision_new ();

  decision->screening = g_strdup (self->screening_id);
  decision->kind = kind;
  decision->rule = g_strdup (rule);
  if (reason != NULL)
    g_set_str (&decision->reason, reason);
  return decision;
}

static void
send_decision (MesoScreeningDialog   *self,
               MesoScreeningDecision *decision)
{
  MesoScreeningRequest *request = meso_screening_dialog_make_request (self);

  request->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_screening_decision_free);
  g_ptr_array_add (request->decisions, decision);
  send (self, request);
}

/* All of them are answered by this, so that signing is part of it. */
static void
go_on_decided (MesoScreeningDialog *self,
               MesoOverridePage    *page)
{
  MesoScreeningRequest *request = meso_screening_dialog_make_request (self);

  request->reasons = meso_override_page_get (page);
  send (self, request);
}

static void
one_decided (MesoScreeningDialog *self,
             MesoOverridePage    *page)
{
  g_autoptr(GHashTable) reasons = meso_override_page_get (page);
  GHashTableIter iter;
  gpointer rule;
  gpointer reason;

  g_hash_table_iter_init (&iter, reasons);
  if (g_hash_table_iter_next (&iter, &rule, &reason))
    send_decision (self, make_decision (self, MESO_DECISION_OVERRIDE, rule, reason));
}

static char *
dup_whole (MesoOverridePage *page)
{
  g_autoptr(GHashTable) reasons = meso_override_page_get (page);

  return g_strdup (g_hash_table_lookup (reasons, ""));
}

static void
sign_decided (MesoScreeningDialog *self,
              MesoOverridePage    *page)
{
  g_autofree char *reason = dup_whole (page);

  send_decision (self, make_decision (self, MESO_DECISION_SIGN, NULL, reason));
}

static void
wait_decided (MesoScreeningDialog *self,
              MesoOverridePage    *page)
{
  g_autofree char *note = dup_whole (page);

  send_decision (self, make_decision (self, MESO_DECISION_WAIT, NULL, *note != '\0' ? note : NULL));
}

static void
clearance_decided (MesoScreeningDialog *self,
                   MesoClearancePage   *page)
{
  MesoScreeningDecision *decision = meso_clearance_page_get (page);

  decision->screening = g_strdup (self->screening_id);
  send_decision (self, decision);
}

/* The reasons by rule, as { "MENS": "…" } */
static void
reasons_changed (MesoScreeningDialog *self,
                 MesoOverridePage    *page)
{
  g_autoptr(GHashTable) reasons = meso_override_page_get (page);
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;
  GHashTableIter iter;
  gpointer rule;
  gpointer reason;

  g_hash_table_iter_init (&iter, reasons);
  while (g_hash_table_iter_next (&iter, &rule, &reason))
    json_object_set_string_member (object, rule, reason);
  json_node_set_object (node, object);
  text = json_to_string (node, FALSE);
  if (self->reasons_keeper == NULL)
    self->reasons_keeper = meso_draft_keeper_new (self->context, MESO_DECISION_DRAFT, self->screening_id);
  meso_draft_keeper_set_text (self->reasons_keeper, text);
  g_set_str (&self->file->draft, text);
}

static char *
dup_draft_reason (MesoScreeningDialog *self,
                  const char          *rule)
{
  g_autoptr(JsonNode) node = self->file->draft != NULL ? json_from_string (self->file->draft, NULL) : NULL;
  const char *text = node != NULL && JSON_NODE_HOLDS_OBJECT (node)
                       ? json_object_get_string_member_with_default (json_node_get_object (node), rule, "") : "";

  return g_strdup (text);
}

static void
add_reason (MesoScreeningDialog *self,
            MesoOverridePage    *page,
            const char          *rule,
            const char          *finding,
            const char          *field,
            gboolean             required)
{
  g_autofree char *text = dup_draft_reason (self, rule);

  meso_override_page_add (page, rule, finding, field, required, text);
}

static void
push_reasons (MesoScreeningDialog *self,
              MesoOverridePage    *page,
              GCallback            callback)
{
  g_signal_connect_object (page, "decided", callback, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "changed", G_CALLBACK (reasons_changed), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (page));
}

/* Several findings of one rule are decided on together. */
static const MesoFinding *
find_first_of_rule (const MesoResult *result,
                    const char       *rule)
{
  for (guint i = 0; i < result->verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (result->verdict->findings, i);

      if (g_str_equal (finding->rule, rule) &&
          (meso_result_may_override (result, finding) || meso_result_may_clear (result, finding)))
        return finding;
    }
  return NULL;
}

void
meso_screening_dialog_decide (MesoScreeningDialog *self,
                              const char          *rule)
{
  g_autoptr(MesoStaff) desk = dup_desk (self);
  MesoResult result = make_result (self, desk);
  gboolean all = meso_result_may_override_all (&result);
  MesoOverridePage *page;

  if (!meso_result_has_physician (&result) || (!all && find_first_of_rule (&result, rule) == NULL))
    return;
  page = meso_override_page_new (self->context, _("Decide as Physician"),
                                 all ? _("Treatment goes on although this stands. Each reason is kept with your name, and printed.")
                                     : _("The reason is kept with your name, and printed. Other findings stay to be answered."),
                                 desk->name, all ? _("_Go On and Sign") : _("_Record Decision"));
  for (guint i = 0; i < result.verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (result.verdict->findings, i);

      if (meso_result_may_override (&result, finding) && find_first_of_rule (&result, finding->rule) == finding &&
          (all || g_str_equal (finding->rule, rule)))
        add_reason (self, page, finding->rule, meso_local_text_get (finding->reason, meso_context_get_language (self->context)),
                    _("Why it is right to go on"), TRUE);
    }
  push_reasons (self, page, all ? G_CALLBACK (go_on_decided) : G_CALLBACK (one_decided));
}

void
meso_screening_dialog_clear (MesoScreeningDialog *self,
                             const char          *rule)
{
  g_autoptr(MesoStaff) desk = dup_desk (self);
  MesoResult result = make_result (self, desk);
  const MesoFinding *finding = find_first_of_rule (&result, rule);
  MesoClearancePage *page;

  if (!meso_result_has_physician (&result) || finding == NULL)
    return;
  page = meso_clearance_page_new (self->context, finding, desk->name);
  g_signal_connect_object (page, "decided", G_CALLBACK (clearance_decided), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (page));
}

void
meso_screening_dialog_sign (MesoScreeningDialog *self)
{
  g_autoptr(MesoStaff) desk = dup_desk (self);
  MesoResult result = make_result (self, desk);
  MesoOverridePage *page;

  if (!meso_result_has_physician (&result))
    return;
  if (result.verdict->outcome == MESO_OUTCOME_SUITABLE)
    {
      send_decision (self, make_decision (self, MESO_DECISION_SIGN, NULL, NULL));
      return;
    }
  page = meso_override_page_new (self->context, _("Sign"),
                                 _("Every finding is answered. Your reason is kept with your name, and printed."), desk->name,
                                 _("_Sign"));
  add_reason (self, page, "", NULL, _("Why it is right to go on"), TRUE);
  push_reasons (self, page, G_CALLBACK (sign_decided));
}

void
meso_screening_dialog_wait (MesoScreeningDialog *self)
{
  g_autoptr(MesoStaff) desk = dup_desk (self);
  MesoResult result = make_result (self, desk);
  MesoOverridePage *page;

  if (!meso_result_has_physician (&result))
    return;
  page = meso_override_page_new (self->context, _("Wait"),
                                 _("No treatment until a physician decides otherwise. A signature from before counts no more."),
                                 desk->name, _("_Wait"));
  add_reason (self, page, "", NULL, _("Note (may be left empty)"), FALSE);
  push_reasons (self, page, G_CALLBACK (wait_decided));
}
