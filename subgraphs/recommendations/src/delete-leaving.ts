import type { Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { dropSearchIndex } from './earlier-versions.ts';
import { changeGenerations, readGenerations } from './generations.ts';
import { generationsKey, rebuildKey } from './keys.ts';

const pageSize = 500;

/**
 * Deletes the keys of the generations that nobody uses any more, little by little, so that nobody waits for it.
 *
 * @param onDeleted told how many keys each step deleted
 */
export async function deleteLeaving(
	redis: Redis,
	transactions: Transactions,
	onDeleted: (count: number) => void = () => {},
): Promise<void> {
	const { leaving } = await readGenerations(redis);
	if (leaving.length === 0) return;
	for (const generation of leaving) await dropSearchIndex(redis, generation);
	for (let cursor = '0'; ; ) {
		const [next, keys] = await redis.scan(cursor, 'MATCH', 'recommendations:*', 'COUNT', pageSize);
		const old = keys.filter((key) => leaving.includes(generationOf(key)));
		if (old.length > 0) onDeleted(await redis.unlink(old));
		if (next === '0') break;
		cursor = next;
	}
	await changeGenerations(transactions, (generations) => ({
		...generations,
		leaving: generations.leaving.filter((generation) => !leaving.includes(generation)),
	}));
}

/** The generation of a key: 0 for one from before there were any, NaN for what belongs to none. */
function generationOf(key: string): number {
	if (key === generationsKey || key === rebuildKey) return Number.NaN;
	return Number(/^recommendations:(\d+):/.exec(key)?.[1] ?? 0);
}
