/** Points (x rising) of a curve. */
export type Points = readonly (readonly [x: number, y: number])[];

/** A smooth curve through the points (Catmull-Rom over uneven steps), sampled over 0..1 of their x. */
export function profile(points: Points, samples = 2048): (x: number) => number {
	const table = Float32Array.from({ length: samples + 1 }, (_, i) => at(points, i / samples));
	return (x) => {
		const place = Math.min(1, Math.max(0, x)) * samples;
		const low = Math.min(samples - 1, Math.floor(place));
		return table[low]! + (table[low + 1]! - table[low]!) * (place - low);
	};
}

function at(points: Points, x: number): number {
	let i = 0;
	while (i < points.length - 2 && x > points[i + 1]![0]) i++;
	const before = points[Math.max(0, i - 1)]!;
	const from = points[i]!;
	const to = points[i + 1]!;
	const after = points[Math.min(points.length - 1, i + 2)]!;
	const step = to[0] - from[0];
	const f = (x - from[0]) / step;
	const leave = ((to[1] - before[1]) / (to[0] - before[0] || 1)) * step;
	const arrive = ((after[1] - from[1]) / (after[0] - from[0] || 1)) * step;
	const f2 = f * f;
	const f3 = f2 * f;
	return (
		(2 * f3 - 3 * f2 + 1) * from[1] +
		(f3 - 2 * f2 + f) * leave +
		(-2 * f3 + 3 * f2) * to[1] +
		(f3 - f2) * arrive
	);
}
