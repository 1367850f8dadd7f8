import type { HistoryChoices } from '@/server/protocol/history';
import { ROLES } from '@/server/protocol/words';
import { writtenDay } from './days';
import { type Choice, FilterForm } from './filter-form';
import { type HistoryQuery, isFiltered, ROLE_WORDS } from './query';

const FORMAT_WORDS = {
  led: 'Led panel',
  peer: 'Peer panel',
  alone: 'Practised alone',
  simulated: 'Simulated',
} as const;

type FiltersProps = { query: HistoryQuery; choices: Promise<HistoryChoices> };

/** By pack, competency, part, format, day, person and words. */
export async function Filters({ query, choices }: FiltersProps) {
  const { scorecards, packs, roles, formats, competencies } = await choices;
  const filtered = isFiltered(query);
  if (!filtered && scorecards < 2) return null;
  const counted = (title: string, count: number) => `${title} (${count})`;
  const titled = (known: { id: string; title: string; scorecards: number }): Choice => ({
    value: known.id,
    label: counted(known.title, known.scorecards),
  });
  const roleChoices = ROLES.map((role) => {
    const count = roles.find((known) => known.role === role)?.scorecards ?? 0;
    return { value: role, label: counted(ROLE_WORDS[role], count) };
  });
  const formatChoices = formats.map(({ format, scorecards: count }) => ({
    value: format,
    label: counted(FORMAT_WORDS[format], count),
  }));
  return (
    <FilterForm
      filtered={filtered}
      choices={[
        {
          label: 'Pack',
          name: 'pack',
          all: 'All packs',
          value: query.packId ?? '',
          choices: withAsked(packs.map(titled), query.packId, 'Another pack (0)'),
        },
        {
          label: 'Competency',
          name: 'competency',
          all: 'All competencies',
          value: query.groupId ?? '',
          choices: withAsked(competencies.map(titled), query.groupId, 'Another competency (0)'),
        },
        { label: 'My part', name: 'role', all: 'Any part', value: query.role ?? '', choices: roleChoices },
        {
          label: 'Format',
          name: 'format',
          all: 'All formats',
          value: query.format ?? '',
          choices: withAsked(formatChoices, query.format, 'Another format (0)'),
        },
      ]}
      texts={[
        {
          label: 'From',
          name: 'from',
          type: 'date',
          value: query.from === null ? '' : writtenDay(query.from, query.zone),
        },
        {
          label: 'To',
          name: 'to',
          type: 'date',
          value: query.before === null ? '' : writtenDay(query.before - 1, query.zone),
        },
        { label: 'Person', name: 'person', type: 'search', value: query.person ?? '' },
        { label: 'Words', name: 'words', type: 'search', value: query.words ?? '' },
      ]}
    />
  );
}

/** An address may name something that this person has no rounds of. */
function withAsked(choices: Choice[], asked: string | null, label: string): Choice[] {
  if (asked === null || choices.some(({ value }) => value === asked)) return choices;
  return [...choices, { value: asked, label }];
}
