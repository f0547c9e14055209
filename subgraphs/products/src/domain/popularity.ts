/** So many levels there are at most: as many as 50 million purchases reach. */
const levels = 1_024;
/** From one doubling of the purchases to the next; up to some 50 purchases, each makes a difference. */
const levelsPerDoubling = 40;
/** Servers keep scores in single precision. */
const step = 2 ** -23;

/**
 * What the score of a product is multiplied by: from 0.9998 for what nobody bought to 1. It decides among those that
 * suit a search equally well, and among no others.
 */
export function popularity(downloads: number): number {
	const level = Math.min(levels, Math.round(levelsPerDoubling * Math.log2(1 + downloads)));
	return 1 - (levels - level) * step;
}
