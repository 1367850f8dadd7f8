import type { PackSummary } from '../doorway';
import type { Pack } from '../protocol/pack';
export interface Catalogue {
  list(): PackSummary[];
  get(id: string): Pack | null;
}
const titles = ['Engineering Excellence', 'Communication', 'Delivery'];
const pack: Pack = {
  id: 'oyster-panel',
  version: 'a'.repeat(64),
  title: 'Temporary pack',
  notes: [],
  groups: titles.map((title, i) => ({ id: `g${i}`, title, weight: 1, weightReason: null, notes: [] })),
  questions: titles.flatMap((title, g) =>
    [0, 1, 2].map((q) => ({
      kind: 'question' as const,
      id: `q${g}${q}`,
      groupId: `g${g}`,
      prompt: `${title}: how would you approach case number ${q}?`,
      why: 'Because.',
      points: [0, 1, 2].map((p) => ({
        id: `p${p}`,
        text: `Key point ${p} of q${g}${q}`,
        context: `Context ${p} of q${g}${q}`,
      })),
      followUps: [
        { id: 'f1', text: 'What breaks first?', when: 'When it stays abstract' },
        { id: 'f2', text: 'How do you know?', when: null },
      ],
      anchors: { '1': 'one', '2': null, '3': 'three', '4': null, '5': 'five' },
      weakAnswers: ['weak'],
      level: 'senior',
      targetSeconds: 180,
      behavioural: q === 0,
      notes: [],
    })),
  ),
  exercises: [],
  tips: [],
};
export async function openCatalogue(
  _folder: string,
): Promise<{ ok: true; catalogue: Catalogue } | { ok: false; problems: string[] }> {
  return {
    ok: true,
    catalogue: {
      list: () => [
        {
          id: pack.id,
          title: pack.title,
          groups: pack.groups.map((g) => ({ id: g.id, title: g.title, questions: 3 })),
          questions: 9,
          exercises: 0,
        },
      ],
      get: (id) => (id === pack.id ? pack : null),
    },
  };
}
