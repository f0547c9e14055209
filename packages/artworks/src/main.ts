import { access, mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { render } from './artwork.ts';
import { readCatalogue, SEED } from './catalogue.ts';
import { contactSheet } from './contact-sheet.ts';

const SIDE = 1600;
const USAGE = `node packages/artworks/src/main.ts [--again] [--sheet file.png] [handle ...]
  Renders the catalogue's pictures that do not exist yet, or the named ones.
  --again        also those that exist
  --sheet file   only a contact sheet of small previews, as PNG`;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { again: { type: 'boolean' }, sheet: { type: 'string' }, help: { type: 'boolean' } },
});

async function main(): Promise<void> {
	if (values.help) return console.log(USAGE);
	const catalogue = await readCatalogue();
	const unknown = positionals.filter((handle) => !catalogue.some((entry) => entry.handle === handle));
	if (unknown.length > 0) throw new Error(`Not in the catalogue: ${unknown.join(', ')}`);
	const wanted = catalogue.filter(({ handle }) => positionals.length === 0 || positionals.includes(handle));
	if (values.sheet) {
		const arts = wanted.map(({ art }) => art);
		await writeFile(values.sheet, await contactSheet(arts, 300, 6));
		return;
	}
	await mkdir(new URL('images/', SEED), { recursive: true });
	for (const { image, art } of wanted) {
		const file = new URL(`images/${image}`, SEED);
		const exists = await access(file).then(
			() => true,
			() => false,
		);
		if (exists && !values.again) continue;
		const { pixels, frame } = await render(art, SIDE);
		const webp = await sharp(pixels, { raw: { ...frame, channels: 3 } })
			.webp({ quality: 93, effort: 6, smartSubsample: true })
			.toBuffer();
		await writeFile(file, webp);
		console.log(`${image}  ${frame.width} x ${frame.height}  ${Math.round(webp.length / 1024)} kB`);
	}
}

await main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
