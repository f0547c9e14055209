import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Crowd } from './crowd.ts';

/** What became of the orders of one run. */
export interface Outcome {
	/** Milliseconds from the moment at which an order was meant to be placed to COMPLETED at its subscriber. */
	times: number[];
	/** Milliseconds from that moment to the answer to `placeOrder`. */
	answers: number[];
	/** The orders of these times, in their order. */
	ids: string[];
	/** What went wrong with the others. */
	problems: string[];
}

// A shopper fills the cart before the moment of placing, so that only placing is measured.
const fillingMs = 500;

/**
 * Places orders at random moments, so many a second on average, whether the shop keeps up or not: an order that has
 * to wait for its turn has waited since the moment it was meant for.
 *
 * @param patienceMs how long the last orders may take before they count as lost
 */
export async function placeAtRate(
	crowd: Crowd,
	rate: number,
	seconds: number,
	patienceMs = 30_000,
): Promise<Outcome> {
	const outcome: Outcome = { times: [], answers: [], ids: [], problems: [] };
	const began = performance.now() + fillingMs;
	const moments = poisson(rate, seconds).map((ms) => began + ms);
	const lost = new AbortController();
	setMaxListeners(0, lost.signal);
	const running = moments.map((moment) => placeAt(crowd, moment, lost.signal, outcome));
	const timer = setTimeout(() => lost.abort(), seconds * 1000 + patienceMs);
	await Promise.all(running);
	clearTimeout(timer);
	return outcome;
}

async function placeAt(crowd: Crowd, moment: number, lost: AbortSignal, outcome: Outcome): Promise<void> {
	await until(moment - fillingMs);
	try {
		const shopper = await crowd.take();
		await shopper.fillCart();
		await until(moment);
		const id = await shopper.placeOrder();
		const answered = performance.now();
		await shopper.completed(id, lost);
		outcome.ids.push(id);
		outcome.answers.push(answered - moment);
		outcome.times.push(performance.now() - moment);
		crowd.giveBack(shopper);
	} catch (error) {
		outcome.problems.push((error as Error).message);
	}
}

/** Moments of independent arrivals, in milliseconds from the start. */
function poisson(rate: number, seconds: number): number[] {
	const moments: number[] = [];
	for (let at = 0; ; ) {
		at += (-Math.log(1 - Math.random()) / rate) * 1000;
		if (at >= seconds * 1000) return moments;
		moments.push(at);
	}
}

async function until(moment: number): Promise<void> {
	const left = moment - performance.now();
	if (left > 0) await sleep(left);
}
