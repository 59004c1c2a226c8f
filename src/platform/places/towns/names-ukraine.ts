/**
 * Towns of Ukraine by region: name in GeoNames = Ukrainian = Polish where it has a name of its own. Ukrainian names are
 * those of today, after the renamings of 2016–2024; English is spelt from them by resolution 55/2010.
 */
export const ukrainianTowns = `
  UA-30 Kyiv=Київ=Kijów, Kotsyubyns’ke=Коцюбинське
  UA-32 Bila Tserkva=Біла Церква=Biała Cerkiew, Brovary=Бровари, Boryspil’=Бориспіль, Fastiv=Фастів=Fastów, Bucha=Буча
  UA-32 Irpin=Ірпінь, Vasylkiv=Васильків, Pereiaslav-Khmelnytskyi=Переяслав, Boyarka=Боярка, Vyshneve=Вишневе
  UA-32 Obukhiv=Обухів, Slavutych=Славутич, Yahotyn=Яготин, Vyshhorod=Вишгород, Skvyra=Сквира, Bohuslav=Богуслав
  UA-32 Tetiiv=Тетіїв, Ukrainka=Українка, Kaharlyk=Кагарлик, Tarashcha=Тараща, Myronivka=Миронівка, Uzyn=Узин
  UA-32 Hostomel=Гостомель, Borodianka=Бородянка, Makariv=Макарів, Baryshivka=Баришівка, Ivankiv=Іванків
  UA-63 Kharkiv=Харків=Charków, Lozova=Лозова, Izyum=Ізюм, Chuhuyiv=Чугуїв, Kupjansk=Куп’янськ, Balakliya=Балаклія
  UA-63 Pervomays’kyy=Златопіль, Merefa=Мерефа, Lyubotyn=Люботин, Krasnohrad=Берестин, Kivsharivka=Ківшарівка
  UA-63 Vovchans’k=Вовчанськ, Derhachi=Дергачі, Bohodukhiv=Богодухів, Zmiyiv=Зміїв, Slobozhans’ke=Слобожанське
  UA-63 Nova Vodolaha=Нова Водолага, Solonytsivka=Солоницівка, Barvinkove=Барвінкове, Zolochiv=Золочів, Valky=Валки
  UA-12 Dnipro=Дніпро=Dniepr, Kryvyi Rih=Кривий Ріг=Krzywy Róg, Kamianske=Кам’янське, Nikopol=Нікополь
  UA-12 Pavlohrad=Павлоград=Pawłohrad, Novomoskovs’k=Самар, Zhovti Vody=Жовті Води, Marhanets’=Марганець
  UA-12 Synel’nykove=Синельникове, Piatykhatky=П’ятихатки, Pidhorodne=Підгородне, Apostolove=Апостолове, Shyroke=Широке
  UA-14 Donetsk=Донецьк=Donieck, Mariupol=Маріуполь, Makiyivka=Макіївка, Horlivka=Горлівка, Kramators’k=Краматорськ
  UA-14 Sloviansk=Слов’янськ=Słowiańsk, Yenakiyeve=Єнакієве, Kostyantynivka=Костянтинівка, Bakhmut=Бахмут=Bachmut
  UA-14 Shakhtars’k=Шахтарськ, Pokrovsk=Покровськ, Chystyakove=Чистякове, Khartsyz’k=Харцизьк, Druzhkivka=Дружківка
  UA-14 Snizhne=Сніжне, Myrnohrad=Мирноград, Toretsk=Торецьк, Yasynuvata=Ясинувата, Dobropillya=Добропілля
  UA-14 Avdiyivka=Авдіївка, Debal’tseve=Дебальцеве, Lyman=Лиман, Selydove=Селидове, Dokuchayevs’k=Докучаєвськ
  UA-14 Volnovakha=Волноваха, Amvrosiyivka=Амвросіївка, Kurakhovo=Курахове, Zuhres=Зугрес, Ilovays’k=Іловайськ
  UA-14 Chasiv Yar=Часів Яр, Sivers’k=Сіверськ, Soledar=Соледар, Svetlodarsk=Світлодарськ, Novoazovs'k=Новоазовськ
  UA-14 Rodyns’ke=Родинське, Mospyne=Моспине, Sartana=Сартана
  UA-51 Odessa=Одеса=Odessa, Izmail=Ізмаїл=Izmaił, Chornomors’k=Чорноморськ, Podilsk=Подільськ, Yuzhne=Південне
  UA-51 Bilhorod-Dnistrovskyi=Білгород-Дністровський=Białogród nad Dniestrem, Kiliya=Кілія=Kilia, Balta=Балта=Bałta
  UA-51 Reni=Рені, Rozdil’na=Роздільна, Bolhrad=Болград, Artsyz=Арциз, Bilyayivka=Біляївка, Ovidiopol=Овідіополь
  UA-51 Tatarbunary=Татарбунари, Teplodar=Теплодар
  UA-23 Zaporizhia=Запоріжжя=Zaporoże, Melitopol=Мелітополь, Berdyansk=Бердянськ=Berdiańsk, Energodar=Енергодар
  UA-23 Tokmak=Токмак, Polohy=Пологи, Dniprorudne=Дніпрорудне, Orikhiv=Оріхів, Hulyaypole=Гуляйполе
  UA-23 Vasylivka=Василівка, Prymors’k=Приморськ, Mykhaylivka=Михайлівка, Yakymivka=Якимівка, Vesele=Веселе
  UA-46 Lviv=Львів=Lwów, Chervonohrad=Шептицький, Drohobych=Дрогобич=Drohobycz, Stryi=Стрий=Stryj
  UA-46 Boryslav=Борислав=Borysław, Sambir=Самбір=Sambor, Novoyavorivs'k=Новояворівськ, Truskavets’=Трускавець=Truskawiec
  UA-46 Brody=Броди, Zolochiv=Золочів=Złoczów, Sokal’=Сокаль=Sokal, Stebnyk=Стебник=Stebnik, Horodok=Городок=Gródek
  UA-46 Mykolaiv=Миколаїв=Mikołajów, Yavoriv=Яворів=Jaworów, Zhovkva=Жовква=Żółkiew, Mostys'ka=Мостиська=Mościska
  UA-46 Khodoriv=Ходорів=Chodorów
  UA-48 Mykolayiv=Миколаїв=Mikołajów, Pervomays’k=Первомайськ, Voznesensk=Вознесенськ, Novyy Buh=Новий Буг
  UA-48 Yuzhnoukrains'k=Південноукраїнськ, Ochakiv=Очаків=Oczaków, Snihurivka=Снігурівка, Nova Odesa=Нова Одеса
  UA-48 Bashtanka=Баштанка
  UA-09 Luhansk=Луганськ=Ługańsk, Syevyerodonets’k=Сіверськодонецьк, Alchevs’k=Алчевськ, Lysychans’k=Лисичанськ
  UA-09 Krasnyy Luch=Хрустальний, Kadiyivka=Кадіївка, Sverdlovs’k=Довжанськ, Rubizhne=Рубіжне, Antratsyt=Антрацит
  UA-09 Roven’ky=Ровеньки, Bryanka=Брянка, Sorokyne=Сорокине, Pervomays’k=Сокологірськ, Kirovs’k=Голубівка
  UA-09 Popasna=Попасна, Kreminna=Кремінна, Starobil’s’k=Старобільськ, Lutuhyne=Лутугине, Svatove=Сватове
  UA-09 Chervonopartyzans’k=Вознесенівка, Shchastya=Щастя, Stanytsya Luhans’ka=Станиця Луганська, Hirs’ke=Гірське
  UA-40 Sevastopol=Севастополь=Sewastopol, Balaklava=Балаклава, Inkerman=Інкерман
  UA-43 Simferopol=Сімферополь=Symferopol, Kerch=Керч=Kercz, Yevpatoriya=Євпаторія=Eupatoria, Yalta=Ялта=Jałta
  UA-43 Feodosiya=Феодосія=Teodozja, Dzhankoy=Джанкой, Yany Kapu=Яни Капу, Alushta=Алушта=Ałuszta, Saki=Саки
  UA-43 Bakhchysarai=Бахчисарай=Bachczysaraj, Armyansk=Армянськ, Sudak=Судак, Bilohirsk=Білогірськ, Gaspra=Гаспра
  UA-43 Hvardiiske=Гвардійське, Primorskiy=Приморський, Krasnogvardeyskoye=Курман, Chernomorskoye=Чорноморське
  UA-43 Shchyolkino=Щолкіне, Sovetskiy=Ічкі
  UA-68 Khmelnytskyi=Хмельницький=Chmielnicki, Kamianets-Podilskyi=Кам’янець-Подільський=Kamieniec Podolski
  UA-68 Shepetivka=Шепетівка=Szepetówka, Starokostiantyniv=Старокостянтинів, Slavuta=Славута=Sławuta, Netishyn=Нетішин
  UA-68 Polonne=Полонне=Połonne, Krasyliv=Красилів, Izyaslav=Ізяслав=Zasław, Horodok=Городок=Gródek Podolski
  UA-68 Dunaivtsi=Дунаївці, Letychiv=Летичів=Latyczów, Derazhnya=Деражня
  UA-05 Vinnytsia=Вінниця=Winnica, Zhmerynka=Жмеринка=Żmerynka, Mohyliv-Podilskyi=Могилів-Подільський=Mohylów Podolski
  UA-05 Khmilnyk=Хмільник=Chmielnik, Kozyatyn=Козятин, Haisyn=Гайсин, Ladyzhyn=Ладижин, Kalynivka=Калинівка, Bar=Бар
  UA-05 Tulchyn=Тульчин=Tulczyn, Nemyriv=Немирів=Niemirów, Illintsi=Іллінці, Pohrebyshche=Погребище
  UA-65 Kherson=Херсон=Chersoń, Nova Kakhovka=Нова Каховка, Kakhovka=Каховка, Tsyurupyns’k=Олешки, Heniches’k=Генічеськ
  UA-65 Skadovs’k=Скадовськ, Hola Prystan’=Гола Пристань, Beryslav=Берислав, Kalanchak=Каланчак, Chaplynka=Чаплинка
  UA-53 Poltava=Полтава=Połtawa, Kremenchuk=Кременчук=Krzemieńczuk, Lubny=Лубни, Horishni Plavni=Горішні Плавні
  UA-53 Myrhorod=Миргород, Hadyach=Гадяч=Hadziacz, Karlivka=Карлівка, Pyriatyn=Пирятин, Khorol=Хорол
  UA-53 Kotel’va=Котельва, Hlobyne=Глобине, Lokhvytsya=Лохвиця, Kobelyaky=Кобеляки, Hrebinka=Гребінка, Zin’kiv=Зіньків
  UA-74 Chernihiv=Чернігів=Czernihów, Nizhyn=Ніжин=Nieżyn, Pryluky=Прилуки, Bakhmach=Бахмач, Nosivka=Носівка
  UA-74 Novhorod-Sivers’kyy=Новгород-Сіверський=Nowogród Siewierski, Koryukivka=Корюківка, Horodnya=Городня, Mena=Мена
  UA-74 Ichnya=Ічня, Snovsk=Сновськ, Bobrovytsya=Бобровиця, Borzna=Борзна
  UA-71 Cherkasy=Черкаси=Czerkasy, Uman=Умань=Humań, Smila=Сміла=Śmiła, Zolotonosha=Золотоноша, Kaniv=Канів=Kaniów
  UA-71 Vatutine=Багачеве, Zvenihorodka=Звенигородка, Korsun-Shevchenkivskyi=Корсунь-Шевченківський=Korsuń, Shpola=Шпола
  UA-71 Talne=Тальне, Zhashkiv=Жашків, Horodyshche=Городище, Kamianka=Кам’янка, Khrystynivka=Христинівка
  UA-71 Chyhyryn=Чигирин=Czehryń
  UA-59 Sumy=Суми, Konotop=Конотоп, Shostka=Шостка, Okhtyrka=Охтирка, Romny=Ромни, Hlukhiv=Глухів=Głuchów
  UA-59 Lebedyn=Лебедин, Krolevets’=Кролевець, Putyvl’=Путивль=Putywl, Bilopillya=Білопілля, Buryn’=Буринь
  UA-18 Zhytomyr=Житомир=Żytomierz, Berdychiv=Бердичів=Berdyczów, Korosten’=Коростень, Malyn=Малин
  UA-18 Novohrad-Volynskyi=Звягель=Zwiahel, Korostyshiv=Коростишів, Ovruch=Овруч=Owrucz, Radomyshl=Радомишль=Radomyśl
  UA-18 Baranivka=Баранівка, Cherniakhiv=Черняхів
  UA-56 Rivne=Рівне=Równe, Varash=Вараш, Dubno=Дубно, Kostopil’=Костопіль=Kostopol, Sarny=Сарни
  UA-56 Zdolbuniv=Здолбунів=Zdołbunów, Ostroh=Острог=Ostróg, Rokytne=Рокитне=Rokitno
  UA-35 Kropyvnytskyi=Кропивницький=Kropywnycki, Oleksandriya=Олександрія, Svitlovods’k=Світловодськ
  UA-35 Dolyns'ka=Долинська, Znomenka=Знам’янка, Novoukrayinka=Новоукраїнка, Hayvoron=Гайворон
  UA-35 Novomyrhorod=Новомиргород, Mala Vyska=Мала Виска, Oleksandrivka=Олександрівка, Pomichna=Помічна
  UA-77 Chernivtsi=Чернівці=Czerniowce, Khotyn=Хотин=Chocim, Novodnistrovs’k=Новодністровськ
  UA-61 Ternopil=Тернопіль=Tarnopol, Chortkiv=Чортків=Czortków, Kremenets=Кременець=Krzemieniec, Бережани=Бережани=Brzeżany
  UA-61 Terebovlya=Теребовля=Trembowla, Zbarazh=Збараж=Zbaraż, Buchach=Бучач=Buczacz, Borshchiv=Борщів=Borszczów
  UA-07 Lutsk=Луцьк=Łuck, Kovel=Ковель=Kowel, Novovolyns’k=Нововолинськ=Nowowołyńsk, Liuboml=Любомль=Luboml
  UA-07 Volodymyr-Volynskyi=Володимир=Włodzimierz, Kivertsi=Ківерці, Rozhyshche=Рожище=Rożyszcze
  UA-07 Kamin-Kashyrskyi=Камінь-Каширський=Kamień Koszyrski
  UA-26 Ivano-Frankivsk=Івано-Франківськ=Iwano-Frankiwsk, Kalush=Калуш=Kałusz, Kolomyia=Коломия=Kołomyja
  UA-26 Dolyna=Долина, Nadvirna=Надвірна=Nadwórna, Burshtyn=Бурштин=Bursztyn, Bolekhiv=Болехів=Bolechów
  UA-26 Sniatyn=Снятин=Śniatyn
  UA-21 Uzhgorod=Ужгород=Użhorod, Mukacheve=Мукачево=Mukaczewo, Khust=Хуст=Chust, Vynohradiv=Виноградів
  UA-21 Berehove=Берегове=Berehowe, Svalyava=Свалява, Rakhiv=Рахів=Rachów, Mizhhirya=Міжгір’я
`
