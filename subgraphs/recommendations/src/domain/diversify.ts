/** How much it counts that every part is served, beside what is best for all parts together. */
export const diversity = 0.6;

/**
 * Chooses from what is recommended for each part of a cart, so that every part gets something: xQuAD (Santos, Macdonald
 * and Ounis 2010) with the parts as aspects, each of which weighs as much as all together. What is good for a part
 * counts the less, the better that part is served by what was chosen before.
 *
 * @param relevance what each candidate is worth for all parts together; the best one has 1
 * @param parts what each candidate is worth for each part; the best one has 1
 * @returns the places of those that are chosen, best first; of equals the first
 */
export function diversified(
	relevance: readonly number[],
	parts: readonly (readonly number[])[],
	count: number,
): number[] {
	const unserved = parts.map(() => 1);
	const left = new Set(relevance.keys());
	const chosen: number[] = [];
	while (chosen.length < count && left.size > 0) {
		let best = -1;
		let most = Number.NEGATIVE_INFINITY;
		for (const place of left) {
			let fresh = 0;
			for (let part = 0; part < parts.length; part++) fresh += unserved[part]! * parts[part]![place]!;
			const worth = (1 - diversity) * relevance[place]! + diversity * fresh;
			if (worth > most) [best, most] = [place, worth];
		}
		chosen.push(best);
		left.delete(best);
		for (const [part, worths] of parts.entries()) unserved[part]! *= 1 - worths[best]!;
	}
	return chosen;
}
