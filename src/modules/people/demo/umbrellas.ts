import type { Locale, Localised } from '#platform/i18n/index.ts'

export type DemoUmbrella = {
  slug: string
  name: Localised
  about: Localised
  accent: string
  locales: Locale[]
  zone: string
  country: string
  foundedOn: string | null
  outOfScope: Localised[]
}

/** The five networks whose texts Parasol was made from. Facts carry over, sentences do not. */
export const demoUmbrellas: DemoUmbrella[] = [
  {
    slug: 'international-union',
    name: {
      uk: 'Інтернаціональний союз',
      pl: 'Związek Międzynarodowy (Internacionalnyj Sojuz)',
      en: 'International Union (Internatsionalnyi Soiuz)',
    },
    about: {
      uk: 'Парасолькова мережа етнічних спільнот України. Заснована 21 червня 2011 року. Близько 50 колективних членів та індивідуальних представництв, понад 20 угод про співпрацю. Ніхто не вирішує за всіх: справу починає будь-який член коаліції, а рішенням більшості вона стає спільною.',
      pl: 'Sieć parasolowa społeczności etnicznych Ukrainy, założona 21 czerwca 2011. Około 50 członków zbiorowych i przedstawicielstw indywidualnych, ponad 20 porozumień o współpracy. Nikt nie decyduje tu za wszystkich: sprawę zaczyna dowolny członek, a wspólną staje się ona decyzją większości.',
      en: 'An umbrella of the ethnic communities of Ukraine, founded on 21 June 2011. About 50 collective members and individual representatives, more than 20 cooperation agreements. Nobody decides for all: any member starts a task, and the majority makes it everybody’s.',
    },
    accent: 'azure',
    locales: ['uk', 'en', 'pl'],
    zone: 'Europe/Kyiv',
    country: 'UA',
    foundedOn: '2011-06-21',
    outOfScope: [{ uk: 'Релігія та віросповідання', pl: 'Religia i wyznanie', en: 'Religion and belief' }],
  },
  {
    slug: 'ombudsman-ua',
    name: {
      uk: 'Уповноважений з прав людини і громадянське суспільство',
      pl: 'Pełnomocnik Rady Najwyższej Ukrainy ds. Praw Człowieka i społeczeństwo obywatelskie',
      en: 'Ukrainian Parliament Commissioner for Human Rights and civil society',
    },
    about: {
      uk: 'Громадські організації та Секретаріат Уповноваженого Верховної Ради України з прав людини працюють разом за відкритими Принципами взаємодії: запобігання порушенням, приведення законів у відповідність до міжнародних стандартів, відновлення прав, правова освіта. Діють Консультативна рада, експертні ради, регіональні координатори й координаторки.',
      pl: 'Organizacje społeczne i sekretariat Pełnomocnika Rady Najwyższej Ukrainy ds. Praw Człowieka współpracują na podstawie jawnych Zasad współdziałania: zapobieganie naruszeniom, zgodność prawa ze standardami międzynarodowymi, przywracanie praw, edukacja prawna. Działają Rada Konsultacyjna, rady eksperckie, regionalne koordynatorki i koordynatorzy.',
      en: 'Civil-society organisations and the Commissioner’s secretariat work together under public Principles of Interaction: prevention, bringing law in line with international standards, restoring rights, legal education. There are an Advisory Council, Expert Councils and regional coordinators.',
    },
    accent: 'teal',
    locales: ['uk', 'en', 'pl'],
    zone: 'Europe/Kyiv',
    country: 'UA',
    foundedOn: null,
    outOfScope: [],
  },
  {
    slug: 'lublin-bialystok',
    name: {
      pl: 'Koalicja organizacji pozarządowych Lublina i Białegostoku',
      uk: 'Коаліція громадських організацій Любліна та Білостока',
      en: 'NGO coalition of Lublin and Białystok',
    },
    about: {
      pl: 'Współpraca międzynarodowa jako metoda budowania lokalnego potencjału integracyjnego: organizacje z Lublina i Białegostoku oraz partnerzy z Portugalii, Hiszpanii, Austrii i Czech. Wizyty studyjne, Międzynarodowe Forum Integracyjne, zbiór dobrych praktyk i album-kalendarz.',
      uk: 'Міжнародна співпраця як спосіб зміцнити місцеву інтеграцію: організації Любліна й Білостока та партнери з Португалії, Іспанії, Австрії й Чехії. Навчальні візити, Міжнародний форум інтеграції, збірка добрих практик та альбом-календар.',
      en: 'International cooperation as a method of building local integration potential: organisations of Lublin and Białystok with partners in Portugal, Spain, Austria and Czechia. Study visits, an International Integration Forum, a collection of good practices and an album-calendar.',
    },
    accent: 'leaf',
    locales: ['pl', 'en', 'uk'],
    zone: 'Europe/Warsaw',
    country: 'PL',
    foundedOn: null,
    outOfScope: [],
  },
  {
    slug: 'local-cooperation',
    name: {
      pl: 'Europejska Lokalna Współpraca na rzecz Integracji',
      uk: 'Європейська місцева співпраця задля інтеграції',
      en: 'European local cooperation for integration',
    },
    about: {
      pl: 'Osiem krajów (Francja, Niemcy, Włochy, Belgia, Hiszpania, Węgry, Czechy, Polska), od 1 grudnia 2010 do 1 czerwca 2012, 616 794 euro z Europejskiego Funduszu na rzecz Integracji. Przegląd organizacji migrantów, badania porównawcze ich roli wobec władz lokalnych, spotkania i szkolenia.',
      uk: 'Вісім країн (Франція, Німеччина, Італія, Бельгія, Іспанія, Угорщина, Чехія, Польща), від 1 грудня 2010 р. до 1 червня 2012 р., 616 794 євро від Європейського фонду інтеграції. Огляд організацій мігрантів, порівняльні дослідження їхньої ролі у стосунках із місцевою владою, зустрічі та навчання.',
      en: 'Eight countries (France, Germany, Italy, Belgium, Spain, Hungary, Czechia, Poland), 1 December 2010 to 1 June 2012, 616,794 euro from the European Integration Fund. Mapping of migrant organisations, comparative research on their role toward local authorities, meetings and trainings.',
    },
    accent: 'amber',
    locales: ['en', 'pl', 'uk'],
    zone: 'Europe/Warsaw',
    country: 'PL',
    foundedOn: '2010-12-01',
    outOfScope: [],
  },
  {
    slug: 'komm',
    name: {
      pl: 'Koalicja Organizacji Mniejszościowych i Migranckich',
      uk: 'Коаліція організацій меншин і мігрантів',
      en: 'Coalition of Minority and Migrant Organisations',
    },
    about: {
      pl: 'Wspólna platforma organizacji i grup nieformalnych migrantów oraz mniejszości „ustawowych”. Cztery organizacje partnerskie, cztery województwa, dwuletnia oferta: kurs animatorów, mentoring, inkubator inicjatyw, forum, portret filmowy. Pierwsze spotkanie sieciujące: 15 czerwca 2021, godz. 15.00, online.',
      uk: 'Спільна платформа організацій та неформальних груп мігрантів і меншин, визнаних законом. Чотири організації-партнерки, чотири воєводства, дворічна програма: курс для аніматорів, менторство, інкубатор ініціатив, форум, кінопортрет. Перша зустріч мережі: 15 червня 2021 року о 15:00, онлайн.',
      en: 'A shared platform of organisations and informal groups of migrants and of “statutory” minorities. Four partner organisations, four voivodeships, a two-year staged offer: course for animators, mentoring, incubator of initiatives, forum, film portrait. First networking meeting: 15 June 2021, 15:00, online.',
    },
    accent: 'plum',
    locales: ['pl', 'uk', 'en'],
    zone: 'Europe/Warsaw',
    country: 'PL',
    foundedOn: '2021-06-15',
    outOfScope: [],
  },
]
