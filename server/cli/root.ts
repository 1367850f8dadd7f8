import { basename, resolve } from 'node:path';

const here = import.meta.dirname;

/** Hotseat's folder: two above this file, and one above `dist`, where the build has the commands. */
export const ROOT = resolve(here, basename(here) === 'dist' ? '..' : '../..');
