import { describe, expect, it, onTestFinished } from 'vitest';
import { htmlOfMarkdown } from '#server/routes/markdown.ts';
import { startHub } from '#test/support/hub.ts';

describe('documents of the installation', () => {
  it('are pages of the hub, linked with each other and without markup of their own', async () => {
    const hub = await startHub();
    onTestFinished(() => hub.close());
    const page = await hub.request('GET', '/docs/hall-file');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.text).toContain('<h1>The hall file: your own hall</h1>');
    expect(page.text).not.toMatch(/<script|<style|style="/);
    const schema = await hub.request('GET', '/docs/hall.schema.json');
    expect(schema.status).toBe(200);
    for (const path of ['/docs/nothing-here', '/docs/..%2Fpackage', '/docs/Hall']) {
      expect((await hub.request('GET', path)).status, path).toBe(404);
    }
  });

  it('know the forms that docs/ uses', () => {
    const html = htmlOfMarkdown(
      [
        '# A `b`',
        'One **two** <three>',
        'four [five](six.md) [out](../x).',
        '',
        '- first',
        '  goes on',
        '- second',
        '',
        '| a | b |',
        '| --- | --- |',
        '| `x|y` | z |',
        '',
        '```yaml',
        'a: <b>',
        '```',
        '1. done',
      ].join('\n'),
      (target) => (target === 'six.md' ? '/docs/six' : null),
    );
    expect(html).toBe(
      [
        '<h1>A <code>b</code></h1>',
        '<p>One <strong>two</strong> &lt;three&gt; four <a href="/docs/six">five</a> out.</p>',
        '<ul><li>first goes on</li><li>second</li></ul>',
        '<div class="wide" tabindex="0"><table><thead><tr><th>a</th><th>b</th></tr></thead>' +
          '<tbody><tr><td><code>x|y</code></td><td>z</td></tr></tbody></table></div>',
        '<pre tabindex="0"><code>a: &lt;b&gt;</code></pre>',
        '<ol><li>done</li></ol>',
      ].join('\n'),
    );
  });
});
