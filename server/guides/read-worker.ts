import { parentPort } from 'node:worker_threads';
import { type GuideResult, type GuideTask, runGuideTask } from './guide-tasks';
import type { Job, News } from './worker-queue';

const say = (news: News<GuideResult>) => parentPort?.postMessage(news);

parentPort?.on('message', ({ job, task }: Job<GuideTask>) => {
  say({ job, begins: true });
  // What fails is a bug's: it ends the worker, and the job with it.
  void runGuideTask(task).then((result) => say({ job, begins: false, result }));
});
