import type { DemoText } from './texts.ts'

/** A fair of Sunday schools: begun, carried out and reported on. */
export const fair: DemoText = {
  topics: ['education', 'language', 'children'],
  languages: ['uk'],
  texts: {
    title: {
      uk: 'Ярмарок недільних шкіл: дев’ять мов на одній площі',
      pl: 'Jarmark szkół niedzielnych: dziewięć języków na jednym placu',
      en: 'A fair of Sunday schools: nine languages in one square',
    },
    need: {
      uk: 'Батьки не знають, що в їхньому місті можна вчити мову бабусі. Школи не знають одна про одну.',
      pl: 'Rodzice nie wiedzą, że w ich mieście można uczyć się języka babci. Szkoły nie wiedzą o sobie nawzajem.',
      en: 'Parents do not know that their grandmother’s language is taught in their city. Schools do not know of each other.',
    },
    goals: {
      uk: 'Один день, коли кожна школа проводить відкритий урок, а родини записуються на наступний рік.',
      pl: 'Jeden dzień, w którym każda szkoła prowadzi lekcję otwartą, a rodziny zapisują się na następny rok.',
      en: 'One day on which every school holds an open lesson and families sign up for the next year.',
    },
    beneficiaries: {
      uk: 'Діти й батьки, учительки й учителі недільних шкіл, місто.',
      pl: 'Dzieci i rodzice, nauczycielki i nauczyciele szkół niedzielnych, miasto.',
      en: 'Children and parents, teachers of Sunday schools, the city.',
    },
    asked: {
      uk: 'Приїхати зі школою, привести родини, дати столи й намети.',
      pl: 'Przyjazdu ze szkołą, zaproszenia rodzin, stołów i namiotów.',
      en: 'To come with your school, to bring families, to lend tables and tents.',
    },
    plan: {
      uk: 'Домовитися з містом — запросити школи — провести ярмарок — порахувати, хто записався.',
      pl: 'Umowa z miastem – zaproszenie szkół – jarmark – policzenie zapisów.',
      en: 'Agree with the city – invite the schools – hold the fair – count who signed up.',
    },
  },
}
