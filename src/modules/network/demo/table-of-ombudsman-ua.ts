/** The Commissioner’s secretariat is real and stands as a public authority; the organisations are invented. Columns: see `coalition.ts`. */
export const ombudsmanUa = {
  members: `
    secretariat | agreement | public-authority | uk=Секретаріат Уповноваженого Верховної Ради України з прав людини; pl=Sekretariat Pełnomocnika Rady Najwyższej Ukrainy ds. Praw Człowieka; en=Secretariat of the Ukrainian Parliament Commissioner for Human Rights | all-communities | uk | human-rights | national | UA-30 | Київ | 2016-02-01 | real |
    hr-kyiv | collective | association | uk=Правозахисна платформа «Відлуння» (демо); en=Human Rights Platform “Echo” (demo) | all-communities | uk | human-rights advocacy | national | UA-30 | Київ | 2016-02-01 |  |
    hr-monitoring | collective | association | uk=Спостереження за місцями несвободи «Ключ» (демо); en=Monitoring of Places of Detention “Key” (demo) | all-communities | uk | human-rights research | national | UA-63 | Харків | 2016-02-01 |  |
    hr-information | collective | association | uk=Доступ до інформації «Прозоре скло» (демо); en=Access to Information “Clear Glass” (demo) | all-communities | uk | human-rights media | national | UA-30 | Київ | 2016-02-01 |  |
    hr-children | collective | association | uk=Права дитини «Паперовий змій» (демо); en=Children’s Rights “Kite” (demo) | all-communities | uk | children human-rights | regional | UA-46 | Львів | 2016-02-01 |  |
    hr-equality | collective | association | uk=Мережа рівності «Терези» (демо); en=Equality Network “Balance” (demo) | all-communities | uk | anti-discrimination human-rights | regional | UA-12 | Дніпро | 2016-02-01 |  |
    hr-south | collective | association | uk=Південна правозахисна приймальня (демо); en=Southern Human Rights Office (demo) | all-communities | uk | legal-aid human-rights | regional | UA-48 | Миколаїв | 2016-02-01 |  |
    hr-volyn | collective | association | uk=Волинська приймальня прав людини (демо); en=Volhynian Human Rights Office (demo) | all-communities | uk | legal-aid | regional | UA-07 | Луцьк | 2016-02-01 |  |
    hr-sumy | collective | association | uk=Сумська громадська приймальня (демо); en=Sumy Public Advice Office (demo) | all-communities | uk | legal-aid social-help | regional | UA-59 | Суми | 2016-02-01 |  |
    roma-uzhhorod | collective | association | uk=Ромське правове товариство «Дорога»; en=Roma Legal Society “Road” | all-communities | uk | legal-aid education | local | UA-21 | Ужгород | 2016-02-01 |  |
    partner-law | agreement | association | uk=Правозахисна фундація «Ваги»; en=Human Rights Foundation “Scales” | all-communities | uk | human-rights legal-aid | local | UA-30 | Київ | 2016-02-01 |  |
  `,
  individuals: `

  `,
  unions: `

  `,
}
