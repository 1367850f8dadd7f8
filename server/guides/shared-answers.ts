import type { Label } from './labels';
import type { OpenItem } from './open-item';

/** Labels of an answer that belongs to one question only. */
export const ONE_ANSWER =
  /(?<!\p{L})(?:answer|a|ans|explanation|output|solution|antwort|musterantwort|réponse|respuesta|risposta|resposta|antwoord|odpowiedź|ответ|відповідь)(?!\p{L})|^(?:答|解|回答|답|해설|उत्तर|الإجابة)/iu;

/** What several questions may have in common. */
const SHARED: readonly Label[] = ['points', 'weakAnswers', 'why', 'anchors'];

/** `**What to look for:**` below several bare questions belongs to each of them. */
export function shareAnswers(items: OpenItem[]): void {
  for (const [at, item] of items.entries()) {
    const [first] = item.blocks;
    if (item.list?.kind !== 'list' || first?.kind !== 'label' || first.line <= item.list.end) continue;
    if (!SHARED.includes(first.label) || ONE_ANSWER.test(first.title)) continue;
    const run = items.slice(0, at).filter((other) => other.list === item.list);
    if (run.every(({ blocks }) => blocks.length === 0))
      for (const other of run) other.blocks.push(...item.blocks);
  }
}
