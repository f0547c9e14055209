// `npm run eval:recommendations`: what the recommendations are worth, on a made-up history.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { evaluate } from './evaluate.ts';
import { table } from './table.ts';

const help = `npm run eval:recommendations -- [options]

Lets the service learn the earlier orders of a made-up shop, and asks it for the last item of later baskets.

  --products N   artworks of the shop (2000)
  --orders N     orders of a year, the first nine tenths of which are learned (40000)
  --baskets N    later orders with two artworks or more, at most (1500)
  --seed N       the same seed gives the same figures (1)`;

const { values } = parseArgs({
	options: {
		products: { type: 'string', default: '2000' },
		orders: { type: 'string', default: '40000' },
		baskets: { type: 'string', default: '1500' },
		seed: { type: 'string', default: '1' },
		help: { type: 'boolean', short: 'h', default: false },
	},
});

function whole(option: 'products' | 'orders' | 'baskets' | 'seed'): number {
	const number = /^\d{1,7}$/.test(values[option]) ? Number(values[option]) : 0;
	if (number > 0) return number;
	throw new RangeError(`--${option} takes a whole number from 1; "${values[option]}" was given.`);
}

try {
	if (values.help) console.log(help);
	else {
		const size = { seed: whole('seed'), products: whole('products'), orders: whole('orders') };
		const startedAt = performance.now();
		for (const line of table(size, await evaluate(size, whole('baskets')))) console.log(line);
		const seconds = Math.round((performance.now() - startedAt) / 1_000);
		console.log(`\n${seconds} s on ${availableParallelism()} cores, Redis included`);
	}
} catch (error) {
	if (!(error instanceof RangeError)) throw error;
	console.error(error.message);
	process.exitCode = 2;
}
