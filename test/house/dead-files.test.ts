import { describe, expect, it } from 'vitest';
import { deadFiles } from './dead-files.ts';
import { projectFiles, sample } from './project-files.ts';

describe('dead files', () => {
  it('are not kept', () => {
    expect(deadFiles(projectFiles)).toEqual([]);
  });

  it('are found behind imports, threads, pages and styles', () => {
    const files = [
      sample('server/main.ts', `import './a.ts';\nawait import('#core/b.ts');`),
      sample('server/a.ts', `new Worker(new URL('./thread.ts', import.meta.url));`),
      sample('server/thread.ts', ''),
      sample('server/core/b.ts', ''),
      sample('server/core/forgotten.ts', ''),
      sample('server/core/only-tested.ts', ''),
      sample('kiosk/index.html', `<script type="module" src="./kiosk.ts"></script>`),
      sample('kiosk/kiosk.ts', `import './kiosk.css';`),
      sample('kiosk/kiosk.css', ''),
      sample('kiosk/old.css', ''),
      sample('test/a.test.ts', `import '#core/only-tested.ts';\nimport './support/used.ts';`),
      sample('test/support/used.ts', ''),
      sample('test/support/unused.ts', ''),
    ];
    expect(deadFiles(files)).toEqual([
      'server/core/forgotten.ts',
      'server/core/only-tested.ts',
      'kiosk/old.css',
      'test/support/unused.ts',
    ]);
  });
});
