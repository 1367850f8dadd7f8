import { type Transform, transform } from 'sucrase';
import type { Runner } from './runner';
import { inSandbox, problem } from './sandbox';

/** JavaScript, and what can be made into it, in a worker inside a frame that has no origin and no network. */
export function scriptRunner(transforms: Transform[]): Runner {
  return {
    run: async ({ text, checks }) => {
      try {
        return await inSandbox({ program: scriptOf(`${text}\n;\n${checks}`, transforms) });
      } catch (error) {
        return problem(error instanceof Error ? error.message : String(error));
      }
    },
  };
}

/** The program without its types, with its elements as calls of `React.createElement`. */
export function scriptOf(source: string, transforms: Transform[]): string {
  return transforms.length === 0 ? source : transform(source, { transforms, production: true }).code;
}
