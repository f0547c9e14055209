import { type Rgb, smoothstep } from './colour.ts';
import { along, unit, type Vector } from './vector.ts';

/** What light meets on a solid. `gloss` 0 is chalk, 1 wet glaze; `metal` mirrors in its own colour. */
export interface Surface {
	colour: Rgb;
	gloss: number;
	metal?: boolean;
	/** Extra light from the shape's rim, in its colour: satin and pearl. */
	sheen?: Rgb;
}

/** A thing to photograph, as a signed distance field standing around the origin on y = 0. */
export interface Solid {
	distance(x: number, y: number, z: number): number;
	/** A plainer distance, true from afar too, for the shadow the solid throws. */
	outline?(x: number, y: number, z: number): number;
	/** Fine height of the surface, seen by its shading alone. */
	relief?(x: number, y: number, z: number): number;
	surface(at: Vector, normal: Vector, toEye: Vector): Surface;
	/** A box that holds the solid: half width (and depth), bottom and top. */
	box: { half: number; bottom: number; top: number };
}

function crossing(from: Vector, direction: Vector, { half, bottom, top }: Solid['box'], margin: number) {
	let near = 0;
	let far = 40;
	const low: Vector = [-half - margin, bottom - margin, -half - margin];
	const high: Vector = [half + margin, top + margin, half + margin];
	for (let axis = 0; axis < 3; axis++) {
		const inverse = 1 / (direction[axis]! || 1e-9);
		const a = (low[axis]! - from[axis]!) * inverse;
		const b = (high[axis]! - from[axis]!) * inverse;
		near = Math.max(near, Math.min(a, b));
		far = Math.min(far, Math.max(a, b));
	}
	return near < far ? { near, far } : undefined;
}

/** Where a ray meets the solid, in units along it. */
export function hit(solid: Solid, from: Vector, direction: Vector): number | undefined {
	const range = crossing(from, direction, solid.box, 0);
	if (!range) return undefined;
	let t = range.near;
	let d = 1;
	for (let step = 0; step < 140 && t < range.far; step++) {
		d = solid.distance(from[0] + direction[0] * t, from[1] + direction[1] * t, from[2] + direction[2] * t);
		if (d < 0.0006) return t;
		t += d * 0.75;
	}
	// Rays that graze an edge creep; close by is as good as there.
	return t < range.far && d < 0.004 ? t : undefined;
}

/** The way the surface faces. */
export function normalAt(solid: Solid, [x, y, z]: Vector): Vector {
	const e = 0.0015;
	const height = (a: number, b: number, c: number) =>
		solid.distance(a, b, c) - (solid.relief ? solid.relief(a, b, c) : 0);
	const a = height(x + e, y - e, z - e);
	const b = height(x - e, y - e, z + e);
	const c = height(x - e, y + e, z - e);
	const d = height(x + e, y + e, z + e);
	return unit([a - b - c + d, -a - b + c + d, -a + b - c + d]);
}

/** How much of a large lamp a point sees, 0 to 1: the nearest miss on the way decides the penumbra. */
export function lit(solid: Solid, from: Vector, towards: Vector, hardness: number): number {
	const range = crossing(from, towards, solid.box, 0.6);
	if (!range) return 1;
	const outline = solid.outline ?? solid.distance;
	let seen = 1;
	let t = Math.max(0.02, range.near);
	for (let step = 0; step < 48 && t < range.far; step++) {
		const d = outline(from[0] + towards[0] * t, from[1] + towards[1] * t, from[2] + towards[2] * t);
		seen = Math.min(seen, (hardness * d) / t);
		if (seen < -1) break;
		t += Math.min(0.2, Math.max(0.02, Math.abs(d) * 0.8));
	}
	return smoothstep(-1, 1, seen);
}

/** How much of the sky a point sees, 0 to 1. */
export function openness(solid: Solid, at: Vector, normal: Vector): number {
	let hidden = 0;
	for (let step = 1; step <= 5; step++) {
		const reach = 0.035 * step * step * 0.6;
		const p = along(at, normal, reach);
		hidden += Math.max(0, reach - solid.distance(p[0], p[1], p[2])) / reach / (1.4 + step * 0.55);
	}
	return Math.exp(-hidden * 0.72);
}
