import { parseArgs } from 'node:util';
import { runChaos } from './run-chaos.ts';

const { values } = parseArgs({
	options: {
		orders: { type: 'string', default: '500' },
		clients: { type: 'string', default: '20' },
		/** Without it, a process is killed every second until the last order is placed. */
		kills: { type: 'string', default: 'Infinity' },
		/** Leaves the data and the logs of the run where they are. */
		keep: { type: 'boolean', default: false },
		seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
	},
});

// The shop's processes end when we are gone.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const lines = await runChaos({
	seed: Number(values.seed),
	orders: Number(values.orders),
	clients: Number(values.clients),
	faults: { kills: Number(values.kills), killEveryMs: 1_000, loss: 0.3 },
	patienceMs: 30 * 60_000,
	settleMs: 5 * 60_000,
	keep: values.keep,
	tell: (line) => console.log(line),
});
console.log();
for (const { text } of lines) console.log(text);
const violated = lines.filter(({ violations }) => violations.length > 0);
console.log(violated.length > 0 ? `\n${violated.length} clauses VIOLATED` : '\nThe promise holds.');
process.exitCode = violated.length > 0 ? 1 : 0;
