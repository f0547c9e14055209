import type { Redis } from '@infinite-blob/redis/connect';
import { percentile } from '../../percentile.ts';
import { placeAtRate } from '../arrivals.ts';
import { type BenchShop, calm, Meter, openBenchShop } from '../bench-shop.ts';
import { countOrders } from '../order-counts.ts';
import { writeHistory } from './write-history.ts';

const rounds = 3;

interface Measured {
	bench: BenchShop;
	stored: number;
	times: number[];
	problems: string[];
	cpuMs: number;
	redisCpuMs: number;
}

/** Two shops, one with a long history and one with a short one, take turns: what does an order cost in each? */
export async function compareHistories(
	sizes: readonly number[],
	rate: number,
	seconds: number,
): Promise<void> {
	await using shops = new AsyncDisposableStack();
	const measured: Measured[] = [];
	for (const size of sizes) {
		const bench = shops.use(await openBenchShop());
		await writeHistory(bench, size);
		await calm(bench.shop);
		const stored = (await countOrders(bench.documents)).COMPLETED;
		measured.push({ bench, stored, times: [], problems: [], cpuMs: 0, redisCpuMs: 0 });
	}
	for (let round = 0; round < rounds; round++) {
		for (const one of measured) await measure(one, rate, seconds);
	}
	console.log(
		`\nThe cost of an order by what is stored, ${rounds} rounds of ${seconds} s at ${rate} a second, in turns`,
	);
	row('orders stored at first', measured, ({ stored }) => String(stored));
	row('orders measured', measured, ({ times }) => String(times.length));
	row('p50', measured, ({ times }) => `${percentile(times, 0.5).toFixed(1)} ms`);
	row('p99', measured, ({ times }) => `${percentile(times, 0.99).toFixed(1)} ms`);
	row('CPU, all processes', measured, ({ cpuMs, times }) => `${(cpuMs / times.length).toFixed(1)} ms`);
	row('CPU, Redis', measured, ({ redisCpuMs, times }) => `${(redisCpuMs / times.length).toFixed(1)} ms`);
	const memory = await Promise.all(measured.map(({ bench }) => memoryMb(bench.redis)));
	row('Redis memory', measured, (one) => `${memory[measured.indexOf(one)]!.toFixed(0)} MB`);
	row('failed', measured, ({ problems }) => String(problems.length));
}

async function measure(one: Measured, rate: number, seconds: number): Promise<void> {
	const { shop, crowd } = one.bench;
	const meter = new Meter(shop);
	const { times, problems } = await placeAtRate(crowd, rate, seconds);
	for (const { name, cpuMs } of meter.perOrder(1)) {
		if (name !== 'load generator') one.cpuMs += cpuMs;
		if (name === 'redis-embedded') one.redisCpuMs += cpuMs;
	}
	one.times.push(...times);
	one.problems.push(...problems);
	await calm(shop);
}

async function memoryMb(redis: Redis): Promise<number> {
	return Number(/used_memory_rss:(\d+)/.exec(await redis.info('memory'))?.[1]) / 2 ** 20;
}

function row(title: string, measured: readonly Measured[], show: (one: Measured) => string): void {
	console.log(`  ${title.padEnd(24)}${measured.map((one) => show(one).padStart(12)).join('')}`);
}
