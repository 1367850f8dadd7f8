import { expect, test } from './fixtures/test';

test('on a network that swallows WebSockets one is told within five seconds what is in the way', async ({
  host,
  priya,
}) => {
  await host.opensARoom(() => host.turns('Waiting room', 'off'));
  const link = await host.link('panelist');
  await priya.page.routeWebSocket(/socket\.io/, () => {});
  await priya.joins(link);
  const words = priya.page.getByText('Your network may block live connections');
  await expect(words).toBeVisible({ timeout: 5_000 });
});
