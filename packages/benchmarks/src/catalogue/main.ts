// `npm run bench:catalogue`: what the catalogue's queries cost in shops of several sizes, side by side, through the
// gateway, everything on this machine, load included.
import { availableParallelism, loadavg } from 'node:os';
import { runWithOptions } from '@infinite-blob/config/run-with-options';
import { oneOf } from '../gateway/queries.ts';
import { resultOf, table } from '../gateway/result.ts';
import { type Turn, takeTurn } from '../gateway/turn.ts';
import { type GrownShop, growShop } from './grown-shop.ts';
import { help, type Options, readOptions } from './options.ts';
import { type QueryName, queriesOf } from './queries.ts';
import { standings } from './standings.ts';

/** Until V8 has compiled what is asked for over and over. */
const warmUpSeconds = 6;
/** Of what a warm cache was asked before, so many at random. */
const warmInputs = 500;

async function run(options: Options): Promise<void> {
	const load = loadavg()[0]!.toFixed(1);
	console.log(`${availableParallelism()} cores, load average ${load} before, Node ${process.version}`);
	await using opened = new AsyncDisposableStack();
	const shops: GrownShop[] = [];
	for (const size of options.sizes) shops.push(opened.use(await growShop(size)));
	const { connections, rounds, seconds } = options;
	console.log(`\n${connections} connections, ${rounds} rounds of ${seconds} s for each; inputs at random`);
	console.log(`warm: asked ${warmInputs} of them over and over`);
	for (const query of options.queries) await measure(query, shops, options);
}

/** The CPU is that of all processes of the shop. */
async function measure(query: QueryName, shops: readonly GrownShop[], options: Options): Promise<void> {
	const { connections, rounds, seconds } = options;
	const entrants = shops.flatMap(({ size, gateways, read }) => {
		const draw = queriesOf(size)[query];
		const known = Array.from({ length: warmInputs }, draw);
		return [
			{ gateway: gateways.cold, makeBody: draw },
			{ gateway: gateways.warm, makeBody: () => oneOf(known) },
		].map(({ gateway, makeBody }) => ({
			name: gateway.name,
			turns: [] as Turn[],
			turn: (length: number) => takeTurn(gateway, makeBody, connections, length, read),
		}));
	});
	for (const { turn } of entrants) await turn(warmUpSeconds);
	for (let round = 0; round < rounds; round++)
		for (const { turn, turns } of round % 2 ? entrants.toReversed() : entrants)
			turns.push(await turn(seconds));
	const results = entrants.map(({ name, turns }) => resultOf(name, turns));
	console.log(`\n${query}`);
	for (const line of [...table(results), ...standings(query, results)]) console.log(`  ${line}`);
}

await runWithOptions(readOptions, help, run);
