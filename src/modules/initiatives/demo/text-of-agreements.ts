import type { Localised } from '#platform/i18n/index.ts'

type AgreedStory = { title: Localised; body: Localised; reasons: Localised }

/** How the coalition of minority and migrant organisations works together: what its first meeting set out to find. */
export const waysOfWorking: AgreedStory = {
  title: { pl: 'Jak pracujemy razem', uk: 'Як ми працюємо разом', en: 'How we work together' },
  body: {
    pl: `Spotykamy się po polsku. Kto potrzebuje innego języka, zgłasza to tydzień wcześniej, a organizacja goszcząca spotkanie zapewnia tłumaczenie.

Spotkania przygotowuje za każdym razem inna organizacja. Notatka trafia do wszystkich w ciągu pięciu dni.

Organizacje mniejszości wymienionych w ustawie i organizacje migrantów mają równy głos. Nikt nie wypowiada się publicznie w imieniu koalicji bez decyzji jej członków.

Kto nie może czegoś zrobić, mówi o tym od razu: wtedy zadanie przejmuje ktoś inny.`,
    uk: `Ми зустрічаємося польською. Хто потребує іншої мови, каже про це за тиждень, а організація, яка приймає зустріч, забезпечує переклад.

Зустрічі щоразу готує інша організація. Нотатки всі отримують протягом п’яти днів.

Організації меншин, названих у законі, й організації мігрантів мають рівний голос. Ніхто не говорить публічно від імені коаліції без рішення її членів.

Хто не може щось зробити, каже про це одразу: тоді завдання перебирає хтось інший.`,
    en: `We meet in Polish. Anybody who needs another language says so a week before, and the organisation that hosts the meeting arranges interpretation.

A different organisation prepares each meeting. Everybody gets the notes within five days.

Organisations of the minorities named in the law and organisations of migrants have an equal vote. Nobody speaks for the coalition in public without a decision of its members.

Anybody who cannot do something says so at once: then somebody else takes it over.`,
  },
  reasons: {
    pl: 'Na pierwszym spotkaniu umówiliśmy się, że zapiszemy, jak pracujemy. To jest ten zapis.',
    uk: 'На першій зустрічі ми домовилися записати, як працюємо. Ось цей запис.',
    en: 'At the first meeting we agreed to write down how we work. This is what we wrote.',
  },
}

export const sharedPlatform: AgreedStory = {
  title: {
    pl: 'Wspólny głos mniejszości i migrantów w czterech województwach',
    uk: 'Спільний голос меншин і мігрантів у чотирьох воєводствах',
    en: 'One voice for minorities and migrants in four voivodeships',
  },
  body: {
    pl: 'Do końca 2030 roku w każdym z czterech województw działa co najmniej pięć organizacji, które wspólnie zabierają głos wobec samorządów, wzajemnie nagłaśniają swoje inicjatywy i pomagają sobie z lokalem, kadrą i pieniędzmi na bieżącą pracę.',
    uk: 'До кінця 2030 року в кожному з чотирьох воєводств діють щонайменше п’ять організацій, які разом говорять із місцевою владою, розповідають про ініціативи одна одної та допомагають із приміщенням, людьми й коштами на поточну роботу.',
    en: 'By the end of 2030 at least five organisations in each of the four voivodeships speak to local authorities together, make each other’s initiatives known, and help each other with premises, staff and money for day-to-day work.',
  },
  reasons: {
    pl: 'Pojedyncze organizacje giną w konsultacjach. Razem będzie nas słychać.',
    uk: 'Поодинці організації губляться в консультаціях. Разом нас почують.',
    en: 'Alone our organisations get lost in consultations. Together we will be heard.',
  },
}

/** Under discussion: more time to object. */
export const longerObjections = {
  title: {
    pl: 'Trzy tygodnie na sprzeciw',
    uk: 'Три тижні на заперечення',
    en: 'Three weeks to object',
  },
  reasons: {
    pl: 'Zarządy małych stowarzyszeń spotykają się raz w miesiącu. W dwa tygodnie nie zdążą nawet przeczytać wniosku.',
    uk: 'Правління невеликих товариств збираються раз на місяць. За два тижні вони не встигають навіть прочитати заяву.',
    en: 'The boards of small associations meet once a month. Two weeks are not even enough for them to read an application.',
  },
  remarks: [
    { stance: 'for', body: 'У нас правління збирається в другу неділю місяця. Двох тижнів справді замало.' },
    {
      stance: 'question',
      body: 'Co z grupami, które czekają na przyjęcie, żeby zgłosić się do mikrograntów?',
    },
  ],
} as const
