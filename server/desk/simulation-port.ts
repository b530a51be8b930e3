/** Simulated customers and clerks who live a day in a training hall, through the hall's own doors. */
export interface Simulation {
  status(): SimulationStatus;
  /** Begins, or changes the speed of, a simulated day. */
  start(options: { readonly speed: number; readonly seed?: number }): Promise<void>;
  stop(): Promise<void>;
}

export interface SimulationStatus {
  readonly state: 'stopped' | 'running';
  /** Hall seconds a second. */
  readonly speed: number;
  readonly seed: number | null;
}
