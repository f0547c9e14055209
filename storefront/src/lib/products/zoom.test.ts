import { describe, expect, it } from 'vitest';
import { closest, fitted, kept, moved, whole, zoomed } from './zoom.ts';

const stage = { width: 400, height: 800 };
const picture = fitted({ width: 1440, height: 1440 }, stage);

it('fits a picture into the stage without cropping it', () => {
	expect(picture).toEqual({ width: 400, height: 400 });
	expect(fitted({ width: 100, height: 400 }, stage)).toEqual({ width: 200, height: 800 });
});

describe('zooming', () => {
	it('keeps the spot that is pointed at where it is', () => {
		const at = { x: 50, y: -30 };
		const view = zoomed({ scale: 1.5, x: 10, y: 20 }, 3, at);
		const spot = (seen: typeof view) => [(at.x - seen.x) / seen.scale, (at.y - seen.y) / seen.scale];
		expect(spot(view)[0]).toBeCloseTo(spot({ scale: 1.5, x: 10, y: 20 })[0]!);
		expect(spot(view)[1]).toBeCloseTo(spot({ scale: 1.5, x: 10, y: 20 })[1]!);
	});

	it('ends at the whole picture and at the closest', () => {
		expect(zoomed(whole, 0.2).scale).toBe(1);
		expect(zoomed(whole, 100).scale).toBe(closest);
	});
});

describe('moving', () => {
	it('ends at the edge of the picture', () => {
		const view = kept(moved({ ...whole, scale: 4 }, { x: 5_000, y: -5_000 }), picture, stage);
		expect(view).toEqual({ scale: 4, x: 600, y: -400 });
	});

	it('leaves a picture in the middle that is no larger than the stage', () => {
		expect(kept(moved(whole, { x: 30, y: 30 }), picture, stage)).toEqual(whole);
		// Twice as wide as the stage, but only as high.
		expect(kept({ scale: 2, x: 100, y: 100 }, picture, stage)).toEqual({ scale: 2, x: 100, y: 0 });
	});
});
