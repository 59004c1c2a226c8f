import { encoded } from './old-encodings.ts'

const long = `Сусіди розповіли. ${'Ще одне речення про те, що було далі. '.repeat(800)}`.slice(0, 30_000)

const ukrainian = `Дата події;Населений пункт;Область;Категорія;Що сталося;Посилання
12.03.2019;м. Львів;Львівська область;напад/підпал;"Побили двох,
а тоді підпалили намет; є відео";https://news.example/1
близько 12 березня 2019;Одеса;;погрози;Погрожували на ринку;
березень 2019;;Закарпатська;вандалізм;Розмалювали стіну;
I півріччя 2019;Ужгород;;напад;Напали на родину;
2019;;;;"${long}";
12.03.2019–14.03.2019;Київ;;погрози / напад;Три дні поспіль;https://news.example/2
43536;Харків;;підпал;З таблиці без формату дати;
навесні;Ніде;;бійка;Дати немає;
;;;;;
12.03.2019;м. Львів;Львівська область;погрози;Повтор;
12.03.2019;м. Львів;Львівська область;погрози;Повтор;
Разом;9;;;;
`

const polish = encoded(
  `\tLp.\tData zdarzenia\tMiejscowość\tWojewództwo\tRodzaj czynu\tOpis\tŹródło
\t1\tok. 12 marca 2019 r.\tLublin\tlubelskie\tpobicie, groźby\tPobito ucznia\tgazeta
\t2\t12.III.2019\t\tŁódzkie\tgroźby\tŻądano, żeby się wyniósł\tgazeta
\t3\tw marcu 2019\tBiałystok\t\tpobicie\tPo meczu\t
\t4\t1-2 maja 2019\t\tMałopolskie\tpodpalenie\tW nocy\tradio
\t5\t2019\t\tPodlasie\tinne\tNic więcej nie wiadomo\t
\tRazem\t5\t\t\t\t\t
`,
  'windows-1250',
)

const german = `Datum;Ort;Bundesland;Delikt;Beschreibung;Quelle
12. März 2019;Dresden;Sachsen;Körperverletzung;Zwei Männer griffen ein Kind an;Polizei
Anfang März 2019;München;Bayern;Sachbeschädigung / Bedrohung;Scheiben zerstört;Zeitung
1. Halbjahr 2019;;Thüringen;Volksverhetzung;;Zeitung
13.-14.03.2019;Chemnitz;Sachsen;Brandanschlag;Unterkunft;
Summe;;;4;;
`

const english = encoded(
  `Incident ID\tDate of incident\tCity\tLatitude\tLongitude\tType\tBias\tDetails
A-1\t2019-03-12\tLviv\t49.84\t24.03\tassault; threats\tanti-Roma bias\tTwo people were beaten
A-2\tMarch 2019\tOdesa\t\t\tThreat\tantisemitism\t"A letter.
It named the family."
A-3\tearly April 2019\t\t\t\tinsult\t\tShouted at
A-4\tunknown\t\t\t\t\t\tA neighbour told this, without more
`,
  'utf-16le',
)

// Nothing but what was told, with every sign that could part columns.
const toldOnly =
  '\uFEFFЩо сталося\nПобили, пограбували й погрожували; відео немає\n"Розбили вікно, у двох рядках:\nніхто не постраждав"\n\nПобили, пограбували й погрожували; відео немає\n'

// As a list came from an old computer.
const oldComputer = encoded(
  'Дата;Місто;Вид діяння;Опис\n12.03.19;Херсон;підпал;Згоріла ятка\nвересень 2018 р.;Каховка;побиття;«Їх було троє», — каже свідок\n',
  'windows-1251',
)

/** Chronicles as others keep them: made up, each with the gaps and habits of a real one. */
export const otherChronicles = { ukrainian, polish, german, english, toldOnly, oldComputer }
