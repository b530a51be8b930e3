import modbus from 'modbus-serial';
import type { Clock } from '../clock.ts';
import { turnsOf } from '../frames/turns.ts';
import type { ByteStream } from '../transports/byte-stream.ts';
import type { ModbusFraming } from './frames.ts';
import { ModbusPort } from './modbus-port.ts';

/**
 * A Modbus master for one unit on one line: modbus-serial builds and checks the frames. One question
 * at a time a line, each with a limit; an answer that does not repeat what was written is an error.
 */
export interface ModbusClient {
  writeRegister(register: number, value: number): Promise<void>;
  writeRegisters(register: number, values: readonly number[]): Promise<void>;
  writeCoil(coil: number, on: boolean): Promise<void>;
  readRegisters(kind: 'input' | 'holding', register: number, count: number): Promise<number[]>;
  readBits(kind: 'discrete' | 'coil', bit: number, count: number): Promise<boolean[]>;
  readonly dropped: number;
  end(): void;
}

export interface ModbusClientOptions {
  readonly framing: ModbusFraming;
  readonly unit: number;
  readonly clock: Clock;
  readonly echo?: boolean;
  /** Default 1 s: a number board answers within some 50 ms. */
  readonly answerWithinMs?: number;
  /** RTU: quiet before each question; 3.5 characters are 4 ms at 9600 Bd. */
  readonly gapMs?: number;
}

type Answer<Result> = (error: Error | null, result: Result) => void;

export function createModbusClient(stream: ByteStream, options: ModbusClientOptions): ModbusClient {
  const { framing, unit, clock, echo = false, answerWithinMs = 1_000, gapMs = 5 } = options;
  const turns = turnsOf(stream);
  let fail: ((error: Error) => void) | null = null;
  const port = new ModbusPort(stream, { framing, echo, failed: (error) => fail?.(error) });
  const master = new modbus.default(port);
  master.open();

  const ask = <Result>(send: (answer: Answer<Result>) => void): Promise<Result> =>
    turns(async () => {
      if (framing === 'rtu') await new Promise<void>((go) => void clock.after(gapMs, go));
      return new Promise<Result>((resolve, reject) => {
        const settle = (then: () => void): void => {
          cancel();
          fail = null;
          port.forget();
          then();
        };
        const refuse = (error: Error): void => {
          settle(() => {
            reject(error);
          });
        };
        const cancel = clock.after(answerWithinMs, () => {
          refuse(new Error(`unit ${unit} does not answer`));
        });
        fail = refuse;
        send((error, result) => {
          if (error === null) {
            settle(() => {
              resolve(result);
            });
          } else {
            refuse(error);
          }
        });
      });
    });

  return {
    async writeRegister(register, value) {
      const word = value & 0xffff;
      const written = await ask<{ address: number; value: number }>((answer) => {
        master.writeFC6(unit, register, word, answer);
      });
      confirm(written.address === register && written.value === word);
    },
    async writeRegisters(register, values) {
      const written = await ask<{ address: number; length: number }>((answer) => {
        master.writeFC16(unit, register, [...values], answer);
      });
      confirm(written.address === register && written.length === values.length);
    },
    async writeCoil(coil, on) {
      const written = await ask<{ address: number; state: boolean }>((answer) => {
        master.writeFC5(unit, coil, on, answer);
      });
      confirm(written.address === coil && written.state === on);
    },
    async readRegisters(kind, register, count) {
      const { data } = await ask<{ data: number[] }>((answer) => {
        if (kind === 'input') master.writeFC4(unit, register, count, answer);
        else master.writeFC3(unit, register, count, answer);
      });
      // Over TCP nothing but its own count tells that an answer is whole.
      confirm(data.length >= count);
      return data.slice(0, count);
    },
    async readBits(kind, bit, count) {
      const { data } = await ask<{ data: boolean[] }>((answer) => {
        if (kind === 'discrete') master.writeFC2(unit, bit, count, answer);
        else master.writeFC1(unit, bit, count, answer);
      });
      // Over TCP nothing but its own count tells that an answer is whole.
      confirm(data.length >= count);
      return data.slice(0, count);
    },
    get dropped() {
      return port.dropped;
    },
    end() {
      fail?.(new Error('closed'));
      port.close();
    },
  };
}

function confirm(isSame: boolean): void {
  if (!isSame) throw new Error('the device answered to another question');
}
