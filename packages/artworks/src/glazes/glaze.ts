import { smoothstep } from '../colour.ts';
import type { Surface } from '../march.ts';
import type { Palette } from '../palettes.ts';
import type { Random } from '../random.ts';
import type { Form } from '../vase-forms.ts';

/** A finish for a vase: its surface at a point, and the relief it leaves. */
export interface Glaze {
	surface(x: number, y: number, z: number): Surface;
	relief?(x: number, y: number, z: number): number;
}
/** How a glaze is mixed for one vase. */
export type Recipe = (form: Form, palette: Palette, random: Random) => Glaze;
type Noise = (x: number, y: number, z: number) => number;

/** Cloudy unevenness, as fired glaze has it. */
export const clouds = (noise: Noise, x: number, y: number, z: number) =>
	noise(x * 2.2, y * 2.2, z * 2.2) * 0.1 + noise(x * 7, y * 7, z * 7) * 0.04;

/** Iron specks: how dark, 0 to 1. */
export function specks(noise: Noise, x: number, y: number, z: number): number {
	const size = 34;
	return (
		smoothstep(0.72, 0.86, noise(x * size, y * size, z * size)) * (0.6 + 0.4 * noise(x * 5, y * 5, z * 5))
	);
}
