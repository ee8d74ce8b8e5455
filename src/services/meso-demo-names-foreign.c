/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-names.h"

/* Neighbours, minorities and guests. */

static const MesoDemoName azeri_women[] = {
  { "آیتن", "Ayten", "9" }, { "سئویل", "Sevil", "9" }, { "سولماز", "Solmaz", "9" }, { "آیسان", "Aysan", "9" },
  { "آیناز", "Aynaz", "9" }, { "سئودا", "Sevda", "9" }, { "تورکان", "Turkan", "9" }, { "چیچک", "Chichak", "9" },
  { "آیدا", "Ayda", "9" }, { "سارای", "Saray", "9" }, { "گونش", "Gunesh", "9" }, { "لاله", "Lala", "9" },
};

static const MesoDemoName azeri_men[] = {
  { "آیدین", "Aydin", "9" }, { "الشن", "Elshan", "9" }, { "تایماز", "Taymaz", "9" }, { "یاشار", "Yashar", "9" },
  { "آراز", "Araz", "9" }, { "ائلیار", "Elyar", "9" }, { "اورهان", "Orhan", "9" }, { "تورال", "Tural", "9" },
  { "جیحون", "Jeyhoun", "9" }, { "بابک", "Babak", "9" }, { "سوین", "Sevin", "9" }, { "آتیلا", "Atila", "9" },
};

static const MesoDemoName azeri_families[] = {
  { "قره‌داغی", "Gharehdaghi", "9" }, { "آذری", "Azari", "9" }, { "بیگلو", "Beiglou", "9" },
  { "قره‌گوزلو", "Gharagozlou", "9" }, { "شاملو", "Shamlou", "9" }, { "افشار", "Afshar", "9" },
  { "بیات", "Bayat", "9" }, { "اوصانلو", "Osanlou", "9" }, { "تیموری", "Teymouri", "9" },
  { "ایلخانی", "Ilkhani", "9" }, { "سالاری", "Salari", "9" }, { "خطیبی", "Khatibi", "9" },
  { "ترابی", "Torabi", "9" }, { "یلدیز", "Yıldız", "9" }, { "دمیر", "Demir", "9" }, { "کایا", "Kaya", "9" },
  { "اوزترک", "Öztürk", "9" },
};

static const MesoDemoName kurdish_women[] = {
  { "ژینا", "Zhina", "9" }, { "روژین", "Rojin", "9" }, { "دلنیا", "Delnia", "9" }, { "چنور", "Chenour", "9" },
  { "سروه", "Serveh", "9" }, { "آوین", "Avin", "9" }, { "نیان", "Nian", "9" }, { "کژال", "Kazhal", "9" },
  { "هانا", "Hana", "9" }, { "شهین", "Shaheen", "9" }, { "شنو", "Shno", "9" }, { "گلاویژ", "Galawezh", "9" },
};

static const MesoDemoName kurdish_men[] = {
  { "هیوا", "Hiva", "9" }, { "کاوه", "Kaveh", "9" }, { "سوران", "Soran", "9" }, { "آسو", "Aso", "9" },
  { "ژیار", "Zhiar", "9" }, { "دیاکو", "Diako", "9" }, { "زانیار", "Zaniar", "9" }, { "هیمن", "Hemin", "9" },
  { "ریبوار", "Rebwar", "9" }, { "شوان", "Shwan", "9" }, { "کارو", "Karo", "9" }, { "آکو", "Ako", "9" },
};

static const MesoDemoName kurdish_families[] = {
  { "اردلان", "Ardalan", "9" }, { "بابان", "Baban", "9" }, { "سنجابی", "Sanjabi", "9" },
  { "کلهر", "Kalhor", "9" }, { "قبادی", "Ghobadi", "9" }, { "ویسی", "Veisi", "9" }, { "گوران", "Gouran", "9" },
  { "جاف", "Jaff", "9" }, { "زندی", "Zandi", "9" }, { "امینی", "Amini", "9" }, { "شریعتی", "Shariati", "9" },
  { "نقشبندی", "Naghshbandi", "9" }, { "حسن‌پور", "Hasanpour", "9" }, { "مولودی", "Mouloudi", "9" },
  { "خدری", "Khedri", "9" },
};

static const MesoDemoName afghan_women[] = {
  { "زرغونه", "Zarghona", "9" }, { "ملالی", "Malalai", "9" }, { "شکریه", "Shukria", "9" },
  { "نازیه", "Nazia", "9" }, { "لیمه", "Lima", "9" }, { "حمیده", "Hamida", "9" }, { "نجیبه", "Najiba", "9" },
  { "بنفشه", "Banafsha", "9" }, { "مرسل", "Mursal", "9" }, { "زحل", "Zohal", "9" }, { "فریده", "Farida", "9" },
  { "شبانه", "Shabana", "9" }, { "هیله", "Hila", "9" }, { "نیلاب", "Nilab", "9" },
};

static const MesoDemoName afghan_men[] = {
  { "نجیب‌الله", "Najibullah", "9" }, { "احمدشاه", "Ahmad Shah", "9" }, { "جاوید", "Jawid", "9" },
  { "میرویس", "Mirwais", "9" }, { "ذبیح‌الله", "Zabihullah", "9" }, { "عبدالقادر", "Abdul Qadir", "9" },
  { "حکمت‌الله", "Hekmatullah", "9" }, { "نورآغا", "Noor Agha", "9" }, { "شفیق", "Shafiq", "9" },
  { "زلمی", "Zalmai", "9" }, { "گل‌محمد", "Gul Mohammad", "9" }, { "فیض‌محمد", "Faiz Mohammad", "9" },
  { "سمیع", "Sami", "9" }, { "هارون", "Haroon", "9" },
};

static const MesoDemoName afghan_families[] = {
  { "احمدزی", "Ahmadzai", "9" }, { "استانکزی", "Stanekzai", "9" }, { "حیدری", "Haidari", "9" },
  { "رضایی", "Rezai", "9" }, { "نوری", "Noori", "9" }, { "صدیقی", "Sediqi", "9" }, { "پوپل", "Popal", "9" },
  { "نورزی", "Noorzai", "9" }, { "یوسفزی", "Yousafzai", "9" }, { "بارکزی", "Barakzai", "9" },
  { "حکیمی", "Hakimi", "9" }, { "سروری", "Sarwari", "9" }, { "انوری", "Anwari", "9" },
  { "وردک", "Wardak", "9" }, { "رسولی", "Rasooli", "9" }, { "فیضی", "Faizi", "9" }, { "محبی", "Mohibi", "9" },
  { "عظیمی", "Azimi", "9" },
};

static const MesoDemoName arab_women[] = {
  { "نور", "Noor", "9" }, { "زینب", "Zainab", "9" }, { "مریم", "Mariam", "9" }, { "هدی", "Huda", "9" },
  { "رنا", "Rana", "9" }, { "رغد", "Raghad", "9" }, { "آیه", "Ayah", "9" }, { "دعاء", "Duaa", "9" },
  { "سجی", "Saja", "9" }, { "اسراء", "Israa", "9" }, { "شهد", "Shahad", "9" }, { "امل", "Amal", "9" },
  { "بشری", "Bushra", "9" }, { "منی", "Muna", "9" },
};

static const MesoDemoName arab_men[] = {
  { "علی", "Ali", "9" }, { "حیدر", "Haidar", "9" }, { "عمر", "Omar", "9" }, { "احمد", "Ahmed", "9" },
  { "کرار", "Karrar", "9" }, { "سیف", "Saif", "9" }, { "مصطفی", "Mustafa", "9" }, { "حسین", "Hussein", "9" },
  { "عبدالله", "Abdullah", "9" }, { "یوسف", "Yousif", "9" }, { "فهد", "Fahad", "9" },
  { "سلمان", "Salman", "9" }, { "طارق", "Tariq", "9" }, { "خالد", "Khalid", "9" },
};

static const MesoDemoName arab_families[] = {
  { "العبیدی", "Al-Obaidi", "9" }, { "الجبوری", "Al-Jubouri", "9" }, { "الموسوی", "Al-Mousawi", "9" },
  { "الحسینی", "Al-Husseini", "9" }, { "التمیمی", "Al-Tamimi", "9" }, { "الخفاجی", "Al-Khafaji", "9" },
  { "السعدی", "Al-Saadi", "9" }, { "العامری", "Al-Amiri", "9" }, { "الکعبی", "Al-Kaabi", "9" },
  { "الزبیدی", "Al-Zubaidi", "9" }, { "الحیدری", "Al-Haidari", "9" }, { "النجار", "Al-Najjar", "9" },
  { "السامرائی", "Al-Samarrai", "9" }, { "البیاتی", "Al-Bayati", "9" }, { "الربیعی", "Al-Rubaie", "9" },
  { "الساعدی", "Al-Saedi", "9" },
};

static const MesoDemoName armenian_women[] = {
  { "آنی", "Ani", "9" }, { "ماریام", "Mariam", "9" }, { "آرمینه", "Armine", "9" }, { "لوسینه", "Lusine", "9" },
  { "سونا", "Sona", "9" }, { "تالین", "Talin", "9" }, { "آنوش", "Anoush", "9" }, { "کارینه", "Karine", "9" },
  { "سیرانوش", "Siranoush", "9" }, { "آرپی", "Arpi", "9" }, { "هاسمیک", "Hasmik", "9" },
  { "نارینه", "Narine", "9" },
};

static const MesoDemoName armenian_men[] = {
  { "آرام", "Aram", "9" }, { "هایک", "Hayk", "9" }, { "آرتور", "Artur", "9" }, { "گارگین", "Garegin", "9" },
  { "وارطان", "Vartan", "9" }, { "ادوین", "Edvin", "9" }, { "روبن", "Ruben", "9" }, { "نارگ", "Nareg", "9" },
  { "آرمن", "Armen", "9" }, { "آرا", "Ara", "9" }, { "سورن", "Suren", "9" }, { "ژیرایر", "Zhirayr", "9" },
};

static const MesoDemoName armenian_families[] = {
  { "پطروسیان", "Petrosian", "9" }, { "هاکوپیان", "Hakopian", "9" }, { "سرکیسیان", "Sarkisian", "9" },
  { "مارتیروسیان", "Martirosian", "9" }, { "آبراهامیان", "Abrahamian", "9" },
  { "کاراپتیان", "Karapetian", "9" }, { "گریگوریان", "Grigorian", "9" }, { "میناسیان", "Minasian", "9" },
  { "آوانسیان", "Avanesian", "9" }, { "تومانیان", "Tumanian", "9" }, { "مانوکیان", "Manoukian", "9" },
  { "خاچاطوریان", "Khachatourian", "9" }, { "نظریان", "Nazarian", "9" }, { "بغوسیان", "Boghosian", "9" },
};

static const MesoDemoName european_women[] = {
  { "آنا", "Anna", "9" }, { "یولیا", "Julia", "9" }, { "سوفی", "Sophie", "9" }, { "اما", "Emma", "9" },
  { "لورا", "Laura", "9" }, { "کاتارینا", "Katarina", "9" }, { "ماری", "Marie", "9" }, { "النا", "Elena", "9" },
  { "اولگا", "Olga", "9" }, { "اینگرید", "Ingrid", "9" }, { "کلر", "Claire", "9" }, { "زوئه", "Zoé", "9" },
  { "رنه", "Renée", "9" }, { "جین", "Jane", "9" },
};

static const MesoDemoName european_men[] = {
  { "توماس", "Thomas", "9" }, { "پیتر", "Peter", "9" }, { "میشائیل", "Michael", "9" }, { "پیر", "Pierre", "9" },
  { "مارکو", "Marco", "9" }, { "ایوان", "Ivan", "9" }, { "لارس", "Lars", "9" }, { "بیورن", "Björn", "9" },
  { "خوسه", "José", "9" }, { "جیمز", "James", "9" }, { "دانیل", "Daniel", "9" }, { "اولیور", "Oliver", "9" },
  { "آندری", "Andrei", "9" }, { "شون", "Sean", "9" },
};

static const MesoDemoName european_families[] = {
  { "مولر", "Müller", "9" }, { "اشمیت", "Schmidt", "9" }, { "لارسن", "Larsen", "9" }, { "نواک", "Novák", "9" },
  { "روسی", "Rossi", "9" }, { "دوبوا", "Dubois", "9" }, { "گارسیا", "García", "9" },
  { "پترنکو", "Petrenko", "9" }, { "یانسن", "Jansen", "9" }, { "اوبراین", "O’Brien", "9" },
  { "فیشر", "Fischer", "9" }, { "لیندکویست", "Lindqvist", "9" }, { "هوروات", "Horvat", "9" },
  { "سیلوا", "Silva", "9" }, { "ون دایک", "van Dijk", "9" }, { "وبر", "Weber", "9" },
  { "آندرسون", "Anderson", "9" }, { "لفور", "Lefèvre", "9" }, { "اسمیت-جونز", "Smith-Jones", "9" },
  { "ایوانوویچ", "Ivanović", "9" },
};

#define LIST(names) { names, G_N_ELEMENTS (names) }

static const MesoDemoNameSet sets[] = {
  [MESO_DEMO_ORIGIN_AZERI] = { LIST (azeri_women), LIST (azeri_men), LIST (azeri_families) },
  [MESO_DEMO_ORIGIN_KURDISH] = { LIST (kurdish_women), LIST (kurdish_men), LIST (kurdish_families) },
  [MESO_DEMO_ORIGIN_AFGHAN] = { LIST (afghan_women), LIST (afghan_men), LIST (afghan_families) },
  [MESO_DEMO_ORIGIN_ARAB] = { LIST (arab_women), LIST (arab_men), LIST (arab_families) },
  [MESO_DEMO_ORIGIN_ARMENIAN] = { LIST (armenian_women), LIST (armenian_men), LIST (armenian_families) },
  [MESO_DEMO_ORIGIN_EUROPEAN] = { LIST (european_women), LIST (european_men), LIST (european_families) },
};

/**
 * meso_demo_names_get_set:
 * @origin: any but Persian
 *
 * Returns: (transfer none): the names of that origin
 */
const MesoDemoNameSet *
meso_demo_names_get_set (MesoDemoOrigin origin)
{
  return &sets[origin];
}
