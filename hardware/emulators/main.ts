import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { emulatedKinds } from './kinds.ts';
import { serveSerial, serveTcp, type Served } from './serve.ts';
import { createOutFolder } from './write-out.ts';

/**
 * `npm run emulate`: a device that is not there, for trying out and for tests. Lines on its standard
 * input are what a person does to it: `fault paper-out`, `fault none`; pads and readers know more.
 */

const usage = `Usage: npm run emulate -- KIND [options]

  KIND            ${Object.keys(emulatedKinds).join(', ')}
  --port P        listen on TCP (as such devices do: ${ports()}; 0: any free port)
  --host H        address to listen on (127.0.0.1)
  --serial PATH   speak on a serial line, or on one end of a pair of pseudo-terminals:
                  socat pty,raw,echo=0,link=/tmp/a pty,raw,echo=0,link=/tmp/b
  --baud N        speed of the serial line
  --out DIR       write down what it shows: NNNN.txt and NNNN.png a ticket, board.txt a board
  --dialect NAME  what it speaks, where there is a choice: ${dialects()}
  --width MM      paper of the printer, 58 or 80 (80)
  --fault NAME    something is wrong with it:
${faults()}`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  let read;
  try {
    read = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        serial: { type: 'string' },
        baud: { type: 'string' },
        out: { type: 'string' },
        width: { type: 'string' },
        dialect: { type: 'string' },
        fault: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = read;
  if (values.help === true) {
    console.log(usage);
    return 0;
  }
  const [name = '', ...more] = positionals;
  const kind = Object.hasOwn(emulatedKinds, name) ? emulatedKinds[name] : undefined;
  if (kind === undefined || more.length > 0) {
    return refuse(name === '' ? 'KIND is missing' : `no such kind: ${positionals.join(' ')}`);
  }
  const fault = values.fault ?? null;
  if (fault !== null && !kind.faults.includes(fault)) {
    return refuse(`a ${name} knows these faults: ${kind.faults.join(', ')}`);
  }
  const dialect = values.dialect ?? null;
  if (dialect !== null && kind.dialects?.includes(dialect) !== true) {
    return refuse(`a ${name} speaks: ${kind.dialects?.join(', ') ?? 'one dialect'}`);
  }
  if (values.port !== undefined && values.serial !== undefined) {
    return refuse('either --port or --serial');
  }
  const port = values.port === undefined ? kind.port : wholeNumber(values.port, 65_535);
  const baudRate = values.baud === undefined ? kind.baudRate : wholeNumber(values.baud, 4_000_000);
  const width = values.width ?? '80';
  if (port === null) return refuse('--port: a number up to 65535');
  if (baudRate === null) return refuse('--baud: a number');
  if (width !== '58' && width !== '80') return refuse('--width: 58 or 80');

  const device = await kind.create({
    fault,
    dialect,
    over: values.serial === undefined ? 'tcp' : 'serial',
    widthMm: width === '58' ? 58 : 80,
  });
  if (values.out !== undefined) {
    const write = createOutFolder(values.out);
    if (kind.show === undefined) {
      write('board.txt', device.text());
      device.onChange(() => {
        write('board.txt', device.text());
      });
    } else {
      kind.show(device, write);
    }
  }
  let served: Served;
  try {
    served =
      values.serial === undefined
        ? await serveTcp(device, port, values.host)
        : await serveSerial(device, values.serial, baudRate);
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  console.log(`${name} on ${served.address}${fault === null ? '' : `, fault ${fault}`}`);

  const input = createInterface({ input: process.stdin });
  input.on('line', (words) => {
    if (words.trim() !== '') device.act?.(words);
  });
  const why = await Promise.race([served.ended, stopped()]);
  input.close();
  process.stdin.destroy();
  await served.close();
  if (why !== null) console.error(`${name}: ${why}`);
  return why === null ? 0 : 1;
}

function refuse(problem: string): number {
  console.error(problem);
  console.error(usage);
  return 2;
}

function wholeNumber(text: string, max: number): number | null {
  const value = Number(text);
  return /^\d+$/.test(text) && value <= max ? value : null;
}

function stopped(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve(null);
      });
    }
  });
}

function ports(): string {
  return Object.entries(emulatedKinds)
    .map(([name, { port }]) => `${name} ${String(port)}`)
    .join(', ');
}

function dialects(): string {
  return Object.entries(emulatedKinds)
    .flatMap(([name, kind]) => (kind.dialects ? `${name} ${kind.dialects.join('|')}` : []))
    .join(', ');
}

function faults(): string {
  return Object.entries(emulatedKinds)
    .map(([name, kind]) => `                  ${name}: ${kind.faults.join(' ')}`)
    .join('\n');
}
