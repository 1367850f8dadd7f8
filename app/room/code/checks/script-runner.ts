import { type Transform, transform } from 'sucrase';
import type { Runner } from './runner';
import { inSandbox, problem } from './sandbox';

/** JavaScript, and what can be made into it, in a worker inside a frame that has no origin and no network. */
export function scriptRunner(transforms: Transform[]): Runner {
  return {
    run: async ({ text, checks }) => {
      try {
        const program = scriptOf(`${text}\n;\n${checks ?? ''}`, transforms);
        return await inSandbox({ program, own: text.split('\n').length });
      } catch (error) {
        return problem(error instanceof Error ? error.message : String(error));
      }
    },
  };
}

/** The program without its types, with its elements as calls of `React.createElement`, and without the word `export`. */
export function scriptOf(source: string, transforms: Transform[]): string {
  const all: Transform[] = IS_MODULE.test(source) ? [...transforms, 'imports'] : transforms;
  if (all.length === 0) return source;
  const { code } = transform(source, { transforms: all, production: true });
  return all === transforms ? code : `${ONE_FILE}${code}`;
}

const IS_MODULE = /^\s*(?:export|import)\b/m;
/** On the program's first line, so that its lines keep their numbers. */
const ONE_FILE =
  "const exports = {}; const require = (name) => { throw new Error('Nothing can be imported here, so not “' + name + '”: write everything in one file.'); }; ";
