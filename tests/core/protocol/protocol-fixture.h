/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol.h"

G_BEGIN_DECLS

/* Pieces of documents. A rule, a case and a condition each begin a line, so that the place of a fault says which. */
#define FROM " origin='research' source='GK' grade='GK' review='unreviewed'"
#define TEXT "<text>T</text>"
#define ANSWER(id) "<question id='" id "' type='answer' forms='full short'" FROM ">" TEXT \
                   "<find-out>F</find-out></question>"
#define DATE(id) "<question id='" id "' type='date' forms='full short'" FROM ">" TEXT "</question>"
#define NUMBER(id) "<question id='" id "' type='number' forms='full short' min='10' max='300'" FROM ">" TEXT "</question>"
#define CHOICE(id) "<question id='" id "' type='choice' forms='full short'" FROM ">" TEXT \
                   "<choice id='a'>" TEXT "</choice><choice id='b'>" TEXT "</choice></question>"
#define RULE(attributes, cases) "\n<rule id='X' " attributes FROM ">" cases "</rule>"
#define CASE(attributes, whens) "\n<case " attributes ">" whens "<reason>R</reason><advice>A</advice></case>"
#define WHEN(attributes) "\n<when " attributes "/>"
#define YES(question) WHEN ("question='" question "' is='yes'")
#define INGREDIENT(id, attributes) "<ingredient id='" id "' group='other' availability='on' " attributes FROM \
                                   "><name>N</name><benefit>B</benefit></ingredient>"
#define MASS(id) INGREDIENT (id, "dimension='mass'")

/* The article's rules and their questions, which every whole protocol has. */
extern const char protocol_fixture_article[];
/* One entry of every kind, with every attribute and a Persian twin of every text, and nothing wrong. */
extern const char protocol_fixture_everything[];

/**
 * FaultCase:
 * @sound: entries without a fault
 * @broken: the same with one
 * @fault: the fault, without the file's name: the entries begin in line 2
 */
typedef struct
{
  const char *name;
  const char *sound;
  const char *broken;
  const char *fault;
} FaultCase;

char         *protocol_fixture_wrap         (const char       *entries);
void          protocol_fixture_add          (GPtrArray        *documents,
                                             const char       *name,
                                             const char       *xml);
GPtrArray    *protocol_fixture_validate     (const char       *entries);
MesoProtocol *protocol_fixture_new          (const char       *entries);
void          protocol_fixture_assert_sound (const char       *entries);
void          protocol_fixture_assert_fault (const char       *entries,
                                             const char       *fault);
/* A test each, that the fault is found, and nothing in its sound twin. */
void          protocol_fixture_add_cases    (const char       *path,
                                             const FaultCase  *cases,
                                             gsize             n_cases);
/* Spoils it somewhere: a byte, a part that is taken out, put in again, or cut off, or one of pieces (NULL-terminated). Never empty. */
void          protocol_fixture_mutate       (GRand             *rand,
                                             GString           *document,
                                             const char *const *pieces);

G_END_DECLS
