/** Linear-light red, green and blue, 0 to 1 (above 1 is light that the tone curve still has to tame). */
export type Rgb = readonly [number, number, number];
type Lab = readonly [number, number, number];

const toLinear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);

/** From '#rrggbb'. */
export function fromHex(hex: string): Rgb {
	const channel = (at: number) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
	return [channel(1), channel(3), channel(5)];
}

/** Display value, 0 to 1, of one linear channel. */
export function encode(c: number): number {
	if (c <= 0) return 0;
	if (c >= 1) return 1;
	return c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055;
}

/** As '#rrggbb'. */
export const toHex = (colour: Rgb): string =>
	`#${colour
		.map((c) =>
			Math.round(encode(c) * 255)
				.toString(16)
				.padStart(2, '0'),
		)
		.join('')}`;

// OKLab, Björn Ottosson, https://bottosson.github.io/posts/oklab/
function toLab([r, g, b]: Rgb): Lab {
	const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
	return [
		0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
		1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
	];
}

function fromLab([lightness, a, b]: Lab): Rgb {
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	return [
		4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
		-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
		-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
	];
}

const mixLab = (a: Lab, b: Lab, t: number): Lab => [
	a[0] + (b[0] - a[0]) * t,
	a[1] + (b[1] - a[1]) * t,
	a[2] + (b[2] - a[2]) * t,
];

/** Between two colours, even to the eye. For single colours; inside pixel loops use `blend` or a `ramp`. */
export const mix = (a: Rgb, b: Rgb, t: number): Rgb => fromLab(mixLab(toLab(a), toLab(b), t));

/** Between two colours in linear light: cheap, and right for light added to light. */
export const blend = (a: Rgb, b: Rgb, t: number): Rgb => [
	a[0] + (b[0] - a[0]) * t,
	a[1] + (b[1] - a[1]) * t,
	a[2] + (b[2] - a[2]) * t,
];

export const scale = (a: Rgb, k: number): Rgb => [a[0] * k, a[1] * k, a[2] * k];

/** A smooth run through the colours; the argument is clamped to 0..1. */
export function ramp(colours: readonly Rgb[], steps = 1024): (t: number) => Rgb {
	const labs = colours.map(toLab);
	const table = Array.from({ length: steps }, (_, step) => {
		const at = (step / (steps - 1)) * (labs.length - 1);
		const from = Math.min(labs.length - 2, Math.floor(at));
		return fromLab(mixLab(labs[from]!, labs[from + 1]!, smoothstep(0, 1, at - from)));
	});
	return (t) => table[Math.min(steps - 1, Math.max(0, Math.round(t * (steps - 1))))]!;
}

/** 0 below `low`, 1 above `high` (or the other way round when low > high), eased between. */
export function smoothstep(low: number, high: number, x: number): number {
	const t = Math.min(1, Math.max(0, (x - low) / (high - low)));
	return t * t * (3 - 2 * t);
}
