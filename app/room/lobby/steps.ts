import type { Format } from '@/server/protocol/words';

/** The round as a person in the hot seat will see it. */
export function stepsFor(format: Format): string[] {
  const asking = [
    'Each question stays on screen while you answer. Nobody scores in front of you.',
    'You may take a moment at any time: the clock waits until you go on.',
  ];
  return format === 'led'
    ? [
        ...asking,
        'Then you have a quiet page to yourself while the panel makes up its mind.',
        'You come back for the debrief, and the scorecard is yours afterwards.',
      ]
    : [
        ...asking,
        'Then the others write down their verdicts while you look back on a page of your own.',
        'Everybody takes a turn with questions that nobody has heard, and leaves with a scorecard.',
      ];
}
