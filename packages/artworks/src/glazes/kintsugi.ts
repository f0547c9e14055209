import { createNoise3D } from 'simplex-noise';
import { mix, scale, smoothstep } from '../colour.ts';
import { between } from '../random.ts';
import { clouds, type Recipe } from './glaze.ts';

/** Broken and mended with gold. */
export const kintsugi: Recipe = (form, palette, random) => {
	const noise = createNoise3D(random);
	const shards = Array.from({ length: 15 }, () => {
		const angle = between(random, 0, Math.PI * 2);
		const out = form.widest * between(random, 0.5, 1);
		return [Math.cos(angle) * out, between(random, 0, 1.05) * form.height, Math.sin(angle) * out] as const;
	});
	const gold = mix([0.9, 0.55, 0.14], [1, 0.78, 0.36], 0.4);
	// Distance to the plane half way between the two nearest shards.
	const seam = (x: number, y: number, z: number) => {
		const a = x + noise(x * 3, y * 3, z * 3) * 0.05;
		const b = y + noise(x * 3 + 9, y * 3, z * 3) * 0.05;
		let near = shards[0]!;
		let next = near;
		let first = 9;
		let second = 9;
		for (const shard of shards) {
			const d = Math.hypot(a - shard[0], b - shard[1], z - shard[2]);
			if (d < first) {
				[second, next] = [first, near];
				[first, near] = [d, shard];
			} else if (d < second) [second, next] = [d, shard];
		}
		const apart = Math.hypot(near[0] - next[0], near[1] - next[1], near[2] - next[2]);
		return (second * second - first * first) / (2 * apart);
	};
	return {
		relief: (x, y, z) => smoothstep(0.014, 0.002, seam(x, y, z)) * 0.006,
		surface(x, y, z) {
			if (seam(x, y, z) < 0.0085) return { colour: gold, gloss: 0.55, metal: true };
			return { colour: scale(palette.deep, 1 + clouds(noise, x, y, z)), gloss: 0.85 };
		},
	};
};
