/** "I understand questions in German and English", for those who asked in another language. */
export const UNDERSTOOD: readonly { lang: string; text: string; dir?: 'rtl' }[] = [
  { lang: 'en', text: 'I understand questions in German and English.' },
  { lang: 'uk', text: 'Я розумію запитання німецькою та англійською.' },
  { lang: 'ru', text: 'Я понимаю вопросы на немецком и английском.' },
  { lang: 'ar', text: 'أفهم الأسئلة باللغتين الألمانية والإنجليزية.', dir: 'rtl' },
  { lang: 'fa', text: 'من پرسش‌های آلمانی و انگلیسی را می‌فهمم.', dir: 'rtl' },
  { lang: 'tr', text: 'Almanca ve İngilizce soruları anlıyorum.' },
  { lang: 'pl', text: 'Rozumiem pytania po niemiecku i po angielsku.' },
  { lang: 'ro', text: 'Înțeleg întrebări în germană și engleză.' },
  { lang: 'fr', text: 'Je comprends les questions en allemand et en anglais.' },
  { lang: 'es', text: 'Entiendo preguntas en alemán e inglés.' },
];
