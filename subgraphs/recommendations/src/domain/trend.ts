export const halfLifeMs = 7 * 24 * 60 * 60 * 1000;
// Weights grow from here instead of old scores shrinking: the order is the same and nothing has to be rewritten.
const epoch = Date.UTC(2026, 0, 1);

/**
 * What a purchase at this moment counts in the ranking of what is bought of late: twice as much as one a week
 * earlier.
 *
 * @param at epoch milliseconds
 */
export function trendWeight(at: number): number {
	return 2 ** ((at - epoch) / halfLifeMs);
}
