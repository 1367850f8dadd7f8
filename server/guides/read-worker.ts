import { parentPort } from 'node:worker_threads';
import { type GuideResult, type GuideTask, runGuideTask } from './guide-tasks';
import type { Job, News } from './worker-queue';

const say = (news: News<GuideResult>) => parentPort?.postMessage(news);

parentPort?.on('message', ({ job, task }: Job<GuideTask>) => {
  say({ job, begins: true });
  // A failure is a bug: it ends the worker and its job.
  void runGuideTask(task).then((result) => say({ job, begins: false, result }));
});
