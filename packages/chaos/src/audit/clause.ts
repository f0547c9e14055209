import type { World } from './world.ts';

/** What a clause of the promise came to. */
export interface Finding {
	/** How many things were held against it. */
	checked: number;
	/** What does not hold, a line each. */
	violations: string[];
	/** Figures worth telling. */
	note?: string;
}

/** One clause of the promise: a pure look at the world after a run. */
export interface Clause {
	/** As the report calls it. */
	title: string;
	check(world: World): Finding;
}

/** Holds each thing against a rule that tells what is wrong with it, or nothing. */
export function holdEach<T>(
	things: readonly T[],
	faultOf: (thing: T) => string | undefined | string[],
): Finding {
	const violations = things.flatMap((thing) => faultOf(thing) ?? []);
	return { checked: things.length, violations };
}

/** Groups things by a key. */
export function by<T>(things: readonly T[], key: (thing: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const thing of things) groups.set(key(thing), [...(groups.get(key(thing)) ?? []), thing]);
	return groups;
}
