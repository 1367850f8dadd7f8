import { parentPort } from 'node:worker_threads';
import { readPack } from './read-pack';

/** What the worker is sent, and what it answers with beside the reading. */
export interface ReadJob {
  job: number;
  source: string;
}

parentPort?.on('message', ({ job, source }: ReadJob) => {
  parentPort?.postMessage({ job, reading: readPack(source) });
});
