/** Popolo as others write it, for tests, after the specification and the shapes of known publishers. Everybody is invented. */

/** As EveryPolitician: a term for each membership, dates of any length, ids of many schemes, nothing but lists at the top. */
export const everyPolitician = {
  persons: [
    {
      id: '0a1b2c3d-0000-4000-8000-000000000001',
      name: 'Þóra Ásgeirsdóttir',
      other_names: [
        { lang: 'is', name: 'Þóra Ásgeirsdóttir', note: 'multilingual' },
        { name: 'Thora', note: 'alternate' },
      ],
      identifiers: [
        { scheme: 'wikidata', identifier: 'Q100' },
        { scheme: 'viaf', identifier: '22' },
      ],
      contact_details: [
        { type: 'twitter', value: 'thora' },
        { type: 'email', value: 'thora@example.org' },
      ],
      images: [{ url: 'https://example.org/photo one.jpg' }],
      links: [{ note: 'Wikipedia (is)', url: 'https://example.org/wiki/Þóra' }],
      birth_date: '1969',
      death_date: null,
      gender: 'female',
    },
    { id: '0a1b2c3d-0000-4000-8000-000000000002', name: '李 明', sort_name: '李', birth_date: '1980-02' },
    { id: '0a1b2c3d-0000-4000-8000-000000000003', name: 'Nguyễn Thị 👩🏽‍⚖️ Ý Nhi' },
  ],
  organizations: [
    { id: 'legislature', name: 'Þing', classification: 'legislature', seats: 63, identifiers: [] },
    { id: 'party/græn', name: 'Græn', classification: 'party', image: null },
    { id: 'party/_unknown', name: 'unknown', classification: 'party' },
  ],
  memberships: [
    {
      area_id: 'area/norður',
      legislative_period_id: 'term/2013',
      on_behalf_of_id: 'party/græn',
      organization_id: 'legislature',
      person_id: '0a1b2c3d-0000-4000-8000-000000000001',
      role: 'member',
      start_date: '2013-05',
    },
    {
      area_id: 'area/norður',
      legislative_period_id: 'term/2017',
      on_behalf_of_id: 'party/_unknown',
      organization_id: 'legislature',
      person_id: '0a1b2c3d-0000-4000-8000-000000000001',
      role: 'member',
      end_date: '2016',
    },
  ],
  events: [
    {
      id: 'term/2013',
      name: '2013–2017',
      classification: 'legislative period',
      organization_id: 'legislature',
      start_date: '2013-04-27',
      end_date: '2017-10',
    },
    { id: 'term/2017', name: '2017–', classification: 'legislative period', organization_id: 'legislature' },
    {
      id: 'Q55',
      name: 'Kosningar',
      classification: 'general election',
      start_date: '2017',
      end_date: '2017',
    },
  ],
  areas: [
    {
      id: 'area/norður',
      name: 'Norðurland',
      type: 'constituency',
      identifiers: [{ scheme: 'x', identifier: '7' }],
    },
  ],
}

/** As mySociety publishes people: ids with slashes, names in parts, redirects instead of persons, end before start. */
export const mySociety = {
  persons: [
    {
      id: 'uk.example/person/10001',
      shortcuts: { current_party: 'Labour', current_constituency: 'Ealing' },
      other_names: [{ given_name: 'Diane', family_name: 'Ex', note: 'Main', start_date: '1987-06-11' }],
      identifiers: [{ scheme: 'datadotparl_id', identifier: 172 }],
    },
    { id: 'uk.example/person/10002', redirect: 'uk.example/person/10001' },
    { name: '' },
    { name: null, birth_date: '' },
  ],
  organizations: [
    { id: 'labour', name: 'Labour', parent_id: 'labour' },
    { id: 'house-of-commons', name: 'House of Commons', parent: 'parliament', parent_id: 'parliament' },
    { id: 'parliament', name: 'Parliament', parent_id: null },
    { id: '', name: 'Nameless id' },
    { id: null, name: '   ' },
  ],
  posts: [
    {
      id: 'uk.example/cons/1',
      label: 'MP for Ealing',
      role: 'Member of Parliament',
      organization_id: 'house-of-commons',
      area: { name: 'Ealing', other_names: ['Ealing North'] },
      start_date: '1997-05-01',
      end_date: '',
    },
  ],
  memberships: [
    {
      id: 'uk.example/member/1',
      person_id: 'uk.example/person/10001',
      post_id: 'uk.example/cons/1',
      on_behalf_of_id: 'labour',
      start_date: '2005-05-05',
      end_date: '2001-01-01',
      start_reason: 'general_election',
      name: { given_name: 'Diane', family_name: 'Ex' },
    },
    { id: 'uk.example/member/1', person_id: 'uk.example/person/10001', end_date: '9999-12-31' },
    { id: 'uk.example/member/2', person_id: 'uk.example/person/404', start_date: '2005-05-05T12:00:00Z' },
  ],
}

/** As Open Civic Data: ids of its own kind, objects inside objects, votes by names alone, counts and results of groups. */
export const openCivicData = {
  organizations: [
    {
      id: 'ocd-organization/1',
      name: 'City Council',
      classification: 'legislature',
      jurisdiction: { id: 'ocd-jurisdiction/country:us/place:x/government', name: 'X' },
      jurisdiction_id: 'ocd-jurisdiction/country:us/place:x/government',
      posts: [
        { id: 'ocd-post/1', label: 'Ward 1', role: 'Alderman', division_id: 'ocd-division/country:us' },
      ],
    },
    {
      id: 'ocd-organization/2',
      name: 'Finance',
      classification: 'committee',
      parent: { id: 'ocd-organization/1' },
    },
  ],
  persons: [
    { id: 7, name: 'Seven', party: [{ name: 'Independent' }], extras: { votes: 1e-7 } },
    {
      id: 'ocd-person/8',
      name: 'Eight',
      memberships: [{ organization: { id: 'ocd-organization/2', name: 'Finance' } }],
    },
  ],
  memberships: [
    { person: { id: 7, name: 'Seven' }, organization_id: 'ocd-organization/1', post_id: 'ocd-post/1' },
    { person_id: '7', organization_id: 'ocd-organization/2', organization: { id: 'ocd-organization/2' } },
    { person_name: 'Somebody', organization_id: 'ocd-organization/2' },
    { person_name: 'Somebody else', organization_id: 'ocd-organization/2' },
  ],
  vote_events: [
    {
      id: 'ocd-vote/1',
      identifier: 'Roll call 4',
      motion: { text: 'To adopt', date: '2015-03-04' },
      motion_text: 'To adopt',
      motion_classification: ['passage'],
      organization: { id: 'ocd-organization/1', name: 'City Council' },
      start_date: '2015-03-04T10:00:00-06:00',
      end_date: null,
      result: 'pass',
      counts: [
        { option: 'yes', value: 2 },
        { option: 'excused', value: 0 },
        { option: 'no', value: 1, group: { id: 'ocd-organization/2' } },
      ],
      group_results: [{ group_id: 'ocd-organization/2', result: 'pass', counts: [] }],
      votes: [
        { voter_name: 'Seven', option: 'yes', voter: { id: 7, name: 'Seven' } },
        { voter_name: 'Nine', option: 'yes' },
        { voter_name: 'Ten', option: 'excused', weight: 0.5 },
      ],
      sources: [{ url: 'https://example.org/votes?x=1&y=2', note: '' }],
    },
    { id: 'ocd-vote/2', counts: null, votes: [], result: '' },
  ],
  motions: [
    {
      id: 'm/1',
      text: 'A motion\nin two lines',
      requirement: '2/3',
      creator: { id: 'ocd-person/8', name: 'Eight' },
      vote_events: [
        { counts: [], votes: [{ voter_id: 'ocd-person/8', option: 'not voting', role: 'proxy' }] },
      ],
    },
  ],
  events: { 'not-a-list': { name: 'Session' } },
  bills: [{ identifier: 'O2015-1' }],
}
