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
      en: 'Parents do not know that their city teaches their grandmother’s language. Schools do not know of each other.',
    },
    goals: {
      uk: 'Один день, на якому кожна школа дає відкритий урок, а родини записуються на наступний рік.',
      pl: 'Jeden dzień, w którym każda szkoła daje otwartą lekcję, a rodziny zapisują się na następny rok.',
      en: 'One day on which every school gives an open lesson and families sign up for the next year.',
    },
    beneficiaries: {
      uk: 'Діти й батьки, учителі недільних шкіл, місто.',
      pl: 'Dzieci i rodzice, nauczyciele szkół niedzielnych, miasto.',
      en: 'Children and parents, teachers of Sunday schools, the city.',
    },
    asked: {
      uk: 'Привезти школу, привести родини, дати столи й намети.',
      pl: 'Przywiezienia szkoły, zaproszenia rodzin, stołów i namiotów.',
      en: 'To bring your school, to bring families, to lend tables and tents.',
    },
    plan: {
      uk: 'Домовитися з містом — запросити школи — провести ярмарок — порахувати, хто записався.',
      pl: 'Umowa z miastem – zaproszenie szkół – jarmark – policzenie zapisów.',
      en: 'Agree with the city – invite the schools – hold the fair – count who signed up.',
    },
  },
}
