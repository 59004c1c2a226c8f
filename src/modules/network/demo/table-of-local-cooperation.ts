/** The offices, the voivodeship and the Warsaw association are real; the groups are invented. Columns: see `coalition.ts`. */
export const localCooperation = {
  members: `
    iom-fr | collective | international-organisation | en=International Organization for Migration, Paris; pl=Międzynarodowa Organizacja ds. Migracji, Paryż; uk=Міжнародна організація з міграції, Париж | migrants | en | integration research | national | FR | Paris | 2010-12-01 | real |
    iom-de | collective | international-organisation | en=International Organization for Migration, Berlin; pl=Międzynarodowa Organizacja ds. Migracji, Berlin; uk=Міжнародна організація з міграції, Берлін | migrants | en | integration research | national | DE | Berlin | 2010-12-01 | real |
    iom-it | collective | international-organisation | en=International Organization for Migration, Rome; pl=Międzynarodowa Organizacja ds. Migracji, Rzym; uk=Міжнародна організація з міграції, Рим | migrants | en | integration research | national | IT | Roma | 2010-12-01 | real |
    iom-be | collective | international-organisation | en=International Organization for Migration, Brussels; pl=Międzynarodowa Organizacja ds. Migracji, Bruksela; uk=Міжнародна організація з міграції, Брюссель | migrants | en | integration research | national | BE | Bruxelles | 2010-12-01 | real |
    iom-es | collective | international-organisation | en=International Organization for Migration, Madrid; pl=Międzynarodowa Organizacja ds. Migracji, Madryt; uk=Міжнародна організація з міграції, Мадрид | migrants | en | integration research | national | ES | Madrid | 2010-12-01 | real |
    iom-hu | collective | international-organisation | en=International Organization for Migration, Budapest; pl=Międzynarodowa Organizacja ds. Migracji, Budapeszt; uk=Міжнародна організація з міграції, Будапешт | migrants | en | integration research | national | HU | Budapest | 2010-12-01 | real |
    iom-cz | collective | international-organisation | en=International Organization for Migration, Prague; pl=Międzynarodowa Organizacja ds. Migracji, Praga; uk=Міжнародна організація з міграції, Прага | migrants | en | integration research | national | CZ | Praha | 2010-12-01 | real |
    iom-pl | collective | international-organisation | en=International Organization for Migration, Warsaw; pl=Międzynarodowa Organizacja ds. Migracji, Warszawa; uk=Міжнародна організація з міграції, Варшава | migrants | en | integration research | national | PL | Warszawa | 2010-12-01 | real |
    mazowiecki-uw | collective | public-authority | pl=Mazowiecki Urząd Wojewódzki; uk=Мазовецьке воєводське управління; en=Mazovian Voivodeship Office | migrants | pl | integration | regional | PL-14 | Warszawa | 2010-12-01 | real |
    sip | collective | association | pl=Stowarzyszenie Interwencji Prawnej; uk=Асоціація правового втручання; en=Association for Legal Intervention | migrants refugees | pl en | legal-aid human-rights | national | PL-14 | Warszawa | 2010-12-01 | real |
    group-fr-lyon | collective | association | en=African Women’s Workshop (demo); fr=Atelier des femmes (demo) | african | en | integration dialogue | local | FR | Lyon | 2011-03-15 |  |
    group-fr-marseille | collective | association | en=Mediterranean Neighbours (demo); fr=Voisins de la Méditerranée (demo) | moroccan tunisian | en | integration dialogue | local | FR | Marseille | 2011-03-15 |  |
    group-de-hamburg | collective | association | de=Hafen der Kulturen (demo); en=Harbour of Cultures (demo) | turkish syrian | en | integration dialogue | local | DE | Hamburg | 2011-03-15 |  |
    group-de-leipzig | collective | association | de=Vietnamesischer Verein (demo); en=Vietnamese Association (demo) | vietnamese | en | integration dialogue | local | DE | Leipzig | 2011-03-15 |  |
    group-it-torino | collective | association | it=Cantiere dei Popoli (demo); en=Workshop of Peoples (demo) | peruvian romanian | en | integration dialogue | local | IT | Torino | 2011-03-15 |  |
    group-it-bari | collective | association | it=Ponte Adriatico (demo); en=Adriatic Bridge (demo) | albanian | en | integration dialogue | local | IT | Bari | 2011-03-15 |  |
    group-be-antwerpen | collective | association | nl=Open Kade (demo); en=Open Quay (demo) | moroccan turkish | en | integration dialogue | local | BE | Antwerpen | 2011-03-15 |  |
    group-es-valencia | collective | association | es=Plaza Común (demo); en=Common Square (demo) | colombian venezuelan | en | integration dialogue | local | ES | Valencia | 2011-03-15 |  |
    group-hu-szeged | collective | association | hu=Tisza-parti Kör (demo); en=Tisza Circle (demo) | serbian afghan | en | integration dialogue | local | HU | Szeged | 2011-03-15 |  |
    group-cz-brno | collective | association | cs=Kruh přátel (demo); en=Circle of Friends (demo) | ukrainian vietnamese | en | integration dialogue | local | CZ | Brno | 2011-03-15 |  |
    group-pl-poznań | collective | association | pl=Klub Sąsiadów (demo); en=Neighbours’ Club (demo) | ukrainian belarusian | en | integration dialogue | local | PL | Poznań | 2011-03-15 |  |
  `,
  individuals: `

  `,
  unions: `

  `,
}
