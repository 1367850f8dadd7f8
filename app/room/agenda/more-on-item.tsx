import type { PackItem } from '@/app/room/shell/use-panel-room';
import { PackText } from '@/app/ui/pack-text';
import { PanelHeading } from '@/app/ui/panel-heading';

interface Props {
  item: PackItem;
  /** Its hints are on the screen already, to give. */
  hasLadder: boolean;
}

/** What else the pack says: why it is asked, weak answers, hints, remarks. Folded at first. */
export function MoreOnItem({ item, hasLadder }: Props) {
  const parts =
    item.kind === 'question'
      ? [
          { title: 'Why it is asked', lines: item.why ? [item.why] : [] },
          { title: 'Weak answers', lines: item.weakAnswers },
          { title: 'Remarks', lines: item.notes },
        ]
      : [
          { title: 'Hints to give, one by one', lines: hasLadder ? [] : item.hints },
          { title: 'Remarks', lines: item.notes },
        ];
  const filled = parts.filter(({ lines }) => lines.length > 0);
  if (filled.length === 0) return null;
  return (
    <details>
      <summary className="min-h-(--control-sm) py-1 text-ink-soft text-sm hover:text-ink">
        {filled.map(({ title }) => title).join(', ')}
      </summary>
      {filled.map(({ title, lines }) => (
        <section key={title}>
          <PanelHeading level={3}>{title}</PanelHeading>
          <ul className="flex flex-col gap-1 pb-2 text-sm">
            {lines.map((line) => (
              <li key={line}>
                <PackText>{line}</PackText>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
