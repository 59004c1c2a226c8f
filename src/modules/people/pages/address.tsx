/** An e-mail address inside a sentence: always left to right, broken anywhere rather than wider than a phone. */
export const Address = ({ of: address }: { of: string }) => (
  <strong class="wrap-anywhere" dir="ltr">
    {address}
  </strong>
)
