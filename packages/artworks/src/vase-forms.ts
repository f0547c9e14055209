import { profile } from './profile.ts';
import { between, type Random } from './random.ts';
import { silhouette } from './silhouette.ts';
import { FORMS, type FormName } from './vase-outlines.ts';
import { smoothMax, smoothMin } from './vector.ts';

/** What the potter does to the thrown shape. */
export type Carving = 'flutes' | 'twist';

/** A vase as thrown: distances to its wall, and what glazes need to know of it. */
export interface Form {
	height: number;
	widest: number;
	distance(x: number, y: number, z: number): number;
	/** The solid it fills, before carving. */
	outline(x: number, y: number, z: number): number;
	/** True on the inside of the neck. */
	inside(x: number, y: number, z: number): boolean;
}

const WALL = 0.034;
const BOTTOM = 0.08;

export function throwForm(name: FormName, carving: Carving | undefined, random: Random): Form {
	const { height: tall, outline } = FORMS[name];
	const height = tall * between(random, 0.95, 1.05);
	const girth = height * between(random, 0.94, 1.06);
	const radius = profile(outline.map(([t, r]) => [t, r * girth * between(random, 0.97, 1.03)] as const));
	const ribs = Math.round(between(random, 16, 26));
	const carve = (y: number, x: number, z: number): number => {
		if (!carving) return 0;
		const t = y / height;
		const fade = Math.min(1, Math.max(0, t * 9)) * Math.min(1, Math.max(0, (0.93 - t) * 9));
		const turn = carving === 'twist' ? t * 1.9 : 0;
		return (Math.abs(Math.cos(((Math.atan2(z, x) + turn) * ribs) / 2)) - 0.55) * 0.055 * radius(t) * fade;
	};
	const handles = name === 'amphora' ? handle(height, girth) : undefined;
	const filled = silhouette((y) => radius(y / height) - 0.006, height, 1);
	const widest = Math.max(...outline.map(([, r]) => r)) * girth * 1.06;

	const wall = (x: number, y: number, z: number, cut: number) => {
		const t = y / height;
		const slope = (radius(t + 0.004) - radius(t - 0.004)) / (0.008 * height);
		const lean = 1 / Math.sqrt(1 + slope * slope);
		const reach = Math.hypot(x, z);
		let d = smoothMax(smoothMax((reach - radius(t) - cut) * lean, y - height, 0.02), -y, 0.03);
		if (handles) d = smoothMin(d, handles(Math.abs(x), y, z), 0.04);
		const hollow = smoothMax((reach - radius(t) + WALL) * lean, BOTTOM - y, 0.02);
		return smoothMax(d, -hollow, 0.022);
	};

	return {
		height,
		widest: handles ? Math.max(widest, 0.4 * girth) : widest,
		distance: (x, y, z) => wall(x, y, z, carve(y, x, z)),
		outline(x, y, z) {
			const d = filled(Math.hypot(x, z), y);
			return handles ? smoothMin(d, handles(Math.abs(x), y, z), 0.04) : d;
		},
		inside: (x, y, z) => Math.hypot(x, z) < radius(y / height) - WALL * 0.55,
	};
}

/** Two ears from neck to shoulder: a tube along an arc. */
function handle(height: number, girth: number): (x: number, y: number, z: number) => number {
	const arc = Array.from({ length: 13 }, (_, i) => {
		const t = i / 12;
		const bulge = Math.sin(t * Math.PI) ** 0.75;
		return [
			girth * (0.1 + 0.16 * t ** 1.4 + 0.15 * bulge),
			height * (0.9 - 0.26 * t + 0.055 * bulge),
		] as const;
	});
	return (x, y, z) => {
		let nearest = 9;
		for (let i = 0; i < arc.length - 1; i++) {
			const [ax, ay] = arc[i]!;
			const [bx, by] = arc[i + 1]!;
			const dx = bx - ax;
			const dy = by - ay;
			const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
			nearest = Math.min(nearest, Math.hypot(x - ax - dx * t, y - ay - dy * t, z * 0.8));
		}
		return nearest - 0.034;
	};
}
