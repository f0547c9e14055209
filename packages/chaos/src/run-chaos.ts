import { CustomersMailbox } from './audit/customers-mailbox.ts';
import { gather } from './audit/gather.ts';
import { readDownloads } from './audit/read-redis.ts';
import { audit, type ReportLine } from './audit/report.ts';
import { Ending } from './ending.ts';
import { FaultShop } from './fault-shop.ts';
import { FaultLog } from './faults/fault-log.ts';
import { type FaultOptions, Faults } from './faults/faults.ts';
import { Random } from './random.ts';
import { settle } from './settle.ts';
import type { Journal } from './shoppers/journal.ts';
import { letWatchersSee } from './shoppers/let-watchers-see.ts';
import { makeCoupon } from './shoppers/make-coupon.ts';
import { openMall, shopAll } from './shoppers/mall.ts';
import { scarceCoupon } from './shoppers/plan.ts';

export interface ChaosOptions {
	/** What the plan of the run is drawn from: the same seed, the same plan. */
	seed: number;
	orders: number;
	clients: number;
	faults: FaultOptions;
	/** How long the faults may last, and how long the rest may take from then on, in milliseconds. */
	patienceMs: number;
	settleMs: number;
	/** Called with what goes on. */
	tell: (line: string) => void;
	/** Leaves the data folder, with the logs, where it is. */
	keep?: boolean;
}

const tellEveryMs = 15_000;

/** Opens a shop, lets shoppers and faults loose on it, and holds what came of it against the promise. */
export async function runChaos(options: ChaosOptions): Promise<ReportLine[]> {
	const { seed, orders, tell } = options;
	const random = new Random(seed);
	const began = Date.now();
	const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
	await using shop = await FaultShop.open({ replicas: 2, random: random.fork(), ...options });
	await makeCoupon(shop.redis, scarceCoupon);
	const downloadsBefore = await readDownloads(shop.redis);
	using mailbox = new CustomersMailbox(shop.mailUrl);
	if (options.keep) tell(`data and logs are kept in ${shop.folder.path}`);
	tell(`seed ${seed}: ${shop.victims.length} processes are up after ${seconds()}; ${orders} orders begin`);

	const log = new FaultLog();
	using ending = new Ending(options.patienceMs);
	const mall = openMall(shop, ending.signal);
	const shopping = shopAll(mall, options, Object.keys(downloadsBefore).sort(), random.fork());
	const progress = setInterval(() => tell(`${seconds()}: ${standing(mall.journal, log)}`), tellEveryMs);
	ending.signal.addEventListener('abort', () => clearInterval(progress));
	const faults = new Faults(shop, random.fork(), log, options.faults);
	await (Number.isFinite(options.faults.kills) ? faults.killed : shopping);
	await faults.stop();
	await shop.ready();
	const quietSince = Date.now();
	const { messages, lost } = shop.redisProxy;
	clearInterval(progress);
	tell(`faults are over after ${seconds()}: ${describe(log)}, ${lost} of ${messages} Pub/Sub messages lost`);
	ending.within(options.settleMs);
	await shopping;
	const deadLettersReplayed = await settle(shop, () => mall.background.isDone, ending.signal);
	await letWatchersSee(mall.journal, shop);
	tell(`all is at rest after ${seconds()}`);
	const notes = { journal: mall.journal, log, mailbox, downloadsBefore, deadLettersReplayed, quietSince };
	const world = await gather(shop, notes, random.fork());
	for (const { watch } of mall.journal.asked) watch?.stop();
	return audit(world);
}

function standing({ asked }: Journal, log: FaultLog): string {
	const placed = asked.filter(({ orderIds }) => orderIds.size > 0).length;
	return `${placed} orders acknowledged, ${log.count('kill')} kills`;
}

function describe(log: FaultLog): string {
	const kinds = ['kill', 'stall', 'redis cut', 'smtp', 'outage', 'repeat'] as const;
	const names = [
		'kills',
		'stalls',
		'cut connections',
		'SMTP failures',
		'outages of the bank',
		'repeated events',
	];
	return kinds.map((kind, index) => `${log.count(kind)} ${names[index]}`).join(', ');
}
