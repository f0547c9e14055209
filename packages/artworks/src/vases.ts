import type { Sharp } from 'sharp';
import { mix, scale } from './colour.ts';
import { type PaletteName, palette } from './palettes.ts';
import { seeded } from './random.ts';
import type { Frame } from './raster.ts';
import { photograph } from './studio.ts';
import { type Carving, throwForm } from './vase-forms.ts';
import { type GlazeName, glaze } from './vase-glazes.ts';
import type { FormName } from './vase-outlines.ts';

/** A thrown and glazed vase, photographed on a seamless ground. */
export interface VaseArt {
	family: 'vase';
	seed: string;
	palette: PaletteName;
	form: FormName;
	glaze: GlazeName;
	carving?: Carving;
	/** The ground's palette, when it is not the glaze's own. */
	ground?: PaletteName;
	/** Sunlight through panes. */
	window?: boolean;
}

export function drawVase(art: VaseArt, frame: Frame): Sharp {
	const random = seeded(art.seed);
	const colours = palette(art.palette);
	const form = throwForm(art.form, art.carving, random);
	const finish = glaze(art.glaze, form, colours, random);
	const { ground, soft } = palette(art.ground ?? art.palette);
	return photograph(
		{
			distance: form.distance,
			outline: form.outline,
			...(finish.relief && { relief: finish.relief }),
			box: { half: form.widest + 0.03, bottom: -0.01, top: form.height + 0.03 },
			surface([x, y, z]) {
				const surface = finish.surface(x, y, z);
				return form.inside(x, y, z) ? { colour: scale(surface.colour, 0.7), gloss: 0.3 } : surface;
			},
		},
		{
			wall: ground,
			floor: mix(ground, soft, 0.18),
			aim: 0.45 * form.height,
			view: Math.max(form.height * 1.5, form.widest * 2.9),
			...(art.window && { window: true, hardness: 14 }),
		},
		frame,
	);
}
