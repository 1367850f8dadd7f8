import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PrintedDiff } from './printed-diff';

const lines = (count: number, word: string) =>
  Array.from({ length: count }, (_, no) => `${word} ${no}\n`).join('');
const paper = (count: number, most?: number) =>
  renderToStaticMarkup(<PrintedDiff before="" after={lines(count, 'line')} label="x" most={most} />);

test('a long change says on paper how many lines are left out, and how to get them', () => {
  const html = paper(30, 16);
  expect(html).toContain('14 more lines: open the code on the page, then print.');
  expect(html.match(/--cut-lines/g)).toHaveLength(14);
  expect(html).toContain('line 29');
});

test('a change that has room is whole, and says nothing of the kind', () => {
  expect(paper(16, 16)).not.toMatch(/more lines|--cut/);
  expect(paper(80)).not.toMatch(/more lines|--cut/);
});
