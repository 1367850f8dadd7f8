import { transform } from 'sucrase';
import type { Runner } from './runner';
import { inSandbox, problem } from './sandbox';

/** JavaScript, and TypeScript without its types, in a worker inside a frame that has no origin and no network. */
export function scriptRunner(typescript: boolean): Runner {
  return {
    run: async ({ text, checks }) => {
      const source = `${text}\n;\n${checks}`;
      try {
        const { code } = typescript ? transform(source, { transforms: ['typescript'] }) : { code: source };
        return await inSandbox({ program: code });
      } catch (error) {
        return problem(error instanceof Error ? error.message : String(error));
      }
    },
  };
}
