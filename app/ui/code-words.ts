import { tags } from '@lezer/highlight';

/** What is coloured in code, by the classes of globals.css: few colours, each with a weight or a slant of its own. */
export const CODE_WORDS = [
  {
    tag: [tags.keyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword],
    class: 'code-keyword',
  },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], class: 'code-string' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], class: 'code-value' },
  { tag: [tags.comment, tags.meta], class: 'code-comment' },
  { tag: [tags.typeName, tags.className, tags.namespace], class: 'code-type' },
];
