import { createNoise3D } from 'simplex-noise';
import { blend, scale, smoothstep } from '../colour.ts';
import { clouds, type Recipe } from './glaze.ts';

/** A net of fine cracks under a clear pale glaze. */
export const crackle: Recipe = (_form, palette, random) => {
	const noise = createNoise3D(random);
	const hash = (i: number, j: number, k: number, n: number) => {
		const s = Math.sin(i * 127.1 + j * 311.7 + k * 74.7 + n * 53.3) * 43758.5453;
		return s - Math.floor(s);
	};
	const net = (x: number, y: number, z: number, size: number) => {
		const a = x * size + noise(x * 3, y * 3, z * 3) * 0.3;
		const b = y * size;
		const c = z * size;
		const [i, j, k] = [Math.floor(a), Math.floor(b), Math.floor(c)];
		let first = 9;
		let second = 9;
		for (let di = -1; di <= 1; di++)
			for (let dj = -1; dj <= 1; dj++)
				for (let dk = -1; dk <= 1; dk++) {
					const [p, q, r] = [i + di, j + dj, k + dk];
					const d = Math.hypot(p + hash(p, q, r, 1) - a, q + hash(p, q, r, 2) - b, r + hash(p, q, r, 3) - c);
					if (d < first) {
						second = first;
						first = d;
					} else if (d < second) second = d;
				}
		return (second - first) / size;
	};
	return {
		surface(x, y, z) {
			const crack = Math.max(
				smoothstep(0.0095, 0.003, net(x, y, z, 4.5)),
				0.4 * smoothstep(0.007, 0.002, net(x + 9, y, z, 10)),
			);
			const base = scale(
				blend(palette.soft, palette.light, 0.22 + 0.5 * noise(x * 1.3, y * 1.3, z * 1.3)),
				1 + clouds(noise, x, y, z) * 0.5,
			);
			return { colour: blend(base, palette.dark, crack * 0.55), gloss: 0.95 };
		},
	};
};
