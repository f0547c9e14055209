import { expect, test } from 'vitest';
import { runChaos } from '../src/run-chaos.ts';

// The order of what is drawn from the seed is repeated by it, the machine's is not.
const seed = 20_261_123;

test('the promise holds for a hundred orders placed while fifteen processes are killed', async () => {
	const lines = await runChaos({
		seed,
		orders: 100,
		clients: 20,
		faults: { kills: 15, killEveryMs: 1_000, loss: 0.3 },
		patienceMs: 120_000,
		settleMs: 120_000,
		tell: () => {},
	});
	expect(lines.filter(({ violations }) => violations.length > 0)).toEqual([]);
	// That nothing was violated says something only of what was looked at.
	expect(lines.filter(({ checked }) => checked === 0)).toEqual([]);
}, 300_000);
