import { parentPort } from 'node:worker_threads';
import { type PackReading, readPack } from './read-pack';

/** What the worker is sent. */
export interface ReadJob {
  job: number;
  source: string;
}

/** What it says of a job: that it begins, and what it read. */
export interface ReadNews {
  job: number;
  /** Null when it begins. */
  reading: PackReading | null;
}

const say = (news: ReadNews) => parentPort?.postMessage(news);

parentPort?.on('message', ({ job, source }: ReadJob) => {
  say({ job, reading: null });
  say({ job, reading: readPack(source) });
});
