import { describe, expect, test } from 'vitest'
import { transliterate } from './transliterate.ts'

describe('official Latin spelling', () => {
  // The examples of the annex to resolution 55 of 27 January 2010.
  test.each([
    ['Алушта', 'Alushta'],
    ['Борщагівка', 'Borshchahivka'],
    ['Вінниця', 'Vinnytsia'],
    ['Гадяч', 'Hadiach'],
    ['Згорани', 'Zghorany'],
    ['Розгон', 'Rozghon'],
    ['Ґалаґан', 'Galagan'],
    ['Єнакієве', 'Yenakiieve'],
    ['Гаєвич', 'Haievych'],
    ['Житомир', 'Zhytomyr'],
    ['Київ', 'Kyiv'],
    ['Їжакевич', 'Yizhakevych'],
    ['Кадиївка', 'Kadyivka'],
    ['Йосипівка', 'Yosypivka'],
    ['Стрий', 'Stryi'],
    ['Щербухи', 'Shcherbukhy'],
    ['Юрій', 'Yurii'],
    ['Крюківка', 'Kriukivka'],
    ['Яготин', 'Yahotyn'],
    ['Костянтин', 'Kostiantyn'],
    ['Знам’янка', 'Znamianka'],
    ['Феодосія', 'Feodosiia'],
    ['Івано-Франківськ', 'Ivano-Frankivsk'],
  ])('Ukrainian: %s is %s', (name, latin) => {
    expect(transliterate(name, 'uk')).toBe(latin)
  })

  test('capitals stay capitals, quotation marks and other scripts stay', () => {
    expect(transliterate('ЩЕДРИК, ЮНЕСКО', 'uk')).toBe('SHCHEDRYK, YUNESKO')
    expect(transliterate("ГО 'Рада' – Rada", 'uk')).toBe("HO 'Rada' – Rada")
    expect(transliterate('ЗГОДА', 'uk')).toBe('ZGHODA')
  })

  test.each([
    ['Аўгінка', 'Aŭhinka'],
    ['Бесядзь', 'Biesiadź'],
    ['Ёды', 'Jody'],
    ['Вораб’ёва', 'Vorabjova'],
    ['Альхоўка', 'Aĺchoŭka'],
    ['Чачэрск', 'Čačersk'],
    ['Узляцець', 'Uzliacieć'],
  ])('Belarusian: %s is %s', (name, latin) => {
    expect(transliterate(name, 'be')).toBe(latin)
  })

  test('Russian as in passports, Polish as it is', () => {
    expect(transliterate('Подъезд Щёлково', 'ru')).toBe('Podieezd Shchelkovo')
    expect(transliterate('Związek Ukraińców', 'pl')).toBe('Związek Ukraińców')
  })
})
