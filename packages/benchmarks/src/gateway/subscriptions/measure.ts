import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiConsumer } from '@infinite-blob/e2e/api-consumer';
import type { RunningShop } from '@infinite-blob/e2e/start-shop';
import { percentile } from '../../percentile.ts';
import { readProcess } from '../../process-reading.ts';
import { Contestants, secretsOf } from '../contestants.ts';
import type { Options } from '../options.ts';

const seconds = 10;
const settleMs = 5_000;
const warmUp = 200;

/** Prints what subscribers of one gateway cost, and how long events take to reach them. */
export async function measureSubscriptions(shop: RunningShop, options: Options): Promise<void> {
	const { SERVICE_SECRET, SESSION_SECRET } = secretsOf(shop);
	const { data } = await new ApiConsumer(shop.gatewayUrl).ask('{ products(first: 50) { nodes { id } } }');
	const productIds: string[] = data.products.nodes.map(({ id }: { id: string }) => id);
	await using orders = new Child('orders-stand-in.ts', [SERVICE_SECRET, ...productIds]);
	const { port } = await orders.hears<{ port: number }>();
	const settings = { ORDERS_URL: `http://127.0.0.1:${port}` };
	await using gateway = await new Contestants(shop).full('full', settings);
	const address = `${gateway.url.replace('http', 'ws')}/graphql`;

	// What is loaded and compiled for the first of them is not theirs.
	await using first = new Child('subscribers.ts', [address, SESSION_SECRET, `${warmUp}`]);
	await first.hears();
	for (let i = 0; i < 2 * warmUp; i++) orders.tell(`order-${i % warmUp}`);
	await sleep(settleMs);
	await first[Symbol.asyncDispose]();
	await sleep(settleMs);
	const before = readProcess(gateway.pid);

	await using subscribers = new Child('subscribers.ts', [address, SESSION_SECRET, `${options.subscribers}`]);
	await subscribers.hears();
	await sleep(settleMs);
	const connected = readProcess(gateway.pid);

	const { subscribers: count, events } = options;
	const begun = performance.now();
	for (let sent = 0; sent < events * seconds; sent++) {
		orders.tell(`order-${Math.floor(Math.random() * count)}`);
		const behind = begun + (sent * 1_000) / events - performance.now();
		if (behind > 1) await sleep(behind);
	}
	await sleep(1_000);
	const after = readProcess(gateway.pid);
	subscribers.tell('tell');
	const { latencies } = await subscribers.hears<{ latencies: number[] }>();
	const kb = ((connected.residentMb - before.residentMb) * 1024) / count;
	const cpuMs = (after.cpuMs - connected.cpuMs) / latencies.length;
	console.log(`\n${count} subscribers on one gateway, ${events} order events a second for ${seconds} s`);
	console.log(`  ${latencies.length} of ${events * seconds} events arrived`);
	const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
	console.log(`  event → client: p50 ${p50} ms, p99 ${p99} ms ${p99 < 50 ? '✓' : '✗'} (goal 50)`);
	console.log(`  memory: ${kb.toFixed(1)} KB a subscriber ${kb < 25 ? '✓' : '✗'} (goal 25)`);
	console.log(`  gateway: ${cpuMs.toFixed(2)} ms CPU an event, ${after.residentMb.toFixed(0)} MB`);
}

/** A program of this folder in a process of its own, spoken to by messages. */
class Child implements AsyncDisposable {
	readonly #child: ChildProcess;

	constructor(file: string, args: string[]) {
		this.#child = fork(new URL(file, import.meta.url), args, {
			stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
		});
	}

	/** Its next message. @throws when it ends without one */
	async hears<T>(): Promise<T> {
		const ended = once(this.#child, 'exit').then(([code]) => {
			throw new Error(`a part of the benchmark ended with ${code}`);
		});
		const [message] = await Promise.race([once(this.#child, 'message'), ended]);
		ended.catch(() => {});
		return message as T;
	}

	tell(message: string): void {
		this.#child.send(message);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
		const ended = once(this.#child, 'exit');
		this.#child.kill('SIGKILL');
		await ended;
	}
}
