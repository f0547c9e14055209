import { banded } from './glazes/banded.ts';
import { crackle } from './glazes/crackle.ts';
import { dipped } from './glazes/dipped.ts';
import type { Glaze, Recipe } from './glazes/glaze.ts';
import { kintsugi } from './glazes/kintsugi.ts';
import { marbled } from './glazes/marbled.ts';
import { matte } from './glazes/matte.ts';
import { ombre } from './glazes/ombre.ts';
import { painted } from './glazes/painted.ts';
import { plain } from './glazes/plain.ts';
import { speckled } from './glazes/speckled.ts';
import type { Palette } from './palettes.ts';
import type { Random } from './random.ts';
import type { Form } from './vase-forms.ts';

const RECIPES = {
	dipped,
	speckled,
	banded,
	ombre,
	kintsugi,
	marbled,
	crackle,
	plain,
	matte,
	painted,
} satisfies Record<string, Recipe>;

/** The finish of a vase. */
export type GlazeName = keyof typeof RECIPES;

/** Mixes the named glaze for a vase. */
export const glaze = (name: GlazeName, form: Form, palette: Palette, random: Random): Glaze =>
	RECIPES[name](form, palette, random);
