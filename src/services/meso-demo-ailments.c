/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-ailments.h"

#include "meso-patient-names.h"

#define MILD .severity = MESO_ALLERGY_MILD
#define MODERATE .severity = MESO_ALLERGY_MODERATE
#define SEVERE .severity = MESO_ALLERGY_SEVERE
#define PRESCRIBED .origin = MESO_MEDICINE_PRESCRIBED
#define SELF .origin = MESO_MEDICINE_SELF_CHOSEN
#define WOMEN .of = MESO_SEX_FEMALE
#define MEN .of = MESO_SEX_MALE

/* What people answer who have it. Hormones are controlled, and tested this year; what is taken now and then wasn't these days. */
#define ALLERGIC "allergy=yes"
#define SEVERELY "allergy=yes anaphylaxis=yes"
#define TO_A "allergy=yes allergy-ingredient=yes "
#define HORMONES "endocrine-disorder=yes"
#define PRESSURE "heart-vessels=yes low-pressure=yes"
#define THINS "blood-thinner=yes"

static const MesoDemoAilment allergies[] = {
  { 22, { "Penicillin", "پنی‌سیلین" }, NULL, { "rash", "کهیر" }, MODERATE, .says = ALLERGIC },
  { 4, { "Penicillin", "پنی‌سیلین" }, NULL, { "shortness of breath", "تنگی نفس" }, SEVERE, .says = SEVERELY },
  { 10, { "Lidocaine", "لیدوکائین" }, "lidocaine", { "swelling where it was injected", "تورم محل تزریق" }, MODERATE,
    .says = TO_A "allergy-lidocaine=yes" },
  { 3, { "Procaine", "پروکائین" }, "procaine", { "rash", "کهیر" }, MILD, .says = TO_A "allergy-procaine=yes" },
  { 6, { "Benzyl alcohol", "بنزیل الکل" }, "benzyl-alcohol", { "itching and redness", "خارش و قرمزی" }, MODERATE,
    .says = TO_A "allergy-other=yes" },
  { 4, { "Sulfites", "سولفیت" }, "sulfites", { "wheezing", "خس‌خس سینه" }, SEVERE,
    .says = SEVERELY " allergy-ingredient=yes allergy-sulfite=yes" },
  { 4, { "Parabens", "پارابن" }, "parabens", { "eczema", "اگزما" }, MILD, .says = TO_A "allergy-procaine=yes" },
  { 3, { "Cobalt", "کبالت" }, "cobalt", { "eczema of the hands", "اگزمای دست" }, MILD,
    .says = TO_A "allergy-cobalt=yes" },
  { 2, { "Vitamin B1 by injection", "تزریق ویتامین ب۱" }, "thiamine", { "fainted", "از حال رفت" }, SEVERE,
    .says = SEVERELY " allergy-ingredient=yes allergy-thiamine=yes" },
  { 14, { "Nickel", "نیکل" }, NULL, { "eczema under jewellery", "اگزما زیر زیورآلات" }, MILD, .says = ALLERGIC },
  { 9, { "Latex", "لاتکس" }, NULL, { "itching of the hands", "خارش دست" }, MODERATE, .says = TO_A "allergy-other=yes" },
  { 7, { "Aspirin", "آسپرین" }, NULL, { "swollen lips", "تورم لب" }, MODERATE, .says = ALLERGIC },
  { 4, { "Sulfonamides", "سولفونامیدها" }, NULL, { "rash", "کهیر" }, MODERATE, .says = TO_A "allergy-procaine=yes" },
  { 5, { "Iodine", "ید" }, NULL, { "redness", "قرمزی" }, MILD, .says = ALLERGIC },
  { 8, { "Hair dye", "رنگ مو" }, NULL, { "burning scalp", "سوزش پوست سر" }, MILD, .says = ALLERGIC },
  { 5, { "Peanut", "بادام‌زمینی" }, NULL, { "", "" }, .severity = MESO_ALLERGY_SEVERITY_UNKNOWN },
};

static const MesoDemoAilment medicines[] = {
  { 14, { "Levothyroxine", "لووتیروکسین" }, NULL, { "50 µg daily", "روزی ۵۰ میکروگرم" }, PRESCRIBED, .says = HORMONES },
  { 9, { "Metformin", "متفورمین" }, NULL, { "500 mg twice daily", "۵۰۰ میلی‌گرم روزی دو بار" }, PRESCRIBED,
    .says = HORMONES },
  { 10, { "Losartan", "لوزارتان" }, NULL, { "25 mg daily", "روزی ۲۵ میلی‌گرم" }, PRESCRIBED, .says = PRESSURE },
  { 8, { "Atorvastatin", "آتورواستاتین" }, NULL, { "20 mg in the evening", "شب‌ها ۲۰ میلی‌گرم" }, PRESCRIBED },
  { 3, { "Warfarin", "وارفارین" }, NULL, { "by blood test", "طبق آزمایش خون" }, PRESCRIBED,
    .says = THINS " anticoagulant=yes" },
  { 6, { "Aspirin", "آسپرین" }, NULL, { "80 mg daily", "روزی ۸۰ میلی‌گرم" }, PRESCRIBED,
    .says = THINS " antiplatelet=yes" },
  { 6, { "Aspirin", "آسپرین" }, NULL, { "now and then", "گاهی" }, SELF, .says = THINS },
  { 9, { "Ibuprofen", "ایبوپروفن" }, NULL, { "for headache", "برای سردرد" }, SELF, .says = THINS },
  { 9, { "Omega-3", "امگا۳" }, NULL, { "1 capsule daily", "روزی یک کپسول" }, SELF, .says = THINS },
  { 12, { "Vitamin D", "ویتامین د" }, NULL, { "50,000 IU monthly", "ماهی ۵۰ هزار واحد" }, SELF },
  { 12, { "Biotin", "بیوتین" }, "biotin", { "5 mg daily", "روزی ۵ میلی‌گرم" }, SELF },
  { 7, { "Zinc", "زینک" }, "zinc", { "1 tablet daily", "روزی یک قرص" }, SELF },
  { 8, { "Iron", "آهن" }, "iron", { "1 tablet daily", "روزی یک قرص" }, PRESCRIBED },
  { 10, { "Minoxidil solution 5 %", "محلول ماینوکسیدیل ۵٪" }, "minoxidil", { "evenings", "شب‌ها" }, SELF },
  { 8, { "Finasteride", "فیناستراید" }, "finasteride", { "1 mg daily", "روزی ۱ میلی‌گرم" }, PRESCRIBED, MEN },
  { 8, { "Contraceptive pill", "قرص ضدبارداری" }, NULL, { "", "" }, PRESCRIBED, WOMEN },
  { 5, { "Spironolactone", "اسپیرونولاکتون" }, NULL, { "50 mg daily", "روزی ۵۰ میلی‌گرم" }, PRESCRIBED, WOMEN,
    .says = PRESSURE },
  { 6, { "Sertraline", "سرترالین" }, NULL, { "50 mg daily", "روزی ۵۰ میلی‌گرم" }, PRESCRIBED,
    .says = "mind=yes depression=yes" },
  { 4, { "Ginkgo", "جینکو" }, NULL, { "", "" }, SELF, .says = THINS },
};

static const MesoDemoAilment conditions[] = {
  { 14, { "Hypothyroidism", "کم‌کاری تیروئید" }, NULL, { "tested this year", "امسال آزمایش داده" }, .says = HORMONES },
  { 10, { "Polycystic ovaries", "تخمدان پلی‌کیستیک" }, NULL, { "", "" }, WOMEN, .says = HORMONES },
  { 8, { "Diabetes, type 2", "دیابت نوع ۲" }, NULL, { "well controlled", "تحت کنترل" }, .says = HORMONES },
  { 12, { "High blood pressure", "فشار خون بالا" }, NULL, { "", "" }, .of = MESO_SEX_UNKNOWN,
    .says = "heart-vessels=yes" },
  { 14, { "Iron-deficiency anaemia", "کم‌خونی فقر آهن" }, NULL, { "", "" }, .of = MESO_SEX_UNKNOWN },
  { 12, { "Seborrhoeic dermatitis", "درماتیت سبورئیک" }, NULL, { "scalp", "پوست سر" }, .of = MESO_SEX_UNKNOWN },
  { 7, { "Migraine", "میگرن" }, NULL, { "", "" }, .of = MESO_SEX_UNKNOWN },
  { 6, { "Asthma", "آسم" }, NULL, { "", "" }, .of = MESO_SEX_UNKNOWN },
  { 5, { "Psoriasis", "پسوریازیس" }, NULL, { "elbows", "آرنج‌ها" }, .of = MESO_SEX_UNKNOWN },
  { 6, { "Fatty liver", "کبد چرب" }, NULL, { "", "" }, .of = MESO_SEX_UNKNOWN },
  { 6, { "Anxiety", "اضطراب" }, NULL, { "", "" }, .of = MESO_SEX_UNKNOWN },
};

/**
 * meso_demo_ailments_get:
 * @kind: which list
 * @n_out: (out): how many they are
 *
 * Returns: (transfer none) (array length=n_out): what may be on it
 */
const MesoDemoAilment *
meso_demo_ailments_get (MesoHealthKind  kind,
                        guint          *n_out)
{
  switch (kind)
    {
    case MESO_HEALTH_ALLERGY:
      *n_out = G_N_ELEMENTS (allergies);
      return allergies;
    case MESO_HEALTH_MEDICINE:
      *n_out = G_N_ELEMENTS (medicines);
      return medicines;
    case MESO_HEALTH_CONDITION:
    default:
      *n_out = G_N_ELEMENTS (conditions);
      return conditions;
    }
}
