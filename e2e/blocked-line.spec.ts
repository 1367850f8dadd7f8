import { test } from './fixtures/test';

test('on a network that swallows WebSockets a person is told about that', async ({ host, priya }) => {
  await host.opensARoom(() => host.turns('Waiting room', 'off'));
  const link = await host.link('panelist');
  await priya.page.routeWebSocket(/socket\.io/, () => {});
  await priya.joins(link);
  await priya.sees(
    'Your network may block live connections (WebSockets). Another network, such as your phone’s, may help.',
  );
});
