/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-json-protocol.h"

#include "meso-excipient-pair.h"

typedef void (*AddEntry) (JsonBuilder *builder, gconstpointer entry, const char *language);

static void
add_entries (JsonBuilder     *builder,
             const char      *member,
             const GPtrArray *entries,
             AddEntry         add,
             const char      *language)
{
  meso_json_begin_list (builder, member);
  for (guint i = 0; i < entries->len; i++)
    {
      json_builder_begin_object (builder);
      add (builder, g_ptr_array_index (entries, i), language);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_provenance (JsonBuilder          *builder,
                const MesoProvenance *provenance)
{
  meso_json_add_string (builder, "origin", meso_origin_to_string (provenance->origin));
  meso_json_add_string (builder, "source", provenance->source);
  meso_json_add_string (builder, "grade", provenance->grade);
  meso_json_add_bool (builder, "reviewed", provenance->reviewed);
}

static void
add_text (JsonBuilder         *builder,
          const char          *member,
          const MesoLocalText *text,
          const char          *language)
{
  meso_json_add_string (builder, member, text != NULL ? meso_local_text_get (text, language) : NULL);
}

static void
add_choice (JsonBuilder   *builder,
            gconstpointer  entry,
            const char    *language)
{
  const MesoChoice *choice = entry;

  meso_json_add_string (builder, "id", choice->id);
  add_text (builder, "text", choice->text, language);
}

static void
add_known (JsonBuilder   *builder,
           gconstpointer  entry,
           const char    *language)
{
  const MesoKnown *known = entry;

  meso_json_add_string (builder, "in", meso_health_kind_to_string (known->kind));
  meso_json_add_string (builder, "origin", known->origin != MESO_MEDICINE_ORIGIN_UNKNOWN
                                             ? meso_medicine_origin_to_string (known->origin) : NULL);
  meso_json_add_bool (builder, "ended", known->ended);
  add_text (builder, "text", known->words, language);
}

static void
add_question (JsonBuilder   *builder,
              gconstpointer  entry,
              const char    *language)
{
  const MesoQuestion *question = entry;
  g_autofree char *asked_when = meso_question_dup_asked_when (question);

  meso_json_add_string (builder, "id", question->id);
  meso_json_add_string (builder, "type", meso_question_type_to_string (question->type));
  add_entries (builder, "choices", question->choices, add_choice, language);
  meso_json_add_bool (builder, "required", question->required);
  meso_json_add_bool (builder, "indication", question->indication);
  meso_json_add_string (builder, "safe", question->type == MESO_QUESTION_ANSWER ? "no" : NULL);
  meso_json_add_string (builder, "asked_when", asked_when);
  meso_json_begin_list (builder, "forms");
  if (question->forms & MESO_FORM_FULL)
    json_builder_add_string_value (builder, "full");
  if (question->forms & MESO_FORM_SHORT)
    json_builder_add_string_value (builder, "short");
  json_builder_end_array (builder);
  meso_json_add_string (builder, "unit", question->unit);
  meso_json_add_string (builder, "below", question->below);
  add_entries (builder, "known", question->known, add_known, language);
  meso_json_add_bool (builder, "known_weight", question->known_weight);
  add_text (builder, "text", question->text, language);
  add_text (builder, "help", question->help, language);
  add_text (builder, "find_out", question->find_out, language);
  add_provenance (builder, &question->provenance);
}

static void
add_case (JsonBuilder   *builder,
          gconstpointer  entry,
          const char    *language)
{
  const MesoRuleCase *rule_case = entry;

  meso_json_add_string (builder, "outcome", meso_outcome_to_string (rule_case->outcome));
  meso_json_add_string (builder, "event", rule_case->event);
  if (rule_case->event != NULL)
    meso_json_add_int (builder, "days", rule_case->days);
  meso_json_add_string (builder, "choose", rule_case->choose != rule_case->outcome
                                             ? meso_outcome_to_string (rule_case->choose) : NULL);
  if (rule_case->event != NULL)
    {
      meso_json_add_int (builder, "days_from", rule_case->days_from);
      meso_json_add_int (builder, "days_to", rule_case->days_to);
    }
  meso_json_add_string (builder, "ingredient", rule_case->ingredient);
  add_text (builder, "reason", rule_case->reason, language);
  add_text (builder, "advice", rule_case->advice, language);
}

/* The rule's own outcome, reason and advice are those of its strictest case; all of them stand under "cases". */
static void
add_rule (JsonBuilder   *builder,
          gconstpointer  entry,
          const char    *language)
{
  const MesoScreeningRule *rule = entry;
  MesoOutcome strictest = meso_screening_rule_get_strictest (rule);
  const MesoRuleCase *main_case = g_ptr_array_index (rule->cases, 0);

  for (guint i = rule->cases->len; i > 0; i--)
    {
      const MesoRuleCase *rule_case = g_ptr_array_index (rule->cases, i - 1);

      if (rule_case->outcome == strictest)
        main_case = rule_case;
    }
  meso_json_add_string (builder, "id", rule->id);
  meso_json_add_string (builder, "outcome", meso_outcome_to_string (strictest));
  meso_json_add_bool (builder, "overridable", rule->overridable);
  meso_json_add_bool (builder, "suspends", rule->suspends);
  add_text (builder, "reason", main_case->reason, language);
  add_text (builder, "advice", main_case->advice, language);
  add_entries (builder, "cases", rule->cases, add_case, language);
  add_provenance (builder, &rule->provenance);
}

/* For people the number and its unit are kept together; scripts read a plain space. */
static char *
with_plain_spaces (char *text)
{
  g_autoptr(GString) plain = g_string_new_take (text);

  g_string_replace (plain, "\u00a0", " ", 0);
  return g_string_free_and_steal (g_steal_pointer (&plain));
}

static char *
dup_amount (MesoQuantity quantity)
{
  return quantity.value > 0 ? with_plain_spaces (meso_quantity_format (quantity, MESO_MASS_UNIT_BY_SIZE)) : NULL;
}

static char *
dup_strength (MesoStrength strength)
{
  return strength.mantissa > 0 ? with_plain_spaces (meso_strength_format (strength)) : NULL;
}

static void
add_salt (JsonBuilder   *builder,
          gconstpointer  entry,
          const char    *language)
{
  const MesoSalt *salt = entry;

  meso_json_add_string (builder, "id", salt->id);
  add_text (builder, "name", salt->name, language);
  meso_json_add_int (builder, "molar_mass_ug_per_mmol", salt->molar_mass_ug_per_mmol);
  meso_json_add_int (builder, "elements", salt->elements);
}

static void
add_ingredient (JsonBuilder   *builder,
                gconstpointer  entry,
                const char    *language)
{
  const MesoIngredient *ingredient = entry;
  g_autofree char *cap = dup_amount (ingredient->cap);
  g_autofree char *cap_per_kg = dup_amount (ingredient->cap_per_kg);
  g_autofree char *max_final = dup_strength (ingredient->max_final);
  g_autofree char *stock_below = dup_strength (ingredient->stock_below);

  meso_json_add_string (builder, "id", ingredient->id);
  add_text (builder, "name", ingredient->name, language);
  meso_json_add_string (builder, "group", meso_ingredient_group_to_string (ingredient->group));
  add_text (builder, "benefit", ingredient->benefit, language);
  add_text (builder, "caution", ingredient->caution, language);
  meso_json_add_string (builder, "cap", cap);
  meso_json_add_string (builder, "cap_per_kg", cap_per_kg);
  meso_json_add_string (builder, "cap_source", ingredient->cap_source);
  meso_json_add_string (builder, "max_final", max_final);
  meso_json_add_string (builder, "stock_below", stock_below);
  meso_json_add_string (builder, "cap_severity", ingredient->cap_blocks ? "block" : "warn");
  meso_json_add_string (builder, "availability", meso_availability_to_string (ingredient->availability));
  meso_json_add_string (builder, "dimension", ingredient->dimension == MESO_DIMENSION_ACTIVITY ? "activity" : "mass");
  meso_json_add_int (builder, "molar_mass_ug_per_mmol", ingredient->molar_mass_ug_per_mmol);
  add_entries (builder, "salts", ingredient->salts, add_salt, language);
  meso_json_add_bool (builder, "anaesthetic", ingredient->anaesthetic);
  meso_json_add_bool (builder, "diluent", ingredient->diluent);
  meso_json_add_strings (builder, "excipients", ingredient->excipients);
  meso_json_add_strings (builder, "strengths", ingredient->strengths);
  add_text (builder, "sold", ingredient->sold, language);
  add_text (builder, "storage", ingredient->storage, language);
  add_provenance (builder, &ingredient->provenance);
}

static void
add_pair (JsonBuilder   *builder,
          gconstpointer  entry,
          const char    *language)
{
  const MesoIngredientPair *pair = entry;

  meso_json_add_string (builder, "a", pair->a);
  meso_json_add_string (builder, "b", pair->b);
  meso_json_add_string (builder, "severity", meso_pair_severity_to_string (pair->severity));
  add_text (builder, "reason", pair->reason, language);
  add_provenance (builder, &pair->provenance);
}

static void
add_excipient_pair (JsonBuilder   *builder,
                    gconstpointer  entry,
                    const char    *language)
{
  const MesoExcipientPair *pair = entry;

  meso_json_add_string (builder, "id", pair->id);
  meso_json_add_string (builder, "ingredient", pair->ingredient);
  meso_json_add_strings (builder, "excipients", pair->excipients);
  meso_json_add_string (builder, "severity", meso_pair_severity_to_string (pair->severity));
  add_text (builder, "reason", pair->reason, language);
  add_provenance (builder, &pair->provenance);
}

static void
add_product_component (JsonBuilder   *builder,
                       gconstpointer  entry,
                       const char    *language)
{
  const MesoProductComponent *component = entry;

  meso_json_add_string (builder, "ingredient", component->ingredient);
  meso_json_add_string (builder, "strength", component->strength);
  meso_json_add_string (builder, "salt", component->salt);
}

static void
add_product_facts (JsonBuilder       *builder,
                   const MesoProduct *product,
                   const char        *language)
{
  const char *form = meso_product_form_to_string (product->form);
  g_autofree char *ph = meso_product_dup_ph (product);

  meso_json_add_string (builder, "maker", product->maker);
  meso_json_add_string (builder, "licence", product->licence);
  meso_json_add_string (builder, "authority", product->authority);
  meso_json_add_string (builder, "form", *form != '\0' ? form : NULL);
  meso_json_add_string (builder, "ph", ph);
  meso_json_add_int (builder, "container_ul", product->container_ul);
  meso_json_add_bool (builder, "multi_dose", product->multi_dose);
  meso_json_add_int (builder, "opened_life_h", product->opened_life_h);
  add_text (builder, "storage", product->storage, language);
}

static void
add_product (JsonBuilder   *builder,
             gconstpointer  entry,
             const char    *language)
{
  const MesoProduct *product = entry;

  meso_json_add_string (builder, "id", product->id);
  add_text (builder, "name", product->name, language);
  add_entries (builder, "components", product->components, add_product_component, language);
  meso_json_add_strings (builder, "excipients", product->excipients);
  add_product_facts (builder, product, language);
  add_provenance (builder, &product->provenance);
}

static void
add_plan_step (JsonBuilder   *builder,
               gconstpointer  entry,
               const char    *language)
{
  const MesoPlanStep *step = entry;

  meso_json_add_int (builder, "gap_days", step->gap_days);
  meso_json_add_int (builder, "gap_months", step->gap_months);
  meso_json_add_int (builder, "repeats", step->repeats);
}

/* gap_days and repeats of the template itself are those of its first step. */
static void
add_plan (JsonBuilder   *builder,
          gconstpointer  entry,
          const char    *language)
{
  const MesoPlanTemplate *plan = entry;
  const MesoPlanStep *first = g_ptr_array_index (plan->steps, 0);

  meso_json_add_string (builder, "id", plan->id);
  add_text (builder, "name", plan->name, language);
  add_text (builder, "note", plan->note, language);
  meso_json_begin_list (builder, "sessions");
  json_builder_add_int_value (builder, plan->min_sessions);
  json_builder_add_int_value (builder, plan->max_sessions);
  json_builder_end_array (builder);
  meso_json_add_int (builder, "default_sessions", plan->default_sessions);
  meso_json_add_string (builder, "kind", plan->maintenance ? "maintenance" : "treatment");
  add_plan_step (builder, first, language);
  add_entries (builder, "steps", plan->steps, add_plan_step, language);
  add_provenance (builder, &plan->provenance);
}

static void
add_list_entry (JsonBuilder   *builder,
                gconstpointer  entry,
                const char    *language)
{
  const MesoListEntry *list_entry = entry;

  meso_json_add_string (builder, "id", list_entry->id);
  add_text (builder, "text", list_entry->text, language);
  add_text (builder, "detail", list_entry->detail, language);
  add_provenance (builder, &list_entry->provenance);
}

static void
add_list (JsonBuilder        *builder,
          const char         *member,
          const MesoProtocol *protocol,
          const char         *list,
          const char         *language)
{
  const GPtrArray *lists = meso_protocol_get_lists (protocol);
  g_autoptr(GPtrArray) entries = g_ptr_array_new ();

  for (guint i = 0; i < lists->len; i++)
    {
      MesoListEntry *entry = g_ptr_array_index (lists, i);

      if (g_str_equal (entry->list, list))
        g_ptr_array_add (entries, entry);
    }
  add_entries (builder, member, entries, add_list_entry, language);
}

static void
add_evidence (JsonBuilder   *builder,
              gconstpointer  entry,
              const char    *language)
{
  const MesoEvidence *evidence = entry;

  meso_json_add_string (builder, "id", evidence->id);
  meso_json_add_bool (builder, "found", evidence->found);
  add_text (builder, "claim", evidence->claim, language);
  add_text (builder, "study", evidence->study, language);
  add_text (builder, "result", evidence->result, language);
  meso_json_add_string (builder, "reference", evidence->reference);
  meso_json_add_strings (builder, "ingredients", evidence->ingredients);
  add_provenance (builder, &evidence->provenance);
}

static char *
dup_duration (const MesoHandoutItem *item)
{
  if (item->duration_hours > 0)
    return g_strdup_printf ("PT%dH", item->duration_hours);
  if (item->duration_days > 0)
    return g_strdup_printf ("P%dD", item->duration_days);
  return NULL;
}

static void
add_handout_item (JsonBuilder   *builder,
                  gconstpointer  entry,
                  const char    *language)
{
  const MesoHandoutItem *item = entry;
  g_autofree char *duration = dup_duration (item);

  meso_json_add_string (builder, "id", item->id);
  meso_json_add_string (builder, "section", item->section);
  meso_json_add_string (builder, "duration", duration);
  add_text (builder, "text", item->text, language);
  add_text (builder, "detail", item->detail, language);
  meso_json_add_string (builder, "when_ingredient", item->when_ingredient);
  meso_json_add_string (builder, "when_flag", item->when_flag);
  add_provenance (builder, &item->provenance);
}

static void
add_handout (JsonBuilder   *builder,
             gconstpointer  entry,
             const char    *language)
{
  const MesoHandoutText *handout = entry;

  meso_json_add_string (builder, "kind", handout->kind);
  add_text (builder, "title", handout->title, language);
  meso_json_add_int (builder, "text_version", handout->text_version);
  add_entries (builder, "items", handout->items, add_handout_item, language);
  add_provenance (builder, &handout->provenance);
}

void
meso_json_add_protocol (JsonBuilder        *builder,
                        const MesoProtocol *protocol,
                        const char         *language)
{
  meso_json_add_string (builder, "version", meso_protocol_get_version (protocol));
  meso_json_add_string (builder, "hash", meso_protocol_get_hash (protocol));
  meso_json_add_bool (builder, "reviewed", meso_protocol_get_reviewed (protocol));
  add_entries (builder, "questions", meso_protocol_get_questions (protocol), add_question, language);
  add_entries (builder, "rules", meso_protocol_get_rules (protocol), add_rule, language);
  add_entries (builder, "ingredients", meso_protocol_get_ingredients (protocol), add_ingredient, language);
  add_entries (builder, "pairs", meso_protocol_get_pairs (protocol), add_pair, language);
  add_entries (builder, "excipient_pairs", meso_protocol_get_excipient_pairs (protocol), add_excipient_pair, language);
  add_entries (builder, "products", meso_protocol_get_products (protocol), add_product, language);
  add_entries (builder, "plans", meso_protocol_get_plans (protocol), add_plan, language);
  add_list (builder, "indications", protocol, "indication", language);
  add_list (builder, "benefits", protocol, "benefit", language);
  add_list (builder, "side_effects", protocol, "side-effect", language);
  add_entries (builder, "evidence", meso_protocol_get_evidence (protocol), add_evidence, language);
  add_entries (builder, "handouts", meso_protocol_get_handouts (protocol), add_handout, language);
}
