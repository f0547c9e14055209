import type { Sharp } from 'sharp';
import { createNoise3D } from 'simplex-noise';
import { type Body, type BodyName, SHAPES, swell } from './blob-bodies.ts';
import { blend, mix, type Rgb, ramp, scale, smoothstep } from './colour.ts';
import type { Surface } from './march.ts';
import { type PaletteName, palette } from './palettes.ts';
import { seeded } from './random.ts';
import type { Frame } from './raster.ts';
import { photograph } from './studio.ts';
import { dot, type Vector } from './vector.ts';

/** A soft body in a studio. */
export interface BlobArt {
	family: 'blob';
	seed: string;
	palette: PaletteName;
	body: BodyName;
	finish: 'glaze' | 'pearl' | 'chalk';
	ground?: PaletteName;
}

export function drawBlob(art: BlobArt, frame: Frame): Sharp {
	const random = seeded(art.seed);
	const body: Body = SHAPES[art.body](random);
	const noise = createNoise3D(random);
	const drifts = swell(random, 2.1);
	const { dark, deep, soft, light, accent } = palette(art.palette);
	const run =
		art.finish === 'pearl'
			? ramp([light, soft, light, accent, soft, deep])
			: ramp([dark, deep, soft, accent, light]);
	const stones: Rgb[] = [deep, light, accent, soft, dark];
	const { top, bottom } = body.box;

	const surface = ([x, y, z]: Vector, normal: Vector, toEye: Vector): Surface => {
		const drift = drifts(x, y, z);
		const cloud = 1 + noise(x * 4, y * 4, z * 4) * 0.03;
		if (body.part) {
			const part = body.part(x, y, z);
			const vein = smoothstep(0.035, 0.01, Math.abs(noise(x * 1.6 + part * 9, y * 3.4, z * 1.6) - 0.15));
			const colour = scale(blend(stones[part % 5]!, light, vein * 0.35), cloud);
			return { colour, gloss: art.finish === 'chalk' ? 0.15 : 0.75 };
		}
		const up = (y - bottom) / (top - bottom);
		if (art.finish === 'pearl') {
			const facing = Math.max(0, dot(normal, toEye));
			const film = 0.5 + 0.5 * Math.sin(facing * 4.6 + drift * 2.6 + normal[1] * 1.3);
			return { colour: scale(run(film), 0.92), gloss: 0.95, sheen: scale(accent, 0.35) };
		}
		const colour = scale(run(0.06 + 0.72 * up + 0.34 * drift), cloud);
		return art.finish === 'glaze' ? { colour, gloss: 1 } : { colour, gloss: 0.1, sheen: scale(light, 0.16) };
	};

	const { ground, soft: table } = palette(art.ground ?? art.palette);
	return photograph(
		{ distance: body.distance, surface, box: body.box },
		{
			wall: ground,
			floor: mix(ground, table, 0.3),
			aim: top * 0.47,
			view: Math.max(top * 1.42, body.box.half * 2.3),
		},
		frame,
	);
}
