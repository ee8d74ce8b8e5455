/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-draft-put.h"

#include "meso-draft-service.h"
#include "meso-undo.h"

typedef struct
{
  char *entity;
  char *key;
  char *text;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *self = data;

  g_free (self->entity);
  g_free (self->key);
  g_free (self->text);
  g_free (self);
}

static gpointer
put (MesoClinic  *clinic,
     gpointer     request,
     GError     **error)
{
  const Draft *draft = request;

  meso_draft_service_put (clinic, draft->entity, draft->key, draft->text, error);
  return NULL;
}

void
meso_draft_put_offer (GtkWidget   *widget,
                      MesoContext *context,
                      const char  *said,
                      const char  *entity,
                      const char  *key,
                      const char  *text,
                      const char  *action,
                      const char  *target)
{
  Draft *draft = g_new0 (Draft, 1);

  draft->entity = g_strdup (entity);
  draft->key = g_strdup (key);
  draft->text = g_strdup (text);
  meso_undo_offer_then (widget, context, said, put, draft, draft_free, action, g_variant_new_string (target));
}
