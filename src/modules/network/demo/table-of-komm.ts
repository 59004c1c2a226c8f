/** Organisations named in the source text are real; the others are invented. Columns: see `coalition.ts`. */
export const komm = {
  members: `
    kalejdoskop | collective | foundation | pl=Kalejdoskop Kultur; uk=Калейдоскоп культур; en=Kaleidoscope of Cultures | migrants | pl uk | integration culture civil-society | local | PL-02 | Wrocław | 2021-06-15 | real |
    nasz-wybor | collective | foundation | pl=Fundacja Nasz Wybór; uk=Фундація «Наш вибір»; en=Our Choice Foundation | ukrainian migrants | pl uk | integration social-help media | local | PL-14 | Warszawa | 2021-06-15 | real |
    zustricz | collective | foundation | pl=Fundacja Zustricz; uk=Фундація «Зустріч»; en=Zustricz Foundation | ukrainian migrants | pl uk | integration youth culture | local | PL-12 | Kraków | 2021-06-15 | real |
    zup-przemysl | collective | association | pl=Związek Ukraińców w Polsce, oddział w Przemyślu; uk=Об’єднання українців у Польщі, відділ у Перемишлі; en=Association of Ukrainians in Poland, Przemyśl branch | ukrainian | pl uk | culture heritage education | regional | PL-18 | Przemyśl | 2021-06-15 | real |
    union-dolny-slask | collective | union | pl=Porozumienie Mniejszości Dolnego Śląska (demo); en=Accord of Minorities of Lower Silesia (demo) | all-communities | pl | dialogue advocacy | regional | PL-02 | Legnica | 2021-09-01 |  |
    lemko-legnica | collective | association | pl=Koło Łemków „Jasień”; en=Lemko Circle “Ash” | lemko | pl rue-x-lemko | language culture | local | PL-02 | Legnica | 2021-09-01 |  |
    roma-krakow | collective | association | pl=Stowarzyszenie Romskie „Koło”; en=Roma Association “Wheel” | roma | pl rmc | education women | local | PL-12 | Kraków | 2021-10-04 |  |
    belarus-warszawa | collective | association | pl=Dom Białoruski „Chaber”; uk=Білоруський дім «Волошка»; en=Belarusian House “Cornflower” | belarusian | be pl | culture human-rights | local | PL-14 | Warszawa | 2021-10-04 |  |
    vietnam-warszawa | collective | informal-group | pl=Grupa rodzin wietnamskich „Bambus”; en=Group of Vietnamese Families “Bamboo” | vietnamese | vi pl | children integration | local | PL-14 | Warszawa | 2022-01-20 |  |
    chechen-rzeszow | collective | informal-group | pl=Krąg kobiet czeczeńskich „Wełna”; en=Circle of Chechen Women “Wool” | chechen refugees | ce pl | women integration | local | PL-18 | Rzeszów | 2022-01-20 |  |
    german-wroclaw | collective | association | pl=Koło Mniejszości Niemieckiej „Lipa”; en=German Minority Circle “Linden” | german | de pl | culture seniors | local | PL-02 | Wrocław | 2022-03-01 |  |
    most-demo | collective | foundation | pl=Fundacja Most (demo); uk=Фундація «Міст» (демо); en=Bridge Foundation (demo) | migrants refugees | pl uk en | integration legal-aid | national | PL-06 | Lublin | 2022-03-01 |  |
    komm-partner-radio | agreement | media | pl=Radio Wielogłos (demo); en=Many Voices Radio (demo) | all-communities | pl uk | media | local | PL-02 | Wrocław | 2021-11-15 |  |
    komm-partner-uni | agreement | education | pl=Pracownia Badań nad Migracjami (demo); en=Migration Research Lab (demo) | migrants | pl en | research | local | PL-12 | Kraków | 2022-02-10 |  |
  `,
  individuals: `
    individual-vilamovian | pl=Jovan (demo), głos społeczności serbskiej; en=Jovan (demo), voice of the Serbian community | serbian | sr pl | not_widely_represented | Spotkanie rodzin we Wrocławiu, list 31 osób | PL-02 | Wrocław | 2022-05-02 | listed
  `,
  unions: `
    union-dolny-slask | pl=Grupa młodzieży łemkowskiej (demo)
    union-dolny-slask | pl=Klub ormiański w Legnicy (demo)
    union-dolny-slask | pl=Chór cerkiewny „Dzwony” (demo)
    union-dolny-slask | pl=Towarzystwo greckie „Oliwka” (demo)
  `,
}
