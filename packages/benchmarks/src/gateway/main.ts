// `npm run bench:gateway`: what the gateway costs beside others, on the subgraphs of a shop started as `npm start` starts
// it, everything on this machine, load included.
import { availableParallelism, loadavg } from 'node:os';
import { runWithOptions } from '@infinite-blob/config/run-with-options';
import { ApiConsumer } from '@infinite-blob/e2e/api-consumer';
import { startShop } from '@infinite-blob/e2e/start-shop';
import { calm } from '../orders/bench-shop.ts';
import { checkAgreement, inTurns, record, report } from './compare.ts';
import { type Contestant, Contestants } from './contestants.ts';
import { installHive } from './hive.ts';
import { help, type Options, readOptions } from './options.ts';
import { catalogueQuery, queriesOf } from './queries.ts';
import { resultOf, table } from './result.ts';
import { measureSubscriptions } from './subscriptions/measure.ts';
import { takeTurn } from './turn.ts';

async function run(options: Options): Promise<void> {
	const load = loadavg()[0]!.toFixed(1);
	console.log(`${availableParallelism()} cores, load average ${load} before, Node ${process.version}`);
	const hive = options.parts.includes('queries') && options.withHive ? await installHive() : undefined;
	await using shop = await startShop();
	const contestants = new Contestants(shop);
	const { data } = await new ApiConsumer(shop.gatewayUrl).ask(catalogueQuery);
	const catalogue = {
		handles: data.products.nodes.map(({ handle }: { handle: string }) => handle),
		tags: data.facets.tagFacets.map(({ tag }: { tag: string }) => tag),
	};
	await calm(shop);
	if (options.parts.includes('queries')) await queries(contestants, hive, queriesOf(catalogue), options);
	if (options.parts.includes('growth')) await growth(contestants, queriesOf(catalogue), options);
	if (options.parts.includes('subscriptions')) await measureSubscriptions(shop, options);
}

type Queries = ReturnType<typeof queriesOf>;

async function queries(
	contestants: Contestants,
	hive: string | undefined,
	all: Queries,
	options: Options,
): Promise<void> {
	const { connections, rounds, seconds } = options;
	console.log(`\n${connections} connections, ${rounds} rounds of ${seconds} s for each; inputs at random`);
	for (const [name, makeBody] of Object.entries(all)) {
		await using started = new AsyncDisposableStack();
		const bare = started.use(await contestants.bare());
		const running: Contestant[] = [
			started.use(await contestants.stock()),
			...(hive ? [started.use(await contestants.hive(hive))] : []),
			bare,
			started.use(await contestants.full('full', { ENTITY_CACHE: '0' })),
			started.use(await contestants.full('full, warm cache')),
		];
		await checkAgreement(running, makeBody);
		running.push(started.use(await contestants.limit(await record(bare, makeBody))));
		report(name, await inTurns(running, makeBody, options));
	}
}

const grown = [1, 50, 500];

async function growth(contestants: Contestants, all: Queries, { seconds, rounds }: Options): Promise<void> {
	await using started = new AsyncDisposableStack();
	const running = [
		started.use(await contestants.bare()),
		started.use(await contestants.full('full', { ENTITY_CACHE: '0' })),
		started.use(await contestants.full('full, warm cache')),
	];
	const makeBody = all['product page'];
	console.log(`\nThe product page over ${grown.join(', ')} connections`);
	for (const contestant of running) {
		await takeTurn(contestant, makeBody, 50, seconds);
		const results = [];
		for (const connections of grown) {
			const turns = [];
			for (let round = 0; round < Math.min(rounds, 2); round++)
				turns.push(await takeTurn(contestant, makeBody, connections, seconds));
			results.push(resultOf(`${contestant.name}, ${connections}`, turns));
		}
		for (const line of table(results)) console.log(`  ${line}`);
	}
}

await runWithOptions(readOptions, help, run);
