import { setTimeout as sleep } from 'node:timers/promises';
import { append } from '@infinite-blob/events/append';
import { parseEnvelope } from '@infinite-blob/events/envelope';
import { endOutage, startOutage } from '@infinite-blob/payment-provider/bank-outage';
import type { FaultShop } from '../fault-shop.ts';
import type { Random } from '../random.ts';
import { fullMailbox, greylistedMailbox } from '../shoppers/plan.ts';
import type { FaultLog } from './fault-log.ts';
import type { SmtpMood } from './smtp-proxy.ts';

export interface FaultOptions {
	/** How many processes are killed at most. */
	kills: number;
	/** Milliseconds between two kills. */
	killEveryMs: number;
	/** The share of Pub/Sub messages that are lost. */
	loss: number;
}

const moods: readonly (readonly [SmtpMood, number])[] = [
	['stalls', 3],
	['refuses', 3],
	['busy', 2],
	['cuts', 3],
];
const greylistedTries = 2;

/** Everything that goes wrong at once, until it is stopped. */
export class Faults {
	readonly #shop: FaultShop;
	readonly #random: Random;
	readonly #log: FaultLog;
	readonly #options: FaultOptions;
	readonly #stopping = new AbortController();
	readonly #running: Promise<void>[];
	readonly #triesByAddress = new Map<string, number>();
	/** Resolves when as many processes were killed as should be. */
	readonly killed: Promise<void>;

	constructor(shop: FaultShop, random: Random, log: FaultLog, options: FaultOptions) {
		this.#shop = shop;
		this.#random = random;
		this.#log = log;
		this.#options = options;
		shop.redisProxy.loss = options.loss;
		for (const proxy of shop.smtp) proxy.isBusyFor = (address) => this.#isBusyFor(address);
		this.killed = this.#kill();
		this.#running = [
			this.killed,
			this.#every([1_000, 4_000], () => this.#stall()),
			this.#every([1_000, 4_000], () => this.#cutRedis()),
			this.#every([1_000, 5_000], () => this.#troubleSmtp()),
			this.#every([4_000, 10_000], () => this.#troubleBank()),
			this.#every([300, 1_500], () => this.#repeatEvent()),
		];
	}

	/** Ends all faults; what was killed comes back by itself. */
	async stop(): Promise<void> {
		this.#stopping.abort();
		await Promise.all(this.#running);
		this.#shop.redisProxy.loss = 0;
		for (const proxy of this.#shop.smtp) {
			proxy.mood = 'works';
			proxy.isBusyFor = () => false;
		}
		await endOutage(this.#shop.redis);
	}

	async #kill(): Promise<void> {
		const { kills, killEveryMs } = this.#options;
		for (let killed = 0; killed < kills; ) {
			if (!(await this.#pause(killEveryMs))) return;
			// One that is down already, or just starting again, has its turn another time.
			for (let victim = this.#pickVictim(); ; victim = this.#pickVictim()) {
				if (this.#shop.signal(victim, 'SIGKILL') === undefined) continue;
				this.#log.note('kill', victim)();
				killed++;
				break;
			}
		}
	}

	async #stall(): Promise<void> {
		const victim = this.#pickVictim();
		const pid = this.#shop.signal(victim, 'SIGSTOP');
		if (pid === undefined) return;
		const over = this.#log.note('stall', victim);
		await this.#pause(this.#random.between(300, 3_000));
		// Unless it was killed in the meantime.
		this.#shop.signal(victim, 'SIGCONT', pid);
		over();
	}

	async #cutRedis(): Promise<void> {
		const owner = this.#shop.redisProxy.cutOne();
		if (owner !== undefined) this.#log.note('redis cut', owner)();
	}

	async #troubleSmtp(): Promise<void> {
		const mood = this.#random.weighted(moods);
		const over = this.#log.note('smtp', mood);
		for (const proxy of this.#shop.smtp) proxy.mood = mood;
		await this.#pause(this.#random.between(500, 3_000));
		for (const proxy of this.#shop.smtp) proxy.mood = 'works';
		over();
	}

	async #troubleBank(): Promise<void> {
		const trouble = this.#random.pick(['unavailable', 'timeout_before', 'timeout_after', 'slow'] as const);
		const over = this.#log.note('outage', trouble);
		const durationMs = this.#random.between(1_000, 4_000);
		// It must not outlast the suite, should that end in the middle.
		await startOutage(this.#shop.redis, { trouble, share: this.#random.pick([0.4, 1]) }, durationMs);
		await this.#pause(durationMs);
		over();
	}

	/** Appends an event once more, as a writer does that lost the answer. */
	async #repeatEvent(): Promise<void> {
		const entries = await this.#shop.redis.xrevrange('orders.events', '+', '-', 'COUNT', 100);
		const [, fields] = entries.length > 0 ? this.#random.pick(entries) : [];
		if (!fields) return;
		this.#log.note('repeat', 'orders.events')();
		await append(this.#shop.redis, 'orders.events', parseEnvelope(fields[1]!));
	}

	#pickVictim(): string {
		return this.#random.pick(this.#shop.victims);
	}

	#isBusyFor(address: string): boolean {
		if (address.endsWith(`@${fullMailbox}`)) return true;
		if (!address.endsWith(`@${greylistedMailbox}`)) return false;
		const tries = (this.#triesByAddress.get(address) ?? 0) + 1;
		this.#triesByAddress.set(address, tries);
		return tries <= greylistedTries;
	}

	async #every([least, most]: [least: number, most: number], fault: () => Promise<void>): Promise<void> {
		while (await this.#pause(this.#random.between(least, most))) await fault();
	}

	/** @returns whether there is still time for more */
	async #pause(ms: number): Promise<boolean> {
		const { signal } = this.#stopping;
		await sleep(ms, undefined, { signal }).catch(() => {});
		return !signal.aborted;
	}
}
