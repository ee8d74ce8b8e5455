/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-staff-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-store-private.h"

/* old is NULL for someone new. */
static MesoAuditBody *
describe (const MesoStaff *old, const MesoStaff *person)
{
  MesoAuditBody *body = meso_audit_body_new ();

  meso_audit_body_add (body, "name", old != NULL ? old->name : NULL, person->name);
  meso_audit_body_add (body, "role", old != NULL ? meso_role_to_string (old->role) : NULL, meso_role_to_string (person->role));
  meso_audit_body_add (body, "licence_number", old != NULL ? old->licence_number : NULL, person->licence_number);
  meso_audit_body_add (body, "active", old != NULL ? (old->active ? "yes" : "no") : NULL, person->active ? "yes" : "no");
  return body;
}

/**
 * meso_staff_repository_insert:
 * @staff: (nullable): who enters them; %NULL for the first, who enters themself
 * @person: who works here; its id is ignored
 *
 * Returns: (transfer full): the new id
 */
char *
meso_staff_repository_insert (MesoStoreContext *context, const char *staff, const MesoStaff *person, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr(MesoAuditBody) body = describe (NULL, person);

  if (!meso_store_context_execute (context, error,
        "INSERT INTO staff (id, name, role, licence_number, active, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
        T (id), T (person->name), T (meso_role_to_string (person->role)), T (person->licence_number), I (person->active),
        T (context->now))
      || !meso_audit_log_append (context, staff != NULL ? staff : id, "create", "staff", id, "", meso_audit_body_get (body),
                                 error))
    return NULL;
  meso_store_context_changed (context, "staff", id);
  return g_steal_pointer (&id);
}

/**
 * meso_staff_repository_update:
 *
 * Changes who somebody is, or makes them inactive; old and new values go into the audit.
 *
 * Returns: whether it is done
 */
gboolean
meso_staff_repository_update (MesoStoreContext *context, const char *staff, const MesoStaff *person, GError **error)
{
  g_autoptr(MesoStaff) old = meso_staff_repository_get (context, person->id, error);
  g_autoptr(MesoAuditBody) body = NULL;

  if (old == NULL)
    return FALSE;
  body = describe (old, person);
  if (meso_audit_body_is_empty (body))
    return TRUE;
  meso_store_context_changed (context, "staff", person->id);
  return meso_store_context_execute (context, error,
           "UPDATE staff SET name = $2, role = $3, licence_number = $4, active = $5 WHERE id = $1",
           T (person->id), T (person->name), T (meso_role_to_string (person->role)), T (person->licence_number),
           I (person->active))
         && meso_audit_log_append (context, staff, "update", "staff", person->id, "", meso_audit_body_get (body), error);
}

static MesoStaff *
read_person (MesoSqliteStatement *row)
{
  MesoStaff *person = g_new0 (MesoStaff, 1);

  person->id = meso_sqlite_statement_dup_text (row, 0);
  person->name = meso_sqlite_statement_dup_text (row, 1);
  meso_role_from_string (meso_sqlite_statement_peek_text (row, 2), &person->role);
  person->licence_number = meso_sqlite_statement_dup_text (row, 3);
  person->active = meso_sqlite_statement_get_int (row, 4) != 0;
  return person;
}

/**
 * meso_staff_repository_get:
 *
 * Returns: (transfer full): that member of staff; %MESO_STORE_ERROR_NO_RECORD when there is none
 */
MesoStaff *
meso_staff_repository_get (MesoStoreContext *context, const char *id, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "SELECT id, name, role, licence_number, active FROM staff WHERE id = $1", T (id));

  if (row == NULL)
    return NULL;
  if (meso_sqlite_statement_next (row))
    return read_person (row);
  if (meso_sqlite_statement_finish (row, error))
    meso_store_context_set_no_record (error, "member of staff", id);
  return NULL;
}

/**
 * meso_staff_repository_list:
 *
 * Returns: (transfer full) (element-type MesoStaff): in the order of entry
 */
GPtrArray *
meso_staff_repository_list (MesoStoreContext *context, gboolean active_only, GError **error)
{
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_staff_free);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT id, name, role, licence_number, active FROM staff WHERE active >= $1 ORDER BY created_at, name, id",
    I (active_only ? 1 : 0));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (people, read_person (rows));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&people) : NULL;
}
