import { and, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Countable } from '../disclosure/release.ts'
import { incidents } from '../schema/incidents.ts'

/** Stands for the region of what happened online, where nobody knows, or where nobody agreed to a map. */
export const nowhere = 'none'

/**
 * Incidents that no release has counted yet and that were recorded until a day. Only monitors see any. What whoever reported
 * did not agree to is left out: the whole incident, or where it was.
 */
export async function countableIncidents(tx: Tx, until: Temporal.PlainDate): Promise<Countable[]> {
  const found = await tx
    .select({
      id: incidents.id,
      recordedOn: incidents.recordedOn,
      month: incidents.month,
      monthUntil: incidents.monthUntil,
      precision: incidents.precision,
      region: sql<
        string | null
      >`case when monitoring.agreed_for(${incidents.id}, 'map') then ${incidents.region} end`,
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
        sql`monitoring.agreed_for(${incidents.id}, 'statistics')`,
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
