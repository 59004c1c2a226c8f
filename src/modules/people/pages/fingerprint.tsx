/** The fingerprint of a key, in groups that two people can read to each other over the telephone. */
export const Fingerprint = ({ value }: { value: string }) => (
  <code class="fingerprint" dir="ltr">
    {value.match(/.{1,4}/g)?.join(' ')}
  </code>
)
