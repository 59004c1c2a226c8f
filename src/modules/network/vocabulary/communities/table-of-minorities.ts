/**
 * code | uk | pl | en | kinds | what they call themselves (BCP 47 tag=name; several separated by `;`)
 *
 * Statutory minorities of Poland: Act of 6 January 2005 on national and ethnic minorities and on the regional language,
 * art. 2 and 19. Indigenous peoples of Ukraine: Law 1616-IX of 1 July 2021, art. 1. Nationalities of Ukraine: census of
 * 5 December 2001. Names are those that people use for themselves; the exonyms in some sources are not repeated.
 */
export const minorities = `
  belarusian    | білоруси         | Białorusini       | Belarusians     | pl-national ua-minority diaspora | be=беларусы
  czech         | чехи             | Czesi             | Czechs          | pl-national ua-minority | cs=Češi
  lithuanian    | литовці          | Litwini           | Lithuanians     | pl-national ua-minority | lt=lietuviai
  german        | німці            | Niemcy            | Germans         | pl-national ua-minority | de=Deutsche
  armenian      | вірмени          | Ormianie          | Armenians       | pl-national ua-minority diaspora | hy=հայեր
  russian       | росіяни          | Rosjanie          | Russians        | pl-national ua-minority diaspora | ru=русские
  slovak        | словаки          | Słowacy           | Slovaks         | pl-national ua-minority | sk=Slováci
  ukrainian     | українці         | Ukraińcy          | Ukrainians      | pl-national diaspora | uk=українці
  jewish        | євреї            | Żydzi             | Jews            | pl-national ua-minority | yi=ייִדן; he=יהודים
  karaim        | караїми          | Karaimi           | Karaims         | pl-ethnic ua-indigenous | kdr=karajlar
  lemko         | лемки            | Łemkowie          | Lemkos          | pl-ethnic | rue-x-lemko=Лемкы
  roma          | роми             | Romowie           | Roma            | pl-ethnic ua-minority diaspora | rom=Roma
  tatar         | татари           | Tatarzy           | Tatars          | pl-ethnic ua-minority | tt=татарлар
  kashubian     | кашуби           | Kaszubi           | Kashubians      | regional-language | csb=Kaszëbi
  crimean-tatar | кримські татари  | Tatarzy krymscy   | Crimean Tatars  | ua-indigenous diaspora | crh=qırımtatarlar
  krymchak      | кримчаки         | Krymczacy         | Krymchaks       | ua-indigenous | jct=кърымчахлар
  moldovan      | молдовани        | Mołdawianie       | Moldovans       | ua-minority diaspora | ro=moldoveni
  bulgarian     | болгари          | Bułgarzy          | Bulgarians      | ua-minority | bg=българи
  hungarian     | угорці           | Węgrzy            | Hungarians      | ua-minority | hu=magyarok
  romanian      | румуни           | Rumuni            | Romanians       | ua-minority diaspora | ro=români
  polish        | поляки           | Polacy            | Poles           | ua-minority | pl=Polacy
  greek         | греки            | Grecy             | Greeks          | ua-minority | el=Έλληνες
  rumei         | румеї            | Rumejowie         | Rumei           | ua-minority |
  urum          | уруми            | Urumowie          | Urums           | ua-minority | uum=урумлар
  azerbaijani   | азербайджанці    | Azerbejdżanie     | Azerbaijanis    | ua-minority diaspora | az=azərbaycanlılar
  georgian      | грузини          | Gruzini           | Georgians       | ua-minority diaspora | ka=ქართველები
  gagauz        | гагаузи          | Gagauzi           | Gagauz          | ua-minority | gag=gagauzlar
  korean        | корейці          | Koreańczycy       | Koreans         | ua-minority diaspora | ko=고려사람
  uzbek         | узбеки           | Uzbecy            | Uzbeks          | ua-minority diaspora | uz=oʻzbeklar
  chuvash       | чуваші           | Czuwasze          | Chuvash         | ua-minority | cv=чӑвашсем
  erzya-moksha  | ерзяни та мокшани | Erzjanie i Mokszanie | Erzya and Moksha | ua-minority | myv=эрзят; mdf=мокшет
  turkish       | турки            | Turcy             | Turks           | ua-minority diaspora | tr=Türkler
  meskhetian    | турки-месхетинці | Turcy meschetyńscy | Meskhetian Turks | ua-minority | tr=Ahıska Türkleri
  arab          | араби            | Arabowie          | Arabs           | ua-minority diaspora | ar=عرب
  kazakh        | казахи           | Kazachowie        | Kazakhs         | ua-minority diaspora | kk=қазақтар
  latvian       | латиші           | Łotysze           | Latvians        | ua-minority | lv=latvieši
  estonian      | естонці          | Estończycy        | Estonians       | ua-minority | et=eestlased
  swedish       | шведи            | Szwedzi           | Swedes          | ua-minority | sv=svenskar
  albanian      | албанці          | Albańczycy        | Albanians       | ua-minority diaspora | sq=shqiptarë
  assyrian      | ассирійці        | Asyryjczycy       | Assyrians       | ua-minority diaspora |
  kurdish       | курди            | Kurdowie          | Kurds           | ua-minority diaspora | kmr=Kurd; ckb=کورد
  ossetian      | осетини          | Osetyjczycy       | Ossetians       | ua-minority | os=ирон адæм
  abkhaz        | абхази           | Abchazowie        | Abkhaz          | ua-minority | ab=аԥсуаа
  chechen       | чеченці          | Czeczeni          | Chechens        | ua-minority diaspora | ce=нохчий
  ingush        | інгуші           | Ingusze           | Ingush          | ua-minority diaspora | inh=гӀалгӀай
  lezgian       | лезгини          | Lezgini           | Lezgians        | ua-minority | lez=лезгияр
  avar          | аварці           | Awarowie          | Avars           | ua-minority | av=магӀарулал
  dargin        | даргинці         | Dargijczycy       | Dargins         | ua-minority |
  kumyk         | кумики           | Kumycy            | Kumyks          | ua-minority | kum=къумукълар
  tajik         | таджики          | Tadżycy           | Tajiks          | ua-minority diaspora | tg=тоҷикон
  turkmen       | туркмени         | Turkmeni          | Turkmens        | ua-minority diaspora | tk=türkmenler
  kyrgyz        | киргизи          | Kirgizi           | Kyrgyz          | ua-minority diaspora | ky=кыргыздар
  bashkir       | башкири          | Baszkirzy         | Bashkirs        | ua-minority | ba=башҡорттар
  udmurt        | удмурти          | Udmurci           | Udmurts         | ua-minority | udm=удмуртъёс
  mari          | марійці          | Maryjczycy        | Mari            | ua-minority | chm=марий-влак
  komi          | комі             | Komi              | Komi            | ua-minority | kv=коми
  karelian      | карели           | Karelowie         | Karelians       | ua-minority | krl=karjalaiset
  buryat        | буряти           | Buriaci           | Buryats         | ua-minority | bua=буряад
  kalmyk        | калмики          | Kałmucy           | Kalmyks         | ua-minority | xal=хальмгуд
  sakha         | саха             | Sacha             | Sakha           | ua-minority | sah=сахалар
  serbian       | серби            | Serbowie          | Serbs           | ua-minority diaspora | sr=Срби
  croatian      | хорвати          | Chorwaci          | Croats          | ua-minority | hr=Hrvati
  macedonian    | македонці        | Macedończycy      | Macedonians     | ua-minority | mk=Македонци
  vietnamese    | в’єтнамці        | Wietnamczycy      | Vietnamese      | ua-minority diaspora | vi=người Việt
  chinese       | китайці          | Chińczycy         | Chinese         | ua-minority diaspora | zh=华人
  rusyn         | русини           | Rusini            | Rusyns          | self-identified | rue=русины
  silesian      | сілезці          | Ślązacy           | Silesians       | self-identified | szl=Ślōnzoki
  vilamovian    | вілямівці        | Wilamowianie      | Vilamovians     | self-identified | wym=Wymysiöejer
`
