import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { inScope } from '#platform/database/scope.ts'
import type { Platform } from '#platform/platform.ts'
import { addMaterial, publishMaterial } from '../actions/keep-material.ts'
import type { MaterialKind } from '../schema/materials.ts'
import { bodyCalled } from './bodies.ts'

type DemoMaterial = {
  slug: string
  body: string
  kind: MaterialKind
  title: string
  onDay: string | null
  description: string
}

const commissioner = 'Уповноважений Верховної Ради України з прав людини'
const culture = 'Міністерство культури України'
const justice = 'Міністерство юстиції України'
const slug = 'international-union'

// As the Union tells it of itself; where it names no day, none stands here.
const materials: readonly DemoMaterial[] = [
  {
    ...{ slug: 'ombudsman-ua', body: commissioner, kind: 'agreement', onDay: null },
    title:
      'Принципи взаємодії Уповноваженого Верховної Ради України з прав людини з неурядовими організаціями',
    description:
      'Затверджені Консультативною радою. Напрями: превенція порушень, приведення законодавства у відповідність до міжнародних стандартів, відновлення порушених прав, правоосвіта. Організації повідомляють про порушення, Уповноважений визначає форми реагування і повідомляє про вжиті заходи.',
  },
  {
    ...{ slug, body: commissioner, kind: 'other', onDay: '2014-12-11' },
    title:
      'Дискусійна платформа «Обговорення проекту Національної стратегії у сфері прав людини з урахуванням питань принципів недискримінації та толерантності»',
    description: 'Провела МГО «Інтернаціональний Союз» разом із партнерами.',
  },
  {
    ...{ slug, body: culture, kind: 'report', onDay: null },
    title: 'Рекомендації ІІ Всеукраїнського форуму національних меншин України «Ми — єдиний народ»',
    description:
      'Форум 2014 року. Рекомендації про невідкладні заходи щодо реалізації державної етнонаціональної політики подано на розгляд Президента, Кабінету Міністрів і центральних органів виконавчої влади.',
  },
  {
    ...{ slug, body: culture, kind: 'other', onDay: null },
    title: 'Участь у Комісії з міжнаціональних відносин Громадської ради при Міністерстві культури України',
    description:
      'Союз увійшов до другого складу Комісії. Із 2018 року при Міністерстві діє департамент, який обговорює з громадськістю засади етнонаціональної політики.',
  },
  {
    ...{ slug, body: justice, kind: 'event', onDay: '2015-08-28' },
    title: 'Обрано новий склад Громадської ради при Міністерстві юстиції України',
    description:
      'З травня 2015 року експерти Союзу працювали в ініціативній групі з підготовки установчих зборів.',
  },
]

/** What two umbrellas of the demonstration publish on their cooperation with public bodies. */
export async function installMaterials({ database }: Platform): Promise<void> {
  for (const { slug: of, body, ...told } of materials) {
    const scope = { umbrella: demoUmbrellaId(of), account: demoPersonId(`${of}.coordinator`) }
    const facts = { ...told, lang: 'uk', url: null, withoutFile: false, seen: 0 } as const
    await inScope(database.request, scope, 'write', async tx => {
      const added = await addMaterial(tx, await bodyCalled(tx, body), facts, null)
      if (!added.ok) throw new Error(`the demonstration: ${added.reason}`)
      await publishMaterial(tx, added.id)
    })
  }
}
