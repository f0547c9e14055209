import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Random choices that come again with the same seed. */
export class Random {
	readonly #generator;

	/** Each number of parts gives a sequence of its own. */
	constructor(...parts: number[]) {
		this.#generator = xoroshiro128plus(parts.reduce(mixed, 0x9e3779b9));
	}

	/** From 0 to below 1. */
	share(): number {
		return uniformFloat64(this.#generator);
	}

	/** A whole number from 0 to below the limit. */
	below(limit: number): number {
		return uniformInt(this.#generator, 0, limit - 1);
	}

	chance(probability: number): boolean {
		return this.share() < probability;
	}

	/** One entry of a list that is not empty. */
	pick<T>(list: readonly T[]): T {
		return list[this.below(list.length)] as T;
	}

	/** Some entries of a list, each at most once. */
	some<T>(list: readonly T[], count: number): T[] {
		const rest = [...list];
		return Array.from({ length: Math.min(count, rest.length) }, () => {
			const [taken] = rest.splice(this.below(rest.length), 1);
			return taken as T;
		});
	}

	/** Around 0, with a standard deviation of 1 (Box and Muller). */
	normal(): number {
		return Math.sqrt(-2 * Math.log(1 - this.share())) * Math.cos(2 * Math.PI * this.share());
	}
}

/** The finaliser of MurmurHash3. */
function mixed(hash: number, part: number): number {
	let next = hash ^ Math.imul(part, 0x85ebca6b);
	next = Math.imul(next ^ (next >>> 16), 0x85ebca6b);
	next = Math.imul(next ^ (next >>> 13), 0xc2b2ae35);
	return next ^ (next >>> 16);
}
