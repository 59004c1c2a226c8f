import type { Localised } from '#platform/i18n/index.ts'
import type { TextPart } from '../initiative-text.ts'

/** A text of the demonstration: what the coalition is known to have begun, in words of our own. Ukrainian counts. */
export type DemoText = { topics: string[]; languages: string[]; texts: Record<TextPart, Localised> }

/** A commission of several ministries against xenophobia, racism and intolerance. */
export const commission: DemoText = {
  topics: ['anti-discrimination', 'advocacy', 'human-rights'],
  languages: ['uk'],
  texts: {
    title: {
      uk: 'Міжвідомча комісія з питань протидії ксенофобії, расизму та національній нетерпимості',
      pl: 'Międzyresortowa komisja do spraw przeciwdziałania ksenofobii, rasizmowi i nietolerancji narodowej',
      en: 'An interdepartmental commission against xenophobia, racism and national intolerance',
    },
    need: {
      uk: 'Про напад чи погрозу через походження людина повідомляє поліцію, скаржиться до міністерства, пише Уповноваженому. Кожен бачить свою частину, і ніхто не відповідає за ціле.\n\nПісля гучних випадків органи домовляються заново, і кожного разу по-іншому.',
      pl: 'Napaść lub groźbę z powodu pochodzenia zgłasza się policji, do ministerstwa i do Pełnomocnika. Każdy widzi swoją część i nikt nie odpowiada za całość.\n\nPo głośnych sprawach urzędy umawiają się od nowa, za każdym razem inaczej.',
      en: 'An attack or threat because of somebody’s origin is reported to the police, to a ministry, to the Commissioner. Each sees its part; nobody answers for the whole.\n\nAfter cases that make the news, authorities agree anew, and each time differently.',
    },
    goals: {
      uk: 'Постійна комісія при Кабінеті Міністрів із представниками спільнот, яка раз на квартал оприлюднює, скільки звернень надійшло і що з них вийшло.',
      pl: 'Stała komisja przy Gabinecie Ministrów z udziałem społeczności, która co kwartał ogłasza, ile zgłoszeń wpłynęło i co z nich wynikło.',
      en: 'A standing commission at the Cabinet of Ministers with communities among its members, which publishes every quarter how many reports came in and what became of them.',
    },
    beneficiaries: {
      uk: 'Кожен і кожна, на кого напали через походження; спільноти, які досі доводили одне й те саме в різних кабінетах.',
      pl: 'Każda osoba zaatakowana z powodu pochodzenia; społeczności, które dotąd udowadniały to samo w różnych gabinetach.',
      en: 'Everybody who was attacked because of their origin; communities that have had to prove the same thing in one office after another.',
    },
    asked: {
      uk: 'Підтримати проєкт положення, назвати по одній людині від спільноти, надати відомі випадки без імен постраждалих.',
      pl: 'Poparcia projektu regulaminu, wskazania po jednej osobie ze społeczności, przekazania znanych przypadków bez nazwisk poszkodowanych.',
      en: 'To support the draft regulation, name one person from each community, and share known cases without the names of those harmed.',
    },
    plan: {
      uk: 'Проєкт постанови та положення — розгляд громадською радою при Міністерстві культури — подання до Кабінету Міністрів — перше засідання.',
      pl: 'Projekt rozporządzenia i regulaminu – opinia rady społecznej przy Ministerstwie Kultury – złożenie w Gabinecie Ministrów – pierwsze posiedzenie.',
      en: 'Draft resolution and regulation – the public council at the Ministry of Culture – submission to the Cabinet of Ministers – first session.',
    },
  },
}

/** A house in Kyiv where communities meet. */
export const houseOfNations: DemoText = {
  topics: ['culture', 'dialogue'],
  languages: ['uk', 'en'],
  texts: {
    title: {
      uk: 'Будинок націй у Києві',
      pl: 'Dom Narodów w Kijowie',
      en: 'A House of Nations in Kyiv',
    },
    need: {
      uk: 'Більшість спільнот Києва збирається в орендованих кімнатах, школах і квартирах. Недільні школи переїжджають щороку, архіви стоять у гаражах.',
      pl: 'Większość społeczności Kijowa spotyka się w wynajętych pokojach, szkołach i mieszkaniach. Szkoły niedzielne przenoszą się co rok, archiwa stoją w garażach.',
      en: 'Most communities of Kyiv meet in rented rooms, schools and flats. Sunday schools move every year, archives stand in garages.',
    },
    goals: {
      uk: 'Спільний дім із залою, класами, кімнатою для архіву та кухнею, відкритий щодня. Розклад складають самі спільноти.',
      pl: 'Wspólny dom z salą, klasami, pokojem na archiwum i kuchnią, otwarty codziennie. Grafik układają same społeczności.',
      en: 'A shared house with a hall, classrooms, a room for archives and a kitchen, open every day. Communities keep its timetable themselves.',
    },
    beneficiaries: {
      uk: 'Понад двадцять спільнот міста, діти недільних шкіл, нові діаспори, у яких немає жодного приміщення.',
      pl: 'Ponad dwadzieścia społeczności miasta, dzieci ze szkół niedzielnych, nowe diaspory bez żadnego lokalu.',
      en: 'More than twenty communities of the city, children of Sunday schools, new diasporas without any premises.',
    },
    asked: {
      uk: 'Порахувати, скільки годин на тиждень потрібно вашій організації, і назвати людину, яка відповідатиме за ключі.',
      pl: 'Policzenia, ilu godzin tygodniowo potrzebuje organizacja, i wskazania osoby odpowiedzialnej za klucze.',
      en: 'To count how many hours a week your organisation needs, and to name a person who will be responsible for the keys.',
    },
    plan: {
      uk: 'Опитати спільноти — знайти приміщення міста — домовитися про користування — зробити ремонт власними силами — відкрити.',
      pl: 'Ankieta wśród społeczności – znalezienie lokalu miejskiego – umowa o korzystanie – remont własnymi siłami – otwarcie.',
      en: 'Ask the communities – find premises owned by the city – agree on their use – repair them together – open.',
    },
  },
}

/** What the coalition says about the national strategy. */
export const tolerance: DemoText = {
  topics: ['human-rights', 'advocacy', 'anti-discrimination'],
  languages: ['uk'],
  texts: {
    title: {
      uk: 'Стратегія толерантності: наші пропозиції до Національної стратегії у сфері прав людини',
      pl: 'Strategia tolerancji: nasze propozycje do Narodowej Strategii Praw Człowieka',
      en: 'A strategy for tolerance: our proposals for the National Human Rights Strategy',
    },
    need: {
      uk: 'У проєкті Національної стратегії про недискримінацію та толерантність сказано кількома загальними реченнями, без строків і показників.',
      pl: 'Projekt Narodowej Strategii mówi o niedyskryminacji i tolerancji w kilku ogólnych zdaniach, bez terminów i wskaźników.',
      en: 'The draft National Strategy speaks of non-discrimination and tolerance in a few general sentences, without dates or indicators.',
    },
    goals: {
      uk: 'Спільні пропозиції коаліції: заходи, відповідальні органи, строки та показники, за якими спільноти зможуть перевірити виконання.',
      pl: 'Wspólne propozycje koalicji: działania, odpowiedzialne urzędy, terminy i wskaźniki, po których społeczności sprawdzą wykonanie.',
      en: 'Joint proposals of the coalition: measures, authorities in charge, dates, and indicators by which communities can check what was done.',
    },
    beneficiaries: {
      uk: 'Національні меншини, корінні народи, нові діаспори та органи влади, яким бракує зрозумілих завдань.',
      pl: 'Mniejszości narodowe, ludy rdzenne, nowe diaspory oraz urzędy, którym brakuje jasnych zadań.',
      en: 'National minorities, indigenous peoples, new diasporas, and authorities that lack clear tasks.',
    },
    asked: {
      uk: 'Одна сторінка від кожного члена: що не працює у вашій області і що мало б змінитися за два роки.',
      pl: 'Jednej strony od każdego członka: co nie działa w obwodzie i co powinno się zmienić w ciągu dwóch lat.',
      en: 'One page from each member: what does not work in your region, and what should change within two years.',
    },
    plan: {
      uk: 'Зібрати сторінки — звести в один текст — дискусійна платформа з партнерами — подати авторам проєкту.',
      pl: 'Zebranie stron – jeden wspólny tekst – platforma dyskusyjna z partnerami – przekazanie autorom projektu.',
      en: 'Collect the pages – make them one text – a discussion platform with partners – hand it to the authors of the draft.',
    },
  },
}

/** The football tournament of the diasporas. */
export const football: DemoText = {
  topics: ['sport', 'youth', 'anti-discrimination'],
  languages: ['uk', 'en', 'fr'],
  texts: {
    title: {
      uk: 'Турнір «Футбол без ненависті і расизму»',
      pl: 'Turniej „Piłka bez nienawiści i rasizmu”',
      en: 'The tournament “Football without hatred and racism”',
    },
    need: {
      uk: 'На стадіонах і у дворах звучать образи на адресу гравців через колір шкіри та мову. Молодь діаспор рідко грає разом із місцевою.',
      pl: 'Na stadionach i podwórkach padają obelgi z powodu koloru skóry i języka. Młodzież z diaspor rzadko gra razem z miejscową.',
      en: 'In stadiums and courtyards players are insulted because of the colour of their skin and their language. Young people from the diasporas rarely play together with locals.',
    },
    goals: {
      uk: 'Щорічний турнір з мініфутболу серед діаспор України: щонайменше дванадцять команд, змішані команди, відкрита заява проти расизму перед кожною грою.',
      pl: 'Coroczny turniej pięcioosobowej piłki nożnej dla diaspor w Ukrainie: co najmniej dwanaście drużyn, drużyny mieszane, publiczna deklaracja przeciw rasizmowi przed każdym meczem.',
      en: 'A yearly five-a-side tournament for the diasporas in Ukraine: at least twelve teams, mixed teams, a public statement against racism before each game.',
    },
    beneficiaries: {
      uk: 'Юнаки й дівчата з діаспор, школи, клуби, глядачі.',
      pl: 'Chłopcy i dziewczęta z diaspor, szkoły, kluby, widzowie.',
      en: 'Young men and women from the diasporas, schools, clubs, those who watch.',
    },
    asked: {
      uk: 'Команда або двоє волонтерів від спільноти, переклад оголошень, нагорода чи солодкий стіл для дітей.',
      pl: 'Drużyny albo dwojga wolontariuszy ze społeczności, tłumaczenia ogłoszeń, nagrody albo poczęstunku dla dzieci.',
      en: 'A team or two volunteers from each community, translations of announcements, a prize or a table of sweets for the children.',
    },
    plan: {
      uk: 'Домовитися з федерацією футболу про зал і суддів — набрати команди — провести турнір у грудні — оприлюднити звіт і відео.',
      pl: 'Umowa z federacją piłkarską o hali i sędziach – nabór drużyn – turniej w grudniu – sprawozdanie i film.',
      en: 'Agree with the football federation on a hall and referees – find the teams – play in December – publish a report and a film.',
    },
  },
}
