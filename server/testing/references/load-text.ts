import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { transform } from 'esbuild';

export interface Around {
  /** Stand-ins for the text's imports from its own project, by path. Packages are the real ones. */
  modules?: Record<string, unknown>;
  /** The platform's globals that it uses, by name. */
  globals?: Record<string, unknown>;
}

/** Runs a TypeScript module and returns its exports. */
export async function loadText<T>(text: string, { modules = {}, globals = {} }: Around): Promise<T> {
  const { code } = await transform(text, { loader: 'ts', format: 'cjs', target: 'node20' });
  const real = createRequire(import.meta.url);
  const load = (name: string): unknown => (Object.hasOwn(modules, name) ? modules[name] : real(name));
  const module: { exports: unknown } = { exports: {} };
  const names = ['module', 'exports', 'require', ...Object.keys(globals)];
  compileFunction(code, names)(module, module.exports, load, ...Object.values(globals));
  return module.exports as T;
}
