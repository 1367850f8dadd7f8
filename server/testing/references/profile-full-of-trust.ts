import { resolve } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright';
import { inChromium } from './in-chromium';
import type { Scenario } from './scenario';

const SITE = 'http://profile.test';
const USER = {
  id: '7',
  name: 'Mo',
  bio: '<p>I <strong>knit</strong>.</p>',
  website: 'https://knitting.test/',
};
type User = typeof USER;

/** The form builder in the frame: it reports its height once. */
const FORM = `<!doctype html><script>parent.postMessage({ type: 'resize', height: 700 }, '*')</script>`;

async function bundled(text: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { createRoot } from 'react-dom/client';
        import { Profile } from 'profile';
        createRoot(document.getElementById('root')).render(<Profile user={window.USER} />);`,
      loader: 'tsx',
      resolveDir: resolve(import.meta.dirname, '../../..'),
    },
    plugins: [
      {
        name: 'profile',
        setup({ onResolve, onLoad, initialOptions }) {
          onResolve({ filter: /^profile$/ }, () => ({ path: 'profile', namespace: 'text' }));
          onLoad({ filter: /.*/, namespace: 'text' }, () => ({
            contents: text,
            loader: 'tsx',
            resolveDir: initialOptions.stdin?.resolveDir ?? '',
          }));
        },
      },
    ],
    bundle: true,
    write: false,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** Runs before the page's own code: a session, the user, and a count of who listens to messages. */
function prepare(user: User) {
  const add = window.addEventListener.bind(window);
  const remove = window.removeEventListener.bind(window);
  const seen = { listeners: 0, messages: [] as unknown[] };
  Object.assign(window, { USER: user, seen });
  if (window.top === window) window.localStorage.setItem('token', 'secret');
  add('message', (event: MessageEvent) => seen.messages.push(event.data));
  Object.assign(window, {
    addEventListener: (...words: Parameters<typeof add>) => {
      if (words[0] === 'message') seen.listeners += 1;
      add(...words);
    },
    removeEventListener: (...words: Parameters<typeof remove>) => {
      if (words[0] === 'message') seen.listeners -= 1;
      remove(...words);
    },
  });
}
type Seen = { seen: { listeners: number; messages: unknown[] } };

/** Sends a message as some other window would, and waits until an answer to it would have come. */
function say(page: Page, message: unknown): Promise<unknown[]> {
  return page.evaluate(async (data) => {
    const { seen } = window as unknown as Seen;
    const turn = (ping: string) =>
      new Promise<void>((done) => {
        window.addEventListener('message', (event) => event.data === ping && done(), { once: false });
        window.postMessage(ping, '*');
      });
    window.postMessage(data, '*');
    await turn('first');
    await turn('second');
    return seen.messages;
  }, message);
}

export const profileFullOfTrust: Scenario = async ({ text }, check) => {
  const script = await bundled(text);
  await inChromium(async (first) => {
    const context = first.context();
    await context.route('**/*', (route) => {
      const { origin, pathname } = new URL(route.request().url());
      const body =
        pathname === '/forms' ? FORM : `<!doctype html><div id="root"></div><script>${script}</script>`;
      return route.fulfill({ contentType: 'text/html', body: origin === SITE ? body : 'elsewhere' });
    });
    /** The profile, once its form has reported its height. */
    const open = async (user: Partial<User> = {}, search = '') => {
      const page = await context.newPage();
      await page.addInitScript(prepare, { ...USER, ...user });
      await page.goto(`${SITE}/mo${search}`);
      await page.locator('iframe[height="700"]').waitFor();
      return page;
    };
    const page = await open();
    const { listeners } = await page.evaluate(() => (window as unknown as Seen).seen);
    await check('one listener is there, however often it is rendered', () => listeners === 1);
    await check('no window is told the token', async () => {
      const messages = await say(page, { type: 'ready' });
      return !JSON.stringify(messages).includes('secret');
    });
    await check('no other window than the form sets the height', async () => {
      await say(page, { type: 'resize', height: 5 });
      return (await page.locator('iframe').getAttribute('height')) === '700';
    });
    await check('a website opens, and keeps no hold on this page', async () => {
      const [opened] = await Promise.all([context.waitForEvent('page'), page.getByText('Website').click()]);
      await opened.waitForLoadState();
      return opened.url() === USER.website && (await opened.evaluate(() => window.opener === null));
    });

    const hostile = await open({
      id: '7&admin=1',
      bio: `${USER.bio}<img src="/none" onerror="1"><a href="javascript:1">me</a>`,
      website: 'javascript:1',
    });
    await check('a biography brings no script, and keeps its bold words', async () => {
      const scripts = await hostile.locator('main [onerror], main div [href^="javascript:"]').count();
      return scripts === 0 && (await hostile.locator('main strong').innerText()) === 'knit';
    });
    await check('a website that is a script is not offered', async () => {
      return (await hostile.getByText('Website').count()) === 0;
    });
    await check("an id adds nothing to the frame's request", async () => {
      const source = (await hostile.locator('iframe').getAttribute('src')) ?? '';
      return new URL(source, SITE).searchParams.get('user') === '7&admin=1';
    });

    const sent = await open({}, '?next=https://elsewhere.test/');
    await check('the way back stays on this site', async () => {
      await Promise.all([sent.waitForEvent('load'), sent.getByText('Back').click()]);
      return new URL(sent.url()).origin === SITE;
    });
  });
};
