import { parentPort } from 'node:worker_threads';
import { type GuideResult, type GuideTask, runGuideTask } from './guide-tasks';
import type { Job, News } from './worker-queue';

const say = (news: News<GuideResult>) => parentPort?.postMessage(news);

parentPort?.on('message', async ({ job, task }: Job<GuideTask>) => {
  say({ job, begins: true });
  say({ job, begins: false, result: await runGuideTask(task) });
});
