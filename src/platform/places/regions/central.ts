/** ISO 3166-2 | uk | pl | en: Austria, Czechia, Germany, Hungary, Slovakia, Lithuania, Romania, Bulgaria. */
export const centralRegions = `
  AT-1 | Бургенланд | Burgenland | Burgenland
  AT-2 | Каринтія | Karyntia | Carinthia
  AT-3 | Нижня Австрія | Dolna Austria | Lower Austria
  AT-4 | Верхня Австрія | Górna Austria | Upper Austria
  AT-5 | Зальцбург | Salzburg | Salzburg
  AT-6 | Штирія | Styria | Styria
  AT-7 | Тіроль | Tyrol | Tyrol
  AT-8 | Форарльберг | Vorarlberg | Vorarlberg
  AT-9 | Відень | Wiedeń | Vienna
  CZ-10 | Прага | Praga | Prague
  CZ-20 | Середньочеський край | kraj środkowoczeski | Central Bohemia
  CZ-31 | Південночеський край | kraj południowoczeski | South Bohemia
  CZ-32 | Пльзенський край | kraj pilzneński | Plzeň Region
  CZ-41 | Карловарський край | kraj karlowarski | Karlovy Vary Region
  CZ-42 | Устецький край | kraj ustecki | Ústí nad Labem Region
  CZ-51 | Ліберецький край | kraj liberecki | Liberec Region
  CZ-52 | Краловоградецький край | kraj hradecki | Hradec Králové Region
  CZ-53 | Пардубицький край | kraj pardubicki | Pardubice Region
  CZ-63 | Край Височина | kraj Wysoczyna | Vysočina
  CZ-64 | Південноморавський край | kraj południowomorawski | South Moravia
  CZ-71 | Оломоуцький край | kraj ołomuniecki | Olomouc Region
  CZ-72 | Злінський край | kraj zliński | Zlín Region
  CZ-80 | Моравсько-Сілезький край | kraj morawsko-śląski | Moravia-Silesia
  DE-BB | Бранденбург | Brandenburgia | Brandenburg
  DE-BE | Берлін | Berlin | Berlin
  DE-BW | Баден-Вюртемберг | Badenia-Wirtembergia | Baden-Württemberg
  DE-BY | Баварія | Bawaria | Bavaria
  DE-HB | Бремен | Brema | Bremen
  DE-HE | Гессен | Hesja | Hesse
  DE-HH | Гамбург | Hamburg | Hamburg
  DE-MV | Мекленбург — Передня Померанія | Meklemburgia-Pomorze Przednie | Mecklenburg-Western Pomerania
  DE-NI | Нижня Саксонія | Dolna Saksonia | Lower Saxony
  DE-NW | Північний Рейн — Вестфалія | Nadrenia Północna-Westfalia | North Rhine-Westphalia
  DE-RP | Рейнланд-Пфальц | Nadrenia-Palatynat | Rhineland-Palatinate
  DE-SH | Шлезвіг-Гольштейн | Szlezwik-Holsztyn | Schleswig-Holstein
  DE-SL | Саарланд | Saara | Saarland
  DE-SN | Саксонія | Saksonia | Saxony
  DE-ST | Саксонія-Ангальт | Saksonia-Anhalt | Saxony-Anhalt
  DE-TH | Тюрингія | Turyngia | Thuringia
  HU-BA | Баранья | Baranya | Baranya
  HU-BE | Бекеш | Békés | Békés
  HU-BK | Бач-Кишкун | Bács-Kiskun | Bács-Kiskun
  HU-BU | Будапешт | Budapeszt | Budapest
  HU-BZ | Боршод-Абауй-Земплен | Borsod-Abaúj-Zemplén | Borsod-Abaúj-Zemplén
  HU-CS | Чонград-Чанад | Csongrád-Csanád | Csongrád-Csanád
  HU-FE | Феєр | Fejér | Fejér
  HU-GS | Дьйор-Мошон-Шопрон | Győr-Moson-Sopron | Győr-Moson-Sopron
  HU-HB | Гайду-Бігар | Hajdú-Bihar | Hajdú-Bihar
  HU-HE | Гевеш | Heves | Heves
  HU-JN | Яс-Надькун-Сольнок | Jász-Nagykun-Szolnok | Jász-Nagykun-Szolnok
  HU-KE | Комаром-Естергом | Komárom-Esztergom | Komárom-Esztergom
  HU-NO | Ноград | Nógrád | Nógrád
  HU-PE | Пешт | Pest | Pest
  HU-SO | Шомодь | Somogy | Somogy
  HU-SZ | Саболч-Сатмар-Берег | Szabolcs-Szatmár-Bereg | Szabolcs-Szatmár-Bereg
  HU-TO | Толна | Tolna | Tolna
  HU-VA | Ваш | Vas | Vas
  HU-VE | Веспрем | Veszprém | Veszprém
  HU-ZA | Зала | Zala | Zala
  SK-BC | Банськобистрицький край | kraj bańskobystrzycki | Banská Bystrica Region
  SK-BL | Братиславський край | kraj bratysławski | Bratislava Region
  SK-KI | Кошицький край | kraj koszycki | Košice Region
  SK-NI | Нітранський край | kraj nitrzański | Nitra Region
  SK-PV | Пряшівський край | kraj preszowski | Prešov Region
  SK-TA | Трнавський край | kraj trnawski | Trnava Region
  SK-TC | Тренчинський край | kraj trenczyński | Trenčín Region
  SK-ZI | Жилінський край | kraj żyliński | Žilina Region
  LT-AL | Алітуський повіт | okręg olicki | Alytus County
  LT-KL | Клайпедський повіт | okręg kłajpedzki | Klaipėda County
  LT-KU | Каунаський повіт | okręg kowieński | Kaunas County
  LT-MR | Маріямпольський повіт | okręg mariampolski | Marijampolė County
  LT-PN | Паневежиський повіт | okręg poniewieski | Panevėžys County
  LT-SA | Шяуляйський повіт | okręg szawelski | Šiauliai County
  LT-TA | Таурагський повіт | okręg tauroski | Tauragė County
  LT-TE | Тельшяйський повіт | okręg telszański | Telšiai County
  LT-UT | Утенський повіт | okręg uciański | Utena County
  LT-VL | Вільнюський повіт | okręg wileński | Vilnius County
  RO-AB | Алба | Alba | Alba
  RO-AG | Арджеш | Ardżesz | Argeș
  RO-AR | Арад | Arad | Arad
  RO-B | Бухарест | Bukareszt | Bucharest
  RO-BC | Бакеу | Bacău | Bacău
  RO-BH | Біхор | Bihor | Bihor
  RO-BN | Бистриця-Несеуд | Bistrița-Năsăud | Bistrița-Năsăud
  RO-BR | Бреїла | Braiła | Brăila
  RO-BT | Ботошань | Botoszany | Botoșani
  RO-BV | Брашов | Braszów | Brașov
  RO-BZ | Бузеу | Buzău | Buzău
  RO-CJ | Клуж | Kluż | Cluj
  RO-CL | Келераші | Călărași | Călărași
  RO-CS | Караш-Северін | Caraș-Severin | Caraș-Severin
  RO-CT | Констанца | Konstanca | Constanța
  RO-CV | Ковасна | Covasna | Covasna
  RO-DB | Димбовіца | Dymbowica | Dâmbovița
  RO-DJ | Долж | Dolj | Dolj
  RO-GJ | Горж | Gorj | Gorj
  RO-GL | Галац | Gałacz | Galați
  RO-GR | Джурджу | Giurgiu | Giurgiu
  RO-HD | Хунедоара | Hunedoara | Hunedoara
  RO-HR | Харгіта | Harghita | Harghita
  RO-IF | Ілфов | Ilfov | Ilfov
  RO-IL | Яломіца | Jałomica | Ialomița
  RO-IS | Ясси | Jassy | Iași
  RO-MH | Мехедінць | Mehedinți | Mehedinți
  RO-MM | Марамуреш | Marmarosz | Maramureș
  RO-MS | Муреш | Marusza | Mureș
  RO-NT | Нямц | Neamț | Neamț
  RO-OT | Олт | Aluta | Olt
  RO-PH | Прахова | Prahova | Prahova
  RO-SB | Сібіу | Sybin | Sibiu
  RO-SJ | Селаж | Sălaj | Sălaj
  RO-SM | Сату-Маре | Satu Mare | Satu Mare
  RO-SV | Сучава | Suczawa | Suceava
  RO-TL | Тулча | Tulcza | Tulcea
  RO-TM | Тіміш | Timiș | Timiș
  RO-TR | Телеорман | Teleorman | Teleorman
  RO-VL | Вилча | Vâlcea | Vâlcea
  RO-VN | Вранча | Vrancea | Vrancea
  RO-VS | Васлуй | Vaslui | Vaslui
  BG-01 | Благоєвградська область | obwód Błagojewgrad | Blagoevgrad Province
  BG-02 | Бургаська область | obwód Burgas | Burgas Province
  BG-03 | Варненська область | obwód Warna | Varna Province
  BG-04 | Великотирновська область | obwód Wielkie Tyrnowo | Veliko Tarnovo Province
  BG-05 | Видинська область | obwód Widyń | Vidin Province
  BG-06 | Врачанська область | obwód Wraca | Vratsa Province
  BG-07 | Габровська область | obwód Gabrowo | Gabrovo Province
  BG-08 | Добрицька область | obwód Dobricz | Dobrich Province
  BG-09 | Кирджалійська область | obwód Kyrdżali | Kardzhali Province
  BG-10 | Кюстендильська область | obwód Kiustendił | Kyustendil Province
  BG-11 | Ловецька область | obwód Łowecz | Lovech Province
  BG-12 | Монтанська область | obwód Montana | Montana Province
  BG-13 | Пазарджицька область | obwód Pazardżik | Pazardzhik Province
  BG-14 | Перницька область | obwód Pernik | Pernik Province
  BG-15 | Плевенська область | obwód Plewen | Pleven Province
  BG-16 | Пловдивська область | obwód Płowdiw | Plovdiv Province
  BG-17 | Разградська область | obwód Razgrad | Razgrad Province
  BG-18 | Русенська область | obwód Ruse | Ruse Province
  BG-19 | Силістринська область | obwód Silistra | Silistra Province
  BG-20 | Сливенська область | obwód Sliwen | Sliven Province
  BG-21 | Смолянська область | obwód Smolan | Smolyan Province
  BG-22 | Софія | Sofia | Sofia
  BG-23 | Софійська область | obwód sofijski | Sofia Province
  BG-24 | Старозагорська область | obwód Stara Zagora | Stara Zagora Province
  BG-25 | Тирговиштська область | obwód Tyrgowiszte | Targovishte Province
  BG-26 | Хасковська область | obwód Chaskowo | Haskovo Province
  BG-27 | Шуменська область | obwód Szumen | Shumen Province
  BG-28 | Ямбольська область | obwód Jamboł | Yambol Province
`
