import { useContext } from 'hono/jsx'
import { locales } from '#platform/i18n/index.ts'
import { usePage } from '../page.tsx'
import { type FieldProps, FormContext, useField } from './context.tsx'
import { FieldNotes, GroupFrame } from './field.tsx'

type PartProps = { name: string; locale: string; multiline?: boolean; rows?: number; maxlength?: number }

// The label is in the reader's language; `lang` on the control chooses the right voice, spelling and keyboard.
const Part = ({ name, locale, multiline, rows, maxlength }: PartProps) => {
  const { i18n } = usePage()
  const state = useField({ name: `${name}:${locale}` })
  const shared = { id: state.id, name: `${name}:${locale}`, lang: locale, maxlength, ...state.described }
  return (
    <div class="localised-part" data-invalid={state.problems.length > 0 ? '' : undefined}>
      <label for={state.id}>{i18n.language(locale)}</label>
      <FieldNotes state={state} />
      {multiline ? (
        <textarea class="textarea control-full" rows={rows ?? 5} dir="auto" {...shared}>
          {state.value}
        </textarea>
      ) : (
        <input class="input control-full" type="text" dir="auto" value={state.value} {...shared} />
      )}
    </div>
  )
}

type LocalisedProps = FieldProps & Omit<PartProps, 'name' | 'locale'> & { locales?: readonly string[] }

/**
 * One text in several languages, one input below the other: `name:uk`, `name:pl`, … The languages are the umbrella's
 * unless `locales` says otherwise; the reader's own comes first.
 */
export const LocalisedField = (props: LocalisedProps) => {
  const { i18n, umbrella } = usePage()
  const { values } = useContext(FormContext)
  const state = useField(props)
  const offered = props.locales ?? umbrella?.locales ?? locales
  // A text once given in a further language stays editable.
  const given = Object.keys(values).filter(key => key.startsWith(`${props.name}:`) && values[key])
  const wanted = new Set([...offered, ...given.map(key => key.slice(props.name.length + 1))])
  const ordered = [...wanted].sort((a, b) => Number(b === i18n.locale) - Number(a === i18n.locale))
  return (
    <GroupFrame {...props} state={state}>
      {ordered.map(locale => (
        <Part
          name={props.name}
          locale={locale}
          multiline={props.multiline}
          rows={props.rows}
          maxlength={props.maxlength}
        />
      ))}
    </GroupFrame>
  )
}
