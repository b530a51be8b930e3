/**
 * V8's flags for the hub, beside what Node.js sets. What the hall keeps of a ticket outlives a
 * collection, what an answer leaves behind does not: with V8's usual 1 to 16 MiB for the young a
 * flood of tickets was collected three times as often, and each collection held up the hall. Costs
 * some 70 MiB of memory (docs/bench.md).
 */
export const hubFlags = ['--min-semi-space-size=16', '--max-semi-space-size=64'];
