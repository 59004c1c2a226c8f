/**
 * code | uk | pl | en | kinds | what they call themselves
 *
 * Communities that grew by recent migration in Ukraine, Poland and the countries of the coalitions' partners, and
 * groups that are defined by what people went through rather than by origin.
 */
export const diasporas = `
  afghan         | афганці           | Afgańczycy       | Afghans         | diaspora | fa=افغان‌ها; ps=افغانان
  algerian       | алжирці           | Algierczycy      | Algerians       | diaspora | ar=جزائريون
  american       | американці        | Amerykanie       | Americans       | diaspora |
  angolan        | ангольці          | Angolczycy       | Angolans        | diaspora | pt=angolanos
  bangladeshi    | бангладешці       | Banglijczycy     | Bangladeshis    | diaspora | bn=বাংলাদেশি
  bosniak        | босняки           | Bośniacy         | Bosniaks        | diaspora | bs=Bošnjaci
  brazilian      | бразильці         | Brazylijczycy    | Brazilians      | diaspora | pt=brasileiros
  british        | британці          | Brytyjczycy      | British         | diaspora |
  cameroonian    | камерунці         | Kameruńczycy     | Cameroonians    | diaspora | fr=Camerounais
  cape-verdean   | кабовердійці      | Kabowerdeńczycy  | Cape Verdeans   | diaspora | pt=cabo-verdianos
  colombian      | колумбійці        | Kolumbijczycy    | Colombians      | diaspora | es=colombianos
  congolese      | конголезці        | Kongijczycy      | Congolese       | diaspora | fr=Congolais
  cuban          | кубинці           | Kubańczycy       | Cubans          | diaspora | es=cubanos
  egyptian       | єгиптяни          | Egipcjanie       | Egyptians       | diaspora | ar=مصريون
  eritrean       | еритрейці         | Erytrejczycy     | Eritreans       | diaspora | ti=ኤርትራውያን
  ethiopian      | ефіопи            | Etiopczycy       | Ethiopians      | diaspora | am=ኢትዮጵያውያን
  filipino       | філіппінці        | Filipińczycy     | Filipinos       | diaspora | fil=mga Pilipino
  french         | французи          | Francuzi         | French          | diaspora | fr=Français
  ghanaian       | ганці             | Ghańczycy        | Ghanaians       | diaspora |
  indian         | індійці           | Indusi           | Indians         | diaspora | hi=भारतीय
  indonesian     | індонезійці       | Indonezyjczycy   | Indonesians     | diaspora | id=orang Indonesia
  iranian        | іранці            | Irańczycy        | Iranians        | diaspora | fa=ایرانیان
  iraqi          | іракці            | Irakijczycy      | Iraqis          | diaspora | ar=عراقيون
  italian        | італійці          | Włosi            | Italians        | diaspora | it=italiani
  jordanian      | йорданці          | Jordańczycy      | Jordanians      | diaspora | ar=أردنيون
  lebanese       | ліванці           | Libańczycy       | Lebanese        | diaspora | ar=لبنانيون
  moroccan       | марокканці        | Marokańczycy     | Moroccans       | diaspora | ar=مغاربة
  mongolian      | монголи           | Mongołowie       | Mongolians      | diaspora | mn=монголчууд
  nepali         | непальці          | Nepalczycy       | Nepalis         | diaspora | ne=नेपाली
  nigerian       | нігерійці         | Nigeryjczycy     | Nigerians       | diaspora |
  pakistani      | пакистанці        | Pakistańczycy    | Pakistanis      | diaspora | ur=پاکستانی
  palestinian    | палестинці        | Palestyńczycy    | Palestinians    | diaspora | ar=فلسطينيون
  peruvian       | перуанці          | Peruwiańczycy    | Peruvians       | diaspora | es=peruanos
  portuguese     | португальці       | Portugalczycy    | Portuguese      | diaspora | pt=portugueses
  rwandan        | руандійці         | Rwandyjczycy     | Rwandans        | diaspora | rw=Abanyarwanda
  senegalese     | сенегальці        | Senegalczycy     | Senegalese      | diaspora | fr=Sénégalais
  somali         | сомалійці         | Somalijczycy     | Somalis         | diaspora | so=Soomaali
  spanish        | іспанці           | Hiszpanie        | Spaniards       | diaspora | es=españoles
  sri-lankan     | ланкійці          | Lankijczycy      | Sri Lankans     | diaspora | si=ශ්‍රී ලාංකිකයෝ; ta=இலங்கையர்
  sudanese       | суданці           | Sudańczycy       | Sudanese        | diaspora | ar=سودانيون
  syrian         | сирійці           | Syryjczycy       | Syrians         | diaspora | ar=سوريون
  tamil          | таміли            | Tamilowie        | Tamils          | diaspora | ta=தமிழர்
  tunisian       | тунісці           | Tunezyjczycy     | Tunisians       | diaspora | ar=تونسيون
  venezuelan     | венесуельці       | Wenezuelczycy    | Venezuelans     | diaspora | es=venezolanos
  yemeni         | єменці            | Jemeńczycy       | Yemenis         | diaspora | ar=يمنيون
  zimbabwean     | зімбабвійці       | Zimbabweńczycy   | Zimbabweans     | diaspora |
  african        | спільноти з Африки | społeczności z Afryki | communities from Africa | diaspora |
  asian          | спільноти з Азії  | społeczności z Azji | communities from Asia | diaspora |
  latin-american | спільноти з Латинської Америки | społeczności z Ameryki Łacińskiej | communities from Latin America | diaspora |
  migrants       | мігранти й мігрантки | migrantki i migranci | migrants | general |
  refugees       | біженці й біженки | uchodźczynie i uchodźcy | refugees | general |
  displaced      | внутрішньо переміщені особи | osoby wewnętrznie przesiedlone | internally displaced people | general |
  stateless      | особи без громадянства | osoby bez obywatelstwa | stateless people | general |
  international-families | міжнародні родини | rodziny międzynarodowe | international families | general |
  all-communities | усі спільноти    | wszystkie społeczności | all communities | general |
`
