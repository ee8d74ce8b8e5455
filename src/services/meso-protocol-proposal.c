/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-proposal.h"

#include "meso-protocol-clinic.h"
#include "meso-protocol-layer.h"
#include "meso-services-error.h"

/* What somebody reads of a file that is wrong all over. */
#define MAX_FAULTS 100

typedef struct
{
  MesoContent *shipped;
  guint number;
  gboolean unsettled;         /* something was set aside: what is left has yet to become the clinic's protocol */
  MesoProtocolClinic *current;
  MesoProtocolClinic *document;
  MesoProtocolProposal *proposal;
} Making;

/**
 * meso_protocol_proposal_free:
 * @self: (transfer full): a proposal
 */
void
meso_protocol_proposal_free (MesoProtocolProposal *self)
{
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->remarks);
  g_clear_pointer (&self->content, meso_content_unref);
  g_free (self);
}

static void
add_error (Making *making,
           GError *error)
{
  g_ptr_array_add (making->proposal->faults, g_strdup (error->message));
  g_error_free (error);
}

static gboolean
check_document (Making     *making,
                const char *name,
                GBytes     *bytes)
{
  g_autoptr(GPtrArray) documents = meso_content_join (making->shipped, name, bytes);
  g_autoptr(GPtrArray) faults = meso_protocol_validate (documents);

  if (faults->len > MAX_FAULTS)
    g_ptr_array_set_size (faults, MAX_FAULTS);
  g_ptr_array_extend_and_steal (making->proposal->faults, g_steal_pointer (&faults));
  return making->proposal->faults->len == 0;
}

/* (transfer full) (nullable): what ships with the document as it is now */
static MesoProtocol *
read_document (Making *making)
{
  g_autoptr(GBytes) bytes = meso_protocol_clinic_write (making->document, making->number);
  g_autoptr(GPtrArray) documents = NULL;
  g_autoptr(GError) error = NULL;
  MesoProtocol *protocol = NULL;

  if (!check_document (making, MESO_PROTOCOL_CLINIC_NAME, bytes))
    return NULL;
  documents = meso_content_join (making->shipped, MESO_PROTOCOL_CLINIC_NAME, bytes);
  protocol = meso_protocol_new (documents, &error);
  if (protocol == NULL)
    add_error (making, g_steal_pointer (&error));
  return protocol;
}

static gboolean
take_file (Making                 *making,
           const MesoProtocolWish *wish)
{
  GError *error = NULL;

  if (!check_document (making, wish->name, wish->file))
    return FALSE;
  making->document = meso_protocol_clinic_parse (wish->name, wish->file, &error);
  if (making->document == NULL)
    add_error (making, error);
  return making->document != NULL;
}

static gboolean
take_wish (Making                 *making,
           const MesoProtocolWish *wish)
{
  if (wish->file != NULL)
    return take_file (making, wish);

  making->document = meso_protocol_clinic_copy (making->current);
  for (guint i = 0; wish->edits != NULL && i < wish->edits->len; i++)
    meso_protocol_clinic_edit (making->document, g_ptr_array_index (wish->edits, i));
  return TRUE;
}

static void
keep_reviews (Making             *making,
              const MesoProtocol *protocol)
{
  g_autoptr(GPtrArray) unknown = meso_protocol_clinic_keep_reviews (making->document, making->current, protocol);

  for (guint i = 0; i < unknown->len; i++)
    g_ptr_array_add (making->proposal->remarks,
                     g_strdup_printf ("The signature under %s wasn't given in this clinic, and is left out",
                                      (const char *) g_ptr_array_index (unknown, i)));
}

static gboolean
is_on (const MesoProtocol *protocol,
       const char         *id)
{
  const GPtrArray *rules = meso_protocol_get_rules (protocol);

  for (guint i = 0; i < rules->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (rules, i);

      if (g_str_equal (rule->id, id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
sign (Making                 *making,
      const MesoProtocol     *protocol,
      const MesoProtocolWish *wish)
{
  for (guint i = 0; wish->rules != NULL && wish->rules[i] != NULL; i++)
    {
      const MesoProtocolReview *review;

      if (!is_on (protocol, wish->rules[i]))
        {
          g_ptr_array_add (making->proposal->faults, g_strdup_printf ("There is no rule %s that could be signed", wish->rules[i]));
          return FALSE;
        }
      review = meso_protocol_lookup_review (protocol, wish->rules[i]);
      if (review == NULL || !review->current || !g_str_equal (review->by, wish->by))
        meso_protocol_clinic_sign (making->document, protocol, wish->rules[i], wish->by, wish->on);
    }
  return TRUE;
}

/* The document is read twice: what it is bound to and what is signed shows only once it has been laid over what ships. */
static void
make (Making                 *making,
      const MesoProtocolWish *wish)
{
  g_autoptr(MesoProtocol) protocol = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GError *error = NULL;

  if (!take_wish (making, wish) || (protocol = read_document (making)) == NULL)
    return;
  if (wish->file != NULL)
    keep_reviews (making, protocol);
  meso_protocol_clinic_bind (making->document, protocol);
  if (!sign (making, protocol, wish) ||
      (!making->unsettled && meso_protocol_clinic_equal (making->document, making->current)))
    return;

  bytes = meso_protocol_clinic_write (making->document, making->number);
  if (!check_document (making, MESO_PROTOCOL_CLINIC_NAME, bytes))
    return;
  making->proposal->content = meso_content_new_for_clinic (making->shipped, making->number, bytes, &error);
  if (error != NULL)
    add_error (making, error);
}

/**
 * meso_protocol_proposal_new:
 * @current: the content in use
 * @wish: what is wanted of the clinic's protocol
 *
 * Works out what the clinic's protocol would become, and checks that. What was set aside of the present one stays so.
 *
 * Returns: (transfer full): it
 */
MesoProtocolProposal *
meso_protocol_proposal_new (MesoContent            *current,
                            const MesoProtocolWish *wish)
{
  MesoProtocolProposal *self = g_new0 (MesoProtocolProposal, 1);
  GBytes *bytes = meso_content_get_clinic (current);
  g_autoptr(MesoProtocolClinic) document = NULL;
  Making making = {
    .shipped = meso_content_get_shipped (current),
    .number = meso_content_get_number (current) + 1,
    .unsettled = meso_content_get_set_aside (current)->len > 0,
    .proposal = self,
  };

  self->faults = g_ptr_array_new_with_free_func (g_free);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  document = bytes != NULL ? meso_protocol_clinic_parse (MESO_PROTOCOL_CLINIC_NAME, bytes, NULL) : meso_protocol_clinic_new ();
  making.current = document;
  make (&making, wish);
  g_clear_pointer (&making.document, meso_protocol_clinic_free);
  return self;
}
