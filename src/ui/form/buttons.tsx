import type { PropsWithChildren } from 'hono/jsx'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/names.ts'
import { usePage } from '../page.tsx'

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger'

const looks: Record<ButtonLook, string> = {
  primary: 'btn btn-primary',
  plain: 'btn',
  quiet: 'btn btn-ghost',
  danger: 'btn btn-error',
}

type LookProps = { look?: ButtonLook; icon?: IconName; small?: boolean }

const classes = ({ look = 'plain', small }: LookProps) => (small ? `${looks[look]} btn-sm` : looks[look])

type ButtonProps = PropsWithChildren<
  LookProps & { name?: string; value?: string; form?: string; formaction?: string }
>

/** Sends the form around it (or `form`). One `primary` a page; its words say what happens next. */
export const Button = ({ children, name, value, form, formaction, ...look }: ButtonProps) => (
  <button class={classes(look)} type="submit" name={name} value={value} form={form} formaction={formaction}>
    {look.icon && <Icon name={look.icon} />}
    {children}
  </button>
)

type LinkProps = PropsWithChildren<LookProps & { href: string; download?: boolean; rel?: string }>

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const ButtonLink = ({ children, href, download, rel, ...look }: LinkProps) => (
  <a class={classes(look)} href={href} download={download} rel={rel}>
    {look.icon && <Icon name={look.icon} />}
    {children}
  </a>
)

/** The buttons at the end of a form or page, the primary first. */
export const Actions = ({ children }: PropsWithChildren) => <div class="actions">{children}</div>

type ActProps = PropsWithChildren<LookProps & { action: string; fields?: Record<string, string> }>

/** A button that posts at once: a form of its own with hidden `fields`. */
export const PostButton = ({ action, fields = {}, children, ...look }: ActProps) => (
  <form class="inline-form" action={action} method="post">
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button class={classes(look)} type="submit">
      {look.icon && <Icon name={look.icon} />}
      {children}
    </button>
  </form>
)

type ConfirmProps = ActProps & {
  /** What the first button says; `children` explain the consequences. */
  label: string
  /** What the button that does it says: a verb, never «yes». */
  confirm: string
}

/** Asks before it acts, without JavaScript: the first button unfolds the consequences and the button that does it. */
export const ConfirmButton = ({ label, confirm, children, action, fields, ...look }: ConfirmProps) => {
  const { t } = usePage()
  return (
    <p-details data-close={t('ui.form.keep')}>
      <details class="confirm">
        <summary class={classes(look)}>
          {look.icon && <Icon name={look.icon} />}
          {label}
        </summary>
        <div class="confirm-panel">
          {children}
          <PostButton action={action} fields={fields} look={look.look === 'danger' ? 'danger' : 'primary'}>
            {confirm}
          </PostButton>
        </div>
      </details>
    </p-details>
  )
}
