import type { Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { changedChannel } from './catalogue/changed-channel.ts';
import { generationsKey } from './keys.ts';

/** Which generations of keys there are. */
export interface Generations {
	/** The one that answers requests. */
	current: number;
	/** The one that a rebuild fills, to which events go as well. */
	building: number | null;
	/** Those that nobody uses any more and that are still to be deleted; 0 are the keys from before generations. */
	leaving: number[];
}

const first: Generations = { current: 1, building: null, leaving: [0] };

/** The generations as they are. */
export async function readGenerations(redis: Redis): Promise<Generations> {
	const text = await redis.get(generationsKey);
	return text === null ? first : (JSON.parse(text) as Generations);
}

/** Makes the first generation where there is none. @returns whether nothing had been learned before */
export async function prepareGenerations(redis: Redis): Promise<boolean> {
	return (await redis.set(generationsKey, JSON.stringify(first), 'NX')) === 'OK';
}

/** Changes which generations there are, one step at a time, and tells all replicas. @returns how they are then */
export function changeGenerations(
	transactions: Transactions,
	change: (generations: Generations) => Generations,
): Promise<Generations> {
	return transactions.run([generationsKey], async (redis) => {
		const result = change(await readGenerations(redis));
		return {
			result,
			write: (multi) => multi.set(generationsKey, JSON.stringify(result)).publish(changedChannel, ''),
		};
	});
}

/** A new generation is filled from now on; one that was being filled before is given up. */
export function withNewGeneration({ current, building, leaving }: Generations): Generations {
	const abandoned = building === null ? [] : [building];
	const highest = Math.max(current, ...abandoned, ...leaving);
	return { current, building: highest + 1, leaving: [...leaving, ...abandoned] };
}

/** The generation that was filled answers from now on. @throws Superseded when it is not the one being filled */
export function withSwitch({ current, building, leaving }: Generations, generation: number): Generations {
	if (building !== generation) throw new Superseded(generation);
	return { current: building, building: null, leaving: [...leaving, current] };
}

/** The generation that was being filled is given up. */
export function withoutNewGeneration(generations: Generations, generation: number): Generations {
	if (generations.building !== generation) return generations;
	return { ...generations, building: null, leaving: [...generations.leaving, generation] };
}

/** Another rebuild began meanwhile. */
export class Superseded extends Error {
	override name = 'Superseded';
	constructor(generation: number) {
		super(`Another rebuild has begun: generation ${generation} is given up.`);
	}
}
