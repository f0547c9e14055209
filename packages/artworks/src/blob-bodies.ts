import { between, type Random } from './random.ts';
import { smoothMin } from './vector.ts';

/** A shape to give a surface to. */
export interface Body {
	distance(x: number, y: number, z: number): number;
	box: { half: number; bottom: number; top: number };
	/** Which part a point belongs to, when it is of several. */
	part?(x: number, y: number, z: number): number;
}
type Shape = (random: Random) => Body;

/** Slow swells over a body: a few waves that cross, -1 to 1 or so. Smoother than noise, which shows its lattice. */
export function swell(random: Random, length: number): (x: number, y: number, z: number) => number {
	const waves = Array.from({ length: 5 }, () => {
		const turn = between(random, 0, Math.PI * 2);
		const rise = between(random, -1, 1);
		const flat = Math.sqrt(1 - rise * rise);
		const often = (Math.PI * 2) / (length * between(random, 0.8, 1.35));
		return [
			Math.cos(turn) * flat * often,
			rise * often,
			Math.sin(turn) * flat * often,
			between(random, 0, 6.3),
		] as const;
	});
	return (x, y, z) => {
		let sum = 0;
		for (const [a, b, c, phase] of waves) sum += Math.sin(a * x + b * y + c * z + phase);
		return sum / 3;
	};
}

const float: Shape = (random) => {
	const waves = swell(random, between(random, 1.3, 1.7));
	const far = between(random, 0.17, 0.22);
	return {
		distance: (x, y, z) => {
			const h = y - 1.02;
			const round = Math.hypot(x, h, z) - 0.7;
			return round > 0.5 ? round - 0.3 : (round - far * waves(x, h, z)) * 0.7;
		},
		box: { half: 1.02, bottom: 0.02, top: 2.04 },
	};
};

const cluster: Shape = (random) => {
	const balls = Array.from({ length: 9 }, (_, i) => {
		const angle = i * 2.399 + between(random, -0.3, 0.3);
		const out = i === 0 ? 0 : between(random, 0.38, 0.66);
		const r = i === 0 ? 0.5 : between(random, 0.2, 0.4);
		return {
			x: Math.cos(angle) * out,
			y: i === 0 ? 0.6 : r * 0.96 + between(random, 0, 0.75),
			z: Math.sin(angle) * out * 0.8,
			r,
		};
	});
	return {
		distance: (x, y, z) => {
			let d = 9;
			for (const ball of balls)
				d = smoothMin(d, Math.hypot(x - ball.x, y - ball.y, z - ball.z) - ball.r, 0.22);
			return d;
		},
		box: { half: 1.12, bottom: -0.03, top: 1.75 },
	};
};

const cairn: Shape = (random) => {
	let top = 0;
	const stones = Array.from({ length: 5 }, (_, i) => {
		const half = between(random, 0.9, 1.1) * (0.62 - i * 0.1);
		const tall = half * between(random, 0.46, 0.62);
		const stone = {
			x: between(random, -0.09, 0.09),
			y: top + tall * 0.97,
			half,
			tall,
			lean: between(random, -0.08, 0.08),
			swell: between(random, -0.07, 0.07),
		};
		top += tall * 1.93;
		return stone;
	});
	// Ellipsoids; the usual bound for their distance, kept on the safe side.
	const to = (stone: (typeof stones)[number], x: number, y: number, z: number) => {
		const px = x - stone.x;
		const py = y - stone.y - px * stone.lean;
		const half = stone.half * (1 + (stone.swell * (px * px - z * z)) / (px * px + z * z + 0.001));
		const a = (px * px + z * z) / (half * half);
		const b = (py * py) / (stone.tall * stone.tall);
		const k0 = Math.sqrt(a + b);
		const k1 = Math.sqrt(a / (half * half) + b / (stone.tall * stone.tall));
		return ((k0 * (k0 - 1)) / Math.max(k1, 0.001)) * 0.85;
	};
	const nearest = (x: number, y: number, z: number) => {
		let part = 0;
		let d = 9;
		for (let i = 0; i < stones.length; i++) {
			const away = to(stones[i]!, x, y, z);
			if (away < d) [d, part] = [away, i];
		}
		return { d, part };
	};
	return {
		distance: (x, y, z) => nearest(x, y, z).d,
		part: (x, y, z) => nearest(x, y, z).part,
		box: { half: 0.8, bottom: -0.02, top: top + 0.05 },
	};
};

const ring: Shape = (random) => {
	const waves = swell(random, 1.9);
	const turn = between(random, 0.3, 0.7);
	const [c, s] = [Math.cos(turn), Math.sin(turn)];
	return {
		distance: (x, y, z) => {
			const h = y - 0.94;
			const a = x * c + z * s;
			const b = z * c - x * s;
			const thick = 0.26 + 0.07 * waves(x, h, z);
			return (Math.hypot(Math.hypot(a, h) - 0.6, b) - thick) * 0.85;
		},
		box: { half: 1.02, bottom: -0.05, top: 1.98 },
	};
};

export const SHAPES = { float, cluster, cairn, ring } satisfies Record<string, Shape>;

/** The kind of body. */
export type BodyName = keyof typeof SHAPES;
