/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-draft-keeper.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-draft-service.h"
#include "meso-text.h"

/* Half a second with the time that writing takes. */
#define WAIT_MS 400
/* While the disk takes nothing: how long until it is asked again. */
#define RETRY_MS 5000

struct _MesoDraftKeeper
{
  GObject parent_instance;

  MesoContext *context;
  char *entity;
  char *key;
  char *pending;        /* (nullable): typed, and not yet on its way to the disk */
  char *sent;           /* (nullable): on its way to the disk */
  guint timer;
  int saved_at;
  gboolean failed;
  GtkWidget *form;      /* (nullable): weak, whose text it is */
  GtkWidget *banner;    /* (nullable): weak */
};

G_DEFINE_FINAL_TYPE (MesoDraftKeeper, meso_draft_keeper, G_TYPE_OBJECT)

enum { PROP_0, PROP_SAVED_AT, PROP_FAILED, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* Every keeper that lives, so that a window that closes leaves nothing behind. */
static GPtrArray *keepers;

/* loaded: who is told what was kept */
typedef struct
{
  char *entity;
  char *key;
  char *text;
  MesoDraftLoaded loaded;
  gpointer user_data;
} Request;

typedef struct
{
  char *text;           /* (nullable) */
  MesoDraftLoaded loaded;
  gpointer user_data;
} Answer;

static Request *
request_new (MesoDraftKeeper *self,
             char            *text)
{
  Request *request = g_new0 (Request, 1);

  request->entity = g_strdup (self->entity);
  request->key = g_strdup (self->key);
  request->text = text;
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->entity);
  g_free (request->key);
  g_free (request->text);
  g_free (request);
}

static gpointer
put_draft (MesoClinic  *clinic,
           gpointer     data,
           GError     **error)
{
  Request *request = data;

  meso_draft_service_put (clinic, request->entity, request->key, request->text, error);
  return NULL;
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->text);
  g_free (answer);
}

/* A draft that can't be read is as good as none: the form opens empty. */
static gpointer
get_draft (MesoClinic  *clinic,
           gpointer     data,
           GError     **error)
{
  Request *request = data;
  g_autoptr(MesoDraft) draft = meso_draft_service_get (clinic, request->entity, request->key, NULL);
  Answer *answer = g_new0 (Answer, 1);

  answer->text = draft != NULL ? g_strdup (draft->text) : NULL;
  answer->loaded = request->loaded;
  answer->user_data = request->user_data;
  return answer;
}

static gpointer
remove_draft (MesoClinic  *clinic,
              gpointer     data,
              GError     **error)
{
  Request *request = data;

  meso_draft_service_remove (clinic, request->entity, request->key, error);
  return NULL;
}

static gboolean time_is_up (gpointer user_data);

/* What the form stands in, so that a sentence can be put over all of it. */
static AdwToolbarView *
find_toolbar_view (GtkWidget *widget)
{
  AdwToolbarView *found = ADW_IS_TOOLBAR_VIEW (widget) ? ADW_TOOLBAR_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_toolbar_view (child);
  return found;
}

static GtkWidget *
ensure_banner (MesoDraftKeeper *self)
{
  AdwToolbarView *view = self->form != NULL ? find_toolbar_view (self->form) : NULL;
  GtkWidget *banner;

  if (self->banner != NULL || view == NULL)
    return self->banner;
  banner = adw_banner_new (_("What is typed can’t be kept as a draft now; the disk may be full. Nothing stored before is harmed. "
                             "Save before you leave, or make room on the disk."));
  adw_banner_set_use_markup (ADW_BANNER (banner), FALSE);
  /* One that isn't revealed would be read out all the same. */
  g_object_bind_property (banner, "revealed", banner, "visible", G_BINDING_SYNC_CREATE);
  adw_toolbar_view_add_top_bar (view, banner);
  g_set_weak_pointer (&self->banner, banner);
  return banner;
}

/* For as long as it is so, whatever the form itself says of its draft. */
static void
set_failed (MesoDraftKeeper *self,
            gboolean         failed)
{
  GtkWidget *banner = failed ? ensure_banner (self) : self->banner;

  if (self->failed == failed)
    return;
  self->failed = failed;
  if (banner != NULL)
    {
      adw_banner_set_revealed (ADW_BANNER (banner), failed);
      if (failed)
        gtk_accessible_announce (GTK_ACCESSIBLE (banner), adw_banner_get_title (ADW_BANNER (banner)),
                                 GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAILED]);
}

static void
draft_put (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(MesoDraftKeeper) self = user_data;
  g_autofree char *sent = g_steal_pointer (&self->sent);
  g_autoptr(GError) error = NULL;

  meso_clinic_call_finish (MESO_CLINIC (source), result, &error);
  if (self->context == NULL)
    return;
  set_failed (self, error != NULL);
  if (error != NULL && self->pending == NULL && sent != NULL)
    {
      self->pending = g_steal_pointer (&sent);
      self->timer = g_timeout_add (RETRY_MS, time_is_up, self);
    }
  if (error != NULL)
    return;
  self->saved_at = meso_context_get_now (self->context).minute;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED_AT]);
}

static void
ignore_answer (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  meso_clinic_call_finish (MESO_CLINIC (source), result, NULL);
}

static gboolean
time_is_up (gpointer user_data)
{
  MesoDraftKeeper *self = user_data;

  self->timer = 0;
  meso_draft_keeper_flush (self);
  return G_SOURCE_REMOVE;
}

static void
meso_draft_keeper_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  MesoDraftKeeper *self = MESO_DRAFT_KEEPER (object);

  switch (id)
    {
    case PROP_SAVED_AT:
      g_value_set_int (value, self->saved_at);
      break;
    case PROP_FAILED:
      g_value_set_boolean (value, self->failed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
meso_draft_keeper_dispose (GObject *object)
{
  MesoDraftKeeper *self = MESO_DRAFT_KEEPER (object);

  /* Nobody waits for this answer, and a reference would bring the keeper back to life. */
  if (self->pending != NULL)
    meso_clinic_call_async (meso_context_get_clinic (self->context), put_draft,
                            request_new (self, g_steal_pointer (&self->pending)), request_free, NULL, NULL, ignore_answer, NULL);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_weak_pointer (&self->form);
  g_clear_weak_pointer (&self->banner);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_draft_keeper_parent_class)->dispose (object);
}

static void
meso_draft_keeper_finalize (GObject *object)
{
  MesoDraftKeeper *self = MESO_DRAFT_KEEPER (object);

  g_ptr_array_remove_fast (keepers, self);
  g_free (self->sent);
  g_free (self->entity);
  g_free (self->key);
  G_OBJECT_CLASS (meso_draft_keeper_parent_class)->finalize (object);
}

static void
meso_draft_keeper_class_init (MesoDraftKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = meso_draft_keeper_get_property;
  object_class->dispose = meso_draft_keeper_dispose;
  object_class->finalize = meso_draft_keeper_finalize;
  properties[PROP_SAVED_AT] = g_param_spec_int ("saved-at", NULL, NULL, -1, 24 * 60 - 1, -1,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FAILED] = g_param_spec_boolean ("failed", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  keepers = g_ptr_array_new ();
}

static void
meso_draft_keeper_init (MesoDraftKeeper *self)
{
  self->saved_at = -1;
  g_ptr_array_add (keepers, self);
}

MesoDraftKeeper *
meso_draft_keeper_new (MesoContext *context,
                       const char  *entity,
                       const char  *key)
{
  MesoDraftKeeper *self = g_object_new (MESO_TYPE_DRAFT_KEEPER, NULL);

  self->context = g_object_ref (context);
  self->entity = g_strdup (entity);
  self->key = g_strdup (key);
  return self;
}

static void
draft_got (GtkWidget    *widget,
           gpointer      result,
           const GError *error,
           gpointer      user_data)
{
  const Answer *answer = result;

  if (answer != NULL)
    answer->loaded (widget, answer->text, answer->user_data);
}

void
meso_draft_keeper_load (MesoDraftKeeper *self,
                        GtkWidget       *widget,
                        MesoDraftLoaded  loaded,
                        gpointer         user_data)
{
  Request *request = request_new (self, NULL);

  g_set_weak_pointer (&self->form, widget);
  request->loaded = loaded;
  request->user_data = user_data;
  meso_context_call (self->context, widget, get_draft, request, request_free, answer_free, draft_got, NULL);
}

void
meso_draft_keeper_set_text (MesoDraftKeeper *self,
                            const char      *text)
{
  g_set_str (&self->pending, text);
  if (self->timer == 0)
    self->timer = g_timeout_add (WAIT_MS, time_is_up, self);
}

void
meso_draft_keeper_flush (MesoDraftKeeper *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->pending == NULL)
    return;
  g_set_str (&self->sent, self->pending);
  meso_clinic_call_async (meso_context_get_clinic (self->context), put_draft,
                          request_new (self, g_steal_pointer (&self->pending)), request_free, NULL, NULL, draft_put,
                          g_object_ref (self));
}

void
meso_draft_keeper_discard (MesoDraftKeeper *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->pending, g_free);
  g_clear_pointer (&self->sent, g_free);
  /* Calls keep their order: a save that is under way is done before this. */
  meso_clinic_call_async (meso_context_get_clinic (self->context), remove_draft, request_new (self, NULL), request_free, NULL, NULL,
                          ignore_answer, NULL);
}

char *
meso_draft_keeper_dup_saved (MesoDraftKeeper *self)
{
  g_autofree char *time = NULL;
  g_autofree char *isolated = NULL;

  if (self->saved_at < 0)
    return NULL;
  time = meso_context_format_minute (self->context, self->saved_at);
  isolated = meso_text_isolate (time);
  /* Translators: %s is a time of day */
  return g_strdup_printf (_("Draft saved %s"), isolated);
}

void
meso_draft_keeper_flush_all (MesoContext *context)
{
  for (guint i = 0; keepers != NULL && i < keepers->len; i++)
    {
      MesoDraftKeeper *self = g_ptr_array_index (keepers, i);

      if (self->context == context)
        meso_draft_keeper_flush (self);
    }
}
