import type { Matcher } from './matcher.ts';

/** How near to each other parts of a query must stand. */
export interface Nearness {
	/** So many other words may lie among them. */
	readonly slop: number;
	readonly inOrder: boolean;
}

type Places = readonly number[];

const placesOf = (parts: readonly Matcher[], slot: number): Places[] =>
	parts.flatMap((part) => {
		const positions = part.positions?.(slot);
		return positions ? [positions] : [];
	});

/** Where any of them stands. */
export function merge(parts: readonly Matcher[], slot: number): Places {
	const places = placesOf(parts, slot);
	return places.length === 1 ? places[0]! : places.flat().sort((a, b) => a - b);
}

/**
 * How far apart the parts of a query stand: what scores fall by. By document, unless it is the same in each, since no two
 * of them stand anywhere.
 */
export function distances({ parts = [] }: Matcher): number | ((slot: number) => number) {
	if (typeof parts === 'function') return (slot) => distanceOf(parts(slot), slot);
	if (parts.filter(({ positions }) => positions).length < 2) return Math.max(1, parts.length - 1);
	return (slot) => distanceOf(parts, slot);
}

function distanceOf(parts: readonly Matcher[], slot: number): number {
	const places = placesOf(parts, slot);
	let sum = 0;
	for (let i = 1; i < places.length; i++) sum += gap(places[i - 1]!, places[i]!) ** 2;
	return sum > 0 ? Math.trunc(Math.sqrt(sum)) : Math.max(1, parts.length - 1);
}

/** The distance between the nearest two, found as RediSearch does: what has no places comes one before the first. */
function gap(a: Places, b: Places): number {
	if (a.length === 0 || b.length === 0) return a.length === b.length ? 0 : 1 + (a[0] ?? b[0]!);
	let least = Number.POSITIVE_INFINITY;
	for (let i = 0, j = 0; least > 1 && i < a.length && j < b.length; ) {
		least = Math.min(least, Math.abs(a[i]! - b[j]!));
		if (b[j]! > a[i]!) i++;
		else j++;
	}
	return least;
}

/** Whether a place of each part can be chosen so that they are near. */
export function isNear(parts: readonly Matcher[], slot: number, { slop, inOrder }: Nearness): boolean {
	const places = placesOf(parts, slot);
	if (places.length < 2) return places[0]?.length !== 0;
	return inOrder ? isInOrder(places, slop) : isTogether(places, slop);
}

function isInOrder([first, ...others]: readonly Places[], slop: number): boolean {
	const at = others.map(() => 0);
	return first!.some((start) => {
		let [last, span] = [start, 0];
		return others.every((places, i) => {
			while (places[at[i]!]! < last) at[i]!++;
			const place = places[at[i]!] ?? Number.POSITIVE_INFINITY;
			span += place - last - 1;
			last = place;
			return place !== Number.POSITIVE_INFINITY && span <= slop;
		});
	});
}

function isTogether(places: readonly Places[], slop: number): boolean {
	const at = places.map(() => 0);
	for (;;) {
		const now = places.map((each, i) => each[at[i]!] ?? Number.POSITIVE_INFINITY);
		const [least, most] = [Math.min(...now), Math.max(...now)];
		if (most === Number.POSITIVE_INFINITY) return false;
		if (least !== most && most - least - (places.length - 1) <= slop) return true;
		at[now.indexOf(least)]!++;
	}
}
