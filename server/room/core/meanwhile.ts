/** Whether another text was saved since its author went on from `base`. Without a base nobody can say. */
export function changedMeanwhile(base: string | undefined, saved: string, text: string): boolean {
  return base !== undefined && saved !== base && saved !== text;
}
