/** A point or direction in the studio: x to the right, y up, z towards the viewer. */
export type Vector = readonly [number, number, number];

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const along = (from: Vector, direction: Vector, t: number): Vector => [
	from[0] + direction[0] * t,
	from[1] + direction[1] * t,
	from[2] + direction[2] * t,
];
export const cross = (a: Vector, b: Vector): Vector => [
	a[1] * b[2] - a[2] * b[1],
	a[2] * b[0] - a[0] * b[2],
	a[0] * b[1] - a[1] * b[0],
];
export function unit(v: Vector): Vector {
	const length = Math.hypot(v[0], v[1], v[2]) || 1;
	return [v[0] / length, v[1] / length, v[2] / length];
}
/** Smooth maximum and minimum of two distances; the seam is rounded over about `k`. */
export function smoothMax(a: number, b: number, k: number): number {
	const h = Math.max(0, k - Math.abs(a - b)) / k;
	return Math.max(a, b) + h * h * k * 0.25;
}
export const smoothMin = (a: number, b: number, k: number): number => -smoothMax(-a, -b, k);
