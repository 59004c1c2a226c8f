/** The association of Lublin is real; the others are invented. Columns: see `coalition.ts`. */
export const lublinBialystok = {
  members: `
    solidarnosc-globalna | collective | association | pl=Stowarzyszenie Solidarności Globalnej; uk=Товариство глобальної солідарності; en=Association for Global Solidarity | migrants refugees | pl en | integration international-cooperation humanitarian-aid | national | PL-06 | Lublin | 2010-01-15 | real | PL-KRS=0000240024
    most-demo | collective | foundation | pl=Fundacja Most (demo); uk=Фундація «Міст» (демо); en=Bridge Foundation (demo) | migrants refugees | pl uk en | integration legal-aid | national | PL-06 | Lublin | 2011-03-01 |  |
    lublin-szkola | collective | education | pl=Szkoła wielu języków „Abecadło” (demo); en=School of Many Languages “Alphabet” (demo) | migrants | pl en | education language | local | PL-06 | Lublin | 2010-05-10 |  |
    lublin-studenci | collective | informal-group | pl=Koło studentów zagranicznych „Globus” (demo); en=International Students’ Circle “Globe” (demo) | international-families migrants | pl en | youth dialogue | local | PL-06 | Lublin | 2010-10-01 |  |
    bialystok-dialog | collective | association | pl=Centrum Dialogu „Jantar” (demo); en=Dialogue Centre “Amber” (demo) | all-communities | pl be | dialogue culture | local | PL-20 | Białystok | 2010-01-15 |  |
    bialystok-tatar | collective | association | pl=Podlaskie Koło Tatarskie „Step” (demo); en=Podlasie Tatar Circle “Steppe” (demo) | tatar | pl | heritage culture | local | PL-20 | Białystok | 2010-04-22 |  |
    bialystok-belarus | collective | association | pl=Białoruska Scena Młodych „Zorka” (demo); en=Belarusian Youth Stage “Star” (demo) | belarusian | be pl | youth culture | local | PL-20 | Białystok | 2011-02-18 |  |
    bialystok-chechen | collective | informal-group | pl=Grupa matek czeczeńskich „Kolibri” (demo); en=Group of Chechen Mothers “Hummingbird” (demo) | chechen refugees | ce pl | women children | local | PL-20 | Białystok | 2011-09-05 |  |
    partner-pt | agreement | association | en=Integration Network Lisbon (demo); pt=Rede de Integração (demo) | migrants | pt en | integration | national | PT | Lisboa | 2011-01-10 |  |
    partner-es | agreement | association | en=Catalan Welcome Table (demo); es=Mesa de Acogida (demo) | migrants | es en | integration local-development | regional | ES-CT | Barcelona | 2011-01-10 |  |
    partner-at | agreement | association | de=Wiener Integrationsforum (demo); en=Vienna Integration Forum (demo) | migrants | de en | integration research | national | AT-9 | Wien | 2011-01-10 |  |
    partner-cz | agreement | association | cs=Integrační síť Praha (demo); en=Prague Integration Network (demo) | migrants | cs en | integration | national | CZ-10 | Praha | 2011-01-10 |  |
  `,
  individuals: `

  `,
  unions: `

  `,
}
