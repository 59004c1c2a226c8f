import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '#platform/journal/record.ts'
import { projectRoot } from '#platform/project-root.ts'
import { hashOf, LinesHash, canonical as ours } from './canonical.ts'
import { canonical, type Decision, recount } from './verify.ts'

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T12:00:00.000000Z`
const end = at(20)

type Vote = { elector: number; choice: string; channel?: string; day?: number; confirmed?: number | null }
type Change = { votes: Vote[]; electors?: number; challenges?: { vote: number; upheld: boolean | null }[] }

const elector = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const linesHash = (...lists: object[][]) => {
  const hash = new LinesHash()
  for (const record of lists.flat()) hash.add(record as Record<string, Json>)
  return hash.digest().toString('hex')
}

function ballotsOf(votes: Vote[]) {
  const ordinals = new Map<number, number>()
  const ballots = votes.map((vote, index) => {
    const ordinal = (ordinals.get(vote.elector) ?? 0) + 1
    ordinals.set(vote.elector, ordinal)
    return {
      ballot: `b${index}`,
      ...{ elector: elector(vote.elector), ordinal, choice: vote.choice, marks: null, statement: null },
      channel: vote.channel ?? 'self',
      castAt: at(vote.day ?? 10),
      confirmedAt: vote.confirmed ? at(vote.confirmed) : null,
    }
  })
  return ballots.sort((a, b) =>
    a.elector === b.elector ? a.ordinal - b.ordinal : a.elector < b.elector ? -1 : 1,
  )
}

/** A sealed decision as the program would export it, with the tally and outcome that `claim` names. */
function decisionOf(
  { votes, electors = 5, challenges = [] }: Change,
  claim: { yes: number; outcome: string },
) {
  const text = { uk: 'Створити робочу групу' }
  const people = Array.from({ length: electors }, (_, n) => ({
    ...{ elector: elector(n), member: elector(n), form: 'collective', name: { uk: `Рада ${n}` } },
  }))
  const opening = {
    ...{
      format: 'parasol-decision',
      version: 1,
      number: 7,
      method: 'majority',
      secret: false,
      electorate: electors,
    },
    ...{
      openedAt: at(1),
      closesAt: end,
      textHash: hashOf(text).toString('hex'),
      electorateHash: linesHash(people),
    },
  }
  const ballots = ballotsOf(votes)
  const doubts = challenges.map(({ vote, upheld }, index) => ({
    ...{ challenge: `c${index}`, ballot: `b${vote}`, raisedAt: at(11), settledAt: null, upheld },
  }))
  const counted = { no: 0, abstain: 0, stand_aside: 0, yes: claim.yes }
  return {
    ...{
      format: 'parasol-decision',
      version: 1,
      opening,
      text,
      electors: people,
      ballots,
      challenges: doubts,
    },
    fingerprint: hashOf(opening).toString('hex'),
    course: { closesAt: end, countdownUntil: null },
    sealing: {
      ...{ sealedAt: at(21), outcome: claim.outcome, tally: counted },
      logHash: linesHash(ballots, doubts),
    },
  } satisfies Decision
}

const yes = (...electors: number[]): Vote[] => electors.map(one => ({ elector: one, choice: 'yes' }))
const differences = (decision: Decision) => recount(decision).differences

describe('a recount', () => {
  it('confirms a majority of all electors and nothing less', () => {
    expect(differences(decisionOf({ votes: yes(0, 1, 2) }, { yes: 3, outcome: 'supported' }))).toEqual([])
    expect(differences(decisionOf({ votes: yes(0, 1) }, { yes: 2, outcome: 'not_supported' }))).toEqual([])
    const half = { votes: yes(0, 1), electors: 4 }
    expect(differences(decisionOf(half, { yes: 2, outcome: 'not_supported' }))).toEqual([])
    expect(differences(decisionOf(half, { yes: 2, outcome: 'supported' }))).toEqual([
      'outcome: the file says "supported", recounted "not_supported"',
    ])
  })

  it('counts the last ballot of each elector', () => {
    const votes = [...yes(0, 1, 2), { elector: 2, choice: 'no', day: 12 }, ...yes(2)]
    expect(differences(decisionOf({ votes }, { yes: 3, outcome: 'supported' }))).toEqual([])
  })

  it('leaves out ballots after the end and paper votes that the member did not confirm in time', () => {
    const late: Vote = { elector: 2, choice: 'yes', day: 20 }
    const paper = (confirmed: number | null): Vote => ({
      elector: 2,
      choice: 'yes',
      channel: 'paper',
      confirmed,
    })
    for (const vote of [late, paper(null), paper(20)])
      expect(
        differences(decisionOf({ votes: [...yes(0, 1), vote] }, { yes: 2, outcome: 'not_supported' })),
      ).toEqual([])
    expect(
      differences(decisionOf({ votes: [...yes(0, 1), paper(19)] }, { yes: 3, outcome: 'supported' })),
    ).toEqual([])
  })

  it('takes out ballots whose challenge was upheld, and refuses an outcome that hangs on an unsettled one', () => {
    const challenged = (upheld: boolean | null, votes = yes(0, 1, 2)) => ({
      votes,
      challenges: [{ vote: 2, upheld }],
    })
    expect(differences(decisionOf(challenged(true), { yes: 2, outcome: 'not_supported' }))).toEqual([])
    expect(differences(decisionOf(challenged(false), { yes: 3, outcome: 'supported' }))).toEqual([])
    expect(differences(decisionOf(challenged(null), { yes: 3, outcome: 'supported' }))).toEqual([
      'outcome without the doubted ballots: the file says "supported", recounted "not_supported"',
    ])
    const wide = challenged(null, yes(0, 1, 2, 3))
    expect(differences(decisionOf(wide, { yes: 4, outcome: 'supported' }))).toEqual([])
  })

  it('names what was changed afterwards', () => {
    const make = () => decisionOf({ votes: yes(0, 1, 2) }, { yes: 3, outcome: 'supported' })
    const changed = (change: (decision: ReturnType<typeof make>) => unknown) => {
      const decision = make()
      change(decision)
      return differences(decision).map(difference => difference.split(':')[0])
    }
    expect(changed(one => (one.text.uk = 'Інше'))).toEqual(['hash of the text'])
    expect(changed(one => (one.ballots[0]!.choice = 'no'))).toEqual(['hash of the log', 'tally', 'outcome'])
    expect(changed(one => one.ballots.pop())).toEqual(['hash of the log', 'tally', 'outcome'])
    expect(changed(one => one.electors.pop())).toEqual(['number of electors', 'hash of the electorate'])
    expect(changed(one => (one.opening.electorate = 9))).toEqual([
      'fingerprint',
      'number of electors',
      'outcome',
    ])
    expect(changed(one => one.ballots.push({ ...one.ballots[2]!, ordinal: 0, elector: elector(9) }))).toEqual(
      [`${elector(9)} voted and is no elector`, 'hash of the log', 'tally'],
    )
    expect(changed(one => one.electors.push(one.electors[4]!))).toContain(
      'electors are not in order, or one is there twice',
    )
    expect(changed(one => (one.sealing.sealedAt = at(19)))).toEqual(['it was sealed before its end'])
    expect(changed(one => (one.course.closesAt = at(19)))).toEqual(['the time for voting was shortened'])
  })

  it('adds up secret ballots, which name nobody, against the list of who voted', () => {
    const decision: Decision = decisionOf({ votes: [] }, { yes: 2, outcome: 'not_supported' })
    decision.opening.secret = true
    decision.fingerprint = hashOf(decision.opening as unknown as Json).toString('hex')
    decision.ballots = ['yes', 'yes'].map((choice, n) => ({ ballot: `b${n}`, choice })) as Decision['ballots']
    decision.voters = [{ voter: elector(1) }, { voter: elector(3) }]
    decision.sealing!.logHash = linesHash(decision.ballots, decision.voters)
    expect(differences(decision)).toEqual([])
    decision.voters.pop()
    expect(differences(decision)).toEqual([
      'number of secret ballots: the file says 2, recounted 1',
      expect.stringMatching(/^hash of the log/),
    ])
  })

  it('counts elections of projects by their method', () => {
    const election = (method: string, marks: Decision['ballots'][number]['marks'][]) => {
      const votes = marks.map((_, n) => ({ elector: n, choice: 'yes', channel: 'import' }))
      const decision: Decision = decisionOf({ votes }, { yes: 0, outcome: '' })
      decision.opening.method = method
      decision.text = { longest: 3, projects: [{ id: 'a' }, { id: 'b' }] }
      for (const [n, ballot] of decision.ballots.entries()) ballot.marks = marks[n]!
      return recount(decision).tally
    }
    const total = (...numbers: number[]) => ({
      ballots: 2,
      projects: ['a', 'b'].map((id, n) => ({ id, votes: numbers[2 * n], score: numbers[2 * n + 1] })),
    })
    const both = { projects: ['b', 'a'] }
    const one = { projects: ['b'] }
    expect(election('approval', [both, one])).toEqual(total(1, 1, 2, 2))
    expect(election('ordinal', [both, one])).toEqual(total(1, 2, 2, 6))
    expect(
      election('cumulative', [
        { ...both, points: [4, 1] },
        { ...one, points: [2] },
      ]),
    ).toEqual(total(1, 1, 2, 6))
    expect(election('approval', [{ ...both, weight: 3 }, one])).toEqual(total(1, 3, 2, 4))
  })

  it('has the canonical form of the program, though not its code', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'medium', noUnicodeString: false }), value => {
        const whole = JSON.parse(JSON.stringify(value), (_, inner) =>
          typeof inner === 'number' ? Math.trunc(inner % 1e9) + 0 : inner,
        )
        expect(canonical(whole)).toBe(ours(whole))
      }),
    )
  })

  it('can be read in one sitting and runs by itself', async () => {
    const page = join(projectRoot, 'src/modules/initiatives/recount/verify.ts')
    const source = readFileSync(page, 'utf8')
    expect(source.split('\n').length).toBeLessThan(150)
    expect([...source.matchAll(/from '(.*)'/g)].map(match => match[1])).toEqual(['node:crypto', 'node:fs'])
    const folder = await mkdtemp(join(tmpdir(), 'recount-'))
    const file = join(folder, 'decision.json')
    await writeFile(
      file,
      JSON.stringify(decisionOf({ votes: yes(0, 1, 2) }, { yes: 3, outcome: 'supported' })),
    )
    const said = execFileSync(process.execPath, [page, file], { encoding: 'utf8', env: {} })
    expect(JSON.parse(said)).toMatchObject({ confirmed: true, outcome: 'supported' })
    await rm(folder, { recursive: true })
  })
})
