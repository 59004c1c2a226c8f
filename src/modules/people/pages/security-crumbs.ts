import { type Crumb, usePage } from '#ui/index.ts'

/** The way to the pages below "Signing in and security". */
export function useSecurityCrumbs(): Crumb[] {
  const { t } = usePage()
  return [
    { label: t('people.account.title'), path: '/account' },
    { label: t('people.security.title'), path: '/account/security' },
  ]
}
