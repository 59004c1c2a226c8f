/** The address of a session below its umbrella. */
export const pathOf = ({ council, number }: { council: { slug: string }; number: number }) =>
  `/councils/${council.slug}/sessions/${number}`
