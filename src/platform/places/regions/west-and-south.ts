/** ISO 3166-2 | uk | pl | en: Belgium, Netherlands, Ireland, France, Spain, Portugal, Italy, Greece, Cyprus, Croatia. */
export const westernAndSouthernRegions = `
  BE-BRU | Брюссель | Bruksela | Brussels
  BE-VLG | Фландрія | Flandria | Flanders
  BE-WAL | Валлонія | Walonia | Wallonia
  NL-DR | Дренте | Drenthe | Drenthe
  NL-FL | Флеволанд | Flevoland | Flevoland
  NL-FR | Фрисландія | Fryzja | Friesland
  NL-GE | Гелдерланд | Geldria | Gelderland
  NL-GR | Гронінген | Groningen | Groningen
  NL-LI | Лімбург | Limburgia | Limburg
  NL-NB | Північний Брабант | Brabancja Północna | North Brabant
  NL-NH | Північна Голландія | Holandia Północna | North Holland
  NL-OV | Оверейсел | Overijssel | Overijssel
  NL-UT | Утрехт | Utrecht | Utrecht
  NL-ZE | Зеландія | Zelandia | Zeeland
  NL-ZH | Південна Голландія | Holandia Południowa | South Holland
  IE-C | Коннахт | Connacht | Connacht
  IE-L | Ленстер | Leinster | Leinster
  IE-M | Манстер | Munster | Munster
  IE-U | Ольстер | Ulster | Ulster
  FR-ARA | Овернь — Рона — Альпи | Owernia-Rodan-Alpy | Auvergne-Rhône-Alpes
  FR-BFC | Бургундія — Франш-Конте | Burgundia-Franche-Comté | Bourgogne-Franche-Comté
  FR-BRE | Бретань | Bretania | Brittany
  FR-20R | Корсика | Korsyka | Corsica
  FR-CVL | Центр — Долина Луари | Region Centralny-Dolina Loary | Centre-Val de Loire
  FR-GES | Гранд-Ест | Grand Est | Grand Est
  FR-HDF | О-де-Франс | Hauts-de-France | Hauts-de-France
  FR-IDF | Іль-де-Франс | Île-de-France | Île-de-France
  FR-NAQ | Нова Аквітанія | Nowa Akwitania | Nouvelle-Aquitaine
  FR-NOR | Нормандія | Normandia | Normandy
  FR-OCC | Окситанія | Oksytania | Occitania
  FR-PAC | Прованс — Альпи — Лазуровий Берег | Prowansja-Alpy-Lazurowe Wybrzeże | Provence-Alpes-Côte d’Azur
  FR-PDL | Краї Луари | Kraj Loary | Pays de la Loire
  FR-971 | Гваделупа | Gwadelupa | Guadeloupe
  FR-972 | Мартиніка | Martynika | Martinique
  FR-973 | Французька Гвіана | Gujana Francuska | French Guiana
  FR-974 | Реюньйон | Reunion | Réunion
  FR-976 | Майотта | Majotta | Mayotte
  ES-AN | Андалусія | Andaluzja | Andalusia
  ES-AR | Арагон | Aragonia | Aragon
  ES-AS | Астурія | Asturia | Asturias
  ES-CB | Кантабрія | Kantabria | Cantabria
  ES-CE | Сеута | Ceuta | Ceuta
  ES-CL | Кастилія і Леон | Kastylia i León | Castile and León
  ES-CM | Кастилія — Ла-Манча | Kastylia-La Mancha | Castilla-La Mancha
  ES-CN | Канарські острови | Wyspy Kanaryjskie | Canary Islands
  ES-CT | Каталонія | Katalonia | Catalonia
  ES-EX | Естремадура | Estremadura | Extremadura
  ES-GA | Галісія | Galicja | Galicia
  ES-IB | Балеарські острови | Baleary | Balearic Islands
  ES-MC | Мурсія | Murcja | Murcia
  ES-MD | Мадрид | Madryt | Madrid
  ES-ML | Мелілья | Melilla | Melilla
  ES-NC | Наварра | Nawarra | Navarre
  ES-PV | Країна Басків | Kraj Basków | Basque Country
  ES-RI | Ла-Ріоха | La Rioja | La Rioja
  ES-VC | Валенсійська Спільнота | Walencja | Valencian Community
  PT-01 | Авейру | Aveiro | Aveiro
  PT-02 | Бежа | Beja | Beja
  PT-03 | Брага | Braga | Braga
  PT-04 | Браганса | Bragança | Bragança
  PT-05 | Каштелу-Бранку | Castelo Branco | Castelo Branco
  PT-06 | Коїмбра | Coimbra | Coimbra
  PT-07 | Евора | Évora | Évora
  PT-08 | Фару | Faro | Faro
  PT-09 | Гуарда | Guarda | Guarda
  PT-10 | Лейрія | Leiria | Leiria
  PT-11 | Лісабон | Lizbona | Lisbon
  PT-12 | Порталегре | Portalegre | Portalegre
  PT-13 | Порту | Porto | Porto
  PT-14 | Сантарен | Santarém | Santarém
  PT-15 | Сетубал | Setúbal | Setúbal
  PT-16 | Віана-ду-Каштелу | Viana do Castelo | Viana do Castelo
  PT-17 | Віла-Реал | Vila Real | Vila Real
  PT-18 | Візеу | Viseu | Viseu
  PT-20 | Азорські острови | Azory | Azores
  PT-30 | Мадейра | Madera | Madeira
  IT-21 | П’ємонт | Piemont | Piedmont
  IT-23 | Валле-д’Аоста | Dolina Aosty | Aosta Valley
  IT-25 | Ломбардія | Lombardia | Lombardy
  IT-32 | Трентіно — Альто-Адідже | Trydent-Górna Adyga | Trentino-South Tyrol
  IT-34 | Венето | Wenecja Euganejska | Veneto
  IT-36 | Фріулі — Венеція-Джулія | Friuli-Wenecja Julijska | Friuli Venezia Giulia
  IT-42 | Лігурія | Liguria | Liguria
  IT-45 | Емілія-Романья | Emilia-Romania | Emilia-Romagna
  IT-52 | Тоскана | Toskania | Tuscany
  IT-55 | Умбрія | Umbria | Umbria
  IT-57 | Марке | Marche | Marche
  IT-62 | Лаціо | Lacjum | Lazio
  IT-65 | Абруццо | Abruzja | Abruzzo
  IT-67 | Молізе | Molise | Molise
  IT-72 | Кампанія | Kampania | Campania
  IT-75 | Апулія | Apulia | Apulia
  IT-77 | Базиліката | Basilicata | Basilicata
  IT-78 | Калабрія | Kalabria | Calabria
  IT-82 | Сицилія | Sycylia | Sicily
  IT-88 | Сардинія | Sardynia | Sardinia
  GR-69 | Афон | Athos | Mount Athos
  GR-A | Східна Македонія та Фракія | Macedonia Wschodnia i Tracja | East Macedonia and Thrace
  GR-B | Центральна Македонія | Macedonia Środkowa | Central Macedonia
  GR-C | Західна Македонія | Macedonia Zachodnia | West Macedonia
  GR-D | Епір | Epir | Epirus
  GR-E | Фессалія | Tesalia | Thessaly
  GR-F | Іонічні острови | Wyspy Jońskie | Ionian Islands
  GR-G | Західна Греція | Grecja Zachodnia | West Greece
  GR-H | Центральна Греція | Grecja Środkowa | Central Greece
  GR-I | Аттика | Attyka | Attica
  GR-J | Пелопоннес | Peloponez | Peloponnese
  GR-K | Північні Егейські острови | Wyspy Egejskie Północne | North Aegean
  GR-L | Південні Егейські острови | Wyspy Egejskie Południowe | South Aegean
  GR-M | Крит | Kreta | Crete
  CY-01 | Нікосія | Nikozja | Nicosia
  CY-02 | Лімасол | Limassol | Limassol
  CY-03 | Ларнака | Larnaka | Larnaca
  CY-04 | Фамагуста | Famagusta | Famagusta
  CY-05 | Пафос | Pafos | Paphos
  CY-06 | Киренія | Kirenia | Kyrenia
  HR-01 | Загребська жупанія | żupania zagrzebska | Zagreb County
  HR-02 | Крапинсько-Загорська жупанія | żupania krapińsko-zagorska | Krapina-Zagorje
  HR-03 | Сісацько-Мославінська жупанія | żupania sisacko-moslawińska | Sisak-Moslavina
  HR-04 | Карловацька жупанія | żupania karlowacka | Karlovac
  HR-05 | Вараждинська жупанія | żupania varażdińska | Varaždin
  HR-06 | Копривницько-Крижевецька жупанія | żupania koprivnicko-križevacka | Koprivnica-Križevci
  HR-07 | Беловарсько-Білогорська жупанія | żupania bielowarsko-bilogorska | Bjelovar-Bilogora
  HR-08 | Приморсько-Горанська жупанія | żupania primorsko-gorska | Primorje-Gorski Kotar
  HR-09 | Лицько-Сенська жупанія | żupania licko-seńska | Lika-Senj
  HR-10 | Вировітицько-Подравська жупанія | żupania virovitičko-podrawska | Virovitica-Podravina
  HR-11 | Пожезько-Славонська жупанія | żupania pożedzko-slawońska | Požega-Slavonia
  HR-12 | Бродсько-Посавська жупанія | żupania brodzko-posawska | Brod-Posavina
  HR-13 | Задарська жупанія | żupania zadarska | Zadar
  HR-14 | Осієцько-Баранська жупанія | żupania osijecko-barańska | Osijek-Baranja
  HR-15 | Шибеницько-Кнінська жупанія | żupania szybenicko-knińska | Šibenik-Knin
  HR-16 | Вуковарсько-Сремська жупанія | żupania vukowarsko-srijemska | Vukovar-Srijem
  HR-17 | Сплітсько-Далматинська жупанія | żupania splicko-dalmatyńska | Split-Dalmatia
  HR-18 | Істрійська жупанія | żupania istryjska | Istria
  HR-19 | Дубровницько-Неретванська жупанія | żupania dubrownicko-neretwiańska | Dubrovnik-Neretva
  HR-20 | Меджимурська жупанія | żupania medzimurska | Međimurje
  HR-21 | Загреб | Zagrzeb | Zagreb
`
