import { and, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Countable } from '../disclosure/release.ts'
import { incidents } from '../schema/incidents.ts'

/** Stands for the region of what happened online or where nobody knows. */
export const nowhere = 'none'

/** Incidents that no release has counted yet and that were recorded until a day. Only monitors see any. */
export async function countableIncidents(tx: Tx, until: Temporal.PlainDate): Promise<Countable[]> {
  const found = await tx
    .select({
      id: incidents.id,
      recordedOn: incidents.recordedOn,
      month: incidents.month,
      monthUntil: incidents.monthUntil,
      precision: incidents.precision,
      region: incidents.region,
      bias: incidents.bias,
      types: incidents.types,
      targetGroups: incidents.targetGroups,
      responses: incidents.responses,
      verification: incidents.verification,
      cluster: incidents.clusterId,
    })
    .from(incidents)
    .where(
      and(
        isNull(incidents.releasedIn),
        lte(incidents.recordedOn, until),
        inArray(incidents.verification, ['V2', 'V3', 'V4']),
        isNotNull(incidents.month),
        isNotNull(incidents.bias),
      ),
    )
  return found.map(({ month, monthUntil, precision, region, bias, verification, cluster, ...rest }) => ({
    ...rest,
    month: month!.toPlainYearMonth(),
    monthKnown: precision !== 'half_year' && (monthUntil ?? month!).equals(month!),
    region: region ?? nowhere,
    bias: bias!,
    standing: verification === 'V2' ? 'assessed' : 'verified',
    cluster: cluster ?? undefined,
    released: false,
  }))
}
