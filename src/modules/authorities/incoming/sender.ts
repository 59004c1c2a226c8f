// Who has an address there says nothing about where they work: small councils and everybody else are found under them.
const openToAll = new Set([
  ...[
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'hotmail.com',
    'live.com',
    'yahoo.com',
    'icloud.com',
    'proton.me',
  ],
  ...['ukr.net', 'i.ua', 'meta.ua', 'online.ua', 'email.ua', 'bigmir.net', 'gmx.net', 'gmx.com', 'web.de'],
  ...[
    'wp.pl',
    'o2.pl',
    'onet.pl',
    'onet.eu',
    'op.pl',
    'poczta.onet.pl',
    'interia.pl',
    'poczta.fm',
    'gazeta.pl',
    'tlen.pl',
  ],
])

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

const within = (domain: string, other: string) => domain === other || domain.endsWith(`.${other}`)

/**
 * Whether a mail seems to come from a public body that was written to: from its own address, or from its domain where that is
 * its alone. Anybody can write any sender on a mail: yes means plausible, not proved.
 */
export function isLikelySender(address: string, ofBodies: readonly string[]): boolean {
  if (!address.includes('@')) return false
  const domain = domainOf(address)
  return ofBodies.some(own => {
    if (own.toLowerCase() === address.toLowerCase()) return true
    const theirs = domainOf(own)
    return (
      !openToAll.has(theirs) && !openToAll.has(domain) && (within(domain, theirs) || within(theirs, domain))
    )
  })
}
