/** 44 collective members, 6 individual representatives, 21 partners; the Mykolaiv council unites 23 organisations. Columns: see `coalition.ts`. */
export const internationalUnion = {
  members: `
    union-mykolaiv | collective | union | uk=Рада національних товариств Миколаївської області; pl=Rada Towarzystw Narodowych Obwodu Mikołajowskiego; en=Council of National Associations of Mykolaiv Oblast | all-communities | uk | dialogue culture advocacy | regional | UA-48 | Миколаїв | 2011-06-21 | real |
    bulgarian-bolhrad | collective | association | uk=Болгарський культурний осередок «Білий лелека»; en=Bulgarian Cultural Circle “White Stork” | bulgarian | uk | culture language | local | UA-51 | Болград | 2011-06-21 |  |
    gagauz-reni | collective | association | uk=Гагаузьке товариство «Степова криниця»; en=Gagauz Society “Steppe Well” | gagauz | uk | culture heritage | local | UA-51 | Рені | 2011-06-21 |  |
    greek-mariupol | collective | association | uk=Товариство греків Приазов’я «Амфора» (у переміщенні); en=Azov Greek Society “Amphora” (displaced) | greek rumei urum | uk | culture humanitarian-aid | local | UA-12 | Дніпро | 2011-09-02 |  |
    polish-zhytomyr | collective | association | uk=Польський дім «Полісся»; pl=Dom Polski „Polesie”; en=Polish House “Polesia” | polish | uk | language culture education | local | UA-18 | Житомир | 2011-09-02 |  |
    polish-lviv | collective | association | uk=Польське молодіжне коло «Замок»; pl=Polskie Koło Młodych „Zamek”; en=Polish Youth Circle “Castle” | polish | uk | youth language | local | UA-46 | Львів | 2012-02-14 |  |
    hungarian-berehove | collective | association | uk=Угорський просвітницький гурток «Берегиня»; en=Hungarian Educational Circle “Berehynia” | hungarian | uk | education language | local | UA-21 | Берегове | 2012-02-14 |  |
    romanian-chernivtsi | collective | association | uk=Румунська бібліотечна спілка «Сторінка»; en=Romanian Library Society “Page” | romanian | uk | education culture | local | UA-77 | Чернівці | 2012-02-14 |  |
    jewish-vinnytsia | collective | association | uk=Єврейський громадський центр «Світанок»; en=Jewish Community Centre “Daybreak” | jewish | uk | heritage culture seniors | local | UA-05 | Вінниця | 2011-06-21 |  |
    jewish-odesa | collective | association | uk=Одеський гурток їдиш «Слово»; en=Odesa Yiddish Circle “Word” | jewish | uk | language heritage | local | UA-51 | Одеса | 2013-03-11 |  |
    crimean-tatar-kyiv | collective | association | uk=Кримськотатарський дім «Маяк»; en=Crimean Tatar House “Beacon” | crimean-tatar | uk | culture human-rights humanitarian-aid | local | UA-30 | Київ | 2014-05-18 |  |
    crimean-tatar-kherson | collective | association | uk=Кримськотатарське земляцтво «Мигдаль»; en=Crimean Tatar Fellowship “Almond” | crimean-tatar | uk | humanitarian-aid culture | local | UA-65 | Херсон | 2014-09-01 |  |
    karaim-kyiv | collective | association | uk=Караїмське коло «Дуб»; en=Karaim Circle “Oak” | karaim | uk | heritage language | local | UA-30 | Київ | 2012-10-05 |  |
    roma-uzhhorod | collective | association | uk=Ромське правове товариство «Дорога»; en=Roma Legal Society “Road” | roma | uk | legal-aid education | local | UA-21 | Ужгород | 2011-06-21 |  |
    roma-odesa | collective | association | uk=Ромський жіночий клуб «Намисто»; en=Roma Women’s Club “Necklace” | roma | uk | women children education | local | UA-51 | Одеса | 2012-04-08 |  |
    roma-poltava | collective | association | uk=Ромська просвітня ініціатива «Ліхтар»; en=Roma Learning Initiative “Lantern” | roma | uk | education youth | local | UA-53 | Полтава | 2015-04-08 |  |
    armenian-kharkiv | collective | association | uk=Вірменська недільна школа «Абрикос»; en=Armenian Sunday School “Apricot” | armenian | uk | education language | local | UA-63 | Харків | 2011-06-21 |  |
    armenian-kyiv | collective | association | uk=Вірменський молодіжний союз «Камінь»; en=Armenian Youth Union “Stone” | armenian | uk | youth culture | local | UA-30 | Київ | 2013-05-28 |  |
    azerbaijani-dnipro | collective | association | uk=Азербайджанське товариство «Гранат»; en=Azerbaijani Society “Pomegranate” | azerbaijani | uk | culture sport | local | UA-12 | Дніпро | 2011-06-21 |  |
    georgian-kyiv | collective | association | uk=Грузинське земляцтво «Виноград»; en=Georgian Fellowship “Vine” | georgian | uk | culture sport | local | UA-30 | Київ | 2011-06-21 |  |
    georgian-odesa | collective | association | uk=Грузинський ансамбль «Гірський потік»; en=Georgian Ensemble “Mountain Stream” | georgian | uk | culture | local | UA-51 | Одеса | 2013-12-01 |  |
    german-zaporizhzhia | collective | association | uk=Німецька громада «Млин»; en=German Community “Mill” | german | uk | heritage language | local | UA-23 | Запоріжжя | 2012-06-01 |  |
    german-odesa | collective | association | uk=Чорноморські німці: коло пам’яті «Колонія»; en=Black Sea Germans: Memory Circle “Colony” | german | uk | heritage research | local | UA-51 | Одеса | 2012-06-01 |  |
    korean-kherson | collective | association | uk=Корейське товариство «Журавель»; en=Korean Society “Crane” | korean | uk | culture language | local | UA-65 | Скадовськ | 2012-08-15 |  |
    korean-kyiv | collective | association | uk=Корейська родинна спілка «Місяць»; en=Korean Family Union “Moon” | korean | uk | children culture | local | UA-30 | Київ | 2016-02-02 |  |
    tatar-kyiv | collective | association | uk=Татарський культурний центр «Ластівка»; en=Tatar Cultural Centre “Swallow” | tatar | uk | culture | local | UA-30 | Київ | 2011-06-21 |  |
    moldovan-odesa | collective | association | uk=Молдовська спільнота «Дністер»; en=Moldovan Community “Dniester” | moldovan | uk | culture education | local | UA-51 | Одеса | 2011-06-21 |  |
    slovak-uzhhorod | collective | association | uk=Словацький гурток «Явір»; en=Slovak Circle “Sycamore” | slovak | uk | culture language | local | UA-21 | Ужгород | 2012-09-01 |  |
    rusyn-mukachevo | collective | association | uk=Товариство русинської книги «Бетлегем»; en=Rusyn Book Society “Bethlehem” | rusyn | uk | language culture | local | UA-21 | Мукачево | 2013-09-01 |  |
    czech-zhytomyr | collective | association | uk=Чеська громада Волині та Житомирщини «Хміль»; en=Czech Community of Volhynia “Hop” | czech | uk | heritage culture | local | UA-18 | Житомир | 2012-10-28 |  |
    lithuanian-kyiv | collective | association | uk=Литовське земляцтво «Бурштин»; en=Lithuanian Fellowship “Amber” | lithuanian | uk | culture | local | UA-30 | Київ | 2013-02-16 |  |
    latvian-kyiv | collective | association | uk=Латвійське товариство «Дайна»; en=Latvian Society “Daina” | latvian | uk | culture | local | UA-30 | Київ | 2013-11-18 |  |
    estonian-kyiv | collective | association | uk=Естонське земляцтво «Волошка»; en=Estonian Fellowship “Cornflower” | estonian | uk | culture | local | UA-30 | Київ | 2014-02-24 |  |
    belarusian-kyiv | collective | association | uk=Білоруський дім «Льон»; en=Belarusian House “Flax” | belarusian | uk | culture human-rights | local | UA-30 | Київ | 2011-06-21 |  |
    albanian-odesa | collective | association | uk=Албанська громада «Орлине гніздо»; en=Albanian Community “Eagle’s Nest” | albanian | uk | culture heritage | local | UA-51 | Каракурт | 2012-11-28 |  |
    swedish-kherson | collective | association | uk=Старошведська громада «Дзвін»; en=Old Swedish Community “Bell” | swedish | uk | heritage | local | UA-65 | Зміївка | 2012-05-01 |  |
    afghan-kyiv | collective | association | uk=Афганська діаспора: родинний центр «Килим»; en=Afghan Diaspora Family Centre “Carpet” | afghan | uk | integration children | local | UA-30 | Київ | 2013-08-19 |  |
    afghan-odesa | collective | association | uk=Афганське товариство взаємодопомоги «Шафран»; en=Afghan Mutual Aid Society “Saffron” | afghan | uk | social-help integration | local | UA-51 | Одеса | 2014-08-19 |  |
    syrian-odesa | collective | association | uk=Сирійська спільнота «Жасмин»; en=Syrian Community “Jasmine” | syrian | uk | integration humanitarian-aid | local | UA-51 | Одеса | 2015-03-15 |  |
    vietnamese-kharkiv | collective | association | uk=В’єтнамська громада «Лотос»; en=Vietnamese Community “Lotus” | vietnamese | uk | culture integration | local | UA-63 | Харків | 2012-01-23 |  |
    african-kyiv | collective | association | uk=Африканський центр «Баобаб»; en=African Centre “Baobab” | african nigerian congolese | uk | anti-discrimination integration sport | local | UA-30 | Київ | 2012-05-25 |  |
    turkish-meskhetian-kherson | collective | association | uk=Громада турків-месхетинців «Каштан»; en=Meskhetian Turk Community “Chestnut” | meskhetian | uk | humanitarian-aid culture | local | UA-65 | Генічеськ | 2013-11-14 |  |
    indian-kyiv | collective | association | uk=Індійський культурний осередок «Куркума»; en=Indian Cultural Circle “Turmeric” | indian | uk | culture education | local | UA-30 | Київ | 2014-01-26 |  |
    families-kyiv | collective | association | uk=Клуб інтернаціональних родин «Дві мови»; en=International Families’ Club “Two Languages” | international-families | uk | women children mental-health | local | UA-30 | Київ | 2014-06-01 |  |
    partner-law | agreement | association | uk=Правозахисна фундація «Ваги»; en=Human Rights Foundation “Scales” | all-communities | uk | human-rights legal-aid | local | UA-30 | Київ | 2012-12-10 |  |
    partner-media | agreement | association | uk=Медіалабораторія «Багатоголосся»; en=Media Lab “Many Voices” | all-communities | uk | media | local | UA-30 | Київ | 2013-03-21 |  |
    partner-football | agreement | association | uk=Футбольна ліга діаспор «М’яч»; en=Diaspora Football League “Ball” | all-communities | uk | sport anti-discrimination | local | UA-30 | Київ | 2013-12-01 |  |
    partner-university | agreement | education | uk=Кафедра міжкультурних студій (демо); en=Chair of Intercultural Studies (demo) | all-communities | uk | research education | local | UA-46 | Львів | 2013-09-01 |  |
    partner-school | agreement | education | uk=Школа перекладу «Міст»; en=Translation School “Bridge” | all-communities | uk | language education | local | UA-51 | Одеса | 2014-02-21 |  |
    partner-library | agreement | association | uk=Міська бібліотека мов (демо); en=City Library of Languages (demo) | all-communities | uk | culture education | local | UA-63 | Харків | 2014-02-21 |  |
    partner-women | agreement | association | uk=Жіночий фонд «Сад»; en=Women’s Fund “Garden” | all-communities | uk | women | local | UA-12 | Дніпро | 2014-03-08 |  |
    partner-clinic | agreement | association | uk=Юридична клініка (демо); en=Legal Clinic (demo) | all-communities | uk | legal-aid | local | UA-48 | Миколаїв | 2014-05-05 |  |
    partner-museum | agreement | association | uk=Музей спільної спадщини (демо); en=Museum of Shared Heritage (demo) | all-communities | uk | heritage | local | UA-46 | Львів | 2014-05-18 |  |
    partner-theatre | agreement | association | uk=Театр малих сцен «Коло»; en=Small Stage Theatre “Circle” | all-communities | uk | culture | local | UA-30 | Київ | 2014-09-30 |  |
    partner-psych | agreement | association | uk=Центр сімейної психології (демо); en=Centre of Family Psychology (demo) | international-families | uk | mental-health women | local | UA-30 | Київ | 2014-11-11 |  |
    partner-youth | agreement | association | uk=Молодіжна платформа «Стежка»; en=Youth Platform “Path” | all-communities | uk | youth | local | UA-56 | Рівне | 2015-01-22 |  |
    partner-refugee | agreement | association | uk=Служба допомоги біженцям «Поріг»; en=Refugee Help Service “Threshold” | refugees | uk | social-help legal-aid | local | UA-21 | Ужгород | 2015-06-20 |  |
    partner-idp | agreement | association | uk=Спілка переміщених осіб «Валіза»; en=Union of Displaced People “Suitcase” | displaced | uk | humanitarian-aid housing | local | UA-12 | Дніпро | 2015-08-24 |  |
    partner-archive | agreement | association | uk=Архів усної історії (демо); en=Oral History Archive (demo) | all-communities | uk | heritage research | local | UA-77 | Чернівці | 2016-04-18 |  |
    partner-radio | agreement | association | uk=Громадське радіо меншин (демо); en=Community Radio of Minorities (demo) | all-communities | uk | media language | local | UA-51 | Одеса | 2016-09-15 |  |
    partner-monitor | agreement | association | uk=Група моніторингу «Спостереження»; en=Monitoring Group “Observation” | all-communities | uk | hate-crime-monitoring | local | UA-30 | Київ | 2017-03-21 |  |
    partner-sport | agreement | association | uk=Борцівський клуб «Чорне море» (демо); en=Wrestling Club “Black Sea” (demo) | all-communities | uk | sport youth | local | UA-51 | Одеса | 2014-04-12 |  |
    partner-deaf | agreement | association | uk=Товариство жестової мови (демо); en=Sign Language Society (demo) | all-communities | uk | language health | local | UA-68 | Хмельницький | 2018-09-23 |  |
    partner-farm | agreement | association | uk=Кооператив «Спільне поле»; en=Cooperative “Common Field” | all-communities | uk | local-development employment | local | UA-53 | Полтава | 2019-05-15 |  |
    partner-tech | agreement | association | uk=Клуб цифрової грамотності (демо); en=Digital Skills Club (demo) | all-communities | uk | education | local | UA-05 | Вінниця | 2020-10-10 |  |
  `,
  individuals: `
    individual | uk=Земфіра (демо), медіаторка; en=Zemfira (demo), mediator | roma | uk | no_formal_organisation | Сход родин поселення: слово старших, за звичаєм | UA-51 | Ізмаїл | 2012-04-08 | listed
    individual-assyrian | uk=Представниця ассирійської спільноти (демо); en=Representative of the Assyrian community (demo) | assyrian | uk | not_widely_represented | Збори родин у Києві | UA-30 | Київ | 2013-08-07 | listed
    individual-krymchak | uk=Представник кримчаків (демо); en=Representative of the Krymchaks (demo) | krymchak | uk | not_widely_represented | Лист двадцяти родин | UA-48 | Миколаїв | 2014-12-11 | listed
    individual-kurdish | uk=Представниця курдської спільноти (демо); en=Representative of the Kurdish community (demo) | kurdish | uk | not_widely_represented | Рада старших | UA-48 | Первомайськ | 2015-03-21 | listed
    individual-avar | uk=Представник аварської спільноти (демо); en=Representative of the Avar community (demo) | avar | uk | not_widely_represented | Земляцтво | UA-12 | Кривий Ріг | 2016-05-26 |
    individual-ethiopian | uk=Представниця ефіопської спільноти (демо); en=Representative of the Ethiopian community (demo) | african | uk | not_widely_represented | Збори випускників | UA-63 | Харків | 2017-09-11 | listed
  `,
  unions: `
    union-mykolaiv | uk=Миколаївська болгарська громада (демо)
    union-mykolaiv | uk=Миколаївська польська громада (демо)
    union-mykolaiv | uk=Миколаївська німецька громада (демо)
    union-mykolaiv | uk=Миколаївська вірменська громада (демо)
    union-mykolaiv | uk=Миколаївська азербайджанська громада (демо)
    union-mykolaiv | uk=Миколаївська грецька громада (демо)
    union-mykolaiv | uk=Миколаївська єврейська громада (демо)
    union-mykolaiv | uk=Миколаївська корейська громада (демо)
    union-mykolaiv | uk=Миколаївська молдовська громада (демо)
    union-mykolaiv | uk=Миколаївська татарська громада (демо)
    union-mykolaiv | uk=Миколаївська ромська громада (демо)
    union-mykolaiv | uk=Миколаївська білоруська громада (демо)
    union-mykolaiv | uk=Миколаївська грузинська громада (демо)
    union-mykolaiv | uk=Миколаївська чуваська громада (демо)
    union-mykolaiv | uk=Миколаївська курдська громада (демо)
    union-mykolaiv | uk=Миколаївська литовська громада (демо)
    union-mykolaiv | uk=Миколаївська угорська громада (демо)
    union-mykolaiv | uk=Миколаївська чеська громада (демо)
    union-mykolaiv | uk=Миколаївська афганська громада (демо)
    union-mykolaiv | uk=Миколаївська в’єтнамська громада (демо)
    union-mykolaiv | uk=Миколаївська осетинська громада (демо)
    union-mykolaiv | uk=Миколаївська узбецька громада (демо)
    union-mykolaiv | uk=Миколаївська румунська громада (демо)
  `,
}
