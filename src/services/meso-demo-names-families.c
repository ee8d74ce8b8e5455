/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-names.h"

/* Family names as they are, and what others are put together of. How common, from 0 to 9: ours, by ear. */
static const MesoDemoName common[] = {
  { "محمدی", "Mohammadi", "9" }, { "احمدی", "Ahmadi", "8" }, { "حسینی", "Hosseini", "9" },
  { "رضایی", "Rezaei", "8" }, { "موسوی", "Mousavi", "8" }, { "کریمی", "Karimi", "8" },
  { "جعفری", "Jafari", "7" }, { "صادقی", "Sadeghi", "6" }, { "رحیمی", "Rahimi", "7" },
  { "مرادی", "Moradi", "7" }, { "ابراهیمی", "Ebrahimi", "6" }, { "قاسمی", "Ghasemi", "6" },
  { "حیدری", "Heidari", "7" }, { "نوری", "Nouri", "6" }, { "اکبری", "Akbari", "6" }, { "عباسی", "Abbasi", "6" },
  { "هاشمی", "Hashemi", "6" }, { "یوسفی", "Yousefi", "5" }, { "سلیمانی", "Soleimani", "5" },
  { "امیری", "Amiri", "6" }, { "عزیزی", "Azizi", "5" }, { "رستمی", "Rostami", "5" }, { "نظری", "Nazari", "6" },
  { "باقری", "Bagheri", "5" }, { "کاظمی", "Kazemi", "6" }, { "طاهری", "Taheri", "5" },
  { "صالحی", "Salehi", "5" }, { "شریفی", "Sharifi", "5" }, { "قربانی", "Ghorbani", "6" },
  { "میرزایی", "Mirzaei", "5" }, { "اسدی", "Asadi", "5" }, { "اسماعیلی", "Esmaeili", "5" },
  { "خسروی", "Khosravi", "4" }, { "یزدانی", "Yazdani", "3" }, { "داودی", "Davoudi", "3" },
  { "فتحی", "Fathi", "4" }, { "قنبری", "Ghanbari", "4" }, { "سعیدی", "Saeedi", "3" },
  { "رمضانی", "Ramezani", "4" }, { "بهرامی", "Bahrami", "4" }, { "زارع", "Zare", "4" },
  { "زارعی", "Zarei", "4" }, { "شفیعی", "Shafiei", "4" }, { "جمالی", "Jamali", "3" },
  { "جلالی", "Jalali", "3" }, { "پناهی", "Panahi", "3" }, { "نعمتی", "Nemati", "3" },
  { "همتی", "Hemmati", "3" }, { "غلامی", "Gholami", "4" }, { "فرهادی", "Farhadi", "3" },
  { "فلاحی", "Fallahi", "3" }, { "فلاح", "Fallah", "3" }, { "کمالی", "Kamali", "3" }, { "کیانی", "Kiani", "3" },
  { "گودرزی", "Goudarzi", "3" }, { "محمودی", "Mahmoudi", "4" }, { "مقدم", "Moghaddam", "3" },
  { "ملکی", "Maleki", "4" }, { "منصوری", "Mansouri", "4" }, { "میری", "Miri", "3" }, { "ناصری", "Naseri", "3" },
  { "نجفی", "Najafi", "4" }, { "نصیری", "Nasiri", "3" }, { "نوروزی", "Norouzi", "3" },
  { "یعقوبی", "Yaghoubi", "3" }, { "تقوی", "Taghavi", "3" }, { "توکلی", "Tavakoli", "4" },
  { "جوادی", "Javadi", "3" }, { "حاتمی", "Hatami", "2" }, { "حبیبی", "Habibi", "3" },
  { "حکیمی", "Hakimi", "2" }, { "خانی", "Khani", "2" }, { "خلیلی", "Khalili", "3" },
  { "دهقان", "Dehghan", "4" }, { "دهقانی", "Dehghani", "3" }, { "ذوالفقاری", "Zolfaghari", "2" },
  { "رئیسی", "Raeisi", "2" }, { "راد", "Rad", "2" }, { "رفیعی", "Rafiei", "3" }, { "رنجبر", "Ranjbar", "4" },
  { "زمانی", "Zamani", "4" }, { "ستاری", "Sattari", "2" }, { "سهرابی", "Sohrabi", "3" },
  { "سیفی", "Seifi", "2" }, { "شجاعی", "Shojaei", "3" }, { "شعبانی", "Shabani", "3" }, { "شمس", "Shams", "2" },
  { "شهابی", "Shahabi", "2" }, { "شیخی", "Sheikhi", "2" }, { "صفری", "Safari", "4" }, { "صمدی", "Samadi", "3" },
  { "طالبی", "Talebi", "3" }, { "عابدی", "Abedi", "2" }, { "عسگری", "Asgari", "4" }, { "علوی", "Alavi", "3" },
  { "فیضی", "Feizi", "2" }, { "قدیری", "Ghadiri", "2" }, { "قهرمانی", "Ghahremani", "2" },
  { "لطفی", "Lotfi", "3" }, { "محبی", "Mohebbi", "2" }, { "مختاری", "Mokhtari", "3" },
  { "مظفری", "Mozaffari", "2" }, { "معینی", "Moeini", "2" }, { "ملایی", "Mollaei", "2" },
  { "مهدوی", "Mahdavi", "3" }, { "نادری", "Naderi", "3" }, { "نیازی", "Niazi", "2" },
  { "وحیدی", "Vahidi", "2" }, { "ژاله", "Zhaleh", "1" }, { "پاکزاد", "Pakzad", "1" },
  { "گلستانی", "Golestani", "2" }, { "نیک‌پور", "Nikpour", "1" }, { "شاه‌حسینی", "Shahhosseini", "2" },
  { "میرحسینی", "Mirhosseini", "2" }, { "پورمحمدی", "Pourmohammadi", "2" }, { "پوراحمدی", "Pourahmadi", "1" },
  { "حاجی‌محمدی", "Hajimohammadi", "1" }, { "ملاحسینی", "Mollahosseini", "1" }, { "آقایی", "Aghaei", "3" },
  { "بیگی", "Beigi", "1" }, { "عطار", "Attar", "1" }, { "نجار", "Najjar", "1" }, { "خیاط", "Khayyat", "1" },
  { "صراف", "Sarraf", "1" }, { "زرگر", "Zargar", "2" }, { "آهنگر", "Ahangar", "1" }, { "حداد", "Haddad", "2" },
  { "نساج", "Nassaj", "1" }, { "قناد", "Ghannad", "1" }, { "کفاش", "Kaffash", "1" },
  { "چیت‌ساز", "Chitsaz", "1" }, { "ساعتچی", "Saatchi", "1" }, { "گلکار", "Golkar", "1" },
  { "باغبان", "Baghban", "1" }, { "شکارچی", "Shekarchi", "1" }, { "ابریشمی", "Abrishami", "1" },
  { "فرش‌چی", "Farshchi", "1" }, { "جواهری", "Javaheri", "2" }, { "طبیبیان", "Tabibian", "1" },
  { "آزادی", "Azadi", "2" }, { "بهشتی", "Beheshti", "2" }, { "درویش", "Darvish", "1" },
  { "کوهی", "Kouhi", "1" }, { "دریایی", "Daryaei", "1" },
};

/* Before an ending */
static const MesoDemoName stems[] = {
  { "علی", "Ali", "8" }, { "حسین", "Hossein", "6" }, { "حسن", "Hasan", "7" }, { "محمد", "Mohammad", "5" },
  { "احمد", "Ahmad", "4" }, { "قاسم", "Ghasem", "5" }, { "تقی", "Taghi", "4" }, { "نقی", "Naghi", "2" },
  { "کاظم", "Kazem", "3" }, { "ابراهیم", "Ebrahim", "4" }, { "اسماعیل", "Esmaeil", "3" },
  { "کریم", "Karim", "4" }, { "رحیم", "Rahim", "4" }, { "جعفر", "Jafar", "4" }, { "عباس", "Abbas", "4" },
  { "یوسف", "Yousef", "3" }, { "موسی", "Mousa", "3" }, { "عیسی", "Eisa", "2" }, { "داود", "Davoud", "2" },
  { "سلیمان", "Soleiman", "2" }, { "نوروز", "Norouz", "2" }, { "رمضان", "Ramezan", "2" },
  { "شعبان", "Shaban", "2" }, { "رجب", "Rajab", "3" }, { "مهدی", "Mehdi", "4" }, { "امیر", "Amir", "3" },
  { "میرزا", "Mirza", "2" }, { "شیخ", "Sheikh", "2" }, { "حاجی", "Haji", "3" }, { "ملک", "Malek", "3" },
  { "شاه", "Shah", "1" }, { "بهرام", "Bahram", "2" }, { "رستم", "Rostam", "2" }, { "فرهاد", "Farhad", "2" },
  { "خسرو", "Khosrow", "2" }, { "نادر", "Nader", "2" }, { "کیان", "Kian", "2" }, { "ایران", "Iran", "2" },
  { "آذر", "Azar", "2" }, { "مهر", "Mehr", "2" }, { "نیک", "Nik", "3" }, { "پاک", "Pak", "2" },
  { "حق", "Hagh", "3" }, { "حکیم", "Hakim", "2" }, { "طبیب", "Tabib", "1" }, { "معلم", "Moallem", "1" },
  { "صفا", "Safa", "2" }, { "وفا", "Vafa", "1" }, { "جهان", "Jahan", "3" }, { "روشن", "Roshan", "1" },
  { "آزاد", "Azad", "2" }, { "گل", "Gol", "2" }, { "بهار", "Bahar", "1" }, { "نور", "Nour", "2" },
  { "سعادت", "Saadat", "2" }, { "صالح", "Saleh", "3" }, { "صادق", "Sadegh", "3" }, { "طاهر", "Taher", "2" },
  { "عابد", "Abed", "2" }, { "عارف", "Aref", "1" }, { "فاضل", "Fazel", "1" }, { "قربان", "Ghorban", "2" },
  { "قلی", "Gholi", "3" }, { "نبی", "Nabi", "2" }, { "ولی", "Vali", "3" }, { "وکیل", "Vakil", "1" },
  { "یزدان", "Yazdan", "2" }, { "یعقوب", "Yaghoub", "2" },
};

/* Behind a stem */
static const MesoDemoName endings[] = {
  { "زاده", "zadeh", "9" }, { "پور", "pour", "8" }, { "نژاد", "nejad", "5" }, { "نیا", "nia", "5" },
  { "فر", "far", "4" }, { "یان", "ian", "3" }, { "خواه", "khah", "2" }, { "دوست", "doust", "2" },
  { "منش", "manesh", "2" }, { "پناه", "panah", "1" }, { "راد", "rad", "1" }, { "تبار", "tabar", "1" },
  { "وند", "vand", "1" }, { "لو", "lou", "1" },
};

/* Alone, or behind another name */
static const MesoDemoName places[] = {
  { "تهرانی", "Tehrani", "6" }, { "شیرازی", "Shirazi", "5" }, { "اصفهانی", "Esfahani", "6" },
  { "تبریزی", "Tabrizi", "4" }, { "مشهدی", "Mashhadi", "2" }, { "کرمانی", "Kermani", "4" },
  { "یزدی", "Yazdi", "4" }, { "قمی", "Ghomi", "3" }, { "کاشانی", "Kashani", "4" },
  { "همدانی", "Hamedani", "3" }, { "گیلانی", "Gilani", "3" }, { "مازندرانی", "Mazandarani", "2" },
  { "رشتی", "Rashti", "2" }, { "خراسانی", "Khorasani", "4" }, { "نیشابوری", "Neyshabouri", "2" },
  { "سبزواری", "Sabzevari", "2" }, { "بیرجندی", "Birjandi", "1" }, { "قزوینی", "Ghazvini", "3" },
  { "زنجانی", "Zanjani", "2" }, { "اردبیلی", "Ardabili", "2" }, { "اراکی", "Araki", "2" },
  { "کرمانشاهی", "Kermanshahi", "1" }, { "لرستانی", "Lorestani", "1" }, { "دزفولی", "Dezfouli", "1" },
  { "شوشتری", "Shoushtari", "2" }, { "بوشهری", "Boushehri", "2" }, { "لاهیجی", "Lahiji", "2" },
  { "آملی", "Amoli", "1" }, { "بابلی", "Baboli", "1" }, { "گرگانی", "Gorgani", "2" },
  { "سمنانی", "Semnani", "1" }, { "دامغانی", "Damghani", "1" }, { "شاهرودی", "Shahroudi", "2" },
  { "نایینی", "Naeini", "2" }, { "اردکانی", "Ardakani", "1" }, { "رفسنجانی", "Rafsanjani", "1" },
  { "سیرجانی", "Sirjani", "1" }, { "فراهانی", "Farahani", "4" }, { "تفرشی", "Tafreshi", "2" },
  { "خوانساری", "Khansari", "2" }, { "گلپایگانی", "Golpayegani", "1" }, { "محلاتی", "Mahallati", "1" },
  { "نراقی", "Naraghi", "1" }, { "طالقانی", "Taleghani", "2" }, { "دماوندی", "Damavandi", "1" },
  { "فیروزکوهی", "Firouzkouhi", "1" }, { "خویی", "Khoei", "1" }, { "مراغه‌ای", "Maraghei", "1" },
  { "سرابی", "Sarabi", "1" }, { "اهری", "Ahari", "1" }, { "نطنزی", "Natanzi", "1" },
  { "اردستانی", "Ardestani", "1" }, { "بروجردی", "Boroujerdi", "2" }, { "ملایری", "Malayeri", "1" },
  { "نهاوندی", "Nahavandi", "1" }, { "جهرمی", "Jahromi", "2" }, { "کازرونی", "Kazerouni", "1" },
  { "فسایی", "Fasaei", "1" }, { "لاری", "Lari", "1" },
};

static const MesoDemoNameList lists[] = {
  [MESO_DEMO_FAMILY_COMMON] = { common, G_N_ELEMENTS (common) },
  [MESO_DEMO_FAMILY_STEM] = { stems, G_N_ELEMENTS (stems) },
  [MESO_DEMO_FAMILY_ENDING] = { endings, G_N_ELEMENTS (endings) },
  [MESO_DEMO_FAMILY_PLACE] = { places, G_N_ELEMENTS (places) },
};

/**
 * meso_demo_names_get_families:
 * @part: which of them
 *
 * Returns: (transfer none): Persian family names, or parts of them
 */
const MesoDemoNameList *
meso_demo_names_get_families (MesoDemoFamilyPart part)
{
  return &lists[part];
}
