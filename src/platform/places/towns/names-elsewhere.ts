/** Towns outside Ukraine: name in GeoNames = Ukrainian = Polish where it differs from the name in GeoNames. */
export const otherTowns = `
  PL Warsaw=Варшава=Warszawa, Kraków=Краків, Łódź=Лодзь, Wrocław=Вроцлав, Poznań=Познань, Gdańsk=Гданськ
  PL Szczecin=Щецин, Bydgoszcz=Бидгощ, Lublin=Люблін, Katowice=Катовиці, Białystok=Білосток, Gdynia=Гдиня
  PL Częstochowa=Ченстохова, Sosnowiec=Сосновець, Radom=Радом, Toruń=Торунь, Kielce=Кельці, Gliwice=Гливиці
  PL Zabrze=Забже, Bytom=Битом, Bielsko-Biala=Бельсько-Бяла=Bielsko-Biała, Olsztyn=Ольштин, Rzeszów=Жешув, Rybnik=Рибник
  PL Ruda Śląska=Руда-Шльонська, Dąbrowa Górnicza=Домброва-Гурнича, Tychy=Тихи, Opole=Ополе, Elbląg=Ельблонг, Płock=Плоцьк
  PL Wałbrzych=Валбжих, Gorzów Wielkopolski=Гожув-Великопольський, Włocławek=Влоцлавек, Tarnów=Тарнів, Chorzów=Хожув
  PL Koszalin=Кошалін, Kalisz=Каліш, Legnica=Легниця, Grudziądz=Грудзьондз, Słupsk=Слупськ, Zielona Góra=Зелена Гура
  PL Przemyśl=Перемишль, Chełm=Холм, Zamość=Замостя, Sanok=Сянік, Gorlice=Горлиці, Nowy Sącz=Новий Сонч, Krosno=Кросно
  PL Bartoszyce=Бартошиці, Giżycko=Гіжицько, Kętrzyn=Кентшин, Ełk=Елк, Suwałki=Сувалки, Sejny=Сейни, Hajnówka=Гайнівка
  PL Bielsk Podlaski=Більськ-Підляський, Biała Podlaska=Біла-Підляська, Jarosław=Ярослав, Lubaczów=Любачів, Sopot=Сопот
  PL Tomaszów Lubelski=Томашів-Любельський, Włodawa=Володава, Siedlce=Седльці, Łomża=Ломжа, Tarnobrzeg=Тарнобжег
  DE Berlin=Берлін, Hamburg=Гамбург, Munich=Мюнхен=Monachium, Köln=Кельн=Kolonia, Frankfurt am Main=Франкфурт-на-Майні=Frankfurt nad Menem
  DE Stuttgart=Штутгарт, Düsseldorf=Дюссельдорф, Dortmund=Дортмунд, Essen=Ессен, Leipzig=Лейпциг=Lipsk, Bremen=Бремен=Brema
  DE Dresden=Дрезден=Drezno, Hannover=Ганновер=Hanower, Nürnberg=Нюрнберг=Norymberga, Bonn=Бонн, Görlitz=Герліц
  FR Paris=Париж=Paryż, Marseille=Марсель=Marsylia, Lyon=Ліон, Toulouse=Тулуза=Tuluza, Nice=Ніцца=Nicea, Lille=Лілль
  FR Strasbourg=Страсбург=Strasburg, Bordeaux=Бордо, Nantes=Нант
  IT Rome=Рим=Rzym, Milan=Мілан=Mediolan, Naples=Неаполь=Neapol, Turin=Турин=Turyn, Bologna=Болонья=Bolonia
  IT Florence=Флоренція=Florencja, Genoa=Генуя=Genua, Venice=Венеція=Wenecja, Palermo=Палермо, Verona=Верона=Werona
  ES Madrid=Мадрид=Madryt, Barcelona=Барселона, Valencia=Валенсія=Walencja, Sevilla=Севілья=Sewilla, Zaragoza=Сарагоса=Saragossa
  ES Bilbao=Більбао, Málaga=Малага=Malaga
  PT Lisbon=Лісабон=Lizbona, Porto=Порту, Braga=Брага, Coimbra=Коїмбра
  AT Vienna=Відень=Wiedeń, Graz=Грац, Linz=Лінц, Salzburg=Зальцбург, Innsbruck=Інсбрук, Klagenfurt am Wörthersee=Клагенфурт
  CZ Prague=Прага=Praga, Brno=Брно, Ostrava=Острава=Ostrawa, Pilsen=Пльзень=Pilzno, Olomouc=Оломоуць=Ołomuniec, Liberec=Ліберець
  SK Bratislava=Братислава=Bratysława, Košice=Кошиці=Koszyce, Prešov=Пряшів=Preszów, Žilina=Жиліна=Żylina
  HU Budapest=Будапешт=Budapeszt, Debrecen=Дебрецен=Debreczyn, Szeged=Сегед=Segedyn, Miskolc=Мішкольц=Miszkolc
  HU Nyíregyháza=Ньїредьгаза, Pécs=Печ=Pecz, Győr=Дьйор
  RO Bucharest=Бухарест=Bukareszt, Cluj-Napoca=Клуж-Напока=Kluż-Napoka, Iaşi=Ясси=Jassy, Timişoara=Тімішоара=Timiszoara
  RO Suceava=Сучава=Suczawa, Sighetu Marmaţiei=Сигіт-Мармароський=Syhot Marmaroski
  BG Sofia=Софія, Plovdiv=Пловдив=Płowdiw, Varna=Варна=Warna, Burgas=Бургас
  BE Brussels=Брюссель=Bruksela, Antwerpen=Антверпен=Antwerpia, Gent=Гент=Gandawa, Liège=Льєж
  NL Amsterdam=Амстердам, Rotterdam=Роттердам, The Hague=Гаага=Haga, Utrecht=Утрехт
  LT Vilnius=Вільнюс=Wilno, Kaunas=Каунас=Kowno, Klaipėda=Клайпеда=Kłajpeda
  LV Riga=Рига=Ryga, Daugavpils=Даугавпілс=Dyneburg, Liepāja=Лієпая=Lipawa
  EE Tallinn=Таллінн=Tallin, Tartu=Тарту
  FI Helsinki=Гельсінкі, Tampere=Тампере, Turku=Турку
  SE Stockholm=Стокгольм=Sztokholm, Göteborg=Гетеборг, Malmö=Мальме
  DK Copenhagen=Копенгаген=Kopenhaga, Århus=Орхус
  IE Dublin=Дублін, Cork=Корк
  GR Athens=Афіни=Ateny, Thessaloníki=Салоніки=Saloniki
  HR Zagreb=Загреб=Zagrzeb, Split=Спліт
  SI Ljubljana=Любляна=Lublana, Maribor=Марибор
  LU Luxembourg=Люксембург=Luksemburg
  MT Valletta=Валлетта
  CY Nicosia=Нікосія=Nikozja
  MD Chisinau=Кишинів=Kiszyniów, Bălţi=Бєльці=Bielce, Comrat=Комрат=Komrat, Tiraspol=Тирасполь=Tyraspol
  GE Tbilisi=Тбілісі, Batumi=Батумі
  AM Yerevan=Єреван=Erywań
  AZ Baku=Баку
  TR Ankara=Анкара, Istanbul=Стамбул=Stambuł
  GB London=Лондон=Londyn, Edinburgh=Единбург=Edynburg
  CH Genève=Женева=Genewa, Zürich=Цюрих=Zurych, Bern=Берн=Berno
  NO Oslo=Осло
  RS Belgrade=Белград=Belgrad
`
