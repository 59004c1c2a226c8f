import { describe, expect, it } from 'vitest'
import { type Election, readPabulib } from './pabulib.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const lines = (...all: string[]) => `${all.join('\n')}\n`

const meta = (...more: string[]) => ['META', 'key;value', 'description;Сад', ...more]
const projects = [
  'PROJECTS',
  'project_id;cost;name',
  '1;100;Лавка',
  '2;200;Гойдалка',
  '3;300;"Клен ""Старий"""',
]

const approval = (...ballots: string[]) =>
  lines(...meta('vote_type;approval'), ...projects, 'VOTES', 'voter_id;vote', ...ballots)

function read(text: string | Uint8Array): Election {
  const result = readPabulib(typeof text === 'string' ? bytes(text) : text)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

function problems(text: string | Uint8Array): string[] {
  const result = readPabulib(typeof text === 'string' ? bytes(text) : text)
  return result.ok ? [] : result.problems.map(({ row, column, problem }) => `${row} ${column}: ${problem}`)
}

const voted = (election: Election) => election.ballots.map(({ voter, marks }) => [voter, marks])

describe('a Pabulib file', () => {
  it('is read whatever ends its lines and parts its fields', () => {
    const plain = approval('7;1,3', '8;2')
    const expected = [
      ['7', { projects: ['1', '3'] }],
      ['8', { projects: ['2'] }],
    ]
    const quoted = plain.replaceAll('1,3', '"1,3"')
    for (const text of [
      plain,
      plain.replaceAll('\n', '\r\n'),
      plain.replaceAll('\n', '\r'),
      `\ufeff${plain}`,
      plain.replaceAll(';', '\t'),
      plain.replaceAll(';', ' ; '),
      plain.replaceAll(';', '|'),
      quoted.replaceAll(';', ','),
      plain.replaceAll('\n', ';;\n'),
      plain.replace('1,3', '1|3'),
      plain.replace('META', 'meta').replace('voter_id;vote', 'Voter_ID;Vote'),
      plain.replace('key;value\n', ''),
      plain.replaceAll('\n', '\n\n').trimEnd(),
    ])
      expect(voted(read(text)), text).toEqual(expected)
    const utf16 = Buffer.from(`\ufeff${plain}`, 'utf16le')
    expect(voted(read(utf16))).toEqual(expected)
  })

  it('keeps names with quotation marks, separators and the word None as people wrote them', () => {
    const names = ['1;1;ГО "Рада"', '2;2;"Сквер; ""Три дуби"""', '3;3;None']
    const text = lines(
      ...['META', 'vote_type;approval', 'comment;one; two', 'PROJECTS', 'project_id;cost;name'],
      ...names,
      ...['VOTES', 'voter_id;age;vote;sex', 'a;None;1;None'],
    )
    const { projects: found, meta: said, ballots } = read(text)
    expect(found.map(({ name }) => name)).toEqual(['ГО "Рада"', 'Сквер; "Три дуби"', ''])
    expect(said.comment).toBe('one;two')
    expect(ballots[0]!.marks).toEqual({ projects: ['1'] })
  })

  it('counts points exactly, fractions and several parts for one project too', () => {
    const text = lines(
      ...meta('vote_type;cumulative', 'max_points;4', 'max_sum_points;4'),
      ...projects,
      ...['VOTES', 'voter_id;points;vote', 'a;0.5,1.25;1,2', 'b;4;3', 'c;1,1,1;1,1,2'],
    )
    const { unit, ballots } = read(text)
    expect(unit).toBe(100)
    expect(ballots.map(({ marks }) => marks)).toEqual([
      { projects: ['1', '2'], points: [50, 125] },
      { projects: ['3'], points: [400] },
      { projects: ['1', '1', '2'], points: [100, 100, 100] },
    ])
  })

  it('weighs ballots where the file does', () => {
    const text = lines(
      ...meta('vote_type;approval'),
      ...projects,
      ...['VOTES', 'voter_id;vote;weight', 'a;1;1.5', 'b;2;', 'c;3;2'],
    )
    const { unit, ballots } = read(text)
    expect([unit, ...ballots.map(({ marks }) => marks.weight)]).toEqual([10, 15, 10, 20])
  })

  it('knows how many names a ranking may have, stated or not', () => {
    const ordinal = (...more: string[]) =>
      read(
        lines(
          ...[...meta('vote_type;ordinal', ...more), ...projects],
          ...['VOTES', 'voter_id;vote', 'a;3,1', 'b;2', 'c;'],
        ),
      )
    expect(ordinal('max_length;3').longest).toBe(3)
    expect(ordinal().longest).toBe(2)
    expect(read(approval('a;1')).longest).toBe(null)
  })

  it('takes a line that is there twice once', () => {
    const { ballots, duplicates, rows } = read(approval('a;1', 'b;2', 'a;1'))
    expect([ballots.length, duplicates, rows]).toEqual([2, 1, 3])
    expect(problems(approval('a;1', 'b;2', 'a;2'))).toEqual([
      '14 voter_id: The voter a voted otherwise on line 12.',
    ])
  })
})

describe('a bad Pabulib file is refused', () => {
  it('with the line and field of every problem', () => {
    expect(problems(approval('a;1,9', ';2', 'b;1,,2', 'c;1,1', 'd;2;3;4'))).toEqual([
      '12 vote: There is no project 9.',
      '13 voter_id: The voter has no id.',
      '14 vote: The list of projects has a gap.',
      '15 vote: The project 1 is named twice.',
      '16 : This line has 4 fields; the header has 2.',
    ])
  })

  it('when numbers are none or break the rules of META', () => {
    const bounds = ['min_length;1', 'max_length;2', 'max_points;3', 'min_points;1', 'max_sum_points;4']
    const text = lines(
      ...meta('vote_type;cumulative', ...bounds, 'budget;much'),
      ...['PROJECTS', 'project_id;cost', '1;dear', '1;5', ';5', '2;5,5', '3;5'],
      ...['VOTES', 'voter_id;vote;points', 'a;;', 'b;1,2;3', 'c;1,2;3,x', 'd;1,2;4,0', 'e;1,2,3;3,1,1'],
    )
    expect(problems(text)).toEqual([
      '10 budget: “much” is not a number.',
      '13 cost: “dear” is not a number.',
      '14 project_id: The project 1 is there twice.',
      '15 project_id: The project has no id.',
      '20 vote: 0 is less than min_length in META.',
      '21 points: The ballot names 2 projects and gives 1 points.',
      '22 points: “x” is not a number of points.',
      '23 points: 4 is more than max_points in META.',
      '23 points: 0 is less than min_points in META.',
      '24 vote: 3 is more than max_length in META.',
      '24 points: 5 is more than max_sum_points in META.',
    ])
  })

  it('when it was cut off or does not say what it is', () => {
    const counted = approval('a;1', 'b;2').replace('META\n', 'META\nnum_votes;3\nnum_projects;4\n')
    expect(problems(counted)).toEqual([
      '2 num_votes: META says 3, the file has 2.',
      '3 num_projects: META says 4, the file has 3.',
    ])
    expect(problems('')).toHaveLength(3)
    expect(problems('a,b\n1,2\n')).toEqual(['1 : A Pabulib file begins with a line that says META.'])
    expect(problems(approval('a;1').replace('VOTES', 'votes;;'))).toEqual([])
    expect(problems(approval('a;1').replace(/VOTES.*/s, ''))).toEqual(['9 VOTES: The part VOTES is missing.'])
    expect(problems(approval('a;1', 'META'))).toEqual(['13 META: META is there twice.'])
    expect(problems(approval('a;1').replace('voter_id;vote', 'voter;vote'))).toContain(
      '11 voter_id: This column is missing.',
    )
    expect(problems(approval('a;1').replace('vote_type;approval', 'vote_type;shouting'))).toEqual([
      '4 vote_type: “shouting” is none of approval, choose-1, cumulative, scoring, ordinal.',
    ])
    expect(problems(approval('a;1').replace('vote_type;approval\n', ''))).toEqual([
      '1 vote_type: META does not say how people voted.',
    ])
    expect(problems(approval('a;1', '"b;2'))).toEqual([
      '13 : A quotation mark is opened here or above and never closed.',
    ])
    expect(problems(approval('a;1').replace('approval', 'choose-1').replace('a;1', 'a;1,2'))).toEqual([
      '12 vote: 2 is more than max_length in META.',
    ])
    const latin = Uint8Array.from([...bytes('META\n'), 0xb3, 0xf3, 0x0a])
    expect(problems(latin)).toEqual(['2 : The file is not UTF-8.'])
  })
})
