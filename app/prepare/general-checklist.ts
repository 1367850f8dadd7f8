/** For every led room whose host keeps the pack's own checklist: the same lines, whatever the pack is. */
export const GENERAL_CHECKLIST = [
  'Read the description of the role again, and find an example of yours for each thing it asks for.',
  'Write four or five stories: something hard that you finished, a failure, a conflict, a decision without all the facts.',
  'Tell each story aloud in under three minutes: the situation in two sentences, most of the time on what you did.',
  'Look up the numbers behind your results: how many, how much faster, for whom.',
  'Review one project of yours in depth: why it was built that way, what you would change, what went wrong.',
  'Prepare two questions for the panel about how they work.',
  'Try your microphone and the call link a quarter of an hour before, and have a glass of water beside you.',
];
