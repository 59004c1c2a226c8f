// GeoNames counts the regions of Ukraine and Poland in its own way: GeoNames=ISO 3166-2.
const codes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    UA: `01=71 02=74 03=77 04=12 05=14 06=26 07=63 08=65 09=68 10=35 11=43 12=30 13=32 14=09 15=46 16=48 17=51 18=53 19=56
      20=40 21=59 22=61 23=05 24=07 25=21 26=23 27=18`,
    PL: '72=02 73=04 74=10 75=06 76=08 77=12 78=14 79=16 80=18 81=20 82=22 83=24 84=26 85=28 86=30 87=32',
  }).flatMap(([country, pairs]) =>
    pairs.split(/\s+/).map(pair => {
      const [geoNames, iso] = pair.split('=')
      return [`${country} ${geoNames}`, `${country}-${iso}`]
    }),
  ),
)

/** ISO 3166-2 for a region as GeoNames counts it; undefined outside Ukraine and Poland. */
export const regionOfGeoNames = (country: string, admin: string): string | undefined =>
  codes[`${country} ${admin}`]
