/** ISO 3166-2 | uk | pl | en: Denmark, Sweden, Finland, Estonia. */
export const northernRegions = `
  DK-81 | Північна Ютландія | Jutlandia Północna | North Denmark
  DK-82 | Центральна Ютландія | Jutlandia Środkowa | Central Denmark
  DK-83 | Південна Данія | Dania Południowa | Southern Denmark
  DK-84 | Столичний регіон | Region Stołeczny | Capital Region
  DK-85 | Зеландія | Zelandia | Zealand
  SE-AB | Стокгольм | Sztokholm | Stockholm
  SE-AC | Вестерботтен | Västerbotten | Västerbotten
  SE-BD | Норрботтен | Norrbotten | Norrbotten
  SE-C | Уппсала | Uppsala | Uppsala
  SE-D | Седерманланд | Södermanland | Södermanland
  SE-E | Естерйотланд | Östergötland | Östergötland
  SE-F | Єнчепінг | Jönköping | Jönköping
  SE-G | Крунуберг | Kronoberg | Kronoberg
  SE-H | Кальмар | Kalmar | Kalmar
  SE-I | Готланд | Gotlandia | Gotland
  SE-K | Блекінге | Blekinge | Blekinge
  SE-M | Сконе | Skania | Skåne
  SE-N | Галланд | Halland | Halland
  SE-O | Вестра-Йоталанд | Västra Götaland | Västra Götaland
  SE-S | Вермланд | Värmland | Värmland
  SE-T | Еребру | Örebro | Örebro
  SE-U | Вестманланд | Västmanland | Västmanland
  SE-W | Даларна | Dalarna | Dalarna
  SE-X | Євлеборг | Gävleborg | Gävleborg
  SE-Y | Вестерноррланд | Västernorrland | Västernorrland
  SE-Z | Ємтланд | Jämtland | Jämtland
  FI-01 | Аландські острови | Wyspy Alandzkie | Åland
  FI-02 | Південна Карелія | Karelia Południowa | South Karelia
  FI-03 | Південна Остроботнія | Ostrobotnia Południowa | South Ostrobothnia
  FI-04 | Південне Саво | Sawonia Południowa | South Savo
  FI-05 | Кайнуу | Kainuu | Kainuu
  FI-06 | Канта-Гяме | Kanta-Häme | Kanta-Häme
  FI-07 | Центральна Остроботнія | Ostrobotnia Środkowa | Central Ostrobothnia
  FI-08 | Центральна Фінляндія | Finlandia Środkowa | Central Finland
  FI-09 | Кюменлааксо | Kymenlaakso | Kymenlaakso
  FI-10 | Лапландія | Laponia | Lapland
  FI-11 | Пірканмаа | Pirkanmaa | Pirkanmaa
  FI-12 | Остроботнія | Ostrobotnia | Ostrobothnia
  FI-13 | Північна Карелія | Karelia Północna | North Karelia
  FI-14 | Північна Остроботнія | Ostrobotnia Północna | North Ostrobothnia
  FI-15 | Північне Саво | Sawonia Północna | North Savo
  FI-16 | Пяйят-Гяме | Päijät-Häme | Päijät-Häme
  FI-17 | Сатакунта | Satakunta | Satakunta
  FI-18 | Уусімаа | Uusimaa | Uusimaa
  FI-19 | Південно-Західна Фінляндія | Finlandia Południowo-Zachodnia | Southwest Finland
  EE-37 | Гар’юмаа | Harju | Harju
  EE-39 | Гіюмаа | Hiiu | Hiiu
  EE-45 | Іда-Вірумаа | Virumaa Wschodnia | Ida-Viru
  EE-50 | Йигевамаа | Jõgeva | Jõgeva
  EE-52 | Ярвамаа | Järva | Järva
  EE-56 | Ляенемаа | Lääne | Lääne
  EE-60 | Ляене-Вірумаа | Virumaa Zachodnia | Lääne-Viru
  EE-64 | Пилвамаа | Põlva | Põlva
  EE-68 | Пярнумаа | Parnawa | Pärnu
  EE-71 | Рапламаа | Rapla | Rapla
  EE-74 | Сааремаа | Saare | Saare
  EE-79 | Тартумаа | Tartu | Tartu
  EE-81 | Валгамаа | Valga | Valga
  EE-84 | Вільяндімаа | Viljandi | Viljandi
  EE-87 | Вирумаа | Võru | Võru
`
