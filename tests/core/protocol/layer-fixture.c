/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "layer-fixture.h"

#include <string.h>

GBytes *
layer_fixture_wrap (const char *entries)
{
  char *xml = protocol_fixture_wrap (entries);

  return g_bytes_new_take (xml, strlen (xml));
}

GPtrArray *
layer_fixture_documents (const char *shipped,
                         const char *entries)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);
  g_autofree char *all = g_strconcat (protocol_fixture_article, shipped, NULL);
  g_autofree char *xml = protocol_fixture_wrap (all);

  protocol_fixture_add (documents, "t.xml", xml);
  if (entries)
    {
      g_autoptr (GBytes) bytes = layer_fixture_wrap (entries);

      g_ptr_array_add (documents, meso_protocol_document_new (MESO_PROTOCOL_CLINIC_NAME, bytes));
    }
  return documents;
}

MesoProtocol *
layer_fixture_new (const char *shipped,
                   const char *entries)
{
  g_autoptr (GPtrArray) documents = layer_fixture_documents (shipped, entries);
  g_autoptr (GError) error = NULL;
  MesoProtocol *protocol = meso_protocol_new (documents, &error);

  g_assert_no_error (error);
  return protocol;
}

const MesoScreeningRule *
layer_fixture_rule (const MesoProtocol *protocol,
                    const char         *id)
{
  const GPtrArray *rules = meso_protocol_get_rules (protocol);

  for (guint i = 0; i < rules->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (rules, i);

      if (g_str_equal (rule->id, id))
        return rule;
    }

  return NULL;
}

const MesoRuleCase *
layer_fixture_case (const MesoProtocol *protocol,
                    const char         *id,
                    guint               n_case)
{
  const MesoScreeningRule *rule = layer_fixture_rule (protocol, id);

  g_assert_nonnull (rule);
  g_assert_cmpuint (n_case, <=, rule->cases->len);
  return g_ptr_array_index (rule->cases, n_case - 1);
}
