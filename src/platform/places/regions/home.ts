/**
 * ISO 3166-2 | uk | pl | en
 *
 * Written by hand: CLDR names regions in English only and gives Ukrainian ones colloquial names. English follows the
 * official Latin spelling (resolution 55/2010).
 */
export const homeRegions = `
  UA-43 | Автономна Республіка Крим | Autonomiczna Republika Krymu | Autonomous Republic of Crimea
  UA-05 | Вінницька область | obwód winnicki | Vinnytsia Oblast
  UA-07 | Волинська область | obwód wołyński | Volyn Oblast
  UA-12 | Дніпропетровська область | obwód dniepropetrowski | Dnipropetrovsk Oblast
  UA-14 | Донецька область | obwód doniecki | Donetsk Oblast
  UA-18 | Житомирська область | obwód żytomierski | Zhytomyr Oblast
  UA-21 | Закарпатська область | obwód zakarpacki | Zakarpattia Oblast
  UA-23 | Запорізька область | obwód zaporoski | Zaporizhzhia Oblast
  UA-26 | Івано-Франківська область | obwód iwanofrankiwski | Ivano-Frankivsk Oblast
  UA-30 | Київ | Kijów | Kyiv
  UA-32 | Київська область | obwód kijowski | Kyiv Oblast
  UA-35 | Кіровоградська область | obwód kirowohradzki | Kirovohrad Oblast
  UA-09 | Луганська область | obwód ługański | Luhansk Oblast
  UA-46 | Львівська область | obwód lwowski | Lviv Oblast
  UA-48 | Миколаївська область | obwód mikołajowski | Mykolaiv Oblast
  UA-51 | Одеська область | obwód odeski | Odesa Oblast
  UA-53 | Полтавська область | obwód połtawski | Poltava Oblast
  UA-56 | Рівненська область | obwód rówieński | Rivne Oblast
  UA-40 | Севастополь | Sewastopol | Sevastopol
  UA-59 | Сумська область | obwód sumski | Sumy Oblast
  UA-61 | Тернопільська область | obwód tarnopolski | Ternopil Oblast
  UA-63 | Харківська область | obwód charkowski | Kharkiv Oblast
  UA-65 | Херсонська область | obwód chersoński | Kherson Oblast
  UA-68 | Хмельницька область | obwód chmielnicki | Khmelnytskyi Oblast
  UA-71 | Черкаська область | obwód czerkaski | Cherkasy Oblast
  UA-77 | Чернівецька область | obwód czerniowiecki | Chernivtsi Oblast
  UA-74 | Чернігівська область | obwód czernihowski | Chernihiv Oblast
  PL-02 | Нижньосілезьке воєводство | dolnośląskie | Lower Silesia
  PL-04 | Куявсько-Поморське воєводство | kujawsko-pomorskie | Kuyavia-Pomerania
  PL-06 | Люблінське воєводство | lubelskie | Lublin Voivodeship
  PL-08 | Любуське воєводство | lubuskie | Lubusz Voivodeship
  PL-10 | Лодзьке воєводство | łódzkie | Łódź Voivodeship
  PL-12 | Малопольське воєводство | małopolskie | Lesser Poland
  PL-14 | Мазовецьке воєводство | mazowieckie | Mazovia
  PL-16 | Опольське воєводство | opolskie | Opole Voivodeship
  PL-18 | Підкарпатське воєводство | podkarpackie | Subcarpathia
  PL-20 | Підляське воєводство | podlaskie | Podlasie
  PL-22 | Поморське воєводство | pomorskie | Pomerania
  PL-24 | Сілезьке воєводство | śląskie | Silesia
  PL-26 | Свентокшиське воєводство | świętokrzyskie | Świętokrzyskie
  PL-28 | Вармінсько-Мазурське воєводство | warmińsko-mazurskie | Warmia-Masuria
  PL-30 | Великопольське воєводство | wielkopolskie | Greater Poland
  PL-32 | Західнопоморське воєводство | zachodniopomorskie | West Pomerania
`
