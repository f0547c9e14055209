import { type Clause, holdEach } from './clause.ts';
import type { Request } from './world.ts';

/** How long after the resting state, in a shop that is whole, a subscriber may have to wait for it. */
const patienceMs = 10_000;

/** Whoever watched an order saw where it rests within seconds, and never saw it go backwards. */
export const subscribers: Clause = {
	title: 'subscribers saw the resting state within seconds, and nothing going backwards',
	check({ requests, orders, quietSince }) {
		const orderOf = new Map(orders.map((order) => [order.id, order]));
		const delays: number[] = [];
		const watched = requests.filter(({ orderIds }) => orderIds.length > 0);
		const held = holdEach(watched, (request) => {
			const order = orderOf.get(request.orderIds[0]!);
			if (!order) return undefined;
			const faults = goesBack(request) ? [`${order.number}: was seen going backwards`] : [];
			const restedAt = order.timeline.at(-1)?.at ?? 0;
			const steps = order.timeline.length;
			const seen = request.sightings
				.flat()
				.filter((sighting) => sighting.status === order.status && sighting.steps === steps);
			const first = Math.min(...seen.map(({ at }) => at));
			if (seen.length === 0) return [...faults, `${order.number}: nobody saw it ${order.status}`];
			delays.push(Math.max(0, first - restedAt));
			const late = first - Math.max(restedAt, quietSince);
			return late > patienceMs
				? [...faults, `${order.number}: ${order.status} was seen ${Math.round(late / 1000)} s late`]
				: faults;
		});
		return { ...held, note: figures(delays) };
	},
};

function goesBack({ sightings }: Request): boolean {
	return sightings.some((seen) => seen.some(({ steps }, index) => steps <= (seen[index - 1]?.steps ?? 0)));
}

function figures(delays: number[]): string {
	const sorted = [...delays].sort((a, b) => a - b);
	const share = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
	return `faults included, half within ${share(0.5)} ms, 99 of 100 within ${share(0.99)} ms`;
}
