import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import sharp, { type OutputInfo } from 'sharp';

const kept = fileURLToPath(new URL('../screens', import.meta.url));
/** Kept at half their size: enough to see what moved, and blind to how a browser smooths its letters. */
const scale = 0.5;
/** How far two colours may lie apart and count as the same, 0 to 1. */
const threshold = 0.15;

/** A difference between a page and its kept picture. */
export interface Difference {
	/** The share of the pixels that differ; 1 when the sizes do. */
	share: number;
	/** Where the page's picture was put, to be looked at. */
	seen: string;
}

/**
 * Compares a screenshot with the one kept under this name. With UPDATE_SCREENS=1 it is kept instead.
 *
 * @throws when none is kept
 */
export async function compareScreen(name: string, png: Buffer): Promise<Difference> {
	const file = path.join(kept, `${name}.webp`);
	const shot = await halved(png);
	if (process.env.UPDATE_SCREENS === '1') {
		mkdirSync(kept, { recursive: true });
		await sharp(shot.data, { raw: shot.info }).webp({ quality: 82 }).toFile(file);
		return { share: 0, seen: file };
	}
	if (!existsSync(file)) throw new Error(`No picture of ${name} is kept: run once with UPDATE_SCREENS=1`);
	const before = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
	const share = differing(before, shot);
	const seen = path.join(tmpdir(), 'infinite-blob-screens', `${name}.png`);
	if (share > 0) {
		mkdirSync(path.dirname(seen), { recursive: true });
		await sharp(shot.data, { raw: shot.info }).png().toFile(seen);
	}
	return { share, seen };
}

interface Pixels {
	data: Buffer;
	info: OutputInfo;
}

async function halved(png: Buffer): Promise<Pixels> {
	const { width = 0 } = await sharp(png).metadata();
	const half = sharp(png).resize({ width: Math.round(width * scale) });
	return half.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}

function differing(before: Pixels, now: Pixels): number {
	const { width, height } = before.info;
	if (width !== now.info.width || height !== now.info.height) return 1;
	return pixelmatch(before.data, now.data, undefined, width, height, { threshold }) / (width * height);
}
